"""Promised help on its way, and the account of fairness, as tables and as rows of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.formats import number_format

from registan.health.queries.account import COUNTED
from registan.health.queries.tracking import PROMISED, STAGES
from registan.health.views.assistance_words import amount, figure, week_words
from registan.parties.queries import Names
from registan.web.rows import Cell, Column, Link, Tag, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from django.utils.safestring import SafeString

    from registan.health.models import AidRound
    from registan.health.queries.account import Account, StateAccount
    from registan.health.queries.tracking import Tracked

Heads = list[str | Column]
Row = list[object]


def way_table(aid: AidRound, rows: Sequence[Tracked], *, own: Collection[str]) -> SafeString:
    """Each promised cell: units at each stage and what is lacking; `own`: States that may enter."""
    names = Names.load()
    heads: Heads = [
        Column(say("tracking.cell"), "head"), say("aid.item"), say("tracking.leaves"),
        *(Column(say(f"tracking.stage.{stage}"), "num") for stage in STAGES),
        say("tracking.difference"), *([say("tracking.do")] if own else []),
    ]  # fmt: skip
    return table(heads, [
        [f"{names.short(row.match.offer.state.key)} → {names.short(row.match.request.state.key)}",
         in_lang(row.match.offer.item.names), week_words(aid, row.match.week),
         amount(row.units[PROMISED], row.match.offer.item),
         *(figure(row.units[stage]) for stage in STAGES[1:]),
         difference(row), *([_entry(aid, row, own)] if own else [])]
        for row in rows
    ], label=say("tracking"), classes="stacked")  # fmt: skip


def _entry(aid: AidRound, row: Tracked, own: Collection[str]) -> Cell:
    match = row.match
    if not {match.offer.state.key, match.request.state.key} & set(own):
        return ""
    where = [aid.number, match.proposal.number, match.number]
    return Link(say("tracking.enter"), reverse("new_movement", args=where))


def difference(row: Tracked) -> str:
    """What has not come from one stage to the next, and the reasons given; in a sentence."""
    told = []
    for stage in STAGES[1:]:
        if lacking := row.lacking(stage):
            reasons = [say(f"tracking.reason.{each}") for each in row.reasons[stage]]
            why = say("tracking.because", reasons=say("web.list").join(reasons)) if reasons else ""
            told.append(say(f"tracking.lacking.{stage}", n=figure(lacking)) + why)
    return say("tracking.and").join(told) or say("tracking.all_used")


def way_in_words(aid: AidRound, row: Tracked) -> str:
    """One cell in a line: from whom to whom, what, how much, when."""
    names, match = Names.load(), row.match
    return say(
        "tracking.cell.of", donor=names.short(match.offer.state.key),
        state=names.short(match.request.state.key), item=in_lang(match.offer.item.names),
        amount=amount(row.units[PROMISED], match.offer.item), week=week_words(aid, match.week),
    )  # fmt: skip


def way_rows(aid: AidRound, rows: Sequence[Tracked]) -> Iterator[Row]:
    """For a file: a line for each entry, with what stands after it."""
    yield ["round", "exercise", "illustrative", "proposal", "match", "donor", "recipient", "item",
           "unit", "week", "entry", "stage", "quantity", "day", "by", "reason", "stands"]  # fmt: skip
    for row in rows:
        match, stands = row.match, dict.fromkeys(STAGES, 0)
        for each in row.moved:
            stands[each.stage] += each.quantity
            yield [
                aid.number, _mark(aid.exercise, "exercise"), _mark(aid.illustrative, "illustrative"),
                match.proposal.number, match.number, match.offer.state.key, match.request.state.key,
                match.offer.item.code, match.offer.item.unit, aid.monday(match.week).isoformat(),
                each.number, each.stage, each.quantity, each.day.isoformat(), each.state.key,
                each.reason, stands[each.stage],
            ]  # fmt: skip


def _mark(is_so: bool, word: str) -> str:
    return word if is_so else ""


def account_table(found: Account) -> SafeString:
    """Both sides of each State, in protocol order."""
    names = Names.load()
    heads: Heads = [
        Column(say("aid.state"), "head"), Column(say("aid.requests"), "num"),
        Column(say("account.asked"), "num"), Column(say("account.promised"), "num"),
        Column(say("account.received"), "num"), Column(say("aid.offers"), "num"),
        Column(say("account.taken_up"), "num"), Column(say("account.gave"), "num"),
    ]  # fmt: skip
    return table(heads, [
        [names.short(row.state.key), figure(row.requests), _points(row.asked),
         percent(row.promised), percent(row.served), figure(row.offers),
         percent(row.use_of_offers), _points(row.gave.received)]
        for row in found.states
    ], label=say("account.by_state"), classes="stacked")  # fmt: skip


def rounds_table(found: Account) -> SafeString:
    """Each round as a whole; the least share tells of no State which it was."""
    heads: Heads = [
        Column(say("account.round"), "head"), Column(say("account.asked"), "num"),
        Column(say("account.promised"), "num"), Column(say("account.received"), "num"),
        Column(say("account.least"), "num"),
    ]  # fmt: skip
    return table(heads, [
        [(Link(in_lang(row.aid.names), reverse("aid_round", args=[row.aid.number])),
          Tag(say("aid.exercise")) if row.aid.exercise else None),
         _points(row.asked), percent(_of(row.got.promised, row.asked)),
         percent(_of(row.got.received, row.asked)), percent(row.least)]
        for row in found.rounds
    ], label=say("account.by_round"), classes="stacked")  # fmt: skip


def account_rows(found: Account, *, exercise: bool) -> Iterator[Row]:
    """For a file: a line for each State."""
    yield ["state", "exercise", "requests", "asked_points",
           *(f"got_{stage}_points" for stage in COUNTED), "offers", "taken_up_share",
           *(f"gave_{stage}_points" for stage in COUNTED)]  # fmt: skip
    for row in found.states:
        share = row.use_of_offers
        yield [row.state.key, _mark(exercise, "exercise"), row.requests, _plain(row.asked), *_all(row, "got"),
               row.offers, "" if share is None else _plain(share), *_all(row, "gave")]  # fmt: skip


def _all(row: StateAccount, side: str) -> list[str]:
    return [_plain(getattr(getattr(row, side), stage)) for stage in COUNTED]


def _plain(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _of(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _points(value: float) -> str:
    return str(number_format(round(value, 1), decimal_pos=1, force_grouping=True))


def percent(share: float | None) -> str:
    return "—" if share is None else say("account.percent", n=number_format(round(100 * share), 0))
