"""What is counted and by which definition: who enters it, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from registan.health.acts.conditions import define_condition, state_definition
from registan.health.models import Condition
from registan.ledger.models import Entry
from registan.web.refusal import Refused
from registan.web.texts import say

if TYPE_CHECKING:
    from tests.cast import Cast

MEASLES = {"ru": "Корь", "zh": "麻疹", "en": "Measles"}


def measles(cast: Cast, **changes: str) -> Condition:
    facts = {"code": "measles", "period": "week", **changes}
    return define_condition(cast.secretariat, names=MEASLES, **facts)


def test_the_secretariat_enters_what_is_counted(cast: Cast) -> None:
    client = cast.client("secretariat")
    typed = {"code": "measles", "name_ru": "Корь", "name_zh": "麻疹", "name_en": "Measles",
             "period": "week", "audience": "members"}  # fmt: skip
    shown = client.post("/en/health/conditions/new/", typed)
    assert "You are about to act" in shown.content.decode()
    assert not Condition.objects.exists()
    done = client.post("/en/health/conditions/new/", {**typed, "confirmed": "1"}, follow=True)
    assert "Measles" in done.content.decode()
    assert Entry.objects.get(kind="health.condition.defined").record["period"] == "week"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "Me asles"}, "condition_code_malformed"),
        ({"period": "month"}, "period_unknown"),
        ({"audience": "friends"}, "audience_unknown"),
    ],
)
def test_what_cannot_be_a_condition_is_refused(
    cast: Cast, change: dict[str, str], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        measles(cast, **change)
    assert refused.value.code == code


def test_a_code_is_given_once_and_a_name_in_every_language(cast: Cast) -> None:
    measles(cast)
    with pytest.raises(Refused, match="condition_there"):
        measles(cast)
    with pytest.raises(Refused, match="name_missing"):
        define_condition(cast.secretariat, code="x", names={"ru": "Корь"}, period="week")


def test_a_state_cannot_enter_a_condition(cast: Cast) -> None:
    with pytest.raises(Refused, match="power_missing"):
        define_condition(cast.kz_filer, code="measles", names=MEASLES, period="week")
    assert cast.client("kz-filer").get("/en/health/conditions/new/").status_code == 403


def test_a_state_that_changes_its_definition_is_visible_to_the_others(cast: Cast) -> None:
    condition = measles(cast)
    state_definition(
        cast.secretariat, condition, texts={"en": "Rash and fever"}, since=date(2026, 1, 1)
    )
    state_definition(
        cast.kz_filer, condition, texts={"ru": "Только с анализом"}, since=date(2026, 6, 1)
    )
    shown = cast.client("cn-filer").get("/en/health/conditions/measles/").content.decode()
    assert "agreed-1" in shown
    assert "KZ-1" in shown
    assert "Только с анализом" in shown


def test_a_definition_never_reaches_back(cast: Cast) -> None:
    condition = measles(cast)
    state_definition(cast.kz_filer, condition, texts={"ru": "Сыпь"}, since=date(2026, 6, 1))
    with pytest.raises(Refused, match="definition_not_later"):
        state_definition(cast.kz_filer, condition, texts={"ru": "Иначе"}, since=date(2026, 6, 1))
    with pytest.raises(Refused, match="definition_missing"):
        state_definition(cast.kz_filer, condition, texts={"ru": " "}, since=date(2026, 7, 1))


def test_what_is_not_addressed_to_a_reader_is_not_there(cast: Cast) -> None:
    measles(cast)
    outside = cast.client("mn-reader")
    assert outside.get("/en/health/conditions/measles/").status_code == 404
    assert say("health.conditions.none", "en") in outside.get("/en/health/").content.decode()
