"""A detection method as a record: what States adopt, and what a recompute is given.

    farrington   one set of controls for all series (farrington.py)
    ears         the same (ears.py)
    by_history   for each series the first of three that its history allows: Noufaily's with 5 years;
                 with 2 to 4 the same with 6 seasons and as many years; below that EARS

Records hold the controls under the names that R's surveillance has for them, in full, so that a record
means the same when a default changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from registan.kernel.epi.ears import Ears
from registan.kernel.epi.farrington import MODES, Farrington, Mode

VERSION = "registan-detection/1"
NOUFAILY = Farrington(
    years=5, half=3, seasons=10, left_out=26, weights_threshold=2.58, trend_level=1.0, alpha=0.01,
    bound="nbPlugin",
)  # fmt: skip
SHORTER = replace(NOUFAILY, years=4, seasons=6)
NEW = Ears(method="C2", least_sigma=1.0)
FEWEST_YEARS = 2
FARRINGTON_NAMES = {
    "years": "b", "half": "w", "seasons": "noPeriods", "left_out": "pastWeeksNotIncluded",
    "reweight": "reweight", "weights_threshold": "weightsThreshold", "trend": "trend",
    "trend_level": "pThresholdTrend", "alpha": "alpha", "power": "powertrans",
    "bound": "thresholdMethod", "offset": "populationOffset",
}  # fmt: skip
EARS_NAMES = {"method": "method", "baseline": "baseline", "least_sigma": "minSigma"}
WHOLE = {"b", "w", "noPeriods", "pastWeeksNotIncluded", "baseline"}
YES_OR_NO = {"reweight", "trend", "populationOffset"}
WORDS = {"powertrans", "thresholdMethod", "method"}

Record = dict[str, Any]


@dataclass(frozen=True)
class Method:
    """A name, a mode and all controls. Two methods are equal when their records are.

    >>> Method.from_record(Method.desk().to_record()) == Method.desk()
    True
    """

    name: str
    mode: Mode
    farrington: Farrington | None = None  # of by_history: with the full history
    shorter: Farrington | None = None  # with 2 years or more; `years` is the most it takes
    ears: Ears | None = None

    def __post_init__(self) -> None:
        parts = (self.farrington is not None, self.shorter is not None, self.ears is not None)
        expected = {
            "farrington": (True, False, False),
            "ears": (False, False, True),
            "by_history": (True, True, True),
        }
        if self.mode not in MODES:
            raise ValueError(f"the mode is one of {MODES}, not {self.mode!r}")
        if expected.get(self.name) != parts:
            raise ValueError(f"no method {self.name!r} with these controls")

    @staticmethod
    def desk(mode: Mode = "strict") -> Method:
        """The one the house proposes."""
        return Method("by_history", mode, NOUFAILY, SHORTER, NEW)

    @property
    def parameters(self) -> Record:
        """The controls as JSON: numbers, words, yes or no, and lists of them."""
        if self.name == "farrington":
            return _of_farrington(cast("Farrington", self.farrington))
        if self.name == "ears":
            return _of_ears(cast("Ears", self.ears))
        return {
            "full": _of_farrington(cast("Farrington", self.farrington)),
            "shorter": _of_farrington(cast("Farrington", self.shorter)),
            "new": _of_ears(cast("Ears", self.ears)),
        }

    def to_record(self) -> Record:
        return {
            "version": VERSION, "name": self.name, "mode": self.mode, "parameters": self.parameters,
        }  # fmt: skip

    @staticmethod
    def from_record(record: Mapping[str, Any]) -> Method:
        """The method of a record; ValueError when it is not one that this version can compute."""
        if set(record) != {"version", "name", "mode", "parameters"}:
            raise ValueError("a method has version, name, mode and parameters, and no more")
        if record["version"] != VERSION:
            raise ValueError(f"version {record['version']!r} is not {VERSION!r}")
        name, mode, given = record["name"], record["mode"], record["parameters"]
        if name == "farrington":
            return Method(name, mode, _farrington(given))
        if name == "ears":
            return Method(name, mode, ears=_ears(given))
        if name != "by_history" or not isinstance(given, Mapping):
            raise ValueError(f"no method {name!r}")
        _named(given, {"full", "shorter", "new"})
        return Method(
            name, mode, _farrington(given["full"]), _farrington(given["shorter"]),
            _ears(given["new"]),
        )  # fmt: skip


def _of_farrington(controls: Farrington) -> Record:
    made = {theirs: getattr(controls, ours) for ours, theirs in FARRINGTON_NAMES.items()}
    return _numbers(made) | {"limit54": [controls.least_cases, controls.least_weeks]}


def _of_ears(controls: Ears) -> Record:
    made = {theirs: getattr(controls, ours) for ours, theirs in EARS_NAMES.items()}
    return _numbers(made | {"alpha": controls.level})


def _numbers(made: Record) -> Record:
    """Whole numbers as such: 1.0 and 1 are one number, and one record."""
    return {
        name: int(value) if isinstance(value, float) and value.is_integer() else value
        for name, value in made.items()
    }


def _farrington(given: object) -> Farrington:
    record = _named(given, {*FARRINGTON_NAMES.values(), "limit54"})
    least = record["limit54"]
    if not isinstance(least, list | tuple) or len(least) != 2:
        raise ValueError("limit54 is a number of cases and a number of weeks")
    cases, weeks = least
    _check("pastWeeksNotIncluded", weeks)
    _check("alpha", cases)
    ours = {mine: record[theirs] for mine, theirs in FARRINGTON_NAMES.items()}
    return Farrington(**ours, least_cases=cases, least_weeks=weeks)


def _ears(given: object) -> Ears:
    record = _named(given, {*EARS_NAMES.values(), "alpha"})
    ours = {mine: record[theirs] for mine, theirs in EARS_NAMES.items()}
    return Ears(**ours, alpha=record["alpha"])


def _named(given: object, names: set[str]) -> Mapping[str, Any]:
    if not isinstance(given, Mapping) or set(given) != names:
        raise ValueError(f"the parameters are {', '.join(sorted(names))}")
    for name, value in given.items():
        if name not in {"limit54", "full", "shorter", "new"}:
            _check(name, value)
    return given


def _check(name: str, value: object) -> None:
    if name in YES_OR_NO:
        right = isinstance(value, bool)
    elif name in WORDS:
        right = isinstance(value, str)
    elif name in WHOLE:
        right = isinstance(value, int) and not isinstance(value, bool)
    else:
        right = isinstance(value, int | float) and not isinstance(value, bool)
    if not right:
        raise ValueError(f"{name} cannot be {value!r}")
