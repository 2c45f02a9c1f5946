"""profiles/sco against what was published: totals, orders, shares and chairs on known days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from registan.parties.models import Guest, Membership, Participation, State
from registan.parties.queries import (
    bodies_by_level,
    chairs_on,
    changes_of,
    circles_of,
    members,
    not_invited,
    shares_on,
    standing,
)

pytestmark = pytest.mark.usefixtures("organisation")
ADMISSION_OF_BELARUS = date(2024, 7, 4)


@pytest.mark.parametrize(
    ("day", "totals"),
    [
        (date(2001, 6, 14), {}),
        (date(2001, 6, 15), {"member": 6}),
        (date(2016, 4, 16), {"member": 6, "observer": 6, "dialogue_partner": 6}),
        (date(2020, 11, 10), {"member": 8, "observer": 4, "dialogue_partner": 6}),
        (date(2024, 7, 4), {"member": 10, "observer": 2, "dialogue_partner": 14}),
        (date(2025, 8, 31), {"member": 10, "observer": 2, "dialogue_partner": 14}),
        (date(2025, 9, 1), {"member": 10, "partner": 17}),
    ],
)
def test_as_many_states_stand_where_as_was_published(day: date, totals: dict[str, int]) -> None:
    assert Counter(row.type.key for row in standing(day)) == totals
    held = [row.state_id for row in standing(day)]
    assert len(held) == len(set(held))


def test_belarus_is_no_member_before_the_opening_of_the_meeting_that_admits_it() -> None:
    [admission] = changes_of(ADMISSION_OF_BELARUS)
    before = standing(ADMISSION_OF_BELARUS, admission.sequence - 1)
    assert [row.type.key for row in before if row.state.key == "BY"] == ["observer"]
    assert len(members(ADMISSION_OF_BELARUS, admission.sequence - 1)) == 9
    assert len(members(ADMISSION_OF_BELARUS, admission.sequence)) == 10
    assert len(members(ADMISSION_OF_BELARUS)) == 10
    assert len(members(date(2024, 7, 3))) == 9


def test_a_standing_has_dates_of_decision_signature_and_effect() -> None:
    armenia = Membership.objects.get(state__key="AM", type__key="dialogue_partner")
    assert (armenia.decided_on, armenia.signed_on, armenia.since, armenia.until) == (
        date(2015, 7, 10), date(2016, 4, 16), date(2016, 4, 16), date(2025, 9, 1),
    )  # fmt: skip
    assert armenia.source
    assert not armenia.to_be_verified
    assert Membership.objects.get(state__key="SA", type__key="dialogue_partner").to_be_verified


def test_states_stand_in_the_order_of_each_language() -> None:
    day = date(2024, 12, 31)
    russian = ["BY", "IN", "IR", "KZ", "CN", "KG", "PK", "RU", "TJ", "UZ"]
    english = ["BY", "CN", "IN", "IR", "KZ", "KG", "PK", "RU", "TJ", "UZ"]
    assert [state.key for state in members(day, lang="ru")] == russian
    assert [state.key for state in members(day, lang="zh")] == russian  # as the Charter in Chinese
    assert [state.key for state in members(day, lang="en")] == english


def test_shares_are_those_of_the_day_and_a_whole_table_sums_to_100() -> None:
    before, after = shares_on(date(2024, 12, 31)), shares_on(date(2025, 1, 1))
    keys = {state.key: state.pk for state in State.objects.all()}
    assert before[keys["KZ"]].percent == Decimal("16.4")
    assert before[keys["KG"]].percent == Decimal("8.8")
    assert len(before) == 2
    assert not any(share.complete for share in before.values())
    assert after[keys["KZ"]].percent == Decimal("15.2")
    assert after[keys["KG"]].percent == Decimal("7.6")
    assert sum(share.percent for share in after.values()) == 100
    assert set(after) == {state.pk for state in members(date(2025, 1, 1))}


def test_bodies_have_chairs_of_their_own_on_one_day() -> None:
    chairs = {row.body.key: row.state.key for row in chairs_on(date(2018, 4, 5)).values()}
    assert chairs == {"CHS": "CN", "CHG": "TJ", "RATS_COUNCIL": "KG"}


def test_a_presidency_runs_from_meeting_to_meeting_and_not_by_years() -> None:
    for day in (date(2019, 6, 14), date(2020, 1, 1), date(2020, 11, 9)):
        assert {row.body.key: row.state.key for row in chairs_on(day).values()}["CHS"] == "RU"
    chairs = chairs_on(date(2020, 11, 10)).values()
    assert {row.body.key: row.state.key for row in chairs}["CHS"] == "TJ"


def test_a_state_keeps_its_standing_while_it_is_not_invited() -> None:
    afghanistan = State.objects.get(key="AF")
    day = date(2022, 1, 1)
    assert [row.type.key for row in standing(day) if row.state == afghanistan] == ["observer"]
    assert not_invited(day) == {afghanistan.pk}
    assert not_invited(date(2021, 1, 1)) == set()
    assert Participation.objects.get().state == afghanistan
    assert circles_of(frozenset({"AF"}), day) == frozenset()  # no papers of partners either
    assert circles_of(frozenset({"MN"}), day) == {"partners"}
    assert circles_of(frozenset({"KZ", "MN"}), day) == {"members", "partners"}


def test_a_guest_is_one_at_a_meeting_and_has_no_standing() -> None:
    guest = Guest.objects.get(sitting__number=19)
    assert (guest.state.key, guest.sitting.body.key) == ("TM", "CHG")
    assert "TM" not in {row.state.key for row in standing(guest.sitting.since or date.min)}


def test_bodies_stand_on_several_levels() -> None:
    depths = {body.key: body.depth for body in bodies_by_level()}  # type: ignore[attr-defined]
    assert (depths["CHS"], depths["CHG"], depths["CNC"]) == (0, 1, 2)
    assert (depths["RATS_COUNCIL"], depths["RATS_EC"]) == (1, 2)
    assert len(depths) == 46
