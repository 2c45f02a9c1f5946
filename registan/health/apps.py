from __future__ import annotations

from django.apps import AppConfig


class HealthConfig(AppConfig):
    name = "registan.health"
    label = "health"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from registan.health.bottleneck_origin import PREFIX, bottleneck_at
        from registan.health.erasing import erase
        from registan.health.jobs_alerts import note_act
        from registan.health.jobs_estimates import note_counts
        from registan.health.jobs_scenarios import note_commission
        from registan.health.jobs_settlement import note_proposal
        from registan.health.queries.living import OFFERS
        from registan.health.searchable import register_health
        from registan.health.wordings import health_wordings
        from registan.ledger.followers import follow
        from registan.ledger.queries import register_wordings
        from registan.ledger.shredding import register_eraser
        from registan.plans.living import offer_indicator
        from registan.plans.origins import register_origin

        register_wordings(health_wordings)
        register_eraser(erase)
        follow(note_commission)
        follow(note_counts)
        follow(note_act)
        follow(note_proposal)
        register_health()
        register_origin(PREFIX, bottleneck_at)
        for offer in OFFERS:
            offer_indicator(offer)
