from __future__ import annotations

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "registan.search"
    label = "search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from registan.ledger.followers import follow
        from registan.search.jobs import note_act

        follow(note_act)
