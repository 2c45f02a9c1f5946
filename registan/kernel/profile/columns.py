"""The tables of a profile and what may stand in their columns. A column that is not here is refused."""

from __future__ import annotations

from dataclasses import dataclass

LANGS = ("ru", "zh", "en")
CONFIDENCES = ("sourced", "doubtful", "unverified")


@dataclass(frozen=True)
class Kind:
    """What a cell may hold. `refers` names the table whose keys it must be one of."""

    form: str = "text"  # text, date, number or decimal
    needed: bool = False
    refers: str = ""
    choices: tuple[str, ...] = ()


TEXT, MUST, DAY, DAY_MUST = Kind(), Kind(needed=True), Kind("date"), Kind("date", needed=True)
NUMBER, NUMBER_MUST = Kind("number"), Kind("number", needed=True)
STATE, BODY = Kind(needed=True, refers="states"), Kind(needed=True, refers="bodies")
NAMES = {f"name_{lang}": TEXT for lang in LANGS}
SHORT_NAMES = {f"short_{lang}": TEXT for lang in LANGS}
SOURCED = {"source": TEXT, "confidence": Kind(needed=True, choices=CONFIDENCES), "note": TEXT}
YES_NO = Kind(needed=True, choices=("yes", "no"))

TABLES: dict[str, dict[str, Kind]] = {
    "states": {
        "key": MUST, "iso3": TEXT, **NAMES, **SHORT_NAMES,
        **{f"order_{lang}": NUMBER for lang in LANGS}, **SOURCED,
    },
    "status_types": {
        "key": MUST, **NAMES, "rank": NUMBER_MUST, "valid_from": DAY, "valid_to": DAY,
        "merged_into": Kind(refers="status_types"), **SOURCED,
    },
    "memberships": {
        "state": STATE, "type": Kind(needed=True, refers="status_types"), "from": DAY_MUST, "to": DAY,
        "decided_on": DAY, "signed_on": DAY, "basis": TEXT, "sequence": NUMBER_MUST, **SOURCED,
    },
    "participation": {
        "state": STATE, "from": DAY_MUST, "to": DAY, "invited": YES_NO, "reason": TEXT, **SOURCED,
    },
    "bodies": {
        "key": MUST, "parent": Kind(refers="bodies"), "kind": MUST, "level": NUMBER_MUST, **NAMES,
        **SHORT_NAMES, "composition": TEXT, "rhythm": TEXT, "chair_rule": TEXT, "from": DAY, "to": DAY,
        **SOURCED,
    },
    "aliases": {
        "kind": Kind(needed=True, choices=("state", "body", "group")), "key": MUST,
        "lang": Kind(needed=True, choices=LANGS), "alias": MUST,
    },
    "chairs": {"body": BODY, "state": STATE, "from": DAY_MUST, "to": DAY, **SOURCED},
    "meetings": {
        "body": BODY, "number": NUMBER_MUST, "from": DAY, "to": DAY, "place_ru": TEXT, "place_zh": TEXT,
        "place_en": TEXT, "form": Kind(choices=("in_person", "video")), **SOURCED,
    },
    "guests": {"body": BODY, "number": NUMBER_MUST, "state": STATE, "kind": MUST, **SOURCED},
    "budget_shares": {
        "state": STATE, "from": DAY, "to": DAY, "percent": Kind("decimal", needed=True),
        "complete": YES_NO, **SOURCED,
    },
}  # fmt: skip
