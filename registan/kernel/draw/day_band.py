"""An interval of days as a band on a common scale, for a cell of a table; its limit is a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

WIDTH, HEIGHT = 100.0, 10.0


def day_band(
    start: tuple[date, date],
    end: tuple[date, date],
    limit: int,
    scale: tuple[date, date],
    look: str,
) -> str:
    """SVG of one band: faint where the days may lie, full where they are sure to lie.

    start, end: first and last day that is meant; limit: days after the start (its last day) at which
    the line stands; scale: first and last day of all bands; `look`: class of the full part.

    >>> from datetime import date
    >>> day = lambda n: (date(2026, 3, n), date(2026, 3, n))
    >>> scale = (date(2026, 3, 1), date(2026, 3, 9))
    >>> 'x="0.0" y="2" width="50.0"' in day_band(day(1), day(5), 7, scale, "done")
    True
    """
    first, last = scale
    whole = max((last - first).days, 1)

    def at(day: date) -> float:
        return WIDTH * min(max((day - first).days / whole, 0.0), 1.0)

    def part(left: date, right: date, name: str) -> str:
        if right < left:
            return ""
        wide = max(at(right) - at(left), 0.8)
        return f'<rect class="bar-{name}" x="{at(left):.1f}" y="2" width="{wide:.1f}" height="6"/>'

    line = at(start[1]) + WIDTH * limit / whole
    mark = f'<path class="zero" d="M{line:.1f} 0V{HEIGHT:g}"/>' if line <= WIDTH else ""
    wide = (
        part(start[0], end[1], "rest") if (start, end) != ((start[0],) * 2, (end[0],) * 2) else ""
    )
    return (
        f'<svg class="bar" aria-hidden="true" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" '
        f'preserveAspectRatio="none">{wide}{part(start[1], end[0], look)}{mark}</svg>'
    )
