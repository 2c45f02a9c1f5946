"""By which text of the Regulations a State notifies (ihr.toml of the profile), on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from registan.kernel.emergency.annex2 import UNLISTED
from registan.parties.queries import organisation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True)
class Hazard:
    """A disease of the two lists of Annex 2."""

    key: str
    listed: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class NoticeRules:
    """One set as it holds for one State: hours of each clock, where it comes from, how sure that is."""

    key: str
    since: str
    hours: Mapping[str, int]
    source: str
    confidence: str
    of_state: str
    state_confidence: str
    hazards: tuple[Hazard, ...]

    def listed(self, hazard: str) -> str:
        """The list on which a disease stands: always, second or none."""
        return next((each.listed for each in self.hazards if each.key == hazard), UNLISTED)


def notice_rules(state: str, on: date) -> NoticeRules | None:
    """The set that a State follows on a day; None where the profile has no such rules."""
    told = _told()
    if not told:
        return None
    named = next((row for row in told["states"] if row["key"] == state), None)
    return _rules(named["set"] if named else told["usual"], on, named)


def rules_named(key: str, state: str) -> NoticeRules | None:
    """The set with this key, as an event was assessed by it."""
    told = _told()
    rows = told["states"] if told else []
    named = next((row for row in rows if row["key"] == state and row["set"] == key), None)
    return _rules(key, None, named) if told else None


def _told() -> dict[str, Any]:
    found = organisation()
    return dict(found.rules.get("notice") or {}) if found else {}


def _rules(key: str, on: date | None, named: Mapping[str, Any] | None) -> NoticeRules | None:
    told = _told()
    begun = [row for row in told["sets"] if on is None or row["since"] <= on.isoformat()]
    row = next((row for row in begun if row["key"] == key), None)
    if row is None:  # before the set was in force: the latest one that was
        row = max(begun, key=lambda each: str(each["since"]), default=None)
    if row is None:
        return None
    hazards = tuple(
        Hazard(each["key"], each["list"], each["names"])
        for each in told["hazards"]
        if row["key"] in each.get("sets", [row["key"]])
    )
    return NoticeRules(
        row["key"], row["since"], row["hours"], row["source"], row["confidence"],
        str(named["source"]) if named else "", str(named["confidence"]) if named else "unverified",
        hazards,
    )  # fmt: skip
