"""What `registan plans read` says of things in a file that a person should look at."""

from __future__ import annotations

TEXTS_READING: dict[str, tuple[str, str, str]] = {
    "cli.reading.place": ("строка {row}", "第{row}行", "row {row}"),
    "cli.reading.place_in": (
        "{sheet}, строка {row}",
        "{sheet}第{row}行",
        "{sheet}, row {row}",
    ),
    "cli.reading.place_in_table": (
        "таблица {table}, строка {row}",
        "表{table}第{row}行",
        "table {table}, row {row}",
    ),
    "cli.reading.no_header": (
        "{place}: у таблицы нет строки заголовков; столбцы прочитаны так: {columns}. Проверьте их.",
        "{place}：表格没有标题行；各列按以下方式读取：{columns}。请核对。",
        "{place}: the table has no row of headings; its columns were read as {columns}. Check them.",
    ),
    "cli.reading.header_unknown": (
        "{place}: у таблицы нет строки заголовков, и её столбцы не распознаны; таблица не прочитана. "
        "Впишите заголовки (№, мероприятие, срок, исполнитель) и повторите.",
        "{place}：表格没有标题行，无法识别各列，未读取该表格。请补充标题（序号、任务、时限、责任单位）后重试。",
        "{place}: the table has no row of headings and its columns were not recognised, so it was not "
        "read. Add headings (No., measure, term, responsible) and repeat.",
    ),
    "cli.reading.flagged": (
        "{place}: {reason}. Напечатано: {printed}",
        "{place}：{reason}。原文：{printed}",
        "{place}: {reason}. Printed: {printed}",
    ),
    "cli.reading.column.number": ("номер", "序号", "number"),
    "cli.reading.column.section": ("раздел", "章节", "section"),
    "cli.reading.column.text": ("мера", "措施", "measure"),
    "cli.reading.column.result": ("результат", "成果", "result"),
    "cli.reading.column.term": ("срок", "时限", "term"),
    "cli.reading.column.term_from": ("начало", "起始", "beginning"),
    "cli.reading.column.term_to": ("окончание", "截止", "end"),
    "cli.reading.column.responsible": ("исполнители", "责任方", "responsible"),
    "cli.reading.column.lead": ("ведущий исполнитель", "牵头方", "lead"),
    "cli.reading.column.support": ("соисполнители", "配合方", "support"),
    "cli.reading.column.note": ("примечание", "备注", "note"),
    "cli.reading.column.other": ("—", "—", "—"),
    "cli.reading.left.not_a_plan_table": (
        "строка таблицы, которая не похожа на план",
        "所在表格不是计划表",
        "part of a table that is no plan",
    ),
    "cli.reading.left.title_line": (
        "строка над заголовками",
        "标题行上方的文字",
        "a line above the headings",
    ),
    "cli.reading.left.paragraph": (
        "абзац без срока и исполнителя",
        "该段未注明时限和责任方",
        "a paragraph without term and responsible",
    ),
    "cli.reading.left.heading_without_rows": (
        "заголовок, под которым нет мер",
        "标题之下没有措施",
        "a heading with no measures below it",
    ),
    "cli.reading.left.total": ("строка итогов", "合计行", "a row of totals"),
    "cli.reading.left.signature": ("строка для подписи", "签字行", "a line to be signed"),
    "cli.reading.left.note": ("примечание", "注释", "a note"),
    "cli.reading.left.row_split": (
        "продолжение предыдущей меры, разорванной переносом страницы; присоединено к ней",
        "上一项措施因换页而断开，已与其合并",
        "goes on with the measure before it, cut by the end of a page; joined to it",
    ),
    "cli.reading.note.hidden_sheet": (
        "В файле есть скрытый лист; он прочитан.",
        "文件中有隐藏的工作表，已一并读取。",
        "The file has a hidden sheet; it was read.",
    ),
    "cli.reading.note.hidden_rows": (
        "В файле есть скрытые строки; они прочитаны.",
        "文件中有隐藏的行，已一并读取。",
        "The file has hidden rows; they were read.",
    ),
    "cli.reading.note.split_table": (
        "Таблица разделена на части; они прочитаны как одна.",
        "表格分为若干部分，已作为一个表格读取。",
        "The table is split into parts; they were read as one.",
    ),
    "cli.reading.flag.row_split": (
        "мера собрана из двух строк",
        "该措施由两行合并而成",
        "the measure was joined from two rows",
    ),
    "cli.reading.flag.formula_number": (
        "номер вычисляется формулой",
        "序号由公式计算",
        "the number is a formula",
    ),
    "cli.reading.flag.term_inside_text": (
        "срок взят из текста меры",
        "时限取自措施正文",
        "the term was taken from the text of the measure",
    ),
    "cli.reading.flag.spreadsheet_serial": (
        "вместо даты стоит число; оно прочитано как дата электронной таблицы",
        "日期处为数字，按电子表格日期序号读取",
        "a bare number in place of a date; read as a spreadsheet's date",
    ),
    "cli.reading.flag.formula_without_value": (
        "срок — невычисленная формула; откройте файл и сохраните его заново",
        "时限为尚未计算的公式；请打开文件重新保存",
        "the term is a formula that was never computed; open the file and save it again",
    ),
    "cli.reading.flag.several_dates": (
        "несколько дат; сроком считается последняя",
        "有多个日期，以最后一个为截止日期",
        "several dates; the last one was taken as the deadline",
    ),
    "cli.reading.flag.winter": (
        "зима может кончиться в декабре или в феврале",
        "“冬季”可能止于12月，也可能止于2月",
        "winter may end in December or in February",
    ),
    "cli.reading.flag.vague_part_of_year": (
        "часть года названа неточно",
        "所指时段不明确",
        "the part of the year is vague",
    ),
    "cli.reading.flag.fiscal_year": (
        "финансовый год; его конец зависит от страны",
        "财政年度，截止日期因国家而异",
        "a fiscal year, whose end depends on the country",
    ),
    "cli.reading.flag.before_month": (
        "не сказано, входит ли сам месяц",
        "未说明是否包括当月",
        "it is not said whether the month itself is included",
    ),
    "cli.reading.flag.then_permanent": (
        "дата, а затем постоянно",
        "到期后持续进行",
        "a date, then permanent",
    ),
    "cli.reading.flag.every_n_months": (
        "необычная периодичность",
        "周期不常见",
        "an unusual interval",
    ),
    "cli.reading.flag.twice_or_every_second_year": (
        "слово значит и «дважды в год», и «раз в два года»",
        "该词既可指“每年两次”，也可指“每两年一次”",
        "the word means both twice a year and every second year",
    ),
    "cli.reading.flag.day_or_month": (
        "неясно, где в дате день, а где месяц",
        "日期中日与月的顺序不明",
        "which figure of the date is the day and which the month is not clear",
    ),
    "cli.reading.flag.relative": (
        "срок отсчитывается от события, дата которого неизвестна",
        "时限从日期不明的事件起算",
        "the term counts from an event whose date is not known",
    ),
    "cli.reading.flag.no_year": (
        "нет года, и период плана его не подсказывает",
        "未注明年份，计划期限亦无法确定",
        "no year, and the plan's period gives none",
    ),
    "cli.reading.flag.as_above": (
        "ссылка на строку выше; прочитано как в ней",
        "参见上一行，已照上一行读取",
        "refers to the row above and is read as that row",
    ),
    "cli.reading.flag.sentence": (
        "вместо срока — предложение; взята последняя дата в нём",
        "时限处为整句文字，取其中最后一个日期",
        "a sentence in place of a term; the last date in it was taken",
    ),
    "cli.reading.flag.five_year_plan": (
        "пятилетка названа по номеру",
        "以序数指称的五年规划",
        "a five-year plan named by its number",
    ),
    "cli.reading.flag.regularly": (
        "«регулярно», без периодичности",
        "“定期”，未注明周期",
        "“regularly”, without an interval",
    ),
    "cli.reading.flag.reversed": (
        "конец раньше начала",
        "截止日期早于起始日期",
        "the end lies before the beginning",
    ),
    "cli.reading.flag.person_name": (
        "имя человека; нужна должность",
        "此处为人名，应填写职务",
        "a person's name; the post is needed",
    ),
    "cli.reading.flag.obligation": (
        "обязанность вместо исполнителя",
        "此处为义务而非责任方",
        "an obligation in place of a responsible party",
    ),
    "cli.reading.flag.and_others": (
        "есть и другие исполнители, не названные",
        "另有未列明的责任方",
        "others are meant who are not named",
    ),
    "cli.reading.flag.plural_share": (
        "два органа под одним словом во множественном числе",
        "两个机构共用一个复数名词",
        "two bodies share one plural word",
    ),
    "cli.reading.flag.case_kept": (
        "название не удалось поставить в именительный падеж",
        "名称未能还原为主格",
        "a name could not be put into the nominative",
    ),
    "cli.reading.flag.term_unknown": (
        "срок не распознан",
        "时限无法识别",
        "the term was not understood",
    ),
    "cli.reading.look": (
        "прочтите сами ({code})",
        "请人工核对（{code}）",
        "look at it yourself ({code})",
    ),
}
