"""What callers saw, held against what the ledger holds.

Each caller notes key and moment of a call, and the moment of its answer. Afterwards every
acknowledged act must be there once, and an act answered before another was called must stand before
it in the log.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Call:
    """One act as its caller saw it; `answered` is None where no answer came."""

    key: str
    called: float
    answered: float | None = None
    number: int | None = None


@dataclass
class History:
    """All calls, by key; a call repeated after a lost answer stays one call."""

    calls: dict[str, Call] = field(default_factory=dict)

    def note(self, word: str, key: str, moment: float) -> None:
        call = self.calls.setdefault(key, Call(key, moment))
        if word == "done" and call.answered is None:
            call.answered = moment

    @property
    def acknowledged(self) -> list[Call]:
        return [call for call in self.calls.values() if call.answered is not None]

    @property
    def unanswered(self) -> list[str]:
        return [call.key for call in self.calls.values() if call.answered is None]


def faults(history: History, kept: list[tuple[str, int | None]], effects: int) -> list[str]:
    """What is wrong: `kept` lists key and number of each entry, `effects` counts what they changed."""
    found = []
    held = Counter(key for key, _ in kept)
    numbers = dict(kept)
    found += [f"lost: {call.key}" for call in history.acknowledged if call.key not in held]
    found += [f"doubled: {key}" for key, count in held.items() if count > 1]
    found += [f"never called: {key}" for key in held if key not in history.calls]
    if effects != len(kept):
        found.append(f"{len(kept)} entries, but {effects} effects")
    return found + _out_of_order(history, numbers)


def _out_of_order(history: History, numbers: dict[str, int | None]) -> list[str]:
    """Pairs in which the earlier answer has the higher number (real-time order)."""
    placed = [call for call in history.acknowledged if numbers.get(call.key) is not None]
    answers = sorted(placed, key=lambda call: call.answered or 0)
    found, highest, at = [], -1, 0
    for call in sorted(placed, key=lambda call: call.called):
        while at < len(answers) and (answers[at].answered or 0) < call.called:
            highest = max(highest, numbers[answers[at].key] or 0)
            at += 1
        if (numbers[call.key] or 0) < highest:
            found.append(f"out of order: {call.key}")
    return found
