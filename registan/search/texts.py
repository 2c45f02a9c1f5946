"""Sentences of search."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "job.search.catch_up": (
        "Обновление указателя поиска",
        "更新搜索索引",
        "Bring the search index up to date",
    ),
    "search.kind.plan": ("План", "计划", "Plan"),
    "search.kind.chapter": ("Раздел", "章节", "Chapter"),
    "search.kind.measure": ("Мера", "措施", "Measure"),
    "search.kind.obligation": ("Обязательство", "义务", "Obligation"),
    "search.kind.report": ("Отчёт", "报告", "Report"),
    "search.kind.finding": ("Вывод Секретариата", "秘书处结论", "Finding of the Secretariat"),
    "search.kind.opinion": (
        "Мнение для занесения в доклад",
        "记录在案的意见",
        "Opinion for the record",
    ),
    "search.kind.state": ("Государство", "国家", "State"),
    "search.kind.body": ("Орган", "机构", "Body"),
    "search.heading.report": (
        "{party}: отчёт по мере {number}, раунд № {round}",
        "{party}：第{round}轮措施{number}的报告",
        "{party}: report on measure {number}, round {round}",
    ),
    "search.heading.finding": (
        "Вывод по мере {number}, раунд № {round}",
        "第{round}轮措施{number}的结论",
        "Finding on measure {number}, round {round}",
    ),
    "search.heading.opinion": (
        "{party}: мнение по мере {number}, раунд № {round}",
        "{party}：对第{round}轮措施{number}的意见",
        "{party}: opinion on measure {number}, round {round}",
    ),
}
