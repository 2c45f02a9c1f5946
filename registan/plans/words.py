"""Which characters may stand in a text of the organisation."""

from __future__ import annotations

from registan.web.hidden import hidden_characters
from registan.web.refusal import Refused

__all__ = [
    "LONGEST_NUMBER",
    "LONGEST_TEXT",
    "hidden_characters",
    "is_number",
    "refuse_hidden_characters",
]

LONGEST_TEXT = 20_000
LONGEST_NUMBER = 40


def is_number(number: str) -> bool:
    """Whether a printed number can stand in addresses: not empty, at most 40 characters, no slash."""
    return 0 < len(number) <= LONGEST_NUMBER and number.isprintable() and "/" not in number


def refuse_hidden_characters(*texts: str, place: str = "", field: str = "") -> None:
    """Refuse texts with hidden characters, or longer than LONGEST_TEXT; `place` is named."""
    for text in texts:
        if len(text) > LONGEST_TEXT:
            raise Refused(
                "text_too_long", field=field, place=place, length=len(text), longest=LONGEST_TEXT
            )
        if found := hidden_characters(text):
            raise Refused(
                "hidden_characters", field=field, place=place, characters=", ".join(found[:5])
            )
