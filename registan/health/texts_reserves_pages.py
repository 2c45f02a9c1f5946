"""Sentences of the pages of reserves and exercises."""

from __future__ import annotations

TEXTS_RESERVES_PAGES: dict[str, tuple[str, str, str]] = {
    "exercise.banner": (
        "УЧЕНИЕ. Того, о чём здесь сказано, на самом деле не было; с настоящим это не подбирается и не "
        "складывается.",
        "演练。此处所述并未真实发生；不与任何真实事项匹配，也不合并统计。",
        "EXERCISE. What is told here has not happened; it is neither matched nor counted with what "
        "is real.",
    ),
    "exercise": ("Учение", "演练", "Exercise"),
    "exercises": ("Учения", "各项演练", "Exercises"),
    "exercises.lede": (
        "Что отрабатывается без настоящего события. Всё, что входит в учение, считается только здесь.",
        "没有真实事件时的演练。演练中的一切只在此处统计。",
        "What is tried out without a real emergency. Whatever belongs to an exercise is counted "
        "here alone.",
    ),
    "exercises.none": (
        "Учений пока нет. Учение открывает секретариат.",
        "暂无演练。演练由秘书处开启。",
        "There is no exercise yet. The Secretariat opens one.",
    ),
    "exercises.under_way": ("Идут учения", "正在进行的演练", "Exercises under way"),
    "exercise.one": ("Учение № {number}", "第{number}号演练", "Exercise {number}"),
    "exercise.open": ("идёт", "进行中", "under way"),
    "exercise.closed": ("завершено", "已结束", "closed"),
    "exercise.new": ("Открыть учение", "开启演练", "Open an exercise"),
    "exercise.add": ("Включить событие или раунд", "纳入事件或轮次", "Add an emergency or a round"),
    "exercise.add.part": ("Что включить", "纳入内容", "What is added"),
    "exercise.add.none": (
        "Нет событий и раундов с пометкой «учение», которые никуда не входят.",
        "没有尚未纳入且标记为演练的事件或轮次。",
        "No emergency and no round that is marked as an exercise stands outside of one.",
    ),
    "exercise.close": ("Завершить учение", "结束演练", "Close the exercise"),
    "exercise.starts_on": ("Начало", "开始日期", "First day"),
    "exercise.ends_on": ("Окончание по замыслу", "计划结束日期", "Last day as planned"),
    "exercise.of": ("Учение или настоящее", "演练或真实", "In earnest or in an exercise"),
    "exercise.real": ("настоящее", "真实", "in earnest"),
    "exercise.counts": (
        "только в этом учении: событий {events}, раундов помощи {rounds}, запасов {pledges}, "
        "вызовов {calls}",
        "仅限本次演练：事件{events}起，援助轮次{rounds}个，储备{pledges}项，调用{calls}次",
        "in this exercise alone: emergencies {events}, rounds {rounds}, stocks {pledges}, calls to "
        "work {calls}",
    ),
    "exercise.stocks": ("Запасы этого учения", "本次演练的储备", "Stocks of this exercise"),
    "exercise.confirm": ("Записать", "记录", "Record it"),
    "exercise.done": ("Записано.", "已记录。", "Recorded."),
    "reserves": ("Резервы", "储备", "Reserves"),
    "reserves.lede": (
        "Что есть у государств и что из этого заложено в общий резерв; на сколько дней этого хватит и что "
        "истекает. Видят члены организации.",
        "各国持有的储备及纳入共同储备的部分；可维持多少天，哪些即将过期。仅成员国可见。",
        "What States have and what of it is for the common reserve; for how many days it lasts, and what "
        "expires. Seen by members.",
    ),
    "reserves.none": (
        "Запасов здесь пока нет. Их вносят государства.",
        "此处暂无储备。由各国自行登记。",
        "No stock is entered here yet. States enter their own.",
    ),
    "reserves.illustrative": (
        "есть вымышленное, для примера",
        "含虚构示例",
        "some of it is invented, for the example",
    ),
    "reserves.new": ("Внести запас", "登记储备", "Enter a stock"),
    "reserves.new.lede": (
        "По партиям, в единицах каталога. Без имён: запас принадлежит государству.",
        "按批次填写，单位见目录。请勿写人名：储备属于国家。",
        "Lot by lot, in the units of the catalogue. No names of persons: the stock is the State's.",
    ),
    "reserves.send": ("Внести таблицей", "以表格登记", "Enter a table"),
    "reserves.send.lede": (
        "Партия в строке. Читается вся таблица или ничего; сначала вы увидите, что прочитано.",
        "每行一个批次。整表录入或完全不录入；确认前可查看读取结果。",
        "A lot a line. All of the table is taken or nothing; you see first what was read.",
    ),
    "reserves.send.template": (
        "Образец: ваши запасы, как они внесены",
        "模板：贵国已登记的储备",
        "Template: your own stocks as they stand",
    ),
    "reserves.file": ("Таблица", "表格", "Table"),
    "reserves.read": ("Прочитано", "读取结果", "What was read"),
    "reserves.read.item": (
        "партий {lots}, всего {quantity}, в общий резерв {common}, потребность в день {daily}",
        "{lots}个批次，共{quantity}，共同储备{common}，每日需求{daily}",
        "lots {lots}, in all {quantity}, for the common reserve {common}, demand a day {daily}",
    ),
    "reserves.renew": ("Обновить сведения", "更新储备", "Tell it anew"),
    "reserves.withdraw": ("Отозвать запас", "撤回储备", "Withdraw the stock"),
    "reserves.confirm": ("Записать запас", "记录储备", "Record the stock"),
    "reserves.done": ("Запас записан.", "储备已记录。", "The stock is recorded."),
    "reserves.sheet.done": (
        "Записано запасов: {n}.",
        "已记录{n}项储备。",
        "{n} {n|stock|stocks} recorded.",
    ),
    "reserves.item": ("Предмет", "物资", "Item"),
    "reserves.lots": ("Партии", "批次", "Lots"),
    "reserves.lots.hint": (
        "По одной в строке: количество; сколько из него в общий резерв; срок годности YYYY-MM-DD; "
        "номер партии. "
        "Последние три можно не указывать.",
        "每行一批：数量；其中共同储备数量；有效期 YYYY-MM-DD；批号。后三项可不填。",
        "One a line: quantity; how much of it for the common reserve; day of expiry YYYY-MM-DD; number of "
        "the lot. The last three may be left out.",
    ),
    "reserves.as_of": ("Запас по состоянию на", "盘点日期", "Stock as counted on"),
    "reserves.daily": ("Потребность в день", "每日需求", "Demand a day"),
    "reserves.daily.hint": (
        "В единицах предмета. 0, если запас хранится на крайний случай.",
        "以物资单位计。仅备应急的填0。",
        "In units of the item. 0 for a stock that waits for the worst case.",
    ),
    "reserves.days": ("Дней своего резерва", "留存天数", "Days kept"),
    "reserves.days.hint": (
        "Столько дней потребности государство оставляет себе.",
        "本国留存的需求天数。",
        "For so many days of demand the State keeps for itself.",
    ),
    "reserves.condition": (
        "Потребность по прогнозу болезни",
        "按病种预测的需求",
        "Demand by the forecast of a disease",
    ),
    "reserves.condition.hint": (
        "Тогда потребность в день считается из прогноза: верхняя граница 95 % на ближайшую неделю.",
        "选择后，每日需求按预测计算：取最近一周95%区间上限。",
        "Then the demand follows the forecast: the upper 95 % bound of its first week.",
    ),
    "reserves.condition.none": ("не по прогнозу", "不按预测", "not by a forecast"),
    "reserves.per_case": ("Единиц на один случай", "每例所需数量", "Units a case"),
    "reserves.sums": (
        "Предметов {items}, государств {states}. Истекает за 13 недель партий: {soon}; из них не будет "
        "использовано вовремя: {spare}.",
        "物资{items}种，国家{states}个。13周内到期批次{soon}个，其中预计用不完的{spare}个。",
        "{items} {items|item|items} of {states} {states|State|States}. Lots that expire within 13 weeks: "
        "{soon}; of them not used by then: {spare}.",
    ),
    "reserves.common": (
        "{item}: в общем резерве {quantity}; при потребности всех, кто её указал, хватит на {days} "
        "{days|день|дня|дней}",
        "{item}：共同储备{quantity}；按已填报的总需求可维持{days}天",
        "{item}: common reserve {quantity}; at the demand of all who state one it lasts {days} "
        "{days|day|days}",
    ),
    "reserves.common.no_demand": (
        "{item}: в общем резерве {quantity}; потребности никто не указал",
        "{item}：共同储备{quantity}；尚无国家填报需求",
        "{item}: common reserve {quantity}; nobody states a demand",
    ),
    "reserves.table": ("Запасы по предметам", "各项储备", "Stocks by item"),
    "reserves.table.key": (
        "Запас — без партий с истёкшим сроком. «Своего» — без общего резерва. «Общего» — на "
        "сколько дней весь "
        "общий резерв покрыл бы потребность одного этого государства.",
        "存量不含过期批次。“本国”不含共同储备。“共同”指全部共同储备可满足该国一国需求的天数。",
        "Stock is without expired lots. “Own” is without the common reserve. “Common” is for how "
        "many days the "
        "whole common reserve would cover the demand of this State alone.",
    ),
    "reserves.stock": ("Запас", "存量", "Stock"),
    "reserves.in_common": ("В общем резерве", "共同储备", "For the common reserve"),
    "reserves.cover": ("Своего, дней", "本国，天", "Own lasts, days"),
    "reserves.common_cover": ("Общего, дней", "共同，天", "Common lasts, days"),
    "reserves.kept": ("Оставляет, дней", "留存，天", "Keeps, days"),
    "reserves.awaited": ("ожидается обновление", "待更新", "renewal awaited"),
    "reserves.by_forecast": (
        "по прогнозу: {condition}, {week}",
        "按预测：{condition}，{week}",
        "by forecast: {condition}, {week}",
    ),
    "reserves.radar": ("Что истекает", "到期预警", "What expires"),
    "reserves.radar.key": (
        "Полоса — 52 недели от сегодняшнего дня, самые дальние у правого края. Высокая тёмная "
        "черта — партия, "
        "часть которой истечёт раньше, чем будет использована; низкая светлая — будет использована в срок.",
        "横条为从今天起52周，更远的在右端。高而深的标记：该批次有部分在用完前到期；低而浅的：可在到期前用完。",
        "The strip is 52 weeks from today; what lies beyond stands at its right end. A tall dark "
        "stroke is a "
        "lot of which some expires before it is used; a low light one is used in time.",
    ),
    "reserves.radar.lots": (
        "Партии по сроку годности",
        "按有效期排列的批次",
        "Lots by day of expiry",
    ),
    "reserves.radar.none": (
        "Партий со сроком годности нет.",
        "没有设有效期的批次。",
        "No lot has a day of expiry.",
    ),
    "reserves.radar.first": (
        "первая через {n} {n|неделю|недели|недель}",
        "最早{n}周后",
        "the first in {n} {n|week|weeks}",
    ),
    "reserves.radar.expired": ("первая уже истекла", "最早的已过期", "the first has expired"),
    "reserves.expires_on": ("Срок годности", "有效期", "Expires"),
    "reserves.weeks": ("Недель", "周", "Weeks"),
    "reserves.lot": ("Партия", "批号", "Lot"),
    "reserves.quantity": ("Количество", "数量", "Quantity"),
    "reserves.unused": ("Не будет использовано", "预计用不完", "Not used by then"),
    "reserves.takers": ("Могли бы взять", "可接收的请求", "Could take it"),
    "reserves.taker": (
        "{state}: {quantity}",
        "{state}，{quantity}",
        "{state}, {quantity}",
    ),
    "reserves.takers.none": ("заявок нет", "无请求", "no request"),
    "reserves.expired": ("срок истёк", "已过期", "expired"),
    "reserves.rotation": (
        "«Не будет использовано» — при указанной потребности, если сначала расходуется то, что "
        "истекает раньше. "
        "«Могли бы взять» — открытые заявки на тот же предмет, к которым есть путь и которые "
        "партия застанет годной.",
        "“预计用不完”：按所报需求、先到期先用推算。“可接收的请求”：同一物资、有运输路线且到达时仍有效的未结请求。",
        "“Not used by then” is at the stated demand, the soonest lots used first. “Could take it” are open "
        "requests for the same item to which there is a way and which the lot reaches while it is good.",
    ),
    "reserves.downloads": ("Скачать", "下载", "Download"),
    "reserves.download.lots": ("партии", "批次明细", "lots"),
    "reserves.download.cover": ("обеспеченность", "维持天数", "cover"),
    "reserves.see": ("Показано", "当前显示", "Shown"),
}
