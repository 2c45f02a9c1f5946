"""What a draft changes in the series as they stand: new, revised, the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.health.intake import Key
from registan.health.models import Condition, Measure, Period, Series
from registan.kernel.counts.kinds import NOTHING
from registan.kernel.counts.periods import period_name
from registan.kernel.counts.standing import Standing

if TYPE_CHECKING:
    from registan.health.intake import Draft, Figure


@dataclass(frozen=True)
class Changed:
    """One figure before and after."""

    key: Key
    figure: Figure
    kind_before: str
    before: int

    @property
    def is_revision(self) -> bool:
        return self.kind_before != NOTHING


@dataclass
class Difference:
    """Everything that a draft changes, by series; how many figures stay as they are."""

    changed: dict[Key, list[Changed]] = field(default_factory=dict)
    unchanged: int = 0
    gaps: dict[Key, list[int]] = field(default_factory=dict)
    held: dict[Key, Series] = field(default_factory=dict)
    standings: dict[Key, Standing] = field(default_factory=dict)

    @property
    def new(self) -> int:
        return sum(not each.is_revision for rows in self.changed.values() for each in rows)

    @property
    def revised(self) -> int:
        return sum(each.is_revision for rows in self.changed.values() for each in rows)


def step_of(condition: Condition) -> int:
    """Days from one period to the next."""
    return 7 if condition.period == Period.WEEK else 1


def compare(draft: Draft) -> Difference:
    """The draft against the series as they stand now."""
    found = Difference()
    rows = Series.objects.filter(condition__in=draft.conditions, state__in=draft.states)
    for row in rows:
        key = Key(row.condition_id, row.state_id, row.area, row.measure, row.sex, row.age)
        if key in draft.series:
            found.held[key] = row
    for key, figures in draft.series.items():
        held = found.held.get(key)
        standing = Standing.load(
            step_of(draft.conditions[key.condition]), held.held if held else {}
        )
        found.standings[key] = standing
        _compare_one(found, key, standing, figures)
    return found


def _compare_one(found: Difference, key: Key, standing: Standing, figures: list[Figure]) -> None:
    changed = []
    for figure in figures:
        kind, value = standing.at(figure.start)
        if (kind, value) == (figure.kind, figure.value):
            found.unchanged += 1
        else:
            changed.append(Changed(key, figure, kind, value))
    if changed:
        found.changed[key] = changed
    sent = {figure.start for figure in figures}
    after = (
        standing.first + standing.step * len(standing.kinds) if standing.kinds else figures[0].start
    )
    between = range(min(after, figures[-1].start), figures[-1].start, standing.step)
    if gaps := [start for start in between if start not in sent]:
        found.gaps[key] = gaps


def digest_of_changes(difference: Difference, draft: Draft) -> str:
    """SHA-256 over what is recorded, a line a figure in canonical order (docs/reference/counts.md)."""
    told = []
    for key, rows in difference.changed.items():
        condition, state = draft.conditions[key.condition], draft.states[key.state]
        head = ",".join((condition.code, state.key, key.area, key.measure, key.sex, key.age))
        told += [
            f"{head},{period_name(condition.period, each.figure.start)},"
            f"{each.figure.value if each.figure.kind != 'n' else 'NR'}\n"
            for each in rows
        ]
    return sha256("".join(sorted(told)).encode()).hexdigest()


def seen_of(difference: Difference, draft: Draft) -> str:
    """What a preview showed, figures before and after: who confirms has seen what is recorded."""
    told = [
        (tuple(key), [(each.kind_before, each.before) for each in rows])
        for key, rows in sorted(difference.changed.items())
    ]
    return sha256(f"{digest_of_changes(difference, draft)}{told}".encode()).hexdigest()[:32]


def summary_of(difference: Difference, draft: Draft) -> list[dict[str, Any]]:
    """Per condition and measure: how many figures, of which kind, for which periods. No figure itself."""
    rows: dict[tuple[int, str], list[Changed]] = defaultdict(list)
    for key, changed in difference.changed.items():
        rows[key.condition, key.measure] += changed
    found = []
    for (pk, measure), changed in rows.items():
        condition = draft.conditions[pk]
        starts = [each.figure.start for each in changed]
        found.append({
            "condition": condition.code, "measure": measure, "values": len(changed),
            "revised": sum(each.is_revision for each in changed),
            "zero": sum(each.figure.kind == "0" for each in changed),
            "not_reported": sum(each.figure.kind == "n" for each in changed),
            "first": period_name(condition.period, min(starts)),
            "last": period_name(condition.period, max(starts)),
        })  # fmt: skip
    order = list(Measure.values)
    return sorted(found, key=lambda row: (row["condition"], order.index(str(row["measure"]))))
