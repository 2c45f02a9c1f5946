"""Sentences of the situation room."""

from __future__ import annotations

TEXTS_SITUATION: dict[str, tuple[str, str, str]] = {
    "situation": ("Ситуационный зал", "态势室", "Situation room"),
    "situation.lede": (
        "Что растёт, что сообщено за последние недели и от кого данные ещё ожидаются. Государства — в "
        "протокольном порядке.",
        "正在上升的情况、最近几周的报告以及尚待报送的国家。各国按礼宾次序排列。",
        "What rises, what was reported in the last weeks, and of whom figures are awaited. States stand in "
        "protocol order.",
    ),
    "situation.open": ("Открыть ситуационный зал", "打开态势室", "Open the situation room"),
    "situation.large": ("Для большого экрана", "大屏显示", "For a large screen"),
    "situation.small": ("Обычный вид", "普通显示", "Ordinary view"),
    "situation.first": ("Что растёт", "正在上升", "What rises"),
    "situation.first.none": (
        "Ни по одному ряду, который вам виден, рост не установлен.",
        "在您可见的序列中，尚未确定有任何上升。",
        "In no series that you see is it certain that cases rise.",
    ),
    "situation.rising": (
        "{what}, {place}. {r}",
        "{what}，{place}。{r}",
        "{what}, {place}: {r}",
    ),
    "situation.spoken": (
        "За последний период ({period}) сообщили {n} из {m} государств-членов.",
        "最近一期（{period}）：{m}个成员国中已有{n}个报送。",
        "For the last period ({period}) {n} of {m} members have reported.",
    ),
    "situation.awaited": (
        "Данные ожидаются: {names}.",
        "尚待报送：{names}。",
        "Figures awaited: {names}.",
    ),
    "situation.requests": ("О чём просят", "所请求的援助", "What is asked for"),
    "situation.requests.none": (
        "Открытых заявок, которые вам видны, нет.",
        "没有您可见的待处理请求。",
        "There are no open requests that you may see.",
    ),
    "situation.requests.more": ("И ещё заявок: {n}", "还有{n}项请求", "And {n} more"),
    "situation.requests.exercises": (
        "УЧЕНИЕ: этих заявок на самом деле нет.",
        "演练：以下请求并非真实。",
        "EXERCISE: none of these requests is real.",
    ),
    "situation.asks": (
        "{state} просит: {what}, {amount}, {weeks}. Тяжесть: {severity}.",
        "{state}请求：{what}，{amount}，{weeks}。严重程度：{severity}。",
        "{state} asks for {what}: {amount}, {weeks}. Severity: {severity}.",
    ),
    "situation.none": (
        "Вам пока не виден ни один учёт.",
        "您目前看不到任何病种。",
        "There is no condition yet that you may see.",
    ),
    "situation.refreshed": (
        "Обновляется раз в минуту. Составлено: {when}.",
        "每分钟刷新一次。生成于{when}。",
        "Refreshed once a minute. Made at {when}.",
    ),
}
