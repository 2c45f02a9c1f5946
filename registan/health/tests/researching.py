"""Short words for tests of the register of research: an entry, a validation, a material, a call."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.calls import CallFacts, make_proposal, open_call
from registan.health.acts.materials import list_material
from registan.health.acts.research import ResearchFacts, Step, enter_research
from registan.health.acts.validations import Figures, enter_validation

if TYPE_CHECKING:
    from datetime import date

    from registan.health.models import Call, Material, Research, ResearchProposal, Validation
    from registan.parties.models import Mandate

FIGURES = Figures(examined=300, tp=90, fp=4, fn=10, tn=190, unclear=6)


def days(n: int) -> date:
    """So many days from today."""
    return timezone.localdate() + timedelta(days=n)


def facts(**changes: Any) -> ResearchFacts:
    given: dict[str, Any] = {
        "kind": "test", "titles": {"en": "Rapid antigen strip"}, "phase": "clinical",
        "summaries": {"en": "A strip read after fifteen minutes."}, "lead": "Institute of Virology",
        "partners": [("CN", "Centre of Diagnostics")], "sites": [("KZ", "Almaty"), ("IN", "Pune")],
        "sharing": ["data"], "conditions_of_sharing": {"en": "Figures on request."},
        "steps": [Step(days(200), {"en": "Field trial"}), Step(days(90), {"en": "Pilot lot"})],
    }  # fmt: skip
    return ResearchFacts(**{**given, **changes})


def enter(by: Mandate, *, replaces: Research | None = None, **changes: Any) -> Research:
    return enter_research(by, facts(**changes), replaces=replaces)


def validate(
    by: Mandate, research: Research, figures: Figures = FIGURES, **changes: Any
) -> Validation:
    given: dict[str, Any] = {
        "laboratory": "National Reference Laboratory", "reference": {"en": "Polymerase chain reaction"},
        "specimen": "swab", "choosing": "consecutive", "ended_on": days(-5),
    }  # fmt: skip
    return enter_validation(by, research, figures, **{**given, **changes})


def material(by: Mandate, **changes: Any) -> Material:
    given: dict[str, Any] = {
        "is_offer": True, "kind": "strain", "titles": {"en": "Influenza strain"}, "biosafety": 2,
        "quantity": 20, "portion": "vial", "terms": "pip_smta_1", **changes,
    }  # fmt: skip
    return list_material(by, **given)


def call(by: Mandate, **changes: Any) -> Call:
    given: dict[str, Any] = {
        "titles": {"en": "Tests for the field"}, "topics": {"en": "Without a cold chain."},
        "kinds": ["test"], "opens_on": days(0), "closes_on": days(30), "assess_by": days(60),
        "languages": ["en", "ru"], "sharing": ["data"],
    }  # fmt: skip
    return open_call(by, CallFacts(**{**given, **changes}))


def put_forward(by: Mandate, under: Call, research: Research, **changes: Any) -> ResearchProposal:
    return make_proposal(by, under, research, **{"texts": {"en": "Joint field trial."}, **changes})
