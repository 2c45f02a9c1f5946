"""Exercises: opened, what is played in them, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.health.acts.conditions import in_all_languages
from registan.health.models import AidRound, Event, Exercise, ExercisePart
from registan.ledger.act import Refused, act
from registan.parties.permissions import require

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from registan.parties.models import Mandate

POWER = "exercises.run"


@act("health.exercise.opened")
def open_exercise(
    by: Mandate, *, names: Mapping[str, str], starts_on: date, ends_on: date, now: datetime,
    illustrative: bool = False,
) -> Exercise:  # fmt: skip
    """Open an exercise: what is pledged, activated, assessed or asked for in it is never real."""
    require(by, POWER, now)
    if ends_on < starts_on:
        raise Refused("window_backwards", field="ends_on")
    last = Exercise.objects.order_by("-number").first()
    return Exercise.objects.create(
        number=last.number + 1 if last else 1, names=in_all_languages(names, "names"),
        starts_on=starts_on, ends_on=ends_on, illustrative=illustrative, made_at=now,
    )  # fmt: skip


@act("health.exercise.part_added")
def add_part(
    by: Mandate, exercise: Exercise, part: AidRound | Event, *, now: datetime
) -> ExercisePart:
    """Say that an emergency or a round of assistance is played in the exercise.

    Only what was marked as an exercise when it began: what is real can never become one.
    """
    require(by, POWER, now)
    held = hold_exercise(exercise)
    if not part.exercise:
        raise Refused("part_is_real", field="part")
    what = {"event": part} if isinstance(part, Event) else {"aid": part}
    if ExercisePart.objects.filter(**what).exists():
        raise Refused("part_elsewhere", field="part", status=409)
    return ExercisePart.objects.create(exercise=held, made_at=now, **what)


@act("health.exercise.closed")
def close_exercise(by: Mandate, exercise: Exercise, *, now: datetime) -> Exercise:
    """Close an exercise: nothing more is pledged or activated in it. What was stays in sight."""
    require(by, POWER, now)
    held = hold_exercise(exercise)
    held.closed_at = now
    held.save(update_fields=["closed_at"])
    return held


def hold_exercise(exercise: Exercise) -> Exercise:
    """The exercise as it stands now, held until the act is done. Refuses a closed one."""
    held = Exercise.objects.select_for_update().get(pk=exercise.pk)
    if not held.is_open:
        raise Refused("exercise_closed", field="exercise", status=409)
    return held
