"""Signing in with a password; one click only where the demo runs; changing one's own password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from registan.ledger.guard import writing
from registan.ledger.models import Entry
from registan.parties.models import Official
from tests.cast import enrol, signed_in

if TYPE_CHECKING:
    from tests.cast import Cast

PASSWORD = "сосна и 竹子 and oak"


@pytest.fixture
def official(cast: Cast) -> Official:
    return enrol("kz-typist", ("read",), "KZ", password=PASSWORD).official


@pytest.fixture
def player(cast: Cast) -> Official:
    with writing():
        Official.objects.filter(username="kz-filer").update(is_cast=True)
    return Official.objects.get(username="kz-filer")


def test_an_official_signs_in_with_a_password_and_acts_under_a_mandate(official: Official) -> None:
    client = Client()
    answer = client.post(
        "/en/sign-in/?next=/en/plans/", {"login": "kz-typist", "password": PASSWORD}
    )
    assert answer.headers["Location"] == "/en/plans/"
    page = client.get("/en/own/")
    assert page.context["mandate"].official == official
    assert client.post("/en/account/logout/").status_code == 302
    assert client.get("/en/own/").status_code == 302


@pytest.mark.parametrize(
    ("login", "password"), [("kz-typist", "wrong"), ("nobody-here", PASSWORD), ("", "")]
)
def test_a_wrong_name_and_a_wrong_password_are_answered_alike(
    login: str, password: str, official: Official
) -> None:
    client = Client()
    answer = client.post("/en/sign-in/", {"login": login, "password": password})
    assert answer.status_code == 422
    assert "_auth_user_id" not in client.session
    page = answer.content.decode()
    assert PASSWORD not in page
    if login:
        assert "The username and/or password you specified are not correct." in page


def test_no_address_outside_leads_away_after_signing_in(official: Official) -> None:
    answer = Client().post(
        "/en/sign-in/?next=https://example.org/", {"login": "kz-typist", "password": PASSWORD}
    )
    assert answer.headers["Location"] == "/en/"


@pytest.mark.parametrize("method", ["get", "post"])
def test_one_click_is_not_there_without_the_demo(
    method: str, player: Official, settings: Any
) -> None:
    settings.DEMO = False
    client = Client()
    answer = getattr(client, method)("/en/sign-in/as/", {"username": "kz-filer"})
    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session
    assert "kz-filer" not in client.get("/en/sign-in/").content.decode()


def test_in_the_demo_one_click_signs_in_one_of_the_cast_and_nobody_else(
    player: Official, settings: Any
) -> None:
    settings.DEMO = True
    client = Client()
    assert "Kazakhstan" in client.get("/en/sign-in/").content.decode()
    assert client.post("/en/sign-in/as/", {"username": "cn-filer"}).status_code == 404
    assert client.post("/en/sign-in/as/", {"username": "kz-filer"}).status_code == 302
    assert client.session["_auth_user_id"] == str(player.pk)


@pytest.mark.parametrize(
    "address", ["signup/", "password/reset/", "email/", "password/change/", "password/set/"]
)
def test_no_account_is_opened_or_changed_past_the_acts(address: str, cast: Cast) -> None:
    for client in (Client(), cast.client("kz-filer")):
        assert client.get(f"/en/account/{address}").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_a_closed_account_does_not_sign_in(official: Official) -> None:
    with writing():
        Official.objects.filter(pk=official.pk).update(is_active=False)
    client = Client()
    answer = client.post("/en/sign-in/", {"login": "kz-typist", "password": PASSWORD}, follow=True)
    assert "_auth_user_id" not in client.session
    assert answer.status_code in {403, 422}


def test_an_official_changes_the_password_by_an_act_and_stays_signed_in(official: Official) -> None:
    client = signed_in(official)
    new = "три цапли на берегу"
    wrong = client.post("/ru/own/password/", {"held": "не тот", "password": new})
    assert wrong.status_code == 422
    assert "Это не ваш нынешний пароль" in wrong.content.decode()
    weak = client.post("/ru/own/password/", {"held": PASSWORD, "password": "short"})
    assert weak.status_code == 422
    entries = Entry.objects.count()
    assert client.post("/ru/own/password/", {"held": PASSWORD, "password": new}).status_code == 302
    official.refresh_from_db()
    assert official.check_password(new)
    assert client.get("/ru/own/").status_code == 200
    assert Entry.objects.count() == entries + 1
    entry = Entry.objects.latest("pk")
    assert entry.kind == "parties.password.changed"
    assert new not in str(entry.record)
