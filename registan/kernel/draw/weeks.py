"""A figure of a series: a bar a period, a mark where there is no figure, one where it is hidden."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT, FOOT = 720.0, 180.0, 14.0


@dataclass(frozen=True)
class Bar:
    """One period: its words (period and figure, for the title), its figure; None: there is none.

    `look`: class of the bar; of the mark in the foot where there is no figure.
    """

    words: str
    value: int | None
    look: str


def bars_in_time(bars: Sequence[Bar], *, title: str) -> str:
    """SVG of bars from a zero line; "" where there is nothing to draw.

    The highest figure has the whole height. What has no figure has a low mark below the zero line, so
    that a gap is never taken for a nought.

    >>> bars_in_time([], title="x")
    ''
    """
    if not bars:
        return ""
    most = max((bar.value for bar in bars if bar.value), default=1)
    step = WIDTH / len(bars)
    wide = max(step * 0.8, 0.6)
    pieces = [
        _piece(bar, place * step + (step - wide) / 2, wide, most) for place, bar in enumerate(bars)
    ]
    return (
        f'<svg class="figure" role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH:g} '
        f'{HEIGHT + FOOT:g}">{"".join(pieces)}<path class="zero" d="M0 {HEIGHT:g}H{WIDTH:g}"/></svg>'
    )


def _piece(bar: Bar, left: float, wide: float, most: int) -> str:
    if bar.value is None:
        top, tall = HEIGHT + FOOT / 2 - 2, 4.0
    else:
        tall = HEIGHT * bar.value / most
        top = HEIGHT - tall
    return (
        f'<rect class="bar-{escape(bar.look)}" x="{left:.2f}" y="{top:.1f}" width="{wide:.2f}" '
        f'height="{tall:.1f}"><title>{escape(bar.words)}</title></rect>'
    )
