"""Annex 2 against its own table, the edges of the clocks, contacts and figures told apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from registan.kernel.emergency.annex2 import ANSWERS, QUESTIONS, suggest
from registan.kernel.emergency.clocks import clock
from registan.kernel.emergency.contacts import contact_in

START = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("answers", list(product(ANSWERS, repeat=4)))
def test_two_yes_notify_and_only_what_is_unknown_leaves_it_open(answers: tuple[str, ...]) -> None:
    given = dict(zip(QUESTIONS, answers, strict=True))
    found = suggest("second", given)
    can_be_yes = [suggest("", given | {q: "yes" for q, a in given.items() if a == "unknown"})]
    if answers.count("yes") >= 2:
        assert found.outcome == "notify"
    else:
        assert found.outcome == ("open" if can_be_yes[0].outcome == "notify" else "not_required")
    assert suggest("always", given).outcome == "notify"


@pytest.mark.parametrize("answers", [{}, {"serious": "yes"}, dict.fromkeys(QUESTIONS, "perhaps")])
def test_a_question_left_out_or_an_answer_that_is_none_is_a_mistake(
    answers: dict[str, str],
) -> None:
    with pytest.raises(ValueError, match="four questions"):
        suggest("", answers)


@pytest.mark.parametrize(
    ("ended", "now", "standing"),
    [
        (None, START + 24 * HOUR, "running"),
        (None, START + 24 * HOUR + timedelta(seconds=1), "late"),
        (START + 24 * HOUR, START + 99 * HOUR, "met"),
        (START + 25 * HOUR, START + 25 * HOUR, "exceeded"),
    ],
)
def test_a_clock_stands_in_one_of_four_ways(
    ended: datetime | None, now: datetime, standing: str
) -> None:
    found = clock("notification", START, ended, 24, now)
    assert (found.standing, found.due) == (standing, START + 24 * HOUR)


def test_an_end_before_the_start_is_a_mistake_in_the_data() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        clock("reading", START, START - HOUR, 24, START)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to duty@example.org today", "duty@example.org"),
        ("тел. 8 (701) 123-45-67", "8 (701) 123-45-67"),
        ("880101300123", "880101300123"),
        ("12 345 678 people live there; 41 cases, 7 deaths", ""),
        ("From 2026-10-01 to 2026-10-05 14:30: 120 cases", ""),
    ],
)
def test_contacts_are_found_and_figures_are_not(text: str, found: str) -> None:
    assert contact_in(text) == found
