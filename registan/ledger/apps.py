from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from registan.ledger import failed_disk
from registan.ledger.forks import guard_forks
from registan.ledger.guard import check_write


class LedgerConfig(AppConfig):
    name = "registan.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        connection_created.connect(install_guard, dispatch_uid="registan.write_guard")
        connection_created.connect(failed_disk.install, dispatch_uid="registan.failed_disk")
        guard_forks()


def install_guard(connection: Any, **_: Any) -> None:
    """Put the write guard on a new connection."""
    if check_write not in connection.execute_wrappers:
        connection.execute_wrappers.append(check_write)
