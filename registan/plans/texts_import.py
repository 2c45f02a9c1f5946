"""Sentences on the pages on which a plan table is imported."""

from __future__ import annotations

from registan.plans.texts_import_issues import TEXTS_IMPORT_ISSUES

_PAGES: dict[str, tuple[str, str, str]] = {
    # list and upload
    "import.title": ("Внести план из файла", "从文件录入计划", "Bring in a plan from a file"),
    "import.crumb": ("Внесение планов", "录入计划", "Bring in plans"),
    "import.lede": (
        "Подойдёт файл в том виде, в каком он есть: DOCX, XLSX, CSV или HTML. Сначала вы увидите каждую "
        "строку рядом с тем, как она прочитана; ничего не вносится без вашего подтверждения.",
        "可直接使用现有文件：DOCX、XLSX、CSV 或 HTML。系统先逐行并列显示原文与识别结果，"
        "未经您确认不会录入任何内容。",
        "Bring the file as you have it: DOCX, XLSX, CSV or HTML. You first see every row beside what was "
        "made of it; nothing is brought in before you confirm.",
    ),
    "import.trays": ("Начатые таблицы", "处理中的表格", "Tables in hand"),
    "import.upload": ("Новая таблица", "上传新表格", "A new table"),
    "import.upload.button": ("Загрузить и прочитать", "上传并识别", "Upload and read"),
    "import.file": ("Файл", "文件", "File"),
    "import.file.hint": (
        "Не больше {largest} МиБ.",
        "不超过{largest} MiB。",
        "At most {largest} MiB.",
    ),
    "import.lang": ("Язык таблицы", "表格语文", "Language of the table"),
    "import.lang.": ("определить по тексту", "自动识别", "recognise from the text"),
    "import.purpose": ("Что это", "用途", "What it is"),
    "import.purpose.new": ("новый план", "新计划", "a new plan"),
    "import.purpose.version": (
        "ещё одна языковая версия плана",
        "已有计划的另一语文文本",
        "a further language version of a plan",
    ),
    "import.purpose.correction": (
        "исправленная таблица плана",
        "已有计划的更正表格",
        "a corrected table of a plan",
    ),
    "import.plan": ("План", "计划", "Plan"),
    "import.plan.hint": (
        "Для языковой версии и исправления; у нового плана не заполняется.",
        "增加语文文本或更正时选择；新计划不填。",
        "For a language version or a correction; leave it empty for a new plan.",
    ),
    "import.plan.needed": (
        "Выберите план, к которому относится таблица.",
        "请选择该表格所属的计划。",
        "Choose the plan that the table belongs to.",
    ),
    "import.plan.unneeded": (
        "Для нового плана существующий не выбирается. Уберите выбор или укажите другое назначение.",
        "录入新计划时不选择已有计划。请取消选择，或更改用途。",
        "For a new plan, no plan is chosen. Take the choice back, or say what else the table is.",
    ),
    "import.received": (
        "Файл сохранён и прочитан.",
        "文件已保存并识别完毕。",
        "The file is kept and was read.",
    ),
    # the tray
    "import.counts": (
        "Прочитано: {n} {n|мера|меры|мер}, {m} {m|раздел|раздела|разделов}. Язык — {language}.",
        "已识别{n}项措施、{m}个章节。语文：{language}。",
        "{n} {n|measure|measures} in {m} {m|chapter|chapters} were read. Language: {language}.",
    ),
    "import.counts.flat": (
        "Прочитано: {n} {n|мера|меры|мер}, без разделов. Язык — {language}.",
        "已识别{n}项措施，未分章节。语文：{language}。",
        "{n} {n|measure was|measures were} read, without chapters. Language: {language}.",
    ),
    "import.for.new": (
        "Будет внесён новый план.",
        "将录入一项新计划。",
        "It will become a new plan.",
    ),
    "import.for.version": (
        "Станет языковой версией плана:",
        "将作为以下计划的语文文本：",
        "It will become a language version of:",
    ),
    "import.for.correction": (
        "Исправит текст плана:",
        "将更正以下计划的文本：",
        "It will correct the text of:",
    ),
    "import.not_as_meant.correction": (
        "Версия на этом языке у плана уже есть, поэтому таблица сравнивается с ней как исправленная. Если "
        "язык определён неверно, выберите его ниже.",
        "该计划已有此语文文本，故将表格作为更正与其对照。如语文识别有误，请在下方选择。",
        "The plan has a version in this language already, so the table is compared with it as a corrected "
        "one. If the language was recognised wrongly, choose it below.",
    ),
    "import.not_as_meant.version": (
        "Версии на этом языке у плана ещё нет, поэтому таблица станет новой языковой версией. Если язык "
        "определён неверно, выберите его ниже.",
        "该计划尚无此语文文本，故表格将作为新的语文文本。如语文识别有误，请在下方选择。",
        "The plan has no version in this language yet, so the table becomes a new language version. If the "
        "language was recognised wrongly, choose it below.",
    ),
    "import.open": ("Осталось решить", "尚待处理", "Still to be settled"),
    "import.open.columns": (
        "Что в каком столбце",
        "各列的内容",
        "Which column is what",
    ),
    "import.open.facts": (
        "Сведения о плане: проверьте и сохраните",
        "计划基本信息：请核对并保存",
        "Facts of the plan: check and save them",
    ),
    "import.open.names": (
        "{n} {n|название|названия|названий} исполнителей",
        "{n}个责任单位名称",
        "{n} {n|name|names} of responsible parties",
    ),
    "import.open.rows": (
        "{n} {n|строка|строки|строк}",
        "{n}行",
        "{n} {n|row|rows}",
    ),
    "import.settled": (
        "Всё решено. Проверьте итог и подтвердите.",
        "已全部处理完毕。请核对结果并确认。",
        "Everything is settled. Look at the outcome and confirm.",
    ),
    "import.nothing.version": (
        "Ни один номер файла не совпал с номерами плана: вносить нечего. Проверьте, тот ли это план и как "
        "записаны номера.",
        "文件编号与计划编号无一相符，没有可录入的内容。请核对计划是否正确以及编号的写法。",
        "No number of the file is a number of the plan, so there is nothing to bring in. Check that it is "
        "the right plan, and how the numbers are written.",
    ),
    "import.nothing.correction": (
        "Файл говорит то же, что и план: исправлять нечего.",
        "文件内容与计划一致，没有需要更正之处。",
        "The file says the same as the plan: there is nothing to correct.",
    ),
    "import.nothing.new": (
        "Все строки исключены: вносить нечего. Верните нужные.",
        "所有行均已排除，没有可录入的内容。请恢复需要的行。",
        "All rows are left out, so there is nothing to bring in. Put back those that are needed.",
    ),
    "import.to_confirm": ("Перейти к подтверждению", "前往确认", "Go on to confirm"),
    "import.away": ("Убрать таблицу", "撤除此表格", "Put this table away"),
    "import.away.deed": (
        "Загруженный файл и всё, что вы по нему решили, будут удалены. Планы не меняются.",
        "上传的文件及已作的处理将被删除。计划本身不变。",
        "The uploaded file and all that was settled in it are deleted. No plan changes.",
    ),
    "import.away.done": (
        "Таблица «{file}» убрана.",
        "表格“{file}”已撤除。",
        "Table “{file}” was put away.",
    ),
    "import.kept": ("Сохранено.", "已保存。", "Saved."),
    # parts of the tray
    "import.part.columns": ("Столбцы", "各列", "Columns"),
    "import.part.facts": ("О плане", "计划信息", "The plan"),
    "import.part.names": ("Исполнители", "责任单位", "Responsible"),
    "import.part.rows": ("Строки", "各行", "Rows"),
    "import.part.compare": ("Сравнение с планом", "与计划对照", "Beside the plan"),
    "import.part.left": ("Не прочитано", "未读取", "Not read"),
    # columns
    "import.columns.lede": (
        "У таблицы нет понятной строки заголовков. Укажите, что в каком столбце; показаны первые строки.",
        "表格没有可识别的标题行。请指明各列内容；下面显示前几行。",
        "The table has no row of headings that could be read. Say which column is what; its first rows are "
        "shown.",
    ),
    "import.columns.place": ("Таблица: {place}", "表格：{place}", "Table: {place}"),
    "import.columns.nth": ("Столбец {n}", "第{n}列", "Column {n}"),
    "import.columns.no_text": (
        "Укажите, в каком столбце стоит сама мера.",
        "请指明哪一列是措施内容。",
        "Say which column holds the measure itself.",
    ),
    "import.column.number": ("номер", "序号", "number"),
    "import.column.section": ("раздел", "章节", "chapter"),
    "import.column.text": ("мера", "措施内容", "measure"),
    "import.column.result": ("результат, форма завершения", "预期成果", "expected result"),
    "import.column.term": ("срок", "完成时限", "term"),
    "import.column.term_from": ("начало срока", "起始时间", "beginning of the term"),
    "import.column.term_to": ("конец срока", "截止时间", "end of the term"),
    "import.column.responsible": ("исполнители", "责任单位", "responsible"),
    "import.column.lead": ("ведущий исполнитель", "牵头单位", "lead"),
    "import.column.support": ("соисполнители", "配合单位", "supporting"),
    "import.column.note": (
        "примечание (не вносится)",
        "备注（不录入）",
        "notes (not brought in)",
    ),
    "import.column.": ("не вносить", "不录入", "leave out"),
    # facts
    "import.facts.lede.new": (
        "Предложено по заголовку файла. От периода зависит, как прочитаны месяцы без года.",
        "根据文件标题填写，供您核对。未注明年份的月份按计划期限推定。",
        "Proposed from the title of the file. Months without a year are read by the period.",
    ),
    "import.facts.lede.version": (
        "Название плана на языке таблицы.",
        "以该语文书写的计划名称。",
        "The title of the plan in the language of the table.",
    ),
    "import.facts.lede.correction": (
        "Если язык определён неверно, выберите другой: таблица будет прочитана заново.",
        "如语文识别有误，请另选；系统将重新识别表格。",
        "If the language was recognised wrongly, choose another: the table is read again.",
    ),
    "import.facts.title": ("Название", "名称", "Title"),
    "import.facts.kind": ("Вид документа", "文件类别", "Kind of document"),
    "import.facts.key": ("Имя в адресе", "地址中的简称", "Name in addresses"),
    "import.facts.key.hint": (
        "Строчные латинские буквы, цифры и дефис, например action-plan-2026-2030. Потом не меняется.",
        "小写拉丁字母、数字和连字符，例如 action-plan-2026-2030。录入后不可更改。",
        "Small Latin letters, digits and hyphens, for example action-plan-2026-2030. It never changes "
        "afterwards.",
    ),
    "import.facts.key.bad": (
        "Только строчные латинские буквы, цифры и дефис, не длиннее 60 знаков.",
        "只能使用小写拉丁字母、数字和连字符，最多60个字符。",
        "Only small Latin letters, digits and hyphens, at most 60 characters.",
    ),
    "import.facts.starts_on": ("Период с", "期限自", "Period from"),
    "import.facts.ends_on": ("Период по", "期限至", "Period to"),
    "import.facts.parent": ("Вышестоящий документ", "上级文件", "Document above"),
    "import.facts.adopted_by": ("Кем принят", "通过机构", "Adopted by"),
    "import.facts.adopted_on": ("Когда принят", "通过日期", "Adopted on"),
    "import.facts.instrument": (
        "Решение, которым принят",
        "通过该计划的决定",
        "The decision that adopted it",
    ),
    "import.facts.instrument.hint": (
        "Как оно называется в самом документе.",
        "按文件中的写法填写。",
        "As the document itself cites it.",
    ),
    "import.facts.audience": ("Кому виден", "可见范围", "Who sees it"),
    "import.facts.saved": (
        "Сведения о плане сохранены.",
        "计划信息已保存。",
        "Facts of the plan saved.",
    ),
    # names
    "import.names.lede": (
        "Этих названий нет среди известных. Решите по каждому один раз: решение действует для всех строк. "
        "Ведомства и группы остаются под своим названием.",
        "以下名称不在已知名称之列。每个名称只需处理一次，适用于所有行。部门和集体名称按原文保留。",
        "These names are not known. Decide once for each: it holds for all rows. Agencies and groups keep "
        "the name they have.",
    ),
    "import.names.name": ("Название в файле", "文件中的名称", "Name in the file"),
    "import.names.times": ("Строк", "出现次数", "Rows"),
    "import.names.is": ("Кто это", "所指", "What it stands for"),
    "import.names.undecided": ("— решите —", "—请选择—", "— decide —"),
    "import.names.rest": (
        "Все нерешённые на этой странице",
        "本页其余未处理的名称",
        "All others on this page",
    ),
    "import.names.rest.hint": (
        "Действует только там, где выше ничего не выбрано.",
        "仅适用于上方未作选择的名称。",
        "Only where nothing is chosen above.",
    ),
    "import.names.groups": ("Все вместе", "集体", "Together"),
    "import.names.others": ("По названию", "按原名称", "By name"),
    "import.names.states": ("Государства", "国家", "States"),
    "import.names.bodies": ("Органы", "机构", "Bodies"),
    # rows
    "import.rows.filter": ("Показать", "显示", "Show"),
    "import.rows.all": ("все", "全部", "all"),
    "import.rows.open": ("с вопросами", "待处理", "to settle"),
    "import.rows.out": ("исключённые", "已排除", "left out"),
    "import.rows.none": ("Таких строк нет.", "没有此类行。", "There are no such rows."),
    "import.rows.place": ("Место в файле", "文件中位置", "Place in the file"),
    "import.rows.read_as": ("Прочитано как", "识别为", "Read as"),
    "import.rows.issues": ("Что решить", "待处理事项", "To settle"),
    "import.rows.settle": ("Решить", "处理", "Settle"),
    "import.rows.out_tag": ("исключена", "已排除", "left out"),
    "import.rows.changed_tag": ("исправлена", "已修改", "changed"),
    "import.rows.accept": (
        "Принять как прочитано: {n} {n|строка|строки|строк} на этой странице",
        "按识别结果接受本页{n}行",
        "Accept {n} {n|row|rows} of this page as read",
    ),
    "import.rows.accepted": (
        "Принято как прочитано: {n} {n|строка|строки|строк}.",
        "已按识别结果接受{n}行。",
        "{n} {n|row|rows} accepted as read.",
    ),
    "import.pages": ("Страницы", "页码", "Pages"),
    "import.numbering": ("Номера", "编号", "Numbers"),
    "import.numbering.lede": (
        "Не у всех мер есть свой номер, или номера повторяются. Выберите, как нумеровать; отдельный номер "
        "можно вписать в строке.",
        "部分措施没有编号，或编号重复。请选择编号方式；个别编号可在该行填写。",
        "Not every measure has a number of its own. Choose how to number them; a single number can be "
        "written in its row.",
    ),
    "import.numbering.as_printed": ("как в файле", "按文件", "as printed"),
    "import.numbering.by_chapter": (
        "по разделам: 1.1, 1.2, 2.1 …",
        "按章节：1.1、1.2、2.1……",
        "by chapter: 1.1, 1.2, 2.1 …",
    ),
    "import.numbering.in_order": ("подряд: 1, 2, 3 …", "依次：1、2、3……", "in order: 1, 2, 3 …"),
    # one row
    "import.row": (
        "Мера в файле: {place}",
        "文件中的措施：{place}",
        "Measure in the file: {place}",
    ),
    "import.row.printed": ("В файле", "文件原文", "In the file"),
    "import.row.told": ("Как прочитано", "识别说明", "How it was read"),
    "import.row.clear": (
        "Решать нечего.",
        "无待处理事项。",
        "There is nothing to settle.",
    ),
    "import.row.steps": ("Этапы", "步骤", "Steps"),
    "import.row.recurrence": ("Периодичность", "频率", "How often"),
    "import.row.starts_on": ("Срок с", "期限自", "Term from"),
    "import.row.ends_on": ("Срок по", "期限至", "Term to"),
    "import.row.party": ("Кто", "责任方", "Who"),
    "import.row.name": ("Название", "名称", "Name"),
    "import.row.part": ("Участие", "职责", "Part"),
    "import.row.lines": ("Ответственные исполнители", "责任单位", "Responsible"),
    "import.row.lines.hint": (
        "Лишние строки оставьте пустыми. Для ведомства и группы впишите название.",
        "多余的行留空。部门和集体须填写名称。",
        "Leave lines empty that are not needed. Give agencies and groups their name.",
    ),
    "import.row.nth": ("Исполнитель {n}", "责任方{n}", "Responsible {n}"),
    "import.row.responsible_raw": (
        "Как это будет напечатано в плане",
        "计划中的文字",
        "How the plan will print it",
    ),
    "import.row.responsible_raw.hint": (
        "Имя человека замените должностью или органом.",
        "请将人名改为职务或机构。",
        "Put the post or the body in place of the person’s name.",
    ),
    "import.row.person": (
        "«{name}» — имя человека. Впишите должность или орган.",
        "“{name}”为人名。请填写职务或机构。",
        "“{name}” is a person’s name. Write the post or the body.",
    ),
    "import.row.party_missing": (
        "Выберите, кто это: «{name}».",
        "请选择“{name}”所指的对象。",
        "Choose what “{name}” stands for.",
    ),
    "import.row.name_missing": (
        "Впишите название ведомства или группы.",
        "请填写部门或集体的名称。",
        "Write the name of the agency or group.",
    ),
    "import.row.now": (
        "Сейчас сохранено другое. Ваши значения остались в форме ниже.",
        "现已保存的内容有所不同。您填写的内容仍在下方表单中。",
        "Something else is kept by now. What you typed is still in the form below.",
    ),
    "import.row.save": ("Сохранить", "保存", "Save"),
    "import.row.accept": ("Принять как прочитано", "按识别结果接受", "Accept as read"),
    "import.row.leave_out": ("Исключить строку", "排除此行", "Leave the row out"),
    "import.row.put_back": ("Вернуть строку", "恢复此行", "Put the row back"),
    "import.row.as_in_file": (
        "Снять мои правки",
        "撤销我的修改",
        "Take my changes back",
    ),
    "import.row.is_out": (
        "Строка исключена и не будет внесена.",
        "此行已排除，不会录入。",
        "The row is left out and will not be brought in.",
    ),
    "import.row.must_change": (
        "Принять как прочитано нельзя: исправьте отмеченное или исключите строку.",
        "不能按识别结果接受：请更正所标事项，或排除此行。",
        "It cannot be accepted as read: correct what is named, or leave the row out.",
    ),
    "import.row.back": ("К списку строк", "返回列表", "To the list of rows"),
    "import.row.done.save": ("Сохранено: {place}.", "已保存：{place}。", "Saved: {place}."),
    "import.row.done.accept": (
        "Принято как прочитано: {place}.",
        "已按识别结果接受：{place}。",
        "Accepted as read: {place}.",
    ),
    "import.row.done.out": ("Исключено: {place}.", "已排除：{place}。", "Left out: {place}."),
    "import.row.done.back": ("Возвращено: {place}.", "已恢复：{place}。", "Put back: {place}."),
    "import.row.done.as_in_file": (
        "Снова как в файле: {place}.",
        "已恢复为文件内容：{place}。",
        "Again as in the file: {place}.",
    ),
    # places in a file
    "import.place": ("строка {row}", "第{row}行", "row {row}"),
    "import.place.sheet": (
        "лист «{sheet}», строка {row}",
        "工作表“{sheet}”第{row}行",
        "sheet “{sheet}”, row {row}",
    ),
    "import.place.table": (
        "таблица {table}, строка {row}",
        "表{table}第{row}行",
        "table {table}, row {row}",
    ),
    # terms and parties as read
    "import.term": ("{days}; {word}", "{days}；{word}", "{days}; {word}"),
    "import.term.until": ("до {end}", "截至{end}", "to {end}"),
    "import.term.since": ("с {start}", "自{start}起", "from {start}"),
    "import.term.between": ("{start} — {end}", "{start}至{end}", "{start} — {end}"),
    "import.separator": ("; ", "；", "; "),
    "import.beside": ("{name} ({notes})", "{name}（{notes}）", "{name} ({notes})"),
    "import.beside.separator": (", ", "，", ", "),
    # not read
    "import.left.lede": (
        "Ничего из файла не отброшено молча: здесь то, что не стало мерой, и почему.",
        "文件内容不会被悄然舍弃：以下为未成为措施的内容及原因。",
        "Nothing of the file is dropped in silence: here is what became no measure, and why.",
    ),
    "import.left.none": (
        "Всё, что есть в таблицах файла, прочитано.",
        "文件各表格的内容均已读取。",
        "All that the tables of the file hold was read.",
    ),
    "import.left.words": ("Текст", "文字", "Words"),
    "import.left.why": ("Почему", "原因", "Why"),
    "import.left.joined": (
        "Присоединено к другим мерам",
        "并入其他措施的内容",
        "Joined to other measures",
    ),
    "import.left.apart": ("Не стало мерой", "未成为措施的内容", "Became no measure"),
    "import.left.notes": ("О файле", "关于文件", "About the file"),
    # comparison
    "import.compare.matched": (
        "Совпали номера: {n}.",
        "编号相符：{n}项。",
        "Numbers that match: {n}.",
    ),
    "import.compare.same": (
        "Расхождений нет.",
        "没有差异。",
        "There are no differences.",
    ),
    "import.compare.only_in_file": (
        "Есть только в файле; не вносится",
        "仅见于文件，不录入",
        "Only in the file; not brought in",
    ),
    "import.compare.only_in_plan": (
        "Есть только в плане; остаётся как было",
        "仅见于计划，保持不变",
        "Only in the plan; stays as it is",
    ),
    "import.compare.dates": (
        "Сроки прочитаны иначе; в плане остаются прежние даты",
        "时限的理解不同；计划中的日期不变",
        "Terms read otherwise; the dates of the plan stay",
    ),
    "import.compare.words": ("Изменится", "将更改", "Will change"),
    "import.compare.number_hint": (
        "Если у строки файла другой номер, впишите его в строке.",
        "如文件中该行编号不同，请在该行更正编号。",
        "Where a row of the file has another number, write it in the row.",
    ),
    "import.compare.in_plan": ("В плане", "计划中", "In the plan"),
    "import.compare.in_file": ("В файле", "文件中", "In the file"),
    "import.compare.field": ("Что", "内容", "What"),
    "import.field.text": ("мероприятие", "措施内容", "measure"),
    "import.field.result": ("форма завершения", "预期成果", "expected result"),
    "import.field.term": ("срок", "完成时限", "term"),
    "import.field.responsible": ("исполнители", "责任单位", "responsible"),
    "import.field.dates": ("даты", "日期", "dates"),
    # confirmation
    "import.deed.new": (
        "Вносится новый план. Все его меры записываются одним действием.",
        "录入一项新计划，其全部措施以一次行为记录。",
        "A new plan is brought in, all of its measures in one act.",
    ),
    "import.deed.version": (
        "К плану добавляется языковая версия. Сроки и исполнители плана не меняются.",
        "为计划增加一个语文文本。计划的时限和责任单位不变。",
        "A language version is added to the plan. Its terms and responsible parties do not change.",
    ),
    "import.deed.correction": (
        "Исправляются слова, сроки и исполнители изменившихся мер. Прежний текст остаётся в истории.",
        "更正有变动的措施的文字、时限和责任单位。原文保留在历史记录中。",
        "Words, terms and responsible parties of the changed measures are corrected. The text before stays "
        "in the history.",
    ),
    "import.button.new": ("Внести план", "录入计划", "Bring in the plan"),
    "import.button.version": (
        "Добавить языковую версию",
        "增加语文文本",
        "Add the language version",
    ),
    "import.button.correction": (
        "Исправить текст плана",
        "更正计划文本",
        "Correct the text of the plan",
    ),
    "import.done.new": (
        "План внесён: {n} {n|мера|меры|мер}.",
        "计划已录入，共{n}项措施。",
        "The plan was brought in with {n} {n|measure|measures}.",
    ),
    "import.done.version": (
        "Языковая версия добавлена: {n} {n|мера|меры|мер}.",
        "语文文本已增加，共{n}项措施。",
        "The language version was added: {n} {n|measure|measures}.",
    ),
    "import.done.correction": (
        "Исправлено мер: {n}.",
        "已更正{n}项措施。",
        "{n} {n|measure|measures} corrected.",
    ),
    "import.record.measures": ("Мер", "措施数", "Measures"),
    "import.record.chapters": ("Разделы", "章节", "Chapters"),
    "import.record.out": ("Исключено строк", "排除的行", "Rows left out"),
    "import.record.file": ("Файл", "文件", "File"),
    "import.record.numbers": ("Изменятся меры", "将更改的措施", "Measures that change"),
    "import.record.unmatched": (
        "Номера только в файле (не вносятся)",
        "仅见于文件的编号（不录入）",
        "Numbers only in the file (not brought in)",
    ),
    "import.record.missing": (
        "Номера плана, которых нет в файле",
        "文件中没有的计划编号",
        "Numbers of the plan that the file does not have",
    ),
    "import.and_more": ("{list} … ещё {n}", "{list}……另有{n}项", "{list} … and {n} more"),
    "import.no_period": ("не указан", "未注明", "not given"),
}

TEXTS_IMPORT: dict[str, tuple[str, str, str]] = {**_PAGES, **TEXTS_IMPORT_ISSUES}
