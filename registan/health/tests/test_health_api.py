"""Signals, methods and the situation for machines: the same readers, the same hidden figures, in pages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from registan.health.acts.alerts import confirm_signal
from registan.health.methods import EARS
from registan.health.models import Signal
from registan.health.tests.finding import in_force, propose, raised
from registan.health.tests.helping import aid, ask, item, monday
from registan.health.tests.sending import measles, send, weeks

if TYPE_CHECKING:
    from tests.cast import Cast

NUMBERS = ("expected", "upper", "score", "p", "q", "input_digest")


@pytest.fixture
def signal(cast: Cast) -> Signal:
    """KZ's last week stands above the bound; a week of three cases is hidden from others."""
    measles(cast)
    send(cast.kz_filer, weeks(11, 9, 3, 12, 40))
    return raised(in_force(cast))


def told(client: Client, address: str, status: int = 200) -> Any:
    answer = client.get(f"/api/health/{address}")
    assert answer.status_code == status, answer.content
    return answer.json()


def test_a_signal_is_told_to_its_state_and_not_to_others(cast: Cast, signal: Signal) -> None:
    (row,) = told(cast.client("kz-filer"), "signals")["rows"]
    assert (row["id"], row["count"], row["upper"]) == (signal.pk, 40, 9.25)
    assert row["input_digest"] == signal.input_digest
    for reader in (cast.client("cn-filer"), cast.client("mn-reader"), Client()):
        assert told(reader, "signals") == {"rows": [], "next": None}
        assert told(reader, f"signals/{signal.pk}", 404)["code"] == "not_there"


def test_an_alert_is_told_to_all_without_numbers_that_tell_a_hidden_week(
    cast: Cast, signal: Signal
) -> None:
    confirm_signal(cast.kz_filer, signal, reason="Samples agree")
    row = told(cast.client("cn-filer"), f"signals/{signal.pk}")
    assert (row["standing"], row["reason"]) == ("confirmed", "Samples agree")
    assert [row[name] for name in NUMBERS] == [None] * 6


def test_signals_come_in_pages_and_none_twice(cast: Cast, signal: Signal) -> None:
    for state, by in (("CN", cast.cn_filer), ("IN", cast.in_filer)):
        send(by, weeks(11, 9, 30, 12, 40, state=state))
        raised(signal.method, state)
    client, seen, before = cast.client("secretariat"), [], 0
    for _ in range(3):
        page = told(client, f"signals?limit=1&before={before}")
        seen += [row["id"] for row in page["rows"]]
        before = page["next"] or 0
    assert before == 0
    assert seen == sorted(Signal.objects.values_list("pk", flat=True), reverse=True)


@pytest.mark.parametrize("asked", ["standing=loud", "limit=0", "limit=101", "before=-1", "before=x",
                                   f"before={2**63}", "limit=many"])  # fmt: skip
def test_what_cannot_be_asked_gets_a_sentence(cast: Cast, asked: str) -> None:
    told_ = told(cast.client("kz-filer"), f"signals?{asked}", 422)
    assert told_["code"] == "parameters_invalid"
    assert asked.partition("=")[0] in told_["detail"]


def test_methods_are_told_with_content_and_digest(cast: Cast) -> None:
    now = in_force(cast)
    propose(cast.kz_filer, EARS)
    rows = told(cast.client("cn-filer"), "methods?lang=en")
    assert [row["n"] for row in rows] == [2, 1]
    assert (rows[1]["content"], rows[1]["digest"]) == (now.content, now.digest)
    assert (rows[1]["adopted_by"], rows[1]["standing"]) == ("CHS", "in_force")
    assert [row["n"] for row in told(Client(), "methods")] == [1], "proposals are for members"
    assert told(Client(), "methods/2", 404)["code"] == "not_there"
    assert told(Client(), "methods/1")["reason"]


def test_the_situation_tells_who_is_awaited_and_what_is_asked_for(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(6, 7))
    item(cast)
    ask(cast.kz_filer, aid(cast))
    ask(cast.in_filer, aid(cast, exercise=True))
    found = told(cast.client("cn-filer"), "situation?lang=en")
    (picture,) = found["conditions"]
    assert picture["name"] == "Measles"
    assert "CN" in picture["awaited"]
    assert "KZ" not in picture["awaited"]
    assert [row["state"] for row in found["requests"]] == ["KZ"]
    assert [row["state"] for row in found["exercises"]] == ["IN"]
    assert found["requests"][0]["unit"] == "box"
    assert found["requests"][0]["lacking"] == found["requests"][0]["quantity"]
    nobody = told(Client(), "situation")
    assert (nobody["conditions"], nobody["requests"], nobody["exercises"]) == ([], [], [])


def test_a_request_whose_weeks_are_over_is_no_longer_open(cast: Cast) -> None:
    item(cast)
    old = aid(cast, starts_on=monday() - timedelta(weeks=3))
    ask(cast.kz_filer, old, first_week=0, last_week=2)
    ask(cast.kz_filer, old, first_week=0, last_week=3)
    rows = told(cast.client("cn-filer"), "situation")["requests"]
    assert [row["number"] for row in rows] == [2]
