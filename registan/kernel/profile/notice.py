"""ihr.toml: by which text of the International Health Regulations each State notifies; optional.

A set is one text of the Regulations with its lists and clocks; a State follows one set from a day on.
States that rejected an amendment go on by the text before, so the sets stand side by side.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from registan.kernel.profile.columns import CONFIDENCES, LANGS
from registan.kernel.profile.optional import read_optional
from registan.kernel.profile.problems import ProfileProblem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

FILE = "ihr.toml"
LISTS = ("always", "second")
HOURS = ("assessment", "notification", "verification", "reading", "reminder", "escalation")


def read_notice(files: Mapping[str, bytes], problems: list[ProfileProblem]) -> dict[str, Any]:
    """What ihr.toml says, dates as text; empty without the file. What is wrong goes to `problems`."""
    told: dict[str, Any] = _plain(read_optional(FILE, files, problems, _wrong))
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _wrong(told: Mapping[str, Any]) -> Iterable[ProfileProblem]:
    for part in ("sets", "hazards", "states"):
        rows = told.get(part)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield _problem(part, "setting_missing")
            return
    if strange := set(told) - {"sets", "hazards", "states", "usual"}:
        yield _problem(min(strange), "setting_strange", known="sets, hazards, states, usual")
    keys = [row.get("key") for row in told["sets"]]
    if told.get("usual") not in keys:
        yield _problem("usual", "setting_wrong", value=told.get("usual"), choices=str(keys))
    for row in told["sets"]:
        yield from _wrong_set(row)
    for row in told["hazards"]:
        yield from _wrong_hazard(row, keys)
    for row in told["states"]:
        yield from _wrong_state(row, keys)


def _wrong_set(row: Mapping[str, Any]) -> Iterable[ProfileProblem]:
    yield from _wrong_source("sets", row)
    if not isinstance(row.get("since"), date):
        yield _problem("sets.since", "setting_missing")
    hours = row.get("hours")
    if not isinstance(hours, dict) or set(hours) != set(HOURS):
        yield _problem("sets.hours", "setting_wrong", value=hours, choices=", ".join(HOURS))
    elif not all(type(each) is int and 0 < each <= 24 * 30 for each in hours.values()):
        yield _problem("sets.hours", "setting_wrong", value=hours, choices="1 … 720")


def _wrong_hazard(row: Mapping[str, Any], keys: Collection[object]) -> Iterable[ProfileProblem]:
    yield from _wrong_source("hazards", row)
    if row.get("list") not in LISTS:
        yield _problem("hazards.list", "setting_wrong", value=row.get("list"), choices=str(LISTS))
    if unknown := set(row.get("sets", [])) - set(keys):
        yield _problem("hazards.sets", "setting_wrong", value=unknown, choices=str(keys))
    names = row.get("names")
    if not isinstance(names, dict) or set(names) != set(LANGS):
        yield _problem("hazards.names", "setting_wrong", value=names, choices=", ".join(LANGS))


def _wrong_state(row: Mapping[str, Any], keys: Collection[object]) -> Iterable[ProfileProblem]:
    yield from _wrong_source("states", row)
    if row.get("set") not in keys:
        yield _problem("states.set", "setting_wrong", value=row.get("set"), choices=str(keys))


def _wrong_source(part: str, row: Mapping[str, Any]) -> Iterable[ProfileProblem]:
    for name in ("key", "source", "confidence"):
        if not isinstance(row.get(name), str) or not row[name]:
            yield _problem(f"{part}.{name}", "setting_missing")
    if row.get("confidence") not in {None, *CONFIDENCES}:
        facts = {"value": row["confidence"], "choices": ", ".join(CONFIDENCES)}
        yield _problem(f"{part}.confidence", "setting_wrong", **facts)


def _problem(setting: str, code: str, **facts: object) -> ProfileProblem:
    return ProfileProblem(FILE, 1, code, {"setting": setting, **facts})
