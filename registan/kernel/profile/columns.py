"""The tables of a profile and what may stand in their columns. A column that is not here is refused.

`name_*` stands for one column per language of the profile: name_ru, name_zh …
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGS = ("ru", "zh", "en")  # languages that the software speaks
CONFIDENCES = ("sourced", "doubtful", "unverified")
# Who is addressed together: "members", "partners" (with the members), or neither.
CIRCLES = ("members", "partners", "none")
# Groups that plan tables name and the software understands.
GROUPS = ("ALL_MEMBERS", "INTERESTED_MEMBERS")


@dataclass(frozen=True)
class Kind:
    """What a cell may hold. `refers` names the table whose keys it must be one of."""

    form: str = "text"  # text, key, date, number or decimal
    needed: bool = False
    refers: str = ""
    choices: tuple[str, ...] = ()
    longest: int = 300


TEXT, MUST, DAY, DAY_MUST = Kind(), Kind(needed=True), Kind("date"), Kind("date", needed=True)
NUMBER_MUST, KEY = Kind("number", needed=True), Kind("key", needed=True, longest=40)
STATE, BODY = Kind(needed=True, refers="states"), Kind(needed=True, refers="bodies")
YES_NO = Kind(needed=True, choices=("yes", "no"))
SOURCED = {
    "source": TEXT,
    "confidence": Kind(needed=True, choices=CONFIDENCES),
    "note": Kind(longest=500),
}

TABLES: dict[str, dict[str, Kind]] = {
    "states": {
        "key": Kind("key", needed=True, longest=8), "iso3": Kind(longest=3), "name_*": MUST,
        "short_*": MUST, "order_*": NUMBER_MUST, "language": Kind(needed=True, choices=LANGS),
        **SOURCED,
    },
    "status_types": {
        "key": KEY, "name_*": MUST, "rank": NUMBER_MUST, "circle": Kind(needed=True, choices=CIRCLES),
        "valid_from": DAY, "valid_to": DAY, "merged_into": Kind(refers="status_types"), **SOURCED,
    },
    "memberships": {
        "state": STATE, "type": Kind(needed=True, refers="status_types"), "from": DAY_MUST, "to": DAY,
        "decided_on": DAY, "signed_on": DAY, "basis_*": TEXT, "sequence": NUMBER_MUST, **SOURCED,
    },
    "participation": {
        "state": STATE, "from": DAY_MUST, "to": DAY, "invited": YES_NO, "reason_*": TEXT, **SOURCED,
    },
    "bodies": {
        "key": KEY, "parent": Kind(refers="bodies"), "kind": KEY, "level": NUMBER_MUST,
        "name_*": MUST, "short_*": MUST, "composition_*": TEXT, "rhythm_*": TEXT,
        "chair_rule_*": TEXT, "from": DAY, "to": DAY, **SOURCED,
    },
    "aliases": {
        "kind": Kind(needed=True, choices=("state", "body", "group")), "key": MUST,
        "lang": Kind(needed=True, choices=LANGS), "alias": MUST, **SOURCED,
    },
    "chairs": {"body": BODY, "state": STATE, "from": DAY_MUST, "to": DAY, **SOURCED},
    "meetings": {
        "body": BODY, "number": NUMBER_MUST, "from": DAY, "to": DAY, "place_*": TEXT,
        "form": Kind(choices=("in_person", "video")), **SOURCED,
    },
    "guests": {"body": BODY, "number": NUMBER_MUST, "state": STATE, "role_*": MUST, **SOURCED},
    "budget_shares": {
        "state": STATE, "from": DAY, "to": DAY, "percent": Kind("decimal", needed=True),
        "complete": YES_NO, **SOURCED,
    },
}  # fmt: skip


def columns_of(table: str, languages: Iterable[str]) -> dict[str, Kind]:
    """The columns of a table in a profile of these languages, in their usual order."""
    langs = [lang for lang in LANGS if lang in set(languages)]
    found: dict[str, Kind] = {}
    for column, kind in TABLES[table].items():
        if column.endswith("_*"):
            found.update({column[:-1] + lang: kind for lang in langs})
        else:
            found[column] = kind
    return found


def families_of(table: str) -> list[str]:
    """What the table tells in each language: ["name", "short"]."""
    return [column[:-2] for column in TABLES[table] if column.endswith("_*")]
