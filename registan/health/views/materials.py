"""Deeds with strains and reference materials; they are listed on the page of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from registan.health.acts import materials as deeds
from registan.health.forms_calls import ExchangeForm, MaterialForm
from registan.health.queries.conditions import conditions
from registan.health.queries.research import deeds_of, find_exchange, find_material
from registan.health.views.register_steps import by_form
from registan.health.views.research import POWER
from registan.parties.request import acting
from registan.web.forms import ActForm
from registan.web.refusal import NotThere
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from django.http import HttpResponse

    from registan.parties.request import PageRequest

# Word of the address -> act, whether it counts what goes.
STEPS = {
    "agree": (deeds.agree_exchange, False), "decline": (deeds.decline_exchange, False),
    "send": (deeds.send_exchange, True), "receive": (deeds.receive_exchange, True),
}  # fmt: skip


def new_material(request: PageRequest) -> HttpResponse:
    by = acting(request, POWER)
    form = MaterialForm(request.POST or None, conditions=conditions(request.viewer))
    return by_form(
        request, by, form, "material.new", lede=say("material.new.lede"), to=reverse("research"),
        run=lambda: form.run(deeds.list_material, by, **form.facts()),
    )  # fmt: skip


def withdraw(request: PageRequest, key: str) -> HttpResponse:
    by = acting(request, POWER)
    material = find_material(key, request.viewer)
    if by.state != material.state:
        raise NotThere
    form = ActForm(request.POST or None)
    return by_form(
        request, by, form, "material.withdraw", lede=in_lang(material.titles),
        to=reverse("research"), run=lambda: form.run(deeds.withdraw_material, by, material),
    )  # fmt: skip


def ask(request: PageRequest, key: str) -> HttpResponse:
    """Another State's word on a material."""
    by = acting(request, POWER)
    material = find_material(key, request.viewer)
    form = ExchangeForm(request.POST or None, counted=True)
    return by_form(
        request, by, form, "exchange.ask" if material.is_offer else "exchange.offer",
        lede=_about(in_lang(material.titles), material.terms), to=reverse("research"),
        run=lambda: form.run(deeds.ask_exchange, by, material, **form.facts()),
    )  # fmt: skip


def step(request: PageRequest, key: str, n: int, deed: str) -> HttpResponse:
    """The next step of an exchange, for the State whose turn it is."""
    by = acting(request, POWER)
    exchange = find_exchange(key, n, request.viewer)
    if deed not in STEPS or deed not in deeds_of(exchange, request.viewer):
        raise NotThere
    act, counted = STEPS[deed]
    form = ExchangeForm(
        request.POST or None, counted=counted,
        initial={"quantity": exchange.sent or exchange.quantity},
    )  # fmt: skip
    return by_form(
        request, by, form, f"exchange.{deed}",
        lede=_about(in_lang(exchange.material.titles), exchange.material.terms),
        to=reverse("research"), run=lambda: form.run(act, by, exchange, **form.facts()),
    )  # fmt: skip


def _about(title: str, terms: str) -> str:
    """What it is, and on which standard terms."""
    told = say(f"terms.{terms}")
    return f"{title} · {say('material.terms')}{say('web.colon')}{told}"
