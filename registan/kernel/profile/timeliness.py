"""timeliness.toml: the organisation's own list of root causes of bottlenecks; optional."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from registan.kernel.profile.columns import LANGS
from registan.kernel.profile.optional import read_optional
from registan.kernel.profile.problems import ProfileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = "timeliness.toml"
_KEY = re.compile(r"[a-z][a-z0-9-]{0,39}", re.ASCII)


def read_timeliness(files: Mapping[str, bytes], problems: list[ProfileProblem]) -> dict[str, Any]:
    """What timeliness.toml says; empty without the file. What is wrong goes to `problems`."""
    return read_optional(FILE, files, problems, _wrong)


def _wrong(told: Mapping[str, Any]) -> Iterator[ProfileProblem]:
    if strange := set(told) - {"causes"}:
        yield _problem(min(strange), "setting_strange", known="causes")
    rows = told.get("causes")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        yield _problem("causes", "setting_missing")
        return
    seen: set[object] = set()
    for row in rows:
        key, names = row.get("key"), row.get("names")
        if not isinstance(key, str) or not _KEY.fullmatch(key) or key in seen:
            yield _problem("causes.key", "setting_wrong", value=key, choices="a-z, 0-9, -")
        seen.add(str(key))
        if not isinstance(names, dict) or set(names) != set(LANGS) or not all(
            isinstance(name, str) and name.strip() for name in names.values()
        ):  # fmt: skip
            yield _problem("causes.names", "setting_wrong", value=names, choices=", ".join(LANGS))
        if strange := set(row) - {"key", "names"}:
            yield _problem(f"causes.{min(strange)}", "setting_strange", known="key, names")


def _problem(setting: str, code: str, **facts: object) -> ProfileProblem:
    return ProfileProblem(FILE, 1, code, {"setting": setting, **facts})
