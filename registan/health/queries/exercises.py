"""Exercises with what is played in them, counted apart from everything real."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.health.models import (
    Activation,
    AidRound,
    Event,
    Exercise,
    ExercisePart,
    RosterEntry,
    StockPledge,
)
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class Called:
    """A team or laboratory at work in an exercise, with its names as they stand now."""

    activation: Activation
    names: Mapping[str, str]


@dataclass(frozen=True)
class Played:
    """An exercise with what the reader sees of it."""

    exercise: Exercise
    events: Sequence[Event]
    rounds: Sequence[AidRound]
    pledges: int
    activations: Sequence[Called]


def exercises(viewer: Viewer) -> list[Exercise]:
    """All of them, the latest first."""
    return list(Exercise.objects.visible_to(viewer))


def open_exercises(viewer: Viewer) -> list[Exercise]:
    """Those under way: for forms, and for the situation room under a heading of their own."""
    return list(Exercise.objects.visible_to(viewer).filter(closed_at=None))


def find_exercise(number: int, viewer: Viewer) -> Exercise:
    """The exercise with this number. Raises NotThere."""
    rows = Exercise.objects.visible_to(viewer)
    found = rows.filter(number=number).first() if number < 2**31 else None
    if found is None:
        raise NotThere
    return found


def exercise_asked(text: str, viewer: Viewer) -> Exercise | None:
    """The exercise that an address asks for (`?exercise=1`); None for what is real. Raises NotThere."""
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise NotThere
    return find_exercise(int(text), viewer)


def played(viewer: Viewer) -> list[Played]:
    """Each exercise with its parts."""
    found = exercises(viewer)
    parts = list(ExercisePart.objects.filter(exercise__in=found))
    events = {
        row.pk: row
        for row in Event.objects.visible_to(viewer).filter(
            pk__in=[part.event_id for part in parts if part.event_id]
        )
    }
    rounds = {
        row.pk: row
        for row in AidRound.objects.visible_to(viewer).filter(
            pk__in=[part.aid_id for part in parts if part.aid_id]
        )
    }
    pledges = list(
        StockPledge.objects.visible_to(viewer)
        .filter(exercise__in=found, is_newest=True, withdrawn_at=None)
        .values_list("exercise_id", flat=True)
    )
    work = _called(found, viewer)
    return [
        Played(
            each,
            [events[part.event_id] for part in parts
             if part.exercise_id == each.pk and part.event_id in events],
            [rounds[part.aid_id] for part in parts
             if part.exercise_id == each.pk and part.aid_id in rounds],
            pledges.count(each.pk),
            [row for row in work if row.activation.exercise_id == each.pk],
        )
        for each in found
    ]  # fmt: skip


def _called(found: Sequence[Exercise], viewer: Viewer) -> list[Called]:
    rows = list(
        Activation.objects.visible_to(viewer)
        .filter(exercise__in=found)
        .select_related("owner", "state")
    )
    if not rows:
        return []
    entries = RosterEntry.objects.visible_to(viewer).filter(
        is_newest=True, state__in={row.owner_id for row in rows}
    )
    names = {(row.state_id, row.n): row.names for row in entries}
    return [Called(row, names.get((row.owner_id, row.entry), {})) for row in rows]


def free_parts(viewer: Viewer) -> list[AidRound | Event]:
    """Emergencies and rounds marked as exercises that stand in none yet."""
    events = Event.objects.visible_to(viewer).filter(exercise=True, exercise_part=None)
    rounds = AidRound.objects.visible_to(viewer).filter(exercise=True, exercise_part=None)
    return [*events, *rounds]
