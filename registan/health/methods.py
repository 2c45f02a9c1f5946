"""Algorithms and their parameters, as people propose them. The kernel computes; this only says what fits.

Names are those of R's surveillance package, so that what was published can be compared. Apart from the
kernel, because NumPy is loaded with that. docs/explanation/signals.md tells who decides.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.web.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "registan-detection/1"
MODES = ("strict", "r-compat")
BY_HISTORY, FARRINGTON, EARS = "by_history", "farrington", "ears"
WEEKS_A_YEAR = 52.18


@dataclass(frozen=True)
class Parameter:
    """`kind`: whole, number, yes_no, choice, pair (of whole numbers) or fixed. `usual`: as proposed."""

    kind: str
    usual: Any
    least: float = 0
    most: float = 0
    choices: tuple[str, ...] = ()

    def read(self, value: Any) -> Any:
        """The value in its canonical form. Raises ValueError."""
        if self.kind == "yes_no":
            if not isinstance(value, bool):
                raise ValueError(value)
            return value
        if self.kind in {"choice", "fixed"}:
            if value not in (self.choices or (self.usual,)):
                raise ValueError(value)
            return value
        if self.kind == "pair":
            first, second = value
            return [self._number(first), self._number(second)]
        return self._number(value)

    def _number(self, value: Any) -> int | float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(value)
        if not math.isfinite(value) or not self.least <= value <= self.most:
            raise ValueError(value)
        if value == int(value):
            return int(value)  # 1.0 and 1 are one number, and one record
        if self.kind != "number":
            raise ValueError(value)
        return float(value)


Group = dict[str, Parameter]


def _farrington(b: int, seasons: int) -> Group:
    """Noufaily 2013 with the 26 weeks of the Robert Koch Institute; not touched by what r-compat keeps."""
    return {
        "b": Parameter("whole", b, 1, 10),
        "w": Parameter("whole", 3, 0, 8),
        "noPeriods": Parameter("whole", seasons, 1, 20),
        "pastWeeksNotIncluded": Parameter("whole", 26, 0, 52),
        "reweight": Parameter("yes_no", True),
        "weightsThreshold": Parameter("number", 2.58, 0.5, 5),
        "trend": Parameter("yes_no", True),
        "pThresholdTrend": Parameter("number", 1, 0, 1),
        "alpha": Parameter("number", 0.01, 1e-6, 0.2),
        "powertrans": Parameter("choice", "2/3", choices=("2/3", "1/2", "none")),
        "thresholdMethod": Parameter("choice", "nbPlugin", choices=("delta", "nbPlugin", "muan")),
        "limit54": Parameter("pair", [5, 4], 1, 1000),
        "populationOffset": Parameter("fixed", False),  # the house keeps no populations by week
    }


def _ears() -> Group:
    return {
        "method": Parameter("choice", "C2", choices=("C1", "C2", "C3")),
        "baseline": Parameter("whole", 7, 3, 26),
        "minSigma": Parameter("number", 1, 0, 10),
        "alpha": Parameter("number", 0.001, 1e-6, 0.2),
    }


# Algorithm -> group of parameters ("" where there is one alone) -> its parameters.
ALGORITHMS: dict[str, dict[str, Group]] = {
    BY_HISTORY: {"full": _farrington(5, 10), "shorter": _farrington(4, 6), "new": _ears()},
    FARRINGTON: {"": _farrington(5, 10)},
    EARS: {"": _ears()},
}


def checked(algorithm: str, mode: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a version in its canonical form, as the kernel's Method reads it. Raises Refused."""
    groups = ALGORITHMS.get(algorithm)
    if groups is None or mode not in MODES:
        raise Refused("method_unknown", field="algorithm")
    given = {"": parameters} if "" in groups else parameters
    if set(given) != set(groups):
        raise Refused("method_parameter", name=", ".join(sorted(set(given) ^ set(groups)))[:60])
    found = {group: _group(group, known, given[group]) for group, known in groups.items()}
    return {
        "version": VERSION, "name": algorithm, "mode": mode, "parameters": found.get("", found),
    }  # fmt: skip


def _group(group: str, known: Group, given: Mapping[str, Any]) -> dict[str, Any]:
    if strange := sorted(set(given) ^ set(known)):
        raise Refused("method_parameter", name=strange[0][:40])
    found = {}
    for name, parameter in known.items():
        try:
            found[name] = parameter.read(given[name])
        except (TypeError, ValueError):
            raise Refused("method_parameter", field=f"{group}-{name}", name=name) from None
    # Each block between two windows needs a week of its own.
    if "noPeriods" in found and found["noPeriods"] - 1 > 52 - 2 * found["w"] - 1:
        raise Refused("method_seasons", field=f"{group}-noPeriods")
    return found


def usual(algorithm: str) -> dict[str, Any]:
    """What the form proposes."""
    found = {
        group: {name: each.usual for name, each in known.items()}
        for group, known in ALGORITHMS[algorithm].items()
    }
    return found.get("", found)


def grouped(algorithm: str, parameters: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Parameters by group."""
    return {"": parameters} if "" in ALGORITHMS[algorithm] else dict(parameters)


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 over the content as JSON: keys sorted, no blanks."""
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def weeks_needed(content: Mapping[str, Any]) -> int:
    """How many weeks a method can reach back, the week under test included."""
    return max(
        math.ceil(given["b"] * WEEKS_A_YEAR) + given["w"] + 2
        if "b" in given
        else int(given["baseline"])
        + 5  # C3 looks at two earlier weeks, each two weeks off its past
        for given in grouped(content["name"], content["parameters"]).values()
    )
