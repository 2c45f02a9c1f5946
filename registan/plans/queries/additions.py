"""How a measure came into its plan after adoption, and what was made of a thing elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.ledger.audience import addressed_to
from registan.parties.models import Body
from registan.parties.queries import Names, members
from registan.plans.models import Addition, Measure, Plan
from registan.plans.models.plan import PlanKind
from registan.plans.origins import origin_seen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from registan.ledger.audience import Viewer
    from registan.plans.origins import Origin


@dataclass(frozen=True)
class Added:
    """An addition as a page tells it; `origin` where the reader may see what it comes from."""

    addition: Addition
    party: str
    origin: Origin | None


def addition_of(measure: Measure, viewer: Viewer) -> Added | None:
    """How the measure was added; None for one of the adopted text."""
    rows = Addition.objects.filter(measure=measure)
    row = rows.select_related("state", "body").first()
    if row is None:
        return None
    party = row.state or row.body
    return Added(
        row, Names.load().short(party.key) if party else "", origin_seen(row.origin, viewer)
    )


def measures_from(urns: Iterable[str], viewer: Viewer) -> dict[str, Measure]:
    """URN of a thing -> the measure that was made of it, as far as the reader sees it."""
    rows = Addition.objects.filter(
        addressed_to(viewer, "measure__audience"), addressed_to(viewer, "measure__plan__audience"),
        origin__in=list(urns),
    )  # fmt: skip
    return {row.origin: row.measure for row in rows.select_related("measure__plan")}


def plans_in_force(viewer: Viewer, on: date) -> list[Plan]:
    """Plans with measures that are adopted and not over, as far as the reader sees them."""
    rows = Plan.objects.visible_to(viewer).filter(
        Q(adopted_on__isnull=True) | Q(adopted_on__lte=on),
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
    )
    return list(rows.exclude(kind=PlanKind.STRATEGY))


def deciding_bodies(plan: Plan) -> list[Body]:
    """The Body that adopted the plan; all where that is not known."""
    rows = Body.objects.order_by("position")
    return list(rows.filter(pk=plan.adopted_by_id) if plan.adopted_by_id else rows)


def parties_to_name(on: date) -> list[tuple[str, str, str]]:
    """(kind, key, short name) of members in protocol order, then of Bodies."""
    names = Names.load()
    keys = [("state", state.key) for state in members(on)]
    keys += [
        ("body", key) for key in Body.objects.order_by("position").values_list("key", flat=True)
    ]
    return [(kind, key, names.short(key)) for kind, key in keys]
