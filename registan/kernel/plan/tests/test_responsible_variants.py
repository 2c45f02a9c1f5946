"""Responsible cells as they are really typed. A line: words = names; "+" leads, "~" supports."""

from __future__ import annotations

# ruff: noqa: E501  a cell and its names are one line
import pytest

from registan.kernel.plan.responsible import read_responsible

RUSSIAN = """
МНЭ (созыв), МФ, МИО = +МНЭ; МФ; МИО
Минобрнауки России совместно с заинтересованными федеральными органами исполнительной власти = +Минобрнауки России; ~заинтересованные федеральные органы исполнительной власти
Минздрав (созыв), МВД, КНБ (по согласованию) = +Минздрав; МВД; КНБ
Правительство Кыргызской Республики, Национальный банк (по согласованию) = Правительство Кыргызской Республики; Национальный банк
Кабинет Министров, министерства и ведомства = Кабинет Министров; министерства и ведомства
Министерство по чрезвычайным ситуациям, Министерство обороны = Министерство по чрезвычайным ситуациям; Министерство обороны
Министерство торговли и интеграции, Министерство транспорта = Министерство торговли и интеграции; Министерство транспорта
Министерство инвестиций, промышленности и торговли, Министерство экономики и финансов = Министерство инвестиций, промышленности и торговли; Министерство экономики и финансов
Министерство науки и высшего образования Российской Федерации, Российская академия наук = Министерство науки и высшего образования Российской Федерации; Российская академия наук
Государственный комитет по имуществу, Министерство архитектуры и строительства = Государственный комитет по имуществу; Министерство архитектуры и строительства
Министерство природных ресурсов и охраны окружающей среды, Минский горисполком, облисполкомы = Министерство природных ресурсов и охраны окружающей среды; Минский горисполком; облисполкомы
Министерство труда и социальной защиты, Министерство здравоохранения, облисполкомы и Минский горисполком = Министерство труда и социальной защиты; Министерство здравоохранения; облисполкомы; Минский горисполком
Минэкономразвития России, Минпромторг России, ФТС России, Банк России = Минэкономразвития России; Минпромторг России; ФТС России; Банк России
Федеральная служба по надзору в сфере защиты прав потребителей и благополучия человека = Федеральная служба по надзору в сфере защиты прав потребителей и благополучия человека
Роспотребнадзор, Росстат и Росаккредитация = Роспотребнадзор; Росстат; Росаккредитация
Министерство иностранных дел (свод), Министерство юстиции = Министерство иностранных дел; Министерство юстиции
МИД⏎Минфин⏎Минюст = МИД; Минфин; Минюст
Министерство⏎сельского хозяйства,⏎Министерство финансов = Министерство сельского хозяйства; Министерство финансов
Министерство сельского хозяйства⏎Министерство финансов = Министерство сельского хозяйства; Министерство финансов
1. МИД⏎2. Минфин = МИД; Минфин
1) Министерство культуры;⏎2) Академия наук = Министерство культуры; Академия наук
- МИД;⏎- Минфин. = МИД; Минфин
Ответственные: МИД, Минфин = МИД; Минфин
Отв. исполнитель – Минтранс = Минтранс
головной исполнитель – Минтранс, соисполнители – Минфин, Минюст = +Минтранс; ~Минфин; ~Минюст
Минтранс (головной), Минфин = +Минтранс; Минфин
Минтранс (отв.), Минфин = +Минтранс; Минфин
Минтранс (соисполнитель), Минфин = ~Минтранс; Минфин
Заинтересованные министерства, государственные комитеты и ведомства = Заинтересованные министерства; государственные комитеты и ведомства
министерства, государственные комитеты, административные ведомства = министерства; государственные комитеты; административные ведомства
органы исполнительной власти субъектов Российской Федерации (по согласованию) = органы исполнительной власти субъектов Российской Федерации
государственные органы, акиматы = государственные органы; акиматы
Исполнительный комитет СНГ, базовые организации государств – участников СНГ = Исполнительный комитет СНГ; базовые организации государств – участников СНГ
правительства государств-членов, Секретариат ШОС = правительства государств-членов; Секретариат ШОС
Секретариат ШОС, РАТС ШОС, заинтересованные государства-члены = Секретариат ШОС; РАТС ШОС; заинтересованные государства-члены
Государства — члены ШОС, Секретариат ШОС, ДС ШОС, МБО ШОС = Государства — члены ШОС; Секретариат ШОС; ДС ШОС; МБО ШОС
НПП «Атамекен» (по согласованию), ОЮЛ «Союз, ассоциация фермеров» (по согласованию) = НПП «Атамекен»; ОЮЛ «Союз, ассоциация фермеров»
АО «Казпочта», ТОО «Сервис» = АО «Казпочта»; ТОО «Сервис»
ГП "Центр", ОсОО "Дом" = ГП "Центр"; ОсОО "Дом"
Федеральная налоговая служба, Федеральное казначейство = Федеральная налоговая служба; Федеральное казначейство
Министерство финансов и др. = Министерство финансов
Министерство финансов, иные заинтересованные органы = Министерство финансов; иные заинтересованные органы
Администрация Президента (по согласованию), Аппарат Правительства = Администрация Президента; Аппарат Правительства
Иванов И.И., МИД = МИД
МИД (Петров П.П.) = МИД
Минсельхоз, при участии Минэкономики = +Минсельхоз; ~Минэкономики
Минсельхоз с участием органов местного самоуправления = +Минсельхоз; ~органы местного самоуправления
МВД, ГКНБ, ГТС при МФ = МВД; ГКНБ; ГТС при МФ
Агентство по регулированию и развитию финансового рынка (по согласованию), Национальный Банк = Агентство по регулированию и развитию финансового рынка; Национальный Банк
Комитет по делам религий, упорядочению традиций, торжеств и обрядов; МИД = Комитет по делам религий, упорядочению традиций, торжеств и обрядов; МИД
Министерство внутренних дел / Министерство обороны = Министерство внутренних дел; Министерство обороны
Минцифры/Минсвязи = Минцифры; Минсвязи
все министерства и ведомства = все министерства и ведомства
Центризбирком, суды (по согласованию), Генеральная прокуратура (по согласованию) = Центризбирком; суды; Генеральная прокуратура
"""
CHINESE = """
省发展改革委，省工业和信息化厅、财政厅 = 省发展改革委; 省工业和信息化厅; 省财政厅
国家发展改革委、工业和信息化部、商务部等部门按职责分工负责 = 国家发展改革委; 工业和信息化部; 商务部
国家发展改革委牵头，工业和信息化部、商务部等按职责分工负责 = +国家发展改革委; ~工业和信息化部; ~商务部
由外交部牵头，商务部、海关总署参与 = +外交部; ~商务部; ~海关总署
外交部、商务部牵头，有关部门配合 = +外交部; +商务部; ~有关部门
省教育厅（牵头）、省财政厅 = +省教育厅; ~省财政厅
省教育厅牵头负责 = +省教育厅
省公安厅会同省司法厅、省民政厅 = +省公安厅; ~省司法厅; ~省民政厅
省委宣传部、省委网信办、省广电局 = 省委宣传部; 省委网信办; 省广电局
省委组织部，省人力资源社会保障厅 = 省委组织部; 省人力资源社会保障厅
市发改局、经信局、科技局 = 市发改局; 市经信局; 市科技局
各市州人民政府 = 各市州人民政府
各市（州）人民政府，省级有关部门 = 各市（州）人民政府; 省级有关部门
各县（市、区）人民政府 = 各县（市、区）人民政府
相关县（市、区）政府 = 相关县（市、区）政府
各行业主管部门 = 各行业主管部门
各有关单位 = 各有关单位
各省辖市人民政府、航空港区管委会 = 各省辖市人民政府; 航空港区管委会
长沙市、株洲市、湘潭市人民政府 = 长沙市人民政府; 株洲市人民政府; 湘潭市人民政府
西安、宝鸡、咸阳市人民政府 = 西安市人民政府; 宝鸡市人民政府; 咸阳市人民政府
国家卫生健康委 国家疾控局 = 国家卫生健康委; 国家疾控局
国家卫生健康⏎委、国家疾⏎控局 = 国家卫生健康委; 国家疾控局
外交部⏎商务部⏎海关总署 = 外交部; 商务部; 海关总署
外交部 商务部 = 外交部; 商务部
中国人民银行、金融监管总局、中国证监会 = 中国人民银行; 金融监管总局; 中国证监会
上海合作组织秘书处、地区反恐怖机构执行委员会 = 上海合作组织秘书处; 地区反恐怖机构执行委员会
上海合作组织成员国 = 上海合作组织成员国
教育部、科技部、中科院、各成员国 = 教育部; 科技部; 中科院; 各成员国
交通运输部/国家铁路局 = 交通运输部; 国家铁路局
牵头单位：省林草局；责任单位：省水利厅、各市人民政府 = +省林草局; 省水利厅; 各市人民政府
主办：文旅局 协办：体育局 = +文旅局; ~体育局
省科协、团省委、省妇联 = 省科协; 团省委; 省妇联
省总工会、共青团省委 = 省总工会; 共青团省委
国网浙江电力公司、省能源集团 = 国网浙江电力公司; 省能源集团
省工业和信息化厅（省国防科工办）、省科技厅 = 省工业和信息化厅（省国防科工办）; 省科技厅
省大数据局，各市人民政府，雄安新区管委会 = 省大数据局; 各市人民政府; 雄安新区管委会
各乡镇（街道）、开发区 = 各乡镇（街道）; 开发区
省水利厅（王强副厅长） = 省水利厅
① 外交部⏎② 商务部 = 外交部; 商务部
农业农村部、国家粮食和物资储备局 = 农业农村部; 国家粮食和物资储备局
人力资源和社会保障部、住房和城乡建设部 = 人力资源和社会保障部; 住房和城乡建设部
教育部和科技部 = 教育部; 科技部
市政府办公室、各区县人民政府 = 市政府办公室; 各区县人民政府
"""
ENGLISH = """
Ministry of Health = Ministry of Health
Ministry of Health and Ministry of Finance = Ministry of Health; Ministry of Finance
Ministry of Health and the Ministry of Finance = Ministry of Health; Ministry of Finance
Ministries of Health and Finance = Ministry of Health; Ministry of Finance
Ministry of Trade and Industry, Ministry of Roads and Transport = Ministry of Trade and Industry; Ministry of Roads and Transport
Ministry of Agriculture, Forestry and Fisheries; Ministry of Land, Infrastructure and Transport = Ministry of Agriculture, Forestry and Fisheries; Ministry of Land, Infrastructure and Transport
Department for Environment, Food and Rural Affairs = Department for Environment, Food and Rural Affairs
Department for Environment, Food and Rural Affairs, Home Office = Department for Environment, Food and Rural Affairs; Home Office
Public Services and Procurement Canada; Treasury Board of Canada Secretariat = Public Services and Procurement Canada; Treasury Board of Canada Secretariat
Crown-Indigenous Relations and Northern Affairs Canada, Indigenous Services Canada = Crown-Indigenous Relations and Northern Affairs Canada; Indigenous Services Canada
Agriculture and Agri-Food Canada = Agriculture and Agri-Food Canada
Environment and Climate Change Canada, Parks Canada and Fisheries and Oceans Canada = Environment and Climate Change Canada; Parks Canada; Fisheries and Oceans Canada
Immigration, Refugees and Citizenship Canada = Immigration, Refugees and Citizenship Canada
GSA and OMB = GSA; OMB
GSA, OMB, and NARA = GSA; OMB; NARA
GSA with OMB = +GSA; ~OMB
GSA in collaboration with OMB and DOL = +GSA; ~OMB; ~DOL
OMB (lead), GSA, OPM = +OMB; GSA; OPM
Lead: OMB. Support: GSA, OPM = +OMB; ~GSA; ~OPM
Lead agency: OMB⏎Supporting agencies: GSA, OPM = +OMB; ~GSA; ~OPM
Supported by the Secretariat = ~Secretariat
All agencies = All agencies
All CFO Act agencies = All CFO Act agencies
Required for CFO Act agencies = -
Encouraged for all agencies = -
Agencies = Agencies
interested Member States, SCO Secretariat = interested Member States; SCO Secretariat
The Department of Justice = Department of Justice
Office of Management and Budget = Office of Management and Budget
Office of Science and Technology Policy and the National Science Foundation = Office of Science and Technology Policy; National Science Foundation
OSTP, in coordination with NSF, DOE, and NIST = +OSTP; ~NSF; ~DOE; ~NIST
Secretary of Commerce, Secretary of Labor = Secretary of Commerce; Secretary of Labor
Ministry of ICT and Digital Economy / Data Protection Commissioner = Ministry of ICT and Digital Economy; Data Protection Commissioner
Civil society organisations (CSOs), Ministry of Justice = Civil society organisations (CSOs); Ministry of Justice
Ministry of Interior (MoI), Ministry of Justice (MoJ) = Ministry of Interior (MoI); Ministry of Justice (MoJ)
Mr. John Smith, Ministry of Justice = Ministry of Justice
Dr. Jane Roe = -
National Statistics Office; WHO, UNICEF; donors = National Statistics Office; WHO; UNICEF; donors
• Ministry of Energy⏎• Ministry of Water = Ministry of Energy; Ministry of Water
Ministry of Energy⏎Ministry of Water = Ministry of Energy; Ministry of Water
Ministry of⏎Energy,⏎Ministry of Water = Ministry of Energy; Ministry of Water
CIO Council and CDO Council = CIO Council; CDO Council
SAOGI at OMB* = SAOGI at OMB
Bureau of Labor Statistics, Census Bureau and Bureau of Economic Analysis = Bureau of Labor Statistics; Census Bureau; Bureau of Economic Analysis
Ministry of Finance & Planning = Ministry of Finance & Planning
Natural Resources Canada with provinces and territories = +Natural Resources Canada; ~provinces and territories
Health Canada, Public Health Agency of Canada, and others = Health Canada; Public Health Agency of Canada
"""
LINES = [
    (lang, line)
    for lang, lines in (("ru", RUSSIAN), ("zh", CHINESE), ("en", ENGLISH))
    for line in lines.strip().splitlines()
]
SIGNS = {"lead": "+", "support": "~"}


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_it_reads_who_answers_however_it_is_typed(lang: str, line: str) -> None:
    words, wanted = line.rsplit("=", 1)
    cell = words.strip().replace("⏎", "\n")
    found = read_responsible([(cell, None)], lang=lang)
    names = "; ".join(SIGNS.get(str(actor.role), "") + actor.name for actor in found.actors)
    assert (names or "-") == wanted.strip()
    assert found.raw == cell
