"""A settlement in words: cells with both answers, what is not served and why, what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format

from registan.health.matching import number_in
from registan.health.queries.settlement import ACCEPTED, AWAITED, CHANGED, REFUSED
from registan.health.views.assistance_words import Heads, amount, figure, week_words
from registan.parties.queries import Names, members
from registan.web.rows import Cell, Column, Link, Tag, table
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.utils.safestring import SafeString

    from registan.health.models import AidRound, Item, Lane, Match, Proposal, Request
    from registan.health.queries.settlement import Difference

TONES = {"computed": "good", "asked": "going", "failed": "late"}
MOST_REASONS = 8


def percent(share: float, digits: int = 1) -> str:
    return say("settle.percent", n=str(number_format(round(100 * share, digits), digits)))


def standing_words(proposal: Proposal, last: int = 0) -> str:
    """last: number of the last computed proposal of the round."""
    if proposal.reason:
        return say(f"settle.failed.{proposal.reason}")
    if proposal.settled_at:
        return say("settle.settled")
    if proposal.is_computed and proposal.number < last:
        return say("settle.replaced")
    return say(f"settle.standing.{proposal.standing}")


def cell_table(
    rows: Sequence[Match], leads: Mapping[tuple[int, int], int], label: str
) -> SafeString:
    """Shipments: from, to, what, when, both answers."""
    names = Names.load()
    heads: Heads = [
        Column(say("aid.number"), "head"), say("aid.donor"), say("aid.recipient"), say("aid.item"),
        Column(say("aid.quantity"), "num"), Column(say("settle.leaves"), "num"),
        Column(say("settle.arrives"), "num"), say("settle.donor"), say("settle.recipient"),
    ]  # fmt: skip
    return table(heads, [
        [str(row.number), names.short(row.offer.state.key), names.short(row.request.state.key),
         _item(row), amount(row.promised or row.quantity, row.offer.item),
         *_weeks(row, leads), _answer(row, "donor"), _answer(row, "recipient")]
        for row in rows
    ], label=label, classes="stacked")  # fmt: skip


def _item(row: Match) -> Cell:
    """The item with the way to request and offer; a substitute says for what it stands in."""
    named = in_lang(row.offer.item.names)
    if row.offer.item_id != row.request.item_id:
        named = say("settle.instead", item=named, asked=in_lang(row.request.item.names))
    aid = row.proposal.aid.number
    return (
        named,
        Link(say("aid.offers.one", number=row.offer.number),
             reverse("aid_said", args=[aid, "offers", row.offer.number])),
        Link(say("aid.requests.one", number=row.request.number),
             reverse("aid_said", args=[aid, "requests", row.request.number])),
    )  # fmt: skip


def _weeks(row: Match, leads: Mapping[tuple[int, int], int]) -> tuple[str, str]:
    aid = row.proposal.aid
    lead = leads.get((row.offer.state_id, row.request.state_id))
    return week_words(aid, row.week), "—" if lead is None else week_words(aid, row.week + lead)


def _answer(row: Match, side: str) -> Cell:
    answer, wanted, reason = (
        getattr(row, f"{side}_{part}") for part in ("answer", "wanted", "reason")
    )
    if row.is_locked:
        return Tag(say("settle.agreed"), "good")
    if answer == AWAITED and row.is_refused:
        return "—"
    told: list[str | Tag] = [Tag(say(f"answer.{answer}"), "good" if answer == ACCEPTED else "")]
    if answer == CHANGED:
        told.append(amount(wanted, row.offer.item))
    if reason:
        told.append(say("settle.because", reason=say(f"answer.reason.{reason}")))
    return tuple(told)


def leads_of(lanes: Sequence[Lane]) -> dict[tuple[int, int], int]:
    return {(row.donor_id, row.state_id): row.lead for row in lanes}


def achieved(proposal: Proposal) -> list[str]:
    """How much is served, and how much could be at most, in sentences."""
    told = []
    service, floor = proposal.service or 0.0, proposal.floor or 0.0
    if proposal.service_bound is None:
        told.append(say("settle.service.unproven", service=percent(service)))
    else:
        told.append(
            say("settle.service", service=percent(service), bound=percent(proposal.service_bound))
        )
    if proposal.floor_bound is None:
        told.append(say("settle.floor.unproven", floor=percent(floor)))
    else:
        told.append(say("settle.floor", floor=percent(floor), bound=percent(proposal.floor_bound)))
    if proposal.remarks["by_time"]:
        told.append(say("settle.by_time"))
    if proposal.cost:
        told.append(
            say("settle.cost", cost=figure(round(proposal.cost)), currency=proposal.aid.currency)
        )
    return told


def share_table(proposal: Proposal) -> SafeString:
    """Served share of what each State asks for; States in protocol order."""
    names = Names.load()
    told = dict(proposal.remarks["shares"])
    rows: list[list[Cell]] = [[names.short(key), percent(told[key])] for key in _ordered(told)]
    heads: Heads = [Column(say("aid.state"), "head"), Column(say("settle.share"), "num")]
    return table(heads, rows, label=say("settle.shares"))


def shortfall_table(proposal: Proposal, requests: Sequence[Request]) -> SafeString | str:
    """What is not served, with the nearest cause; States in protocol order, as the requests come."""
    told = {number_in(each["request"]): each for each in proposal.remarks["shortfalls"]}
    names, aid = Names.load(), proposal.aid.number
    rows: list[list[Cell]] = [
        [Link(str(row.number), reverse("aid_said", args=[aid, "requests", row.number])),
         names.short(row.state.key), in_lang(row.item.names), amount(row.quantity, row.item),
         figure(round(told[row.number]["missing"])), say(f"settle.cause.{told[row.number]['cause']}")]
        for row in requests if row.number in told
    ]  # fmt: skip
    heads: Heads = [
        Column(say("aid.number"), "head"), say("aid.state"), say("aid.item"),
        Column(say("settle.asked_for"), "num"), Column(say("settle.missing"), "num"), say("settle.why"),
    ]  # fmt: skip
    return table(heads, rows, label=say("settle.shortfalls"), classes="stacked") if rows else ""


def reasons_in_words(proposal: Proposal, items: Sequence[Item]) -> list[str]:
    """What stands in the way, and by how much at most; the weightiest first."""
    told = proposal.remarks["reasons"][:MOST_REASONS]
    return [_fact(proposal.aid, each, items, "settle.why") for each in told]


def conflicts_in_words(proposal: Proposal, items: Sequence[Item]) -> list[str]:
    """What is agreed and contradicts the rest."""
    told = proposal.remarks.get("conflicts", [])
    return [_fact(proposal.aid, each, items, "settle.conflict") for each in told]


def _fact(aid: AidRound, told: Mapping[str, Any], items: Sequence[Item], key: str) -> str:
    names, known = Names.load(), {row.code: in_lang(row.names) for row in items}
    words: dict[str, str] = {}
    for name, value in told.items():
        if name in {"donor", "state"}:
            words[name] = names.short(value)
        elif name in {"item", "needs"}:
            words[name] = known.get(value, value)
        elif name == "cold":
            words[name] = say(f"cold.{value}")
        elif name == "week":
            words[name] = week_words(aid, value)
        elif name in {"offer", "request"}:
            words[name] = str(number_in(value))
        elif name == "gain":
            words[name] = percent(value, 1 if value >= 0.001 else 2)
        elif name != "kind":
            words[name] = str(
                number_format(round(value, 1), force_grouping=True).removesuffix(".0")
            )
    return say(f"{key}.{told['kind']}", **words)


def difference_in_words(found: Difference | None) -> str:
    if found is None:
        return ""
    return say("settle.since", same=found.same, before=found.before, other=found.other,
               new=found.new, gone=found.gone)  # fmt: skip


def proposal_table(aid: AidRound, rows: Sequence[Proposal]) -> SafeString:
    """All proposals of a round."""
    last = max((row.number for row in rows if row.is_computed), default=0)
    heads: Heads = [
        Column(say("aid.number"), "head"), say("settle.standing"),
        Column(say("settle.service.head"), "num"), Column(say("settle.floor.head"), "num"),
    ]  # fmt: skip
    return table(heads, [
        [Link(say("settle.one", number=row.number), reverse("proposal", args=[aid.number, row.number])),
         Tag(standing_words(row, last), TONES[row.standing]),  # type: ignore[arg-type]
         "—" if row.service is None else percent(row.service),
         "—" if row.floor is None else percent(row.floor)]
        for row in rows
    ], label=say("settle.proposals"), classes="stacked")  # fmt: skip


def awaited_in_words(awaited: Mapping[str, int]) -> str:
    """From whom answers are awaited, in protocol order."""
    names = Names.load()
    told = [say("settle.awaited.of", state=names.short(key), n=awaited[key])
            for key in _ordered(awaited)]  # fmt: skip
    return say("settle.awaited", states=say("web.list").join(told)) if told else ""


def answers_in_words(cells: Sequence[Match], given: Sequence[Any]) -> list[tuple[str, str]]:
    """What is about to be answered, cell by cell."""
    names = Names.load()
    rows = {row.number: row for row in cells}
    told = []
    for each in given:
        row = rows[each.match]
        words = [say(f"answer.{each.answer}")]
        if each.answer != REFUSED:
            units = each.wanted if each.answer == CHANGED else row.quantity
            words.append(amount(units, row.offer.item))
        if each.reason:
            words.append(say("settle.because", reason=say(f"answer.reason.{each.reason}")))
        told.append((cell_title(row, names), " · ".join(words)))
    return told


def _ordered(keys: Iterable[str]) -> list[str]:
    """States in protocol order."""
    found = set(keys)
    listed = [row.key for row in members(timezone.localdate()) if row.key in found]
    return listed + sorted(found - set(listed))


def cell_title(row: Match, names: Names) -> str:
    return say(
        "settle.cell", n=row.number, donor=names.short(row.offer.state.key),
        state=names.short(row.request.state.key), item=in_lang(row.offer.item.names),
    )  # fmt: skip


def cell_facts(
    row: Match, leads: Mapping[tuple[int, int], int], sides: tuple[str, str]
) -> list[tuple[str, str]]:
    """What whoever answers has to know of a cell: what, when, what the other side says."""
    leaves, arrives = _weeks(row, leads)
    answer, wanted, reason = (
        getattr(row, f"{sides[1]}_{part}") for part in ("answer", "wanted", "reason")
    )
    other = [say(f"answer.{answer}")]
    if answer == CHANGED:
        other.append(amount(wanted, row.offer.item))
    if reason:
        other.append(say("settle.because", reason=say(f"answer.reason.{reason}")))
    return [
        (say("aid.quantity"), amount(row.quantity, row.offer.item)),
        (say("settle.leaves"), leaves), (say("settle.arrives"), arrives),
        (say(f"settle.other.{sides[1]}"), " · ".join(other)),
    ]  # fmt: skip
