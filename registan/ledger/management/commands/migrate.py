"""Django's `migrate`, allowed to write: a migration is no act and leaves no entry."""

from __future__ import annotations

from typing import Any

from django.core.management.commands.migrate import Command as MigrateCommand

from registan.ledger.guard import writing


class Command(MigrateCommand):
    def handle(self, *args: Any, **options: Any) -> None:
        with writing():
            super().handle(*args, **options)
