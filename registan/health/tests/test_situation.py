"""The situation room: what rises first, tiles in protocol order, who is awaited; nothing hidden shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.health.acts.assistance import withdraw_request
from registan.health.estimating import make_estimates
from registan.health.tests.finding import in_force, raised
from registan.health.tests.helping import aid, ask, item
from registan.health.tests.sending import measles, send, weeks
from registan.parties.queries import members
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

GROWING = [round(40 * 1.25**n) for n in range(20)]
FALLING = [round(9000 * 0.8**n) + 50 for n in range(20)]


def room(client: Client, lang: str = "en", asked: str = "") -> str:
    answer = client.get(f"/{lang}/health/situation/{asked}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("lang", LANGS)
def test_what_rises_comes_first_with_its_band(cast: Cast, lang: str) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*GROWING))
    send(cast.cn_filer, weeks(*FALLING, state="CN"))
    make_estimates(timezone.now())
    shown = room(cast.client("in-filer"), lang)
    attention = shown[shown.index(say("situation.first", lang)) : shown.index("<figure>")]
    assert re.findall(r"conditions/measles/(\w+)/", attention) == ["KZ"]
    assert say("estimate.r.up", lang) in attention
    assert 'class="band-outer"' in shown
    assert shown.index("<figure>") < shown.index('class="grid')


def test_signals_of_the_method_in_force_stand_before_all(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*GROWING))
    signal = raised(in_force(cast))
    shown = room(cast.client("kz-filer"))
    assert shown.index(f"/health/signals/{signal.pk}/") < shown.index(
        f"<h2>{say('situation.first', 'en')}"
    )
    assert f"/health/signals/{signal.pk}/" not in room(cast.client("cn-filer"))


def test_without_any_rise_it_says_so(cast: Cast) -> None:
    measles(cast)
    send(cast.cn_filer, weeks(*FALLING, state="CN"))
    make_estimates(timezone.now())
    assert say("situation.first.none", "en") in room(cast.client("cn-filer"))


def test_a_rise_that_rests_on_small_numbers_is_for_its_own_state(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(1, *GROWING))
    make_estimates(timezone.now())
    assert "/conditions/measles/KZ/" in room(cast.client("kz-filer")).split("<figure>")[0]
    other = room(cast.client("cn-filer"))
    assert say("situation.first.none", "en") in other
    assert "band-outer" not in other


def test_who_is_awaited_is_told_and_how_many_have_reported(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*GROWING))
    shown = room(cast.client("kz-filer"))
    period = re.search(r"20\d\d-W\d\d", shown)
    assert period
    awaited = re.search(r"Figures awaited: ([^<]+)\.", shown)
    assert awaited
    assert "China" in awaited[1]
    assert "Kazakhstan" not in awaited[1]


def test_new_figures_show_at_once_and_a_new_estimate_too(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*GROWING[:-1], 777))
    client = cast.client("kz-filer")
    assert "777" in room(client)
    send(cast.kz_filer, weeks(*GROWING))
    assert say("situation.first.none", "en") in room(client)
    make_estimates(timezone.now())
    assert say("situation.first.none", "en") not in room(client, asked="?screen=large")


def test_the_wall_has_no_chrome_and_refreshes_itself(cast: Cast) -> None:
    measles(cast)
    client = cast.client("kz-filer")
    answer = client.get("/en/health/situation/?screen=large")
    assert answer["Refresh"] == "60"
    shown = answer.content.decode()
    assert "<header" not in shown
    assert "<script" not in shown
    assert 'class="large"' in shown
    assert "Refresh" not in client.get("/en/health/situation/")


def test_the_public_sees_no_condition_of_members(cast: Cast, client: Client) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*GROWING))
    answer = client.get("/en/health/situation/")
    assert b"Measles" not in answer.content


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_asked_for_stands_in_words_and_exercises_apart(cast: Cast, lang: str) -> None:
    item(cast)
    real, practice = aid(cast), aid(cast, exercise=True)
    ask(cast.in_filer, real, quantity=250)
    ask(cast.kz_filer, real)
    ask(cast.cn_filer, practice, quantity=777)
    shown = room(cast.client("cn-filer"), lang)
    asked = shown.partition(say("situation.requests", lang))[2]
    ours, _, exercises = asked.partition(say("situation.requests.exercises", lang))
    order = [state.key for state in members(timezone.localdate(), lang=lang)]
    wanted = sorted([("IN", 1), ("KZ", 2)], key=lambda row: order.index(row[0]))
    numbers = re.findall(rf"assistance/{real.number}/requests/(\d)/", ours)
    assert numbers == [str(number) for _, number in wanted]
    assert "777" not in ours
    assert "777" in exercises
    assert "250" in ours


def test_what_is_taken_back_is_not_asked_for(cast: Cast) -> None:
    item(cast)
    withdraw_request(cast.kz_filer, ask(cast.kz_filer, aid(cast)))
    assert say("situation.requests.none", "en") in room(cast.client("cn-filer"))
