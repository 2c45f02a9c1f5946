"""A profile (the organisation as data) read from files and checked; every problem with file and line."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO
from typing import TYPE_CHECKING, Any

from registan.kernel.profile.columns import LANGS, TABLES, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PROBLEM_CODES: tuple[tuple[str, str], ...] = (
    ("file_missing", "a file of the profile is not there"),
    ("not_utf8", "a file is not UTF-8"),
    ("not_toml", "profile.toml cannot be read"),
    ("setting_missing", "profile.toml lacks a setting"),
    ("header_wrong", "the first line has other columns"),
    ("cells_wrong", "a line has more or fewer cells than the header"),
    ("value_missing", "a cell that must be filled is empty"),
    ("not_a_date", "a date is not YYYY-MM-DD"),
    ("not_a_number", "a number is none"),
    ("not_a_choice", "a word is not among those allowed"),
    ("unknown_key", "a key that another table does not have"),
    ("doubled", "a line says again what another line says"),
    ("interval_empty", "an interval ends before it begins"),
    ("intervals_overlap", "two standings of one State overlap"),
    ("order_not_complete", "the order of States in a language is not 1, 2, 3 …"),
    ("shares_not_hundred", "a complete table of shares does not sum to 100"),
    ("name_missing", "a name is missing in a language of the profile"),
)
NEEDED = ("key", "decision_rule", "names", "short_names", "languages")


@dataclass(frozen=True)
class ProfileProblem:
    """One problem: where it is, what it is, and the facts for its sentence."""

    file: str
    line: int
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


class ProfileRefused(ValueError):
    """The profile has problems; all of them are listed."""

    def __init__(self, problems: list[ProfileProblem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True)
class Line:
    """One row of a table: its line in the file and its values (dates and numbers already read)."""

    number: int
    values: Mapping[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    def names(self, column: str) -> dict[str, str]:
        """A name kept in columns per language: names("name") -> {"ru": …}."""
        return {
            lang: self.values[f"{column}_{lang}"]
            for lang in LANGS
            if self.values.get(f"{column}_{lang}")
        }


@dataclass(frozen=True)
class Profile:
    """A checked profile: settings of profile.toml, and the lines of each table."""

    settings: Mapping[str, Any]
    tables: Mapping[str, tuple[Line, ...]]

    @property
    def languages(self) -> list[str]:
        return list(self.settings["languages"])


def read_profile(files: Mapping[str, bytes]) -> Profile:
    """Read and check a profile from its files (name -> bytes). Raises ProfileRefused with all problems."""
    problems: list[ProfileProblem] = []
    settings = _settings(files, problems)
    tables = {name: tuple(_table(name, files, problems)) for name in TABLES}
    if not problems:
        profile = Profile(settings, tables)
        problems += _check(profile)
    if problems:
        raise ProfileRefused(problems)
    return Profile(settings, tables)


def _settings(files: Mapping[str, bytes], problems: list[ProfileProblem]) -> dict[str, Any]:
    name = "profile.toml"
    if name not in files:
        problems.append(ProfileProblem(name, 0, "file_missing"))
        return {}
    try:
        settings = tomllib.loads(files[name].decode("utf-8"))
    except UnicodeDecodeError:
        problems.append(ProfileProblem(name, 0, "not_utf8"))
        return {}
    except tomllib.TOMLDecodeError as error:
        problems.append(ProfileProblem(name, 0, "not_toml", {"why": str(error)}))
        return {}
    problems += [
        ProfileProblem(name, 0, "setting_missing", {"setting": needed})
        for needed in NEEDED
        if needed not in settings
    ]
    return settings


def _table(name: str, files: Mapping[str, bytes], problems: list[ProfileProblem]) -> Iterable[Line]:
    file = f"{name}.csv"
    if file not in files:
        problems.append(ProfileProblem(file, 0, "file_missing"))
        return
    try:
        text = files[file].decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.append(ProfileProblem(file, 0, "not_utf8"))
        return
    columns = TABLES[name]
    rows = csv.reader(StringIO(text, newline=""))
    header = next(rows, [])
    if header != list(columns):
        wanted = [column for column in columns if column not in header]
        strange = [column for column in header if column not in columns]
        facts = {"missing": ", ".join(wanted) or "–", "strange": ", ".join(strange) or "–"}
        problems.append(ProfileProblem(file, 1, "header_wrong", facts))
        return
    for row in rows:
        if len(row) != len(header):
            problems.append(
                ProfileProblem(
                    file, rows.line_num, "cells_wrong", {"cells": len(row), "columns": len(header)}
                )
            )
            continue
        values = {
            column: _value(raw.strip(), columns[column], column, file, rows.line_num, problems)
            for column, raw in zip(header, row, strict=True)
        }
        yield Line(rows.line_num, values)


def _value(
    raw: str, kind: Kind, column: str, file: str, line: int, problems: list[ProfileProblem]
) -> Any:
    def problem(code: str, **facts: object) -> None:
        problems.append(ProfileProblem(file, line, code, {"column": column, "value": raw, **facts}))

    if not raw:
        if kind.needed:
            problem("value_missing")
        return None if kind.form in {"date", "number", "decimal"} else ""
    if kind.form == "date":
        try:
            return date.fromisoformat(raw)
        except ValueError:
            problem("not_a_date")
            return None
    if kind.form in {"number", "decimal"}:
        try:
            return int(raw) if kind.form == "number" else Decimal(raw)
        except (ValueError, InvalidOperation):
            problem("not_a_number")
            return None
    if kind.choices and raw not in kind.choices:
        problem("not_a_choice", choices=", ".join(kind.choices))
    return raw


def _check(profile: Profile) -> Iterable[ProfileProblem]:
    yield from _references(profile)
    yield from _doubled(profile)
    yield from _intervals(profile)
    yield from _orders(profile)
    yield from _shares(profile)
    yield from _names(profile)


def _references(profile: Profile) -> Iterable[ProfileProblem]:
    keys = {
        name: {line["key"] for line in profile.tables[name]}
        for name in ("states", "bodies", "status_types")
    }
    sittings = {(line["body"], line["number"]) for line in profile.tables["meetings"]}
    for table, columns in TABLES.items():
        for column, kind in columns.items():
            if not kind.refers:
                continue
            for line in profile.tables[table]:
                if line[column] and line[column] not in keys[kind.refers]:
                    facts = {"column": column, "value": line[column], "table": f"{kind.refers}.csv"}
                    yield ProfileProblem(f"{table}.csv", line.number, "unknown_key", facts)
    for line in profile.tables["guests"]:
        if (line["body"], line["number"]) not in sittings:
            facts = {
                "column": "number",
                "value": f"{line['body']} {line['number']}",
                "table": "meetings.csv",
            }
            yield ProfileProblem("guests.csv", line.number, "unknown_key", facts)


_UNIQUE = {
    "states": ("key",), "bodies": ("key",), "status_types": ("key",), "meetings": ("body", "number"),
    "memberships": ("state", "type", "from"), "aliases": ("kind", "key", "lang", "alias"),
    "guests": ("body", "number", "state"),
}  # fmt: skip


def _doubled(profile: Profile) -> Iterable[ProfileProblem]:
    for table, columns in _UNIQUE.items():
        seen: dict[tuple[Any, ...], int] = {}
        for line in profile.tables[table]:
            key = tuple(line[column] for column in columns)
            if key in seen:
                facts = {"value": " ".join(map(str, key)), "other": seen[key]}
                yield ProfileProblem(f"{table}.csv", line.number, "doubled", facts)
            seen.setdefault(key, line.number)


def _intervals(profile: Profile) -> Iterable[ProfileProblem]:
    for table in ("memberships", "participation", "chairs", "bodies", "budget_shares"):
        for line in profile.tables[table]:
            if line["from"] and line["to"] and line["to"] <= line["from"]:
                yield ProfileProblem(
                    f"{table}.csv",
                    line.number,
                    "interval_empty",
                    {"from": line["from"], "to": line["to"]},
                )
    for table, owner in (("memberships", "state"), ("participation", "state"), ("chairs", "body")):
        held: dict[str, list[Line]] = {}
        for line in sorted(profile.tables[table], key=lambda each: each["from"] or date.min):
            before = held.setdefault(line[owner], [])
            if before and (before[-1]["to"] is None or before[-1]["to"] > line["from"]):
                facts = {"value": line[owner], "other": before[-1].number}
                yield ProfileProblem(f"{table}.csv", line.number, "intervals_overlap", facts)
            before.append(line)


def _orders(profile: Profile) -> Iterable[ProfileProblem]:
    states = profile.tables["states"]
    for lang in profile.languages:
        places = sorted(line[f"order_{lang}"] or 0 for line in states)
        if places != list(range(1, len(states) + 1)):
            yield ProfileProblem("states.csv", 0, "order_not_complete", {"lang": lang})


def _shares(profile: Profile) -> Iterable[ProfileProblem]:
    sums: dict[date | None, Decimal] = {}
    for line in profile.tables["budget_shares"]:
        if line["complete"] == "yes":
            sums[line["from"]] = sums.get(line["from"], Decimal(0)) + line["percent"]
    for since, total in sums.items():
        if total != 100:
            yield ProfileProblem(
                "budget_shares.csv", 0, "shares_not_hundred", {"from": since, "sum": total}
            )


def _names(profile: Profile) -> Iterable[ProfileProblem]:
    for table in ("states", "bodies", "status_types"):
        for line in profile.tables[table]:
            names = line.names("name")
            for lang in profile.languages:
                if lang not in names:
                    yield ProfileProblem(
                        f"{table}.csv",
                        line.number,
                        "name_missing",
                        {"value": line["key"], "lang": lang},
                    )
