"""Tables of shapes that no sample has, each read from DOCX, XLSX, CSV and HTML alike.

A line of expectations: number | text | days | recurrence | names ("+" leads, "~" supports), with the
section in brackets before the lines it governs.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from registan.kernel.plan.tests.made import FORMATS, brief, made, read


@dataclass(frozen=True)
class Unseen:
    name: str
    above: tuple[str, ...]
    rows: str
    expected: str

    @property
    def cells(self) -> list[list[str]]:
        return [
            [cell.strip().replace("⏎", "\n") for cell in line.split("|")]
            for line in self.rows.strip().splitlines()
        ]


TABLES = (
    Unseen(
        "term first, text last, quarters in roman figures",
        ("План первоочередных мер на 2026 год",),
        """
Период реализации | Кто отвечает | Содержание меры
I–II кв. | Минэкономики | Провести инвентаризацию барьеров
IV квартал 2026 г. – I квартал 2027 г. | Минфин, Минюст (свод) | Согласовать перечень исключений
второе полугодие | Таможенный комитет | Запустить единый кабинет участника торговли
до 1 июля | Минцифры совместно с Минсвязи | Утвердить регламент обмена
""",
        """
| Провести инвентаризацию барьеров | 2026-01-01..2026-06-30 | once | Минэкономики
| Согласовать перечень исключений | 2026-10-01..2027-03-31 | once | Минфин, Минюст
| Запустить единый кабинет участника торговли | 2026-07-01..2026-12-31 | once | Таможенный комитет
| Утвердить регламент обмена | ..2026-07-01 | once | +Минцифры, ~Минсвязи
""",
    ),
    Unseen(
        "lead and co-executor in columns of their own, section rows with roman numbers",
        (),
        """
Шифр | Действие | Головной исполнитель | Соисполнители | Дата завершения | Источник финансирования
I. Транспорт | | | | |
Т-1 | Согласовать условия транзита | Минтранс | Минфин, МИД | 30.09.2027 | бюджет
Т-2 | Вести реестр перевозчиков | Минтранс | - | постоянно | бюджет
II. Энергетика | | | | |
Э-1 | Подготовить баланс мощностей | Минэнерго | заинтересованные ведомства | ежегодно, до 1 марта | -
""",
        """
[I. Транспорт]
Т-1 | Согласовать условия транзита | ..2027-09-30 | once | +Минтранс, ~Минфин, ~МИД
Т-2 | Вести реестр перевозчиков | | permanent | +Минтранс
[II. Энергетика]
Э-1 | Подготовить баланс мощностей | | annually | +Минэнерго, ~заинтересованные ведомства
""",
    ),
    Unseen(
        "begin and end in two columns",
        ("Дорожная карта",),
        """
№ | Мероприятие | Дата начала | Дата окончания | Ответственный
1 | Разработать концепцию | март 2026 г. | август 2026 г. | Секретариат
2 | Провести пилот | 01.09.2026 | 28.02.2027 | Рабочая группа экспертов
3 | Распространить опыт | 2027 г. | 2029 г. | государства-члены
""",
        """
1 | Разработать концепцию | 2026-03-01..2026-08-31 | once | Секретариат
2 | Провести пилот | 2026-09-01..2027-02-28 | once | Рабочая группа экспертов
3 | Распространить опыт | 2027-01-01..2029-12-31 | once | государства-члены
""",
    ),
    Unseen(
        "column numbers, a total, notes below, the header repeated",
        (),
        """
№ п/п | Наименование мероприятия | Срок | Исполнители | Ожидаемый результат
1 | 2 | 3 | 4 | 5
1. | Создать сеть лабораторий | 2026–2028 гг. | Минздрав, Академия наук | сеть
№ п/п | Наименование мероприятия | Срок | Исполнители | Ожидаемый результат
2. | Обучить специалистов | раз в полгода | Минздрав | программа
Итого | | | |
Примечание: сроки могут уточняться. | | | |
""",
        """
1 | Создать сеть лабораторий | 2026-01-01..2028-12-31 | once | Минздрав, Академия наук
2 | Обучить специалистов | | semiannually | Минздрав
""",
    ),
    Unseen(
        "numbers in the text, months across the year's end",
        ("План работы на 2026/2027 учебный год",),
        """
Мероприятия | Сроки проведения | Ответственные
1. Открыть приём заявок | сентябрь | Министерство образования и науки
2. Провести отбор | ноябрь – февраль | Совет ректоров, Минобрнауки
3. Подвести итоги | май | Совет ректоров
""",
        """
1 | Открыть приём заявок | 2026-09-01..2026-09-30 | once | Министерство образования и науки
2 | Провести отбор | 2026-11-01..2027-02-28 | once | Совет ректоров, Минобрнауки
3 | Подвести итоги | 2027-05-01..2027-05-31 | once | Совет ректоров
""",
    ),
    Unseen(
        "Chinese: responsible before the task, deadlines before the end of the year",
        ("重点任务分工方案（2026—2030年）",),
        """
序号 | 责任部门 | 工作举措 | 完成期限
（一）贸易便利化 | | |
1 | 海关总署会同商务部 | 推进单证无纸化 | 2027年底前
2 | 商务部、外交部等 | 建立磋商机制 | 每年
（二）人文交流 | | |
3 | 文化和旅游部牵头，教育部配合 | 举办青年论坛 | 2026—2030年
4 | 各成员国 | 保护文化遗产 | 长期
""",
        """
[（一）贸易便利化]
1 | 推进单证无纸化 | ..2027-12-31 | once | +海关总署, ~商务部
2 | 建立磋商机制 | | annually | 商务部, 外交部
[（二）人文交流]
3 | 举办青年论坛 | 2026-01-01..2030-12-31 | once | +文化和旅游部, ~教育部
4 | 保护文化遗产 | | permanent | 各成员国
""",
    ),
    Unseen(
        "Chinese: two term columns, section as a column",
        (),
        """
板块 | 任务名称 | 启动时间 | 完成时间 | 牵头单位 | 参与单位
能源 | 建设联网示范工程 | 2026年3月 | 2028年6月 | 国家能源局 | 国家电网、南方电网
能源 | 发布年度报告 | 2026年 | 2030年 | 国家能源局 | 无
交通 | 开通班列 | 2026年7月1日 | 2026年12月31日 | 国家铁路局 | 海关总署
""",
        """
[能源]
| 建设联网示范工程 | 2026-03-01..2028-06-30 | once | +国家能源局, ~国家电网, ~南方电网
| 发布年度报告 | 2026-01-01..2030-12-31 | once | +国家能源局
[交通]
| 开通班列 | 2026-07-01..2026-12-31 | once | +国家铁路局, ~海关总署
""",
    ),
    Unseen(
        "Chinese: half-years, quarters and a month of the title's year",
        ("2026年工作要点任务分解表",),
        """
编号 | 具体事项 | 时间进度 | 责任主体 | 备注
1-1 | 起草协定文本 | 上半年 | 外交部 |
1-2 | 组织专家磋商 | 三季度 | 外交部、司法部 | 线上
1-3 | 提交审议 | 11月底前 | 秘书处 |
1-4 | 跟踪落实 | 每季度 | 秘书处 |
""",
        """
1-1 | 起草协定文本 | 2026-01-01..2026-06-30 | once | 外交部
1-2 | 组织专家磋商 | 2026-07-01..2026-09-30 | once | 外交部, 司法部
1-3 | 提交审议 | ..2026-11-30 | once | 秘书处
1-4 | 跟踪落实 | | quarterly | 秘书处
""",
    ),
    Unseen(
        "English: by when, who, what",
        ("Programme of cooperation 2026-2030",),
        """
By when | Who | What will be done (activity)
By the end of 2027 | SCO Secretariat, interested Member States | Draw up a register of laboratories
Permanently | Member States | Exchange data on outbreaks
Q4 2026 - Q1 2027 | Ministry of Health with MoF and WHO | Hold a joint exercise
November 2026 to February 2027 | UNDP and UNICEF | Train field teams
""",
        """
| Draw up a register of laboratories | ..2027-12-31 | once | SCO Secretariat, interested Member States
| Exchange data on outbreaks | | permanent | Member States
| Hold a joint exercise | 2026-10-01..2027-03-31 | once | +Ministry of Health, ~MoF, ~WHO
| Train field teams | 2026-11-01..2027-02-28 | once | UNDP, UNICEF
""",
    ),
    Unseen(
        "English: lead and partners, priority areas as rows, a status column",
        (),
        """
Ref. | Commitment | Lead agency | Supporting agencies | Target date | Status
Priority area A: Trade | | | | |
A.1 | Publish tariffs | Ministry of Trade | Customs Committee, NBK | 30 June 2026 | open
A.2 | Report on the use of preferences | Ministry of Trade | - | Annually | open
Priority area B: Transport | | | | |
B.1 | Open two crossings | Ministry of Transport | Border Service | H1 2027 | open
""",
        """
[Priority area A: Trade]
A.1 | Publish tariffs | ..2026-06-30 | once | +Ministry of Trade, ~Customs Committee, ~NBK
A.2 | Report on the use of preferences | | annually | +Ministry of Trade
[Priority area B: Transport]
B.1 | Open two crossings | 2027-01-01..2027-06-30 | once | +Ministry of Transport, ~Border Service
""",
    ),
    Unseen(
        "English: lines inside cells, roles as labels",
        (),
        """
No | Action | Expected output | Responsibility | Timeline
1 | Agree on⏎standards | adopted | Lead: MoI⏎Support: Ministry of Justice, Standards Agency | mid-2027
2 | Set up a help desk | Desk | State Customs Committee;⏎Chamber of Commerce | By December 2026
""",
        """
1 | Agree on standards | ..2027-06-30 | once | +MoI, ~Ministry of Justice, ~Standards Agency
2 | Set up a help desk | ..2026-12-31 | once | State Customs Committee, Chamber of Commerce
""",
    ),
    Unseen(
        "Russian: two languages of terms, a blank line, a row without a term",
        ("Перечень поручений",),
        """
Содержание поручения | Исполнитель | Срок исполнения | Форма завершения
Внести предложения | Минфин, центральные (национальные) банки государств-членов | до 25.12.2026 | предложения
 | | |
Обеспечить работу горячей линии | Секретариат ШОС при участии Делового совета ШОС | |  отчёт
Провести форум регионов | заинтересованные государства-члены | осень 2027 г. | итоговый документ
""",
        """
| Внести предложения | ..2026-12-25 | once | Минфин, центральные (национальные) банки государств-членов
| Обеспечить работу горячей линии | | unknown | +Секретариат ШОС, ~Деловой совет ШОС
| Провести форум регионов | 2027-09-01..2027-11-30 | once | заинтересованные государства-члены
""",
    ),
    Unseen(
        "headings without numbers, bold letters or merged cells, in the column of texts",
        (),
        """
№ | Что сделать | Начало | Окончание | Ведомство
 | Цифровая торговля | | |
1 | Согласовать форматы документов | 01.02.2026 | 30.06.2026 | Минцифры
2 | Провести испытания | июль 2026 г. | I квартал 2027 г. | Минцифры, Таможенный комитет
 | Защита потребителей | | |
3 | Создать единый реестр | 2026 г. | 2028 г. | Антимонопольный комитет
""",
        """
[Цифровая торговля]
1 | Согласовать форматы документов | 2026-02-01..2026-06-30 | once | Минцифры
2 | Провести испытания | 2026-07-01..2027-03-31 | once | Минцифры, Таможенный комитет
[Защита потребителей]
3 | Создать единый реестр | 2026-01-01..2028-12-31 | once | Антимонопольный комитет
""",
    ),
    Unseen(
        "a heading is known by the numbers below it",
        (),
        """
No. | Task | Responsible body | Due date
1 | Public health | |
1.1 | Draft the protocol | Ministry of Health | 31 March 2027
1.2 | Ratify the protocol | Member States | By 2028
2 | Food safety | |
2.1 | Compare the standards | Standards Agency | Q2 2026
""",
        """
[1 Public health]
1.1 | Draft the protocol | ..2027-03-31 | once | Ministry of Health
1.2 | Ratify the protocol | ..2028-12-31 | once | Member States
[2 Food safety]
2.1 | Compare the standards | 2026-04-01..2026-06-30 | once | Standards Agency
""",
    ),
    Unseen(
        "Chinese headings in the first column, years as targets",
        (),
        """
任务 | 2026 | 2027 | 完成时限 | 责任机构
绿色发展 | | | |
建设碳监测网络 | 50个站点 | 120个站点 | 2027年底前 | 生态环境部
开展联合研究 | 2项 | 4项 | 持续推进 | 中国科学院、各成员国
粮食安全 | | | |
建立储备信息交换机制 | 方案 | 运行 | 2026年9月底前 | 农业农村部会同国家粮食和物资储备局
""",
        """
[绿色发展]
| 建设碳监测网络 | ..2027-12-31 | once | 生态环境部
| 开展联合研究 | | permanent | 中国科学院, 各成员国
[粮食安全]
| 建立储备信息交换机制 | ..2026-09-30 | once | +农业农村部, ~国家粮食和物资储备局
""",
    ),
    Unseen(
        "half-years, intervals and seasons in a plan without numbers",
        ("План на 2026–2028 годы",),
        """
Направление деятельности | Наименование работ | Периодичность | Ответственное ведомство
Мониторинг | Публиковать обзор рынка | по итогам полугодия | Агентство по статистике
Мониторинг | Обновлять реестр | ежеквартально | Агентство по статистике, Минсельхоз
Обмен | Проводить встречу экспертов | раз в два года, осенью | государства-члены (по согласованию)
Обмен | Разместить итоги | не позднее 15 января 2029 года | Секретариат ШОС
""",
        """
[Мониторинг]
| Публиковать обзор рынка | | semiannually | Агентство по статистике
| Обновлять реестр | | quarterly | Агентство по статистике, Минсельхоз
[Обмен]
| Проводить встречу экспертов | | permanent | государства-члены
| Разместить итоги | ..2029-01-15 | once | Секретариат ШОС
""",
    ),
)  # fmt: skip


def _expected(lines: str) -> list[tuple[str, ...]]:
    section, rows = "", []
    for line in lines.strip().splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            continue
        rows.append((section, *(cell.strip() for cell in line.split("|"))))
    return rows


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_it_reads_a_table_it_has_never_seen(table: Unseen, form: str) -> None:
    reading = read(made(form, table.cells, above=table.above), f"plan.{form}")
    assert [(row.section, *brief(row)) for row in reading.rows] == _expected(table.expected)
    assert not reading.questions
