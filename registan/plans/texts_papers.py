"""Words of the papers that leave the house: the consolidated report, exported tables, calendars."""

from __future__ import annotations

TEXTS_PAPERS: dict[str, tuple[str, str, str]] = {
    "plans.term.until": ("до {end}", "{end}前", "by {end}"),
    "plans.term.span": ("с {start} по {end}", "{start}至{end}", "{start} to {end}"),
    "plans.term.again": ("{how}, {span}", "{how}，{span}", "{how}, {span}"),
    "plans.review": ("Сводный доклад", "综合报告", "Consolidated report"),
    "plans.review.open": (
        "Раунд ещё открыт: доклад покажет то, что представлено к этой минуте.",
        "本轮尚未结束：报告反映目前已提交的内容。",
        "The round is still open: the report shows what has been filed up to now.",
    ),
    "plans.review.frozen": (
        "Итог зафиксирован при закрытии: доклад всегда один и тот же.",
        "结果已于结束时固定：报告始终相同。",
        "The account was frozen at closing: the report is always the same.",
    ),
    "plans.review.heading": (
        "Сводный доклад о ходе выполнения",
        "执行情况综合报告",
        "Consolidated report on implementation",
    ),
    "plans.review.period": (
        "Раунд № {n}, отчётный период: {start} — {end}",
        "第{n}轮，报告期：{start}至{end}",
        "Round {n}, period reported on: {start} to {end}",
    ),
    "plans.review.as_of": (
        "По состоянию на {day}; раунд не закрыт",
        "截至{day}，本轮尚未结束",
        "As of {day}; the round is not closed",
    ),
    "plans.review.as_of_closed": (
        "Раунд закрыт, итог зафиксирован {day}",
        "本轮已结束，结果固定于{day}",
        "Round closed, account frozen on {day}",
    ),
    "plans.review.entry": (
        "{as_of} (запись журнала № {n})",
        "{as_of}（日志记录第{n}号）",
        "{as_of} (ledger entry {n})",
    ),
    "plans.review.not_closed": (
        "Раунд не закрыт: сведения предварительные.",
        "本轮尚未结束，所列情况均为初步情况。",
        "The round is not closed: the information is preliminary.",
    ),
    "plans.review.official": (
        "Доклад составлен на русском языке. Тексты отчётов, представленные только на другом языке, "
        "приведены на нём с пометой.",
        "本报告以中文编写。仅以其他语文提交的内容按原文列出并加以注明。",
        "This report is drawn up in English. Texts of reports that were given in another language "
        "only stand in that language and are marked.",
    ),
    "plans.review.unofficial": (
        "Неофициальный русский текст. Официальные языки: {languages}. Тексты отчётов, "
        "представленные только на другом языке, приведены на нём с пометой.",
        "非正式中文文本。正式语文：{languages}。仅以其他语文提交的内容按原文列出并加以注明。",
        "Unofficial English text. Official languages: {languages}. Texts of reports that were given "
        "in another language only stand in that language and are marked.",
    ),
    "plans.review.and": ("{first} и {last}", "{first}、{last}", "{first} and {last}"),
    "plans.review.number": ("№", "序号", "No."),
    "plans.review.measure": ("Мероприятие", "措施内容", "Measure"),
    "plans.review.expected": ("Форма завершения", "预期成果", "Expected result"),
    "plans.review.term": ("Срок", "完成时限", "Term"),
    "plans.review.responsible": ("Исполнители", "责任单位", "Responsible"),
    "plans.review.party": ("Государство, орган", "国家、机构", "State, Body"),
    "plans.review.progress": ("Ход выполнения", "执行情况", "Progress"),
    "plans.review.summary": ("Итоги", "概要", "Summary"),
    "plans.review.overview": (
        "Отчёты по разделам плана",
        "按计划章节统计的报告",
        "Reports by chapter of the plan",
    ),
    "plans.review.chapters": ("Раздел", "章节", "Chapter"),
    "plans.review.measures": ("мер", "措施数", "measures"),
    "plans.review.reports": ("ожидается отчётов", "应报数", "reports due"),
    "plans.review.in_all": ("Всего", "合计", "In all"),
    "plans.review.annex": ("Приложение", "附件", "Annex"),
    "plans.review.annex_to": (
        "к сводному докладу о ходе выполнения, раунд № {n}",
        "第{n}轮执行情况综合报告",
        "to the consolidated report on implementation, round {n}",
    ),
    "plans.review.annex_title": (
        "Меры, по которым сведения не поступили",
        "尚未报送情况的措施",
        "Measures on which information is awaited",
    ),
    "plans.review.annex_lede": (
        "По этим мерам от указанных государств и органов сведения не поступили. Это не означает ни "
        "невыполнения, ни неучастия.",
        "下列措施尚未收到所列国家和机构的情况。这既不表示未完成，也不表示不参加。",
        "On these measures no information has come from the States and Bodies named. This means "
        "neither that nothing was done nor that they do not take part.",
    ),
    "plans.review.annex_none": (
        "Сведения поступили по всем мерам.",
        "所有措施均已收到情况报告。",
        "Information has come on all measures.",
    ),
    "plans.review.parties": (
        "Сведения ожидаются от",
        "待报送的国家和机构",
        "Information awaited from",
    ),
    "plans.review.no_chapter": ("Меры", "措施", "Measures"),
    "plans.review.colon": (": ", "：", ": "),
    "plans.review.comma": (", ", "、", ", "),
    "plans.review.list": ("; ", "；", "; "),
    "plans.review.typed": ("{standing} ({kind})", "{standing}（{kind}）", "{standing} ({kind})"),
    "plans.review.counted": ("{words} — {n}", "{words}{n}份", "{words}: {n}"),
    "plans.review.counted_measures": ("{words} — {n}", "{words}{n}项", "{words}: {n}"),
    "plans.review.whole": (
        "Доклад охватывает {measures} {measures|меру|меры|мер}; отчитываются {parties} "
        "{parties|государство или орган|государства и органа|государств и органов}. Из {reports} "
        "{reports|ожидаемого отчёта|ожидаемых отчётов|ожидаемых отчётов} представлено {filed}; "
        "сведения не поступили по {awaited}.",
        "本报告涵盖{measures}项措施，报告方为{parties}个国家和机构。应提交报告{reports}份，"
        "已提交{filed}份，尚未报送{awaited}份。",
        "The report covers {measures} {measures|measure|measures}; {parties} "
        "{parties|State or Body reports|States and Bodies report}. Of {reports} "
        "{reports|report|reports} due, {filed} {filed|was|were} filed; {awaited} "
        "{awaited|is|are} awaited.",
    ),
    "plans.review.parts": (
        "В представленных отчётах указано: {parts}.",
        "已提交的报告显示：{parts}。",
        "The reports filed say: {parts}.",
    ),
    "plans.review.findings": (
        "Выводы Секретариата записаны по {n} {n|мере|мерам|мерам}: {parts}.",
        "秘书处对{n}项措施作出结论：{parts}。",
        "The Secretariat has recorded findings on {n} {n|measure|measures}: {parts}.",
    ),
    "plans.review.results": (
        "Результаты по видам: {parts}.",
        "按成果类型统计：{parts}。",
        "Results by type: {parts}.",
    ),
    "plans.review.opinions": (
        "Государства записали {n} {n|мнение|мнения|мнений} для занесения в доклад; "
        "{n|оно приведено|они приведены|они приведены} при соответствующих мерах.",
        "各国记录在案的意见共{n}条，列于相应措施之下。",
        "States entered {n} {n|opinion|opinions} for the record; {n|it stands|they stand} beside "
        "the measures concerned.",
    ),
    "plans.review.silent": (
        "По {n} {n|мере|мерам|мерам} сведения не поступили ни от кого; все ожидаемые сведения "
        "перечислены в приложении.",
        "有{n}项措施未收到任何一方的情况；所有待报送情况详见附件。",
        "On {n} {n|measure|measures} nobody has given information; all that is awaited is listed in "
        "the annex.",
    ),
    "plans.review.none_silent": (
        "Хотя бы один отчёт есть по каждой мере.",
        "每项措施至少收到一份报告。",
        "There is at least one report on each measure.",
    ),
    "plans.review.plan_only_in": (
        "Текст плана есть только на другом языке и приведён на нём: {language}.",
        "计划仅有其他语文的文本，现以该语文列出：{language}。",
        "The plan exists only in another language and is given in it: {language}.",
    ),
    "plans.only_in": (
        "текст есть только на языке: {language}",
        "仅有{language}文本",
        "text given in {language} only",
    ),
    "plans.opinion_for_record": (
        "мнение для занесения в доклад",
        "记录在案的意见",
        "opinion for the record",
    ),
    # exported tables
    "plans.export.annex": ("Приложение\n{instrument}", "附件\n{instrument}", "Annex\n{instrument}"),
    "plans.export.text": ("Русский текст", "中文文本", "English text"),
    "plans.export.unofficial": (
        "Неофициальный русский текст",
        "非正式中文文本",
        "Unofficial English text",
    ),
    "plans.export.chosen": ("Выборка: {by}", "筛选条件：{by}", "Selection: {by}"),
    "plans.export.due_from": ("срок с {day}", "期限自{day}起", "due from {day}"),
    "plans.export.due_to": ("срок до {day}", "期限至{day}止", "due until {day}"),
    "plans.export.words": ("слова «{words}»", "词语“{words}”", "words “{words}”"),
    "refusal.font_missing": (
        "Для знаков этого документа на сервере не хватает шрифтов. Администратору: apt-get install "
        "fonts-noto.",
        "服务器缺少本文件所需的字体。管理员请执行：apt-get install fonts-noto。",
        "The server lacks fonts for the characters of this paper. For its operator: "
        "apt-get install fonts-noto.",
    ),
}
