"""Days of cover and what expires unused: known answers, and what must hold for any stock."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from registan.kernel.reserve.cover import Lot, days_of_cover, reserve_of, unused, usable

LOTS = st.lists(
    st.builds(Lot, st.integers(0, 10**9), st.one_of(st.none(), st.integers(-100, 4000))),
    max_size=12,
)
DAILY = st.decimals(0, 10**6, places=3)


def test_a_lot_is_used_before_the_next_one_expires() -> None:
    """5 a day: 50 of the first by day 10, then 100 of the second by day 30."""
    assert unused([Lot(100, 10), Lot(120, 30)], Decimal(5)) == [50, 20]


def test_the_order_of_the_lots_on_paper_changes_nothing() -> None:
    assert unused([Lot(120, 30), Lot(100, 10)], Decimal(5)) == [20, 50]


def test_without_a_demand_all_that_expires_expires_unused() -> None:
    assert unused([Lot(7, 5), Lot(9, None)], Decimal(0)) == [7, 0]


def test_what_is_expired_covers_no_day() -> None:
    lots = [Lot(10, 0), Lot(20, 1), Lot(30, None)]
    assert usable(lots) == 50
    assert days_of_cover(usable(lots), Decimal("2.5")) == 20
    assert unused(lots, Decimal(100)) == [10, 0, 0]


def test_a_reserve_is_rounded_up_and_cover_down() -> None:
    assert reserve_of(Decimal("1.5"), 15) == 23
    assert days_of_cover(23, Decimal("1.5")) == 15
    assert days_of_cover(0, Decimal(1)) == 0


@settings(deadline=None)
@given(LOTS, DAILY)
def test_what_is_left_is_never_more_than_the_lot_and_more_demand_leaves_less(
    lots: list[Lot], daily: Decimal
) -> None:
    left = unused(lots, daily)
    assert all(0 <= rest <= lot.units for rest, lot in zip(left, lots, strict=True))
    assert sum(unused(lots, daily * 2)) <= sum(left)
    assert all(rest == 0 for rest, lot in zip(left, lots, strict=True) if lot.days is None)


@settings(deadline=None)
@given(LOTS, DAILY)
def test_no_more_is_used_by_a_day_than_the_demand_until_then(
    lots: list[Lot], daily: Decimal
) -> None:
    left = unused(lots, daily)
    for last in lots:
        if last.days is None or last.is_expired:
            continue
        used = sum(
            lot.units - rest
            for lot, rest in zip(lots, left, strict=True)
            if lot.days is not None and lot.days <= last.days
        )
        assert used <= daily * last.days
