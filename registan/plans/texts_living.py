"""Sentences of living indicators: bound to what a desk counts, cited, told in an account."""

from __future__ import annotations

TEXTS_LIVING: dict[str, tuple[str, str, str]] = {
    "plans.living": ("Показатель из данных", "数据指标", "Living indicator"),
    "plans.living.heading": (
        "Показатель меры {number}, который считается сам",
        "措施{number}的自动计算指标",
        "An indicator of measure {number} that is worked out by itself",
    ),
    "plans.living.done": (
        "Показатель меры {number}: источник данных записан.",
        "措施{number}的指标：数据来源已记录。",
        "Indicator of measure {number}: source of the figures recorded.",
    ),
    "plans.living.offer": (
        "Что берётся из данных",
        "取自数据的内容",
        "What is taken from the data",
    ),
    "plans.living.offer.hint": (
        "Считается по всем государствам вместе, без сравнения между ними. Определение показано на "
        "следующей странице.",
        "按所有国家合计，不在国家之间比较。定义见下一页。",
        "Counted for all States together, with no comparison between them. The next page shows the "
        "definition.",
    ),
    "plans.living.indicator.hint": (
        "Показатель, уже записанный у меры, должен быть в той же единице.",
        "措施已有的指标须使用相同单位。",
        "An indicator that the measure has already must be in the same unit.",
    ),
    "plans.living.since": ("С какого дня", "起始日期", "From which day"),
    "living.none": (
        "Больше не брать из данных",
        "不再取自数据",
        "No longer taken from the data",
    ),
    "living.new_indicator": (
        "Новый, с этим названием и единицей",
        "新指标，使用该名称和单位",
        "A new one, with this name and unit",
    ),
    "living.which": (
        "Укажите, какой показатель больше не брать из данных.",
        "请指明哪个指标不再取自数据。",
        "Say which indicator is no longer taken from the data.",
    ),
    "living.definition": (
        "Определение, версия {n}",
        "定义，第{n}版",
        "Definition, version {n}",
    ),
    "living.desk": ("К данным", "查看数据", "To the data"),
    "living.as_of": (
        "по состоянию на {day}, определение версии {n}",
        "截至{day}，定义第{n}版",
        "as of {day}, definition version {n}",
    ),
    "living.of_reader": (
        "по данным, которые вам видны",
        "据您可见的数据",
        "out of what you may see",
    ),
    "living.on_day": ("на {day}", "截至{day}", "as of {day}"),
    "living.bound_since": (
        "берётся из данных с {day}",
        "自{day}起取自数据",
        "taken from the data since {day}",
    ),
    "living.counted": ("По данным организации", "据组织数据", "From the organisation's data"),
    "living.cited": ("приведено в отчёте", "报告引用", "cited in the report"),
    "living.invented": (
        "Среди данных есть вымышленные.",
        "其中含虚构数据。",
        "Invented data are among them.",
    ),
    "living.other_definition": (
        "Определение с тех пор изменилось; пока показатель не привязан к новому, он не считается.",
        "定义此后已有变更；在指标按新定义重新关联之前不予计算。",
        "The definition has changed since; until the indicator is bound to the new one, no figure is "
        "worked out.",
    ),
    "living.cite": ("Привести: {told}", "引用：{told}", "Cite: {told}"),
    "living.cite.no": ("Не приводить", "不引用", "Do not cite"),
    "living.cite.before": (
        "Привести, как раньше, по состоянию на {day}",
        "仍按{day}的状况引用",
        "Cite as before, as of {day}",
    ),
    "living.cite.label": (
        "Подтверждение из данных: {name}",
        "数据佐证：{name}",
        "Evidence from the data: {name}",
    ),
    "living.cite.hint": (
        "Приведённое число останется в отчёте таким, каким было в этот день.",
        "引用的数值在报告中将保持当日状况。",
        "The figure cited stays in the report as it was on that day.",
    ),
    "living.cited_on": (
        "приводится по состоянию на {day}",
        "引用{day}的状况",
        "cited as of {day}",
    ),
    "act.plans.indicator.bound": (
        "{actor}: показатель «{names}» меры {measure} с {first_day} берётся из данных: {offered}, "
        "определение версии {definition}.",
        "{actor}：措施{measure}的指标“{names}”自{first_day}起取自数据：{offered}，定义第{definition}版。",
        "{actor}: indicator “{names}” of measure {measure} is taken from the data since {first_day}: "
        "{offered}, definition version {definition}.",
    ),
    "act.plans.indicator.unbound": (
        "{actor}: показатель «{names}» меры {measure} с {last_day} больше не берётся из данных.",
        "{actor}：措施{measure}的指标“{names}”自{last_day}起不再取自数据。",
        "{actor}: indicator “{names}” of measure {measure} is no longer taken from the data since "
        "{last_day}.",
    ),
    "refusal.indicator_not_offered": (
        "Такого показателя в данных нет. Выберите из списка.",
        "数据中没有该指标。请从列表中选择。",
        "The data offer no such indicator. Choose from the list.",
    ),
    "refusal.indicator_bound_already": (
        "Показатель уже берётся из этих данных по этому определению.",
        "该指标已按此定义取自该数据。",
        "The indicator is taken from these data by this definition already.",
    ),
    "refusal.indicator_not_bound": (
        "Показатель не берётся из данных. Выберите другой.",
        "该指标并非取自数据。请选择其他指标。",
        "The indicator is not taken from any data. Choose another one.",
    ),
    "refusal.binding_ends_before_it_begins": (
        "Показатель берётся из данных с {since}. Укажите не более ранний день.",
        "该指标自{since}起取自数据。请选择不早于该日的日期。",
        "The indicator is taken from the data since {since}. Give no earlier day.",
    ),
    "refusal.indicator_of_another_unit": (
        "У показателя «{key}» другая единица. Оставьте «новый» или выберите другой показатель.",
        "指标“{key}”使用其他单位。请选“新指标”或其他指标。",
        "Indicator “{key}” has another unit. Leave “a new one”, or choose another indicator.",
    ),
    "refusal.figure_not_to_be_cited": (
        "Число показателя «{key}» на этот день привести нельзя: он ещё не брался из данных, или "
        "день не наступил. Выберите другое.",
        "不能引用指标“{key}”该日的数值：当日尚未取自数据，或该日尚未到来。请另选。",
        "The figure of indicator “{key}” of that day cannot be cited: it was not yet taken from the "
        "data, or the day lies ahead. Choose another one.",
    ),
}
