"""What is said of an act whose time cannot be right."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "ledger.doubt": ("Время под сомнением", "时间存疑", "Time in doubt"),
    "ledger.doubt.ahead": (
        "Указанное в записи время ({at}) позже, чем контрольная точка, в которую она вошла ({checkpoint}). "
        "Часы того сервера, вероятно, спешили. Порядок записей от часов не зависит.",
        "该记录所载时间（{at}）晚于将其纳入的检查点（{checkpoint}），当时该服务器的时钟很可能走快。记录的先后"
        "次序不取决于时钟。",
        "The time in this entry ({at}) is later than the checkpoint that covers it ({checkpoint}). The "
        "clock of that server was probably ahead. The order of entries does not rest on clocks.",
    ),
    "ledger.doubt.behind": (
        "Указанное в записи время ({at}) раньше, чем контрольная точка, подписанная до неё ({checkpoint}). "
        "Часы того сервера, вероятно, отставали, или действие долго ждало номера. Порядок записей от часов "
        "не зависит.",
        "该记录所载时间（{at}）早于在其之前签署的检查点（{checkpoint}），当时该服务器的时钟很可能走慢，或该行为"
        "等待编号过久。记录的先后次序不取决于时钟。",
        "The time in this entry ({at}) is earlier than a checkpoint signed before it ({checkpoint}). The "
        "clock of that server was probably behind, or the act waited long for its number. The order of "
        "entries does not rest on clocks.",
    ),
    "job.ledger.read_again": (
        "Повторное чтение журнала по частям",
        "分批重新核读账本",
        "Reading the ledger again, share by share",
    ),
}
