"""A profile (the organisation as data) read from files and checked; every problem with file and line."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from io import StringIO
from typing import TYPE_CHECKING, Any

from registan.kernel.profile.check import problems_between
from registan.kernel.profile.columns import LANGS, TABLES, Kind, columns_of
from registan.kernel.profile.notice import read_notice
from registan.kernel.profile.problems import ProfileProblem, ProfileRefused
from registan.kernel.profile.readiness import read_readiness
from registan.kernel.profile.settings import read_settings
from registan.kernel.profile.timeliness import read_timeliness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,2})?", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*", re.ASCII)


@dataclass(frozen=True)
class Line:
    """One row of a table: its line in the file and its values (dates and numbers already read)."""

    number: int
    values: Mapping[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    def in_languages(self, family: str) -> dict[str, Any]:
        """What columns per language hold: in_languages("name") -> {"ru": …, "zh": …}."""
        columns = {lang: self.values.get(f"{family}_{lang}") for lang in LANGS}
        return {lang: value for lang, value in columns.items() if value not in {None, ""}}


@dataclass(frozen=True)
class Profile:
    """A checked profile: settings of profile.toml (rules with their lines), and the lines of each table."""

    settings: Mapping[str, Any]
    tables: Mapping[str, tuple[Line, ...]]
    rule_lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def languages(self) -> list[str]:
        """Languages of the organisation, in the order of the house (ru, zh, en)."""
        return [lang for lang in LANGS if lang in self.settings["languages"]]

    @property
    def digest(self) -> str:
        """SHA-256 of what the profile says, whatever the form of its files."""
        said = {
            "settings": self.settings,
            **{name: [line.values for line in lines] for name, lines in self.tables.items()},
        }
        whole = json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)
        return sha256(whole.encode()).hexdigest()


def read_profile(files: Mapping[str, bytes]) -> Profile:
    """Read and check a profile from its files (name -> bytes). Raises ProfileRefused with all problems."""
    problems: list[ProfileProblem] = []
    settings, rule_lines = read_settings(files, problems)
    if notice := read_notice(files, problems):
        settings = {**settings, "notice": notice}
    if readiness := read_readiness(files, problems):
        settings = {**settings, "readiness": readiness}
    if timeliness := read_timeliness(files, problems):
        settings = {**settings, "timeliness": timeliness}
    languages = settings.get("languages") or LANGS
    problems += [
        ProfileProblem(name, 0, "file_strange", {"tables": ", ".join(f"{each}.csv" for each in TABLES)})
        for name in sorted(files)
        if name.endswith(".csv") and name.removesuffix(".csv") not in TABLES
    ]  # fmt: skip
    tables = {}
    for name in TABLES:
        reader = _TableReader(f"{name}.csv", columns_of(name, languages))
        tables[name] = tuple(reader.read(files))
        problems += reader.problems
    profile = Profile(settings, tables, rule_lines)
    if not problems:
        problems += problems_between(profile)
    if problems:
        raise ProfileRefused(problems)
    return profile


@dataclass
class _TableReader:
    """Reads one table and remembers what is wrong with it."""

    file: str
    columns: Mapping[str, Kind]
    problems: list[ProfileProblem] = field(default_factory=list)

    def read(self, files: Mapping[str, bytes]) -> Iterable[Line]:
        if self.file not in files:
            self._problem(0, "file_missing")
            return
        try:
            text = files[self.file].decode("utf-8-sig")
        except UnicodeDecodeError:
            self._problem(0, "not_utf8")
            return
        rows = csv.reader(StringIO(text, newline=""), strict=True)
        try:
            header = next(rows, [])
            if self._is_header(header):
                for row in rows:
                    if row:
                        yield from self._line(header, row, rows.line_num)
        except csv.Error:
            self._problem(rows.line_num, "not_csv")

    def _is_header(self, header: list[str]) -> bool:
        if len(header) == len(self.columns) and set(header) == set(self.columns):
            return True
        missing = [column for column in self.columns if column not in header]
        strange = [
            column
            for place, column in enumerate(header)
            if column not in self.columns or column in header[:place]
        ]
        self._problem(
            1, "header_wrong", missing=", ".join(missing) or "–", strange=", ".join(strange) or "–"
        )
        return False

    def _line(self, header: list[str], row: list[str], number: int) -> Iterable[Line]:
        if len(row) != len(header):
            self._problem(number, "cells_wrong", cells=len(row), columns=len(header))
            return
        values = {
            column: self._value(raw.strip(), column, number)
            for column, raw in zip(header, row, strict=True)
        }
        yield Line(number, {column: values[column] for column in self.columns})

    def _value(self, raw: str, column: str, line: int) -> Any:
        kind = self.columns[column]
        if not raw:
            if kind.needed:
                self._problem(line, "value_missing", column=column)
            return None if kind.form in {"date", "number", "decimal"} else ""
        if code := _what_is_wrong(raw, kind):
            facts = {"choices": ", ".join(kind.choices), "longest": kind.longest}
            self._problem(line, code, column=column, value=raw[: kind.longest], **facts)
            return None
        return _READ.get(kind.form, str)(raw)

    def _problem(self, line: int, code: str, **facts: object) -> None:
        self.problems.append(ProfileProblem(self.file, line, code, facts))


def _what_is_wrong(raw: str, kind: Kind) -> str:
    if kind.form == "date":
        return "" if _DATE.fullmatch(raw) and _is_day(raw) else "not_a_date"
    if kind.form == "number":
        return "" if _NUMBER.fullmatch(raw) else "not_a_number"
    if kind.form == "decimal":
        return "" if _DECIMAL.fullmatch(raw) else "not_a_number"
    if kind.choices and raw not in kind.choices:
        return "not_a_choice"
    if len(raw) > kind.longest:
        return "too_long"
    if any(unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs"} for character in raw):
        return "hidden_characters"
    if kind.form == "key" and not _KEY.fullmatch(raw):
        return "not_a_key"
    return ""


def _is_day(raw: str) -> bool:
    try:
        date.fromisoformat(raw)
    except ValueError:
        return False
    return True


_READ: dict[str, Callable[[str], Any]] = {
    "date": date.fromisoformat, "number": int, "decimal": Decimal,
}  # fmt: skip
