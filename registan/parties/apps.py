from __future__ import annotations

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "registan.parties"
    label = "parties"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from registan.ledger.queries import register_wordings
        from registan.parties.queries import organisation_face, party_wordings
        from registan.parties.searchable import bodies, states
        from registan.parties.warnings import ledger_has_stopped
        from registan.search.things import register_searchable
        from registan.web.organisation import register_face
        from registan.web.shell import register_warning

        register_wordings(party_wordings)
        register_face(organisation_face)
        register_warning(ledger_has_stopped)
        register_searchable("state", states)
        register_searchable("body", bodies)
