"""What the reader of plan tables tells of a row, of left-over words and of a file, in sentences.

Codes: `settling` (issues), `kernel.plan.term.TERM_FLAGS`, `kernel.plan.responsible.RESPONSIBLE_FLAGS`,
`kernel.plan.codes` (rows, left-over words, files), notes beside names.
"""

from __future__ import annotations

TEXTS_IMPORT_ISSUES: dict[str, tuple[str, str, str]] = {
    # what must be put right
    "issue.number_missing": (
        "Нет номера.",
        "没有编号。",
        "There is no number.",
    ),
    "issue.number_unfit": (
        "Номер «{number}» не подходит: он длиннее 40 знаков или содержит «/».",
        "编号“{number}”不可用：超过40个字符或含有“/”。",
        "The number “{number}” cannot be used: it is longer than 40 characters or holds a “/”.",
    ),
    "issue.number_doubled": (
        "Номер {number} стоит у нескольких мер.",
        "有多项措施使用编号{number}。",
        "Several measures carry the number {number}.",
    ),
    "issue.text_missing": (
        "Нет текста меры.",
        "没有措施内容。",
        "The text of the measure is missing.",
    ),
    "issue.text_too_long": (
        "Текст слишком длинный: знаков — {length}, допускается {longest}.",
        "文本过长：共{length}字，最多{longest}字。",
        "The text is too long: {length} characters, at most {longest}.",
    ),
    "issue.hidden_characters": (
        "В тексте есть невидимые управляющие знаки ({characters}).",
        "文本含有不可见的控制字符（{characters}）。",
        "The text holds invisible control characters ({characters}).",
    ),
    "issue.term_reversed": (
        "Срок заканчивается раньше, чем начинается.",
        "期限的结束早于开始。",
        "The term ends before it begins.",
    ),
    "issue.person_name": (
        "Исполнителем назван человек. Впишите должность или орган.",
        "责任方为人名。请填写职务或机构。",
        "A person is named as responsible. Write the post or the body.",
    ),
    # what may be accepted as read
    "issue.term_unknown": (
        "Срок «{raw}» не удалось привязать к датам.",
        "无法确定时限“{raw}”的具体日期。",
        "The term “{raw}” could not be put into dates.",
    ),
    "issue.flag_spreadsheet_serial": (
        "Вместо даты стоит число; прочитано как дата электронной таблицы.",
        "日期处为数字，已按电子表格日期序号读取。",
        "A bare number stands for the date; it was read as a spreadsheet’s date.",
    ),
    "issue.flag_formula_without_value": (
        "Срок — невычисленная формула. Впишите даты или откройте файл и сохраните его заново.",
        "时限为尚未计算的公式。请填写日期，或打开文件重新保存。",
        "The term is a formula that was never computed. Write the dates, or open the file and save it "
        "again.",
    ),
    "issue.flag_several_dates": (
        "Названо несколько дат: последняя — срок, остальные — этапы.",
        "有多个日期：最后一个作为截止日期，其余作为步骤。",
        "Several dates are named: the last is the deadline, the others are steps.",
    ),
    "issue.flag_winter": (
        "«Зима» может кончиться в декабре или в феврале; прочитано как декабрь.",
        "“冬季”可能止于12月或2月，已按12月读取。",
        "“Winter” may end in December or in February; it was read as December.",
    ),
    "issue.flag_vague_part_of_year": (
        "Часть года названа неточно; взят последний день этой части.",
        "所指时段不明确，已取该时段最后一日。",
        "The part of the year is vague; its last day was taken.",
    ),
    "issue.flag_fiscal_year": (
        "Финансовый год: его конец зависит от государства.",
        "财政年度：截止日期因国家而异。",
        "A fiscal year: its end depends on the State.",
    ),
    "issue.flag_before_month": (
        "Не сказано, входит ли сам месяц; прочитано, что входит.",
        "未说明是否包括当月，已按包括读取。",
        "Whether the month itself is included is not said; it was read as included.",
    ),
    "issue.flag_then_permanent": (
        "Дата, а затем постоянно.",
        "先有截止日期，此后持续进行。",
        "A date, and then permanently.",
    ),
    "issue.flag_every_n_months": (
        "Необычная периодичность.",
        "周期不常见。",
        "An unusual interval.",
    ),
    "issue.flag_twice_or_every_second_year": (
        "Слово значит и «дважды в год», и «раз в два года»; прочитано как дважды в год.",
        "该词既可指“每年两次”也可指“每两年一次”，已按每年两次读取。",
        "The word means twice a year and every second year; it was read as twice a year.",
    ),
    "issue.flag_relative": (
        "Срок отсчитывается от события, дата которого неизвестна.",
        "时限从日期不明的事件起算。",
        "The term runs from an event whose date is not known.",
    ),
    "issue.flag_day_or_month": (
        "Неясно, где день, а где месяц; прочитано: сначала день.",
        "日与月的顺序不明，已按日在前读取。",
        "It is not clear which figure is the day; it was read as the first.",
    ),
    "issue.flag_no_year": (
        "Год не назван, и период плана его не даёт. Укажите период плана или впишите даты.",
        "未注明年份，计划期限也无法推定。请填写计划期限，或填写日期。",
        "No year is named, and no period gives one. Give the period of the plan, or write the dates.",
    ),
    "issue.flag_as_above": (
        "Отсылает к строке выше; взято оттуда.",
        "指向上一行，已照上一行读取。",
        "It refers to the row above and was read as that row.",
    ),
    "issue.flag_sentence": (
        "Срок записан предложением; взята последняя дата в нём.",
        "时限为一句话，已取其中最后一个日期。",
        "The term is a sentence; the last date in it was taken.",
    ),
    "issue.flag_five_year_plan": (
        "Пятилетка названа по номеру.",
        "以序号表示的五年规划。",
        "A five-year plan by its number.",
    ),
    "issue.flag_regularly": (
        "«Регулярно», без указания периодичности.",
        "“定期”，未说明周期。",
        "“Regularly”, without an interval.",
    ),
    "issue.flag_reversed": (
        "Конец срока раньше начала; начало опущено.",
        "时限的结束早于开始，已略去开始日期。",
        "The end of the term lies before its beginning; the beginning was left out.",
    ),
    "issue.flag_obligation": (
        "Вместо исполнителя стоит указание, кого это касается.",
        "责任单位处写的是适用要求，而非单位名称。",
        "Where the responsible party should stand, it says for whom this is required.",
    ),
    "issue.flag_and_others": (
        "Подразумеваются и другие, они не названы.",
        "还包括其他未列名的单位。",
        "Others are meant who are not named.",
    ),
    "issue.flag_plural_share": (
        "Два органа названы одним словом во множественном числе.",
        "两个机构共用一个复数词。",
        "Two bodies share one plural word.",
    ),
    "issue.flag_case_kept": (
        "Название не удалось поставить в именительный падеж.",
        "该名称未能还原为主格。",
        "A name could not be put into the nominative.",
    ),
    "issue.flag_elided_prefix": (
        "Начало названия относится ко всем перечисленным и дописано.",
        "名称的开头部分适用于所列各单位，已补全。",
        "The beginning of the name holds for all that follow and was added.",
    ),
    "issue.flag_elided_ending": (
        "Конец названия относится ко всем перечисленным и дописан.",
        "名称的结尾部分适用于所列各单位，已补全。",
        "The ending of the name holds for all before it and was added.",
    ),
    "issue.flag_footnote_cut": (
        "Знак сноски снят.",
        "已去除脚注符号。",
        "A footnote mark was taken off.",
    ),
    "issue.flag_article_cut": (
        "Артикль снят.",
        "已去除冠词。",
        "An article was taken off.",
    ),
    "issue.flag_row_split": (
        "Мера собрана из двух строк, разорванных переносом страницы.",
        "该措施由换页断开的两行合并而成。",
        "The measure was joined from two rows that the end of a page had cut apart.",
    ),
    "issue.flag_formula_number": (
        "Номер — формула без сохранённого значения.",
        "编号为没有存储值的公式。",
        "The number is a formula without a stored value.",
    ),
    "issue.flag_term_inside_text": (
        "Срок взят из текста меры.",
        "时限取自措施正文。",
        "The term was taken out of the text of the measure.",
    ),
    "issue.flag_hidden_characters": (
        "Из ячейки удалены невидимые знаки, меняющие порядок чтения.",
        "已删除单元格中改变阅读顺序的不可见字符。",
        "Invisible characters that turn the order of reading were taken out of a cell.",
    ),
    # why something is no measure
    "left.title_line": ("строка над заголовками", "标题行上方的文字", "a line above the headings"),
    "left.column_numbers": ("строка с номерами столбцов", "列号行", "a row of column numbers"),
    "left.repeated_header": ("повтор заголовков", "重复的标题行", "the headings once more"),
    "left.total": ("строка итогов", "合计行", "a row of totals"),
    "left.signature": ("строка для подписи", "签字行", "a line to be signed"),
    "left.note": ("примечание в таблице", "表内注释", "a note in the table"),
    "left.column_not_read": (
        "столбец, которому в плане нет места; назван его заголовок",
        "计划中没有对应内容的列（所示为列标题）",
        "a column that has no place in a plan; its heading is shown",
    ),
    "left.heading_without_rows": (
        "заголовок, под которым нет мер",
        "其下没有措施的标题",
        "a heading with no measures below it",
    ),
    "left.not_a_plan_table": (
        "строка таблицы, которая не похожа на план",
        "非计划表格中的行",
        "a row of a table that is no plan",
    ),
    "left.paragraph": (
        "абзац без срока и исполнителя",
        "未注明时限和责任单位的段落",
        "a paragraph without term and responsible party",
    ),
    "left.row_split": (
        "продолжение предыдущей меры; присоединено к ней",
        "上一项措施的后续部分，已并入",
        "goes on with the measure before it; joined to it",
    ),
    # about the file
    "note.hidden_sheet": (
        "В файле есть скрытый лист; он прочитан.",
        "文件中有隐藏的工作表，已一并读取。",
        "The file has a hidden sheet; it was read.",
    ),
    "note.hidden_rows": (
        "В файле есть скрытые строки; они прочитаны.",
        "文件中有隐藏的行，已一并读取。",
        "The file has hidden rows; they were read.",
    ),
    "note.person_column": (
        "В файле есть столбец с именами людей; он не читается.",
        "文件中有人名列，未予读取。",
        "The file has a column of persons’ names; it was not read.",
    ),
    "note.split_table": (
        "Таблица без заголовков прочитана как продолжение предыдущей.",
        "没有标题行的表格已作为上一表格的延续读取。",
        "A table without headings was read as going on with the one before it.",
    ),
    "note.columns_guessed": (
        "Столбцы таблицы без заголовков определены по содержанию. Подтвердите их.",
        "没有标题行的表格，各列按内容推定。请确认。",
        "The columns of a table without headings were told from what stands in them. Confirm them.",
    ),
    # beside a name
    "actor_note.by_agreement": ("по согласованию", "经商定", "by agreement"),
    "actor_note.convenes": ("созыв", "召集", "convenes"),
    "actor_note.sums_up": ("свод", "汇总", "sums up"),
}
