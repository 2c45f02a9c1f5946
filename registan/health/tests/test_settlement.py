"""Settling a round: what is computed, who answers what, what is locked and stays."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from registan.health import settlement_run
from registan.health.acts import assistance as deeds
from registan.health.acts.settlement import (
    CellAnswer,
    answer_matches,
    ask_proposal,
    cancel_proposal,
    fail_proposal,
    record_proposal,
)
from registan.health.jobs_settlement import compute_forgotten_proposals, is_forgotten
from registan.health.matcher import MATCHER
from registan.health.matching import facts_of, instance_of
from registan.health.models import Match, Movement, Proposal
from registan.health.tests.helping import (
    aid,
    ask,
    item,
    lane,
    offer,
    proposed,
    round_in_progress,
    say_to,
)
from registan.jobs import local_pool
from registan.kernel.match.instance import digest
from registan.kernel.match.solve import solve
from registan.kernel.match.written import digest_of_rows, from_dict
from registan.ledger.models import Entry
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from tests.cast import Cast

OFFERED = {"item": "masks", "daily": Decimal(0), "reserve_days": 0}


def cells(of: Proposal) -> dict[str, tuple[int, int]]:
    """State -> number and quantity of its cell."""
    return {row.request.state.key: (row.number, row.quantity)
            for row in of.matches.select_related("request__state")}  # fmt: skip


def number(of: Proposal, state: str) -> str:
    return f"m{cells(of)[state][0]}"


def test_the_record_of_a_proposal_names_input_seed_bounds_and_plan(cast: Cast) -> None:
    made = proposed(cast, round_in_progress(cast))
    assert {state: units for state, (_, units) in cells(made).items()} == {"KZ": 70, "IN": 70}
    asked = Entry.objects.get(kind="health.proposal.asked").record
    told = Entry.objects.get(kind="health.proposal.computed").record
    assert asked["digest"] == told["digest"] == digest(from_dict(made.input))
    assert told["result"] == digest_of_rows(made.remarks["cells"])
    assert (told["seed"], told["cells"]) == (1, 2)
    assert told["floor"] <= told["floor_bound"] + 1e-6
    assert "highspy" in told["solver"]
    again = solve(from_dict(json.loads(json.dumps(made.input))), seed=made.seed)
    assert facts_of(again)["result_digest"] == told["result"]
    assert Entry.objects.get(kind="health.proposal.computed").actor == "MATCHER"


def test_nobody_asks_or_nobody_offers_is_said_at_once(cast: Cast) -> None:
    item(cast)
    made = aid(cast)
    with pytest.raises(Refused, match="nothing_asked"):
        ask_proposal(cast.secretariat, made)
    ask(cast.kz_filer, made)
    with pytest.raises(Refused, match="nothing_offered"):
        ask_proposal(cast.secretariat, made)
    with pytest.raises(Refused, match="power_missing"):
        ask_proposal(cast.kz_filer, made)


def test_where_nothing_offered_reaches_who_asks_the_empty_proposal_is_settled(cast: Cast) -> None:
    item(cast)
    made = aid(cast)
    ask(cast.kz_filer, made)
    offer(cast.cn_filer, made)
    told = proposed(cast, made)
    assert (told.matches.count(), told.service, told.service_bound) == (0, 0.0, 0.0)
    assert told.settled_at is not None
    assert told.remarks["shortfalls"] == [{"request": "R1", "missing": 100.0, "cause": "lane"}]


def test_a_cell_is_locked_and_promised_when_both_want_the_same(cast: Cast) -> None:
    made = proposed(cast, round_in_progress(cast))
    n, quantity = cells(made)["IN"]
    say_to(cast.in_filer, made, **{f"m{n}": "accepted"})
    assert not Match.objects.get(proposal=made, number=n).is_locked
    assert not Movement.objects.exists()
    say_to(cast.cn_filer, made, **{f"m{n}": "accepted"})
    match = Match.objects.get(proposal=made, number=n)
    assert match.promised == quantity
    entered = Movement.objects.get()
    assert (entered.stage, entered.quantity, entered.match) == ("promised", quantity, match)
    with pytest.raises(Refused, match="match_locked"):
        say_to(cast.cn_filer, made, **{f"m{n}": ("refused", "stock_gone")})
    made.refresh_from_db()
    assert made.settled_at is None
    other = number(made, "KZ")
    say_to(cast.kz_filer, made, **{other: ("refused", "covered")})
    made.refresh_from_db()
    assert made.settled_at is not None


def test_each_state_answers_for_itself_alone(cast: Cast) -> None:
    made = proposed(cast, round_in_progress(cast))
    with pytest.raises(Refused, match="match_of_others"):
        say_to(cast.kz_filer, made, **{number(made, "IN"): "accepted"})
    with pytest.raises(Refused, match="power_missing"):
        say_to(cast.secretariat, made, m1="accepted")
    with pytest.raises(Refused, match="power_missing"):
        say_to(cast.mn_reader, made, m1="accepted")
    answer = say_to(cast.in_filer, made, **{number(made, "IN"): "accepted"})
    told = Entry.objects.get(kind="health.match.answered").record
    assert (told["state"], told["count"]) == ("IN", 1)
    assert told["cells"] == answer.cells
    assert told["cells"][0]["side"] == "recipient"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (CellAnswer(1, "perhaps"), "cell_answer_missing"),
        (CellAnswer(1, "awaited"), "cell_answer_missing"),
        (CellAnswer(1, "refused"), "cell_reason_missing"),
        (CellAnswer(1, "refused", reason="because"), "cell_reason_missing"),
        (CellAnswer(1, "changed", 0, "covered"), "wanted_out_of_range"),
        (CellAnswer(1, "changed", 141, "covered"), "wanted_out_of_range"),
        (CellAnswer(1, "changed", 20), "cell_reason_missing"),
    ],
)
def test_what_is_no_answer_is_refused_with_its_field(
    cast: Cast, said: CellAnswer, code: str
) -> None:
    made = proposed(cast, round_in_progress(cast))
    n = cells(made)["KZ"][0]
    with pytest.raises(Refused, match=code) as refused:
        answer_matches(cast.kz_filer, made, [replace(said, match=n)])
    assert refused.value.field.endswith(f"_{n}")
    with pytest.raises(Refused, match="nothing_changed"):
        answer_matches(cast.kz_filer, made, [])


def test_the_other_side_may_agree_to_a_change_without_a_reason(cast: Cast) -> None:
    made = proposed(cast, round_in_progress(cast))
    n, quantity = cells(made)["IN"]
    say_to(cast.cn_filer, made, **{f"m{n}": (quantity - 10, "needed_at_home")})
    say_to(cast.in_filer, made, **{f"m{n}": "accepted"})
    assert not Match.objects.get(proposal=made, number=n).is_locked
    say_to(cast.in_filer, made, **{f"m{n}": (quantity - 10, "")})
    assert Match.objects.get(proposal=made, number=n).promised == quantity - 10


def test_locked_cells_stay_refused_pairs_go_and_changes_are_limits(cast: Cast) -> None:
    of = round_in_progress(cast)
    ask(cast.kz_filer, of, quantity=30)
    first = proposed(cast, of)
    rows = {row.request.number: row for row in first.matches.select_related("request")}
    assert set(rows) >= {1, 2}
    say_to(cast.in_filer, first, **{f"m{rows[2].number}": "accepted"})
    say_to(cast.cn_filer, first, **{f"m{rows[2].number}": "accepted"})
    say_to(cast.kz_filer, first, **{f"m{rows[1].number}": ("refused", "covered")})
    given = instance_of(of, timezone.localdate())
    assert [(each.request, each.quantity) for each in given.locked] == [("R2", rows[2].quantity)]
    assert [(each.request, each.quantity) for each in given.limits] == [("R1", 0)]
    second = proposed(cast, of)
    # The locked cell is part of the plan, and not asked about again; what it leaves open is.
    assert ["O1", "R2", rows[2].week, rows[2].quantity] in second.remarks["cells"]
    new = {row.request.number: row.quantity for row in second.matches.select_related("request")}
    assert new == {2: 100 - rows[2].quantity, 3: 30}
    assert {"request": "R1", "missing": 100.0, "cause": "refused"} in second.remarks["shortfalls"]
    with pytest.raises(Refused, match="proposal_replaced"):
        say_to(cast.kz_filer, first, **{f"m{rows[1].number}": "accepted"})
    third_of = second.matches.get(request__number=3).number
    say_to(cast.cn_filer, second, **{f"m{third_of}": (12, "needed_at_home")})
    third = proposed(cast, of)
    assert third.matches.get(request__number=3).quantity == 12


def test_an_amended_request_is_asked_about_anew(cast: Cast) -> None:
    of = round_in_progress(cast)
    first = proposed(cast, of)
    kz = number(first, "KZ")
    say_to(cast.kz_filer, first, **{kz: ("refused", "covered")})
    facts = {"item": "masks", "quantity": 80, "first_week": 0, "last_week": 4, "severity": 2,
             "stock_days": 10}  # fmt: skip
    deeds.amend_request(cast.kz_filer, of.requests.get(state__key="KZ"), **facts)
    with pytest.raises(Refused, match="match_outdated"):
        say_to(cast.cn_filer, first, **{kz: "accepted"})
    assert "KZ" in cells(proposed(cast, of))


def test_what_is_amended_while_it_is_computed_was_not_matched(cast: Cast) -> None:
    of = round_in_progress(cast)
    asked = ask_proposal(cast.secretariat, of)
    facts = {"item": "masks", "quantity": 10, "first_week": 0, "last_week": 4, "severity": 2,
             "stock_days": 10}  # fmt: skip
    deeds.amend_request(cast.kz_filer, of.requests.get(state__key="KZ"), **facts)
    settlement_run.record(asked, solve(from_dict(asked.input)))
    with pytest.raises(Refused, match="match_outdated"):
        say_to(cast.kz_filer, asked, **{number(asked, "KZ"): "accepted"})
    say_to(cast.in_filer, asked, **{number(asked, "IN"): "accepted"})


def test_who_thinks_better_of_a_refusal_opens_the_proposal_again(cast: Cast) -> None:
    made = proposed(cast, round_in_progress(cast))
    refused = {number(made, state): ("refused", "stock_gone") for state in ("KZ", "IN")}
    say_to(cast.cn_filer, made, **refused)
    made.refresh_from_db()
    assert made.settled_at is not None
    say_to(cast.cn_filer, made, **{number(made, "KZ"): "accepted"})
    made.refresh_from_db()
    assert made.settled_at is None


def test_what_is_promised_outlives_a_withdrawal_and_is_not_amended_away(cast: Cast) -> None:
    of = round_in_progress(cast)
    first = proposed(cast, of)
    n, quantity = cells(first)["IN"]
    for by in (cast.in_filer, cast.cn_filer):
        say_to(by, first, **{f"m{n}": "accepted"})
    given = of.offers.get()
    with pytest.raises(Refused, match="less_than_promised") as refused:
        deeds.amend_offer(cast.cn_filer, given, **OFFERED, stock=quantity - 1,
                          released_on=of.starts_on)  # fmt: skip
    assert refused.value.field == "stock"
    deeds.withdraw_offer(cast.cn_filer, given)
    offer(cast.kz_filer, of, stock=5, reserve_days=0)
    second = proposed(cast, of)
    assert ["O1", "R2", 0, quantity] in second.remarks["cells"]
    assert instance_of(of, timezone.localdate()).offers[0].stock == quantity


def test_two_agreements_never_exceed_what_is_offered(cast: Cast) -> None:
    of = round_in_progress(cast)
    made = proposed(cast, of)
    (kz, has), (india, gets) = cells(made)["KZ"], cells(made)["IN"]
    assert has + gets == 140
    for by in (cast.in_filer, cast.cn_filer):
        say_to(by, made, **{f"m{india}": "accepted"})
    say_to(cast.kz_filer, made, **{f"m{kz}": (has + 1, "not_needed")})
    with pytest.raises(Refused, match="agreed_over_offer"):
        say_to(cast.cn_filer, made, **{f"m{kz}": (has + 1, "")})
    # The refusal undid all of it.
    assert Match.objects.get(proposal=made, number=kz).donor_wanted is None


def test_agreements_never_exceed_the_room_of_a_way(cast: Cast) -> None:
    item(cast)
    lane(cast, "CN", "KZ", room=1)
    of = aid(cast, weeks=2)
    ask(cast.kz_filer, of, last_week=1)
    offer(cast.cn_filer, of)
    made = proposed(cast, of)
    (match,) = made.matches.all()
    assert match.quantity == 20  # a twentieth of a cubic metre each
    say_to(cast.kz_filer, made, m1=(21, "not_needed"))
    with pytest.raises(Refused, match="agreed_over_room"):
        say_to(cast.cn_filer, made, m1=(21, ""))


def test_what_contradicts_what_is_agreed_is_named_and_nothing_hangs(cast: Cast) -> None:
    of = round_in_progress(cast)
    first = proposed(cast, of)
    n, _ = cells(first)["IN"]
    for by in (cast.in_filer, cast.cn_filer):
        say_to(by, first, **{f"m{n}": "accepted"})
    lane(cast, "CN", "IN", cold=["2-8"])
    second = proposed(cast, of)
    assert (second.standing, second.reason) == ("failed", "conflict")
    assert second.remarks["conflicts"][0]["kind"] == "way"
    lane(cast, "CN", "IN")
    assert proposed(cast, of).is_computed


def test_one_at_a_time_and_nobody_answers_while_it_is_computed(cast: Cast) -> None:
    of = round_in_progress(cast)
    first = proposed(cast, of)
    asked = ask_proposal(cast.secretariat, of)
    with pytest.raises(Refused, match="proposal_under_way"):
        ask_proposal(cast.secretariat, of)
    with pytest.raises(Refused, match="proposal_under_way"):
        say_to(cast.kz_filer, first, **{number(first, "KZ"): "accepted"})
    with pytest.raises(Refused, match="power_missing"):
        cancel_proposal(cast.kz_filer, asked)
    cancel_proposal(cast.secretariat, asked)
    with pytest.raises(Refused, match="proposal_over"):
        cancel_proposal(cast.secretariat, asked)
    with pytest.raises(Refused, match="proposal_over"):
        settlement_run.record(asked, solve(from_dict(asked.input)))
    say_to(cast.kz_filer, first, **{number(first, "KZ"): "accepted"})


def test_only_the_matcher_records(cast: Cast) -> None:
    asked = ask_proposal(cast.secretariat, round_in_progress(cast))
    with pytest.raises(Refused, match="proposal_by_matcher"):
        record_proposal(cast.secretariat, asked, {}, solver="by hand")
    with pytest.raises(Refused, match="proposal_by_matcher"):
        fail_proposal(cast.secretariat, asked, reason="conflict")
    fail_proposal(MATCHER, asked, reason="too_long")
    assert Entry.objects.get(kind="health.proposal.failed").record["reason"] == "too_long"


def test_it_is_computed_elsewhere_and_the_same_as_here(cast: Cast, settings: Any) -> None:
    settings.EXECUTOR_PROCESSES = 1
    asked = ask_proposal(cast.secretariat, round_in_progress(cast))
    assert is_forgotten()
    try:
        assert compute_forgotten_proposals.call() == 1
    finally:
        local_pool.let_go()
    asked.refresh_from_db()
    here = facts_of(solve(from_dict(asked.input), seed=asked.seed))
    assert asked.result_digest == here["result_digest"]
    assert not is_forgotten()
    assert not settlement_run.compute(asked.pk)


def test_a_closed_round_takes_no_answer_and_an_old_week_no_shipment(cast: Cast) -> None:
    of = round_in_progress(cast)
    late = of.starts_on + timedelta(weeks=2, days=3)
    given = instance_of(of, late)
    assert {cell.week for cell in solve(given).cells} == {2}
    made = proposed(cast, of)
    deeds.close_aid_round(cast.secretariat, of)
    with pytest.raises(Refused, match="aid_closed"):
        say_to(cast.kz_filer, made, **{number(made, "KZ"): "accepted"})


def test_a_substitute_is_counted_by_what_it_replaces(cast: Cast) -> None:
    item(cast, "half")
    item(cast, substitutes={"half": Decimal("0.5")})
    lane(cast, "CN", "KZ")
    of = aid(cast)
    ask(cast.kz_filer, of, quantity=20)
    offer(cast.cn_filer, of, item="half", stock=100, reserve_days=0)
    made = proposed(cast, of)
    assert [row.quantity for row in made.matches.all()] == [40]
    with pytest.raises(Refused, match="wanted_out_of_range"):
        say_to(cast.kz_filer, made, m1=(41, "not_needed"))
    for by in (cast.kz_filer, cast.cn_filer):
        say_to(by, made, m1="accepted")
    second = proposed(cast, of)
    assert second.matches.count() == 0
    assert second.remarks["shortfalls"] == []
