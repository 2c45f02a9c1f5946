"""Sentences of the search page."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "search.title": ("Поиск", "搜索", "Search"),
    "search.title.words": ("Поиск: {words}", "搜索：{words}", "Search: {words}"),
    "search.lede": (
        "Планы, меры, отчёты, принятые документы, государства и органы. Слово находится в любой форме и "
        "приводит ко всем языковым версиям; показано то, что адресовано вам.",
        "可查计划、措施、报告、通过文件、国家和机构。以任一语文检索，均可查到各语文文本；仅显示您有权查看的内容。",
        "Plans, measures, reports, instruments, States and bodies. A word is found in any of its forms and "
        "leads to all language versions; you see what is addressed to you.",
    ),
    "search.words": ("Слова или номер", "检索词或编号", "Words or a number"),
    "search.kind": ("Что искать", "类别", "Kind"),
    "search.plan": ("План", "计划", "Plan"),
    "search.party": ("Государство или орган", "国家或机构", "State or Body"),
    "search.go": ("Найти", "搜索", "Search"),
    "search.narrow": ("Уточнить", "缩小范围", "Narrow down"),
    "search.count": (
        "{n|Найден|Найдено|Найдено} {n} {n|результат|результата|результатов}.",
        "共{n}条结果。",
        "{n} {n|result|results}.",
    ),
    "search.count.more": (
        "Найдено более {n} результатов; показаны самые близкие. Добавьте слово или уточните поиск.",
        "结果超过{n}条，仅显示最相关者。请增加检索词或缩小范围。",
        "More than {n} results; the closest are shown. Add a word or narrow the search down.",
    ),
    "search.any": (
        "Всех этих слов вместе нет нигде. Показано то, где есть некоторые из них.",
        "没有同时包含所有检索词的内容。以下结果包含其中部分检索词。",
        "Nothing has all of these words. These have some of them.",
    ),
    "search.none": (
        "По запросу «{words}» ничего не найдено.",
        "没有找到与“{words}”相关的内容。",
        "Nothing was found for “{words}”.",
    ),
    "search.try": ("Что можно попробовать", "您可以尝试", "What to try"),
    "search.try.fewer": (
        "Одно или два главных слова, в любой форме и на любом из трёх языков.",
        "只用一两个关键词，三种语文均可。",
        "One or two of the main words, in any form and in any of the three languages.",
    ),
    "search.try.number": (
        "Номер меры так, как он напечатан в плане, например 3.1.",
        "按计划中的印刷编号输入措施编号，例如3.1。",
        "The number of a measure as the plan prints it, such as 3.1.",
    ),
    "search.try.filters": (
        "Снять ограничения по виду, плану, государству или органу.",
        "取消类别、计划、国家或机构的限制。",
        "Take away the limits of kind, plan, State or body.",
    ),
    "search.try.sign_in": (
        "Войти: многое адресовано только членам.",
        "登录：许多内容仅供成员查看。",
        "Sign in: much is addressed to members only.",
    ),
    "search.no_words": (
        "В запросе нет ни одного слова, по которому можно искать. Напишите слово или номер.",
        "检索内容中没有可供搜索的词。请输入词语或编号。",
        "There is no word in this that can be looked for. Write a word or a number.",
    ),
    "search.cut": (
        "Запрос длиннее {longest} знаков; взято его начало.",
        "检索内容超过{longest}个字符，仅使用开头部分。",
        "The query is longer than {longest} characters; its beginning was taken.",
    ),
    "search.pages": ("Страницы", "分页", "Pages"),
    "search.earlier": ("Предыдущие", "上一页", "Previous"),
    "search.later": ("Следующие", "下一页", "Next"),
}
