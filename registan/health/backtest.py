"""Back-tests: what a proposed method would have found over the counts that are there."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.health.acts.methods import record_test
from registan.health.detector import DETECTOR
from registan.health.models import BackTest, MethodStanding, MethodVersion
from registan.health.queries.recomputing import weekly_standings
from registan.health.screening import method_in_force
from registan.jobs import executor
from registan.kernel.counts.kinds import REPORTED, ZERO
from registan.kernel.counts.periods import monday_of, week_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.health.models import Series
    from registan.kernel.counts.standing import Standing

KERNEL = "registan.kernel.epi.screened:over_weeks"
# The last five years; fewer where fewer are there. Parts of half a year each.
MOST_WEEKS, WEEKS_A_PART = 260, 26


def untested() -> list[MethodVersion]:
    """Proposals that were not yet tried against the version in force."""
    proposed = MethodVersion.objects.filter(standing=MethodStanding.PROPOSED)
    against = method_in_force()
    tests = BackTest.objects.filter(against=against) if against else BackTest.objects.all()
    return list(proposed.exclude(pk__in=tests.values("method")).order_by("n"))


def try_method(method: MethodVersion, now: datetime) -> BackTest | None:
    """Run a proposal and the version in force over the last years, and record where they differ.

    None where there are no counts to try it on.
    """
    held = [(row, told) for row, told in weekly_standings(None) if told.kinds]
    if not held:
        return None
    against, table = method_in_force(), _Table(held)
    found, tested = table.run(method)
    before, tested_before = table.run(against) if against else (set(), 0)
    weeks = table.weeks
    facts: dict[str, Any] = {
        "first_week": table.day(weeks[0]), "last_week": table.day(weeks[-1]),
        "series": len(held), "tested": tested, "tested_before": tested_before,
        "signals": len(found), "signals_before": len(before), "inputs": table.digest(),
        "changed": [[*table.name(key), key in before, key in found]
                    for key in sorted(before ^ found, key=lambda key: (-key[1], key[0]))],
    }  # fmt: skip
    facts["digest"] = digest_of_result(facts)
    return record_test(DETECTOR, method, against=against, found=facts, now=now)


def digest_of_result(facts: dict[str, Any]) -> str:
    """SHA-256 over what came out as JSON: keys sorted, no blanks."""
    told = {
        name: value if isinstance(value, int | list) else str(value)
        for name, value in facts.items()
        if name != "digest"
    }
    return _sha256(told)


def _sha256(told: Any) -> str:
    return sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


class _Table:
    """Series side by side: one row a series, one place a week from the earliest Monday on."""

    def __init__(self, held: Sequence[tuple[Series, Standing]]) -> None:
        self.rows = [row for row, _ in held]
        self.first = monday_of(min(told.first for _, told in held))
        last = max(told.starts[-1] for _, told in held)
        self.counts = [
            [_figure(*told.at(start)) for start in range(self.first, last + 1, 7)]
            for _, told in held
        ]
        length = len(self.counts[0])
        self.weeks = list(range(max(0, length - MOST_WEEKS), length))

    def run(self, method: MethodVersion) -> tuple[set[tuple[int, int]], int]:
        """(row, week) of every signal of a method; how many series-weeks had a bound."""
        first = self.day(0).isoformat()
        pieces = [
            self.weeks[begin : begin + WEEKS_A_PART]
            for begin in range(0, len(self.weeks), WEEKS_A_PART)
        ]
        parts = [executor.Part((method.content, first, self.counts, piece)) for piece in pieces]
        found, tested = set(), 0
        for piece, answers in zip(pieces, executor.run_parts(KERNEL, parts), strict=True):
            for week, (rows, _) in zip(piece, answers, strict=True):
                tested += sum(not each["reason"] for each in rows)
                found |= {(place, week) for place, each in enumerate(rows) if each["is_above"]}
        return found, tested

    def day(self, week: int) -> date:
        return date.fromordinal(self.first + 7 * week)

    def name(self, key: tuple[int, int]) -> tuple[str, str, str]:
        row = self.rows[key[0]]
        return row.condition.code, row.state.key, week_name(self.first + 7 * key[1])

    def digest(self) -> str:
        """Of all that went in."""
        names = [[row.condition.code, row.state.key] for row in self.rows]
        return _sha256({"first_week": week_name(self.first), "names": names, "counts": self.counts})


def _figure(kind: str, value: int) -> int | None:
    return value if kind in {REPORTED, ZERO} else None
