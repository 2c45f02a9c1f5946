"""Sentences of what came of a scenario, on the page and in the brief for leaders."""

from __future__ import annotations

TEXTS_SCENARIO_RESULT: dict[str, tuple[str, str, str]] = {
    "scenario.answer": ("Ответ", "结论", "The answer"),
    "scenario.question": ("Вопрос", "问题", "The question"),
    "scenario.question.text": (
        "{name}: что изменится за {days} дней, если государства действуют вместе, а не порознь?",
        "{name}：在{days}天内，各国联合行动与各自行动相比会有什么不同？",
        "{name}: what changes over {days} days when the States act together and not each alone?",
    ),
    "scenario.answer.infections": (
        "Вместе предотвращается заражений: {n} (в 90 % прогонов от {low} до {high}) — {joint} "
        "вместо {alone}.",
        "联合行动可避免感染{n}例（90%的模拟在{low}至{high}之间）：{joint}例，而非{alone}例。",
        "Together {n} infections are averted (in 90 % of runs from {low} to {high}): {joint} in "
        "place of {alone}.",
    ),
    "scenario.answer.infections.worse": (
        "Вместе заражений становится больше на {n} (в 90 % прогонов от {low} до {high}): {joint} "
        "вместо {alone}.",
        "联合行动时感染增加{n}例（90%的模拟在{low}至{high}之间）：{joint}例，而非{alone}例。",
        "Together there are {n} more infections (in 90 % of runs from {low} to {high}): {joint} in "
        "place of {alone}.",
    ),
    "scenario.answer.peak_beds": (
        "На пике занято меньше больничных коек на {n} (от {low} до {high}): {joint} вместо {alone}.",
        "高峰时占用床位减少{n}张（{low}至{high}之间）：{joint}张，而非{alone}张。",
        "At the peak {n} fewer hospital beds are taken (from {low} to {high}): {joint} in place of {alone}.",
    ),
    "scenario.answer.peak_beds.worse": (
        "На пике занято больше больничных коек на {n} (от {low} до {high}): {joint} вместо {alone}.",
        "高峰时占用床位增加{n}张（{low}至{high}之间）：{joint}张，而非{alone}张。",
        "At the peak {n} more hospital beds are taken (from {low} to {high}): {joint} in place of {alone}.",
    ),
    "scenario.answer.restriction": (
        "Человеко-дней ограничений меньше на {n} (от {low} до {high}): {joint} вместо {alone}.",
        "限制措施减少{n}人日（{low}至{high}之间）：{joint}人日，而非{alone}人日。",
        "There are {n} fewer person-days of restriction (from {low} to {high}): {joint} in place of {alone}.",
    ),
    "scenario.answer.restriction.worse": (
        "Цена: человеко-дней ограничений больше на {n} (от {low} до {high}) — {joint} вместо {alone}.",
        "代价是限制措施增加{n}人日（{low}至{high}之间）：{joint}人日，而非{alone}人日。",
        "It costs {n} more person-days of restriction (from {low} to {high}): {joint} in place of {alone}.",
    ),
    "scenario.scale.huge": ("{n} трлн", "{n}万亿", "{n} trillion"),
    "scenario.scale.large": ("{n} млрд", "{n}亿", "{n} billion"),
    "scenario.scale.middle": ("{n} млн", "{n}万", "{n} million"),
    "scenario.state": ("Государство", "国家", "State"),
    "scenario.postponed": (
        "Осторожно: при совместных действиях вспышка в последний день ещё не закончилась. Часть "
        "того, что здесь "
        "считается предотвращённым, только отложена.",
        "请注意：联合行动时，疫情在最后一天尚未结束。此处计为避免的部分感染只是被推迟。",
        "With care: when acting together the epidemic is not over on the last day. Part of what "
        "counts as averted "
        "here is only put off.",
    ),
    "scenario.worse": (
        "Где совместные действия обходятся дороже",
        "联合行动代价更高之处",
        "Where joint action costs more",
    ),
    "scenario.worse.none": (
        "Ни для одного государства ни один из показателей в большинстве прогонов не хуже.",
        "在多数模拟中，没有任何国家的任何指标变差。",
        "For no State is any of the outcomes worse in most runs.",
    ),
    "scenario.worse.infections": (
        "Больше заражений в большинстве прогонов: {states}.",
        "多数模拟中感染更多的国家：{states}。",
        "More infections in most runs: {states}.",
    ),
    "scenario.worse.peak_beds": (
        "Больше коек на пике в большинстве прогонов: {states}.",
        "多数模拟中高峰床位更多的国家：{states}。",
        "More beds at the peak in most runs: {states}.",
    ),
    "scenario.worse.restriction": (
        "Больше человеко-дней ограничений в большинстве прогонов: {states}.",
        "多数模拟中限制人日更多的国家：{states}。",
        "More person-days of restriction in most runs: {states}.",
    ),
    "scenario.worse.why": (
        "Государство, которое закрывается по тревоге соседа, закрыто раньше и нередко дольше: это "
        "результат, а не "
        "ошибка.",
        "因邻国警报而采取措施的国家开始得更早，往往也更久：这是结果，而非错误。",
        "A State that closes on its neighbour's alarm closes earlier, and often for longer: that "
        "is a result, not a "
        "fault.",
    ),
    "scenario.outcome.infections": ("Предотвращено заражений", "避免的感染", "Infections averted"),
    "scenario.outcome.peak_beds": ("Меньше коек на пике", "高峰床位减少", "Fewer beds at the peak"),
    "scenario.outcome.restriction": (
        "Меньше человеко-дней ограничений",
        "限制人日减少",
        "Fewer person-days of restriction",
    ),
    "scenario.by_state": ("По государствам", "分国情况", "State by State"),
    "scenario.by_state.text": (
        "Медиана разницы «порознь минус вместе» и границы, внутри которых лежат 90 % прогонов. "
        "Минус значит: вместе "
        "больше.",
        "“各自行动减联合行动”之差的中位数，以及包含90%模拟的区间。负号表示联合行动时更多。",
        "Median of the difference, each alone minus together, and the ends that hold 90 % of the "
        "runs. A minus means: "
        "more when together.",
    ),
    "scenario.together": ("Все вместе", "合计", "All together"),
    "scenario.interval": (
        "{mid} ({low} … {high})",
        "{mid}（{low} … {high}）",
        "{mid} ({low} … {high})",
    ),
    "scenario.costs_more": ("дороже", "代价更高", "costs more"),
    "scenario.figure.averted": (
        "Предотвращено заражений, % населения",
        "避免的感染占人口比例（%）",
        "Infections averted, % of the people",
    ),
    "scenario.figure.averted.key": (
        "Полоса — медиана, линия — 90 % прогонов. Государства в протокольном порядке.",
        "条形为中位数，线段为90%的模拟。国家按礼宾顺序排列。",
        "The bar is the median, the line 90 % of the runs. States in protocol order.",
    ),
    "scenario.figure.weeks": (
        "Новых случаев в неделю, все государства",
        "各国每周新发病例合计",
        "New cases a week, all States",
    ),
    "scenario.figure.weeks.key": (
        "Линия — медиана недели, полоса — 90 % прогонов; по горизонтали недели. Сплошная — вместе, "
        "пунктир — порознь.",
        "线为每周中位数，色带为90%的模拟；横轴为周。实线为联合行动，虚线为各自行动。",
        "The line is the median of the week, the band 90 % of the runs; weeks run to the right. "
        "Solid: together; dashed: "
        "each alone.",
    ),
    "scenario.arm.joint": ("вместе", "联合行动", "together"),
    "scenario.arm.unilateral": ("порознь", "各自行动", "each alone"),
    "scenario.week_n": ("{n}-я неделя", "第{n}周", "week {n}"),
    "scenario.beds_and_days": (
        "Койки и начало мер",
        "床位与措施启动",
        "Beds, and when measures begin",
    ),
    "scenario.short.unilateral": (
        "Коек не хватает, порознь, % прогонов",
        "床位不足，各自行动（占模拟%）",
        "Beds run short, each alone, % of runs",
    ),
    "scenario.short.joint": (
        "Коек не хватает, вместе, % прогонов",
        "床位不足，联合行动（占模拟%）",
        "Beds run short, together, % of runs",
    ),
    "scenario.first_day.unilateral": (
        "Мера с дня, порознь",
        "措施始于第几天，各自行动",
        "Measure from day, each alone",
    ),
    "scenario.first_day.joint": (
        "Мера с дня, вместе",
        "措施始于第几天，联合行动",
        "Measure from day, together",
    ),
    "scenario.never": ("не вводится", "未启动", "never"),
    "scenario.limits": (
        "Чего модель сказать не может",
        "模型不能说明什么",
        "What the model cannot say",
    ),
    "scenario.limits.1": (
        "Это не прогноз: интервалы отражают случайность внутри модели, а не сомнение в самих допущениях.",
        "这不是预测：区间只反映模型内的随机性，不反映假设本身的不确定性。",
        "It is no forecast: the intervals hold the chance of the model, not the doubt about its assumptions.",
    ),
    "scenario.limits.2": (
        "Путешественники не прослеживаются; никто не рождается и не переезжает, иммунитет не "
        "слабеет, штамм один.",
        "不追踪旅行者；无人出生或迁移，免疫力不减弱，只有一种毒株。",
        "Travellers are not followed; nobody is born or moves, immunity does not wane, there is one strain.",
    ),
    "scenario.limits.3": (
        "Поведение меняется только по мерам, и мера действует сразу и полностью; больницы не имеют предела.",
        "行为只随措施改变，措施立即完全生效；医院没有容量上限。",
        "People change their ways by measures alone, which work at once and fully; hospitals have no limit.",
    ),
    "scenario.limits.4": (
        "Модель не знает цены ограничений для хозяйства и людей: она считает только дни.",
        "模型不知道限制措施对经济和民生的代价，只计算天数。",
        "It does not know what restrictions cost an economy and its people: it counts days alone.",
    ),
    "scenario.brief": ("Записка для руководителей", "领导人简报", "Brief for leaders"),
    "scenario.brief.page": (
        "Стр. {page} из {pages}",
        "第{page}页，共{pages}页",
        "Page {page} of {pages}",
    ),
    "scenario.brief.illustrative": (
        "Пример: допущения условные.",
        "示例：假设为虚拟。",
        "Illustrative: the assumptions are an example.",
    ),
    "scenario.brief.seal": (
        "Сценарий № {n}, модель {model}, прогонов: {runs}, число для случайности: {seed}. Дайджест "
        "допущений {digest}…, "
        "результата {result}…",
        "第{n}号情景，模型{model}，模拟{runs}次，随机数种子{seed}。假设摘要{digest}…，结果摘要{result}…",
        "Scenario {n}, model {model}, {runs} runs, seed {seed}. Digest of the assumptions "
        "{digest}…, of the result "
        "{result}…",
    ),
    "scenario.brief.facts": (
        "Население — факты с источником; остальное — допущения заказчика.",
        "人口为注明来源的事实；其余为委托方的假设。",
        "People are facts with a source; all else is assumed by whoever commissioned it.",
    ),
}
