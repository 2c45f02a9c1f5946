"""What a language's reader found in the words of a term."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from registan.kernel.plan.reading import Recurrence
    from registan.kernel.plan.spans import Span


@dataclass
class Found:
    """Expressions of time in order of the text, and the recurrence words.

    `final_at`: place of the span that the words name as the completion, -1 where they name none.
    `text`: the words in which the places of the spans count.
    """

    spans: list[Span] = field(default_factory=list)
    recurrence: Recurrence | None = None
    flags: list[str] = field(default_factory=list)
    final_at: int = -1
    text: str = ""

    def flag(self, code: str) -> None:
        if code not in self.flags:
            self.flags.append(code)
