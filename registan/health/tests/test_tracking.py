"""Promised help on its way: who enters what, what is refused, what is told of differences and fairness."""

from __future__ import annotations

import csv
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from registan.health.acts.tracking import enter_movement, standing
from registan.health.models import Match, Movement
from registan.health.queries.account import account
from registan.health.queries.living import requests_served
from registan.health.queries.open_requests import open_requests
from registan.health.tests.helping import aid, ask, item, lane, offer, proposed, say_to
from registan.ledger.audience import Viewer
from registan.ledger.models import Entry
from registan.parties.queries import viewer_for_party
from registan.plans.living import Worked
from registan.web.refusal import Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from registan.parties.models import Mandate
    from tests.cast import Cast

TODAY = timezone.localdate


def kz() -> Viewer:
    return viewer_for_party(state="KZ")


def agreed(cast: Cast, **changes: Any) -> Match:
    """India asks for 100 boxes, China gives them, both agree."""
    item(cast)
    lane(cast, "CN", "IN")
    of = aid(cast, **changes)
    ask(cast.in_filer, of)
    offer(cast.cn_filer, of)
    made = proposed(cast, of)
    say_to(cast.cn_filer, made, m1="accepted")
    say_to(cast.in_filer, made, m1="accepted")
    return Match.objects.get(proposal=made)


def enter(by: Mandate, match: Match, stage: str, quantity: int, **changes: Any) -> Movement:
    return enter_movement(by, match, stage=stage, quantity=quantity, **{"day": TODAY(), **changes})


def moved(cast: Cast) -> Match:
    """Of 100 promised 90 were shipped, 80 received, 20 used."""
    match = agreed(cast)
    enter(cast.cn_filer, match, "shipped", 90, reason="stock_gone")
    enter(cast.in_filer, match, "received", 80, reason="damaged")
    enter(cast.in_filer, match, "used", 20)
    return match


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_each_stage_is_the_sum_of_its_entries_and_each_entry_is_on_record(cast: Cast) -> None:
    match = moved(cast)
    enter(cast.in_filer, match, "used", 30)
    enter(cast.in_filer, match, "used", -5, reason="recount")
    assert standing(match) == {"promised": 100, "shipped": 90, "received": 80, "used": 45}
    record = Entry.objects.filter(kind="health.movement.entered").latest("pk").record
    assert (record["donor"], record["recipient"], record["stage"]) == ("CN", "IN", "used")
    assert (record["quantity"], record["reason"]) == (-5, "recount")


@pytest.mark.parametrize(
    ("who", "stage", "quantity", "changes", "code"),
    [
        ("cn_filer", "shipped", 11, {}, "more_than_before"),
        ("in_filer", "received", 11, {}, "more_than_before"),
        ("in_filer", "used", 61, {}, "more_than_before"),
        ("cn_filer", "shipped", -11, {"reason": "recount"}, "less_than_after"),
        ("in_filer", "used", -21, {"reason": "recount"}, "less_than_after"),
        ("in_filer", "used", -1, {}, "correction_without_reason"),
        ("in_filer", "used", 0, {}, "quantity_zero"),
        ("in_filer", "promised", 1, {}, "stage_unknown"),
        ("in_filer", "used", 1, {"reason": "weather"}, "reason_unknown"),
        ("in_filer", "shipped", 1, {}, "another_state"),
        ("cn_filer", "received", 1, {}, "another_state"),
        ("kz_filer", "shipped", 1, {}, "another_state"),
    ],
)
def test_what_cannot_have_happened_is_refused(
    cast: Cast, who: str, stage: str, quantity: int, changes: dict[str, Any], code: str
) -> None:
    match = moved(cast)
    with pytest.raises(Refused) as told:
        enter(getattr(cast, who), match, stage, quantity, **changes)
    assert told.value.code == code
    assert Movement.objects.count() == 4


def test_a_day_to_come_and_a_cell_that_is_not_agreed_are_refused(cast: Cast) -> None:
    match = moved(cast)
    with pytest.raises(Refused, match="day_to_come"):
        enter(cast.in_filer, match, "used", 1, day=TODAY() + timedelta(days=1))
    of = aid(cast)
    ask(cast.in_filer, of)
    offer(cast.cn_filer, of)
    open_cell = proposed(cast, of).matches.get()
    with pytest.raises(Refused, match="match_not_promised"):
        enter(cast.cn_filer, open_cell, "shipped", 1)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_says_what_is_lacking_and_why(cast: Cast, lang: str) -> None:
    match = moved(cast)
    found = cast.client("in-filer")
    page = text(found.get(f"/{lang}/health/assistance/{match.proposal.aid.number}/tracking/"))
    for stage, n, reason in (("shipped", 10, "stock_gone"), ("received", 10, "damaged")):
        why = say("tracking.because", lang, reasons=say(f"tracking.reason.{reason}", lang))
        assert say(f"tracking.lacking.{stage}", lang, n=n) + why in page
    assert say("tracking.lacking.used", lang, n=60) in page
    assert "tracking/1/1/new/" in page
    assert say("tracking.none", lang) not in page


def test_the_recipient_enters_by_the_form_and_what_is_refused_stays_typed(cast: Cast) -> None:
    match = moved(cast)
    found = cast.client("in-filer")
    where = f"/en/health/assistance/{match.proposal.aid.number}/tracking/1/1/new/"
    typed = {"stage": "used", "quantity": "70", "day": TODAY().isoformat(), "reason": "",
             "act_key": "k" * 22}  # fmt: skip
    refused = found.post(where, {**typed, "confirmed": "1"})
    assert refused.status_code == 422
    assert "At most 60 can be entered here" in text(refused)
    assert 'value="70"' in text(refused)
    shown = found.post(where, {**typed, "quantity": "60"})
    assert "60" in text(shown)
    done = found.post(where, {**typed, "quantity": "60", "confirmed": "1"})
    assert done.status_code == 302
    assert standing(match)["used"] == 80


def test_others_are_not_shown_the_form(cast: Cast) -> None:
    match = moved(cast)
    found = cast.client("kz-filer")
    where = f"/en/health/assistance/{match.proposal.aid.number}/tracking/"
    assert "/new/" not in text(found.get(where))
    assert found.get(f"{where}1/1/new/").status_code == 404
    assert found.get(f"{where}1/99/new/").status_code == 404
    assert Client().get(where).status_code == 404


def test_the_file_has_a_line_for_each_entry_with_what_stood_after_it(cast: Cast) -> None:
    match = moved(cast)
    found = cast.client("kz-filer")
    answer = found.get(f"/en/health/assistance/{match.proposal.aid.number}/tracking.csv")
    rows = list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))
    assert [(row["stage"], row["quantity"], row["stands"], row["reason"]) for row in rows] == [
        ("promised", "100", "100", ""), ("shipped", "90", "90", "stock_gone"),
        ("received", "80", "80", "damaged"), ("used", "20", "20", ""),
    ]  # fmt: skip


def account_of(viewer: Viewer, **options: Any) -> dict[str, Any]:
    return {row.state.key: row for row in account(viewer, TODAY(), **options).states}


def test_what_one_gave_in_points_is_what_the_other_got(cast: Cast) -> None:
    match = moved(cast)
    viewer = kz()
    states = account_of(viewer)
    weight = match.request.weight
    assert states["IN"].asked == weight
    assert (states["IN"].promised, states["IN"].served) == (1.0, pytest.approx(0.8))
    assert states["CN"].gave.received == pytest.approx(0.8 * weight)
    assert states["CN"].use_of_offers == pytest.approx(100 / 140)
    assert (states["KZ"].served, states["KZ"].use_of_offers) == (None, None)
    whole = account(viewer, TODAY())
    assert whole.gave == pytest.approx(sum(row.got.received for row in whole.states))
    assert [row.least for row in whole.rounds] == [1.0]


def test_what_is_promised_is_asked_for_no_longer(cast: Cast) -> None:
    match = agreed(cast)
    ask(cast.kz_filer, match.proposal.aid)
    left = open_requests(kz(), TODAY()).real
    assert [(each.request.state.key, each.lacking) for each in left] == [("KZ", 100)]


def test_a_request_is_served_when_all_of_it_has_arrived(cast: Cast) -> None:
    match = moved(cast)
    assert requests_served(kz(), TODAY()).value == 0
    enter(cast.cn_filer, match, "shipped", 10)
    enter(cast.in_filer, match, "received", 20)
    worked = requests_served(kz(), TODAY())
    assert worked == Worked(Decimal("100.0"), 1, 1)
    assert requests_served(kz(), TODAY() - timedelta(days=1)).value is None
    assert requests_served(Viewer(), TODAY()).value is None


def test_exercises_are_never_among_the_requests_served(cast: Cast) -> None:
    agreed(cast, exercise=True)
    assert requests_served(kz(), TODAY()).value is None


def test_a_substitute_counts_by_what_it_replaces(cast: Cast) -> None:
    item(cast, "hoods")
    item(cast, substitutes={"hoods": Decimal(2)})
    lane(cast, "CN", "IN")
    of = aid(cast)
    ask(cast.in_filer, of)
    offer(cast.cn_filer, of, item="hoods", stock=40, daily=Decimal(0), reserve_days=0)
    made = proposed(cast, of)
    say_to(cast.cn_filer, made, m1="accepted")
    say_to(cast.in_filer, made, m1="accepted")
    assert Match.objects.get().promised == 40
    assert account_of(kz())["IN"].promised == pytest.approx(0.8)


def test_exercises_have_an_account_of_their_own(cast: Cast) -> None:
    agreed(cast, exercise=True)
    viewer = kz()
    assert not account(viewer, TODAY()).rounds
    assert account_of(viewer, exercise=True)["IN"].promised == 1.0
    found = cast.client("kz-filer")
    assert say("account.none", "en") in text(found.get("/en/health/assistance/account/"))
    page = text(found.get("/en/health/assistance/account/?exercise"))
    assert say("account.exercise.text", "en") in page


def test_states_stand_in_protocol_order_and_the_public_sees_no_figure(cast: Cast) -> None:
    moved(cast)
    found = cast.client("kz-filer")
    answer = found.get("/en/health/assistance/account.csv")
    keys = [row["state"] for row in csv.DictReader(answer.content.decode("utf-8-sig").splitlines())]
    places = {row.state.key: row.state.orders["en"] for row in account(kz(), TODAY()).states}
    assert keys == sorted(keys, key=places.__getitem__)
    assert not account(Viewer(), TODAY()).rounds
