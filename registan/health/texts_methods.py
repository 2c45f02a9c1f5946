"""Sentences of methods: pages, forms, acts, refusals."""

from __future__ import annotations

TEXTS_METHODS: dict[str, tuple[str, str, str]] = {
    "methods": ("Методы обнаружения", "检测方法", "Methods of detection"),
    "methods.lede": (
        "Каким расчётом находятся недели выше ожидаемого. Метод принимают государства; каждая версия "
        "остаётся на виду со своими параметрами, и любой может повторить расчёт.",
        "以何种计算发现高于预期的周。方法由各国通过；每一版本连同参数均予保留公开，任何一方均可重新计算。",
        "By which computation weeks above expectation are found. The States adopt the method; every "
        "version "
        "stays in view with its parameters, and anybody can compute it again.",
    ),
    "methods.now": ("Действует сейчас", "现行方法", "In force now"),
    "methods.none": (
        "Действующего метода нет: сигналов не возникает, пока государства его не приняли.",
        "目前没有生效的方法：在各国通过方法之前，不会产生信号。",
        "No method is in force: no signal is raised until the States have adopted one.",
    ),
    "method.versions": ("Версии", "各版本", "Versions"),
    "method.version": ("Версия", "版本", "Version"),
    "method.title": (
        "Версия {n}: {algorithm}, режим «{mode}»",
        "第{n}版：{algorithm}，“{mode}”模式",
        "Version {n}: {algorithm}, mode “{mode}”",
    ),
    "method.algorithm": ("Алгоритм", "算法", "Algorithm"),
    "method.algorithm.by_history": (
        "по длине ряда: Фаррингтон или EARS",
        "按序列长短：法林顿法或 EARS",
        "by length of history: Farrington or EARS",
    ),
    "method.algorithm.farrington": ("Фаррингтон, гибкий", "灵活法林顿法", "Farrington, flexible"),
    "method.algorithm.ears": ("EARS: сравнение с последними неделями", "EARS：与近几周比较",
                              "EARS: against the last weeks"),
    "method.group.full": ("ряд 5 лет и больше", "五年及以上", "5 years of history or more"),
    "method.group.shorter": ("ряд 2–4 года", "二至四年", "2 to 4 years of history"),
    "method.group.new": ("ряд короче 2 лет", "不足两年", "less than 2 years of history"),
    "method.in_group": ("{group}: {what}", "{group}：{what}", "{group}: {what}"),
    "method.mode": ("Режим", "模式", "Mode"),
    "method.mode.strict": ("строго по статьям", "严格按论文", "strict, by the papers"),
    "method.mode.r-compat": ("как в пакете R", "与 R 程序包一致", "as the R package"),
    "method.parameters": ("Параметры", "参数", "Parameters"),
    "method.parameter.b": ("сколько лет назад смотреть", "回溯年数", "years looked back"),
    "method.parameter.w": ("полуширина окна, недель", "窗口半宽（周）", "half width of the window, weeks"),
    "method.parameter.noPeriods": ("сезонных ступеней в году", "一年中的季节层级数",
                                   "seasonal levels in a year"),
    "method.parameter.pastWeeksNotIncluded": (
        "последних недель не учитывать", "不计入的最近周数", "last weeks left out",
    ),
    "method.parameter.reweight": (
        "уменьшать вес прошлых вспышек", "降低既往暴发的权重", "past outbreaks weigh less",
    ),
    "method.parameter.weightsThreshold": (
        "остаток, с которого вес меньше", "开始降权的残差", "residual from which a week weighs less",
    ),
    "method.parameter.trend": ("учитывать тренд", "计入趋势", "with a trend"),
    "method.parameter.pThresholdTrend": (
        "значимость, при которой тренд остаётся", "保留趋势的显著性水平",
        "significance at which the trend is kept",
    ),
    "method.parameter.alpha": (
        "доля ложных сигналов в спокойные недели", "平静周的误报比例",
        "share of false signals in quiet weeks",
    ),
    "method.parameter.powertrans": ("степенное преобразование", "幂变换", "power transformation"),
    "method.parameter.thresholdMethod": ("вид границы", "上限算法", "kind of bound"),
    "method.parameter.limit54": (
        "не меньше стольких случаев за столько недель", "若干周内至少若干例",
        "at least so many cases in so many weeks",
    ),
    "method.parameter.populationOffset": ("с поправкой на население", "按人口校正",
                                          "population as an offset"),
    "method.parameter.method": ("вариант", "变体", "variant"),
    "method.parameter.baseline": ("недель для сравнения", "比较所用周数", "weeks compared with"),
    "method.parameter.minSigma": ("наименьший разброс", "最小离散度", "least spread"),
    "method.pair": ("Два целых числа через запятую, например 5, 4.", "两个整数，以逗号分隔，例如5, 4。",
                    "Two whole numbers with a comma between, for example 5, 4."),
    "method.yes": ("да", "是", "yes"),
    "method.no": ("нет", "否", "no"),
    "method.r_name": ("Имя в R", "R 中的名称", "Name in R"),
    "method.meaning": ("Что значит", "含义", "What it means"),
    "method.value": ("Значение", "取值", "Value"),
    "method.formula": ("Как считается", "计算方法", "How it is computed"),
    "method.formula.model": (
        "Ожидаемое число по тем же неделям прошлых лет: уровень, тренд и сезонная ступень.",
        "根据往年同期各周得出预期数：水平、趋势和季节层级。",
        "The number expected from the same weeks of past years: a level, a trend, a seasonal level.",
    ),
    "method.formula.dispersion": (
        "Насколько числа разбросаны сильнее, чем у Пуассона; недели прошлых вспышек весят меньше.",
        "数字比泊松分布离散多少；既往暴发周的权重较低。",
        "By how much the numbers spread more than Poisson's; weeks of past outbreaks weigh less.",
    ),
    "method.formula.tail": (
        "Граница: наименьшее число, которое в спокойную неделю превышается не чаще заданной доли.",
        "上限：平静周超过该数的比例不大于给定值的最小数。",
        "The bound: the least number that a quiet week exceeds no more often than the given share.",
    ),
    "method.formula.delta": (
        "Граница по степенному преобразованию, с ошибкой самого ожидаемого числа.",
        "按幂变换求得的上限，并计入预期数本身的误差。",
        "The bound by a power transformation, with the error of the expected number itself.",
    ),
    "method.formula.ears": (
        "Коротким рядам граница ставится по среднему и разбросу недавних недель.",
        "短序列以近几周的均值和离散度定上限。",
        "Short series have their bound from the mean and spread of recent weeks.",
    ),
    "method.formula.c3": (
        "Вариант C3 складывает превышения трёх недель подряд.",
        "C3 变体累加连续三周的超出量。",
        "Variant C3 adds up what three weeks in a row have above.",
    ),
    "method.formula.score": (
        "Сигнал, когда счёт больше единицы: число дальше от ожидаемого, чем граница.",
        "得分大于1时产生信号：数字与预期之距超过上限与预期之距。",
        "A signal where the score is above one: the number is farther off than the bound.",
    ),
    "method.difference": ("Чем отличаются два режима", "两种模式的区别", "How the two modes differ"),
    "method.difference.text": (
        "Режим «{strict}» следует статьям. Режим «{compat}» даёт числа пакета surveillance для R со "
        "всеми его "
        "отступлениями, чтобы можно было сверять.",
        "“{strict}”模式遵循论文。“{compat}”模式给出 R 的 surveillance 程序包的数字，包括其偏离之处，以便"
        "核对。",
        "Mode “{strict}” follows the papers. Mode “{compat}” gives the numbers of R's package "
        "surveillance, its "
        "departures included, so that they can be compared.",
    ),
    "method.difference.dispersion": (
        "Фаррингтон с перевзвешиванием: для проверки тренда и ошибки прогноза пакет R берёт разброс без "
        "множителя μ. Тренд тогда остаётся в 69 % недель вместо 33 %, границы сдвигаются на −12…+10 %.",
        "法林顿法重新加权时：检验趋势和预测误差所用的离散度，R 程序包少了因子μ。因此趋势在69%（而非33%）"
        "的周中被保留，"
        "上限偏移−12%至+10%。",
        "Farrington with re-weighting: for the test of the trend and the error of the prediction the R "
        "package "
        "takes the dispersion without the factor μ. The trend is then kept in 69 % of weeks instead of "
        "33 %, and "
        "bounds move by −12 to +10 %.",
    ),
    "method.difference.papers": ("По статьям", "按论文", "By the papers"),
    "method.difference.package": ("В пакете R", "R 程序包", "In the R package"),
    "method.difference.c3": (
        "EARS C3: пакет R центрирует границу на самом проверяемом числе, и текущая неделя на сигнал не "
        "влияет; "
        "по статье — на среднем недель сравнения. Расходятся 205 решений из 2071.",
        "EARS C3：R 程序包以受检数字本身为上限中心，当周对信号不起作用；按论文应以比较周的均值为中心。"
        "2071次判断中有205次"
        "不同。",
        "EARS C3: the R package centres the bound on the very number that is tested, so that the current "
        "week has "
        "no say; by the paper it is the mean of the weeks compared with. 205 of 2,071 decisions differ.",
    ),
    "method.difference.rest": (
        "Граница по отрицательному биномиальному распределению без ошибки прогноза от первого отличия не "
        "зависит: её и предлагает секретариат для работы.",
        "不含预测误差的负二项上限不受第一项差异影响，因此建议日常采用。",
        "The negative binomial bound without the error of the prediction is not touched by the first "
        "difference; "
        "it is the one proposed for use.",
    ),
    "method.standing": ("Положение", "状态", "Standing"),
    "method.standing.proposed": ("предложена", "已提出", "proposed"),
    "method.standing.in_force": ("действует", "现行", "in force"),
    "method.standing.superseded": ("заменена", "已被取代", "superseded"),
    "method.standing.withdrawn": ("отозвана", "已撤回", "withdrawn"),
    "method.party": ("Предложил", "提出方", "Proposed by"),
    "method.since": ("Действует с", "生效日期", "In force from"),
    "method.until": ("Действовала до", "失效日期", "In force until"),
    "method.reason": ("Почему предлагается", "提出理由", "Why it is proposed"),
    "method.digest": ("Дайджест метода", "方法摘要", "Digest of the method"),
    "method.new": ("Предложить метод", "提出方法", "Propose a method"),
    "method.propose": ("Предложить", "提出", "Propose it"),
    "method.proposed.done": (
        "Предложено. Сравнение с действующей версией считается и появится на странице версии.",
        "已提出。正在与现行版本比对，结果将显示在该版本页面。",
        "Proposed. The comparison with the version in force is being computed and will stand on its page.",
    ),
    "method.adopt": ("Записать принятие метода", "记录方法的通过", "Record that a method was adopted"),
    "method.adopt.button": ("Записать принятие", "记录通过", "Record the adoption"),
    "method.adopted.done": (
        "Принятие записано. С этого дня сигналы находятся по этой версии.",
        "通过已记录。自该日起按本版本发现信号。",
        "Adoption recorded. From that day on signals are found by this version.",
    ),
    "method.withdraw": ("Отозвать предложение", "撤回提议", "Withdraw the proposal"),
    "method.withdrawn.done": ("Предложение отозвано.", "提议已撤回。", "The proposal is withdrawn."),
    "method.body": ("Кем принят", "通过机构", "Adopted by"),
    "method.instrument": ("Номер документа", "文件编号", "Number of the instrument"),
    "method.instrument.hint": (
        "Как стоит на решении, например 4/2026.", "按决定上的编号，例如4/2026。",
        "As it stands on the decision, for example 4/2026.",
    ),
    "method.adopted_on": ("Когда принят", "通过日期", "Adopted on"),
    "method.adopted.text": (
        "Принята: {body}, документ {number}, {day}.", "由{body}通过，文件{number}，{day}。",
        "Adopted by {body}, instrument {number}, {day}.",
    ),
    "method.illustrative": (
        "Пример: принятие вымышлено, никакое государство его не принимало.",
        "示例：通过一事纯属虚构，任何国家均未通过。",
        "Illustrative: the adoption is invented, no State has adopted it.",
    ),
    "method.test": ("Проверка на прошлых данных", "历史数据回测", "Back-test"),
    "method.test.none": (
        "Проверки на прошлых данных ещё нет.", "尚无历史数据回测。", "There is no back-test yet.",
    ),
    "method.test.text": (
        "Недели с {first} по {last}, рядов: {series}. Эта версия подала бы сигналов: {n} (оценено недель "
        "рядов: {tested}).",
        "{first}至{last}各周，序列{series}个。本版本会产生信号{n}个（评估序列周{tested}个）。",
        "Weeks from {first} to {last}, {series} series. This version would have raised {n} "
        "{n|signal|signals} ({tested} weeks of series tested).",
    ),
    "method.test.against": (
        "Версия {n} подала бы: {m}. Решение изменилось бы в стольких неделях: {k}.",
        "第{n}版会产生{m}个。判断不同的周：{k}个。",
        "Version {n} would have raised {m}. {k} {k|week|weeks} would be decided otherwise.",
    ),
    "method.test.changed": ("Недели, решённые иначе", "判断不同的周", "Weeks decided otherwise"),
    "method.test.own": (
        "Показаны недели вашего государства; секретариат видит все.",
        "仅显示贵国的周；秘书处可见全部。",
        "Weeks of your own State are shown; the Secretariat reads all of them.",
    ),
    "method.test.before": ("Было", "原判断", "Before"),
    "method.test.after": ("Стало", "新判断", "After"),
    "method.test.signal": ("сигнал", "信号", "signal"),
    "method.test.quiet": ("спокойно", "平静", "quiet"),
    "method.test.inputs": ("Дайджест исходных чисел", "输入数据摘要", "Digest of the counts"),
    "method.test.result": ("Дайджест результата", "结果摘要", "Digest of the result"),
    "act.health.method.proposed": (
        "{actor}: предложен метод обнаружения, версия {version}.",
        "{actor}：提出检测方法第{version}版。",
        "{actor}: method of detection proposed, version {version}.",
    ),
    "act.health.method.tested": (
        "{actor}: версия {version} проверена на прошлых данных, сигналов — {signals}, иначе решённых "
        "недель — "
        "{changed}.",
        "{actor}：第{version}版经历史数据回测，信号{signals}个，判断不同的周{changed}个。",
        "{actor}: version {version} tried on past counts: {signals} signals, {changed} weeks decided "
        "otherwise.",
    ),
    "act.health.method.adopted": (
        "{actor}: записано принятие метода, версия {version}: {body}, документ {instrument}.",
        "{actor}：记录方法第{version}版的通过：{body}，文件{instrument}。",
        "{actor}: adoption of the method recorded, version {version}: {body}, instrument {instrument}.",
    ),
    "act.health.method.withdrawn": (
        "{actor}: отозвана версия метода {version}.",
        "{actor}：撤回方法第{version}版。",
        "{actor}: version {version} of the method withdrawn.",
    ),
    "refusal.method_unknown": (
        "Такого алгоритма или режима нет. Выберите из предложенных.",
        "没有此算法或模式。请从所列选项中选择。",
        "There is no such algorithm or mode. Choose one of those offered.",
    ),
    "refusal.method_parameter": (
        "Параметр {name} отсутствует или вне допустимых пределов. Исправьте его.",
        "参数{name}缺失或超出允许范围。请更正。",
        "The parameter {name} is missing or out of its range. Correct it.",
    ),
    "refusal.method_seasons": (
        "Столько сезонных ступеней не помещается между окнами. Уменьшите их число или окно.",
        "窗口之间容不下这么多季节层级。请减少层级或缩小窗口。",
        "So many seasonal levels do not fit between the windows. Take fewer, or a smaller window.",
    ),
    "refusal.method_reason_missing": (
        "Напишите хотя бы на одном языке, почему предлагается этот метод.",
        "请至少以一种语文写明提出该方法的理由。",
        "Say in one language at least why the method is proposed.",
    ),
    "refusal.method_there": (
        "Такой метод уже есть: версия {n}. Измените параметры или сошлитесь на неё.",
        "已有相同的方法：第{n}版。请修改参数或引用该版本。",
        "This very method is there already as version {n}. Change a parameter, or refer to it.",
    ),
    "refusal.method_not_open": (
        "Эта версия уже не предложение: она принята, заменена или отозвана.",
        "该版本已非提议：已通过、被取代或撤回。",
        "This version is no proposal any more: it was adopted, superseded or withdrawn.",
    ),
    "refusal.method_not_tested": (
        "Проверки на прошлых данных против версии {n} ещё нет. Дождитесь её: она считается сама.",
        "尚无与第{n}版对照的历史数据回测。请等待，系统将自动计算。",
        "There is no back-test against version {n} yet. Wait for it: it is computed by itself.",
    ),
    "refusal.method_before_adoption": (
        "Метод не может действовать раньше, чем принят. Исправьте одну из дат.",
        "方法不得早于通过之日生效。请更正日期。",
        "A method is not in force before it is adopted. Correct one of the two days.",
    ),
    "refusal.method_ahead": (
        "Принятие записывается не раньше дня вступления в силу. Укажите сегодняшний или прошедший день.",
        "通过须在生效之日或之后记录。请填写今天或以前的日期。",
        "An adoption is recorded once it takes effect. Give today or a day that is past.",
    ),
    "refusal.method_not_later": (
        "Действующая версия вступила в силу {since}. Новая начинается позже.",
        "现行版本自{since}起生效。新版本须晚于该日。",
        "The version in force began on {since}. The new one begins later.",
    ),
    "refusal.instrument_missing": (
        "Назовите номер документа, которым метод принят.",
        "请填写通过该方法的文件编号。",
        "Give the number of the instrument by which it was adopted.",
    ),
    "power.methods.propose": (
        "предлагать методы обнаружения", "提出检测方法", "propose methods of detection",
    ),
    "power.methods.adopt": (
        "записывать принятие методов", "记录方法的通过", "record the adoption of methods",
    ),
}  # fmt: skip
