"""A file of the profile that may be absent: read, held against its own rules, or told what is wrong."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from registan.kernel.profile.problems import ProfileProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def read_optional(
    name: str, files: Mapping[str, bytes], problems: list[ProfileProblem],
    wrong: Callable[[Mapping[str, Any]], Iterable[ProfileProblem]],
) -> dict[str, Any]:  # fmt: skip
    """What the TOML file says; empty without the file, and where it has a problem (`problems` has it)."""
    if name not in files:
        return {}
    try:
        told = tomllib.loads(files[name].decode("utf-8-sig"))
    except UnicodeDecodeError:
        problems.append(ProfileProblem(name, 0, "not_utf8"))
        return {}
    except tomllib.TOMLDecodeError:
        problems.append(ProfileProblem(name, 1, "not_toml"))
        return {}
    found = list(wrong(told))
    problems += found
    return {} if found else told
