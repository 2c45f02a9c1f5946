"""The page gate gives an answer again only where it would be made the same again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from registan.parties.acts import withdraw_mandate
from registan.parties.middleware import CHOSEN
from tests.cast import PLAN, enrol, signed_in

if TYPE_CHECKING:
    from tests.cast import Cast

TABLE = f"/en/plans/{PLAN}/table/"
MEASURES = f"/api/plans/{PLAN}/measures?lang=en"
GIVEN_AGAIN = 2  # statements: the session, and how many acts there were


def statements(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def is_given_again(client: Client, address: str) -> bool:
    """Asked twice: between two requests the minute may turn."""
    return GIVEN_AGAIN in {statements(client, address), statements(client, address)}


@pytest.mark.parametrize("address", [TABLE, MEASURES])
def test_an_answer_is_given_again_in_two_statements(cast: Cast, address: str) -> None:
    client = cast.client("kz-filer")
    first = client.get(address)
    assert is_given_again(client, address)
    again = client.get(address)
    assert dict(again.items()) == dict(first.items())
    assert len(again.content) == len(first.content)


def test_an_act_makes_the_answer_anew(cast: Cast) -> None:
    client = cast.client("kz-filer")
    client.get(TABLE)
    cast.act_again()
    assert statements(client, TABLE) > GIVEN_AGAIN
    assert is_given_again(client, TABLE)


def test_another_session_and_the_public_get_answers_of_their_own(cast: Cast) -> None:
    cast.client("kz-filer").get(TABLE)
    other = cast.client("in-filer")
    assert "in-filer" in other.get(TABLE).text
    assert Client().get(TABLE).status_code == 404


def test_who_has_signed_out_gets_nothing_that_was_kept(cast: Cast) -> None:
    client = cast.client("kz-filer")
    client.get(TABLE)
    held = client.cookies["sessionid"].value
    client.logout()
    client.cookies["sessionid"] = held
    assert client.get(TABLE).status_code == 404


def test_a_mandate_that_is_withdrawn_takes_the_answer_with_it(cast: Cast) -> None:
    by = enrol("kz-second", ("reports.draft",), "KZ", now=timezone.now() - timedelta(days=1))
    client = signed_in(by)
    assert client.get(TABLE).status_code == 200
    withdraw_mandate(cast.kz_administrator, by)
    assert client.get(TABLE).status_code == 404


def test_nothing_is_kept_beyond_the_end_of_a_mandate(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now().replace(second=10, microsecond=0)
    monkeypatch.setattr(timezone, "now", lambda: now)
    for ends_in, is_kept in ((20, False), (50, True)):
        by = enrol(
            f"kz-{ends_in}", ("reports.draft",), "KZ", now=now - timedelta(days=1),
            until=now + timedelta(seconds=ends_in),
        )  # fmt: skip
        client = signed_in(by)
        client.get(TABLE)
        assert (statements(client, TABLE) == GIVEN_AGAIN) is is_kept


def test_a_session_that_changes_gets_an_answer_anew(cast: Cast) -> None:
    client = cast.client("kz-filer")
    client.get(TABLE)
    session = client.session
    session[CHOSEN] = 1
    session.save()
    assert statements(client, TABLE) > GIVEN_AGAIN


def test_a_message_that_waits_is_shown_and_not_kept(cast: Cast) -> None:
    client = cast.client("kz-filer")
    client.get(TABLE)
    client.cookies[CookieStorage.cookie_name] = "anything"
    assert statements(client, TABLE) > GIVEN_AGAIN


def test_each_language_and_each_client_has_its_own_answer(cast: Cast) -> None:
    client = cast.client("kz-filer")
    client.get(f"/api/plans/{PLAN}/measures", headers={"Accept-Language": "ru"})
    answer = client.get(f"/api/plans/{PLAN}/measures", headers={"Accept-Language": "zh"})
    assert {row["lang"] for row in answer.json()} == {"zh"}
    packed = client.get(TABLE, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in client.get(TABLE)


def test_a_page_with_a_token_against_forgery_is_never_kept(cast: Cast) -> None:
    client = cast.client("kz-filer")
    client.get("/en/own/")
    assert statements(client, "/en/own/") > GIVEN_AGAIN
