"""What `registan ledger stream-check` says."""

from __future__ import annotations

TEXTS_STREAM: dict[str, tuple[str, str, str]] = {
    "cli.help.ledger.stream_check": (
        "проверить, что ряд записей показан вам целиком: без пропусков, перестановок и утаённого конца",
        "核查您的序列是否完整：无缺口、无错序、末尾未被隐去",
        "check that a stream was shown to you whole: no hole, no reordering, no hidden tail",
    ),
    "cli.help.stream.file": (
        "файл ряда, скачанный со страницы «Проверка записей»; база данных не нужна",
        "从“核查记录”页面下载的序列文件；不需要数据库",
        "file of a stream, downloaded from the page Verification; needs no database",
    ),
    "cli.help.stream.state": (
        "ряды этого государства в здешней базе",
        "本数据库中该国的各序列",
        "the streams of this State in the database here",
    ),
    "cli.help.stream.body": (
        "ряды этого органа в здешней базе",
        "本数据库中该机构的各序列",
        "the streams of this Body in the database here",
    ),
    "cli.help.stream.against": (
        "тот же ряд, скачанный раньше или другим читателем; можно несколько раз",
        "同一序列，由您先前或由他人下载；可多次指定",
        "the same stream, downloaded earlier or by another reader; may be given several times",
    ),
    "cli.ledger.stream.whole": (
        "{name}: записей {n}, ряд цел; длина засвидетельствована до {stated}.",
        "{name}：共{n}条，序列完整；已确认的长度为{stated}。",
        "{name}: {n} {n|act|acts}, whole; its length was stated up to {stated}.",
    ),
    "cli.ledger.stream.broken": (
        "{name}: записей {n}, ряд не сходится; длина засвидетельствована до {stated}.",
        "{name}：共{n}条，序列不符；已确认的长度为{stated}。",
        "{name}: {n} {n|act|acts}, does not hold; its length was stated up to {stated}.",
    ),
    "cli.ledger.stream.shredded": (
        "Содержание уничтожено у {n}; цепь их включает.",
        "其中{n}条的内容已销毁，仍在链中。",
        "The content of {n} was shredded; the chain includes them.",
    ),
    "cli.ledger.stream.hole": (
        "№ {n} ряда: записи нет.",
        "序列第{n}条：缺失。",
        "No. {n} of the stream: the act is missing.",
    ),
    "cli.ledger.stream.order": (
        "№ {n} ряда: стоит не на своём месте.",
        "序列第{n}条：次序错乱。",
        "No. {n} of the stream: out of order.",
    ),
    "cli.ledger.stream.fork": (
        "№ {n} ряда: две разные истории. Сохраните оба файла.",
        "序列第{n}条：存在两份不同的历史。请保存两份文件。",
        "No. {n} of the stream: two histories. Keep both files.",
    ),
    "cli.ledger.stream.foreign": (
        "№ {n} ряда: запись из другого ряда.",
        "序列第{n}条：属于另一序列。",
        "No. {n} of the stream: an act of another stream.",
    ),
    "cli.ledger.stream.head": (
        "№ {n} ряда: не та запись, о которой говорит засвидетельствованное состояние.",
        "序列第{n}条：与已确认的序列现状不符。",
        "No. {n} of the stream: not the act that a stated head speaks of.",
    ),
    "cli.ledger.stream.tail": (
        "№ {n} ряда: от вас утаена, другие её имеют.",
        "序列第{n}条：向您隐去，而他人持有。",
        "No. {n} of the stream: kept back from you; others hold it.",
    ),
    "cli.ledger.stream.part": (
        "№ {n} ряда: содержание подменено.",
        "序列第{n}条：内容已被替换。",
        "No. {n} of the stream: the content was exchanged.",
    ),
    "cli.ledger.stream.faults": (
        "Расхождений: {n}. Сохраните файлы и сообщите секретариату и одному из свидетелей.",
        "发现{n}处不符。请保存文件，并告知秘书处和任一见证方。",
        "{n} {n|fault|faults}. Keep the files, and tell the Secretariat and one of the witnesses.",
    ),
    "cli.ledger.stream.malformed": (
        "Это не файл ряда: прочитать нельзя ({code}). Скачайте его заново.",
        "这不是序列文件，无法读取（{code}）。请重新下载。",
        "This is no file of a stream: it cannot be read ({code}). Download it again.",
    ),
}
