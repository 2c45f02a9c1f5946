"""7-1-7: which day starts and which day ends each interval, and what the intervals come to.

Rules: 7-1-7 Alliance, digital toolkit, parts 2.2.1 to 2.2.6. Emergence to detection at most 7 days,
detection to notification 1, notification to the end of early response 7; the first action within
1 day is advice alone. Whole days, both of which may be known only in part (spans.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.timeliness.spans import Span, days_between, earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ENDEMIC, NON_ENDEMIC, ANIMAL, OTHER = "endemic", "non_endemic", "animal", "other"
# What each rule looks at, in the order in which it does.
STARTS: dict[str, tuple[str, ...]] = {
    ENDEMIC: ("threshold",),
    NON_ENDEMIC: ("index_symptom", "linked_symptom"),
    ANIMAL: ("animal_symptom", "animal_death"),
    OTHER: ("exposed_symptom",),
}
RULES = tuple(STARTS)
DETECTED = "detected"
# Authorities responsible for action; not the notice to WHO.
NOTIFIED = ("notified_district", "notified_national")
ACTIONS = (
    "investigation", "first_analysis", "laboratory", "case_management", "countermeasures",
    "communication", "coordination",
)  # fmt: skip
MARKS = (*(mark for marks in STARTS.values() for mark in marks), DETECTED, *NOTIFIED, *ACTIONS)

DETECTION, NOTIFICATION, RESPONSE, FIRST_ACTION = (
    "detection", "notification", "response", "first_action",
)  # fmt: skip
LIMITS = {DETECTION: 7, NOTIFICATION: 1, RESPONSE: 7, FIRST_ACTION: 1}
INTERVALS = tuple(LIMITS)

MET, EXCEEDED, UNDECIDED = "met", "exceeded", "undecided"
AWAITED, FAULT, NOT_APPLICABLE = "awaited", "fault", "not_applicable"


@dataclass(frozen=True)
class Interval:
    """From a start to an end: the fewest and the most days that the two can be apart.

    `least` and `most` are None where an end is not known; in a fault `most` is negative.
    """

    name: str
    limit: int
    start: Span | None
    end: Span | None
    least: int | None
    most: int | None
    standing: str


@dataclass(frozen=True)
class Reading:
    """What the rules make of the days given. `used` names the mark that gave each of the four points."""

    emergence: Span | None
    detection: Span | None
    notification: Span | None
    first_action: Span | None
    completion: Span | None
    used: Mapping[str, str]
    awaited: tuple[str, ...]
    intervals: tuple[Interval, ...]

    @property
    def faults(self) -> tuple[Interval, ...]:
        """Intervals that end before they begin: a mistake in the days, no speed."""
        return tuple(each for each in self.intervals if each.standing == FAULT)


def read(rule: str, days: Mapping[str, Span], not_applicable: Iterable[str] = ()) -> Reading:
    """The four points and the intervals by `rule`, from the days known.

    days: mark -> span; not_applicable: actions that the emergency did not call for. An action that is
    in neither is awaited, and early response is not complete before all are there.

    Raises ValueError for a rule or mark unknown, or an action both dated and not applicable.

    >>> from registan.kernel.timeliness.spans import span_of
    >>> told = {"threshold": span_of("2026-W10"), "detected": span_of("2026-03-12")}
    >>> each = read(ENDEMIC, told).intervals[0]
    >>> each.start.first.isoformat(), each.least, each.standing
    ('2026-03-08', 4, 'met')
    """
    left_out = frozenset(not_applicable)
    _check(rule, days, left_out)
    used: dict[str, str] = {}
    emergence = _emergence(rule, days, used)
    detection = days.get(DETECTED)
    notification = _first_of(NOTIFIED, days, "notification", used)
    first = _first_of(ACTIONS, days, "first_action", used)
    awaited = tuple(each for each in ACTIONS if each not in days and each not in left_out)
    done = [each for each in ACTIONS if each in days]
    completion = None if awaited or not done else latest(days[each] for each in done)
    if completion:
        used["completion"] = max(done, key=lambda each: (days[each].last, days[each].first))
    none_called_for = not awaited and not done
    intervals = (
        _interval(DETECTION, emergence, detection),
        _interval(NOTIFICATION, detection, notification),
        _interval(RESPONSE, notification, completion, none_called_for),
        _interval(FIRST_ACTION, notification, first, none_called_for),
    )
    return Reading(emergence, detection, notification, first, completion, used, awaited, intervals)


def _check(rule: str, days: Mapping[str, Span], left_out: frozenset[str]) -> None:
    if rule not in STARTS:
        raise ValueError(f"no such rule: {rule!r}")
    if strange := set(days) - set(MARKS):
        raise ValueError(f"no such mark: {min(strange)!r}")
    if others := left_out - set(ACTIONS):
        raise ValueError(f"only an action may be not applicable: {min(others)!r}")
    if both := left_out & set(days):
        raise ValueError(f"dated and not applicable: {min(both)!r}")


def _emergence(rule: str, days: Mapping[str, Span], used: dict[str, str]) -> Span | None:
    """Endemic: the day on which the threshold was crossed, of weekly data the last of that week.
    Non-endemic: first symptom of the index case or of the first linked one, whichever is earlier.
    Animal: first symptom, else death. Other exposure: first symptom of an exposed person.
    """
    known = [mark for mark in STARTS[rule] if mark in days]
    if not known:
        return None
    if rule == NON_ENDEMIC:
        return _first_of(STARTS[rule], days, "emergence", used)
    used["emergence"] = known[0]
    found = days[known[0]]
    is_week = (found.last - found.first).days == 6 and found.first.isoweekday() == 1
    return Span(found.last, found.last) if rule == ENDEMIC and is_week else found


def _first_of(
    marks: Iterable[str], days: Mapping[str, Span], point: str, used: dict[str, str]
) -> Span | None:
    known = [mark for mark in marks if mark in days]
    if not known:
        return None
    used[point] = min(known, key=lambda mark: (days[mark].first, days[mark].last))
    return earliest(days[mark] for mark in known)


def _interval(
    name: str, start: Span | None, end: Span | None, none_called_for: bool = False
) -> Interval:
    limit = LIMITS[name]
    if none_called_for:
        return Interval(name, limit, start, None, None, None, NOT_APPLICABLE)
    if start is None or end is None:
        return Interval(name, limit, start, end, None, None, AWAITED)
    least, most = days_between(start, end)
    if most < 0:
        return Interval(name, limit, start, end, least, most, FAULT)
    least = max(least, 0)  # an order that may be wrong is not yet known to be
    standing = MET if most <= limit else EXCEEDED if least > limit else UNDECIDED
    return Interval(name, limit, start, end, least, most, standing)
