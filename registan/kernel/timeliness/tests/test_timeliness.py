"""7-1-7 by worked cases and by properties; the fourth clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registan.kernel.timeliness.notice import notice_clocks
from registan.kernel.timeliness.reading import (
    ACTIONS,
    ANIMAL,
    AWAITED,
    ENDEMIC,
    EXCEEDED,
    FAULT,
    MARKS,
    MET,
    NON_ENDEMIC,
    NOT_APPLICABLE,
    OTHER,
    RULES,
    STARTS,
    UNDECIDED,
    Reading,
    read,
)
from registan.kernel.timeliness.spans import Span, days_between, earliest, latest, span_of

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SPANS = st.tuples(DAYS, DAYS).map(lambda two: Span(min(two), max(two)))


def reading(rule: str, *left_out: str, **days: str) -> Reading:
    return read(rule, {mark: span_of(text) for mark, text in days.items()}, left_out)


def standings(found: Reading) -> dict[str, str]:
    return {each.name: each.standing for each in found.intervals}


def lengths(found: Reading) -> dict[str, tuple[int | None, int | None]]:
    return {each.name: (each.least, each.most) for each in found.intervals}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-05", date(2026, 3, 5), date(2026, 3, 5)),
        (" 2026-W01 ", date(2025, 12, 29), date(2026, 1, 4)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_may_be_known_to_the_week_the_month_or_the_year(
    text: str, first: date, last: date
) -> None:
    assert span_of(text) == Span(first, last)


@pytest.mark.parametrize(
    "text",
    ["", "2026-13", "2026-02-30", "2026-W54", "2025-W53", "2026-W00", "2026-00", "0000", "26-03-05",
     "2026-3-5", "05.03.2026", "2026-03-05T10:00", "٢٠٢٦", "today"],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        span_of(text)


def test_a_span_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="before the first"):
        Span(date(2026, 1, 2), date(2026, 1, 1))


def test_an_endemic_disease_emerges_on_the_day_its_threshold_is_crossed() -> None:
    found = reading(ENDEMIC, threshold="2026-03-04", detected="2026-03-11")
    assert lengths(found)["detection"] == (7, 7)
    assert standings(found)["detection"] == MET
    assert found.used["emergence"] == "threshold"


def test_of_weekly_data_it_is_the_last_day_of_that_week() -> None:
    found = reading(ENDEMIC, threshold="2026-W10", detected="2026-03-16")
    assert found.emergence == span_of("2026-03-08")
    assert lengths(found)["detection"] == (8, 8)
    assert standings(found)["detection"] == EXCEEDED


def test_a_week_is_a_span_where_the_rule_counts_no_weeks() -> None:
    found = reading(OTHER, exposed_symptom="2026-W10", detected="2026-03-11")
    assert lengths(found)["detection"] == (3, 9)
    assert standings(found)["detection"] == UNDECIDED


def test_a_new_disease_emerges_with_the_first_symptom_of_the_index_or_of_a_linked_case() -> None:
    found = reading(NON_ENDEMIC, index_symptom="2026-03-09", linked_symptom="2026-03-02",
                    detected="2026-03-10")  # fmt: skip
    assert found.used["emergence"] == "linked_symptom"
    assert lengths(found)["detection"] == (8, 8)


def test_among_animals_the_death_counts_only_where_no_symptom_was_seen() -> None:
    both = reading(ANIMAL, animal_symptom="2026-03-05", animal_death="2026-03-01")
    assert (both.emergence, both.used["emergence"]) == (span_of("2026-03-05"), "animal_symptom")
    dead = reading(ANIMAL, animal_death="2026-03-01")
    assert (dead.emergence, dead.used["emergence"]) == (span_of("2026-03-01"), "animal_death")


def test_a_mark_of_another_rule_starts_nothing() -> None:
    found = reading(ANIMAL, threshold="2026-03-01", detected="2026-03-02")
    assert found.emergence is None
    assert standings(found)["detection"] == AWAITED


def test_notification_is_the_earliest_level() -> None:
    found = reading(OTHER, detected="2026-03-10", notified_national="2026-03-13",
                    notified_district="2026-03-11")  # fmt: skip
    assert found.used["notification"] == "notified_district"
    assert lengths(found)["notification"] == (1, 1)
    assert standings(found)["notification"] == MET


def test_early_response_ends_with_the_latest_of_the_actions_that_apply() -> None:
    done = {name: f"2026-03-{12 + place}" for place, name in enumerate(ACTIONS[:6])}
    found = reading(OTHER, "coordination", notified_district="2026-03-11", **done)
    assert found.completion == span_of("2026-03-17")
    assert found.used["completion"] == "communication"
    assert standings(found)["response"] == MET
    assert lengths(found)["first_action"] == (1, 1)


def test_an_action_that_is_neither_done_nor_left_out_keeps_the_response_open() -> None:
    done = dict.fromkeys(ACTIONS[:6], "2026-03-12")
    found = reading(OTHER, notified_district="2026-03-11", **done)
    assert found.completion is None
    assert found.awaited == ("coordination",)
    assert standings(found)["response"] == AWAITED
    assert standings(found)["first_action"] == MET


def test_where_no_action_was_called_for_there_is_nothing_to_time() -> None:
    found = reading(OTHER, *ACTIONS, notified_district="2026-03-11")
    assert standings(found)["response"] == NOT_APPLICABLE
    assert standings(found)["first_action"] == NOT_APPLICABLE


def test_an_end_before_its_start_is_a_fault_and_no_speed() -> None:
    found = reading(OTHER, exposed_symptom="2026-03-10", detected="2026-03-09")
    assert standings(found)["detection"] == FAULT
    assert [each.name for each in found.faults] == ["detection"]
    assert lengths(found)["detection"] == (-1, -1)


def test_days_known_in_part_decide_only_what_they_can() -> None:
    far = reading(OTHER, exposed_symptom="2026-01", detected="2026-03")
    assert standings(far)["detection"] == EXCEEDED
    assert lengths(far)["detection"] == (29, 89)
    same = reading(OTHER, exposed_symptom="2026-03", detected="2026-03")
    assert lengths(same)["detection"] == (0, 30)
    assert standings(same)["detection"] == UNDECIDED


@pytest.mark.parametrize(
    ("rule", "days", "left_out"),
    [
        ("sporadic", {}, ()),
        (OTHER, {"noticed": "2026"}, ()),
        (OTHER, {}, ("detected",)),
        (OTHER, {"laboratory": "2026-03-01"}, ("laboratory",)),
    ],
)
def test_what_the_rules_do_not_know_is_refused(
    rule: str, days: dict[str, str], left_out: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match=r"."):
        reading(rule, *left_out, **days)


@UNTIMED
@given(st.sampled_from(RULES), st.dictionaries(st.sampled_from(MARKS), SPANS))
def test_every_set_of_days_has_an_answer(rule: str, days: dict[str, Span]) -> None:
    found = read(rule, days)
    assert [each.name for each in found.intervals] == list(standings(found))
    for each in found.intervals:
        known = each.start is not None and each.end is not None
        assert (each.standing != AWAITED) == known
        if each.least is not None and each.most is not None:
            assert each.least <= each.most
            assert (each.standing == FAULT) == (each.most < 0)
            assert each.standing == FAULT or each.least >= 0
    assert set(found.awaited) == set(ACTIONS) - set(days)
    assert (found.emergence is not None) == bool(set(STARTS[rule]) & set(days))


@UNTIMED
@given(st.sampled_from(RULES), st.dictionaries(st.sampled_from(MARKS), DAYS), st.data())
def test_knowing_less_never_turns_met_into_exceeded(
    rule: str, days: dict[str, date], data: st.DataObject
) -> None:
    """A span around each day: what is certain of it is certain of the day within."""
    exact = read(rule, {mark: Span(day, day) for mark, day in days.items()})
    wide = {}
    for mark, day in days.items():
        before, after = data.draw(st.tuples(st.integers(0, 20), st.integers(0, 20)))
        wide[mark] = Span(day - timedelta(days=before), day + timedelta(days=after))
    for sure, vague in zip(exact.intervals, read(rule, wide).intervals, strict=True):
        if _turned_a_week_into_its_last_day(rule, wide, vague.name):
            continue
        if sure.most is not None and sure.least is not None and sure.standing != FAULT:
            assert vague.least is not None
            assert vague.most is not None
            assert vague.least <= sure.least <= sure.most <= vague.most
        if vague.standing in {MET, EXCEEDED, FAULT} and sure.standing != FAULT:
            assert vague.standing == sure.standing


def _turned_a_week_into_its_last_day(rule: str, wide: dict[str, Span], name: str) -> bool:
    span = wide.get("threshold")
    return bool(
        rule == ENDEMIC and name == "detection" and span and span.first.isoweekday() == 1
        and (span.last - span.first).days == 6
    )  # fmt: skip


@UNTIMED
@given(st.lists(SPANS, min_size=1), st.integers(-400, 400))
def test_days_moved_together_keep_their_distance(spans: list[Span], by: int) -> None:
    move = timedelta(days=by)
    moved = [Span(each.first + move, each.last + move) for each in spans]
    assert days_between(earliest(spans), latest(spans)) == days_between(
        earliest(moved), latest(moved)
    )
    first, last = earliest(spans), latest(spans)
    assert all(first.first <= each.first and first.last <= each.last for each in spans)
    assert all(last.first >= each.first and last.last >= each.last for each in spans)


@UNTIMED
@given(st.permutations(ACTIONS), st.lists(DAYS, min_size=7, max_size=7))
def test_completion_does_not_ask_in_which_order_actions_are_told(
    order: list[str], days: list[date]
) -> None:
    told = {name: Span(day, day) for name, day in zip(ACTIONS, days, strict=True)}
    other = {name: told[name] for name in order}
    assert read(OTHER, told) == read(OTHER, other)
    assert read(OTHER, told).completion == Span(max(days), max(days))


KNOWN = datetime(2026, 3, 1, 8, tzinfo=UTC)


def test_the_fourth_clock_runs_from_knowing_to_telling_and_to_each_receipt() -> None:
    told = KNOWN + timedelta(hours=73)
    found = notice_clocks(
        KNOWN, told, {"CN": told + timedelta(hours=3), "IN": None}, hours=72, reading_hours=24,
        now=told + timedelta(hours=25),
    )  # fmt: skip
    assert found.notice
    assert (found.notice.standing, found.notice.taken) == ("exceeded", timedelta(hours=73))
    assert {party: each.standing for party, each in found.receipts.items()} == {
        "CN": "met", "IN": "late",
    }  # fmt: skip


def test_before_the_notice_no_receipt_is_owed() -> None:
    found = notice_clocks(
        KNOWN, None, {"CN": None}, hours=72, reading_hours=24, now=KNOWN + timedelta(hours=1)
    )
    assert found.notice
    assert found.notice.standing == "running"
    assert found.receipts == {}


def test_told_before_it_was_known_is_a_fault() -> None:
    found = notice_clocks(
        KNOWN, KNOWN - timedelta(minutes=1), {}, hours=72, reading_hours=24, now=KNOWN
    )
    assert found.is_fault
