"""Curves in time with their bands: a median line, and behind it the interval that holds 90 % of the runs."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT, FOOT, HEAD = 480.0, 210.0, 24.0, 22.0
EDGE = 40.0  # words so near the right end would be cut if they stood in the middle of their place


@dataclass(frozen=True)
class Band:
    """One curve: its words, and low, median and high at each place. `look`: class of line and band."""

    words: str
    low: Sequence[float]
    mid: Sequence[float]
    high: Sequence[float]
    look: str


def bands_in_time(
    bands: Sequence[Band], *, title: str, most_words: str, ticks: Sequence[tuple[int, str]]
) -> str:
    """SVG of curves over one time axis; "" where there is nothing to draw.

    `most_words` names the upper end of the scale; `ticks` are places along the time and their words.
    Each curve is named where it is highest.

    >>> bands_in_time([], title="x", most_words="", ticks=[])
    ''
    """
    places = max((len(band.mid) for band in bands), default=0)
    if places < 2:
        return ""
    most = max(max(band.high) for band in bands) or 1.0
    step = WIDTH / (places - 1)
    pieces = [_area(band, step, most) for band in bands]
    pieces += [_line(band, step, most) for band in bands]
    pieces += _names(bands, step, most)
    pieces.append(f'<path class="zero" d="M0 {HEIGHT:g}H{WIDTH:g}"/>')
    pieces.append(f'<text class="axis" x="0" y="14">{escape(most_words)}</text>')
    for place, words in ticks:
        x = place * step
        anchor = "start" if place == 0 else "end" if x > WIDTH - EDGE else "middle"
        at = f'x="{x:.1f}" y="{HEIGHT + 17:g}" text-anchor="{anchor}"'
        pieces.append(f'<text class="axis" {at}>{escape(words)}</text>')
    return (
        f'<svg class="figure curves" role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH:g} '
        f'{HEIGHT + FOOT:g}">{"".join(pieces)}</svg>'
    )


def _y(value: float, most: float) -> float:
    return HEIGHT - (HEIGHT - HEAD) * value / most


def _points(values: Sequence[float], step: float, most: float) -> list[str]:
    return [f"{place * step:.1f} {_y(value, most):.1f}" for place, value in enumerate(values)]


def _area(band: Band, step: float, most: float) -> str:
    upper, lower = _points(band.high, step, most), _points(band.low, step, most)
    return f'<path class="band-{escape(band.look)}" d="M{"L".join([*upper, *reversed(lower)])}Z"/>'


def _line(band: Band, step: float, most: float) -> str:
    return (
        f'<path class="line-{escape(band.look)}" d="M{"L".join(_points(band.mid, step, most))}"/>'
    )


def _names(bands: Sequence[Band], step: float, most: float) -> list[str]:
    """Each beside its peak, on the side with more room; two that would meet are set apart."""
    found: list[str] = []
    taken: list[tuple[float, float]] = []
    for band in bands:
        place = max(range(len(band.mid)), key=lambda at: band.mid[at])
        x, y = place * step, max(HEAD + 12, _y(band.mid[place], most) - 6)
        right = x < WIDTH * 0.6
        while any(abs(y - other) < 18 and abs(x - there) < 220 for there, other in taken):
            y += 18
        taken.append((x, y))
        found.append(
            f'<text class="name-{escape(band.look)}" x="{x + (6 if right else -6):.1f}" y="{y:.1f}" '
            f'text-anchor="{"start" if right else "end"}">{escape(band.words)}</text>'
        )
    return found
