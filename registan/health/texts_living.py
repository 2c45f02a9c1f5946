"""Sentences of the indicators that the desk of health offers to plans."""

from __future__ import annotations

TEXTS_LIVING: dict[str, tuple[str, str, str]] = {
    "offered.health.complete_weeks.name": (
        "Недели с полными данными от всех государств",
        "各国数据齐全的周",
        "Weeks with complete data from all States",
    ),
    "offered.health.complete_weeks.unit": ("%", "%", "%"),
    "offered.health.complete_weeks.definition": (
        "Доля недель, за которые каждое государство-член прислало число случаев, в том числе ноль. "
        "Учитываются последние 52 недели, сведения за которые уже ожидались, — каждая болезнь "
        "отдельно, с первой недели, о которой сообщил кто-либо. При учёте по дням достаточно числа за "
        "один день недели. Состав членов — на конец недели.",
        "各成员国均已报送病例数（包括零）的周所占比例。统计应已报送的最近52周，各病种分别计算，自任何一国首次"
        "报送的周起算。按日统计的病种，一周内有一日数据即可。成员国以该周末为准。",
        "The share of weeks for which each member State has sent the number of cases, zero among them. "
        "Of the last 52 weeks whose figures were awaited, each condition on its own, from the first week "
        "that anybody spoke of. Where days are counted, the figure of one day of the week is enough. "
        "Members are those at the end of the week.",
    ),
    "offered.health.complete_weeks.told": (
        "{value} %: полные данные за {part} из {whole} недель.",
        "{value}%：{whole}周中有{part}周数据齐全。",
        "{value} %: complete data for {part} of {whole} weeks.",
    ),
    "offered.health.complete_weeks.none": (
        "Нет данных, по которым это можно посчитать.",
        "没有可供计算的数据。",
        "There are no data from which this could be worked out.",
    ),
    "offered.health.hours_to_notify.name": (
        "Часы до уведомления, медиана",
        "通报用时中位数",
        "Median hours to notify",
    ),
    "offered.health.hours_to_notify.unit": ("часов", "小时", "hours"),
    "offered.health.hours_to_notify.definition": (
        "Медиана времени от момента, когда государство узнало о чрезвычайной ситуации, до её "
        "уведомления остальным. Учитываются уведомления за последние 365 дней; учения не учитываются.",
        "自国家获悉突发事件至向其他国家通报的时间中位数。统计最近365天的通报，不含演练。",
        "The median time from the moment a State came to know of an emergency to its notification of the "
        "others. Notifications of the last 365 days; exercises are left out.",
    ),
    "offered.health.hours_to_notify.told": (
        "{value} ч по {whole} {whole|уведомлению|уведомлениям|уведомлениям}.",
        "{value}小时（{whole}份通报）。",
        "{value} hours, of {whole} {whole|notification|notifications}.",
    ),
    "offered.health.hours_to_notify.none": (
        "Нет данных, по которым это можно посчитать.",
        "没有可供计算的数据。",
        "There are no data from which this could be worked out.",
    ),
    "offered.health.requests_served.name": (
        "Доля выполненных заявок на помощь",
        "援助请求满足比例",
        "Share of requests for help that were served",
    ),
    "offered.health.requests_served.unit": ("%", "%", "%"),
    "offered.health.requests_served.definition": (
        "Доля заявок последних 365 дней, по которым получено всё, что просили; замены считаются по тому, "
        "сколько они заменяют. Отозванные заявки и учения не учитываются.",
        "最近365天提出的请求中已全部收到援助的比例；替代品按其替代数量计算。不含已撤回的请求和演练。",
        "Of the requests of the last 365 days, those for which all that was asked for has arrived; "
        "substitutes count by what they replace. Requests taken back and exercises are left out.",
    ),
    "offered.health.requests_served.told": (
        "{value} %: выполнено заявок {part} из {whole}.",
        "{value}%：{whole}项请求中已满足{part}项。",
        "{value} %: {part} of {whole} {whole|request|requests} served.",
    ),
    "offered.health.requests_served.none": (
        "Нет данных, по которым это можно посчитать.",
        "没有可供计算的数据。",
        "There are no data from which this could be worked out.",
    ),
}
