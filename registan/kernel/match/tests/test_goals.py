"""A large instance is solved over a few arcs; its dual values prove that no other arc would help."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bench.matching import instance
from registan.kernel.match.arcs import arcs, table
from registan.kernel.match.goals import ALL_AT_ONCE, SLACK, Solver, pursue
from registan.kernel.match.instance import Cell, digest
from registan.kernel.match.rows import Program, program
from registan.kernel.match.solve import Proposal, solve
from registan.kernel.match.tests.rules import broken

if TYPE_CHECKING:
    from registan.kernel.match.goals import Found

ROUND = instance(1_500)


@pytest.fixture(scope="module")
def rows() -> Program:
    columns = table(ROUND)
    return program(ROUND, columns, arcs(ROUND, columns))


@pytest.fixture(scope="module")
def reached(rows: Program) -> Found:
    return pursue(rows, seed=1, limit_s=60, progress=lambda _: None)


@pytest.fixture(scope="module")
def made() -> Proposal:
    return solve(ROUND, seed=1)


def test_it_begins_with_a_part_of_the_arcs(rows: Program) -> None:
    assert rows.packs.size > ALL_AT_ONCE
    solver = Solver(rows, seed=1, limit_s=60)
    assert 0 < solver.taken.size < rows.packs.size / 2
    asked = rows.matrix.indices[rows.matrix.indptr[:-1]]
    assert set(asked[solver.taken]) == set(asked)


def test_the_dual_values_prove_the_bound_of_service(rows: Program, reached: Found) -> None:
    """Weak duality by hand: prices of the right sign, what is left of each arc, and the sum."""
    prices = reached.prices
    assert prices is not None
    assert reached.bound is not None
    at = rows.at
    capped = prices[: at["state"]]
    floors = prices[at["state"] : at["ratio"]]
    assert capped.min() > -1e-7
    assert floors.max() < 1e-7
    gain = np.maximum(rows.service - rows.matrix.T @ prices, 0.0)
    least = [(reached.floors[s] - SLACK) * w if s in reached.floors else 0.0
             for s, w in enumerate(rows.weights)]  # fmt: skip
    proven = capped.sum() + float(floors @ np.array(least)) + np.maximum(gain, 0).sum()
    assert proven == pytest.approx(reached.bound, abs=1e-4)
    assert reached.service <= reached.bound <= reached.service * (1 + 1e-5)


def test_the_plan_breaks_no_rule_and_comes_near_its_bounds(made: Proposal) -> None:
    assert broken(ROUND, made.cells) == []
    assert made.goals == ("floor", "service", "weighed")
    assert made.floor_bound is not None
    assert made.service_bound is not None
    assert made.floor_bound + 1e-6 >= made.floor > made.floor_bound - 0.03
    assert made.service > made.service_bound - 0.02


def test_a_corner_has_few_shipments(made: Proposal) -> None:
    """At most one for each row that binds; a point inside would have several times as many."""
    assert made.shipments < len(ROUND.requests) + len(ROUND.offers)


def test_the_same_seed_gives_the_same_plan_and_digest(made: Proposal) -> None:
    again = solve(ROUND, seed=1)
    assert again == made
    assert made.digest == digest(ROUND)
    assert made.seed == 1


def test_the_last_plan_weighs_in_a_large_instance_too(made: Proposal) -> None:
    """Solved anew with the plan as the one published, most of its packs stay where they are."""
    given = replace(ROUND, previous=made.cells)
    kept = {(c.offer, c.request, c.week): c.quantity for c in solve(given, seed=2).cells}
    stays = sum(min(kept.get((c.offer, c.request, c.week), 0), c.quantity) for c in made.cells)
    assert stays > 0.85 * sum(c.quantity for c in made.cells)


def test_locked_cells_stay_in_a_large_instance(made: Proposal) -> None:
    locked = tuple(Cell(c.offer, c.request, c.week, c.quantity) for c in made.cells[:300])
    refused = tuple(Cell(c.offer, c.request, c.week, 0) for c in made.cells[300:350])
    given = replace(ROUND, locked=locked + refused)
    again = solve(given, seed=1)
    assert again.conflicts == ()
    assert set(locked) <= set(again.cells)
    arcs_now = {(c.offer, c.request, c.week) for c in again.cells}
    assert not arcs_now & {(c.offer, c.request, c.week) for c in refused}
    assert broken(given, again.cells) == []
