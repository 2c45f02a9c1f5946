"""The compiled loops of the SEIR model: one run after the other, day by day, step by step."""

from __future__ import annotations

from math import expm1
from typing import TYPE_CHECKING

import numpy as np

from registan.kernel.compiled import compiled
from registan.kernel.epi.draws import SLOT, binomial, negative_binomial
from registan.kernel.epi.measures import decide, hold, treat
from registan.kernel.epi.scenario import NEVER
from registan.kernel.epi.streams import stream

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from registan.kernel.epi.scenario import World

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Words = NDArray[np.uint64]

# Susceptible, exposed, infectious, in hospital (to die or to recover there), recovered, dead.
S, E, I, H_DYING, H_HEALING, R, D = 0, 1, 2, 3, 4, 5, 6  # noqa: E741  # as in the literature
# Draws of a cell in a step, each with numbers of its own.
DRAWS = 8
WIDTH = np.uint64(SLOT)
T1, T2, T3, T4, T5, T6, T7 = (np.uint64(number * SLOT) for number in range(1, DRAWS))


@compiled
def run_all(
    world: World, seed: np.uint64, first: int, infections: Ints, deaths: Ints, peak_beds: Ints,
    peak_beds_all: Ints, peak_day: Ints, local_days: Ints, travel_days: Ints, first_day: Ints,
    onsets: Ints, reports: Ints, beds: Ints,
) -> None:  # fmt: skip
    """Compute the runs from number `first` on into the arrays, whose first axis is the run."""
    patches, ages = world.people.shape
    for run in range(infections.shape[0]):
        begins = np.empty(patches, np.uint64)
        for i in range(patches):
            begins[i] = stream(seed, first + run, i)
        first_day[run, :] = -1
        days = np.zeros((2, patches), np.int64)
        state = _one_run(
            world, begins, peak_beds[run], peak_beds_all[run : run + 1], peak_day[run], days,
            first_day[run], onsets[run], reports[run], beds[run],
        )  # fmt: skip
        local_days[run], travel_days[run] = days[0], days[1]
        for i in range(patches):
            deaths[run, i] = state[D, i].sum()
            for a in range(ages):
                at_first = world.people[i, a] - world.infectious[i, a]
                infections[run, i, a] = at_first - state[S, i, a]


@compiled
def _one_run(
    world: World, streams: Words, peak_beds: Ints, peak_beds_all: Ints, peak_day: Ints,
    measure_days: Ints, first_day: Ints, onsets: Ints, reports: Ints, beds: Ints,
) -> Ints:  # fmt: skip
    patches, ages = world.people.shape
    state = np.zeros((7, patches, ages), np.int64)
    state[S] = world.people - world.infectious
    state[I] = world.infectious
    total = world.people.sum(axis=1)
    above, begins = np.zeros((2, patches), np.int64), np.full((2, patches), NEVER)
    factors, force = np.ones((2, patches)), np.zeros((patches, ages))
    ill, stock, treated = np.zeros((patches, ages)), world.courses.copy(), np.zeros(patches)
    of_day = np.zeros((patches, world.days), np.int64)
    admitted, reported = np.zeros((patches, ages), np.int64), np.zeros(patches, np.int64)
    most, in_use = total * 0, world.hospital.max() > 0.0
    for day in range(world.days):
        hold(world, day, above, begins, factors)
        for step in range(world.steps):
            _force(world, state, factors, ill, force)
            number = day * world.steps + step
            _move(world, state, force, streams, number, of_day[:, day], admitted)
            if in_use:
                treat(world, day, admitted.sum(axis=1), stock, treated)
                _admit(world, state, admitted, treated, streams, number)
        _report(world, day, of_day, streams, reported)
        decide(world, day, reported, total, above, begins)
        week = day // 7
        onsets[:, week] += of_day[:, day]
        reports[:, week] += reported
        _note(state, day, begins, most, peak_beds, peak_beds_all, peak_day, beds[:, week])
        _note_measures(day, factors, begins, measure_days, first_day)
    return state


@compiled
def _force(world: World, state: Ints, factors: Floats, ill: Floats, force: Floats) -> None:
    """Infections a day for one susceptible (P, A); ill (P, A): the shares that are infectious."""
    patches, ages = force.shape
    for i in range(patches):
        for b in range(ages):
            ill[i, b] = state[I, i, b] / max(1, world.people[i, b])
    for i in range(patches):
        abroad = world.abroad[i] * factors[1, i]
        local = world.beta * factors[0, i]
        for a in range(ages):
            force[i, a] = 0.0
        for b in range(ages):
            others = 0.0
            if abroad > 0.0:
                for j in range(patches):
                    others += world.routes[i, j] * ill[j, b]
            met = local * ((1.0 - abroad) * ill[i, b] + abroad * others)
            for a in range(ages):
                force[i, a] += world.contacts[i, a, b] * met


@compiled
def _move(
    world: World, state: Ints, force: Floats, streams: Words, number: int, onset: Ints, admitted: Ints
) -> None:  # fmt: skip
    """All moves of a step but into the hospital; admitted (P, A): who comes to its door."""
    patches, ages = force.shape
    for i in range(patches):
        begin = streams[i]
        for a in range(ages):
            at = np.uint64((number * ages + a) * DRAWS) * WIDTH
            hit = -expm1(-force[i, a] / world.steps)
            new = binomial(state[S, i, a], hit, begin, at)
            ill = binomial(state[E, i, a], world.to_onset, begin, at + T1)
            ended = binomial(state[I, i, a], world.to_end, begin, at + T2)
            come = binomial(ended, world.hospital[a], begin, at + T3)
            dead = binomial(ended - come, world.death[a], begin, at + T4)
            dead_there = binomial(state[H_DYING, i, a], world.to_leave, begin, at + T5)
            healed = binomial(state[H_HEALING, i, a], world.to_leave, begin, at + T6)
            admitted[i, a] = come
            state[S, i, a] -= new
            state[E, i, a] += new - ill
            state[I, i, a] += ill - ended
            state[H_DYING, i, a] -= dead_there
            state[H_HEALING, i, a] -= healed
            state[R, i, a] += ended - come - dead + healed
            state[D, i, a] += dead + dead_there
            onset[i] += ill


@compiled
def _admit(
    world: World, state: Ints, admitted: Ints, treated: Floats, streams: Words, number: int
) -> None:  # fmt: skip
    patches, ages = admitted.shape
    for i in range(patches):
        for a in range(ages):
            if admitted[i, a] == 0:
                continue
            at = np.uint64((number * ages + a) * DRAWS) * WIDTH + T7
            dying = world.hospital_death[a] * (1.0 - world.effect * treated[i])
            dead = binomial(admitted[i, a], dying, streams[i], at)
            state[H_DYING, i, a] += dead
            state[H_HEALING, i, a] += admitted[i, a] - dead


@compiled
def _report(world: World, day: int, of_day: Ints, streams: Words, reported: Ints) -> None:
    # Numbers of the days come after those of all steps.
    cells = world.days * world.steps * world.people.shape[1] * DRAWS
    at = np.uint64(cells + day) * WIDTH
    for i in range(reported.shape[0]):
        due = 0.0
        for late in range(min(day + 1, world.report_delay.shape[0])):
            due += world.report_delay[late] * of_day[i, day - late]
        mean = world.reported[i] * due
        reported[i] = negative_binomial(mean, world.report_size, streams[i], at)


@compiled
def _note(
    state: Ints, day: int, begins: Ints, most: Ints, peak_beds: Ints, peak_beds_all: Ints,
    peak_day: Ints, beds: Ints,
) -> None:  # fmt: skip
    taken_in_all = 0
    for i in range(most.shape[0]):
        taken, infectious = 0, 0
        for a in range(state.shape[2]):
            taken += state[H_DYING, i, a] + state[H_HEALING, i, a]
            infectious += state[I, i, a]
        taken_in_all += taken
        beds[i] = max(beds[i], taken)
        peak_beds[i] = max(peak_beds[i], taken)
        if infectious > most[i]:
            most[i] = infectious
            peak_day[i] = day + 1
    peak_beds_all[0] = max(peak_beds_all[0], taken_in_all)


@compiled
def _note_measures(
    day: int, factors: Floats, begins: Ints, measure_days: Ints, first_day: Ints
) -> None:  # fmt: skip
    for i in range(first_day.shape[0]):
        for kind in range(2):
            if day >= begins[kind, i]:
                measure_days[kind, i] += 1
        if day >= begins[0, i] and first_day[i] < 0:
            first_day[i] = day
