"""Sentences of estimates: what is still to be reported, R, the forecast and how good it was."""

from __future__ import annotations

TEXTS_ESTIMATES: dict[str, tuple[str, str, str]] = {
    "job.health.make_estimates": ("Оценки по рядам", "估算各序列", "Estimates of the series"),
    "estimates": ("Оценка и прогноз", "估计与预测", "Estimate and forecast"),
    "estimate.no.part": (
        "Оценки делаются только для государства в целом.",
        "仅对全国作出估计。",
        "Estimates are made for whole States only.",
    ),
    "estimate.no.past": (
        "Оценка показывается только по нынешним данным, без даты.",
        "仅按当前数据显示估计，不按历史日期。",
        "The estimate is shown for what is known now; take the date away to see it.",
    ),
    "estimate.no.none": (
        "Оценки пока нет: мало данных. Когда есть числа хотя бы за 8 недель, она появляется вскоре после "
        "поступления чисел.",
        "尚无估计：数据不足。至少有8周数字后，每次报送不久即会计算。",
        "There is no estimate yet: not enough data. Once there are figures of 8 weeks, it follows soon after "
        "figures arrive.",
    ),
    "estimate.no.small": (
        "Оценка видна только самому государству: в неё вошли малые числа, которые из неё можно было бы "
        "вычислить.",
        "估计仅供该国查看：其中含有小数字，可由估计推算出来。",
        "The estimate is shown to its own State alone: small figures went into it, and could be worked out "
        "from it.",
    ),
    "estimate.past": (
        "Числа кончаются неделей {week}; всё ниже — на тот момент, и новостью не является.",
        "数字止于{week}；以下均为当时情况，并非新消息。",
        "Figures end with week {week}; all that follows is as of then, and no news.",
    ),
    "estimate.nowcast": (
        "Неделя {week}: пока сообщено {share} % ожидаемого. С учётом задержек — около {n} (95 %: от {low} до "
        "{high}).",
        "{week}：目前已报告预计数的{share}%。计入延迟后约为{n}（95%区间：{low}至{high}）。",
        "Week {week}: {share} % of what is expected has been reported. With what is still to come about {n} "
        "(95 %: {low} to {high}).",
    ),
    "estimate.nowcast.point": (
        "Неделя {week}: пока сообщено {share} % ожидаемого. С учётом задержек — около {n}; для разброса мало "
        "истории.",
        "{week}：目前已报告预计数的{share}%。计入延迟后约为{n}；历史太短，无法给出区间。",
        "Week {week}: {share} % of what is expected has been reported. With what is still to come about {n}; "
        "the history is too short for a spread.",
    ),
    "estimate.why.nowcast.no_delays": (
        "Сколько ещё будет сообщено, сказать нельзя: мало данных о задержках.",
        "尚有多少未报无法估计：关于延迟的数据不足。",
        "What is still to be reported cannot be told: not enough data on delays.",
    ),
    "estimate.why.nowcast.few_reported": (
        "Сколько ещё будет сообщено, сказать нельзя: мало данных — известна менее чем пятая часть.",
        "尚有多少未报无法估计：数据不足，已知部分不到五分之一。",
        "What is still to be reported cannot be told: not enough data, less than a fifth is known.",
    ),
    "estimate.why.nowcast.complete": (
        "По опыту прошлых недель числа уже полны.",
        "按以往各周情况，数字已齐全。",
        "As past weeks went, the figures are complete.",
    ),
    "estimate.r": (
        "Репродуктивное число R на неделе {week}: {n} (95 %: от {low} до {high}) — {what}.",
        "{week}的再生数R：{n}（95%区间：{low}至{high}）——{what}。",
        "Reproduction number R in week {week}: {n} (95 %: {low} to {high}), {what}.",
    ),
    "estimate.r.up": ("случаев становится больше", "病例在增加", "cases are rising"),
    "estimate.r.down": ("случаев становится меньше", "病例在减少", "cases are falling"),
    "estimate.r.open": (
        "неясно, растёт или убывает число случаев",
        "增减尚不明确",
        "it is open whether cases rise or fall",
    ),
    "estimate.why.r.no_interval": (
        "R не оценивается: для этой болезни не задан серийный интервал.",
        "不估计R：尚未为该病设定代际间隔。",
        "R is not told: no serial interval is set down for this disease.",
    ),
    "estimate.why.r.few_weeks": (
        "R не оценивается: мало данных.",
        "不估计R：数据不足。",
        "R is not told: not enough data.",
    ),
    "estimate.interval": (
        "R и прогноз опираются на серийный интервал: в среднем {mean} дня ({of_mean}), "
        "стандартное отклонение {sd} ({of_sd}). Источник: {source}.",
        "R与预测以代际间隔为依据：均值{mean}天（{of_mean}），标准差{sd}（{of_sd}）。来源：{source}。",
        "R and forecast rest on a serial interval of {mean} days in the mean ({of_mean}), standard deviation "
        "{sd} ({of_sd}). Source: {source}.",
    ),
    "estimate.interval.sourced": ("по источнику", "据来源核实", "read in the source"),
    "estimate.interval.unverified": (
        "не сверено с источником",
        "未与来源核对",
        "not checked with the source",
    ),
    "estimate.interval.assumed": (
        "принято округлённо: 0,3 среднего",
        "约定值：均值的0.3倍",
        "assumed, 0.3 of the mean",
    ),
    "estimate.forecast": (
        "Прогноз на неделю {week}: {n} (95 %: от {low} до {high}).",
        "{week}预测：{n}（95%区间：{low}至{high}）。",
        "Forecast for week {week}: {n} (95 %: {low} to {high}).",
    ),
    "estimate.why.forecast.few_weeks": (
        "Прогноза нет: мало данных, нужно не меньше 12 недель и последние из них без пропусков.",
        "无预测：数据不足，至少需要12周，且最近各周不得缺漏。",
        "No forecast: not enough data; it takes 12 weeks, the last ones without a gap.",
    ),
    "estimate.why.forecast.silent": (
        "Прогноза нет: за последние недели числа ещё ожидаются.",
        "无预测：最近几周的数字尚待报送。",
        "No forecast: the figures of the last weeks are awaited.",
    ),
    "estimate.score.better": (
        "Прошлых прогнозов этого ряда проверено {n}: ошибка на {percent} % меньше, чем у простого "
        "продолжения (отношение ошибок {rwis}); интервал 95 % оправдался в {held} % случаев.",
        "已检验本序列以往预测{n}次：误差比简单外推小{percent}%（误差比{rwis}）；95%区间命中率为{held}%。",
        "Past forecasts of this series that were tested: {n}. Their error was {percent} % less than that of "
        "plain continuation (rWIS {rwis}); the 95 % interval held {held} % of outcomes.",
    ),
    "estimate.score.worse": (
        "Прошлых прогнозов этого ряда проверено {n}: они не лучше простого продолжения (отношение "
        "ошибок {rwis}); "
        "интервал 95 % оправдался в {held} % случаев. Полагаться на прогноз не стоит.",
        "已检验本序列以往预测{n}次：不优于简单外推（误差比{rwis}）；95%区间命中率为{held}%。不宜依赖该预测。",
        "Past forecasts of this series that were tested: {n}. They were no better than plain continuation "
        "(rWIS {rwis}); the 95 % interval held {held} % of outcomes. Do not rely on the forecast.",
    ),
    "estimate.score.plain": (
        "Прогноз — простое продолжение последней недели; из {n} прошлых прогнозов интервал 95 % оправдался "
        "в {held} % случаев.",
        "该预测为最近一周的简单外推；以往{n}次预测中，95%区间命中率为{held}%。",
        "The forecast is the plain continuation of the last week; over {n} past forecasts the 95 % interval "
        "held {held} % of outcomes.",
    ),
    "estimate.why.score.few_weeks": (
        "Прошлых прогнозов для проверки пока мало данных.",
        "以往预测的数据不足，尚无法检验。",
        "There is not enough data to test past forecasts.",
    ),
    "estimate.key": (
        "Линия — сообщённые числа; широкая полоса — 95 %, узкая — 50 %, черта в ней — середина прогноза. "
        "Полоса, упёршаяся в верхний край, идёт выше: числа в таблице.",
        "实线为已报告数字；宽带为95%区间，窄带为50%区间，带中线为预测中值。触及上缘的色带实际更高，见表。",
        "Line: figures as reported. Wide band: 95 %, narrow: 50 %; the line in it: middle of the forecast. "
        "A band that meets the upper edge goes further: the table has its numbers.",
    ),
    "estimate.r.key": (
        "R по неделям с интервалом 95 %; черта — 1: выше неё случаев становится больше.",
        "各周R值及95%区间；横线为1，高于此线病例增加。",
        "R by week with its 95 % interval; the level marked is 1: above it cases rise.",
    ),
    "estimate.made": (
        "Вычислено {when} по данным до недели {week}; версия {version}, начальное число {seed}, "
        "вход {digest}.",
        "{when}按截至{week}的数据计算；版本{version}，随机种子{seed}，输入摘要{digest}。",
        "Worked out on {when} from figures up to week {week}; version {version}, seed {seed}, "
        "input {digest}.",
    ),
    "expected.table": ("Числа по неделям", "各周数值", "Numbers by week"),
    "expected.count": ("Сообщено", "报告数", "Reported"),
    "expected.middle": ("Ожидалось", "预期", "Expected"),
    "expected.upper": ("Граница", "界限", "Bound"),
    "expected.place": ("Положение", "位置", "Where it lies"),
    "expected.is_above": ("выше границы", "高于界限", "above the bound"),
    "expected.title": (
        "{what} — в сравнении с ожидаемым",
        "{what}——与预期相比",
        "{what}, beside what is expected",
    ),
    "expected.none": (
        "С {first} по {last} ни одна неделя не выше границы.",
        "{first}至{last}，各周均未超过界限。",
        "From {first} to {last} no week lies above the bound.",
    ),
    "expected.above": (
        "С {first} по {last} недель выше границы: {n}. Последние: {weeks}.",
        "{first}至{last}，超过界限的周数：{n}。最近者：{weeks}。",
        "From {first} to {last}, weeks above the bound: {n}. The latest: {weeks}.",
    ),
    "expected.key": (
        "Линия — числа по неделям; полоса — до границы; черта в ней — ожидаемое; точка — неделя выше "
        "границы. По версии метода № {n}; видят только государство и Секретариат.",
        "黑线为各周数字；色带上缘为界限，带中线为预期数；圆点为超过界限的一周。按第{n}版方法；仅该国与秘书处可见。",
        "Line: figures by weeks. Band: up to the bound; the line in it: what is expected; a point: a week "
        "above the bound. By version {n} of the method; for the State and the Secretariat alone.",
    ),
    "expected.spot": (
        "{week}: {n}; ожидалось {expected}, граница {upper}",
        "{week}：{n}；预期{expected}，界限{upper}",
        "{week}: {n}; expected {expected}, bound {upper}",
    ),
    "estimate.week": ("Неделя", "周", "Week"),
    "estimate.what": ("Что", "内容", "What"),
    "estimate.what.nowcast": ("с учётом задержек", "计入延迟", "with what is outstanding"),
    "estimate.what.forecast": ("прогноз", "预测", "forecast"),
    "estimate.what.r": ("R", "再生数R", "R, reproduction number"),
    "estimate.middle": ("Середина", "中值", "Middle"),
    "estimate.half": ("50 %", "50%区间", "50 % interval"),
    "estimate.most": ("95 %", "95%区间", "95 % interval"),
    "estimate.range": ("от {low} до {high}", "{low}至{high}", "{low} to {high}"),
    "estimate.spot": (
        "{week}: {n} (95 %: от {low} до {high})",
        "{week}：{n}（95%：{low}至{high}）",
        "{week}: {n} (95 %: {low} to {high})",
    ),
}
