"""The pages of a settlement: what each reader sees, answers on the form, the file to compute it again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from registan.health.acts.settlement import ask_proposal, fail_proposal, note_computed
from registan.health.matcher import MATCHER
from registan.health.models import Match, MatchAnswer, Proposal
from registan.health.queries.settlement import Difference, difference
from registan.health.recomputing import NoSignal, again_from_file
from registan.health.tests.helping import lane, offer, proposed, round_in_progress, say_to
from registan.ledger.models import Entry
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast

ROUND = "/en/health/assistance/1/"
FIRST = f"{ROUND}proposals/1/"


def text(answer: Any) -> str:
    return str(answer.content.decode())


def cell(of: Proposal, state: str) -> Match:
    return of.matches.get(request__state__key=state)


def test_the_secretariat_asks_watches_and_cancels(cast: Cast) -> None:
    round_in_progress(cast)
    seat, member = cast.client("secretariat"), cast.client("kz-filer")
    assert say("settle.ask", "en") in text(seat.get(ROUND))
    assert say("settle.ask", "en") not in text(member.get(ROUND))
    assert seat.post(f"{ROUND}proposals/new/", {"confirmed": "1"})["Location"] == FIRST
    note_computed(Proposal.objects.get().pk, 0.3)
    for reader in (seat, member):
        assert say("settle.computing", "en", percent=30) in text(reader.get(FIRST))
    part = text(seat.get(FIRST, headers={"HX-Request": "true"}))
    assert 'value="30"' in part
    assert "<h1" not in part
    refused = seat.post(f"{ROUND}proposals/new/", {"confirmed": "1"})
    assert say("refusal.proposal_under_way", "en") in text(refused)
    assert seat.post(f"{FIRST}cancel/", {"confirmed": "1"}).status_code == 302
    assert say("settle.failed.cancelled", "en") in text(member.get(FIRST))
    assert Proposal.objects.get().standing == "failed"


@pytest.mark.parametrize("lang", LANGS)
def test_a_proposal_is_told_in_words_with_its_bounds_and_what_would_help(
    cast: Cast, lang: str
) -> None:
    made = proposed(cast, round_in_progress(cast))
    shown = text(cast.client("kz-filer").get(f"/{lang}/health/assistance/1/proposals/1/"))
    share = say("settle.percent", lang, n="70.0" if lang != "ru" else "70,0")
    assert say("settle.service", lang, service=share, bound=share) in shown
    assert say("settle.floor", lang, floor=share, bound=share) in shown
    assert say("settle.cause.scarce", lang) in shown
    assert made.digest in shown
    assert say("settle.own", lang, n=1) in shown
    # What waits for the end of the computing takes this part over, cells and all.
    taken = shown.split('<div id="progress">')[1].split("</div><")[0]
    assert f'data-head="{say("settle.donor", lang)}"' in taken
    assert "<progress" not in shown
    assert "{" not in shown.split("<main")[1].split("</main")[0]


def test_a_state_answers_many_cells_on_one_form(cast: Cast) -> None:
    of = round_in_progress(cast)
    offer(cast.kz_filer, of, stock=40, reserve_days=0)
    made = proposed(cast, of)
    mine = made.matches.get(request__state__key="KZ")
    given = made.matches.get(offer__state__key="KZ")
    page, client = f"{FIRST}answer/", cast.client("kz-filer")
    typed = {f"answer_{mine.number}": "changed", f"wanted_{mine.number}": "20",
             f"reason_{mine.number}": "covered", f"answer_{given.number}": "accepted"}  # fmt: skip
    looked = text(client.post(page, typed))
    assert say("settle.answer.give", "en") in looked
    assert "20 boxes" in looked
    assert not MatchAnswer.objects.exists()
    assert client.post(page, {**typed, "confirmed": "1"}).status_code == 302
    mine.refresh_from_db()
    given.refresh_from_db()
    assert (mine.recipient_answer, mine.recipient_wanted) == ("changed", 20)
    assert (given.donor_answer, given.recipient_answer) == ("accepted", "awaited")
    # The others see it: China may agree to the 20 without a reason.
    other = cast.client("cn-filer")
    shown = text(other.get(page))
    assert say("settle.answer.agreed", "en", amount="20 boxes") in shown
    other.post(page, {f"answer_{mine.number}": "agreed", "confirmed": "1"})
    mine.refresh_from_db()
    assert mine.promised == 20
    assert say("settle.agreed", "en") in text(client.get(FIRST))


def test_accept_all_takes_what_is_not_answered_and_leaves_the_rest(cast: Cast) -> None:
    of = round_in_progress(cast)
    made = proposed(cast, of)
    page, client = f"{FIRST}answer/", cast.client("cn-filer")
    kz, india = cell(made, "KZ"), cell(made, "IN")
    typed = {f"answer_{kz.number}": "refused", f"reason_{kz.number}": "stock_gone",
             f"answer_{india.number}": "awaited", "all": "accepted"}  # fmt: skip
    looked = text(client.post(page, typed))
    assert 'name="all"' in looked
    client.post(page, {**typed, "confirmed": "1"})
    for row in (kz, india):
        row.refresh_from_db()
    assert (kz.donor_answer, india.donor_answer) == ("refused", "accepted")
    shown = text(client.get(FIRST))
    assert say("answer.reason.stock_gone", "en") in shown


def test_a_refusal_stands_at_its_cell_and_nothing_typed_is_lost(cast: Cast) -> None:
    made = proposed(cast, round_in_progress(cast))
    n = cell(made, "KZ").number
    client = cast.client("kz-filer")
    typed = {f"answer_{n}": "changed", f"wanted_{n}": "7000", f"reason_{n}": "covered",
             "confirmed": "1"}  # fmt: skip
    answer = client.post(f"{FIRST}answer/", typed)
    assert answer.status_code == 422
    assert say("refusal.wanted_out_of_range", "en", match=n, low=1, high=100) in text(answer)
    assert 'value="7000"' in text(answer)
    empty = client.post(f"{FIRST}answer/", {"confirmed": "1"})
    assert say("refusal.nothing_changed", "en") in text(empty)


def test_members_see_it_and_nobody_else_does_and_each_answers_its_own(cast: Cast) -> None:
    made = proposed(cast, round_in_progress(cast))
    for reader in ("kz-filer", "in-filer", "rats"):
        assert "Respirators" in text(cast.client(reader).get(FIRST))
    for outside in (cast.client("mn-reader"), Client()):
        for path in ("", "proposal.json"):
            assert outside.get(FIRST + path).status_code == 404
    form = text(cast.client("in-filer").get(f"{FIRST}answer/"))
    assert f"answer_{cell(made, 'IN').number}" in form
    assert f"answer_{cell(made, 'KZ').number}" not in form
    assert cast.client("kz-filer").get(f"{ROUND}proposals/2/").status_code == 404


def test_a_later_proposal_is_compared_and_the_first_one_says_so(cast: Cast) -> None:
    of = round_in_progress(cast)
    first = proposed(cast, of)
    for by in (cast.in_filer, cast.cn_filer):
        say_to(by, first, **{f"m{cell(first, 'IN').number}": "accepted"})
    say_to(cast.kz_filer, first, **{f"m{cell(first, 'KZ').number}": ("refused", "covered")})
    proposed(cast, of)
    client = cast.client("kz-filer")
    shown = text(client.get(f"{ROUND}proposals/2/"))
    assert say("settle.before", "en") in shown
    assert say("settle.since", "en", before=2, same=1, other=0, new=1, gone=1) in shown
    assert say("settle.cause.refused", "en") in shown
    assert say("settle.later", "en") in text(client.get(FIRST))
    assert say("settle.one", "en", number=2) in text(client.get(ROUND))
    assert say("settle.answer.none", "en") in text(client.get(f"{ROUND}proposals/2/answer/"))


def test_plans_are_compared_cell_by_cell() -> None:
    before = [["O1", "R1", 0, 5], ["O1", "R2", 0, 5], ["O2", "R2", 1, 5]]
    after = [["O1", "R1", 0, 5], ["O1", "R2", 0, 6], ["O2", "R2", 2, 5]]
    assert difference(before, after) == Difference(before=3, same=1, other=1, new=1, gone=1)


def test_what_contradicts_is_told_in_a_sentence(cast: Cast) -> None:
    of = round_in_progress(cast)
    first = proposed(cast, of)
    for by in (cast.in_filer, cast.cn_filer):
        say_to(by, first, **{f"m{cell(first, 'IN').number}": "accepted"})
    lane(cast, "CN", "IN", cold=["2-8"])
    proposed(cast, of)
    shown = text(cast.client("kz-filer").get(f"{ROUND}proposals/2/"))
    assert "Offer 1 to request 2" in shown
    assert say("settle.conflict.cure", "en") in shown
    late = ask_proposal(cast.secretariat, of)
    fail_proposal(MATCHER, late, reason="too_long")
    assert say("settle.failed.too_long", "en") in text(
        cast.client("kz-filer").get(f"{ROUND}proposals/3/")
    )


def test_whoever_has_the_file_computes_the_same_plan(cast: Cast, tmp_path: Path) -> None:
    proposed(cast, round_in_progress(cast))
    answer = cast.client("in-filer").get(f"{FIRST}proposal.json")
    told = json.loads(answer.content)
    found = again_from_file(told)
    assert found.differences == []
    record = Entry.objects.get(kind="health.proposal.computed").record
    assert found.found["digest"] == record["digest"]
    assert found.found["result"] == record["result"]
    told["instance"]["offers"][0]["stock"] -= 1
    names = {each.name for each in again_from_file(told).differences}
    assert {"digest", "result", "service"} <= names
    for wrong in ({**told, "instance": {}}, {**told, "found": {}}):
        with pytest.raises(NoSignal):
            again_from_file(wrong)
