"""Who owes a report on which measure in a round.

All members owe on a measure of all members, and on one of national agencies or groups, since States
report for their agencies. Interested members owe while they take part. Named States and Bodies owe.
A measure owes when its term touches the round's period; one that ended before owes until its party
has said that it is done, cannot be done, or that it does not take part.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from django.db.models import Q
from django.utils import timezone

from registan.ledger.kept import kept
from registan.parties.queries import members
from registan.plans.models import Assignment, Joining, Measure, RoundLine
from registan.plans.models.measures import AssigneeKind, Part, Standing
from registan.plans.models.reports import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from registan.plans.models import Round

SHARED = (AssigneeKind.ALL_MEMBERS, AssigneeKind.AGENCY, AssigneeKind.GROUP)
FINAL = (Progress.DONE, Progress.CANNOT, Progress.NOT_PARTICIPATING)
_RANK = {Part.LEAD: 0, Part.SUPPORT: 1, Part.PARTICIPANT: 2}


@dataclass(frozen=True, slots=True)
class Owing:
    """One party that owes a report on one measure; exactly one of state_id and body_id is set."""

    measure_id: int
    number: str
    chapter_id: int | None
    party: str
    state_id: int | None
    body_id: int | None
    part: str


Only: TypeAlias = "dict[str, Measure]"  # {} or the one measure asked for


@dataclass(frozen=True, slots=True)
class _Party:
    key: str
    state_id: int | None
    body_id: int | None


def owed(
    round_: Round, *, today: date | None = None, measure: Measure | None = None
) -> list[Owing]:
    """All that is owed in the round, in the order of the plan: frozen once the round is closed.

    `measure` narrows to what is owed on it.
    """
    only = {"measure": measure} if measure else {}
    if not round_.is_open:
        return _frozen(round_, only)
    day = min(round_.ends_on, today or timezone.localdate())
    key = ("owed", round_.pk, round_.starts_on, round_.ends_on, day, measure and measure.pk)
    return list(kept(key, lambda: _owed(round_, day, measure)))


def _owed(round_: Round, day: date, measure: Measure | None) -> list[Owing]:
    only: Only = {"measure": measure} if measure else {}
    rows = list(_measures(round_, measure))
    shared = [_Party(state.key, state.pk, None) for state in members(day)]
    assigned = _assigned(round_, shared, only)
    settled = _settled_before(round_, only)
    found: list[Owing] = []
    for pk, number, chapter, ends_on in rows:
        for party, part in assigned.get(pk, {}).items():
            ended = ends_on is not None and ends_on < round_.starts_on
            if ended and settled is not None and (pk, party.key) not in settled:
                continue
            found.append(Owing(pk, number, chapter, party.key, party.state_id, party.body_id, part))
    return found


def owed_by(round_: Round, party: str) -> list[Owing]:
    """What one State or Body owes in the round."""
    return [row for row in owed(round_) if row.party == party]


def owes(round_: Round, measure: Measure, party: str) -> bool:
    """Whether the party owes a report on the measure in the round."""
    return any(row.party == party for row in owed(round_, measure=measure))


def _frozen(round_: Round, only: Only) -> list[Owing]:
    lines = RoundLine.objects.filter(round=round_, **only).order_by("pk")
    return [
        Owing(pk, number, chapter, state or body or "", state_id, body_id, part)
        for pk, number, chapter, state, body, state_id, body_id, part in lines.values_list(
            "measure_id", "number", "measure__chapter_id", "state__key", "body__key",
            "state_id", "body_id", "part",
        )
    ]  # fmt: skip


def _measures(
    round_: Round, measure: Measure | None
) -> Iterable[tuple[int, str, int | None, date | None]]:
    in_force = Measure.objects.filter(
        Q(starts_on__isnull=True) | Q(starts_on__lte=round_.ends_on),
        plan_id=round_.plan_id,
        fate__in=[Standing.IN_FORCE, Standing.POSTPONED],
    )
    if measure:
        in_force = in_force.filter(pk=measure.pk)
    return in_force.order_by("position").values_list("pk", "number", "chapter_id", "ends_on")


def _assigned(round_: Round, shared: list[_Party], only: Only) -> dict[int, dict[_Party, str]]:
    """measure -> party -> its part, the leading one where it has several."""
    assigned: dict[int, dict[_Party, str]] = defaultdict(dict)
    open_groups: set[int] = set()

    def assign(measure: int, parties: Iterable[_Party], part: str) -> None:
        for party in parties:
            held = assigned[measure].get(party)
            if held is None or _RANK[Part(part)] < _RANK[Part(held)]:
                assigned[measure][party] = part

    rows = Assignment.objects.filter(measure__plan_id=round_.plan_id, **only).values_list(
        "measure_id", "kind", "part", "state__key", "state_id", "body__key", "body_id"
    )
    for measure, kind, part, state, state_id, body, body_id in rows:
        if kind in SHARED:
            assign(measure, shared, part)
        elif kind == AssigneeKind.INTERESTED_MEMBERS:
            open_groups.add(measure)
        else:
            assign(measure, [_Party(state or body, state_id, body_id)], part)
    joined = Joining.objects.filter(
        Q(until__isnull=True) | Q(until__gt=round_.starts_on),
        measure__plan_id=round_.plan_id,
        since__lte=round_.ends_on,
        **only,
    )
    for measure, state, state_id in joined.values_list("measure_id", "state__key", "state_id"):
        if measure in open_groups:
            assign(measure, [_Party(state, state_id, None)], Part.PARTICIPANT)
    return assigned


def _settled_before(round_: Round, only: Only) -> set[tuple[int, str]] | None:
    """(measure, party) still open at the end of the round before; None where there was none."""
    before = RoundLine.objects.filter(
        round__plan_id=round_.plan_id, round__number=round_.number - 1
    )
    if not before.exists():
        return None
    before = before.filter(**only)
    still_open = before.exclude(version__progress__in=FINAL) | before.filter(version__isnull=True)
    return {
        (measure, state or body or "")
        for measure, state, body in still_open.values_list("measure_id", "state__key", "body__key")
    }
