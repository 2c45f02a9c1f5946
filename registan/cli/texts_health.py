"""Sentences of `registan health`."""

from __future__ import annotations

TEXTS_HEALTH: dict[str, tuple[str, str, str]] = {
    "cli.help.health": ("данные о заболеваемости", "疫情数据", "counts of diseases"),
    "cli.help.health.submit": (
        "проверить файл с числами случаев и записать его одним действием",
        "检查病例数文件并以一项行为记录",
        "check a file of counts and record it in one act",
    ),
    "cli.help.health.as": (
        "от имени этого должностного лица, для его государства; без этого — открытые данные от оператора",
        "以该官员名义，为其国家报送；不填则由运维人员录入公开数据",
        "as this official, for his State; without it, public figures entered by the operator",
    ),
    "cli.help.health.condition": (
        "болезнь, если её нет в файле",
        "病种（文件中未说明时）",
        "the disease, where the file does not name it",
    ),
    "cli.help.health.name": (
        "название в файле = наше название; можно повторять",
        "文件中的名称=本系统名称；可重复",
        "a name of the file = ours; may be repeated",
    ),
    "cli.help.health.source": (
        "откуда открытые данные",
        "公开数据的来源",
        "where public figures come from",
    ),
    "cli.help.health.zeros": (
        "нули открытых данных — это нули (иначе строка из одних нулей значит: нет сообщения)",
        "公开数据中的零即为零（否则全零行视为未报告）",
        "noughts of public figures are noughts (else a line of noughts alone is no report)",
    ),
    "cli.help.health.dry": (
        "только показать, что изменится",
        "仅显示将发生的变化",
        "only tell what would change",
    ),
    "cli.health.nobody": (
        "У «{username}» нет действующих полномочий отправлять данные. Назовите другое должностное лицо.",
        "“{username}”没有有效的数据报送授权。请指定其他官员。",
        "“{username}” holds no mandate in force to send counts. Name another official.",
    ),
    "cli.health.reading": ("Читается {file}", "正在读取 {file}", "Reading {file}"),
    "cli.health.problems": (
        "Ошибок: {n}. Ничего не записано.",
        "错误：{n}处。未记录任何内容。",
        "{n} {n|mistake|mistakes}. Nothing is recorded.",
    ),
    "cli.health.found": (
        "Рядов: {series}. Новых чисел: {n}; пересмотренных: {m}; без изменений: {k}.",
        "序列：{series}个。新数字：{n}；修订：{m}；未变：{k}。",
        "{series} series: {n} figures new, {m} revised, {k} unchanged.",
    ),
    "cli.health.submitted": (
        "Записано. Дайджест: {digest}",
        "已记录。摘要：{digest}",
        "Recorded. Digest: {digest}",
    ),
    "cli.help.health.recompute": (
        "посчитать заново сигнал или подбор помощи и сказать, совпадает ли он с записью",
        "重新计算信号或援助匹配方案，并说明与记录是否一致",
        "compute a signal or a proposal of a round again and tell whether it equals the record",
    ),
    "cli.help.health.signal": ("номер сигнала", "信号编号", "number of the signal"),
    "cli.help.health.recompute.file": (
        "файл со страницы сигнала или подбора: база данных не нужна",
        "信号或匹配方案页面下载的文件：无需数据库",
        "the file of the page of a signal or a proposal: no database is needed",
    ),
    "cli.health.recompute.one_of": (
        "Назовите номер сигнала или файл, одно из двух.",
        "请给出信号编号或文件，二者择一。",
        "Give the number of a signal or a file, one of the two.",
    ),
    "cli.health.recompute.none": (
        "Сигнала № {n} нет. Номер стоит в адресе его страницы.",
        "没有编号为{n}的信号。编号见其页面地址。",
        "There is no signal {n}. Its number stands in the address of its page.",
    ),
    "cli.health.recompute.no_signal": (
        "{file} — не файл сигнала или подбора помощи. Скачайте его с их страницы.",
        "{file}不是信号或援助匹配方案的文件。请从其页面下载。",
        "{file} is no file of a signal or of a proposal. Download it from its page.",
    ),
    "cli.health.recompute.equal": (
        "Совпадает до последнего знака, сверено значений: {n}.",
        "逐位一致，核对数值{n}项。",
        "Equal to the last digit: {n} {n|value|values} compared.",
    ),
    "cli.health.recompute.differs": (
        "{name}: в записи {recorded}, получилось {found}",
        "{name}：记录为{recorded}，算得{found}",
        "{name}: recorded {recorded}, found {found}",
    ),
    "cli.health.recompute.different": (
        "Не совпадает значений: {n}.",
        "不一致的数值：{n}项。",
        "{n} {n|value differs|values differ} from the record.",
    ),
}
