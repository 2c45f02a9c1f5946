"""Which characters may stand in a text of the organisation."""

from __future__ import annotations

import unicodedata

from registan.web.refusal import Refused

LONGEST_TEXT = 20_000
LONGEST_NUMBER = 40
# Line ends and tabs are part of a text; a soft hyphen comes with Word and is harmless.
_ALLOWED = frozenset("\n\r\t\u00ad\u200d")


def is_number(number: str) -> bool:
    """Whether a printed number can stand in addresses: not empty, at most 40 characters, no slash."""
    return 0 < len(number) <= LONGEST_NUMBER and number.isprintable() and "/" not in number


def hidden_characters(text: str) -> list[str]:
    """Control and format characters that change how a text reads without being seen, as U+XXXX.

    Bidirectional controls (UAX #9) among them: they can make a text read as its opposite.
    """
    found = {
        char
        for char in text
        if char not in _ALLOWED and unicodedata.category(char) in {"Cc", "Cf", "Cs"}
    }
    return sorted(f"U+{ord(char):04X}" for char in found)


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
