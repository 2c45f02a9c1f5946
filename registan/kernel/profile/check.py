"""What the lines of a profile must be to each other: keys, intervals, orders, sums, languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from registan.kernel.profile.columns import GROUPS, TABLES, families_of
from registan.kernel.profile.problems import ProfileProblem
from registan.kernel.profile.settings import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.kernel.profile.read import Line, Profile

# What may be said only once in a table.
UNIQUE = {
    "states": ("key",), "bodies": ("key",), "status_types": ("key",), "meetings": ("body", "number"),
    "memberships": ("state", "type", "from"), "aliases": ("kind", "key", "lang", "alias"),
    "guests": ("body", "number", "state"),
}  # fmt: skip
# Whose intervals in a table must not overlap.
OWNERS = {
    "memberships": "state", "participation": "state", "chairs": "body", "budget_shares": "state",
}  # fmt: skip


def problems_between(profile: Profile) -> Iterable[ProfileProblem]:
    """All problems that show only when lines are held against each other."""
    for check in (
        _references, _aliases, _rules, _doubled, _parents, _intervals, _types, _orders, _shares,
        _languages,
    ):  # fmt: skip
        yield from check(profile)


def _keys(profile: Profile, table: str) -> set[str]:
    return {line["key"] for line in profile.tables[table]}


def _unknown(table: str, line: int, column: str, value: object, other: str) -> ProfileProblem:
    facts = {"column": column, "value": value, "table": other}
    return ProfileProblem(table, line, "unknown_key", facts)


def _references(profile: Profile) -> Iterable[ProfileProblem]:
    keys = {name: _keys(profile, name) for name in ("states", "bodies", "status_types")}
    for table, columns in TABLES.items():
        for column, kind in columns.items():
            for line in profile.tables[table] if kind.refers else ():
                if line[column] and line[column] not in keys[kind.refers]:
                    other = f"{kind.refers}.csv"
                    yield _unknown(f"{table}.csv", line.number, column, line[column], other)
    sittings = {(line["body"], line["number"]) for line in profile.tables["meetings"]}
    for line in profile.tables["guests"]:
        meeting = (line["body"], line["number"])
        if meeting not in sittings:
            value = " ".join(map(str, meeting))
            yield _unknown("guests.csv", line.number, "number", value, "meetings.csv")


def _aliases(profile: Profile) -> Iterable[ProfileProblem]:
    known = {
        "state": (_keys(profile, "states"), "states.csv"),
        "body": (_keys(profile, "bodies"), "bodies.csv"),
        "group": (set(GROUPS), ", ".join(GROUPS)),
    }
    for line in profile.tables["aliases"]:
        keys, where = known[line["kind"]]
        if line["key"] not in keys:
            yield _unknown("aliases.csv", line.number, "key", line["key"], where)


def _rules(profile: Profile) -> Iterable[ProfileProblem]:
    for rule, value in profile.settings["rules"].items():
        table = RULES[rule][1]
        if table and value not in _keys(profile, table):
            facts = {"setting": f"rules.{rule}", "value": value, "choices": f"{table}.csv"}
            yield ProfileProblem("profile.toml", profile.rule_lines[rule], "setting_wrong", facts)


def _doubled(profile: Profile) -> Iterable[ProfileProblem]:
    for table, columns in UNIQUE.items():
        seen: dict[tuple[Any, ...], int] = {}
        for line in profile.tables[table]:
            key = tuple(line[column] for column in columns)
            if key in seen:
                facts = {"value": " ".join(map(str, key)), "other": seen[key]}
                yield ProfileProblem(f"{table}.csv", line.number, "doubled", facts)
            seen.setdefault(key, line.number)
    states = _keys(profile, "states")
    for line in profile.tables["bodies"]:
        if line["key"] in states:
            yield ProfileProblem("bodies.csv", line.number, "key_taken", {"value": line["key"]})


def _parents(profile: Profile) -> Iterable[ProfileProblem]:
    above = {line["key"]: line["parent"] for line in profile.tables["bodies"]}
    for line in profile.tables["bodies"]:
        met, key = {line["key"]}, above[line["key"]]
        while key and key not in met:
            met.add(key)
            key = above.get(key, "")
        if key == line["key"]:
            facts = {"value": line["key"], "parent": line["parent"], "column": "parent"}
            yield ProfileProblem("bodies.csv", line.number, "parent_circle", facts)


def _intervals(profile: Profile) -> Iterable[ProfileProblem]:
    for table in (*OWNERS, "bodies", "meetings", "status_types"):
        since, until = ("valid_from", "valid_to") if table == "status_types" else ("from", "to")
        for line in profile.tables[table]:
            if _ends_too_early(line[since], line[until], last_day_counts=table == "meetings"):
                facts = {"from": line[since], "to": line[until]}
                yield ProfileProblem(f"{table}.csv", line.number, "interval_empty", facts)
    for table, owner in OWNERS.items():
        yield from _overlaps(table, owner, profile.tables[table])


def _ends_too_early(since: date | None, until: date | None, *, last_day_counts: bool) -> bool:
    if not since or not until:
        return False
    return until < since if last_day_counts else until <= since


def _overlaps(table: str, owner: str, lines: tuple[Line, ...]) -> Iterable[ProfileProblem]:
    before: dict[str, Line] = {}
    for line in sorted(lines, key=lambda each: each["from"] or date.min):
        held = before.get(line[owner])
        if held and (held["to"] is None or held["to"] > (line["from"] or date.min)):
            facts = {"value": line[owner], "other": held.number}
            yield ProfileProblem(f"{table}.csv", line.number, "intervals_overlap", facts)
        before[line[owner]] = line


def _types(profile: Profile) -> Iterable[ProfileProblem]:
    types = {line["key"]: line for line in profile.tables["status_types"]}
    for line in profile.tables["memberships"]:
        kind = types.get(line["type"])
        if kind is None:
            continue
        begins, ends = kind["valid_from"] or date.min, kind["valid_to"] or date.max
        if line["from"] < begins or (line["to"] or date.max) > ends:
            facts = {
                "value": kind["key"], "from": kind["valid_from"] or "…", "to": kind["valid_to"] or "…",
            }  # fmt: skip
            yield ProfileProblem("memberships.csv", line.number, "type_not_valid", facts)


def _orders(profile: Profile) -> Iterable[ProfileProblem]:
    """One problem per language: the first State whose place is taken or beyond the last one."""
    states = profile.tables["states"]
    for lang in profile.languages:
        free = set(range(1, len(states) + 1))
        for line in states:
            place = line[f"order_{lang}"]
            if place not in free:
                facts = {"lang": lang, "value": place, "key": line["key"], "last": len(states)}
                yield ProfileProblem("states.csv", line.number, "order_not_complete", facts)
                break
            free.remove(place)


def _shares(profile: Profile) -> Iterable[ProfileProblem]:
    """On each day on which a complete table begins or ends, what is in force sums to 100."""
    complete = [line for line in profile.tables["budget_shares"] if line["complete"] == "yes"]
    days = {line[end] for line in complete for end in ("from", "to")} - {None}
    for day in sorted({date.min, *days}):
        held = [
            line
            for line in complete
            if (line["from"] or date.min) <= day < (line["to"] or date.max)
        ]
        total = sum((line["percent"] for line in held), Decimal(0))
        if held and total != 100:
            facts = {"on": day if day != date.min else "…", "sum": total}
            yield ProfileProblem("budget_shares.csv", held[0].number, "shares_not_hundred", facts)


def _languages(profile: Profile) -> Iterable[ProfileProblem]:
    """Where a text is there in one language of the profile, it is there in all."""
    for table in TABLES:
        for family in families_of(table):
            for line in profile.tables[table]:
                told = line.in_languages(family)
                missing = [lang for lang in profile.languages if lang not in told]
                if told and missing:
                    facts = {"column": f"{family}_{missing[0]}", "lang": missing[0]}
                    yield ProfileProblem(f"{table}.csv", line.number, "language_missing", facts)
