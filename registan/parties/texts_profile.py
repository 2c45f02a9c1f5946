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
    "profile.problem.not_toml": (
        "{file} не читается: {why}. Исправьте указанное место.",
        "无法读取 {file}：{why}。请更正所指位置。",
        "{file} cannot be read: {why}. Correct the place named.",
    ),
    "profile.problem.setting_missing": (
        "{file}: нет параметра «{setting}». Добавьте его.",
        "{file}：缺少设置“{setting}”。请补充。",
        "{file}: the setting “{setting}” is missing. Add it.",
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
    "profile.problem.unknown_key": (
        "{file}, строка {line}: ключа «{value}» нет в {table}. Исправьте ключ или добавьте строку.",
        "{file} 第{line}行：{table} 中没有键“{value}”。请更正或补充。",
        "{file}, line {line}: {table} has no key “{value}”. Correct the key or add a line.",
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
    "profile.problem.order_not_complete": (
        "{file}: порядок государств для языка {lang} не идёт подряд с 1. Проверьте order_{lang}.",
        "{file}：{lang} 的国家排序未从1连续编号。请检查 order_{lang}。",
        "{file}: the order of States for {lang} does not run 1, 2, 3 … Check order_{lang}.",
    ),
    "profile.problem.shares_not_hundred": (
        "{file}: доли с {from} дают в сумме {sum}, а не 100. Исправьте доли или отметьте таблицу неполной.",
        "{file}：自{from}起的份额合计为{sum}，而非100。请更正，或标明该表不完整。",
        "{file}: the shares from {from} sum to {sum}, not 100. "
        "Correct them, or mark the table as not complete.",
    ),
    "profile.problem.name_missing": (
        "{file}, строка {line}: у «{value}» нет названия на языке {lang}. Добавьте его.",
        "{file} 第{line}行：“{value}”缺少{lang}名称。请补充。",
        "{file}, line {line}: “{value}” has no name in {lang}. Add it.",
    ),
    "act.parties.profile.loaded": (
        "{actor}: загружен профиль организации ({organisation}).",
        "{actor}：已载入组织档案（{organisation}）。",
        "{actor}: profile of the organisation loaded ({organisation}).",
    ),
}
