"""Tables for a terminal: aligned by what characters take on the screen, nothing cut off."""

from __future__ import annotations

import shutil
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = "  "
NARROWEST, WIDEST = 60, 160


@dataclass(frozen=True)
class Heading:
    """A line across the whole table."""

    text: str


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str] | Heading],
    shares: Sequence[int],
    width: int = 0,
) -> Iterator[str]:
    """Lines of the table; long cells go on in the next line. `shares` divide what names leave over.

    A column whose share is 0 is as wide as its longest cell.
    """
    room = width or max(NARROWEST, min(WIDEST, shutil.get_terminal_size((120, 40)).columns))
    widths = _widths(heads, [row for row in rows if not isinstance(row, Heading)], shares, room)
    yield from _lines(heads, widths)
    yield GAP.join("─" * each for each in widths)
    for row in rows:
        if isinstance(row, Heading):
            yield ""
            yield from wrap(row.text, room)
        else:
            yield from _lines(row, widths)


def _widths(
    heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int], room: int
) -> list[int]:
    fixed = [
        0 if share else max(columns(clean(row[place])) for row in (heads, *rows))
        for place, share in enumerate(shares)
    ]
    left = room - sum(fixed) - len(GAP) * (len(heads) - 1)
    return [
        max(8, left * share // sum(shares)) if share else width
        for share, width in zip(shares, fixed, strict=True)
    ]


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    parts = [wrap(text, width) for text, width in zip(cells, widths, strict=True)]
    for place in range(max(map(len, parts))):
        shown = [part[place] if place < len(part) else "" for part in parts]
        yield GAP.join(
            text + " " * (width - columns(text)) for text, width in zip(shown, widths, strict=True)
        ).rstrip()


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns: between words, or anywhere in Chinese."""
    lines, line = [], ""
    for piece in _pieces(clean(text)):
        if columns(line + piece.rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece.lstrip()
        while columns(line.rstrip()) > width:
            taken = _fitting(line, width)
            lines.append(line[:taken])
            line = line[taken:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> Iterator[str]:
    """Words with the blanks after them; every wide character is a piece of its own."""
    piece = ""
    for char in text:
        if piece and (_is_wide(char) or _is_wide(piece[-1]) or piece[-1] == " "):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _fitting(text: str, width: int) -> int:
    taken = 0
    for place, char in enumerate(text):
        taken += columns(char)
        if taken > width:
            return max(1, place)
    return len(text)


def columns(text: str) -> int:
    """How many columns of a terminal the text takes; East Asian characters take two."""
    return sum(0 if unicodedata.combining(char) else 2 if _is_wide(char) else 1 for char in text)


def clean(text: str) -> str:
    """The text on one line, without characters that would steer the terminal."""
    return " ".join(
        "".join(
            " " if char.isspace() else char
            for char in text
            if char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}
        ).split()
    )


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in {"W", "F"}
