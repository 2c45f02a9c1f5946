"""A bar for one value, beside which its words and its figure stand as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

WIDTH, HEIGHT = 100, 10


def bar(value: Decimal, most: Decimal, look: str) -> str:
    """SVG of a bar from the zero line, its length the share of `value` in `most` (units of both alike).

    A value of nought or below has the zero line alone. `look` is the class that colours it.

    >>> from decimal import Decimal
    >>> 'width="50.0"' in bar(Decimal(3), Decimal(6), "going")
    True
    """
    share = min(float(value / most), 1.0) if most > 0 and value > 0 else 0.0
    return (
        f'<svg class="bar" aria-hidden="true" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'preserveAspectRatio="none"><path class="zero" d="M0 0V{HEIGHT}"/>'
        f'<rect class="bar-{look}" width="{WIDTH * share:.1f}" height="{HEIGHT}"/></svg>'
    )
