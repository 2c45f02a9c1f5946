"""Sentences of the pages of counts."""

from __future__ import annotations

TEXTS_PAGES: dict[str, tuple[str, str, str]] = {
    "health.send": ("Отправить данные", "报送数据", "Send counts"),
    "health.send.first": ("1. Скачать образец", "一、下载模板", "1. Download the template"),
    "health.send.first.text": (
        "В образце — недели или дни, которых от вас ждут. Пишите 0, если случаев не было, и NR, если данных "
        "нет. Годятся и выгрузки DHIS2 (JSON), SDMX-CSV и таблицы в форме ВОЗ. Списки лиц не принимаются.",
        "模板列有应由贵国报送的周或日。无病例填 0，无数据填 NR。也可使用 DHIS2 导出的 JSON、SDMX-CSV "
        "或世卫组织格式的表格。不接收个案清单。",
        "The template has the weeks or days that are awaited of you. Write 0 for no cases and NR for not "
        "reported. DHIS2 JSON, SDMX-CSV and tables in the style of WHO will do as well. No lists of persons.",
    ),
    "health.send.second": ("2. Загрузить файл", "二、上传文件", "2. Upload the file"),
    "health.send.second.text": (
        "Сначала будет показано, что изменится. Ничего не записывается без вашего подтверждения; "
        "записывается всё или ничего.",
        "系统先显示将发生的变化。未经您确认不作记录；要么全部记录，要么全不记录。",
        "You first see what would change. Nothing is recorded before you confirm; all of it is, or nothing.",
    ),
    "health.send.file": ("Файл с числами", "数据文件", "File of counts"),
    "health.send.file.hint": ("CSV, XLSX или JSON.", "CSV、XLSX 或 JSON。", "CSV, XLSX or JSON."),
    "health.send.condition.in_file": ("названа в файле", "文件中已注明", "named in the file"),
    "health.send.condition.hint": (
        "Выберите, если в файле болезнь не названа.",
        "如文件未注明病种，请选择。",
        "Choose it where the file does not name it.",
    ),
    "health.send.names": ("Ваши названия", "贵方名称对应", "Your names for ours"),
    "health.send.names.hint": (
        "По одному на строке: название в файле = наше, например fbfJHSPpUQD = measles/deaths.",
        "每行一项：文件中的名称 = 本系统名称，例如 fbfJHSPpUQD = measles/deaths。",
        "One a line: the name in the file = ours, for example fbfJHSPpUQD = measles/deaths.",
    ),
    "health.send.confirm": ("Записать всё", "全部记录", "Record all of it"),
    "health.sent": (
        "Записано чисел: {n}.",
        "已记录数字{n}项。",
        "{n} {n|figure|figures} recorded.",
    ),
    "health.preview": ("Проверка файла", "检查文件", "Check of the file"),
    "health.preview.counts": (
        "Новых чисел: {n}; пересмотренных: {m}; без изменений: {k}.",
        "新数字：{n}；修订：{m}；未变：{k}。",
        "{n} {n|figure|figures} new, {m} revised, {k} unchanged.",
    ),
    "health.preview.again": (
        "Пока ничего не записано. Исправьте строки в файле и загрузите его снова.",
        "尚未记录任何内容。请更正文件中的相应行后重新上传。",
        "Nothing is recorded yet. Correct the lines in the file and upload it again.",
    ),
    "health.gaps": ("О чём ничего не сказано", "未提及的时期", "What nothing is said of"),
    "counts.gap": (
        "{what}, {place}: пропущено периодов — {n} ({periods}). Они остаются без данных, нулём не "
        "считаются.",
        "{what}，{place}：缺{n}个时期（{periods}）。这些时期仍为无数据，不按零计。",
        "{what}, {place}: {n} periods left out ({periods}). They stay without a figure and count as no zero.",
    ),
    "health.differences": ("Что изменилось", "变化内容", "What changes"),
    "health.figures": ("Числа", "数字", "Figures"),
    "health.figures_n": ("чисел: {n}", "{n}项数字", "{n} {n|figure|figures}"),
    "health.summary": ("Состав отправки", "报送构成", "What it is made of"),
    "health.submission": ("Отправка", "报送", "Submission"),
    "health.digest": ("Дайджест чисел", "数字摘要", "Digest of the figures"),
    "health.operator": ("Открытые данные", "公开数据", "Public figures"),
    "health.operator.text": (
        "Внесено оператором из открытого источника: это не слово государства.",
        "由运维人员据公开来源录入，不代表有关国家的通报。",
        "Entered by the operator from a public source: this is no State's word.",
    ),
    "health.came_in": ("Что поступило", "最近报送", "What came in"),
    "health.came_in.none": (
        "Данных ещё не поступало.",
        "尚未收到数据。",
        "No counts have come in yet.",
    ),
    "health.silences": ("Кто ещё не сообщил", "尚未报送的国家", "Who has not sent"),
    "health.silent": ("Ожидаются данные", "待报送", "Counts awaited from"),
    "health.silent.none": (
        "Данные поступили от всех государств-членов.",
        "各成员国均已报送。",
        "Counts have come in from every Member State.",
    ),
    "health.silent.since": (
        "последний период — с {day}; ожидается периодов: {n}",
        "最近一期自{day}起；待报{n}期",
        "last period from {day}; {n} {n|period|periods} awaited",
    ),
    "health.silent.never": ("данных ещё не было", "从未报送", "nothing sent yet"),
    "health.grid": ("Государства и периоды", "国家与时期", "States and periods"),
    "health.redefined": (
        "С {period} случаи считаются по другому определению ({key}). Прежние числа с нынешними не сравнимы: "
        "при обнаружении сигналов они не учитываются.",
        "自{period}起按另一定义（{key}）统计病例。此前数字与现在不可比：信号检测不采用。",
        "From {period} on cases are counted by another definition ({key}). Earlier figures do not compare "
        "with them: detection leaves them out.",
    ),
    "health.grid.past": (
        "За последние периоды никто ничего не сообщил. Показаны последние, о которых есть сообщения, — "
        "до {period}.",
        "最近各时期均无任何通报。所示为最后有通报的时期，截至{period}。",
        "Nobody has said anything of the last periods. Shown are the last of which anything was said, "
        "up to {period}.",
    ),
    "health.grid.key": (
        "«нет» — никто ничего не сообщил; «не сообщено» — государство говорит, что данных нет; * — "
        "число пересматривалось.",
        "“无”指尚无任何通报；“未报告”指该国说明无数据；* 指该数字曾经修订。",
        "“none”: nobody has said anything; “not reported”: the State has no figure; *: it was revised.",
    ),
    "health.series.title": ("{what}: {place}", "{what}：{place}", "{what}: {place}"),
    "health.as_of": ("Как было известно на день", "截至某日所知", "As known on"),
    "health.known_on": ("как было известно на {day}", "截至{day}所知", "as known on {day}"),
    "health.masked": (
        "Числа от 1 до {n} (не включая {n}) показаны как «менее {n}»; где они следовали бы из других, "
        "скрыты и те.",
        "1以上、{n}以下的数字显示为“少于{n}”；如可由其他数字推出，其他数字也予隐去。",
        "Figures from 1 to below {n} are shown as “fewer than {n}”; where they would follow from others, "
        "those are withheld too.",
    ),
    "health.figure.key": (
        "Столбец — число за период; метка под чертой — числа нет или оно скрыто.",
        "柱形为各时期数字；横线下的标记表示无数字或已隐去。",
        "A bar is the figure of a period; a mark below the line: there is none, or it is hidden.",
    ),
    "health.measure": ("Показатель", "指标", "Measure"),
    "health.place": ("Место и группа", "地区和人群", "Place and band"),
    "counts.kind.not_reported": ("не сообщено", "未报告", "not reported"),
    "counts.kind.nothing": ("нет", "无", "none"),
    "counts.kind.correction": ("поправка {n}", "更正{n}", "correction {n}"),
    "counts.revised_mark": ("{figure}*", "{figure}*", "{figure}*"),
    "counts.fewer": ("менее {n}", "少于{n}", "fewer than {n}"),
    "counts.withheld": ("скрыто", "隐去", "withheld"),
    "counts.hidden": ("скрыто", "隐去", "not shown"),
    "counts.sex.f": ("женщины", "女", "women"),
    "counts.sex.m": ("мужчины", "男", "men"),
    "counts.what": ("Что это", "性质", "What it is"),
    "counts.new": ("новое", "新增", "new"),
    "counts.revised": ("пересмотрено", "修订", "revised"),
    "counts.period": ("Период", "时段", "Period"),
    "counts.figure": ("Число", "数字", "Figure"),
    "counts.of.values": ("Чисел", "数字", "Figures"),
    "counts.of.revised": ("Пересмотрено", "修订", "Revised"),
    "counts.of.zero": ("Нулей", "零", "Zeros"),
    "counts.of.not_reported": ("Нет данных", "无数据", "Not reported"),
    "counts.of.first": ("С", "起", "From"),
    "counts.of.last": ("По", "止", "To"),
}
