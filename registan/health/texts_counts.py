"""Sentences of counts: what is wrong with a line or a file, refusals, the act."""

from __future__ import annotations

TEXTS_COUNTS: dict[str, tuple[str, str, str]] = {
    "measure.cases": ("случаи", "病例", "cases"),
    "measure.deaths": ("смерти", "死亡", "deaths"),
    "measure.hospitalised": ("госпитализации", "住院", "hospitalised"),
    "act.health.counts.submitted": (
        "{actor}: отправлены данные о заболеваемости, чисел — {count}, из них пересмотренных — {revised}.",
        "{actor}：报送疫情数据{count}项，其中修订{revised}项。",
        "{actor}: counts of diseases sent: {count} figures, of which {revised} revised.",
    ),
    "refusal.counts_by_states": (
        "Данные отправляет государство от своего имени. Выберите полномочия государства.",
        "数据由各国以本国名义报送。请选择本国的授权。",
        "A State sends its own counts. Choose a mandate for a State.",
    ),
    "refusal.counts_have_problems": (
        "Строк с ошибками: {n}. Ничего не записано: исправьте их и загрузите файл снова.",
        "有误的行数：{n}。未记录任何内容：请更正后重新上传文件。",
        "Lines with mistakes: {n}. Nothing is recorded: correct them and upload the file again.",
    ),
    "refusal.counts_unchanged": (
        "Файл ничего не меняет: все эти числа ({n}) уже записаны.",
        "文件未带来任何变化：这些数字（{n}项）均已记录。",
        "The file changes nothing: all of these figures ({n}) are recorded already.",
    ),
    "refusal.counts_moved_on": (
        "Пока вы смотрели, данные изменились. Вот что файл изменит теперь: проверьте и подтвердите снова.",
        "在您查看期间，数据已有变化。以下为该文件现在将带来的变化：请核对后再次确认。",
        "The counts changed while you looked. This is what the file changes now: check and confirm again.",
    ),
    "refusal.counts_mix_audiences": (
        "У этих болезней разный круг читателей: {conditions}. Отправьте их отдельными файлами.",
        "这些病种的查阅范围不同：{conditions}。请分别报送。",
        "These diseases have different readers: {conditions}. Send them in files of their own.",
    ),
    "unreadable.counts_empty": (
        "Файл пуст. Скачайте образец, заполните его и загрузите.",
        "文件为空。请下载模板，填写后上传。",
        "The file is empty. Download the template, fill it and upload it.",
    ),
    "unreadable.counts_not_utf8": (
        "Файл не в кодировке UTF-8. Сохраните его как «CSV UTF-8» или XLSX.",
        "文件不是 UTF-8 编码。请另存为“CSV UTF-8”或 XLSX。",
        "The file is not UTF-8. Save it as “CSV UTF-8” or as XLSX.",
    ),
    "unreadable.counts_json_damaged": (
        "JSON оборван или повреждён. Выгрузите его из DHIS2 заново.",
        "JSON 不完整或已损坏。请从 DHIS2 重新导出。",
        "The JSON is cut off or damaged. Export it from DHIS2 again.",
    ),
    "unreadable.counts_csv_damaged": (
        "CSV повреждён около строки {line}: проверьте кавычки и длину клеток.",
        "CSV 在第{line}行附近损坏：请检查引号和单元格长度。",
        "The CSV is damaged near line {line}: look at its quotes and the length of its cells.",
    ),
    "unreadable.counts_too_large": (
        "В файле больше {most} строк. Разделите его.",
        "文件超过{most}行。请拆分。",
        "The file has more than {most} lines. Split it.",
    ),
    "unreadable.counts_form_unknown": (
        "Эта таблица не похожа ни на одну из принимаемых форм; её столбцы: {columns}. Скачайте образец.",
        "该表格不属于任何可接收的格式；其列为：{columns}。请下载模板。",
        "This table is none of the forms that are taken; its columns: {columns}. Download the template.",
    ),
    "unreadable.counts_line_list": (
        "Это список лиц (столбцы: {columns}), а не числа случаев. Сведения о физических лицах здесь не "
        "хранятся: они не нужны для оповещения и не должны покидать государство. Посчитайте случаи по "
        "неделям и отправьте числа.",
        "这是个案清单（列：{columns}），而非病例数。本系统不保存自然人信息：预警无需此类信息，也不应传出本国。请按周"
        "汇总病例后报送数字。",
        "This is a list of persons (columns: {columns}), not a table of counts. Nothing on natural persons "
        "is kept here: warning needs none of it, and it should not leave the State. Count the cases by weeks "
        "and send the numbers.",
    ),
    "counts.problem.line": ("Строка {line}: {cure}", "第{line}行：{cure}", "Line {line}: {cure}"),
    "counts.problem.value_missing": (
        "число не указано. Напишите 0, если случаев не было, или NR, если данных нет.",
        "未填数字。无病例请填 0，无数据请填 NR。",
        "there is no figure. Write 0 for no cases, or NR for not reported.",
    ),
    "counts.problem.value_not_whole": (
        "«{value}» — не целое число. Напишите его цифрами без пробелов и запятых.",
        "“{value}”不是整数。请只用数字，不加空格和逗号。",
        "“{value}” is no whole number. Write it in digits, without blanks and commas.",
    ),
    "counts.problem.period_missing": (
        "период не указан. Напишите неделю (2026-W05) или день (2026-01-29).",
        "未填统计时期。请填周（2026-W05）或日（2026-01-29）。",
        "there is no period. Write a week (2026-W05) or a day (2026-01-29).",
    ),
    "counts.problem.period_unreadable": (
        "период «{period}» не понят или такого нет. Напишите неделю (2026-W05) или день (2026-01-29).",
        "无法识别时期“{period}”，或该时期不存在。请填周（2026-W05）或日（2026-01-29）。",
        "the period “{period}” is not understood, or there is none such. Write a week (2026-W05) or a day "
        "(2026-01-29).",
    ),
    "counts.problem.period_ahead": (
        "период {period} ещё не начался. Исправьте дату.",
        "时期{period}尚未开始。请更正日期。",
        "the period {period} lies ahead. Correct the date.",
    ),
    "counts.problem.week_not_over": (
        "неделя {period} ещё не закончилась. Отправьте её после воскресенья.",
        "{period}周尚未结束。请在周日之后报送。",
        "the week {period} is not over. Send it after its Sunday.",
    ),
    "counts.problem.period_too_early": (
        "период {period} раньше 1900 года. Исправьте дату.",
        "时期{period}早于1900年。请更正日期。",
        "the period {period} is before 1900. Correct the date.",
    ),
    "counts.problem.wants_week": (
        "эта болезнь учитывается по неделям, а указан день {period}. Посчитайте неделю и напишите её, "
        "например 2026-W05.",
        "该病种按周统计，而所填为{period}日。请按周汇总并填写周次，例如 2026-W05。",
        "this disease is counted by weeks, and {period} is a day. Add the week up and write it as 2026-W05.",
    ),
    "counts.problem.wants_day": (
        "эта болезнь учитывается по дням, а указана неделя {period}. Напишите числа по дням.",
        "该病种按日统计，而所填为{period}周。请按日填写。",
        "this disease is counted by days, and {period} is a week. Write the figures day by day.",
    ),
    "counts.problem.condition_missing": (
        "не сказано, что сосчитано. Добавьте столбец condition или выберите болезнь. Известны: {known}.",
        "未说明统计病种。请添加 condition 列或选择病种。已有：{known}。",
        "it is not said what is counted. Add the column condition, or choose the disease. Known: {known}.",
    ),
    "counts.problem.condition_unknown": (
        "«{condition}» здесь не учитывается. Известны: {known}. Другое название сопоставьте с нашим.",
        "此处不统计“{condition}”。已有：{known}。如名称不同，请与本系统名称对应。",
        "“{condition}” is not counted here. Known: {known}. Map another name to one of ours.",
    ),
    "counts.problem.measure_unknown": (
        "неизвестный показатель. Напишите cases, deaths или hospitalised.",
        "指标无效。请填 cases、deaths 或 hospitalised。",
        "no such measure. Write cases, deaths or hospitalised.",
    ),
    "counts.problem.place_unknown": (
        "«{place}» — ни государство, ни его область. Напишите код государства (KZ, KAZ) или области (KZ-75).",
        "“{place}”既不是国家，也不是其一级行政区。请填国家代码（KZ、KAZ）或行政区代码（KZ-75）。",
        "“{place}” is neither a State nor an area of one. Write the code of the State (KZ) or area (KZ-75).",
    ),
    "counts.problem.another_state": (
        "«{place}» — другое государство. Вы отправляете данные от имени {state}.",
        "“{place}”是另一国家。您代表{state}报送。",
        "“{place}” is another State. You send for {state}.",
    ),
    "counts.problem.negative": (
        "число отрицательное ({value}). Чтобы исправить прежний период, отправьте его заново верным числом.",
        "数字为负（{value}）。如需更正以往时期，请重新报送该时期的正确数字。",
        "the figure is negative ({value}). To correct an earlier period, send that period anew.",
    ),
    "counts.problem.too_many": (
        "{value} — это {most} или больше: больше, чем может быть. Проверьте цифры.",
        "{value}达到或超过{most}，不可能如此之多。请核对。",
        "{value} is {most} or more, which cannot be. Check the digits.",
    ),
    "counts.problem.sent_twice": (
        "период {period} повторяет строку {other}. Оставьте одну из них.",
        "时期{period}与第{other}行重复。请保留其中一行。",
        "the period {period} says again what line {other} says. Keep one of them.",
    ),
    "counts.problem.told_two_ways": (
        "о периоде {period} строка {other} говорит другое число. Решите, какое верно.",
        "时期{period}与第{other}行的数字不一致。请确定何者正确。",
        "line {other} gives another figure for {period}. Decide which one is right.",
    ),
    "counts.problem.sex_unknown": (
        "пол не понят. Напишите f, m или оставьте пустым.",
        "性别无法识别。请填 f、m 或留空。",
        "the sex is not understood. Write f or m, or leave it empty.",
    ),
    "counts.problem.age_unknown": (
        "возраст не понят. Напишите 0-4 или 65+, или оставьте пустым.",
        "年龄组无法识别。请填 0-4 或 65+，或留空。",
        "the age band is not understood. Write 0-4 or 65+, or leave it empty.",
    ),
    "counts.problem.definition_unknown": (
        "определения «{definition}» нет у этой болезни. Название стоит на её странице.",
        "该病种没有定义“{definition}”。定义名称见其页面。",
        "this disease has no definition “{definition}”. Its page tells the names.",
    ),
}
