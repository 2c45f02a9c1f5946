"""Stocks in words, tables and strips."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from registan.health.queries.reserves import stock_items
from registan.health.views.assistance_words import amount, figure
from registan.kernel.counts.periods import week_name
from registan.kernel.draw.strip import Stroke, strip
from registan.parties.queries import Names
from registan.plans.views.steps import day_in_words
from registan.web.rows import Cell, Column, Heading, Link, Tag, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.health.acts.reserves import Stock
    from registan.health.models import Exercise, Request, StockPledge
    from registan.health.queries.reserves import ItemReserve, LotStanding, StateStock
    from registan.ledger.audience import Viewer

SOON_DAYS, MOST_LOTS, MOST_TAKERS = 91, 300, 5
Heads = list[str | Column]


def in_sums(found: Sequence[ItemReserve], lots: Sequence[LotStanding]) -> str:
    """The page in one sentence."""
    soon = [each for each in lots if each.days is not None and 0 < each.days <= SOON_DAYS]
    states = {each.pledge.state_id for row in found for each in row.states}
    spare = sum(each.unused > 0 for each in soon)
    return say("reserves.sums", items=len(found), states=len(states), soon=len(soon), spare=spare)


def stock_rows(found: Sequence[ItemReserve]) -> list[str]:
    """A sentence an item: the common reserve and for how long it lasts."""
    sentences = []
    for row in found:
        facts = {"item": in_lang(row.item.names), "quantity": amount(row.common, row.item)}
        sentences.append(
            say("reserves.common.no_demand", **facts)
            if row.common_cover is None
            else say("reserves.common", **facts, days=row.common_cover)
        )
    return sentences


def stock_table_of(found: Sequence[ItemReserve], owner: Viewer | None) -> SafeString:
    """All items, the States of each in protocol order. `owner`: who may change his own."""
    names = Names.load()
    heads: Heads = [
        Column(say("aid.state"), "head"), Column(say("reserves.stock"), "num"),
        Column(say("reserves.in_common"), "num"), Column(say("reserves.daily"), "num"),
        Column(say("reserves.cover"), "num"), Column(say("reserves.kept"), "num"),
        Column(say("reserves.common_cover"), "num"), say("reserves.as_of"),
    ]  # fmt: skip
    rows: list[Sequence[Cell] | Heading] = []
    for row in found:
        rows.append(Heading(f"{in_lang(row.item.names)} · {say(f'unit.{row.item.unit}')}"))
        rows += [_state_row(each, names, owner) for each in row.states]
    return table(heads, rows, label=say("reserves.table"))


def _state_row(each: StateStock, names: Names, owner: Viewer | None) -> list[Cell]:
    pledge = each.pledge
    state = names.short(pledge.state.key)
    named: Cell = state
    if owner and pledge.state.key in owner.states:
        links = [Link(say(f"reserves.{word}"), reverse("stock_deed", args=[pledge.key, word]))
                 for word in ("renew", "withdraw")]  # fmt: skip
        named = (state, "·", links[0], "·", links[1])
    return [
        named, figure(each.stock), figure(each.common), _demand(pledge), _days(each.cover),
        figure(pledge.reserve_days), _days(each.common_cover), _as_of(each),
    ]  # fmt: skip


def _demand(pledge: StockPledge) -> Cell:
    if not pledge.condition or not pledge.forecast_week:
        return figure(pledge.daily) if pledge.daily else "—"
    week = week_name(pledge.forecast_week.toordinal())
    basis = say("reserves.by_forecast", condition=in_lang(pledge.condition.names), week=week)
    return (figure(pledge.daily), Tag(basis))


def _as_of(each: StateStock) -> Cell:
    day = day_in_words(each.pledge.as_of)
    return (day, Tag(say("reserves.awaited"), "late")) if each.is_awaited else day


def _days(days: int | None) -> str:
    return "—" if days is None else figure(days)


def radar_rows(found: Sequence[ItemReserve]) -> list[tuple[str, SafeString, str]]:
    """An item a row: (name, strip, when the first of its lots expires)."""
    rows = []
    for row in found:
        lots = [each for each in row.lots if each.weeks is not None]
        if not lots:
            continue
        whole = sum(each.lot.quantity for each in lots)
        strokes = [
            Stroke(each.weeks or 0, each.lot.quantity / whole, each.unused > 0) for each in lots
        ]
        first = min(each.days or 0 for each in lots)
        words = (
            say("reserves.radar.expired")
            if first <= 0
            else say("reserves.radar.first", n=first // 7)
        )
        # The strip holds numbers and names of classes alone.
        rows.append((in_lang(row.item.names), mark_safe(strip(strokes)), words))  # noqa: S308
    return rows


def radar_table(lots: Sequence[LotStanding]) -> SafeString:
    """Lots that expire, the soonest first, with who could take what will not be used."""
    names = Names.load()
    heads: Heads = [
        Column(say("reserves.expires_on"), "head"), Column(say("reserves.weeks"), "num"),
        say("aid.item"), say("aid.state"), say("reserves.lot"),
        Column(say("reserves.quantity"), "num"), Column(say("reserves.in_common"), "num"),
        Column(say("reserves.unused"), "num"), say("reserves.takers"),
    ]  # fmt: skip
    return table(heads, [_lot_row(each, names) for each in lots[:MOST_LOTS]],
                 label=say("reserves.radar.lots"))  # fmt: skip


def _lot_row(each: LotStanding, names: Names) -> list[Cell]:
    lot, item = each.lot, each.pledge.item
    day = day_in_words(lot.expires_on) if lot.expires_on else "—"
    return [
        (day, Tag(say("reserves.expired"), "late")) if each.is_expired else day,
        figure(max(0, each.weeks or 0)), in_lang(item.names), names.short(each.pledge.state.key),
        lot.lot or "—", amount(lot.quantity, item), figure(lot.common), figure(each.unused),
        _takers(each, names),
    ]  # fmt: skip


def _takers(each: LotStanding, names: Names) -> Cell:
    if not each.unused or each.is_expired:
        return "—"
    if not each.takers:
        return say("reserves.takers.none")
    pieces: list[Link | str] = []
    for row in each.takers[:MOST_TAKERS]:
        pieces += [_taker(row, names), "·"]
    return tuple(pieces[:-1])


def _taker(row: Request, names: Names) -> Link:
    words = say("reserves.taker", state=names.short(row.state.key), quantity=figure(row.quantity))
    return Link(words, reverse("aid_said", args=[row.aid.number, "requests", row.number]))


def lots_typed(pledge: StockPledge) -> str:
    """Lots as the form takes them."""
    lines = []
    for lot in pledge.lots.all():
        day = lot.expires_on.isoformat() if lot.expires_on else ""
        cells = [str(lot.quantity), str(lot.common), day, lot.lot]
        while len(cells) > 1 and cells[-1] in {"", "0"}:
            cells.pop()
        lines.append("; ".join(cells))
    return "\n".join(lines)


def sheet_record(
    stocks: Sequence[Stock], exercise: Exercise | None, viewer: Viewer
) -> list[tuple[str, str]]:
    """What was read of a table, an item a line, for the page before the act."""
    names = {row.code: in_lang(row.names) for row in stock_items(viewer)}
    return [
        (say("exercise.of"), in_lang(exercise.names) if exercise else say("exercise.real")),
        *(
            (names.get(stock.item, stock.item), say(
                "reserves.read.item", lots=len(stock.lots), daily=figure(Decimal(stock.daily)),
                quantity=figure(sum(lot.quantity for lot in stock.lots)),
                common=figure(sum(lot.common for lot in stock.lots)),
            ))
            for stock in stocks
        ),
    ]  # fmt: skip
