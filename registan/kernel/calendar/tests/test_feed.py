from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar

from registan.kernel.calendar.feed import FOLD, Day, feed

STAMP = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def _read(*days: Day) -> tuple[bytes, list[object]]:
    raw = feed(days, name="План", product="-//Registan//Plans//EN", stamp=STAMP)
    return raw, list(Calendar.from_ical(raw).walk("VEVENT"))


def test_a_library_reads_back_what_was_written() -> None:
    day = Day(
        "m1@x",
        date(2026, 12, 1),
        date(2026, 12, 31),
        "1.1; мера, «текст»\nвторая строка",
        sequence=2,
    )
    _, (event,) = _read(day)
    assert event["SUMMARY"] == day.summary  # type: ignore[index]
    assert event["DTSTART"].dt == date(2026, 12, 1)  # type: ignore[index]
    assert event["DTEND"].dt == date(2027, 1, 1)  # type: ignore[index]
    assert event["SEQUENCE"] == 2  # type: ignore[index]


def test_lines_are_folded_at_75_octets_without_cutting_a_character() -> None:
    day = Day("m2@x", date(2026, 1, 1), date(2026, 1, 1), "措施" * 100, description="мера " * 90)
    raw, (event,) = _read(day)
    assert max(len(line) for line in raw.split(b"\r\n")) <= FOLD
    assert event["SUMMARY"] == "措施" * 100  # type: ignore[index]


def test_a_text_cannot_add_lines_of_its_own() -> None:
    day = Day(
        "m3@x", date(2026, 1, 1), date(2026, 1, 1), "x\r\nATTENDEE:mailto:a@b\r\nSTATUS:CONFIRMED"
    )
    raw, (event,) = _read(day)
    assert b"\r\nATTENDEE" not in raw
    assert "ATTENDEE" not in event  # type: ignore[operator]
    assert event["STATUS"] == "CONFIRMED"  # type: ignore[index]


def test_control_characters_are_left_out() -> None:
    raw, (event,) = _read(Day("m5@x", date(2026, 1, 1), date(2026, 1, 1), "a\x00b\x0bc\td\x7f"))
    assert event["SUMMARY"] == "abc\td"  # type: ignore[index]
    assert not {*raw} & {*range(9), 11, 12, *range(14, 32), 127}


def test_the_calendar_has_its_name_for_old_programs_and_new() -> None:
    raw = feed([], name="План 1", product="-//X//Y//EN", stamp=STAMP)
    calendar = Calendar.from_ical(raw)
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "План 1"
    assert calendar["VERSION"] == "2.0"


def test_a_measure_that_was_merged_is_cancelled() -> None:
    _, (event,) = _read(Day("m4@x", date(2026, 1, 1), date(2026, 1, 1), "x", cancelled=True))
    assert event["STATUS"] == "CANCELLED"  # type: ignore[index]
