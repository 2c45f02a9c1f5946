"""The goals one after the other, by HiGHS: the least State's share, all service, cost, the last plan kept.

Large instances are solved over a few arcs of each request; the dual values price all others, and those that
would help are added until none does (column generation): the optimum over all arcs, in a tenth of the
time. Each goal is held, but for SLACK, while the next is sought.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import highspy
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from registan.kernel.match.rows import Program

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

SLACK = 1e-6
# Up to so many arcs all are taken at once; the simplex method is quick up to SIMPLEX of them.
ALL_AT_ONCE, SIMPLEX = 20_000, 6_000
OF_EACH, ADDED_OF_EACH, ROUNDS = 4, 10, 50
PRICED = 1e-7
DIVES = 6
# What the floor weighs against service in them.
FOR_FLOOR = (1.0, 10.0, 0.0)
# What a doubling of the cost, and losing all of the last plan, may take from the service of a large instance.
FOR_COST, FOR_KEPT = 1e-4, 1e-4
# What leaving in the last week instead of the first may take from the last plan.
FOR_EARLY = 1e-3
OPTIMAL = highspy.HighsModelStatus.kOptimal
UNSURE = {highspy.HighsModelStatus.kUnknown, highspy.HighsModelStatus.kSolveError}
IMPOSSIBLE = {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}
GOALS = ("floor", "service", "cost", "kept")


@dataclass
class Found:
    """y (n): shares; plans: others that are worth rounding. floors: the least share of each State.

    service: its greatest value with that floor; bound: its proven limit. prices: dual values of the
    rows there. reached: goals reached. short_ratios: rows that the locked cells break.
    """

    y: Floats
    plans: list[Floats] = field(default_factory=list)
    floors: dict[int, float] = field(default_factory=dict)
    service: float = 0.0
    bound: float | None = None
    prices: Floats | None = None
    reached: list[str] = field(default_factory=list)
    by_time: bool = False
    infeasible: bool = False
    short_ratios: list[int] = field(default_factory=list)


class OutOfTime(Exception):
    """The time limit came first."""


class Infeasible(Exception):
    """The locked cells contradict the rows."""


class Silent(highspy.Highs):
    """HiGHS without its greeting on the terminal, which it prints as soon as it has callbacks."""

    def enableCallbacks(self) -> None:
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Solver:
    """HiGHS with the arcs taken so far. Columns: z, the shortfalls of the last plan, then arcs."""

    def __init__(self, program: Program, seed: int, limit_s: float) -> None:
        self.p, self.limit_s, n = program, limit_s, program.packs.size
        self.simplex, self.crossover = n <= SIMPLEX, False
        self.h = Silent()  # type: ignore[no-untyped-call]
        options = {"output_flag": False, "threads": 1, "random_seed": seed % 2**31,
                   "solver": "simplex" if self.simplex else "ipm"}  # fmt: skip
        for name, value in options.items():
            self.h.setOptionValue(name, value)
        self.taken = np.zeros(0, np.int64)
        self.is_taken = np.zeros(n, bool)
        self.c = np.zeros(n)
        kept = program.kept_rows
        self.before = 1 + kept.size
        self.h.passModel(_first_model(program))
        self.take(np.arange(n) if n <= ALL_AT_ONCE else _likely(program))

    def take(self, arcs: Ints) -> None:
        """Add the columns of these arcs."""
        part = self.p.matrix[:, arcs]
        fixed = self.p.fixed[arcs]
        free = np.isnan(fixed)
        self.h.addCols(
            arcs.size, self.c[arcs], np.where(free, 0.0, fixed), np.where(free, 1.0, fixed),
            part.nnz, part.indptr[:-1].astype(np.int32), part.indices.astype(np.int32), part.data,
        )  # fmt: skip
        self.taken = np.concatenate([self.taken, arcs])
        self.is_taken[arcs] = True

    def maximise(self, c: Floats, first: Floats, *, over_all: bool = True) -> tuple[float, float]:
        """(value, proven bound) of the greatest c y + first (z, shortfalls), over all arcs or the taken."""
        self.c = c
        costs = np.concatenate([first, c[self.taken]])
        self.h.changeColsCost(costs.size, np.arange(costs.size, dtype=np.int32), costs)
        for _ in range(ROUNDS):
            value = self._run()
            if not over_all or self.is_taken.all():
                return value, value
            gain = c - self.p.matrix.T @ self.prices
            wanted = (gain > PRICED * max(1.0, abs(value))) & ~self.is_taken
            # Of one request at most one whole share is served: the sum of its best gains is a bound.
            missing = np.zeros(self.p.lower.size)
            np.maximum.at(
                missing, self.p.matrix.indices[self.p.matrix.indptr[:-1]], np.where(wanted, gain, 0)
            )
            bound = value + float(missing.sum())
            if missing.sum() <= SLACK * max(1.0, abs(value)) / 10:
                break
            self.take(_best(gain, self._request_of(wanted), np.flatnonzero(wanted), ADDED_OF_EACH))
        return value, bound

    def _request_of(self, chosen: NDArray[np.bool_]) -> Ints:
        return np.asarray(self.p.matrix.indices[self.p.matrix.indptr[:-1][chosen]], np.int64)

    def _run(self) -> float:
        if self.h.getRunTime() >= self.limit_s:
            raise OutOfTime
        self.h.setOptionValue("time_limit", self.limit_s)
        self.h.setOptionValue("run_crossover", "on" if self.crossover else "off")
        self.h.run()
        status = self.h.getModelStatus()
        if status in UNSURE:
            # The interior point did not come close enough: the crossover finishes by simplex.
            self.h.setOptionValue("run_crossover", "on")
            self.h.run()
            status = self.h.getModelStatus()
        if status in IMPOSSIBLE:
            raise Infeasible
        if status != OPTIMAL:
            raise OutOfTime
        return float(self.h.getInfo().objective_function_value)

    def to_vertex(self) -> None:
        """A corner of the solutions: fewer cells, most of them whole."""
        if not self.simplex:
            self.crossover = True
            self._run()

    @property
    def prices(self) -> Floats:
        return np.array(self.h.getSolution().row_dual)

    @property
    def y(self) -> Floats:
        whole = np.zeros(self.p.packs.size)
        whole[self.taken] = np.array(self.h.getSolution().col_value)[self.before :]
        return np.clip(whole, 0.0, 1.0)

    def limit(self, arcs: Ints, most: float) -> None:
        """No more than this share over each of these arcs; where all arcs are taken, in their order."""
        columns = (arcs + self.before).astype(np.int32)
        self.h.changeColsBounds(arcs.size, columns, np.zeros(arcs.size), np.full(arcs.size, most))

    def hold(self, row: int, low: float, high: float = np.inf) -> None:
        self.h.changeRowBounds(row, low, high)


def _first_model(program: Program) -> highspy.HighsLp:
    """z and the shortfalls of the last plan; every row."""
    kept, rows = program.kept_rows, program.lower.size
    z_rows = np.flatnonzero(program.z_column)
    made = highspy.HighsLp()
    made.num_col_, made.num_row_ = 1 + kept.size, rows
    made.col_cost_ = np.zeros(1 + kept.size)
    made.col_lower_ = np.zeros(1 + kept.size)
    made.col_upper_ = np.ones(1 + kept.size)
    made.row_lower_, made.row_upper_ = program.lower, program.upper
    made.sense_ = highspy.ObjSense.kMaximize
    made.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    made.a_matrix_.start_ = np.concatenate([[0], z_rows.size + np.arange(kept.size + 1)])
    made.a_matrix_.index_ = np.concatenate([z_rows, kept])
    made.a_matrix_.value_ = np.concatenate([program.z_column[z_rows], np.ones(kept.size)])
    return made


def _likely(program: Program) -> Ints:
    """A few arcs of each request and offer to begin with: from offers in little demand; and held cells."""
    offer_row, ends = program.at["offer"], program.matrix.indptr
    request = program.matrix.indices[ends[:-1]].astype(np.int64)
    offer = program.matrix.indices[ends[:-1] + 1].astype(np.int64) - offer_row
    demand = np.bincount(offer, program.matrix.data[ends[:-1] + 1])
    every = np.arange(program.packs.size)
    rivals = np.bincount(request)
    held = np.concatenate([
        np.flatnonzero(~np.isnan(program.fixed)),
        program.matrix[program.kept_rows].indices if program.kept_rows.size else every[:0],
    ])  # fmt: skip
    return np.unique(np.concatenate([
        _best(-demand[offer], request, every, OF_EACH),
        _best(-rivals[request].astype(np.float64), offer, every, OF_EACH), held,
    ]))  # fmt: skip


def _best(value: Floats, group: Ints, arcs: Ints, most: int) -> Ints:
    """Of each group the arcs with the greatest value, at most `most`; group is by position in `arcs`."""
    order = np.lexsort((arcs, -value[arcs], group))
    grouped = group[order]
    begins = np.r_[True, grouped[1:] != grouped[:-1]]
    first = np.maximum.accumulate(np.where(begins, np.arange(order.size), 0))
    return arcs[order[np.arange(order.size) - first < most]]


def pursue(program: Program, seed: int, limit_s: float, progress: Callable[[float], None]) -> Found:
    """Seek the goals in turn until all are reached or the time is over."""
    solver = Solver(program, seed, limit_s)
    found = Found(y=np.where(np.isnan(program.fixed), 0.0, program.fixed))
    try:
        _seek_floor(solver, found)
        progress(0.3)
        _seek_service(solver, found)
        progress(0.6)
        if program.packs.size <= ALL_AT_ONCE:
            _seek_cost(solver, found)
            _seek_kept(solver, found)
            found.y = solver.y
            _leave_small(solver, found)
        else:
            _weigh(solver, found)
            found.y = solver.y
    except OutOfTime:
        found.by_time = True
    except Infeasible:
        found.infeasible = True
        found.short_ratios = _short_ratios(program, seed, limit_s)
    return found


def _seek_floor(solver: Solver, found: Found) -> None:
    """The least share as great as can be; on small instances then the next least, and so on."""
    p, first = solver.p, np.zeros(solver.before)
    first[0] = 1.0
    ahead = set(np.flatnonzero(p.z_column[p.at["state"] : p.at["state"] + p.weights.size]).tolist())
    while ahead:
        least, _ = solver.maximise(np.zeros(p.packs.size), first)
        prices = solver.prices[p.at["state"] : p.at["state"] + p.weights.size]
        tight = {state for state in ahead if abs(prices[state]) > PRICED}
        if p.packs.size > ALL_AT_ONCE or not tight:
            tight = set(ahead)
        for state in tight:
            found.floors[state] = max(0.0, least)
            solver.h.changeCoeff(p.at["state"] + state, 0, 0.0)
            solver.hold(p.at["state"] + state, max(0.0, least - SLACK) * p.weights[state])
        ahead -= tight
    found.y = solver.y
    found.reached.append("floor")


def _seek_service(solver: Solver, found: Found) -> None:
    # Scaled to about 1 for an arc: the solver's tolerances are absolute.
    scale = 1.0 / solver.p.service.mean()
    value, bound = solver.maximise(solver.p.service * scale, np.zeros(solver.before))
    found.service, found.bound = value / scale, bound / scale
    found.prices, found.y = solver.prices / scale, solver.y
    found.reached.append("service")


def _seek_cost(solver: Solver, found: Found) -> None:
    solver.hold(solver.p.at["service"], found.service * (1 - SLACK))
    scale = max(float(solver.p.cost @ found.y), 1e-9)
    least, _ = solver.maximise(-solver.p.cost / scale, np.zeros(solver.before))
    found.y = solver.y
    spent = -least * scale * (1 + SLACK) + SLACK
    solver.hold(solver.p.at["cost"], -np.inf, spent)
    found.reached.append("cost")


def _seek_kept(solver: Solver, found: Found) -> None:
    # Among plans that keep as much, what leaves earlier.
    solver.maximise(-FOR_EARLY * solver.p.late, _shortfall(solver.p))
    solver.to_vertex()
    found.reached.append("kept")


def _weigh(solver: Solver, found: Found) -> None:
    """Large instances: cost and the last plan at once, with weights that leave service all but untouched.

    Over the arcs taken so far alone, and to a corner of the solutions in the same run.
    """
    scale = 1.0 / solver.p.service.mean()
    worth = found.service * scale
    cost = solver.p.cost / max(float(solver.p.cost @ found.y), 1e-9)
    c = solver.p.service * scale - FOR_COST * worth * cost
    c -= FOR_COST * FOR_EARLY * scale * solver.p.late
    solver.crossover = True
    solver.maximise(c, FOR_KEPT * worth * _shortfall(solver.p), over_all=False)
    found.reached.append("weighed")


def _leave_small(solver: Solver, found: Found) -> None:
    """Solve again without the cells below their least shipment: further plans to round, the best is taken.

    The floors may give way here, all by the same part z of them, sought together with service.
    """
    p, first = solver.p, np.zeros(solver.before)
    for state, least in found.floors.items():
        solver.h.changeCoeff(p.at["state"] + state, 0, -p.weights[state] * least)
        solver.hold(p.at["state"] + state, 0.0)
    solver.hold(p.at["service"], -np.inf)
    solver.hold(p.at["cost"], -np.inf)
    c = p.service - FOR_COST * p.cost / max(float(p.cost @ found.y), 1e-9)
    free = np.flatnonzero(np.isnan(p.fixed))
    for weight in FOR_FLOOR:
        first[0], small = weight, free[:0]
        solver.limit(free, 1.0)
        for _ in range(DIVES):
            solver.limit(small, 0.0)
            solver.maximise(c, first, over_all=False)
            packs = solver.y * p.packs
            small = np.flatnonzero((packs > SLACK) & (packs < p.least - SLACK) & np.isnan(p.fixed))
            if not small.size:
                break
        found.plans.append(solver.y)
    # And the plan that is only filled, from nothing.
    found.plans.append(np.where(np.isnan(p.fixed), 0.0, p.fixed))


def _shortfall(program: Program) -> Floats:
    packs = program.kept_packs
    return np.concatenate([[0.0], -packs / max(packs.sum(), 1.0)])


def _short_ratios(program: Program, seed: int, limit_s: float) -> list[int]:
    """The ratio rows that the locked cells break: those that need help when help is as little as can be."""
    solver = Solver(program, seed, limit_s)
    begin, many = program.at["ratio"], len(program.ratio_rows)
    for row in range(many):
        solver.h.addCol(
            -1.0, 0.0, highspy.kHighsInf, 1, np.array([begin + row], np.int32), np.ones(1)
        )
    solver.h.run()
    helped = np.array(solver.h.getSolution().col_value)[-many:] if many else np.zeros(0)
    return [row for row in range(many) if helped[row] > SLACK]
