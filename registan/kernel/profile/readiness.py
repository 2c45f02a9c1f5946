"""readiness.toml: what rosters and stocks are told in: methods, working languages, intervals; optional."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from registan.kernel.profile.columns import CONFIDENCES, LANGS
from registan.kernel.profile.optional import read_optional
from registan.kernel.profile.problems import ProfileProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "readiness.toml"
# Days after which a word of a State is awaited anew.
INTERVALS = ("confirm_days", "stock_days")
LISTS = ("methods", "languages")
LONGEST_DAYS = 3650
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)


def read_readiness(files: Mapping[str, bytes], problems: list[ProfileProblem]) -> dict[str, Any]:
    """What readiness.toml says; empty without the file. What is wrong goes to `problems`."""
    return read_optional(FILE, files, problems, _wrong)


def _wrong(told: Mapping[str, Any]) -> Iterable[ProfileProblem]:
    known = (*INTERVALS, *LISTS)
    if strange := set(told) - set(known):
        yield _problem(min(strange), "setting_strange", known=", ".join(known))
    for name in INTERVALS:
        days = told.get(name)
        if name not in told:
            yield _problem(name, "setting_missing")
        elif type(days) is not int or not 0 < days <= LONGEST_DAYS:
            yield _problem(name, "setting_wrong", value=days, choices=f"1 … {LONGEST_DAYS}")
    for name in LISTS:
        rows = told.get(name)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield _problem(name, "setting_missing")
        else:
            yield from _wrong_rows(name, rows)


def _wrong_rows(part: str, rows: list[dict[str, Any]]) -> Iterable[ProfileProblem]:
    keys = [row.get("key") for row in rows]
    for row in rows:
        key, names, confidence = row.get("key"), row.get("names"), row.get("confidence")
        if not isinstance(key, str) or not _KEY.fullmatch(key) or keys.count(key) > 1:
            yield _problem(f"{part}.key", "setting_wrong", value=key, choices="a-z, 0-9, -")
        if not isinstance(names, dict) or set(names) != set(LANGS) or not all(names.values()):
            yield _problem(f"{part}.names", "setting_wrong", value=names, choices=", ".join(LANGS))
        if not isinstance(row.get("source"), str) or not row["source"]:
            yield _problem(f"{part}.source", "setting_missing")
        if confidence not in CONFIDENCES:
            choices = ", ".join(CONFIDENCES)
            yield _problem(f"{part}.confidence", "setting_wrong", value=confidence, choices=choices)


def _problem(setting: str, code: str, **facts: object) -> ProfileProblem:
    return ProfileProblem(FILE, 1, code, {"setting": setting, **facts})
