"""What the commands of the ledger say."""

from __future__ import annotations

TEXTS_LEDGER: dict[str, tuple[str, str, str]] = {
    "cli.help.ledger": (
        "журнал: вести, проверять, выгружать",
        "日志：运行、核查、导出",
        "the ledger: keep, check, export",
    ),
    "cli.help.ledger.keep": (
        "присваивать номера, подписывать, опрашивать свидетелей (обычно запускает registan serve)",
        "编号、签署、询问见证方（通常由 registan serve 启动）",
        "give numbers, sign, ask witnesses (usually started by registan serve)",
    ),
    "cli.ledger.another_keeper": (
        "Журнал уже ведёт другая программа. Остановите её или ничего не делайте.",
        "已有另一程序在守护日志。请先停止该程序，或不必再启动。",
        "Another keeper is at work on this ledger. Stop it first, or leave it at that.",
    ),
    "cli.ledger.key.missing": (
        "Нет файла ключа {path}. Восстановите его из копии.",
        "缺少密钥文件{path}。请从备份恢复。",
        "The key file {path} is missing. Restore it from a copy.",
    ),
    "cli.ledger.key.readable_by_others": (
        "Файл ключа {path} доступен не только владельцу. Выполните: {command}",
        "密钥文件{path}可被他人读取。请执行：{command}",
        "The key file {path} can be read by others. Run: {command}",
    ),
    "cli.ledger.key.no_seed": (
        "Файл ключа {path} повреждён. Восстановите его из копии.",
        "密钥文件{path}已损坏。请从备份恢复。",
        "The key file {path} is damaged. Restore it from a copy.",
    ),
}
