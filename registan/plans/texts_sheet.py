"""Sentences of the sheet on which a ministry reports: its pages, its cells, its mistakes."""

from __future__ import annotations

TEXTS_SHEET: dict[str, tuple[str, str, str]] = {
    "plans.sheet": ("Отчёты таблицей Excel", "用 Excel 表格报告", "Report by Excel sheet"),
    "plans.sheet.lede": (
        "В этом раунде ожидается {n} {n|отчёт|отчёта|отчётов}.",
        "本轮应提交{n}份报告。",
        "{n} {n|report is|reports are} owed in this round.",
    ),
    "plans.sheet.first": ("1. Скачать", "一、下载", "1. Download"),
    "plans.sheet.first.text": (
        "В таблице — всё, что должно представить ваше государство или орган, и то, что уже написано. "
        "Заполняйте белые клетки; разослать её ведомствам и собрать обратно можно без связи.",
        "表中列有贵国或贵机构应提交的全部事项以及已填写的内容。请填写白色单元格；可离线分发给各部门并汇总。",
        "The sheet holds all that your State or Body owes and what has been written so far. Fill the "
        "white cells; ministries can work on it without a connection.",
    ),
    "plans.sheet.download": ("Скачать таблицу XLSX", "下载 XLSX 表格", "Download the XLSX sheet"),
    "plans.sheet.second": (
        "2. Загрузить заполненную",
        "二、上传已填表格",
        "2. Upload the filled sheet",
    ),
    "plans.sheet.second.text": (
        "Сначала будет показано, что изменится. Ничего не представляется без вашего подтверждения.",
        "系统先显示将发生的变化。未经您确认，不会提交任何内容。",
        "You first see what would change. Nothing is filed before you confirm.",
    ),
    "plans.sheet.file": ("Заполненная таблица", "已填表格", "Filled sheet"),
    "plans.sheet.file.hint": (
        "Файл XLSX, полученный на этой странице.",
        "从本页下载的 XLSX 文件。",
        "The XLSX file from this page.",
    ),
    "plans.sheet.look": ("Проверить", "检查", "Check"),
    "plans.sheet.title": (
        "{party}: отчёты, раунд № {round}. {plan}",
        "{party}：第{round}轮报告。{plan}",
        "{party}: reports, round {round}. {plan}",
    ),
    "plans.sheet.hint": (
        "Заполняйте белые клетки. Состояние и вид результата выбирайте из списка, даты — ГГГГ-ММ-ДД.",
        "请填写白色单元格。执行状态和成果类型从列表中选择，日期格式为 年-月-日。",
        "Fill the white cells. Choose standing and type of result from the lists; dates as YYYY-MM-DD.",
    ),
    "plans.sheet.reports": ("Отчёты", "报告", "Reports"),
    "plans.sheet.quantities": ("Показатели", "指标", "Indicators"),
    "plans.sheet.quantities.hint": (
        "Впишите значения за отчётный период в последний столбец.",
        "请在最后一列填写报告期的数值。",
        "Write the values of the period in the last column.",
    ),
    "plans.sheet.choose": ("Выберите из списка.", "请从列表中选择。", "Choose from the list."),
    "plans.sheet.day": (
        "Дата в виде ГГГГ-ММ-ДД.",
        "日期格式为 年-月-日。",
        "A date as YYYY-MM-DD.",
    ),
    "plans.sheet.preview": ("Проверка таблицы", "检查表格", "Check of the sheet"),
    "plans.sheet.problems": (
        "В таблице {n} {n|ошибка|ошибки|ошибок}",
        "表格中有{n}处错误",
        "{n} {n|mistake|mistakes} in the sheet",
    ),
    "plans.sheet.nothing": ("Ничего не меняется", "没有变化", "Nothing changes"),
    "plans.sheet.counts": (
        "Изменится отчётов: {n}; без изменений: {m}.",
        "将变化的报告：{n}份；无变化：{m}份。",
        "{n} {n|report changes|reports change}; {m} stay as they are.",
    ),
    "plans.sheet.again": (
        "Пока ничего не записано. Исправьте клетки в файле и загрузите его снова.",
        "尚未记录任何内容。请在文件中更正相应单元格后重新上传。",
        "Nothing is recorded yet. Correct the cells in the file and upload it again.",
    ),
    "plans.sheet.field": ("Поле", "栏目", "Field"),
    "plans.sheet.before": ("Было", "原内容", "Before"),
    "plans.sheet.after": ("Станет", "新内容", "After"),
    "plans.sheet.file_all": (
        "Представить: {n} {n|отчёт|отчёта|отчётов}",
        "提交{n}份报告",
        "File {n} {n|report|reports}",
    ),
    "plans.sheet.keep": ("Сохранить черновиками", "保存为草稿", "Keep as drafts"),
    "plans.sheet.filed": (
        "Представлено {n} {n|отчёт|отчёта|отчётов}.",
        "已提交{n}份报告。",
        "{n} {n|report|reports} filed.",
    ),
    "plans.sheet.kept": (
        "Сохранено черновиков: {n}.",
        "已保存{n}份草稿。",
        "{n} {n|draft|drafts} kept.",
    ),
    "refusal.sheet_moved_on": (
        "Пока вы смотрели, отчёты изменились. Вот что изменит таблица теперь: проверьте и подтвердите "
        "снова.",
        "在您查看期间，报告已有变化。以下为该表格现在将带来的变化：请核对后再次确认。",
        "The reports changed while you looked. This is what the sheet changes now: check and confirm "
        "again.",
    ),
    "refusal.sheet_changes_nothing": (
        "Таблица ничего не меняет: эти отчёты уже представлены.",
        "表格未带来任何变化：这些报告已提交。",
        "The sheet changes nothing: these reports are filed already.",
    ),
    "sheet.formula": (
        "в клетке формула. Впишите значение.",
        "单元格为公式。请填写数值或文字。",
        "the cell holds a formula. Write the value.",
    ),
    "sheet.too_long": (
        "текст слишком длинный: знаков — {length}, допускается {longest}. Сократите его.",
        "文本过长：共{length}字，最多{longest}字。请删减。",
        "the text is too long: {length} characters, at most {longest}. Shorten it.",
    ),
    "sheet.hidden_characters": (
        "невидимые управляющие знаки ({characters}). Вставьте текст без форматирования.",
        "含有不可见的控制字符（{characters}）。请以无格式文本方式重新粘贴。",
        "invisible control characters ({characters}). Paste the text without formatting.",
    ),
    "sheet.unknown_choice": (
        "«{text}» нет в списке. Выберите одно из: {known}.",
        "“{text}”不在列表中。请选择：{known}。",
        "“{text}” is not in the list. Choose one of: {known}.",
    ),
    "sheet.no_day": (
        "«{text}» — не дата. Впишите её в виде 2027-03-31.",
        "“{text}”不是日期。请按 2027-03-31 的格式填写。",
        "“{text}” is no date. Write it as 2027-03-31.",
    ),
    "sheet.no_quantity": (
        "«{text}» — не число. Впишите число, не более четырёх знаков после запятой.",
        "“{text}”不是数字。请填写数字，小数不超过四位。",
        "“{text}” is no number. Write a number with at most four decimals.",
    ),
    "sheet.number_twice": (
        "мера {number} стоит ещё в {other}. Оставьте одну строку.",
        "措施{number}已出现在{other}。请只保留一行。",
        "measure {number} stands in {other} too. Keep one row.",
    ),
    "sheet.not_owed": (
        "по мере {number} отчёт от вас в этом раунде не ожидается. Удалите строку или скачайте таблицу "
        "заново.",
        "本轮无须就措施{number}提交报告。请删除该行或重新下载表格。",
        "no report on measure {number} is owed by you in this round. Delete the row or download the "
        "sheet again.",
    ),
    "sheet.changed_since": (
        "отчёт по мере {number} изменён после скачивания таблицы (редакция {version}). Скачайте её заново "
        "и перенесите правку.",
        "下载表格后，措施{number}的报告已被修改（第{version}版）。请重新下载并转录您的修改。",
        "the report on measure {number} was changed after the sheet was downloaded (version "
        "{version}). Download it again and carry your change over.",
    ),
    "sheet.accepted": (
        "отчёт по мере {number} уже принят. Исправьте его на странице отчёта.",
        "措施{number}的报告已被接受。请在报告页面更正。",
        "the report on measure {number} has been accepted. Correct it on its page.",
    ),
    "sheet.another_party": (
        "Это таблица другого государства или органа. Загрузите свою.",
        "这是其他国家或机构的表格。请上传本方的表格。",
        "This sheet belongs to another State or Body. Upload your own.",
    ),
    "sheet.another_round": (
        "Таблица относится к другому плану или раунду. Скачайте таблицу этого раунда.",
        "该表格属于其他计划或轮次。请下载本轮的表格。",
        "The sheet is of another plan or round. Download the sheet of this round.",
    ),
    "sheet.as_said": ("{sentence}", "{sentence}", "{sentence}"),
}
