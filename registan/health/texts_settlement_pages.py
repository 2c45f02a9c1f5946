"""Sentences of the pages of a settlement."""

from __future__ import annotations

TEXTS_SETTLEMENT_PAGES: dict[str, tuple[str, str, str]] = {
    "settle": ("Подбор помощи", "援助匹配", "Settlement"),
    "settle.one": ("Подбор № {number}", "第{number}号匹配方案", "Proposal {number}"),
    "settle.none": (
        "Подбора по этому раунду ещё не было.",
        "本轮尚无匹配方案。",
        "There is no proposal for this round yet.",
    ),
    "settle.round": (
        "Кто кому что отправит: рассчитывается по заявкам и предложениям, решают сами государства.",
        "根据请求与提供计算各方之间的发运方案；最终由各国自行决定。",
        "Who sends what to whom: computed from requests and offers, and decided by the States.",
    ),
    "settle.ask": ("Запросить подбор", "请求计算匹配方案", "Ask for a proposal"),
    "settle.ask.again": ("Подобрать заново", "重新匹配", "Ask for a new proposal"),
    "settle.ask.lede": (
        "Заявки и предложения фиксируются как есть. Согласованное обеими сторонами сохраняется, "
        "отказы и иные "
        "количества учитываются. Расчёт занимает до 30 секунд.",
        "以当前的请求和提供为准。双方已商定的部分保留，拒绝和更改的数量将计入。计算最多需30秒。",
        "Requests and offers are taken as they stand. What both sides agreed stays; refusals and "
        "changed "
        "quantities count. Computing takes up to 30 seconds.",
    ),
    "settle.asked": ("Подбор запрошен.", "已请求计算匹配方案。", "A proposal is asked for."),
    "settle.cancel": ("Отменить расчёт", "取消计算", "Cancel the computing"),
    "settle.cancelled": ("Расчёт отменён.", "计算已取消。", "The computing is cancelled."),
    "settle.computing": (
        "Расчёт идёт: {percent} %. Не дольше 30 секунд.",
        "正在计算：{percent}%。最多30秒。",
        "Computing: {percent} %. 30 seconds at most.",
    ),
    "settle.progress": ("Ход расчёта", "计算进度", "Progress of the computing"),
    "settle.look_again": ("Посмотреть снова", "刷新", "Look again"),
    "settle.later": ("Есть более поздний подбор:", "已有更新的方案：", "There is a later one:"),
    "settle.standing": ("Состояние", "状态", "Standing"),
    "settle.standing.asked": ("рассчитывается", "计算中", "computing"),
    "settle.standing.computed": ("предложен государствам", "已提交各国", "before the States"),
    "settle.replaced": (
        "заменён более поздним",
        "已被后一方案取代",
        "replaced by a later one",
    ),
    "settle.settled": (
        "на всё отвечено",
        "均已答复",
        "each shipment agreed or refused",
    ),
    "settle.failed.cancelled": ("расчёт отменён", "计算已取消", "cancelled"),
    "settle.failed.too_long": (
        "за отведённое время не рассчитано",
        "未能在限定时间内算出",
        "not computed within the time",
    ),
    "settle.failed.conflict": (
        "согласованное противоречит остальному",
        "已商定部分与其余条件矛盾",
        "what is agreed contradicts the rest",
    ),
    "settle.conflict.cure": (
        "Когда путь, предложение или заявка будут исправлены, запросите подбор заново.",
        "待路线、提供或请求修正后，请重新匹配。",
        "Once the way, the offer or the request is mended, ask for a new proposal.",
    ),
    "settle.conflict.way": (
        "Предложение {offer} заявке {request}, неделя {week}: согласовано, но пути для этого "
        "больше нет.",
        "提供{offer}号至请求{request}号，{week}：已商定，但已无可行路线。",
        "Offer {offer} to request {request}, {week}: agreed, and no way leads there any more.",
    ),
    "settle.conflict.smallest": (
        "Предложение {offer} заявке {request}: согласовано {quantity}, наименьшая отправка теперь "
        "{smallest}.",
        "提供{offer}号至请求{request}号：已商定{quantity}，而最小发运量现为{smallest}。",
        "Offer {offer} to request {request}: {quantity} agreed, and the least shipment is "
        "{smallest} now.",
    ),
    "settle.conflict.stock": (
        "Предложение {offer}: согласовано {locked}, предлагается {available}.",
        "提供{offer}号：已商定{locked}，而可提供{available}。",
        "Offer {offer}: {locked} agreed, {available} on offer.",
    ),
    "settle.conflict.need": (
        "Заявка {request}: согласовано {locked}, запрошено {asked}.",
        "请求{request}号：已商定{locked}，而请求{asked}。",
        "Request {request}: {locked} agreed, {asked} asked for.",
    ),
    "settle.conflict.room": (
        "{donor} — {state}, {week}: согласовано {locked} м³, вместимость {room} м³.",
        "{donor}至{state}，{week}：已商定{locked}立方米，而运力为{room}立方米。",
        "{donor} to {state}, {week}: {locked} m³ agreed, room for {room} m³.",
    ),
    "settle.conflict.ratio": (
        "{state}: согласовано — {item}, но не хватает того, что идёт вместе: {needs}, по {factor} "
        "на единицу.",
        "{state}：已商定{item}，但配套的{needs}不足（每单位需{factor}）。",
        "{state}: {item} agreed, and too little of what goes with it: {needs}, {factor} for each.",
    ),
    "settle.conflict.together": (
        "Согласованные поставки ({locked}) вместе нарушают условия раунда.",
        "已商定的{locked}批合在一起违反本轮条件。",
        "The agreed shipments ({locked}) together break the rules of the round.",
    ),
    "settle.percent": ("{n} %", "{n}%", "{n} %"),
    "settle.service": (
        "Обеспечено {service} всего запрошенного, считая по весам; больше {bound} при том же "
        "наименьшем уровне "
        "не обеспечит никакой план.",
        "按权重计，满足全部请求的{service}；在同一最低水平下，任何方案都不超过{bound}。",
        "By weight, {service} of all that is asked for is served; with the same floor no plan "
        "serves more "
        "than {bound}.",
    ),
    "settle.service.unproven": (
        "Обеспечено {service} всего запрошенного, считая по весам; предел за отведённое время не "
        "доказан.",
        "按权重计，满足全部请求的{service}；限定时间内未能证明上限。",
        "By weight, {service} of all that is asked for is served; a limit was not proven within "
        "the time.",
    ),
    "settle.floor": (
        "Каждое государство, до которого что-то доходит, получает не меньше {floor} запрошенного; "
        "доказано, что "
        "выше {bound} этот уровень быть не может.",
        "凡可到达的国家，至少获得其请求的{floor}；已证明这一最低水平不可能高于{bound}。",
        "Each State that anything can reach gets at least {floor} of what it asks for; it is "
        "proven that this "
        "floor cannot be above {bound}.",
    ),
    "settle.floor.unproven": (
        "Каждое государство, до которого что-то доходит, получает не меньше {floor} запрошенного.",
        "凡可到达的国家，至少获得其请求的{floor}。",
        "Each State that anything can reach gets at least {floor} of what it asks for.",
    ),
    "settle.by_time": (
        "Время вышло раньше, чем были проверены все цели: план может зависеть от машины.",
        "时间用尽前未能完成全部目标：方案可能因计算机而异。",
        "Time ran out before all goals were reached: the plan may depend on the machine.",
    ),
    "settle.cost": (
        "По названным ценам это стоит {currency} {cost}.",
        "按所列价格，费用为{cost}{currency}。",
        "At the prices stated it costs {currency} {cost}.",
    ),
    "settle.binds": (
        "Это предложение. Оно никого не связывает, пока поставку не примут обе стороны.",
        "此为建议方案。双方均接受某一批之前，对任何一方均无约束力。",
        "This is a proposal. It binds nobody until both sides accept a shipment.",
    ),
    "settle.awaited": (
        "Ожидаются ответы: {states}.",
        "待答复：{states}。",
        "Answers awaited: {states}.",
    ),
    "settle.awaited.of": ("{state} ({n})", "{state}（{n}）", "{state} ({n})"),
    "settle.own": (
        "Ожидаются ваши ответы: {n}.",
        "待贵方答复：{n}项。",
        "Answers awaited from you: {n}.",
    ),
    "settle.cells": ("Предлагаемые поставки", "拟议批次", "Proposed shipments"),
    "settle.cells.none": (
        "Предложить нечего: ничто из предлагаемого не доходит до тех, кто просит.",
        "无可拟议：所提供的援助均无法到达请求方。",
        "There is nothing to propose: nothing that is on offer reaches those who ask.",
    ),
    "settle.before": ("Согласовано раньше", "此前商定", "Agreed before"),
    "settle.leaves": ("Отправка", "发运周", "Leaves"),
    "settle.arrives": ("Прибытие", "到达周", "Arrives"),
    "settle.donor": ("Отправитель", "提供方", "Donor"),
    "settle.recipient": ("Получатель", "接收方", "Recipient"),
    "settle.other.donor": ("Ответ отправителя", "提供方的答复", "The donor says"),
    "settle.other.recipient": ("Ответ получателя", "接收方的答复", "The recipient says"),
    "settle.agreed": ("согласовано", "已商定", "agreed"),
    "settle.because": ("причина: {reason}", "原因：{reason}", "reason: {reason}"),
    "settle.instead": (
        "{item} вместо: {asked}",
        "{item}（代替{asked}）",
        "{item} instead of {asked}",
    ),
    "settle.cell": (
        "Поставка {n}: {donor} — {state}, {item}",
        "第{n}批：{donor}至{state}，{item}",
        "Shipment {n}: {donor} to {state}, {item}",
    ),
    "settle.shortfalls": (
        "Что не обеспечено и почему",
        "未满足部分及原因",
        "What is not served, and why",
    ),
    "settle.shortfalls.none": (
        "Все заявки обеспечены полностью.",
        "所有请求均已完全满足。",
        "Every request is fully served.",
    ),
    "settle.asked_for": ("Запрошено", "请求量", "Asked for"),
    "settle.missing": ("Недостаёт", "缺口", "Missing"),
    "settle.why": ("Почему", "原因", "Why"),
    "settle.cause.no_offer": ("никто не предлагает", "无人提供", "nobody offers it"),
    "settle.cause.scarce": (
        "предлагают меньше, чем просят",
        "提供量不足",
        "less is on offer than is asked",
    ),
    "settle.cause.earmark": ("предназначено другим", "指定给其他国家", "earmarked for others"),
    "settle.cause.lane": ("нет пути", "没有路线", "no way leads there"),
    "settle.cause.cold": (
        "путь не сохраняет холод",
        "路线不能保持低温",
        "the way does not keep it cold",
    ),
    "settle.cause.window": (
        "не успевает к нужным неделям",
        "无法在所需周内到达",
        "it does not arrive in time",
    ),
    "settle.cause.expiry": (
        "слишком мал остаток срока",
        "剩余有效期不足",
        "too little shelf life is left",
    ),
    "settle.cause.refused": ("одна из сторон отказалась", "一方不接受", "a side refused"),
    "settle.cause.several": (
        "препятствий несколько",
        "存在多重障碍",
        "several things stand in the way",
    ),
    "settle.reasons": ("Что помогло бы", "何者有助改善", "What would help"),
    "settle.reasons.limits": (
        "Это верхние пределы, а не оценки: насколько изменится план, покажет новый подбор.",
        "以上为上限而非估计：方案实际变化须重新匹配才知。",
        "These are upper limits, not estimates: a new proposal shows how much the plan changes.",
    ),
    "settle.why.stock": (
        "{item}: если предложить на десятую часть больше, обеспеченность вырастет самое большее на "
        "{gain}.",
        "{item}：提供量增加十分之一，满足率最多提高{gain}。",
        "{item}: a tenth more on offer would raise the served share by at most {gain}.",
    ),
    "settle.why.room": (
        "Путь {donor} — {state}, {week}: на десятую часть больше места — обеспеченность вырастет "
        "самое большее "
        "на {gain}.",
        "{donor}至{state}路线，{week}：运力增加十分之一，满足率最多提高{gain}。",
        "The way from {donor} to {state}, {week}: a tenth more room would raise the served share "
        "by at most "
        "{gain}.",
    ),
    "settle.why.fairness": (
        "{state}: каждый процент его наименьшего уровня стоит остальным самое большее {gain} "
        "обеспеченности.",
        "{state}：其最低水平每提高一个百分点，其余各国的满足率最多降低{gain}。",
        "{state}: each hundredth of its floor costs the others at most {gain} of the served share.",
    ),
    "settle.why.cold": (
        "{donor} — {state}: нет пути, где сохраняется {cold}; это стоит самое большее {gain} "
        "обеспеченности.",
        "{donor}至{state}没有可保持{cold}的路线，满足率因此最多降低{gain}。",
        "No way from {donor} to {state} keeps {cold}: that costs at most {gain} of the served share.",
    ),
    "settle.why.lane": (
        "{donor} — {state}: нет пути; это стоит самое большее {gain} обеспеченности (хранение: {cold}).",
        "{donor}至{state}没有路线，满足率因此最多降低{gain}（储存：{cold}）。",
        "There is no way from {donor} to {state} (kept at {cold}): that costs at most {gain} of the "
        "served share.",
    ),
    "settle.why.window": (
        "{item}, {donor} — {state}: не успевает к нужным неделям; это стоит самое большее {gain} "
        "обеспеченности.",
        "{item}自{donor}至{state}无法在所需周内到达，满足率因此最多降低{gain}。",
        "{item} from {donor} to {state} does not arrive in the weeks asked: that costs at most "
        "{gain} of the served share.",
    ),
    "settle.why.expiry": (
        "{item}, {donor} — {state}: при прибытии слишком мал остаток срока; это стоит самое "
        "большее {gain} обеспеченности.",
        "{item}自{donor}至{state}到达时剩余有效期不足，满足率因此最多降低{gain}。",
        "{item} from {donor} to {state} has too little life left on arrival: that costs at most "
        "{gain} of the served share.",
    ),
    "settle.why.earmark": (
        "{item}, {donor} — {state}: предназначено другим; это стоит самое большее {gain} "
        "обеспеченности.",
        "{item}：{donor}的提供未面向{state}，满足率因此最多降低{gain}。",
        "{item} of {donor} is not meant for {state}: that costs at most {gain} of the served share.",
    ),
    "settle.shares": (
        "Какая часть запрошенного обеспечена",
        "各国请求的满足率",
        "What part of its requests each State gets",
    ),
    "settle.share": ("Обеспечено", "满足率", "Served"),
    "settle.service.head": ("Обеспечено всего", "总满足率", "Served in all"),
    "settle.floor.head": ("Наименьший уровень", "最低水平", "Floor"),
    "settle.proposals": ("Все подборы раунда", "本轮全部方案", "All proposals of the round"),
    "settle.since": (
        "По сравнению с прежним подбором (поставок — {before}): без изменений — {same}, с другим "
        "количеством — "
        "{other}, новых — {new}, больше нет — {gone}.",
        "与上一方案（{before}批）相比：不变{same}批，数量不同{other}批，新增{new}批，取消{gone}批。",
        "Against the proposal before ({before} {before|shipment|shipments}): {same} as they were, "
        "{other} with "
        "another quantity, {new} new, {gone} gone.",
    ),
    "settle.again": ("Пересчитать у себя", "自行复算", "Compute it again"),
    "settle.again.how": (
        "В файле — всё, из чего сделан этот подбор. Команда registan health recompute --file "
        "сверит его до "
        "последней единицы; сеть и база данных не нужны.",
        "文件包含得出本方案的全部依据。运行 registan health recompute --file 即可逐项核对，"
        "无需网络或数据库。",
        "The file has all that this proposal was made from. registan health recompute --file "
        "checks it to the "
        "last unit, without network or database.",
    ),
    "settle.file": ("Скачать файл", "下载文件", "Download the file"),
    "settle.seed": ("Начальное число", "随机种子", "Seed"),
    "settle.digest": ("Отпечаток исходных данных", "输入摘要", "Digest of the input"),
    "settle.result": ("Отпечаток плана", "方案摘要", "Digest of the plan"),
    "settle.solver": ("Чем рассчитано", "求解器", "Computed with"),
    "settle.answer": ("Ответ", "答复", "Answer"),
    "settle.answer.do": ("Ответить на поставки", "答复拟议批次", "Answer the shipments"),
    "settle.answer.lede": (
        "Только поставки вашего государства. Без ответа можно оставить любую и вернуться к ней позже.",
        "仅限涉及贵国的批次。任何一批都可暂不答复，稍后再处理。",
        "The shipments of your State alone. Any of them can be left open and answered later.",
    ),
    "settle.answer.none": (
        "Отвечать не на что: ваших несогласованных поставок здесь нет.",
        "无需答复：此处没有贵方尚未商定的批次。",
        "There is nothing to answer: none of your shipments is open here.",
    ),
    "settle.answer.all": (
        "Принять все, на которые ещё нет ответа",
        "全部接受（尚未答复者）",
        "Accept all that are not answered yet",
    ),
    "settle.answer.awaited": ("пока без ответа", "暂不答复", "no answer yet"),
    "settle.answer.accepted": ("принять: {amount}", "接受：{amount}", "accept {amount}"),
    "settle.answer.agreed": (
        "согласиться с другой стороной: {amount}",
        "同意对方数量：{amount}",
        "agree to what the other side wants: {amount}",
    ),
    "settle.answer.changed": ("иное количество", "更改数量", "another quantity"),
    "settle.answer.refused": ("отказать", "不接受", "refuse"),
    "settle.answer.deed": ("Ответ на поставки", "答复批次", "Answer to shipments"),
    "settle.answer.give": ("Дать ответ", "提交答复", "Give this answer"),
    "settle.answered": ("Ответ записан.", "答复已录入。", "The answer is recorded."),
    "settle.wanted": ("Иное количество", "更改后的数量", "Another quantity"),
    "settle.wanted.hint": (
        "Если выбрано «иное количество»: от {low} до {high}.",
        "选择“更改数量”时填写：{low}至{high}。",
        "Where another quantity is chosen: from {low} to {high}.",
    ),
    "settle.reason": (
        "Причина изменения или отказа",
        "更改或不接受的原因",
        "Reason for a change or refusal",
    ),
}
