"""A single bar of parts that make a whole: how far a plan is."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT, GAP = 720.0, 28.0, 2.0


@dataclass(frozen=True)
class Part:
    """One part: what it is in words, how many, and the class that colours it in the style sheet."""

    words: str
    count: int
    look: str


def stacked_bar(parts: Sequence[Part], *, title: str) -> str:
    """SVG of one horizontal bar, each part as wide as its share of all. "" where all are nought.

    Widths are in user units of a picture 720 wide. Each part has its words as a title, so that the
    colour never speaks alone; the same words stand beside the picture on the page.

    >>> stacked_bar([Part("done", 0, "good")], title="Progress")
    ''
    """
    shown = [part for part in parts if part.count > 0]
    whole = sum(part.count for part in shown)
    if not whole:
        return ""
    usable = WIDTH - GAP * (len(shown) - 1)
    left, pieces = 0.0, []
    for part in shown:
        width = usable * part.count / whole
        pieces.append(
            f'<rect class="bar-{escape(part.look)}" x="{left:.1f}" y="0" width="{width:.1f}" '
            f'height="{HEIGHT:g}"><title>{escape(part.words)}: {part.count}</title></rect>'
        )
        left += width + GAP
    return (
        f'<svg class="figure" role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH:g} '
        f'{HEIGHT:g}" preserveAspectRatio="none">{"".join(pieces)}</svg>'
    )
