from __future__ import annotations

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "registan.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from registan.ledger.queries import register_wordings
        from registan.ledger.shredding import register_eraser
        from registan.plans.erasing import erase
        from registan.plans.searchable import register_plans
        from registan.plans.wordings import plan_wordings

        register_wordings(plan_wordings)
        register_plans()
        register_eraser(erase)
