"""What can be wrong with a profile, with the place and the cure."""

from __future__ import annotations

PROFILE_TEXTS: dict[str, tuple[str, str, str]] = {
    "profile.problem.file_missing": (
        "Нет файла {file}. Добавьте его в папку профиля.",
        "缺少文件 {file}。请将其放入档案文件夹。",
        "The file {file} is missing. Add it to the folder of the profile.",
    ),
    "profile.problem.not_utf8": (
        "{file}: текст не в кодировке UTF-8. Сохраните файл как UTF-8.",
        "{file}：编码不是 UTF-8。请另存为 UTF-8。",
        "{file} is not UTF-8. Save it as UTF-8.",
    ),
    "profile.problem.file_strange": (
        "{file}: такой таблицы в профиле нет. Проверьте имя файла ({tables}) или уберите файл.",
        "{file}：档案没有这一表格。请检查文件名（{tables}）或移走该文件。",
        "{file}: a profile has no such table. Check the name ({tables}) or take the file away.",
    ),
    "profile.problem.not_toml": (
        "{file}, строка {line}: файл не читается. Проверьте знаки «=», кавычки и скобки.",
        "{file} 第{line}行：无法读取。请检查等号、引号和括号。",
        "{file}, line {line}: the file cannot be read. "
        "Check signs of equality, quotation marks and brackets.",
    ),
    "profile.problem.not_csv": (
        "{file}, строка {line}: строка не читается. Проверьте кавычки.",
        "{file} 第{line}行：无法读取该行。请检查引号。",
        "{file}, line {line}: the line cannot be read. Check the quotation marks.",
    ),
    "profile.problem.setting_missing": (
        "{file}: нет параметра «{setting}». Добавьте его.",
        "{file}：缺少设置“{setting}”。请补充。",
        "{file}: the setting “{setting}” is missing. Add it.",
    ),
    "profile.problem.setting_strange": (
        "{file}, строка {line}: параметр «{setting}» никто не читает. Известны: {known}.",
        "{file} 第{line}行：设置“{setting}”无人使用。已知设置：{known}。",
        "{file}, line {line}: nobody reads the setting “{setting}”. Known ones: {known}.",
    ),
    "profile.problem.setting_wrong": (
        "{file}, строка {line}: «{setting}» не может быть «{value}». Допустимо: {choices}.",
        "{file} 第{line}行：“{setting}”不能为“{value}”。可用：{choices}。",
        "{file}, line {line}: “{setting}” cannot be “{value}”. It may be: {choices}.",
    ),
    "profile.problem.header_wrong": (
        "{file}, строка 1: не хватает столбцов: {missing}; лишние столбцы: {strange}. "
        "Приведите заголовок к образцу.",
        "{file} 第1行：缺少列：{missing}；多余列：{strange}。请按范例更正标题行。",
        "{file}, line 1: columns missing: {missing}; strange columns: {strange}. "
        "Make the header as in the reference.",
    ),
    "profile.problem.cells_wrong": (
        "{file}, строка {line}: ячеек {cells}, а столбцов {columns}. Проверьте запятые и кавычки.",
        "{file} 第{line}行：有{cells}个单元格，而列数为{columns}。请检查逗号和引号。",
        "{file}, line {line}: {cells} cells for {columns} columns. Check commas and quotation marks.",
    ),
    "profile.problem.value_missing": (
        "{file}, строка {line}: пустая ячейка «{column}». Заполните её.",
        "{file} 第{line}行：“{column}”为空。请填写。",
        "{file}, line {line}: “{column}” is empty. Fill it in.",
    ),
    "profile.problem.not_a_date": (
        "{file}, строка {line}: «{value}» — не дата. Пишите ГГГГ-ММ-ДД.",
        "{file} 第{line}行：“{value}”不是日期。请写作 YYYY-MM-DD。",
        "{file}, line {line}: “{value}” is no date. Write YYYY-MM-DD.",
    ),
    "profile.problem.not_a_number": (
        "{file}, строка {line}: «{value}» — не число. Исправьте «{column}».",
        "{file} 第{line}行：“{value}”不是数字。请更正“{column}”。",
        "{file}, line {line}: “{value}” is no number. Correct “{column}”.",
    ),
    "profile.problem.not_a_choice": (
        "{file}, строка {line}: «{value}» недопустимо для «{column}». Допустимо: {choices}.",
        "{file} 第{line}行：“{column}”不能为“{value}”。可选：{choices}。",
        "{file}, line {line}: “{value}” cannot stand in “{column}”. Choose from: {choices}.",
    ),
    "profile.problem.not_a_key": (
        "{file}, строка {line}: «{value}» не годится как ключ. Только латинские буквы, цифры, _ и -.",
        "{file} 第{line}行：“{value}”不能用作键。只能使用拉丁字母、数字、_ 和 -。",
        "{file}, line {line}: “{value}” cannot be a key. Only Latin letters, figures, _ and -.",
    ),
    "profile.problem.too_long": (
        "{file}, строка {line}: текст в «{column}» длиннее {longest} знаков. Сократите его.",
        "{file} 第{line}行：“{column}”超过{longest}个字符。请缩短。",
        "{file}, line {line}: the text in “{column}” is longer than {longest} characters. Shorten it.",
    ),
    "profile.problem.hidden_characters": (
        "{file}, строка {line}: в «{column}» есть невидимые знаки. Наберите текст заново.",
        "{file} 第{line}行：“{column}”含有不可见字符。请重新输入。",
        "{file}, line {line}: “{column}” holds characters that nobody sees. Type the text anew.",
    ),
    "profile.problem.unknown_key": (
        "{file}, строка {line}: ключа «{value}» нет в {table}. Исправьте ключ или добавьте строку.",
        "{file} 第{line}行：{table} 中没有键“{value}”。请更正或补充。",
        "{file}, line {line}: {table} has no key “{value}”. Correct the key or add a line.",
    ),
    "profile.problem.key_taken": (
        "{file}, строка {line}: ключ «{value}» уже есть у государства. Дайте органу другой ключ.",
        "{file} 第{line}行：键“{value}”已用于某国家。请为该机构另取一键。",
        "{file}, line {line}: the key “{value}” is that of a State. Give the body another key.",
    ),
    "profile.problem.parent_circle": (
        "{file}, строка {line}: орган «{value}» оказывается выше самого себя через «{parent}». "
        "Исправьте «{column}».",
        "{file} 第{line}行：机构“{value}”经“{parent}”成为自己的上级。请更正“{column}”。",
        "{file}, line {line}: the body “{value}” stands above itself through “{parent}”. "
        "Correct “{column}”.",
    ),
    "profile.problem.doubled": (
        "{file}, строка {line}: «{value}» уже есть в строке {other}. Удалите одну из строк.",
        "{file} 第{line}行：“{value}”已见于第{other}行。请删除其一。",
        "{file}, line {line}: “{value}” is already in line {other}. Remove one of them.",
    ),
    "profile.problem.interval_empty": (
        "{file}, строка {line}: период {from} — {to} заканчивается раньше, чем начинается. Исправьте даты.",
        "{file} 第{line}行：期间{from}至{to}的结束不晚于开始。请更正日期。",
        "{file}, line {line}: the interval {from} to {to} ends before it begins. Correct the dates.",
    ),
    "profile.problem.intervals_overlap": (
        "{file}, строка {line}: период «{value}» пересекается со строкой {other}. Исправьте даты.",
        "{file} 第{line}行：“{value}”的期间与第{other}行重叠。请更正日期。",
        "{file}, line {line}: the interval of “{value}” overlaps line {other}. Correct the dates.",
    ),
    "profile.problem.type_not_valid": (
        "{file}, строка {line}: статус «{value}» существует только с {from} по {to}. Исправьте даты.",
        "{file} 第{line}行：地位“{value}”仅存在于{from}至{to}。请更正日期。",
        "{file}, line {line}: the standing “{value}” exists only from {from} to {to}. "
        "Correct the dates.",
    ),
    "profile.problem.order_not_complete": (
        "{file}, строка {line}: место {value} у «{key}» для языка {lang} занято или больше {last}. "
        "Пронумеруйте order_{lang} подряд с 1.",
        "{file} 第{line}行：“{key}”在 {lang} 中的序号{value}已被占用或大于{last}。"
        "请从1起连续编号 order_{lang}。",
        "{file}, line {line}: the place {value} of “{key}” in {lang} is taken or beyond {last}. "
        "Number order_{lang} 1, 2, 3 …",
    ),
    "profile.problem.shares_not_hundred": (
        "{file}, строка {line}: доли, действующие на {on}, дают в сумме {sum}, а не 100. "
        "Исправьте доли или отметьте таблицу неполной.",
        "{file} 第{line}行：{on}有效的份额合计为{sum}，而非100。请更正，或标明该表不完整。",
        "{file}, line {line}: the shares in force on {on} sum to {sum}, not 100. "
        "Correct them, or mark the table as not complete.",
    ),
    "profile.problem.language_missing": (
        "{file}, строка {line}: нет текста на языке {lang}. Заполните «{column}».",
        "{file} 第{line}行：缺少{lang}文本。请填写“{column}”。",
        "{file}, line {line}: the text is missing in {lang}. Fill in “{column}”.",
    ),
    "act.parties.profile.loaded": (
        "{actor}: загружен профиль организации ({organisation}).",
        "{actor}：已载入组织档案（{organisation}）。",
        "{actor}: profile of the organisation loaded ({organisation}).",
    ),
}
