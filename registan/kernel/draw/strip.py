"""Lots along the weeks until they expire: a strip for a cell of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT, LEAST, MOST = 100.0, 12.0, 1.0, 4.0


@dataclass(frozen=True)
class Stroke:
    """A lot: weeks until it expires, its share of the row's units; `is_spare`: not used by then."""

    weeks: int
    share: float
    is_spare: bool


def strip(strokes: Sequence[Stroke], *, weeks: int = 52) -> str:
    """SVG of one row without words; what lies beyond `weeks` stands at the end.

    A lot that will be used in time is half as high as one that will not, so that no colour is needed.

    >>> 'x="50.0"' in strip([Stroke(26, 0.0, True)])
    True
    """
    ruled = "".join(
        f'<path class="zero" d="M{WIDTH * part / 4:g} 0V{HEIGHT:g}"/>' for part in (0, 4)
    )
    marks = "".join(_mark(each, weeks) for each in sorted(strokes, key=lambda one: one.is_spare))
    return (
        f'<svg class="bar" aria-hidden="true" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" '
        f'preserveAspectRatio="none"><rect class="bar-rest" width="{WIDTH:g}" height="{HEIGHT:g}"/>'
        f"{ruled}{marks}</svg>"
    )


def _mark(each: Stroke, weeks: int) -> str:
    wide = LEAST + (MOST - LEAST) * min(max(each.share, 0.0), 1.0)
    at = min(WIDTH * min(max(each.weeks, 0), weeks) / weeks, WIDTH - wide)
    top, tall, look = (0.0, HEIGHT, "cannot") if each.is_spare else (HEIGHT / 2, HEIGHT / 2, "part")
    return (
        f'<rect class="bar-{look}" x="{at:.1f}" y="{top:g}" width="{wide:.1f}" height="{tall:g}"/>'
    )
