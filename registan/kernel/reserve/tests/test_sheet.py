"""A table of stocks: read lot by lot; each slip is named with its line."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registan.kernel.plan.reading import Unreadable
from registan.kernel.reserve.rotation import Wanted, arrives
from registan.kernel.reserve.sheet import read_lots, read_stocks

HEAD = "item;lot;quantity;common;expires_on;daily;reserve_days;as_of"


def read(*lines: str) -> list[tuple[int, str]]:
    """(line, code) of what is wrong."""
    found = read_stocks("\n".join((HEAD, *lines)).encode())
    return [(each.line, each.code) for each in found.problems]


def test_lots_of_an_item_stand_together_with_what_is_said_once() -> None:
    found = read_stocks(
        f"{HEAD}\nmasks;A-1;1 200;300;2027-03-01;7,5;30;2026-11-01\nmasks;;50;;;;;\n".encode()
    )
    assert found.problems == []
    masks = found.items["masks"]
    assert [(each.quantity, each.common, each.expires_on) for each in masks.lots] == [
        (1200, 300, date(2027, 3, 1)), (50, 0, None)
    ]  # fmt: skip
    assert (masks.daily, masks.reserve_days, masks.as_of) == (Decimal("7.5"), 30, date(2026, 11, 1))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (";A;1;;;;;", "item_missing"),
        ("masks;A;;;;;;", "not_whole"),
        ("masks;A;1.5;;;;;", "not_whole"),
        ("masks;A;-4;;;;;", "not_whole"),
        ("masks;A;0;;;;;", "out_of_range"),
        ("masks;A;2000000000;;;;;", "out_of_range"),
        ("masks;A;5;6;;;;", "common_above"),
        ("masks;A;5;;01.03.2027;;;", "not_a_day"),
        ("masks;lot of Ivan;5;;;;;", "lot_malformed"),
        ("masks;A;5;;;much;;", "not_a_number"),
        ("masks;A;5;;;nan;;", "out_of_range"),
        ("masks;A;5;;;-1;;", "out_of_range"),
    ],
)
def test_what_cannot_stand_is_named_with_its_line(line: str, code: str) -> None:
    assert read("gloves;;1;;;;;", line) == [(3, code)]


def test_a_lot_twice_and_a_demand_told_two_ways_are_named() -> None:
    assert read("masks;A;5;;2027-01-01;2;;", "masks;A;6;;2027-01-01;;;", "masks;B;1;;;3;;") == [
        (3, "lot_twice"), (4, "told_two_ways")
    ]  # fmt: skip


def test_a_table_with_other_columns_or_of_persons_is_not_read() -> None:
    for data, code in (
        (b"item;quantity;colour\nmasks;1;red\n", "stocks_columns"),
        (b"item;common\nmasks;1\n", "stocks_columns"),
        (b"item;quantity;phone\nmasks;1;2\n", "counts_line_list"),
        (b"", "counts_empty"),
        (b"item;quantity\n", "counts_empty"),
    ):
        with pytest.raises(Unreadable, match=code):
            read_stocks(data)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(Unreadable):
        read_stocks(b"item,quantity\n" + data)


def test_lots_are_typed_one_a_line() -> None:
    found, problems = read_lots("10\n\n20; 5; 2027-01-01; B/2\n1;2;;\n3;;;;x\n")
    assert [(each.quantity, each.common, each.lot) for each in found] == [
        (10, 0, ""),
        (20, 5, "B/2"),
    ]
    assert [(each.line, each.code) for each in problems] == [
        (4, "common_above"), (5, "cells_too_many")
    ]  # fmt: skip


def test_a_lot_arrives_in_time_and_alive_or_not_at_all() -> None:
    today = date(2026, 3, 1)
    wanted = Wanted(date(2026, 3, 2), date(2026, 3, 29), 4)
    assert arrives(today, 1, None, wanted)
    assert arrives(today, 4, date(2026, 4, 26), wanted)
    assert not arrives(today, 4, date(2026, 4, 25), wanted)
    assert not arrives(today, 5, None, wanted)
    # Sent at once it would be there on 1 March: it waits until it is wanted.
    assert arrives(today, 0, date(2026, 3, 30), wanted)
    assert not arrives(today, 0, date(2026, 3, 29), wanted)
