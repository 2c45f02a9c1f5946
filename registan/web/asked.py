"""What stands in an address or a hidden field, as a number; whatever else stands there is no number."""

from __future__ import annotations

MOST_DIGITS = 9


def whole_number(text: str, otherwise: int = 0) -> int:
    """`text` as a whole number. Signs, other scripts' digits and endless numbers count as none.

    >>> whole_number("12"), whole_number("²"), whole_number("9" * 30)
    (12, 0, 0)
    """
    if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS:
        return int(text)
    return otherwise
