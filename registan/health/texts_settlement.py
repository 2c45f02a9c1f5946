"""Sentences of a settlement: acts, refusals, jobs, the codes that States choose from."""

from __future__ import annotations

TEXTS_SETTLEMENT: dict[str, tuple[str, str, str]] = {
    "machine.MATCHER": ("Подбор (автоматика)", "匹配程序（自动）", "The matching (a machine)"),
    "job.health.compute_proposal": (
        "Подбор помощи по заявкам",
        "将援助与请求匹配",
        "Matching requests to offers",
    ),
    "job.health.compute_forgotten_proposals": (
        "Подбор помощи, оставшийся без расчёта",
        "计算遗漏的援助匹配",
        "Matching that was left over",
    ),
    "act.health.proposal.asked": (
        "{actor}: запрошен подбор № {proposal} по раунду помощи {aid}.",
        "{actor}：请求为第{aid}轮援助计算第{proposal}号匹配方案。",
        "{actor}: proposal {proposal} of round {aid} asked for.",
    ),
    "act.health.proposal.cancelled": (
        "{actor}: подбор № {proposal} по раунду помощи {aid} отменён.",
        "{actor}：取消第{aid}轮援助第{proposal}号匹配方案的计算。",
        "{actor}: proposal {proposal} of round {aid} cancelled.",
    ),
    "act.health.proposal.computed": (
        "{actor}: по раунду помощи {aid} рассчитан подбор № {proposal}, поставок — {cells}.",
        "{actor}：算出第{aid}轮援助第{proposal}号匹配方案，共{cells}批。",
        "{actor}: proposal {proposal} of round {aid} computed, {cells} {cells|shipment|shipments}.",
    ),
    "act.health.proposal.failed": (
        "{actor}: подбор № {proposal} по раунду помощи {aid} не получился.",
        "{actor}：第{aid}轮援助第{proposal}号匹配方案未能得出。",
        "{actor}: no proposal {proposal} of round {aid} could be made.",
    ),
    "act.health.match.answered": (
        "{actor}: ответ на подбор № {proposal} раунда помощи {aid}, поставок — {count}.",
        "{actor}：答复第{aid}轮援助第{proposal}号匹配方案，涉及{count}批。",
        "{actor}: answered proposal {proposal} of round {aid}, {count} {count|shipment|shipments}.",
    ),
    "refusal.proposal_under_way": (
        "Подбор сейчас рассчитывается. Подождите полминуты или отмените расчёт.",
        "匹配方案正在计算。请稍候半分钟，或取消计算。",
        "A proposal is being computed. Wait half a minute, or cancel it.",
    ),
    "refusal.proposal_over": (
        "Этот расчёт уже закончен.",
        "该计算已结束。",
        "This computing is over already.",
    ),
    "refusal.proposal_replaced": (
        "Есть более новый подбор: ответ даётся по нему.",
        "已有更新的匹配方案，请就新方案作答。",
        "There is a later proposal: answer that one.",
    ),
    "refusal.proposal_by_matcher": (
        "Результат подбора записывает только сам подбор.",
        "匹配结果仅由匹配程序录入。",
        "The result of a matching is recorded by the matching alone.",
    ),
    "refusal.nothing_asked": (
        "В раунде нет ни одной заявки: подбирать не для чего.",
        "本轮没有任何请求，无从匹配。",
        "Nobody asks for anything in this round: there is nothing to match.",
    ),
    "refusal.nothing_offered": (
        "В раунде нет ни одного предложения: подбирать не из чего.",
        "本轮没有任何提供，无从匹配。",
        "Nothing is offered in this round: there is nothing to match with.",
    ),
    "refusal.too_many_to_match": (
        "Подбираются не больше {most} заявок и столько же предложений. Разделите раунд.",
        "一次最多匹配{most}项请求和同等数量的提供。请拆分轮次。",
        "At most {most} requests and as many offers are matched at once. Divide the round.",
    ),
    "refusal.match_of_others": (
        "Отвечают только за своё государство: поставки между другими — их дело.",
        "只能代表本国作答；他国之间的批次由其自行决定。",
        "A State answers for itself alone; what others send each other is theirs to answer.",
    ),
    "refusal.match_locked": (
        "Поставка {match} уже согласована обеими сторонами.",
        "第{match}批已由双方商定。",
        "Shipment {match} is agreed by both sides already.",
    ),
    "refusal.match_outdated": (
        "Поставка {match}: заявка или предложение с тех пор изменены. Нужен новый подбор.",
        "第{match}批：请求或提供此后已变更，须重新匹配。",
        "Shipment {match}: the request or the offer was changed since. A new proposal is needed.",
    ),
    "refusal.cell_answer_missing": (
        "Выберите ответ.",
        "请选择答复。",
        "Choose an answer.",
    ),
    "refusal.wanted_out_of_range": (
        "Поставка {match}: другое количество — от {low} до {high}, но не предложенное.",
        "第{match}批：更改后的数量须为{low}至{high}，且不同于原方案。",
        "Shipment {match}: another quantity is from {low} to {high}, and not the one proposed.",
    ),
    "refusal.cell_reason_missing": (
        "Выберите причину.",
        "请选择原因。",
        "Choose the reason.",
    ),
    "refusal.agreed_over_offer": (
        "Поставка {match}: вместе с уже согласованным больше, чем предложено ({most}).",
        "第{match}批：连同已商定部分超过提供总量（{most}）。",
        "Shipment {match}: with what is agreed already it is more than is on offer ({most}).",
    ),
    "refusal.agreed_over_request": (
        "Поставка {match}: вместе с уже согласованным больше, чем запрошено ({most}).",
        "第{match}批：连同已商定部分超过请求总量（{most}）。",
        "Shipment {match}: with what is agreed already it is more than is asked for ({most}).",
    ),
    "refusal.agreed_over_room": (
        "Поставка {match}: вместе с уже согласованным не поместится в путь на этой неделе ({most} м³).",
        "第{match}批：连同已商定部分超过该路线当周运力（{most}立方米）。",
        "Shipment {match}: with what is agreed already it exceeds the room of the way that week "
        "({most} m³).",
    ),
    "refusal.less_than_promised": (
        "Уже согласовано {promised}: меньше этого быть не может.",
        "已商定{promised}，不得低于此数。",
        "{promised} are promised already: it cannot be less.",
    ),
    "answer.awaited": ("ожидается", "待答复", "awaited"),
    "answer.accepted": ("принято", "接受", "accepted"),
    "answer.changed": ("иное количество", "更改数量", "changed"),
    "answer.refused": ("отказ", "不接受", "refused"),
    "answer.reason.needed_at_home": ("нужно самим", "本国需要", "needed at home"),
    "answer.reason.stock_gone": ("запаса больше нет", "库存已用尽", "the stock is gone"),
    "answer.reason.no_transport": ("нет перевозки", "无法运输", "no transport"),
    "answer.reason.not_needed": ("больше не нужно", "不再需要", "no longer needed"),
    "answer.reason.covered": (
        "получено из другого источника",
        "已从其他渠道获得",
        "covered from elsewhere",
    ),
    "answer.reason.wrong_time": ("не в то время", "时间不合适", "not at that time"),
    "answer.reason.not_usable": ("не может быть использовано", "无法使用", "cannot be used"),
    "answer.reason.no_storage": ("негде хранить", "无储存条件", "no place to keep it"),
    "answer.reason.price": ("цена", "价格", "the price"),
}
