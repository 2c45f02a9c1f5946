"""What a text to other States may not hold: an address or a telephone number of a person."""

from __future__ import annotations

import re

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
# Nine digits or more in one run, as telephones and identity cards have; figures of cases are shorter.
_NUMBER = re.compile(r"(?<![\w.])\+?\d(?:[ ()\u00a0-]{0,2}\d){8,17}(?![\w.])")
_DATES = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2})?")


def contact_in(text: str) -> str:
    """The first e-mail address or telephone number in `text`; empty where there is none.

    >>> contact_in("Seen at a clinic, call +7 701 123 45 67"), contact_in("12 000 cases by 2026-11-02")
    ('+7 701 123 45 67', '')
    """
    plain = _DATES.sub("—", text)
    found = _MAIL.search(plain) or _NUMBER.search(plain)
    return found[0] if found else ""
