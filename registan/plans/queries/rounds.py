"""Reading rounds: what each cell of measures x parties says, and who has delivered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from registan.ledger.kept import kept
from registan.parties.queries import Names, place_of
from registan.plans.models import Finding, Opinion, Report, Round, RoundLine
from registan.plans.models.reports import Progress, Stage
from registan.plans.queries.owing import owed
from registan.plans.queries.words import parties_in
from registan.web.refusal import NotThere
from registan.web.texts import current_lang

if TYPE_CHECKING:
    from datetime import date

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


def next_period(plan: Plan, viewer: Viewer, today: date) -> dict[str, date | None]:
    """What a new round would report on: from where the last one ended until today; due in a month."""
    last = latest_round(plan, viewer)
    begins = last.ends_on + timedelta(days=1) if last else plan.starts_on
    ends = today if begins is None or begins <= today else None
    return {"starts_on": begins, "ends_on": ends, "due_on": today + timedelta(days=30)}


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
        if (measure, state or body or "") in grid:
            grid[measure, state or body or ""] = progress
    return grid


def deliveries(round_: Round, viewer: Viewer | None = None) -> list[PartyLine]:
    """Who has delivered, in protocol order; numbers, never a ranking.

    As `viewer` may see it; all of it for the organisation's own reminders (None).
    """
    key = ("deliveries", round_.pk, viewer, current_lang())
    return kept(key, lambda: _deliveries(round_, viewer))


def _deliveries(round_: Round, viewer: Viewer | None) -> list[PartyLine]:
    due: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = {}
    told = _told(round_, viewer)
    for row in owed(round_):
        due[row.party] += 1
        counter = counts.setdefault(row.party, Counter())
        if stage := told.get((row.measure_id, row.party), ""):
            counter[stage] += 1
    parties = parties_in(round_)
    return [
        PartyLine(
            key, parties.names.short(key), due[key], counts[key].total(), counts[key][Stage.ACCEPTED],
            counts[key][Stage.RETURNED],
        )
        for key in parties.in_order(due)
    ]  # fmt: skip


def _told(round_: Round, viewer: Viewer | None) -> dict[tuple[int, str], str]:
    """(measure id, party) -> stage of what was filed: as frozen where the round is closed."""
    if not round_.is_open:
        lines = RoundLine.objects.filter(round=round_, version__isnull=False)
        return {
            (measure, state or body or ""): stage or Stage.FILED
            for measure, state, body, stage in lines.values_list(
                "measure_id", "state__key", "body__key", "stage"
            )
        }
    reports = Report.objects.visible_to(viewer) if viewer else Report.objects.all()
    rows = reports.filter(round=round_, filed__isnull=False).select_related("state", "body")
    return {(row.measure_id, row.party_key): row.outward_stage for row in rows}


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
    """measure id -> the secretariat's latest finding in the round, as the account has it."""
    rows = Finding.objects.visible_to(viewer).filter(in_account(round_)).order_by("n")
    return {row.measure_id: row for row in rows}


def found_done(round_: Round | None, viewer: Viewer) -> set[int]:
    """Measures whose latest finding in the round is "done"."""
    found = findings_of(round_, viewer) if round_ else {}
    return {measure for measure, row in found.items() if row.progress == Progress.DONE}


def findings_on(round_: Round, measure_id: int, viewer: Viewer) -> list[Finding]:
    """Every finding on one measure in the round, latest first, later ones than the account too."""
    rows = Finding.objects.visible_to(viewer).filter(round=round_, measure_id=measure_id)
    return list(rows.select_related("round").order_by("-n"))


def in_account(round_: Round) -> Q:
    """Condition for findings and opinions that stood when the round was closed."""
    return Q(round=round_) & (Q(made_at__lte=round_.closed_at) if round_.closed_at else Q())


def opinions_of(round_: Round, viewer: Viewer, measure_id: int | None = None) -> list[Opinion]:
    """Opinions for the record, the latest of each State on each measure, in protocol order.

    The account has those of before the closing; on one measure alone all are given.
    """
    rows = Opinion.objects.visible_to(viewer).select_related("state", "round")
    if measure_id is None:
        rows = rows.filter(in_account(round_))
    else:
        rows = rows.filter(round=round_, measure_id=measure_id)
    latest = {(row.measure_id, row.state_id): row for row in rows.order_by("n")}
    return sorted(latest.values(), key=lambda row: (row.measure_id, place_of(row.state)))
