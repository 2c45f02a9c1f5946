"""How a series stands after everything sent, and what of it is hidden."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from registan.kernel.counts.arrays import arrays
from registan.kernel.counts.kinds import kind_of
from registan.kernel.counts.small import hidden_cells, is_small
from registan.kernel.counts.standing import Standing, weekly

FIRST = 700_001 - 700_001 % 7 + 1  # a Monday: ordinal 1 is one
SENDINGS = st.lists(
    st.dictionaries(st.integers(0, 30), st.none() | st.integers(0, 50), max_size=6), max_size=8
)


def laid(sendings: list[dict[int, int | None]], step: int = 7) -> Standing:
    standing = Standing(step)
    for number, each in enumerate(sendings, start=1):
        weeks = sorted(each)
        values = [each[week] for week in weeks]
        standing.lay([FIRST + step * week for week in weeks], [value or 0 for value in values],
                     "".join(map(kind_of, values)), [0] * len(weeks), by=number)  # fmt: skip
    return standing


@given(SENDINGS)
def test_the_last_word_on_a_period_counts_and_every_change_is_a_revision(
    sendings: list[dict[int, int | None]],
) -> None:
    standing = laid(sendings)
    for week in range(31):
        said = [each[week] for each in sendings if week in each]
        kind, value = standing.at(FIRST + 7 * week)
        if not said:
            assert (kind, value) == (".", 0)
            continue
        assert (kind, value) == (kind_of(said[-1]), said[-1] or 0)
        place = (FIRST + 7 * week - standing.first) // 7
        assert standing.revised[place] == sum(a != b for a, b in pairwise(said))


@given(SENDINGS)
def test_a_kept_series_is_the_same_again(sendings: list[dict[int, int | None]]) -> None:
    standing = laid(sendings)
    assert Standing.load(7, standing.dump()) == standing


def test_arrays_have_no_zero_that_nobody_said() -> None:
    standing = laid([{0: 3, 1: 0, 2: None, 4: 5}])
    assert standing.kinds == "r0n.r"
    np.testing.assert_array_equal(arrays(standing).values, [3, 0, np.nan, np.nan, 5])


def test_a_week_without_any_report_is_not_a_zero() -> None:
    daily = laid([{0: 4, 3: 5, 7: None, 8: None, 14: 0, 21: 2}], step=1)
    weeks = weekly(daily)
    assert (weeks.kinds, weeks.values) == ("rn0r", [9, 0, 0, 2])


def test_a_correction_belongs_to_no_week() -> None:
    daily = Standing(1)
    daily.lay([FIRST, FIRST + 1], [9, -4], "r-", [0, 0], by=1)
    assert weekly(daily).values == [9]


CELLS = st.dictionaries(
    st.sampled_from([("A-1", "", ""), ("A-2", "", ""), ("A-3", "", ""), ("A-4", "", "")]),
    st.integers(0, 40), min_size=1,
)  # fmt: skip


@given(CELLS)
def test_no_hidden_part_follows_from_the_whole(parts: dict[tuple[str, str, str], int]) -> None:
    """By subtraction one learns the sum of the hidden parts, if the whole is shown, and no more."""
    whole = ("", "", "")
    cells = {**parts, whole: sum(parts.values())}
    hidden = hidden_cells(cells, below=5)
    assert {cell for cell, value in cells.items() if is_small(value, 5)} <= hidden
    secret = [cells[cell] for cell in parts if cell in hidden]
    if secret and whole not in hidden:
        assert len(secret) >= 2
        assert sum(secret) >= 5


@given(CELLS)
def test_a_figure_is_hidden_for_a_small_one_alone(parts: dict[tuple[str, str, str], int]) -> None:
    if not any(is_small(value, 5) for value in parts.values()):
        assert hidden_cells({**parts, ("", "", ""): 999}, below=5) == set()


def test_parts_by_area_and_by_sex_protect_each_other() -> None:
    cells = {("", "", ""): 60, ("A-1", "", ""): 3, ("A-2", "", ""): 20, ("A-3", "", ""): 37,
             ("A-2", "f", ""): 9, ("A-2", "m", ""): 11}  # fmt: skip
    hidden = hidden_cells(cells, below=5)
    # A-2 is hidden for A-1; were both its halves shown, their sum would tell it.
    assert ("A-2", "", "") in hidden
    shown = set(cells) - hidden
    assert not {("A-2", "f", ""), ("A-2", "m", "")} <= shown
