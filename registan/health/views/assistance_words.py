"""Requests, offers, items and lanes as tables and as a record to confirm."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.formats import number_format

from registan.kernel.counts.periods import week_name
from registan.parties.queries import Names
from registan.plans.views.steps import day_in_words
from registan.web.rows import Cell, Column, Link, Tag, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.forms import Form
    from django.utils.safestring import SafeString

    from registan.health.models import AidRound, Item, Lane, Offer, Request

Heads = list[str | Column]


def amount(quantity: int | Decimal, item: Item) -> str:
    """So many units of an item."""
    return say("aid.amount", n=figure(quantity), unit=say(f"unit.{item.unit}"))


def figure(value: int | Decimal) -> str:
    plain = Decimal(f"{Decimal(value).normalize():f}")  # 60.000 reads as sixty thousand
    return str(number_format(plain, force_grouping=True))


def week_words(aid: AidRound, week: int) -> str:
    return week_name(aid.monday(week).toordinal())


def window(aid: AidRound, first: int, last: int) -> str:
    begins, ends = week_words(aid, first), week_words(aid, last)
    return begins if begins == ends else f"{begins} – {ends}"


def _numbered(aid: AidRound, what: str, row: Request | Offer) -> Cell:
    return Link(str(row.number), reverse("aid_said", args=[aid.number, what, row.number]))


def request_table(aid: AidRound, rows: Sequence[Request]) -> SafeString:
    """What is asked for, with the weight and what it rests on."""
    names = Names.load()
    heads: Heads = [
        Column(say("aid.number"), "head"), say("aid.state"), say("aid.item"),
        Column(say("aid.quantity"), "num"), say("aid.window"), say("aid.position"),
        Column(say("aid.weight"), "num"),
    ]  # fmt: skip
    return table(heads, [
        [_numbered(aid, "requests", row), names.short(row.state.key), _item_cell(row),
         _asked(row), _arrival(aid, row),
         say("aid.position.of", severity=say(f"severity.{row.severity}"), days=row.stock_days),
         figure(row.weight)]
        for row in rows
    ], label=say("aid.requests"), classes="stacked")  # fmt: skip


def _asked(row: Request) -> str:
    told = amount(row.quantity, row.item)
    if row.smallest > 1:
        told = say("aid.at_least", amount=told, least=figure(row.smallest))
    return told


def _arrival(aid: AidRound, row: Request) -> str:
    told = window(aid, row.first_week, row.last_week)
    return say("aid.with_life", weeks=told, n=row.shelf_weeks) if row.shelf_weeks else told


def offer_table(aid: AidRound, rows: Sequence[Offer]) -> SafeString:
    """What is offered: stock, what is kept, what is left to give."""
    names = Names.load()
    heads: Heads = [
        Column(say("aid.number"), "head"), say("aid.state"), say("aid.item"),
        Column(say("aid.available"), "num"), say("aid.of_stock"), say("aid.released_on"),
        say("aid.terms"), say("aid.earmarks"),
    ]  # fmt: skip
    return table(heads, [
        [_numbered(aid, "offers", row), names.short(row.state.key), _item_cell(row),
         _offered(row), say("aid.kept_of", stock=figure(row.stock), reserve=figure(row.reserve)),
         _released(row), _terms(row), _earmarks(row, names)]
        for row in rows
    ], label=say("aid.offers"), classes="stacked")  # fmt: skip


def _offered(row: Offer) -> str:
    told = amount(row.available, row.item)
    if row.smallest > 1:
        told = say("aid.at_least", amount=told, least=figure(row.smallest))
    return told


def _released(row: Offer) -> str:
    day = day_in_words(row.released_on)
    return say("aid.until", day=day, end=day_in_words(row.expires_on)) if row.expires_on else day


def _item_cell(row: Request | Offer) -> Cell:
    named = in_lang(row.item.names)
    return (named, Tag(say("aid.withdrawn"))) if row.is_withdrawn else named


def _terms(row: Offer) -> str:
    if row.is_grant:
        return say("aid.grant")
    return say("aid.price_of", price=figure(row.price), currency=row.aid.currency)


def _earmarks(row: Offer, names: Names) -> str:
    told = []
    for label, keys in (("aid.only", row.only_for), ("aid.never", row.never_for)):
        if keys:
            told.append(say(label, states=say("web.list").join(names.short(key) for key in keys)))
    return " ".join(told) or "—"


def item_table(rows: Sequence[Item]) -> SafeString:
    """The catalogue."""
    known = {row.code: in_lang(row.names) for row in rows}
    heads: Heads = [
        Column(say("aid.item"), "head"), say("health.code"), say("aid.kind"), say("aid.unit"),
        say("aid.cold"), say("aid.atc"), say("aid.substitutes"), say("aid.goes_with"),
    ]  # fmt: skip
    return table(heads, [
        [known[row.code], row.code, say(f"kind.{row.kind}"), say(f"unit.{row.unit}"),
         say(f"cold.{row.cold}"), " ".join(filter(None, (row.atc, row.substance))) or "—",
         _factors(row.substitutes, known), _factors(row.goes_with, known)]
        for row in rows
    ], label=say("aid.catalogue"))  # fmt: skip


def _factors(given: dict[str, str], known: dict[str, str]) -> str:
    told = [f"{known.get(code, code)} × {figure(Decimal(factor))}"
            for code, factor in given.items()]  # fmt: skip
    return say("web.list").join(told) or "—"


def lane_table(rows: Sequence[Lane]) -> SafeString:
    """Ways between States."""
    names = Names.load()
    heads: Heads = [
        Column(say("aid.donor"), "head"), say("aid.recipient"), Column(say("aid.lead"), "num"),
        say("aid.lane.cold"), Column(say("aid.room"), "num"),
    ]  # fmt: skip
    return table(heads, [
        [names.short(row.donor.key), names.short(row.state.key), figure(row.lead),
         say("web.list").join(say(f"cold.{each}") for each in row.cold),
         say("aid.room.none") if row.room is None else figure(row.room)]
        for row in rows
    ], label=say("aid.lanes"))  # fmt: skip


def typed_record(form: Form) -> list[tuple[str, str]]:
    """What was typed, field by field, as the form words it."""
    return [
        (str(form[name].label), _typed(form, name, value))
        for name, value in form.cleaned_data.items()
        if name != "act_key"
    ]


def _typed(form: Form, name: str, value: Any) -> str:
    choices = {str(key): str(word) for key, word in getattr(form.fields[name], "choices", ())}
    if isinstance(value, list):
        return say("web.list").join(choices.get(str(each), str(each)) for each in value)
    if isinstance(value, dict):
        return say("web.list").join(f"{code} × {factor}" for code, factor in value.items())
    if isinstance(value, bool):
        return say("aid.yes" if value else "aid.no")
    if isinstance(value, date):
        return day_in_words(value)
    if choices:
        return choices.get(str(value), "")
    return figure(value) if isinstance(value, int | Decimal) else str(value or "")
