"""Medians with their intervals, a row each: a bar to the median, a line over the interval."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 100.0, 10.0
PAPER, ROW, LEFT, RIGHT = 720.0, 22.0, 190.0, 170.0


@dataclass(frozen=True)
class Interval:
    """A row: its label, low, median and high in one unit, the figures in words, the class of the bar."""

    label: str
    low: float
    mid: float
    high: float
    words: str
    look: str


def ends(rows: Sequence[Interval]) -> tuple[float, float]:
    """Least and most over all rows, nought among them; never the same."""
    least = min([0.0, *(row.low for row in rows)])
    most = max([0.0, *(row.high for row in rows)])
    return (least, most) if most > least else (least, least + 1.0)


def interval_bar(row: Interval, least: float, most: float) -> str:
    """SVG of one row without words, for a cell of a table.

    >>> row = Interval("a", 1.0, 2.0, 4.0, "2", "going")
    >>> 'd="M25.0 5H100.0"' in interval_bar(row, 0.0, 4.0)
    True
    """
    shapes = _shapes(row, least, most, 0.0, WIDTH, 0.0, HEIGHT)
    return (
        f'<svg class="bar" aria-hidden="true" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" '
        f'preserveAspectRatio="none">{shapes}</svg>'
    )


def interval_rows(rows: Sequence[Interval], *, title: str) -> str:
    """SVG of all rows with their words, for paper."""
    least, most = ends(rows)
    pieces = []
    for place, row in enumerate(rows):
        top = place * ROW
        line = top + ROW * 0.68
        pieces.append(
            f'<text x="{LEFT - 8:g}" y="{line:.1f}" text-anchor="end">{escape(row.label)}</text>'
            + _shapes(row, least, most, LEFT, PAPER - RIGHT, top + 4, ROW - 8)
            + f'<text x="{PAPER - RIGHT + 8:g}" y="{line:.1f}">{escape(row.words)}</text>'
        )
    return (
        f'<svg class="figure" role="img" aria-label="{escape(title)}" viewBox="0 0 {PAPER:g} '
        f'{ROW * len(rows):g}">{"".join(pieces)}</svg>'
    )


def _shapes(
    row: Interval, least: float, most: float, left: float, right: float, top: float, tall: float
) -> str:
    def at(value: float) -> float:
        return left + (right - left) * (value - least) / (most - least)

    begin, end = sorted((at(0.0), at(row.mid)))
    middle = top + tall / 2
    return (
        f'<rect class="bar-{escape(row.look)}" x="{begin:.1f}" y="{top:g}" width="{end - begin:.1f}" '
        f'height="{tall:g}"/><path class="zero" d="M{at(0.0):.1f} {top:g}v{tall:g}"/>'
        f'<path class="whisker" d="M{at(row.low):.1f} {middle:g}H{at(row.high):.1f}"/>'
    )
