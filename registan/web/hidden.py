"""Characters that change how a text reads without being seen."""

from __future__ import annotations

import unicodedata

# Line ends and tabs are part of a text; a soft hyphen comes with Word and is harmless.
_ALLOWED = frozenset("\n\r\t\u00ad\u200d")


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
