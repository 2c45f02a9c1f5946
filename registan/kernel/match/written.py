"""An instance as plain values, for JSON, and back: whoever has it can compute the plan again."""

from __future__ import annotations

import json
from dataclasses import fields
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.kernel.match.instance import (
    Cell,
    Instance,
    Item,
    Lane,
    Limit,
    Offer,
    Ratio,
    Request,
    canonical,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PARTS = {
    "items": Item, "requests": Request, "offers": Offer, "lanes": Lane, "ratios": Ratio,
    "locked": Cell, "previous": Cell, "limits": Limit,
}  # fmt: skip
MATCHING_FORMAT = "registan-matching-1"
# Digits of shares and gains in a record: more would differ from machine to machine.
DIGITS = 6
SETS = {"barred", "only_for", "never_for", "cold", "leaves"}

Row = tuple[str, str, int, int]


def to_dict(instance: Instance) -> dict[str, Any]:
    """Only what JSON knows; sets in order."""
    told: dict[str, Any] = json.loads(canonical(instance))
    return told


def from_dict(told: Mapping[str, Any]) -> Instance:
    """Raises ValueError for what is no instance; what it says is held against the rules by solve.

    >>> from_dict(to_dict(Instance((Item("masks", "box"),), (), (), (), weeks=4))).items[0].unit
    'box'
    """
    try:
        parts = {
            name: tuple(_read(kind, row) for row in told[name]) for name, kind in PARTS.items()
        }
        return Instance(weeks=int(told["weeks"]), begins=int(told["begins"]), **parts)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this is no instance of a matching: {error}") from error


def _read(kind: Any, row: Mapping[str, Any]) -> Any:
    known = {each.name for each in fields(kind)}
    if unknown := sorted(set(row) - known):
        raise ValueError(f"{kind.__name__.lower()}: unknown field {unknown[0]}")
    given = dict(row)
    for name in SETS & set(given):
        # A lane's cold classes are a set, an item's is one word.
        if isinstance(given[name], list):
            given[name] = frozenset(given[name])
    if "window" in given:
        first, last = given["window"]
        given["window"] = (first, last)
    return kind(**given)


def rows_of(cells: Iterable[Cell]) -> list[Row]:
    """(offer, request, week, quantity) of each cell, in order."""
    return sorted((each.offer, each.request, each.week, each.quantity) for each in cells)


def digest_of_rows(rows: Iterable[Iterable[str | int]]) -> str:
    """SHA-256 of a plan, in hexadecimal."""
    text = json.dumps([list(row) for row in rows], separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
