"""Why a file cannot be read as a plan, and the cure: one sentence per code of the reader."""

from __future__ import annotations

TEXTS_UNREADABLE: dict[str, tuple[str, str, str]] = {
    "unreadable.empty": (
        "Файл пуст. Выберите файл с таблицей плана.",
        "文件为空。请选择包含计划表格的文件。",
        "The file is empty. Choose the file that holds the table of the plan.",
    ),
    "unreadable.damaged": (
        "Файл оборван или повреждён. Откройте его в программе, в которой он создан, сохраните заново "
        "и повторите.",
        "文件不完整或已损坏。请在原程序中打开，重新保存后再试。",
        "The file is cut off or damaged. Open it in the program it was made with, save it again and "
        "repeat.",
    ),
    "unreadable.password": (
        "Файл защищён паролем. Снимите пароль и сохраните файл заново.",
        "文件受密码保护。请取消密码后重新保存。",
        "The file is protected by a password. Remove the password and save the file again.",
    ),
    "unreadable.macros": (
        "Файл содержит макросы, такие файлы не принимаются. Сохраните его как DOCX или XLSX.",
        "文件含有宏，此类文件不予接收。请另存为 DOCX 或 XLSX。",
        "The file holds macros, and such files are not taken. Save it as DOCX or XLSX.",
    ),
    "unreadable.old_word": (
        "Это файл Word старого образца или RTF. Откройте его в Word или LibreOffice и сохраните как "
        "DOCX.",
        "这是旧版 Word 文件或 RTF 文件。请用 Word 或 LibreOffice 打开，另存为 DOCX。",
        "This is an old Word file or RTF. Open it in Word or LibreOffice and save it as DOCX.",
    ),
    "unreadable.pdf": (
        "Это PDF: таблица в нём теряет строки и столбцы. Запросите файл Word или Excel, из которого "
        "он сделан.",
        "这是 PDF 文件，其中的表格行列已丢失。请索取原始的 Word 或 Excel 文件。",
        "This is a PDF: a table loses its rows and columns in it. Ask for the Word or Excel file it "
        "was made from.",
    ),
    "unreadable.too_large_inside": (
        "Содержимое файла во много раз больше самого файла; такие файлы не открываются. Сохраните "
        "таблицу в новый файл.",
        "文件解压后远大于其本身，系统不予打开。请将表格另存为新文件。",
        "The file unpacks to far more than it seems; such files are not opened. Save the table in a "
        "new file.",
    ),
    "unreadable.too_many_rows": (
        "В таблице строк: {rows}. Для плана это слишком много. Удалите пустые строки и лишние листы.",
        "表格共{rows}行，超出计划的合理规模。请删除空行和多余的工作表。",
        "The table has {rows} rows, more than any plan. Delete empty rows and sheets that do not "
        "belong to it.",
    ),
    "unreadable.wrong_type": (
        "Файлы этого вида не читаются. Подойдут DOCX, XLSX, CSV или HTML.",
        "无法读取此类文件。请使用 DOCX、XLSX、CSV 或 HTML。",
        "Files of this kind are not read. Use DOCX, XLSX, CSV or HTML.",
    ),
    "unreadable.no_table": (
        "В файле не найдено ни таблицы плана, ни мер в тексте. Проверьте, тот ли это файл и есть ли у "
        "таблицы строка заголовков.",
        "文件中既没有计划表格，也没有以段落列出的措施。请确认文件无误，并检查表格是否有标题行。",
        "Neither a table of a plan nor measures in the text were found. Check that it is the right "
        "file and that the table has a row of headings.",
    ),
    "unreadable.not_a_sheet": (
        "Это не таблица отчётов, полученная на этой странице. Скачайте таблицу здесь, заполните её и "
        "сохраните в формате XLSX.",
        "这不是从本页下载的报告表。请在此下载表格，填写后保存为 XLSX 格式。",
        "This is not a sheet of reports from this page. Download the sheet here, fill it in and save "
        "it as XLSX.",
    ),
}
