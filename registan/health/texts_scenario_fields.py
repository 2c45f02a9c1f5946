"""Sentences of the assumptions of a scenario: their names, hints and sections."""

from __future__ import annotations

TEXTS_SCENARIO_FIELDS: dict[str, tuple[str, str, str]] = {
    "scenario.part.what": ("Вопрос", "问题", "The question"),
    "scenario.part.disease": ("Болезнь", "疾病", "The disease"),
    "scenario.part.states": ("Государства", "国家", "The States"),
    "scenario.part.people": ("Возраст и контакты", "年龄与接触", "Ages and contacts"),
    "scenario.part.travel": ("Связи между государствами", "国家之间的往来", "Links between States"),
    "scenario.part.reports": ("Отчётность", "通报", "Reports"),
    "scenario.part.local": ("Внутренние ограничения", "国内限制措施", "Measures inside a State"),
    "scenario.part.abroad": ("Ограничения поездок", "旅行限制措施", "Measures on travel"),
    "scenario.part.computing": ("Расчёт", "计算", "Computing"),
    "scenario.part.states.text": (
        "Население — факт с источником и годом. Койки и число заразных в первый день — допущения.",
        "人口为注明来源和年份的事实；床位数和首日传染者人数为假设。",
        "People are a fact with source and year. Beds and the infectious on the first day are assumptions.",
    ),
    "scenario.part.local.text": (
        "Одни и те же правила в обоих случаях; различаются только сроки: порознь каждое государство ждёт "
        "собственной тревоги, вместе тревога одного запускает меры у всех.",
        "两种情况下规则相同，只是时间不同：各自行动时，各国等待本国警报；联合行动时，"
        "一国警报即启动各国措施。",
        "The rules are the same in both cases; only the times differ: each alone, a State waits "
        "for its own alarm; "
        "together, the alarm of one starts the measures of all.",
    ),
    "scenario.part.abroad.text": (
        "То же для контактов с жителями других государств.",
        "对与他国居民的接触同样适用。",
        "The same for contacts with people of other States.",
    ),
    "scenario.assumptions": ("Допущения", "假设", "Assumptions"),
    "scenario.fact_people": (
        "население — факт, остальное — допущения",
        "人口为事实，其余为假设",
        "people: fact; the rest: assumptions",
    ),
    "scenario.fact": ("факт", "事实", "fact"),
    "scenario.assumption": ("допущение", "假设", "assumption"),
    "scenario.included": ("Участвует", "纳入", "Included"),
    "scenario.people": ("Население", "人口", "People"),
    "scenario.source": ("Источник и год", "来源和年份", "Source and year"),
    "scenario.beds": ("Койки", "床位", "Beds"),
    "scenario.first": ("Заразны в день 0", "第0天传染者", "Infectious on day 0"),
    "scenario.of_state": ("{state}: {what}", "{state}：{what}", "{state}: {what}"),
    "scenario.place": (
        "{people} человек ({source}); коек — {beds}; заразны в день 0 — {first}",
        "人口{people}（{source}）；床位{beds}；第0天传染者{first}人",
        "{people} people ({source}); {beds} beds; {first} infectious on day 0",
    ),
    "scenario.name": (
        "Название болезни или ситуации",
        "疾病或情况名称",
        "Name of the disease or situation",
    ),
    "scenario.r0": (
        "Базовое число воспроизводства R0",
        "基本再生数 R0",
        "Basic reproduction number R0",
    ),
    "scenario.r0.hint": (
        "Скольких в среднем заражает один больной без всяких мер. Оставьте пустым, если указана "
        "вероятность передачи.",
        "无任何措施时，一名患者平均感染的人数。如已填传播概率，此栏留空。",
        "How many one case infects on average without any measure. Leave it empty where "
        "transmission is given.",
    ),
    "scenario.transmission": (
        "Или: вероятность передачи при контакте",
        "或：每次接触的传播概率",
        "Or: transmission per contact",
    ),
    "scenario.transmission.hint": (
        "Вместо R0, если он неизвестен: заражений на один контакт с заразным.",
        "如 R0 未知，以此代替：与传染者每次接触所致感染数。",
        "In place of R0 where it is not known: infections for one contact with an infectious person.",
    ),
    "scenario.latent_days": ("Скрытый период, дней", "潜隐期（天）", "Latent time, days"),
    "scenario.infectious_days": ("Заразный период, дней", "传染期（天）", "Infectious time, days"),
    "scenario.hospital": (
        "Госпитализируются, % заразившихся",
        "住院比例（占感染者%）",
        "Admitted to hospital, % of the infected",
    ),
    "scenario.three.hint": (
        "Три числа через пробел: 0–14, 15–64, 65 лет и старше.",
        "三个数字，以空格分隔：0—14岁、15—64岁、65岁及以上。",
        "Three numbers with blanks between them: 0–14, 15–64, 65 and more.",
    ),
    "scenario.stay_days": ("Дней в больнице", "住院天数", "Days in hospital"),
    "scenario.age_shares": ("Доли возрастов, %", "年龄构成（%）", "Shares of the ages, %"),
    "scenario.contacts": ("Контактов в день", "每日接触数", "Contacts a day"),
    "scenario.contacts.hint": (
        "Три строки по три числа: строка встречает столбец, те же возрасты.",
        "三行，每行三个数字：行与列相遇，年龄组同上。",
        "Three lines of three numbers: the row meets the column, by the same ages.",
    ),
    "scenario.abroad": (
        "Контакты с жителями других государств, %",
        "与他国居民的接触（%）",
        "Contacts with people of other States, %",
    ),
    "scenario.abroad.hint": (
        "Доля всех контактов. Перевозок мы не знаем: это допущение.",
        "占全部接触的比例。客流数据不掌握，故为假设。",
        "Share of all contacts. Flows of passengers are not known: this is an assumption.",
    ),
    "scenario.routes": ("Как они делятся", "如何分配", "How they divide"),
    "scenario.routes.people": ("по населению", "按人口", "by the people of each State"),
    "scenario.routes.even": ("поровну", "平均", "evenly"),
    "scenario.links": ("Особые связи", "特别往来", "Particular links"),
    "scenario.links.hint": (
        "По одной на строке: два кода и множитель, например KZ CN 3. Можно оставить пустым.",
        "每行一项：两个国家代码和倍数，例如 KZ CN 3。可以留空。",
        "One a line: two codes and a factor, for example KZ CN 3. May be left empty.",
    ),
    "scenario.reported": (
        "Попадает в отчёты, % случаев",
        "通报比例（占病例%）",
        "Reported, % of cases",
    ),
    "scenario.report_delay": ("Задержка отчёта, дней", "通报延迟（天）", "Delay of reports, days"),
    "scenario.trigger.level": (
        "Тревога: больше случаев на 100 000 в день, чем",
        "警报：每日每10万人通报病例超过",
        "Alarm: reported cases per 100,000 a day above",
    ),
    "scenario.trigger.days": ("столько дней подряд", "连续天数", "on as many days running"),
    "scenario.trigger.factor": (
        "Остаётся контактов, %",
        "保留的接触（%）",
        "Contacts that remain, %",
    ),
    "scenario.trigger.lasts": (
        "Действует дней (0 — до конца)",
        "持续天数（0为直至结束）",
        "Lasts days (0: to the end)",
    ),
    "scenario.trigger.delay": (
        "Порознь: дней от своей тревоги до меры",
        "各自行动：本国警报至措施的天数",
        "Each alone: days from the own alarm to the measure",
    ),
    "scenario.trigger.joint_delay": (
        "Вместе: дней от своей тревоги до меры",
        "联合行动：本国警报至措施的天数",
        "Together: days from the own alarm to the measure",
    ),
    "scenario.trigger.shared_delay": (
        "Вместе: дней от тревоги другого до меры",
        "联合行动：他国警报至措施的天数",
        "Together: days from another's alarm to the measure",
    ),
    "scenario.days": ("Горизонт, дней", "时间范围（天）", "Horizon, days"),
    "scenario.runs": ("Прогонов", "模拟次数", "Runs"),
    "scenario.runs.hint": (
        "От 100 до 10 000. При 1 000 медиана устойчива.",
        "100至10 000次。1 000次时中位数已稳定。",
        "From 100 to 10,000. With 1,000 a median is steady.",
    ),
    "scenario.seed": ("Число для случайности", "随机数种子", "Seed of chance"),
    "scenario.seed.hint": (
        "Любое целое число: с тем же числом результат тот же.",
        "任意整数：数字相同则结果相同。",
        "Any whole number: the same number gives the same result.",
    ),
    "scenario.number_unreadable": (
        "Здесь нужно число, например 2,5.",
        "此处应为数字，例如 2.5。",
        "A number is needed here, for example 2.5.",
    ),
    "scenario.numbers_unreadable": (
        "Здесь нужно чисел: {n}, через пробел.",
        "此处应为{n}个数字，以空格分隔。",
        "{n} numbers are needed here, with blanks between them.",
    ),
    "scenario.links_unreadable": (
        "Строка «{line}» не читается: нужны два кода и число.",
        "无法识别“{line}”：应为两个代码和一个数字。",
        "The line “{line}” cannot be read: two codes and a number are needed.",
    ),
}
