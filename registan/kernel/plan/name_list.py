"""Lists of names with commas in them: pieces between separators, and runs of pieces that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from registan.kernel.plan.actor_words import clean_name, fold_name, notes_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from registan.kernel.plan.known_names import KnownNames

_OPENING, _CLOSING = "([«（", ")]»）"
_SHOWN = {",": ", ", ";": "; ", "\n": " "}
MOST_PIECES = 8  # of one known name


class Piece(NamedTuple):
    """Text between two separators; `separator` stands before it."""

    separator: str
    text: str


def pieces_of(text: str) -> list[Piece]:
    """The pieces between commas, semicolons, slashes and line ends outside brackets and quotations."""
    pieces: list[Piece] = []
    depth, start, separator = 0, 0, ""
    for place, char in enumerate(text):
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth -= 1
        elif depth <= 0 and (char in _SHOWN or _is_slash(text, place)):
            piece = text[start:place].strip()
            pieces.append(Piece(separator, piece))
            # A line end after a comma adds nothing to it.
            separator = _SHOWN.get(char, "; ") if piece else separator
            start, depth = place + 1, 0
    pieces.append(Piece(separator, text[start:].strip()))
    return [piece for piece in pieces if piece.text]


def _is_slash(text: str, place: int) -> bool:
    """A slash parts names where blanks stand around it, or before another "Мин…"."""
    if text[place] != "/":
        return False
    return text[place - 1 : place + 2] == " / " or text[place + 1 : place + 4] == "Мин"


def split_names(
    text: str, known: KnownNames, begins: Callable[[str, Piece, Sequence[Piece]], bool]
) -> list[str]:
    """Names of a list. `begins(current, piece, after)`: whether a piece begins a new name."""
    pieces = pieces_of(text)
    names: list[str] = []
    place = 0
    while place < len(pieces):
        taken = _known_run(pieces, place, known) or 1
        current = _joined(pieces[place : place + taken])
        place += taken
        while taken == 1 and place < len(pieces):
            if begins(current, pieces[place], pieces[place + 1 :]):
                break
            current += pieces[place].separator + pieces[place].text
            place += 1
        names.append(current)
    return names


def _known_run(pieces: Sequence[Piece], place: int, known: KnownNames) -> int:
    """How many pieces from here make one known name, the longest such run; 0 where none does."""
    if not known.openings or fold_name(pieces[place].text) not in known.openings:
        return 0
    for taken in range(min(MOST_PIECES, len(pieces) - place), 1, -1):
        name, _, _ = notes_in(_joined(pieces[place : place + taken]))
        if clean_name(name) in known:
            return taken
    return 0


def _joined(pieces: Sequence[Piece]) -> str:
    first, *rest = pieces
    return first.text + "".join(piece.separator + piece.text for piece in rest)
