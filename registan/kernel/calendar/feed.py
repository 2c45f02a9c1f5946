"""Days of an organisation as an iCalendar feed (RFC 5545, RFC 7986).

Own code because a feed is asked for every few minutes by every reader's calendar: written as text it
costs a twentieth of what building objects costs (bench/). The tests read it back with a library.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLD = 75  # octets in a line, RFC 5545 section 3.1
# TEXT of section 3.3.11: no control characters but the tab; a line end is written as \n.
_ESCAPES = str.maketrans(
    {**dict.fromkeys([*range(9), *range(11, 32), 127]),
     "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
)  # fmt: skip


@dataclass(frozen=True)
class Day:
    """One all-day event. `uid` never changes; `sequence` rises with each change of the date."""

    uid: str
    start: date
    end: date  # last day, included
    summary: str
    description: str = ""
    url: str = ""
    sequence: int = 0
    cancelled: bool = False


def feed(days: Iterable[Day], *, name: str, product: str, stamp: datetime) -> bytes:
    """A VCALENDAR as UTF-8 bytes with CRLF. `stamp` is the time of the last change (DTSTAMP).

    >>> feed([], name="Plan", product="-//X//Y//EN", stamp=datetime(2026, 1, 2, tzinfo=UTC))[:15]
    b'BEGIN:VCALENDAR'
    """
    moment = stamp.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{product}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ]
    for day in days:
        lines += _event(day, moment)
    lines.append("END:VCALENDAR")
    return "".join(folded for line in lines for folded in _fold(line)).encode()


def _event(day: Day, moment: str) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{day.uid}",
        f"DTSTAMP:{moment}",
        f"LAST-MODIFIED:{moment}",
        f"SEQUENCE:{day.sequence}",
        f"DTSTART;VALUE=DATE:{day.start:%Y%m%d}",
        # DTEND is exclusive (section 3.6.1).
        f"DTEND;VALUE=DATE:{day.end + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(day.summary)}",
        "TRANSP:TRANSPARENT",
    ]
    if day.description:
        lines.append(f"DESCRIPTION:{_text(day.description)}")
    if day.url:
        lines.append(f"URL:{day.url}")
    lines.append("STATUS:CANCELLED" if day.cancelled else "STATUS:CONFIRMED")
    lines.append("END:VEVENT")
    return lines


def _text(words: str) -> str:
    return words.translate(_ESCAPES)


def _fold(line: str) -> Iterator[str]:
    """Content line in pieces of at most 75 octets, never inside a character."""
    if len(line) * 4 <= FOLD or len(line.encode()) <= FOLD:
        yield line + "\r\n"
        return
    piece, size = "", 0
    for char in line:
        width = 1 if char < "\x80" else len(char.encode())
        if size + width > FOLD:
            yield piece + "\r\n"
            piece, size = " ", 1
        piece += char
        size += width
    yield piece + "\r\n"
