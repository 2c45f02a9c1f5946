"""Matching: against all plans of tiny instances, and each rule on a case made for it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bench.matching import instance as large
from registan.kernel.match.instance import (
    Cell,
    Instance,
    Item,
    Lane,
    Limit,
    Offer,
    Ratio,
    Request,
    digest,
)  # fmt: skip
from registan.kernel.match.solve import Proposal, solve
from registan.kernel.match.tests.rules import broken, by_trying_all, merit, reachable
from registan.kernel.match.written import from_dict, to_dict

if TYPE_CHECKING:
    from collections.abc import Sequence

MASKS, VACCINE, SYRINGE = (
    Item("masks", "box"),
    Item("vaccine", "dose", "2-8"),
    Item("syringe", "piece"),
)
COLD_LANE = frozenset({"ambient", "2-8"})


class Dice:
    """Seeded choices (the kernel knows no `random`)."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)

    def choice(self, given: Sequence[Any]) -> Any:
        return given[int(self.rng.integers(len(given)))]

    def randrange(self, low: int, high: int = 0) -> int:
        return int(self.rng.integers(low, high) if high else self.rng.integers(low))


def instance(*parts: Any, weeks: int = 4, **given: Any) -> Instance:
    """Requests, offers and lanes in any order; lanes from A to every State where none are given."""
    requests = tuple(each for each in parts if isinstance(each, Request))
    offers = tuple(each for each in parts if isinstance(each, Offer))
    lanes = tuple(each for each in parts if isinstance(each, Lane))
    usual = tuple(Lane("A", state, lead=1) for state in sorted({r.state for r in requests}))
    return Instance((MASKS, VACCINE, SYRINGE), requests, offers, lanes or usual, weeks, **given)


def ask(key: str, state: str, quantity: int, item: str = "masks", **given: Any) -> Request:
    return Request(key, state, item, quantity, **{"window": (0, 3), **given})


def offer(key: str, stock: int, item: str = "masks", **given: Any) -> Offer:
    return Offer(key, "A", item, stock, **given)


def quantities(made: Proposal) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell in made.cells:
        found[cell.request] = found.get(cell.request, 0) + cell.quantity
    return found


def tiny(seed: int) -> Instance:
    """At most three requests and two offers of a few packs, with every rule at work."""
    rng = Dice(seed)
    requests = tuple(
        Request(
            f"r{n}", rng.choice("BC"), rng.choice(("masks", "syringe")), rng.randrange(1, 5),
            (0, rng.randrange(2)), 1, rng.choice((0, 3)), rng.choice((1.0, 3.0)),
            rng.choice(({}, {"vaccine": 0.5})),
        ) for n in range(3)
    )  # fmt: skip
    offers = tuple(
        Offer(f"o{n}", rng.choice("AB"), rng.choice(("masks", "syringe", "vaccine")),
              rng.randrange(1, 5), rng.choice((0, 1)), 0, rng.choice((None, 3)), rng.choice((1, 2)))
        for n in range(2)
    )  # fmt: skip
    lanes = tuple(
        Lane(donor, state, rng.choice((0, 1)), COLD_LANE, rng.choice((None, 3.0)))
        for donor in "AB" for state in "BC" if donor != state
    )  # fmt: skip
    items = (replace(MASKS, volume=1.0), VACCINE, replace(SYRINGE, volume=0.5))
    return Instance(items, requests, offers, lanes, 2)


@pytest.mark.parametrize("seed", range(40))
def test_a_tiny_instance_comes_near_the_best_of_all_plans(seed: int) -> None:
    given = tiny(seed)
    made, best = solve(given), by_trying_all(given)
    assert broken(given, made.cells) == []
    ours = merit(given, made.cells, reachable(given))
    assert (round(made.floor, 6), made.service) == pytest.approx(ours)
    # A whole pack of a handful: rounding may lose one.
    assert ours[0] >= best[0] - 0.2
    assert ours[1] >= best[1] - 0.2
    assert made.floor_bound is not None
    assert best[0] <= made.floor_bound + 1e-5


def test_nearly_all_tiny_instances_get_the_best_of_all_plans() -> None:
    exact = 0
    for seed in range(40):
        given = tiny(seed)
        ours = merit(given, solve(given).cells, reachable(given))
        exact += ours == pytest.approx(by_trying_all(given))
    assert exact >= 39


@pytest.mark.parametrize("seed", range(8))
def test_larger_plans_break_no_rule_and_stay_below_their_bounds(seed: int) -> None:
    rng = Dice(seed)
    requests = tuple(
        Request(
            f"r{n}", f"S{rng.randrange(5)}", rng.choice(("masks", "syringe", "vaccine")),
            rng.randrange(1, 90), (0, rng.randrange(1, 4)), rng.choice((1, 1, 5)) if n % 2 else 1,
            rng.choice((0, 4)), rng.choice((1.0, 2.0)), {"masks": 0.7} if n % 5 == 0 and n % 2 else {},
        ) for n in range(80)
    )  # fmt: skip
    requests = tuple(replace(r, smallest=min(r.smallest, r.quantity)) for r in requests)
    offers = tuple(
        Offer(f"o{n}", f"S{rng.randrange(5)}", rng.choice(("masks", "syringe", "vaccine")),
              rng.randrange(5, 120), 5, rng.randrange(2), rng.choice((None, 5)), rng.choice((1, 8)))
        for n in range(40)
    )  # fmt: skip
    lanes = tuple(
        Lane(f"S{d}", f"S{s}", 1, COLD_LANE if (d + s) % 3 else frozenset({"ambient"}), 60.0)
        for d in range(5) for s in range(5) if d != s
    )  # fmt: skip
    items = tuple(replace(item, volume=0.5) for item in (MASKS, VACCINE, SYRINGE))
    given = Instance(items, requests, offers, lanes, 4, ratios=(Ratio("vaccine", "syringe", 1.0),))
    made = solve(given, seed=3)
    assert broken(given, made.cells) == []
    assert made.goals == ("floor", "service", "cost", "kept")
    assert made.floor_bound is not None
    assert made.floor_bound + 1e-6 >= made.floor >= made.floor_bound - 0.12
    assert made.service_bound is not None
    assert made.service >= made.service_bound - 0.08
    assert made == solve(given, seed=3)


def test_the_worst_off_state_comes_before_the_sum() -> None:
    """B asks for one box, C for 99 with priority; 40 boxes: C alone would make more service."""
    given = instance(ask("b", "B", 40), ask("c", "C", 40, weight=5.0), offer("o", 40))
    assert quantities(solve(given)) == {"b": 20, "c": 20}


def test_what_one_state_cannot_use_goes_to_the_others() -> None:
    """C can get 10 at most (its own earmark); B and D share the rest equally, not at C's level."""
    given = instance(
        ask("b", "B", 100), ask("c", "C", 100), ask("d", "D", 100),
        offer("own", 10, only_for=frozenset("C")), offer("o", 120, never_for=frozenset("C")),
    )  # fmt: skip
    made = solve(given)
    assert quantities(made) == {"b": 60, "c": 10, "d": 60}
    assert made.floor == pytest.approx(0.1)


def test_priority_decides_within_a_state() -> None:
    given = instance(ask("low", "B", 30), ask("high", "B", 30, weight=3.0), offer("o", 40))
    assert quantities(solve(given)) == {"high": 30, "low": 10}


def test_the_reserve_is_kept() -> None:
    assert quantities(solve(instance(ask("b", "B", 100), offer("o", 100, reserve=70)))) == {"b": 30}
    assert solve(instance(ask("b", "B", 100), offer("o", 50, reserve=70))).cells == ()


def test_a_substitute_counts_by_its_factor() -> None:
    given = instance(
        ask("b", "B", 30, substitutes={"syringe": 0.5}), offer("o", 10), offer("s", 40, "syringe")
    )
    made = solve(given)
    assert {cell.offer: cell.quantity for cell in made.cells} == {"o": 10, "s": 40}
    assert made.service == pytest.approx(1.0)
    barred = replace(given.requests[0], barred=frozenset({"syringe"}))
    assert quantities(solve(replace(given, requests=(barred,)))) == {"b": 10}


def test_what_expires_too_early_is_not_sent() -> None:
    """Arrival in week 1 at the earliest; 4 weeks of life are asked."""
    request = ask("b", "B", 10, shelf_weeks=4)
    assert solve(instance(request, offer("o", 10, expiry=4))).cells == ()
    made = solve(instance(request, offer("o", 10, expiry=5)))
    assert [(cell.week, cell.quantity) for cell in made.cells] == [(0, 10)]


def test_what_must_stay_cold_takes_a_cold_lane() -> None:
    given = instance(ask("b", "B", 10, "vaccine"), offer("o", 10, "vaccine"), Lane("A", "B"))
    made = solve(given)
    assert made.cells == ()
    assert [(each.request, each.cause) for each in made.shortfalls] == [("b", "cold")]
    assert quantities(solve(replace(given, lanes=(Lane("A", "B", cold=COLD_LANE),)))) == {"b": 10}


def test_windows_releases_and_departures_are_met() -> None:
    request = ask("b", "B", 10, window=(2, 2))
    assert [c.week for c in solve(instance(request, offer("o", 10))).cells] == [1]
    assert solve(instance(request, offer("o", 10, week=2))).cells == ()
    closed = Lane("A", "B", lead=1, leaves=frozenset({0, 2}))
    assert solve(instance(request, offer("o", 10), closed)).cells == ()


def test_the_smallest_shipment_and_the_smallest_useful_part_hold() -> None:
    assert solve(instance(ask("b", "B", 10), offer("o", 100, smallest=20))).cells == ()
    assert solve(instance(ask("b", "B", 50, smallest=30), offer("o", 29))).cells == ()
    assert quantities(solve(instance(ask("b", "B", 50, smallest=30), offer("o", 31)))) == {"b": 31}


def test_the_room_of_a_lane_is_kept_and_told() -> None:
    lane = Lane("A", "B", lead=1, room=3.0)
    given = instance(ask("b", "B", 100), offer("o", 100), lane)
    given = replace(given, items=(replace(MASKS, volume=0.25), VACCINE, SYRINGE))
    made = solve(given)
    assert sorted((cell.week, cell.quantity) for cell in made.cells) == [(0, 12), (1, 12), (2, 12)]
    rooms = [each for each in made.reasons if each.kind == "room"]
    assert {each.facts["week"] for each in rooms} == {0, 1, 2}
    # A tenth more room: 1.2 boxes of 100 more in each week.
    assert [each.gain for each in rooms] == pytest.approx([0.012] * 3)


def test_no_dose_comes_without_its_syringe() -> None:
    given = instance(
        ask("v", "B", 100, "vaccine"), ask("s", "B", 100, "syringe"),
        offer("ov", 100, "vaccine"), offer("os", 44, "syringe"), Lane("A", "B", cold=COLD_LANE),
        ratios=(Ratio("vaccine", "syringe", 1.1),),
    )  # fmt: skip
    assert quantities(solve(given)) == {"v": 40, "s": 44}


def test_among_equal_plans_the_cheapest_with_fewest_shipments_is_taken() -> None:
    given = instance(
        ask("b", "B", 60), offer("dear", 60, price=2.0), offer("cheap", 60, price=1.0),
        offer("small", 5, price=0.9), Lane("A", "B", shipment_cost=30.0),
    )  # fmt: skip
    made = solve(given)
    assert [(cell.offer, cell.quantity) for cell in made.cells] == [("cheap", 60)]
    assert (made.cost, made.shipments) == (90.0, 1)


def test_what_was_published_is_kept_among_equal_plans() -> None:
    parts = ask("b", "B", 10), offer("first", 10), offer("second", 10)
    for kept in ("first", "second"):
        made = solve(instance(*parts, previous=(Cell(kept, "b", 0, 10),)))
        assert [(cell.offer, cell.week) for cell in made.cells] == [(kept, 0)]


def test_among_equal_plans_what_leaves_earlier_is_taken_but_not_from_the_last_plan() -> None:
    parts = ask("b", "B", 10), offer("o", 10)
    assert [cell.week for cell in solve(instance(*parts)).cells] == [0]
    kept = solve(instance(*parts, previous=(Cell("o", "b", 2, 10),)))
    assert [cell.week for cell in kept.cells] == [2]


def test_locked_cells_stay_and_refused_ones_stay_empty() -> None:
    parts = ask("b", "B", 40), ask("c", "C", 40), offer("o", 40)
    made = solve(instance(*parts, locked=(Cell("o", "b", 1, 33),)))
    assert Cell("o", "b", 1, 33) in made.cells
    assert quantities(made) == {"b": 33, "c": 7}
    refused = tuple(Cell("o", "b", week, 0) for week in range(4))
    assert quantities(solve(instance(*parts, locked=refused))) == {"c": 40}


def test_what_a_side_wants_less_of_is_held_over_all_weeks_with_what_is_locked() -> None:
    parts = ask("b", "B", 40), ask("c", "C", 40), offer("o", 60)
    less = Limit("o", "b", 12)
    made = solve(instance(*parts, limits=(less,)))
    assert quantities(made) == {"b": 12, "c": 40}
    made = solve(instance(*parts, limits=(less,), locked=(Cell("o", "b", 1, 10),)))
    assert Cell("o", "b", 1, 10) in made.cells
    assert quantities(made) == {"b": 12, "c": 40}
    assert made.service_bound == pytest.approx(0.65)


def test_a_refused_pair_is_left_out_named_and_never_priced() -> None:
    parts = ask("b", "B", 40), ask("c", "C", 40), offer("o", 60)
    made = solve(instance(*parts, limits=(Limit("o", "b", 0),)))
    assert quantities(made) == {"c": 40}
    assert [(each.request, each.cause) for each in made.shortfalls] == [("b", "refused")]
    assert {each.kind for each in made.reasons} <= {"stock", "fairness"}
    # The State that nothing else reaches does not hold down the others.
    assert made.floor == 1.0
    every = tuple(Limit("o", key, 0) for key in "bc")
    assert solve(instance(*parts, limits=every)).cells == ()


def test_nothing_new_leaves_in_a_week_that_is_over_and_what_left_stays() -> None:
    parts = ask("b", "B", 40), ask("c", "C", 40, window=(0, 1)), offer("o", 60)
    made = solve(instance(*parts, begins=2, locked=(Cell("o", "b", 0, 10),)))
    assert {(each.request, each.week) for each in made.cells} == {("b", 0), ("b", 2)}
    assert quantities(made) == {"b": 40}
    assert [(each.request, each.cause) for each in made.shortfalls] == [("c", "window")]
    assert solve(instance(*parts, begins=9)).cells == ()


def test_limits_hold_on_a_large_instance_too() -> None:
    given = large(1_500)
    free = solve(given, seed=1)
    most = Counter[tuple[str, str]]()
    for cell in free.cells:
        most[cell.offer, cell.request] += cell.quantity
    told = [Limit(*pair, packs // 2) for pair, packs in list(most.items())[:60]]
    made = solve(replace(given, limits=tuple(told)), seed=1)
    assert broken(given, made.cells) == []
    got = Counter[tuple[str, str]]()
    for cell in made.cells:
        got[cell.offer, cell.request] += cell.quantity
    assert all(got[each.offer, each.request] <= each.quantity for each in told)
    assert made.service < free.service + 1e-3


def test_an_instance_is_written_and_read_back_to_the_same_digest() -> None:
    given = replace(
        tiny(3), locked=(Cell("o0", "r0", 0, 0),), limits=(Limit("o0", "r1", 2),),
        previous=(Cell("o1", "r0", 1, 2),),
    )  # fmt: skip
    again = from_dict(json.loads(json.dumps(to_dict(given))))
    assert again == given
    assert digest(again) == digest(given)
    for wrong in ({}, {**to_dict(given), "offers": [{"key": "o", "colour": "red"}]}):
        with pytest.raises(ValueError, match=r"no instance|unknown field colour"):
            from_dict(wrong)


@pytest.mark.parametrize(
    ("locked", "kind", "facts"),
    [
        ([Cell("o", "b", 1, 50)], "stock", {"offer": "o", "locked": 50, "available": 40}),
        ([Cell("o", "b", 0, 25), Cell("o", "c", 0, 25)], "stock", {"locked": 50}),
        ([Cell("o", "b", 0, 35), Cell("p", "b", 0, 10)], "need", {"request": "b", "asked": 40}),
        ([Cell("o", "b", 3, 10)], "way", {"offer": "o", "request": "b", "week": 3}),
        ([Cell("p", "b", 0, 2)], "smallest", {"quantity": 2, "smallest": 5}),
    ],
)
def test_locked_cells_that_contradict_are_named(
    locked: list[Cell], kind: str, facts: dict[str, Any]
) -> None:
    parts = ask("b", "B", 40), ask("c", "C", 40), offer("o", 40), offer("p", 10, smallest=5)
    made = solve(instance(*parts, locked=tuple(locked)))
    assert made.cells == ()
    assert kind in {each.kind for each in made.conflicts}
    named = next(each for each in made.conflicts if each.kind == kind)
    assert facts.items() <= dict(named.facts).items()


def test_locked_cells_above_the_room_of_a_lane_are_named() -> None:
    lane = Lane("A", "B", lead=1, room=5.0)
    given = instance(ask("b", "B", 40), offer("o", 40), lane, locked=(Cell("o", "b", 0, 6),))
    given = replace(given, items=(replace(MASKS, volume=1.0), VACCINE, SYRINGE))
    assert [each.kind for each in solve(given).conflicts] == ["room"]


def test_a_locked_dose_without_any_syringe_is_named() -> None:
    given = instance(
        ask("v", "B", 100, "vaccine"), ask("s", "B", 100, "syringe"), offer("ov", 100, "vaccine"),
        offer("os", 20, "syringe"), Lane("A", "B", cold=COLD_LANE),
        ratios=(Ratio("vaccine", "syringe"),), locked=(Cell("ov", "v", 0, 30),),
    )  # fmt: skip
    (named,) = solve(given).conflicts
    assert named.kind == "ratio"
    assert dict(named.facts) == {"state": "B", "item": "vaccine", "needs": "syringe", "factor": 1.0}


def test_a_barrier_is_told_with_what_it_costs_at_most() -> None:
    given = instance(
        ask("v", "B", 10, "vaccine"), ask("m", "C", 10), offer("ov", 10, "vaccine"), offer("o", 10),
        Lane("A", "B"), Lane("A", "C"),
    )  # fmt: skip
    made = solve(given)
    cold = next(each for each in made.reasons if each.kind == "cold")
    assert dict(cold.facts) == {"donor": "A", "state": "B", "cold": "2-8"}
    lifted = solve(replace(given, lanes=(Lane("A", "B", cold=COLD_LANE), Lane("A", "C"))))
    assert lifted.service - made.service <= cold.gain + 1e-9
    assert cold.gain == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("parts", "cause"),
    [
        ([ask("b", "B", 9)], "no_offer"),
        ([ask("b", "B", 9), offer("o", 4)], "scarce"),
        ([ask("b", "B", 9), offer("o", 9, never_for=frozenset("B"))], "earmark"),
        ([ask("b", "B", 9), offer("o", 9), Lane("A", "C")], "lane"),
        ([ask("b", "A", 9), Offer("o", "B", "masks", 9)], "lane"),
        ([ask("b", "B", 9, window=(0, 0)), offer("o", 9)], "window"),
        ([ask("b", "B", 9, shelf_weeks=9), offer("o", 9, expiry=2)], "expiry"),
        ([ask("b", "B", 9, shelf_weeks=9), offer("o", 9, expiry=2, week=9)], "several"),
    ],
)
def test_each_request_that_is_not_served_has_a_cause(parts: list[Any], cause: str) -> None:
    (missing,) = solve(instance(*parts)).shortfalls
    assert (missing.request, missing.cause) == ("b", cause)


def test_more_stock_is_told_by_its_worth() -> None:
    made = solve(instance(ask("b", "B", 100), offer("o", 40)))
    (stock,) = (each for each in made.reasons if each.kind == "stock")
    assert stock.facts == {"item": "masks"}
    assert stock.gain == pytest.approx(0.04)  # a tenth more: 4 of 100


def test_nobody_asks_or_nobody_offers() -> None:
    for given in (instance(), instance(offer("o", 5)), instance(ask("b", "B", 5))):
        made = solve(given)
        assert (made.cells, made.service, made.service_bound) == ((), 0.0, 0.0)


def test_without_time_there_is_still_a_plan_without_a_bound() -> None:
    given = instance(ask("b", "B", 40), ask("c", "C", 40), offer("o", 40))
    made = solve(given, limit_s=1e-9)
    assert made.by_time
    assert made.goals == ()
    assert (made.floor_bound, made.service_bound) == (None, None)
    assert broken(given, made.cells) == []
    assert sum(quantities(made).values()) == 40


def test_the_digest_names_the_instance_and_the_order_of_its_sets_does_not_matter() -> None:
    given = instance(ask("b", "B", 5), offer("o", 5, never_for=frozenset({"C", "D", "E"})))
    same = instance(ask("b", "B", 5), offer("o", 5, never_for=frozenset({"E", "D", "C"})))
    assert solve(given).digest == digest(same)
    assert digest(replace(given, weeks=5)) != digest(given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (instance(weeks=0), "weeks"),
        (instance(ask("b", "B", 0)), "request b: quantity"),
        (instance(ask("b", "B", -5)), "request b: quantity"),
        (instance(ask("b", "B", 10**12)), "request b: quantity"),
        (instance(ask("b", "B", 5, item="gold")), "unknown item gold"),
        (instance(ask("b", "B", 5, window=(3, 1))), "ends before it begins"),
        (instance(ask("b", "B", 5, smallest=6)), "its least part"),
        (instance(ask("b", "B", 5, weight=0.0)), "weight"),
        (instance(ask("b", "B", 5, weight=float("nan"))), "weight"),
        (instance(ask("b", "B", 5, substitutes={"syringe": 0.0})), "factor of a substitute"),
        (instance(ask("b", "B", 5), ask("b", "C", 5)), "request b is given twice"),
        (instance(offer("o", -1)), "offer o: stock"),
        (instance(offer("o", 5, smallest=0)), "offer o: smallest"),
        (instance(offer("o", 5, price=-1.0)), "offer o: price"),
        (instance(Lane("A", "B"), Lane("A", "B")), "given twice"),
        (instance(Lane("A", "B", cold=frozenset({"hot"}))), "keeps cold"),
        (instance(Lane("A", "B", lead=-1)), "lead"),
        (instance(ratios=(Ratio("masks", "gold"),)), "unknown item"),
        (instance(ratios=(Ratio("masks", "masks"),)), "to itself"),
        (instance(locked=(Cell("o", "b", 0, 1),)), "no such offer"),
        (instance(ask("b", "B", 5), offer("o", 5), locked=(Cell("o", "b", 9, 1),)), "week 9"),
        (instance(ask("b", "B", 5), offer("o", 5), locked=(Cell("o", "b", 0, -1),)), "quantity"),
    ],
)
def test_what_cannot_be_matched_is_refused_in_a_sentence(given: Instance, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        solve(given)
