"""7-1-7 of an emergency and the register of bottlenecks, as a reader may see them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from registan.health.models import (
    Bottleneck,
    BottleneckStatus,
    Evidence,
    Level,
    Nature,
    NoticeKind,
    Timeliness,
)
from registan.kernel.timeliness.notice import NoticeClocks, notice_clocks
from registan.kernel.timeliness.reading import (
    ACTIONS,
    DETECTION,
    NOTIFICATION,
    RESPONSE,
    Interval,
    Reading,
    read,
)
from registan.kernel.timeliness.spans import span_of
from registan.ledger.kept import kept
from registan.parties.queries import in_order, organisation
from registan.plans.queries.additions import measures_from
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from registan.health.models import Event
    from registan.health.queries.events import Thread
    from registan.ledger.audience import Viewer
    from registan.plans.models import Measure

NOTICE = "notice"
INTERVALS = (DETECTION, NOTIFICATION, RESPONSE, NOTICE)
MOST = 500
EVIDENCE: list[str] = list(Evidence.values)
LEVELS: list[str] = list(Level.values)
NATURES: list[str] = list(Nature.values)
STATUSES: list[str] = list(BottleneckStatus.values)
ENABLER = "enabler"


@dataclass(frozen=True)
class Timed:
    """An emergency by its clocks: the newest version that the reader sees, and those before it."""

    versions: tuple[Timeliness, ...]
    reading: Reading | None
    notice: NoticeClocks | None

    @property
    def newest(self) -> Timeliness | None:
        return self.versions[0] if self.versions else None


class Told(Protocol):
    """A day as typed."""

    @property
    def day(self) -> str: ...

    @property
    def left_out(self) -> bool: ...


@dataclass(frozen=True)
class Wanted:
    """What is asked of the register; empty fields ask nothing."""

    state: str = ""
    interval: str = ""
    level: str = ""
    cause: str = ""
    nature: str = ""
    status: str = ""


def causes() -> Mapping[str, Mapping[str, str]]:
    """key -> names of the root causes, in the order of the profile."""
    return kept("causes of bottlenecks", _causes)


def _causes() -> dict[str, Mapping[str, str]]:
    found = organisation()
    told = (found.rules.get("timeliness") or {}) if found else {}
    return {row["key"]: row["names"] for row in told.get("causes", [])}


def timed(found: Thread, viewer: Viewer, now: datetime) -> Timed:
    """Versions newest first, what the rules make of the newest, and the clock of the notice."""
    rows = Timeliness.objects.visible_to(viewer).filter(event=found.event).order_by("-n")
    versions = tuple(rows.prefetch_related("marks__submission", "marks__signal"))
    return Timed(versions, reading_of(versions[0]) if versions else None, _notice(found, now))


def reading_of(version: Timeliness) -> Reading:
    """The four points and the intervals by the version's own rule."""
    marks = version.marks.all()
    days = {each.mark: span_of(each.day) for each in marks if each.day}
    return read(version.rule, days, [each.mark for each in marks if each.is_left_out])


def _notice(found: Thread, now: datetime) -> NoticeClocks | None:
    """The fourth clock: the hours of assessment and notification together, then those of reading."""
    event, rules = found.event, found.rules
    if rules is None:
        return None
    first = next(
        (each for each in found.notices if each.notice.kind == NoticeKind.NOTIFICATION), None
    )
    told_at = first.notice.made_at if first else None
    if told_at is None and event.closed_at:
        return None
    rows = {each.state.key: each for each in first.deliveries} if first else {}
    order = in_order([each.state for each in rows.values()])
    return notice_clocks(
        event.aware_at, told_at, {state.key: rows[state.key].read_at for state in order},
        hours=rules.hours["assessment"] + rules.hours["notification"],
        reading_hours=rules.hours["reading"], now=now,
    )  # fmt: skip


def bottlenecks_of(event: Event, viewer: Viewer) -> list[tuple[Bottleneck, Measure | None]]:
    """Those of one emergency in the order recorded, each with the measure it became."""
    rows = Bottleneck.objects.visible_to(viewer).filter(event=event).order_by("n")
    return _with_measures(list(rows.select_related("event", "state", "body")), viewer)


def has_bottlenecks(event: Event) -> bool:
    """Whether anything is there to be followed."""
    return Bottleneck.objects.filter(event=event, is_enabler=False).exists()


def bottlenecks(
    viewer: Viewer, wanted: Wanted, *, exercise: bool = False
) -> list[tuple[Bottleneck, Measure | None]]:
    """The register, newest first; of real emergencies or of exercises, never both. At most 500."""
    rows = Bottleneck.objects.visible_to(viewer).filter(event__exercise=exercise)
    asked = {
        "event__state__key": wanted.state, "interval": wanted.interval, "level": wanted.level,
        "cause": wanted.cause, "nature": wanted.nature,
    }  # fmt: skip
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    if wanted.status:
        is_enabler = wanted.status == ENABLER
        rows = rows.filter(is_enabler=is_enabler)
        rows = rows if is_enabler else rows.filter(status=wanted.status)
    return _with_measures(list(rows.select_related("event__state", "state", "body")[:MOST]), viewer)


def _with_measures(
    rows: list[Bottleneck], viewer: Viewer
) -> list[tuple[Bottleneck, Measure | None]]:
    made = measures_from([row.urn for row in rows], viewer) if rows else {}
    return [(row, made.get(row.urn)) for row in rows]


def find_bottleneck(key: str, viewer: Viewer) -> tuple[Bottleneck, Measure | None]:
    """The bottleneck with this key, with the measure that it became. Raises NotThere."""
    event, _, n = key.rpartition("-b")
    if not (n.isascii() and n.isdigit() and len(n) < 6):
        raise NotThere
    rows = Bottleneck.objects.visible_to(viewer).filter(event__key=event, n=int(n))
    found = rows.select_related("event__state", "state", "body").first()
    if found is None:
        raise NotThere
    return found, measures_from([found.urn], viewer).get(found.urn)


def reading_said(rule: str, days: Mapping[str, Told]) -> tuple[Interval, ...]:
    """What the rules would make of days as typed; what is no day counts for nothing."""
    known = {}
    for mark, told in days.items():
        with suppress(ValueError):
            known[mark] = span_of(told.day)
    left_out = [mark for mark, told in days.items() if told.left_out and mark not in known]
    return read(rule, known, [mark for mark in left_out if mark in ACTIONS]).intervals
