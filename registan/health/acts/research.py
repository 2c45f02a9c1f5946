"""The register of drugs, vaccines and test systems in the making: entered, milestones reached, closed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.telling import coded, named, of_states, state_of, told, well_formed
from registan.health.models import PHASES, Deed, Research, ResearchEnd, Sharing
from registan.ledger.act import Refused, act
from registan.ledger.audience import MEMBERS
from registan.parties.permissions import require

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from registan.health.models import Condition
    from registan.parties.models import Mandate, State

REGISTER = "research.register"
MOST_MILESTONES = 40
# As public registries number trials: letters and digits with strokes, points and slashes between.
_REGISTRATION = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9./-]{2,58})[A-Za-z0-9]")
# What a version hands on to the next one.
_KEPT = (
    "kind", "condition", "titles", "summaries", "phase", "lead", "partners", "sites", "registration",
    "sharing", "conditions_of_sharing", "milestones", "end", "closed_on", "results", "illustrative",
    "audience",
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A milestone that is still ahead: what, by language, and by which day."""

    due: date
    texts: Mapping[str, str]


@dataclass(frozen=True)
class ResearchFacts:
    """What a State tells of a drug, vaccine or test system. Pairs are (key of State, name)."""

    kind: str
    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    phase: str
    lead: str
    partners: Sequence[tuple[str, str]] = ()
    sites: Sequence[tuple[str, str]] = ()
    registration: str = ""
    sharing: Sequence[str] = ()
    conditions_of_sharing: Mapping[str, str] = field(default_factory=dict)
    steps: Sequence[Step] = ()
    condition: Condition | None = None
    audience: str = MEMBERS
    illustrative: bool = False


@act("health.research.entered")
def enter_research(
    by: Mandate, what: ResearchFacts, *, now: datetime, replaces: Research | None = None
) -> Research:
    """Tell the others of a drug, vaccine or test system in the making, led by an institution of the State.

    With `replaces` it is a new version; milestones that were reached stay as they are.
    """
    require(by, REGISTER, now)
    state = state_of(by)
    facts = _checked(what)
    reached: list[dict[str, Any]] = []
    if replaces is not None:
        _must_be_own_and_open(replaces, state)
        if replaces.kind != what.kind and replaces.validations.exists():
            raise Refused("kind_is_validated", field="kind")
        reached = [each for each in replaces.milestones if each["reached"]]
    facts["milestones"] = reached + facts["milestones"]
    n, version = _place(state, replaces)
    return Research.objects.create(
        state=state, n=n, version=version, made_by=Deed.ENTERED, made_at=now, **facts
    )


@act("health.research.milestone_reached")
def reach_milestone(
    by: Mandate, research: Research, *, number: int, on: date, evidence: Mapping[str, str],
    now: datetime,
) -> Research:  # fmt: skip
    """Say that a milestone was reached, on which day and on what that rests."""
    require(by, REGISTER, now, state=research.state)
    _must_be_own_and_open(research, research.state)
    if not 0 < number <= len(research.milestones):
        raise Refused("milestone_unknown", field="milestone")
    if research.milestones[number - 1]["reached"]:
        raise Refused("milestone_reached_before", field="milestone")
    if on > timezone.localdate(now):
        raise Refused("day_to_come", field="on")
    said = told(evidence, "evidence")
    milestones = [dict(each) for each in research.milestones]
    milestones[number - 1] |= {"reached": on.isoformat(), "evidence": said}
    return _follow(research, Deed.MILESTONE, now, milestones=milestones)


@act("health.research.closed")
def close_research(
    by: Mandate, research: Research, *, end: str, on: date, results: Mapping[str, str],
    now: datetime,
) -> Research:  # fmt: skip
    """Close it with its result, also where it did not succeed: that saves the others the same way."""
    require(by, REGISTER, now, state=research.state)
    _must_be_own_and_open(research, research.state)
    coded([end], ResearchEnd.values, "end")
    if on > timezone.localdate(now):
        raise Refused("day_to_come", field="on")
    said = told(results, "result")
    return _follow(research, Deed.CLOSED, now, end=end, closed_on=on, results=said)


def _checked(what: ResearchFacts) -> dict[str, Any]:
    if what.kind not in PHASES:
        raise Refused("choice_unknown", field="kind")
    if what.phase not in PHASES[what.kind]:
        raise Refused("phase_of_another_kind", field="phase")
    if what.registration and not _REGISTRATION.fullmatch(what.registration):
        raise Refused("registration_unreadable", field="registration")
    sharing = coded(what.sharing, Sharing.values, "sharing")
    return {
        "kind": what.kind, "condition": what.condition, "phase": what.phase,
        "titles": told(what.titles, "title"), "summaries": told(what.summaries, "summary"),
        "lead": named(what.lead, "lead"), "partners": of_states(what.partners, "partners"),
        "sites": of_states(what.sites, "sites"), "registration": what.registration,
        "sharing": sharing,
        # What is shared, is shared on conditions that are known beforehand.
        "conditions_of_sharing": told(what.conditions_of_sharing, "sharing", needed=bool(sharing)),
        "milestones": _steps(what.steps), "audience": well_formed(what.audience),
        "illustrative": what.illustrative,
    }  # fmt: skip


def _steps(steps: Sequence[Step]) -> list[dict[str, Any]]:
    if len(steps) > MOST_MILESTONES:
        raise Refused("too_many_named", field="milestones", most=MOST_MILESTONES)
    rows = [
        {"texts": told(each.texts, "milestones"), "due": each.due.isoformat(), "reached": "",
         "evidence": {}}
        for each in steps
    ]  # fmt: skip
    return sorted(rows, key=lambda row: str(row["due"]))


def _must_be_own_and_open(research: Research, state: State) -> None:
    if research.state_id != state.pk:
        raise Refused("research_of_others", status=403)
    if not research.is_newest:
        raise Refused("changed_meanwhile", status=409)
    if not research.is_open:
        raise Refused("research_closed", status=409)


def _place(state: State, old: Research | None) -> tuple[int, int]:
    """Number and version of what is entered; what it takes the place of is no longer the newest."""
    if old is None:
        return Research.objects.filter(state=state, is_newest=True).count() + 1, 1
    old.is_newest = False
    old.save(update_fields=["is_newest"])
    return old.n, old.version + 1


def _follow(old: Research, deed: Deed, now: datetime, **changes: Any) -> Research:
    """The next version, with all that is not changed."""
    n, version = _place(old.state, old)
    facts = {name: getattr(old, name) for name in _KEPT} | changes
    return Research.objects.create(
        state=old.state, n=n, version=version, made_by=deed, made_at=now, **facts
    )
