"""Finding expressions of time one after another, each taken out of the text once it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from registan.kernel.plan.found import Found
    from registan.kernel.plan.spans import Span

TAKEN = "#"
_NEXT_YEAR = re.compile(r".{0,40}?(?<!\d)((?:19|20|21)\d{2})(?!\d)")


class Scan:
    """The text still to be read; what was read is covered with #, so that places stay as they were."""

    def __init__(self, text: str, found: Found) -> None:
        self.text = text
        self.found = found

    def take(self, pattern: re.Pattern[str], read: Callable[[re.Match[str]], Span | None]) -> None:
        """Read every match of `pattern`; None from `read` leaves the words in place."""
        for match in pattern.finditer(self.text):
            span = read(match)
            if span is not None:
                self.found.spans.append(span)
                self.cover(match)

    def drop(self, pattern: re.Pattern[str]) -> bool:
        """Cover every match; whether there was one."""
        matches = list(pattern.finditer(self.text))
        for match in matches:
            self.cover(match)
        return bool(matches)

    def cover(self, match: re.Match[str]) -> None:
        start, stop = match.span()
        self.text = self.text[:start] + TAKEN * (stop - start) + self.text[stop:]


def later_year(text: str, place: int) -> int | None:
    """The year named soon after `place`: "апрель, июнь 2025 г." gives both months 2025."""
    found = _NEXT_YEAR.match(text, place)
    return int(found[1]) if found else None
