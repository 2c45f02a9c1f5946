"""The roster: teams and laboratories entered, renewed, confirmed, withdrawn, called to work."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.acts.events import said
from registan.health.acts.exercises import hold_exercise
from registan.health.intake import AREA
from registan.health.models import LABORATORIES, Activation, Cold, RosterEntry, RosterKind
from registan.health.models.roster import HIGHEST_LEVEL
from registan.health.queries.readiness import readiness
from registan.ledger.act import Refused, act
from registan.parties.permissions import require
from registan.parties.queries import members

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from registan.health.models import Exercise
    from registan.parties.models import Mandate, State

POWER = "reserves.pledge"
MOST_CAPACITY, LONGEST_READY, LONGEST_SELF = 1_000_000, 2_160, 365


@dataclass(frozen=True)
class Told:
    """What a State tells of a team or a laboratory: the columns of RosterEntry."""

    kind: str
    names: Mapping[str, str]
    offices: Mapping[str, str]
    methods: Sequence[str]
    languages: Sequence[str]
    capacity: int
    ready_hours: int
    self_days: int
    confirmed_on: date
    cold: Sequence[str] = ()
    biosafety: int | None = None
    area: str = ""


@act("health.roster.entered")
def enter_roster(
    by: Mandate, told: Told, *, now: datetime, illustrative: bool = False
) -> RosterEntry:
    """Enter a team or a laboratory that the other members may call upon."""
    state = _member(by, now)
    last = RosterEntry.objects.filter(state=state).order_by("-n").first()
    return RosterEntry.objects.create(
        state=state, n=last.n + 1 if last else 1, illustrative=illustrative, made_at=now,
        **_checked(told, state, now),
    )  # fmt: skip


@act("health.roster.renewed")
def renew_roster(by: Mandate, entry: RosterEntry, told: Told, *, now: datetime) -> RosterEntry:
    """Tell of it anew. What was told before stays on record."""
    held = _own(by, entry, now)
    return _next_version(held, _checked(told, held.state, now), now)


@act("health.roster.confirmed")
def confirm_roster(by: Mandate, entry: RosterEntry, *, now: datetime) -> RosterEntry:
    """Confirm that all of it still holds today."""
    held = _own(by, entry, now)
    same = {each.name: getattr(held, each.name) for each in fields(Told)}
    told = replace(Told(**same), confirmed_on=timezone.localdate(now))
    return _next_version(held, _checked(told, held.state, now), now)


@act("health.roster.withdrawn")
def withdraw_roster(by: Mandate, entry: RosterEntry, *, now: datetime) -> RosterEntry:
    """Take a team or a laboratory off the roster."""
    held = _own(by, entry, now)
    if _at_work(held).filter(exercise=None).exists():
        raise Refused("roster_at_work", status=409)
    held.withdrawn_at = now
    held.save(update_fields=["withdrawn_at"])
    return held


@act("health.roster.activated")
def activate(
    by: Mandate, entry: RosterEntry, *, state: State, began_on: date, now: datetime,
    exercise: Exercise | None = None,
) -> Activation:  # fmt: skip
    """Send a team, or put a laboratory to work, for a State: in earnest, or in an exercise."""
    held = _own(by, entry, now)
    if exercise:
        exercise = hold_exercise(exercise)
    if began_on > timezone.localdate(now):
        raise Refused("day_to_come", field="began_on")
    if state.pk not in {each.pk for each in members(timezone.localdate(now))}:
        raise Refused("reserves_of_members", field="state")
    if _at_work(held).filter(exercise=exercise).exists():
        raise Refused("roster_at_work", status=409)
    mine = Activation.objects.filter(owner=held.state, entry=held.n)
    return Activation.objects.create(
        owner=held.state, entry=held.n, n=mine.count() + 1, state=state, exercise=exercise,
        began_on=began_on, made_at=now, audience=held.audience,
    )  # fmt: skip


@act("health.roster.stood_down")
def stand_down(by: Mandate, activation: Activation, *, ended_on: date, now: datetime) -> Activation:
    """Say that it is back, or that the work for the other State is done."""
    require(by, POWER, now, state=activation.owner)
    held = Activation.objects.select_for_update(of=("self",)).select_related(
        "owner", "state", "exercise"
    ).get(pk=activation.pk)  # fmt: skip
    if held.ended_on:
        raise Refused("changed_meanwhile", status=409)
    if ended_on > timezone.localdate(now):
        raise Refused("day_to_come", field="ended_on")
    if ended_on < held.began_on:
        raise Refused("window_backwards", field="ended_on")
    held.ended_on = ended_on
    held.save(update_fields=["ended_on"])
    return held


def _at_work(entry: RosterEntry) -> Any:
    return Activation.objects.filter(owner=entry.state, entry=entry.n, ended_on=None)


def _member(by: Mandate, now: datetime) -> State:
    require(by, POWER, now)
    if by.state is None or by.state.pk not in {
        each.pk for each in members(timezone.localdate(now))
    }:
        raise Refused("reserves_of_members", status=403)
    return by.state


def _own(by: Mandate, entry: RosterEntry, now: datetime) -> RosterEntry:
    """One's own entry as it stands now."""
    require(by, POWER, now, state=entry.state)
    held = RosterEntry.objects.select_for_update(of=("self",)).select_related("state").get(
        pk=entry.pk
    )  # fmt: skip
    if not held.is_newest:
        raise Refused("changed_meanwhile", status=409)
    if held.is_withdrawn:
        raise Refused("withdrawn_already", status=409)
    return held


def _next_version(held: RosterEntry, facts: Mapping[str, Any], now: datetime) -> RosterEntry:
    held.is_newest = False
    held.save(update_fields=["is_newest"])
    return RosterEntry.objects.create(
        state=held.state, n=held.n, version=held.version + 1, illustrative=held.illustrative,
        audience=held.audience, made_at=now, **facts,
    )  # fmt: skip


def _checked(told: Told, state: State, now: datetime) -> dict[str, Any]:
    """The columns of an entry, held against the rules and the lists of the profile."""
    if told.kind not in RosterKind.values:
        raise Refused("roster_kind_unknown", field="kind")
    is_laboratory = told.kind in LABORATORIES
    if is_laboratory and told.biosafety not in range(1, HIGHEST_LEVEL + 1):
        raise Refused("biosafety_missing", field="biosafety")
    known, area = readiness(), AREA.fullmatch(told.area) if told.area else None
    if told.area and (area is None or area[1] != state.key):
        raise Refused("area_unknown", field="area", state=state.key)
    if told.confirmed_on > timezone.localdate(now):
        raise Refused("day_to_come", field="confirmed_on")
    for field, value, most in (
        ("capacity", told.capacity, MOST_CAPACITY), ("ready_hours", told.ready_hours, LONGEST_READY),
        ("self_days", told.self_days, LONGEST_SELF),
    ):  # fmt: skip
        if not 0 <= value <= most:
            raise Refused("number_out_of_range", field=field, low=0, high=most)
    return {
        "kind": told.kind, "names": said(told.names, "name"), "offices": said(told.offices, "office"),
        "area": told.area, "biosafety": told.biosafety if is_laboratory else None,
        "methods": _listed(told.methods, known.methods, "methods"),
        "languages": _listed(told.languages, known.languages, "languages"),
        "capacity": told.capacity, "ready_hours": told.ready_hours, "self_days": told.self_days,
        "cold": _listed(told.cold, dict.fromkeys(Cold.values), "cold", needed=False),
        "confirmed_on": told.confirmed_on,
    }  # fmt: skip


def _listed(
    given: Sequence[str], known: Mapping[str, Any], field: str, *, needed: bool = True
) -> list[str]:
    """The keys given, in the order of the list."""
    if (needed and not given) or set(given) - set(known):
        raise Refused("not_on_the_list", field=field)
    return [key for key in known if key in given]
