"""7-1-7 in words and bands: the four clocks as rows, the days with their evidence, versions, CSV."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from registan.health.queries.timeliness import INTERVALS, NOTICE, causes
from registan.health.views.event_words import LOOKS as CLOCK_LOOKS
from registan.health.views.event_words import hours_in_words
from registan.kernel.draw.day_band import day_band
from registan.kernel.timeliness.reading import ACTIONS, DETECTED, FIRST_ACTION, NOTIFIED, STARTS
from registan.parties.queries import Names
from registan.plans.export.table import may_be_formula
from registan.web.templatetags.registan import day, moment
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from registan.health.models import Bottleneck, Event, Timeliness, TimelinessMark
    from registan.health.queries.timeliness import Timed
    from registan.kernel.emergency.clocks import Clock
    from registan.kernel.timeliness.reading import Interval
    from registan.kernel.timeliness.spans import Span

UTF8_MARK = b"\xef\xbb\xbf"
LOOKS = {
    "met": "done", "exceeded": "late", "undecided": "part", "awaited": "", "fault": "cannot",
    "not_applicable": "",
}  # fmt: skip
BANDS = {
    "met": "done",
    "exceeded": "apart",
    "undecided": "part",
    "running": "part",
    "late": "apart",
}


@dataclass(frozen=True)
class ClockRow:
    """One clock as the page shows it."""

    name: str
    start: str
    end: str
    taken: str
    limit: str
    standing: str
    look: str
    band: SafeString | None
    advice: bool = False


@dataclass(frozen=True)
class DayRow:
    """One mark of a version in words; `used`: it gave a point of the clocks."""

    name: str
    day: str
    evidence: str
    page: str
    pk: int | None
    reasons: Mapping[str, str]
    left_out: bool
    used: bool


def clock_rows(found: Timed, event: Event) -> list[ClockRow]:
    """Detection, notification, response, the advice on the first action, and the notice."""
    scale = _scale(found, event)
    rows = [_interval_row(each, scale) for each in found.reading.intervals] if found.reading else []
    if found.notice:
        rows.append(_notice_row(found.notice.notice, scale))
    return rows


def _scale(found: Timed, event: Event) -> tuple[date, date]:
    days = [localtime(event.aware_at).date()]
    if event.notified_at:
        days.append(localtime(event.notified_at).date())
    for each in found.reading.intervals if found.reading else ():
        for span in (each.start, each.end):
            days += [span.first, span.last] if span else []
    return min(days), max(days)


def _interval_row(each: Interval, scale: tuple[date, date]) -> ClockRow:
    band = None
    if each.start and each.end and each.standing in BANDS:
        band = _safe(day_band(
            (each.start.first, each.start.last), (each.end.first, each.end.last), each.limit, scale,
            BANDS[each.standing],
        ))  # fmt: skip
    return ClockRow(
        say(f"timeliness.interval.{each.name}"), span_in_words(each.start),
        span_in_words(each.end), taken_in_words(each), say("timeliness.days", n=each.limit),
        say(f"timeliness.standing.{each.standing}"), LOOKS[each.standing], band,
        each.name == FIRST_ACTION,
    )  # fmt: skip


def _notice_row(timer: Clock | None, scale: tuple[date, date]) -> ClockRow:
    name = say(f"timeliness.interval.{NOTICE}")
    if timer is None:
        fault = say("timeliness.standing.fault")
        return ClockRow(name, "", "", "", "", fault, LOOKS["fault"], None)
    hours = int((timer.due - timer.started).total_seconds() // 3600)
    band = None
    if timer.ended:
        begun, ended = localtime(timer.started).date(), localtime(timer.ended).date()
        band = _safe(
            day_band((begun, begun), (ended, ended), hours // 24, scale, BANDS[timer.standing])
        )
    return ClockRow(
        name, moment(timer.started), moment(timer.ended) if timer.ended else "",
        hours_in_words(timer.taken), say("timeliness.hours", n=hours),
        say(f"timeliness.notice.{timer.standing}"), CLOCK_LOOKS[timer.standing], band,
    )  # fmt: skip


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308  numbers and fixed words alone


def receipts_in_words(found: Timed) -> str:
    """How many addressees have confirmed, and by whom a receipt is awaited, in protocol order."""
    if not found.notice or not found.notice.receipts:
        return ""
    names = Names.load()
    receipts = found.notice.receipts
    awaited = [names.short(key) for key, timer in receipts.items() if not timer.is_over]
    told = say("timeliness.receipts", n=len(receipts) - len(awaited), m=len(receipts))
    if awaited:
        told += " " + say("timeliness.receipts.awaited", names=say("web.list").join(awaited))
    return told


def span_in_words(span: Span | None) -> str:
    """A day, or the first and last that it may be."""
    if span is None:
        return ""
    return day(span.first) if span.is_exact else f"{day(span.first)} — {day(span.last)}"


def taken_in_words(each: Interval) -> str:
    """Days, or the fewest and the most; nothing where an end is awaited."""
    if each.least is None or each.most is None:
        return ""
    if each.least == each.most:
        return say("timeliness.days", n=each.most)
    return say("timeliness.days_between", n=each.least, m=each.most)


def day_rows(version: Timeliness, used: set[str] | None = None) -> list[DayRow]:
    """All marks of the version's rule in order; one not told is awaited."""
    held = {each.mark: each for each in version.marks.all()}
    marks = (*STARTS.get(version.rule, ()), DETECTED, *NOTIFIED, *ACTIONS)
    return [_day_row(mark, held.get(mark), used or set()) for mark in marks]


def _day_row(mark: str, row: TimelinessMark | None, used: set[str]) -> DayRow:
    name = say(f"timeliness.mark.{mark}")
    if row is None:
        return DayRow(name, "", "", "", None, {}, False, False)
    if row.is_left_out:
        return DayRow(name, "", "", "", None, row.reasons, True, False)
    page = "submission" if row.submission_id else "signal" if row.signal_id else ""
    pk = row.submission_id or row.signal_id
    return DayRow(name, row.day, evidence_in_words(row), page, pk, {}, False, mark in used)


def evidence_in_words(row: TimelinessMark) -> str:
    reference = (
        f"№ {row.submission_id or row.signal_id}" if row.submission_id or row.signal_id else ""
    )
    return say("web.colon").join(
        (say(f"timeliness.evidence.{row.evidence}"), reference or row.reference)
    )


def owner_in_words(row: Bottleneck, names: Names) -> str:
    """The State or Body, with its office."""
    if not row.owner:
        return ""
    office = in_lang(row.offices) if row.offices else ""
    name = names.short(row.owner)
    return say("plans.office_of", state=name, office=office) if office else name


def cause_in_words(key: str) -> str:
    return in_lang(causes()[key]) if key in causes() else key


def timeliness_csv(found: Timed, event: Event) -> bytes:
    """Clocks and days of the newest version, a row each; spans as first and last day."""
    out = StringIO()
    write = csv.writer(out)
    write.writerow(["event", "version", "row", "name", "first", "last", "end_first", "end_last", "least",
                    "most", "limit", "unit", "standing", "evidence"])  # fmt: skip
    version = found.newest
    n = version.n if version else 0
    for each in found.reading.intervals if found.reading else ():
        write.writerow([event.key, n, "interval", each.name, *_ends(each.start), *_ends(each.end),
                        *("" if days is None else days for days in (each.least, each.most)), each.limit,
                        "day", each.standing, ""])  # fmt: skip
    for name, timer in _timers(found):
        hours = int((timer.due - timer.started).total_seconds() // 3600)
        ended = timer.ended.isoformat() if timer.ended else ""
        taken = round(timer.taken.total_seconds() / 3600, 2)
        write.writerow([event.key, n, "notice", name, timer.started.isoformat(), "", ended, "", taken,
                        taken, hours, "hour", timer.standing, ""])  # fmt: skip
    for row in version.marks.all() if version else ():
        named = row.submission or row.signal
        evidence = f"{row.evidence} {named.urn if named else row.reference}".strip()
        standing = "not_applicable" if row.is_left_out else "told"
        write.writerow([event.key, n, "day", row.mark, row.day, "", "", "", "", "", "", "", standing,
                        plain_cell(evidence)])  # fmt: skip
    return UTF8_MARK + out.getvalue().encode()


def plain_cell(text: str) -> str:
    """No cell is ever a formula."""
    return f"'{text}" if may_be_formula(text.lstrip("'")) else text


def _ends(span: Span | None) -> tuple[str, str]:
    return (span.first.isoformat(), span.last.isoformat()) if span else ("", "")


def _timers(found: Timed) -> list[tuple[str, Clock]]:
    if not found.notice:
        return []
    timers = [(NOTICE, found.notice.notice)] if found.notice.notice else []
    return timers + [(f"receipt {key}", timer) for key, timer in found.notice.receipts.items()]


def bottlenecks_csv(rows: list[tuple[Bottleneck, object]]) -> bytes:
    """The register as shown, a row each, in the reader's language."""
    out = StringIO()
    write = csv.writer(out)
    write.writerow(["key", "event", "state", "kind", "interval", "level", "cause", "nature", "term", "text",
                    "steps", "owner", "office", "due", "status", "measure", "illustrative"])  # fmt: skip
    for row, measure in rows:
        write.writerow([
            row.key, row.event.key, row.event.state.key, "enabler" if row.is_enabler else "bottleneck",
            row.interval, row.level, row.cause, row.nature,
            "immediate" if row.is_immediate else "longer", plain_cell(in_lang(row.texts)),
            plain_cell(in_lang(row.steps) if row.steps else ""), row.owner,
            plain_cell(in_lang(row.offices) if row.offices else ""), row.due or "",
            "" if row.is_enabler else row.status, measure or "", row.event.illustrative,
        ])  # fmt: skip
    return UTF8_MARK + out.getvalue().encode()


def interval_names() -> list[tuple[str, str]]:
    return [(each, say(f"bottleneck.interval.{each}")) for each in INTERVALS]
