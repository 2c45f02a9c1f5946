"""Reading rounds: what each cell of measures x parties says, and who has delivered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.parties.models import Body, State
from registan.parties.queries import Names, place_of
from registan.plans.models import Finding, Opinion, Report, Round, RoundLine
from registan.plans.models.reports import Stage
from registan.plans.queries.owing import owed
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer
    from registan.plans.models import Plan


@dataclass(frozen=True)
class PartyLine:
    """What one party has delivered in a round."""

    key: str
    name: str
    owed: int
    filed: int
    accepted: int
    returned: int

    @property
    def awaited(self) -> int:
        return self.owed - self.filed


def find_round(plan: Plan, number: int, viewer: Viewer) -> Round:
    """The plan's round with this number. Raises NotThere."""
    found = Round.objects.visible_to(viewer).filter(plan=plan, number=number).first()
    if found is None:
        raise NotThere
    found.plan = plan
    return found


def rounds_of(plan: Plan, viewer: Viewer) -> list[Round]:
    """The plan's rounds, latest first."""
    return list(Round.objects.visible_to(viewer).filter(plan=plan).order_by("-number"))


def latest_round(plan: Plan, viewer: Viewer) -> Round | None:
    """The round that is open, or the last one."""
    return next(iter(rounds_of(plan, viewer)), None)


def open_rounds(viewer: Viewer) -> list[Round]:
    """Open rounds of all plans the viewer may see, by due date."""
    found = Round.objects.visible_to(viewer).filter(closed_at__isnull=True)
    return list(found.select_related("plan").order_by("due_on"))


def round_grid(round_: Round, viewer: Viewer) -> dict[tuple[int, str], str]:
    """(measure id, party key) -> progress as filed; "" for no information; no key: owes nothing.

    Drafts count as no information, for their own State too: the account shows what was filed.
    """
    if not round_.is_open:
        rows = RoundLine.objects.filter(round=round_).values_list(
            "measure_id", "state__key", "body__key", "version__progress"
        )
        return {
            (measure, state or body or ""): progress or ""
            for measure, state, body, progress in rows
        }
    grid = {(row.measure_id, row.party): "" for row in owed(round_)}
    filed = Report.objects.visible_to(viewer).filter(round=round_, filed__isnull=False)
    for measure, state, body, progress in filed.values_list(
        "measure_id", "state__key", "body__key", "filed__progress"
    ):
        grid[measure, state or body or ""] = progress
    return grid


def parties_in_order(keys: set[str], lang: str | None = None) -> list[str]:
    """Keys of States in protocol order of the language, then Bodies in the order of the profile."""
    states = sorted(State.objects.filter(key__in=keys), key=lambda state: place_of(state, lang))
    bodies = Body.objects.filter(key__in=keys).order_by("position").values_list("key", flat=True)
    return [state.key for state in states] + list(bodies)


def deliveries(round_: Round, viewer: Viewer | None = None) -> list[PartyLine]:
    """Who has delivered, in protocol order; numbers, never a ranking.

    As `viewer` may see it; all of it for the organisation's own reminders (None).
    """
    due = Counter(row.party for row in owed(round_))
    counts: dict[str, Counter[str]] = {}
    reports = Report.objects.visible_to(viewer) if viewer else Report.objects.all()
    reports = reports.filter(round=round_)
    for state, body, stage, filed in reports.values_list(
        "state__key", "body__key", "stage", "filed_id"
    ):
        counter = counts.setdefault(state or body or "", Counter())
        counter["filed"] += filed is not None
        counter[stage] += 1
    names = Names.load()
    return [
        PartyLine(
            key, names.short(key), due[key], counts.get(key, Counter())["filed"],
            counts.get(key, Counter())[Stage.ACCEPTED], counts.get(key, Counter())[Stage.RETURNED],
        )
        for key in parties_in_order(set(due))
    ]  # fmt: skip


def reports_to_read(round_: Round, viewer: Viewer) -> list[Report]:
    """Filed reports that wait to be accepted or returned, in the order of the plan."""
    rows = Report.objects.visible_to(viewer).filter(round=round_, stage=Stage.FILED)
    found = list(
        rows.select_related("measure", "state", "body", "filed").order_by("measure__position")
    )
    names = Names.load()
    for row in found:
        row.party_name = names.short(row.party_key)  # type: ignore[attr-defined]
    return found


def findings_of(round_: Round, viewer: Viewer) -> dict[int, Finding]:
    """measure id -> the secretariat's latest finding in the round."""
    rows = Finding.objects.visible_to(viewer).filter(round=round_).order_by("n")
    return {row.measure_id: row for row in rows}


def opinions_of(round_: Round, viewer: Viewer, measure_id: int | None = None) -> list[Opinion]:
    """Opinions for the record, the latest of each State on each measure, in protocol order."""
    rows = Opinion.objects.visible_to(viewer).filter(round=round_).select_related("state")
    if measure_id is not None:
        rows = rows.filter(Q(measure_id=measure_id))
    latest = {(row.measure_id, row.state_id): row for row in rows.order_by("n")}
    return sorted(latest.values(), key=lambda row: (row.measure_id, place_of(row.state)))
