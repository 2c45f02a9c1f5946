"""Help: one page for each office, with the words that stand on the buttons, and ways that are open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from registan.plans.tests.reporting import page
from registan.square.help import BUTTONS, COMMON, STEPS
from registan.square.texts_help import TEXTS
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("office", STEPS)
def test_each_office_has_its_page_in_each_language(office: str, lang: str) -> None:
    answer = Client().get(f"/{lang}/help/{office}/")
    assert answer.status_code == 200
    shown = page(answer)
    for step, *_ in STEPS[office]:
        assert say(f"help.{office}.{step}", lang) in shown
    assert "{" not in re.sub(r"<meta[^>]*>", "", shown)


def test_help_names_buttons_as_they_are(cast: Cast) -> None:
    shown = page(Client().get("/zh/help/coordinator/"))
    assert f"“{say('plans.report.clear', 'zh')}”" in shown
    named = {fact for texts in TEXTS.values() for fact in re.findall(r"\{(\w+)\}", texts[0])}
    assert named == set(BUTTONS)


def test_every_sentence_of_help_is_shown() -> None:
    steps = {f"help.{office}.{step}" for office, each in STEPS.items() for step, *_ in each}
    steps |= {f"help.all.{step}" for step, *_ in COMMON}
    pages = {f"help.{office}" for office in STEPS}
    assert set(TEXTS) == {
        *steps, *(f"{each}.text" for each in steps), *pages, *(f"{each}.lede" for each in pages),
        "help.title", "help.lede", "help.others",
    }  # fmt: skip


@pytest.mark.parametrize("who", ["", "kz-filer", "secretariat", "mn-reader"])
@pytest.mark.parametrize("office", STEPS)
def test_only_ways_that_are_open_are_shown(office: str, who: str, cast: Cast) -> None:
    client = cast.client(who) if who else Client()
    steps = client.get(f"/en/help/{office}/").context["office"].steps
    for way in {step.href for step in steps if step.href}:
        assert client.get(way).status_code == 200, way


def test_who_may_bring_a_plan_in_is_led_there_and_nobody_else(cast: Cast) -> None:
    address = "/en/help/secretariat/"
    there = b'href="/en/plans/import/"'
    assert there in cast.client("secretariat").get(address).content
    assert there not in cast.client("kz-filer").get(address).content


def test_help_for_an_office_that_is_none_is_not_there() -> None:
    assert Client().get("/en/help/emperor/").status_code == 404


@pytest.mark.parametrize("address", ["/en/", "/zh/plans/", "/ru/nothing-here/"])
def test_help_is_at_the_foot_of_each_page(address: str) -> None:
    foot = Client().get(address).content.decode().split("<footer")[1]
    assert f'href="/{address[1:3]}/help/"' in foot
