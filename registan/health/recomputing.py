"""Computing a signal or a proposal of a round again, from a file alone or the tables: what differs?

For the command line: the kernel is called in this process, so that NumPy is loaded. A file needs no
database and no settings; that is how another State checks a signal with its own copy of the counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from registan.health.inputs import FORMAT, digest_of_input, exact
from registan.kernel.counts.periods import parse_period
from registan.kernel.epi.screened import last_weeks
from registan.kernel.match.solve import solve
from registan.kernel.match.written import (
    DIGITS,
    MATCHING_FORMAT,
    digest_of_rows,
    from_dict,
    rows_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from registan.health.inputs import Input

SIGNAL_FORMAT = "registan-signal-1"
NUMBERS = ("expected", "upper", "score", "p")
SHARES = ("floor", "floor_bound", "service", "service_bound")


class NoSignal(ValueError):
    """The file is no record of a signal that this version can compute."""


@dataclass(frozen=True)
class Difference:
    """A number that is not as recorded."""

    name: str
    recorded: str
    found: str


@dataclass(frozen=True)
class Again:
    """What the record says and what came out, number by number; the same names in both."""

    recorded: Mapping[str, str]
    found: Mapping[str, str]

    @property
    def differences(self) -> list[Difference]:
        return [
            Difference(name, self.recorded[name], value)
            for name, value in self.found.items()
            if self.recorded[name] != value
        ]


def again_from_file(told: Mapping[str, Any]) -> Again:
    """Compute a signal from the file of its page. q is left out: it rests on all series of the week.

    Raises NoSignal for a file that is none.
    """
    try:
        if told["format"] == MATCHING_FORMAT:
            return _matched_again(told)
        if told["format"] != SIGNAL_FORMAT or told["input"]["format"] != FORMAT:
            raise NoSignal(told["format"])
        found = numbers_of_input(told["input"])
        recorded = {"input_digest": told["input_digest"], **told["found"]}
        return Again({name: str(recorded[name]) for name in found}, found)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise NoSignal(str(error)) from error


def _matched_again(told: Mapping[str, Any]) -> Again:
    """Compute a proposal of a round from the file of its page: input, plan, and how much is served."""
    found = _facts_of(told["instance"], int(told["seed"]), float(told["limit_s"]))
    recorded = {"digest": told["digest"], **told["found"]}
    return Again({name: str(recorded[name]) for name in found}, found)


def _facts_of(instance: Mapping[str, Any], seed: int, limit_s: float) -> dict[str, str]:
    made = solve(from_dict(instance), seed=seed, limit_s=limit_s)
    shares = {name: getattr(made, name) for name in SHARES}
    return {
        "digest": made.digest, "result": digest_of_rows(rows_of(made.cells)),
        **{name: str(None if value is None else round(value, DIGITS)) for name, value in shares.items()},
    }  # fmt: skip


def numbers_of_input(content: Mapping[str, Any]) -> dict[str, str]:
    """Digest, count and numbers of the last week of an input, to the last digit."""
    period = parse_period(content["first_week"])
    if period is None:
        raise NoSignal(content["first_week"])
    first = date.fromordinal(period[1]).isoformat()
    rows, _ = last_weeks(content["method"], first, [content["counts"]])
    row, count = rows[0], content["counts"][-1]
    return {
        "input_digest": digest_of_input(content), "count": "" if count is None else str(count),
        **{name: exact(row.get(name)) for name in NUMBERS},
    }  # fmt: skip


def again_from_inputs(
    recorded: Mapping[str, str], own: Input, all_of_week: Sequence[Input]
) -> Again:
    """Compute a signal from what the tables hold of that moment, q with all series of its week."""
    found = numbers_of_input(own.content)
    first, counts = own.first_week.isoformat(), [list(each.counts) for each in all_of_week]
    rows, _ = last_weeks(own.method, first, counts)
    place = next(n for n, each in enumerate(all_of_week) if each.series.pk == own.series.pk)
    return Again(recorded, {**found, "q": exact(rows[place].get("q"))})
