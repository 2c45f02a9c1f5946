"""A figure of a series with what is expected of it: a line in time, and bands around what lies ahead."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT, FOOT, LEFT, TOP = 720.0, 220.0, 22.0, 56.0, 8.0


@dataclass(frozen=True)
class Spot:
    """One period. `words`: for the title; `value`: its figure, None where there is none.

    `band`: (lowest, low, middle, high, highest) of what is estimated, None where nothing is.
    `is_marked`: a point is drawn at its figure.
    """

    words: str
    value: float | None = None
    band: tuple[float, float, float, float, float] | None = None
    is_marked: bool = False


def fan(
    spots: Sequence[Spot], *, title: str, first: str, last: str, line_at: float = 0.0,
    most_outer: float = inf,
) -> str:  # fmt: skip
    """SVG of a line with bands; "" where nothing has a figure or a band.

    The scale begins with nought. An outer band that reaches more than `most_outer` times as high as all
    else is cut there: it would press the line flat. `first` and `last` stand under the ends, `line_at` is
    a level that is marked (1 for a reproduction number). Gaps in the figures are gaps in the line.

    >>> fan([], title="x", first="", last="")
    ''
    """
    outer = max((spot.band[-1] for spot in spots if spot.band), default=0.0)
    inner = max((_highest(spot) for spot in spots), default=0.0)
    most = max(inner, min(outer, inner * most_outer) if inner else outer)
    if not any(spot.value is not None or spot.band for spot in spots):
        return ""
    most = most or 1.0
    pieces = [_level(line_at, most)] if line_at else []
    pieces += [
        _area(run, most, len(spots), is_outer) for is_outer in (True, False) for run in _runs(spots)
    ]
    pieces += [_middle(run, most, len(spots)) for run in _runs(spots)]
    pieces.append(_line(spots, most))
    pieces += [_point(at, spot.value, most, len(spots))
               for at, spot in enumerate(spots) if spot.is_marked and spot.value is not None]  # fmt: skip
    pieces += [_title(at, spot, len(spots)) for at, spot in enumerate(spots)]
    foot = TOP + HEIGHT + FOOT - 6
    return (
        f'<svg class="figure fan" role="img" aria-label="{escape(title)}" '
        f'viewBox="0 0 {WIDTH:g} {TOP + HEIGHT + FOOT:g}">{"".join(pieces)}'
        f'<path class="zero" d="M{LEFT:g} {TOP + HEIGHT:g}H{WIDTH:g}"/>'
        f'<text x="0" y="{TOP + 10:g}">{_short(most)}</text>'
        f'<text x="0" y="{TOP + HEIGHT:g}">0</text>'
        f'<text x="{LEFT:g}" y="{foot:g}">{escape(first)}</text>'
        f'<text x="{WIDTH:g}" y="{foot:g}" text-anchor="end">{escape(last)}</text></svg>'
    )


def _highest(spot: Spot) -> float:
    """Without the outer band."""
    return max(spot.value or 0.0, spot.band[-2] if spot.band else 0.0)


def _short(value: float) -> str:
    """A figure at the axis, with a thin space in thousands."""
    return f"{value:,.0f}".replace(",", "\u2009") if value >= 10 else f"{value:.1f}"


def _x(at: int, many: int) -> float:
    return LEFT + (WIDTH - LEFT) * (at + 0.5) / many


def _y(value: float, most: float) -> float:
    return TOP + HEIGHT * (1 - min(value, most) / most)


def _runs(spots: Sequence[Spot]) -> list[list[tuple[int, tuple[float, ...]]]]:
    """Neighbours that have bands."""
    found: list[list[tuple[int, tuple[float, ...]]]] = []
    for at, spot in enumerate(spots):
        if spot.band is None:
            continue
        if not found or found[-1][-1][0] != at - 1:
            found.append([])
        found[-1].append((at, spot.band))
    return found


def _area(run: list[tuple[int, tuple[float, ...]]], most: float, many: int, outer: bool) -> str:
    low, high = (0, 4) if outer else (1, 3)
    look = "band-outer" if outer else "band-inner"
    if len(run) == 1:
        at, band = run[0]
        half = (WIDTH - LEFT) / many * 0.3
        left, right = _x(at, many) - half, _x(at, many) + half
        y1, y2 = _y(band[low], most), _y(band[high], most)
        return f'<path class="{look}" d="M{left:.1f} {y1:.1f}H{right:.1f}V{y2:.1f}H{left:.1f}Z"/>'
    over = [f"{_x(at, many):.1f} {_y(band[high], most):.1f}" for at, band in run]
    under = [f"{_x(at, many):.1f} {_y(band[low], most):.1f}" for at, band in reversed(run)]
    return f'<path class="{look}" d="M{"L".join(over + under)}Z"/>'


def _middle(run: list[tuple[int, tuple[float, ...]]], most: float, many: int) -> str:
    points = [f"{_x(at, many):.1f} {_y(band[2], most):.1f}" for at, band in run]
    return f'<path class="middle" d="M{"L".join(points)}"/>' if len(points) > 1 else ""


def _line(spots: Sequence[Spot], most: float) -> str:
    path, pen_down = [], False
    for at, spot in enumerate(spots):
        if spot.value is None:
            pen_down = False
            continue
        path.append(
            f"{'L' if pen_down else 'M'}{_x(at, len(spots)):.1f} {_y(spot.value, most):.1f}"
        )
        pen_down = True
    return f'<path class="line" d="{"".join(path)}"/>' if path else ""


def _point(at: int, value: float, most: float, many: int) -> str:
    return f'<circle class="point" cx="{_x(at, many):.1f}" cy="{_y(value, most):.1f}" r="4"/>'


def _level(value: float, most: float) -> str:
    return f'<path class="level" d="M{LEFT:g} {_y(value, most):.1f}H{WIDTH:g}"/>'


def _title(at: int, spot: Spot, many: int) -> str:
    wide = (WIDTH - LEFT) / many
    return (
        f'<rect class="touch" x="{LEFT + at * wide:.1f}" y="{TOP:g}" width="{wide:.1f}" '
        f'height="{HEIGHT:g}"><title>{escape(spot.words)}</title></rect>'
    )
