"""Sentences of promised help on its way, and of the account of fairness."""

from __future__ import annotations

TEXTS_TRACKING: dict[str, tuple[str, str, str]] = {
    "act.health.movement.entered": (
        "{actor}: помощь в пути — {item}, {donor} → {recipient}: {stage}, {quantity} (раунд {aid}).",
        "{actor}：援助在途：{item}，{donor}至{recipient}，{stage}{quantity}（第{aid}轮）。",
        "{actor}: help on its way: {item}, {donor} to {recipient}: {stage}, {quantity} (round {aid}).",
    ),
    "refusal.stage_unknown": (
        "Укажите, что произошло: отгружено, получено или использовано.",
        "请注明情况：已发运、已收到或已使用。",
        "Say what happened: shipped, received or used.",
    ),
    "refusal.match_not_promised": (
        "По этой строке обе стороны ещё не договорились. Сначала ответьте на предложение.",
        "双方尚未就此项达成一致。请先答复分配方案。",
        "Both sides have not agreed on this yet. Answer the proposal first.",
    ),
    "refusal.reason_unknown": (
        "Выберите причину из списка.",
        "请从列表中选择原因。",
        "Choose a reason from the list.",
    ),
    "refusal.quantity_zero": (
        "Количество не может быть нулевым.",
        "数量不能为零。",
        "The quantity cannot be zero.",
    ),
    "refusal.correction_without_reason": (
        "Исправление вносится с причиной. Выберите её из списка.",
        "更正须注明原因，请从列表中选择。",
        "A correction has a reason. Choose it from the list.",
    ),
    "refusal.more_than_before": (
        "Здесь может быть внесено не больше {most}: столько пришло с предыдущего этапа. "
        "Если там ошибка, пусть её исправит та сторона, которая внесла запись.",
        "此处最多可填{most}：上一环节只到达这么多。如上一环节有误，请由填报方更正。",
        "At most {most} can be entered here: no more stands at the stage before. If that is wrong, let the "
        "side that entered it correct it.",
    ),
    "refusal.less_than_after": (
        "Снять можно не больше {most}: остальное уже стоит на следующем этапе.",
        "最多可撤回{most}：其余部分已进入下一环节。",
        "At most {most} can be taken back: the rest already stands at the next stage.",
    ),
    "tracking": ("Помощь в пути", "援助在途情况", "Help on its way"),
    "tracking.lede": (
        "Что обещано обеими сторонами и что из этого отгружено, получено и использовано.",
        "双方承诺的援助，以及其中已发运、已收到和已使用的数量。",
        "What both sides have promised, and what of it was shipped, received and used.",
    ),
    "tracking.none": (
        "Пока ничего не обещано: строки появятся, когда донор и получатель согласятся.",
        "尚无承诺：援助方和受援方达成一致后将在此列出。",
        "Nothing is promised yet. Lines appear here once donor and recipient agree.",
    ),
    "tracking.cell": ("От кого кому", "援助方与受援方", "From, to"),
    "tracking.leaves": ("Отправка", "发运周", "Leaves in"),
    "tracking.cell.of": (
        "{donor} → {state}: {item}, {amount}, отправка на неделе {week}",
        "{donor}至{state}：{item}，{amount}，{week}发运",
        "{donor} to {state}: {item}, {amount}, leaving in {week}",
    ),
    "tracking.stage.promised": ("обещано", "已承诺", "promised"),
    "tracking.stage.shipped": ("отгружено", "已发运", "shipped"),
    "tracking.stage.received": ("получено", "已收到", "received"),
    "tracking.stage.used": ("использовано", "已使用", "used"),
    "tracking.difference": ("Чего ещё нет", "差额", "What is lacking"),
    "tracking.lacking.shipped": ("не отгружено {n}", "未发运{n}", "{n} not shipped"),
    "tracking.lacking.received": (
        "отгружено, но не получено {n}",
        "已发运未收到{n}",
        "{n} shipped and not received",
    ),
    "tracking.lacking.used": (
        "получено, но не использовано {n}",
        "已收到未使用{n}",
        "{n} received and not used",
    ),
    "tracking.because": (" ({reasons})", "（{reasons}）", " ({reasons})"),
    "tracking.and": ("; ", "；", "; "),
    "tracking.all_used": ("всё использовано", "全部使用", "all of it used"),
    "tracking.enter": ("Внести запись", "填报", "Enter"),
    "tracking.do": ("Запись", "填报记录", "Entry"),
    "tracking.new": (
        "Внести, что стало с помощью",
        "填报援助的去向",
        "Enter what became of help",
    ),
    "tracking.what": ("Что произошло", "情况", "What happened"),
    "tracking.quantity.hint": (
        "В единицах того, что обещано; только это движение, не нарастающим итогом.",
        "以承诺物资的单位计；仅填本次数量，不填累计数。",
        "In units of what is promised; this movement alone, not a running total.",
    ),
    "tracking.takes_back": (
        "Это исправление: снять столько с внесённого раньше",
        "此为更正：从以前填报的数量中扣除",
        "This is a correction: take so many back from what was entered before",
    ),
    "tracking.day": ("День", "日期", "Day"),
    "tracking.reason": ("Причина разницы", "差额原因", "Reason for a difference"),
    "tracking.reason.hint": (
        "Если пришло меньше, чем стояло раньше, или если это исправление.",
        "如数量少于上一环节，或此为更正，请填写。",
        "Where less came than stood before, or where this is a correction.",
    ),
    "tracking.reason.none": ("нет разницы", "无差额", "no difference"),
    "tracking.reason.delayed": ("задержка", "延误", "delayed"),
    "tracking.reason.damaged": ("повреждено", "损坏", "damaged"),
    "tracking.reason.cold_chain": (
        "нарушен температурный режим",
        "冷链中断",
        "the cold chain was broken",
    ),
    "tracking.reason.expired": ("истёк срок годности", "已过期", "expired"),
    "tracking.reason.customs": ("остановлено таможней", "海关滞留", "held at customs"),
    "tracking.reason.lost": ("утрачено в пути", "途中遗失", "lost on the way"),
    "tracking.reason.stock_gone": ("запас исчерпан", "库存已尽", "the stock is gone"),
    "tracking.reason.not_needed": ("больше не нужно", "不再需要", "no longer needed"),
    "tracking.reason.not_usable": ("непригодно", "不适用", "cannot be used"),
    "tracking.reason.recount": ("пересчёт", "重新清点", "counted anew"),
    "account": ("Счёт взаимности", "互助账目", "Account of fairness"),
    "account.lede": (
        "Что государства просили и получили, предлагали и дали за все раунды. Государства стоят в "
        "протокольном порядке; ничто не упорядочено по цифрам.",
        "各国历轮请求与获得、提供与给予的援助。按礼宾顺序排列，不按数字排序。",
        "What States asked and got, offered and gave, over all rounds. States stand in protocol order; "
        "nothing is sorted by a figure.",
    ),
    "account.points": (
        "Коробки, исследования и недели работы экспертов не складываются. Складываются баллы: заявка весит "
        "столько, сколько дало ей согласованное правило, а её часть — соответственно. Сколько баллов дало "
        "одно государство, столько получили другие.",
        "箱数、检测名额和专家周不能相加，可以相加的是分值：一项请求的分值即按商定规则得出的权重，"
        "部分满足则按比例计算。一国给予的分值等于他国获得的分值。",
        "Boxes, tests and weeks of experts cannot be added up. Points can: a request counts as much as the "
        "agreed rule gave it, and a part of it as much of that. What one State gives in points is what "
        "others get.",
    ),
    "account.by_state": ("По государствам", "按国家", "By State"),
    "account.by_round": ("По раундам", "按轮次", "By round"),
    "account.round": ("Раунд", "轮次", "Round"),
    "account.asked": ("Запрошено, баллов", "请求（分值）", "Asked, points"),
    "account.promised": ("Обещано", "已承诺", "Promised"),
    "account.received": ("Получено", "已收到", "Received"),
    "account.taken_up": ("Принято из предложенного", "提供被采纳比例", "Taken up of offers"),
    "account.gave": ("Дано, баллов", "给予（分值）", "Given, points"),
    "account.least": (
        "Наименьшая доля, обещанная одному государству",
        "单个国家获承诺的最低比例",
        "Least share promised to one State",
    ),
    "account.percent": ("{n} %", "{n}%", "{n} %"),
    "account.none": (
        "Раундов для этого счёта пока нет.",
        "目前没有可计入的轮次。",
        "There is no round for this account yet.",
    ),
    "account.exercises": ("Счёт учений", "演练账目", "Account of exercises"),
    "account.real": ("Счёт настоящих раундов", "真实轮次账目", "Account of the real rounds"),
    "account.exercise.text": (
        "этот счёт — только по учениям; в настоящий он не входит.",
        "此账目仅含演练，不计入真实账目。",
        "this account is of exercises alone; none of it is in the real one.",
    ),
    "tracking.csv": ("Таблица (CSV)", "表格（CSV）", "Table (CSV)"),
}
