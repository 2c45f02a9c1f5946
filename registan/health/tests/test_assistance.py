"""Requests and offers of a round: who says what, what is refused, who sees it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from registan.health.acts import assistance as deeds
from registan.health.models import AidRound, Item, Lane, Offer, Request
from registan.health.tests import helping
from registan.health.tests.helping import aid, ask, item, lane, monday, offer, round_in_progress
from registan.ledger.models import Entry
from registan.web.refusal import Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from tests.cast import Cast

BOARD = "/en/health/assistance/"


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_request_weighs_by_the_agreed_rule_and_the_record_names_the_rule(cast: Cast) -> None:
    item(cast)
    made = ask(cast.kz_filer, aid(cast), severity=4, stock_days=6)
    assert made.weight == 32
    record = Entry.objects.get(kind="health.request.made").record
    assert (record["weight"], record["rule"], record["severity"]) == (32, "1", 4)
    assert ask(cast.kz_filer, made.aid, severity=1, stock_days=30).weight == 1
    assert ask(cast.kz_filer, made.aid, severity=3, stock_days=7).weight == 12


def test_an_offer_is_the_stock_without_the_reserve(cast: Cast) -> None:
    item(cast)
    made = offer(cast.cn_filer, aid(cast), stock=100, daily=Decimal("1.5"), reserve_days=15)
    assert (made.reserve, made.available) == (23, 77)
    assert Entry.objects.get(kind="health.offer.made").record["quantity"] == 77


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"item": "no-such-thing"}, "item_unknown"),
        ({"quantity": 0}, "number_out_of_range"),
        ({"smallest": 101}, "number_out_of_range"),
        ({"first_week": 3, "last_week": 2}, "number_out_of_range"),
        ({"last_week": 6}, "number_out_of_range"),
        ({"severity": 5}, "severity_unknown"),
        ({"barred": ["gloves"]}, "item_unknown"),
    ],
)
def test_what_cannot_be_a_request_is_refused(cast: Cast, change: dict[str, Any], code: str) -> None:
    item(cast)
    with pytest.raises(Refused, match=code):
        ask(cast.kz_filer, aid(cast), **change)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reserve_days": 100}, "reserve_takes_all"),
        ({"smallest": 141}, "number_out_of_range"),
        ({"price": Decimal(-1)}, "number_out_of_range"),
        ({"expires_on": monday()}, "expired_on_release"),
        ({"released_on": monday() + timedelta(weeks=6)}, "released_too_late"),
        ({"only_for": ["MN"]}, "earmark_unknown"),
        ({"only_for": ["IN"], "never_for": ["IN"]}, "earmark_contradicts"),
    ],
)
def test_what_cannot_be_an_offer_is_refused(cast: Cast, change: dict[str, Any], code: str) -> None:
    item(cast)
    with pytest.raises(Refused, match=code):
        offer(cast.kz_filer, aid(cast), **change)


def test_only_members_ask_and_only_the_house_opens_rounds(cast: Cast) -> None:
    item(cast)
    made = aid(cast)
    with pytest.raises(Refused, match="power_missing"):
        ask(cast.mn_reader, made)
    with pytest.raises(Refused, match="power_missing"):
        ask(cast.secretariat, made)
    with pytest.raises(Refused, match="power_missing"):
        deeds.open_aid_round(
            cast.kz_filer, names=helping.ROUND, starts_on=monday(), weeks=1, currency="USD"
        )
    with pytest.raises(Refused, match="not_a_monday"):
        aid(cast, starts_on=monday() + timedelta(days=1))


def test_a_request_is_changed_and_taken_back_by_its_own_state_alone(cast: Cast) -> None:
    made = round_in_progress(cast).requests.get(state__key="KZ")
    facts = {"item": "masks", "quantity": 80, "first_week": 0, "last_week": 4, "severity": 2,
             "stock_days": 10}  # fmt: skip
    with pytest.raises(Refused, match="another_state"):
        deeds.amend_request(cast.in_filer, made, **facts)
    assert deeds.amend_request(cast.kz_filer, made, **facts).version == 2
    with pytest.raises(Refused, match="nothing_changed"):
        deeds.amend_request(cast.kz_filer, made, **facts)
    deeds.withdraw_request(cast.kz_filer, made)
    with pytest.raises(Refused, match="withdrawn_already"):
        deeds.withdraw_request(cast.kz_filer, made)
    told = [row.record["quantity"] for row in Entry.objects.filter(subject=made.urn)]
    assert told == [100, 80, 80]


def test_a_closed_round_takes_nothing_more(cast: Cast) -> None:
    made = round_in_progress(cast)
    assert (
        cast.client("secretariat").post(f"{BOARD}1/close/", {"confirmed": "1"}).status_code == 302
    )
    with pytest.raises(Refused, match="aid_closed"):
        ask(cast.kz_filer, made)


def test_members_see_the_round_and_nobody_else_does(cast: Cast) -> None:
    round_in_progress(cast)
    for reader in ("kz-filer", "in-filer", "rats"):
        shown = text(cast.client(reader).get(f"{BOARD}1/"))
        assert "Respirators" in shown
    for outside in (cast.client("mn-reader"), Client()):
        for path in ("1/", "1/requests/1/", "1/offers/1/"):
            assert outside.get(BOARD + path).status_code == 404
        assert say("aid.rounds.none", "en") in text(outside.get(BOARD))
        assert "Respirators" not in text(outside.get(BOARD))


@pytest.mark.parametrize("lang", LANGS)
def test_a_state_asks_and_offers_on_the_page(cast: Cast, lang: str) -> None:
    item(cast)
    aid(cast)
    client, base = cast.client("kz-filer"), f"/{lang}/health/assistance/1/"
    asked = {"item": "masks", "quantity": "50", "smallest": "10", "first_week": "1",
             "last_week": "3", "shelf_weeks": "4", "severity": "3", "stock_days": "5",
             "takes_substitutes": "on", "confirmed": "1"}  # fmt: skip
    looked = {name: value for name, value in asked.items() if name != "confirmed"}
    assert say("aid.confirm", lang) in text(client.post(f"{base}requests/new/", looked))
    assert not Request.objects.exists()
    done = client.post(f"{base}requests/new/", asked, follow=True)
    assert say("aid.done", lang) in text(done)
    assert Request.objects.get().weight == 16
    offered = {"item": "masks", "stock": "90", "daily": "0", "reserve_days": "0", "smallest": "5",
               "released_on": monday().isoformat(), "price": "1.50", "never_for": ["IN"],
               "confirmed": "1"}  # fmt: skip
    done = client.post(f"{base}offers/new/", offered, follow=True)
    assert say("aid.done", lang) in text(done)
    assert Offer.objects.get().never_for == ["IN"]
    amended = client.post(f"{base}offers/1/amend/", {**offered, "stock": "95"}, follow=True)
    assert "95" in text(amended)
    assert Offer.objects.get().version == 2
    client.post(f"{base}offers/1/withdraw/", {"confirmed": "1"})
    assert say("aid.withdrawn", lang) in text(client.get(base))


def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(cast: Cast) -> None:
    item(cast)
    aid(cast)
    typed = {"item": "masks", "quantity": "50", "smallest": "60", "first_week": "1",
             "last_week": "3", "shelf_weeks": "4", "severity": "3", "stock_days": "5",
             "confirmed": "1"}  # fmt: skip
    answer = cast.client("kz-filer").post(f"{BOARD}1/requests/new/", typed)
    assert answer.status_code == 422
    assert say("refusal.number_out_of_range", "en", low=1, high=50) in text(answer)
    assert 'value="60"' in text(answer)


def test_the_secretariat_enters_items_lanes_and_rounds_on_pages(cast: Cast) -> None:
    item(cast, "gloves")
    client = cast.client("secretariat")
    typed = {"code": "masks", "name_ru": "Маски", "name_zh": "口罩", "name_en": "Masks",
             "kind": "supply", "unit": "box", "cold": "ambient", "volume": "0.05",
             "substitutes": "gloves = 0,5", "confirmed": "1"}  # fmt: skip
    assert client.post(f"{BOARD}items/new/", typed).status_code == 302
    assert Item.objects.get(code="masks").substitutes == {"gloves": "0.5"}
    bad = client.post(f"{BOARD}items/new/", {**typed, "substitutes": "gloves half"})
    assert say("aid.factor.unread", "en", line="gloves half") in text(bad)
    way = {"donor": "CN", "state": "KZ", "lead": "2", "cold": ["ambient", "2-8"], "confirmed": "1"}
    assert client.post(f"{BOARD}lanes/new/", way).status_code == 302
    assert Lane.objects.get().cold == ["ambient", "2-8"]
    opened = {"name_ru": "Раунд", "name_zh": "轮次", "name_en": "Round", "weeks": "4",
              "starts_on": monday().isoformat(), "currency": "USD", "exercise": "on",
              "confirmed": "1"}  # fmt: skip
    assert client.post(f"{BOARD}new/", opened).status_code == 302
    assert AidRound.objects.get().exercise
    assert say("exercise.banner", "en") in text(client.get(f"{BOARD}1/"))


def test_room_and_factors_are_read_without_empty_decimals(cast: Cast) -> None:
    item(cast)
    item(cast, "gloves", substitutes={"masks": Decimal("0.50")})
    lane(cast, room=Decimal(60))
    shown = text(cast.client("kz-filer").get("/ru/health/assistance/"))
    assert ">60</td>" in shown
    assert "60,000" not in shown
    assert "× 0,5<" in shown


def test_a_lane_stated_anew_replaces_the_old_one_and_both_stay_on_record(cast: Cast) -> None:
    lane(cast)
    assert lane(cast, lead=3).pk == Lane.objects.get().pk
    assert [row.record["lead"] for row in Entry.objects.filter(kind="health.lane.stated")] == [1, 3]
    with pytest.raises(Refused, match="lane_to_itself"):
        lane(cast, "KZ", "KZ")
    with pytest.raises(Refused, match="cold_unknown"):
        lane(cast, cold=["warm"])
