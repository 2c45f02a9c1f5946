"""What the profile says of rosters and stocks (readiness.toml): coded lists, how old a word may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.ledger.kept import kept
from registan.parties.queries import organisation
from registan.web.texts import in_lang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Where the profile says nothing.
CONFIRM_DAYS, STOCK_DAYS = 180, 90


@dataclass(frozen=True)
class Readiness:
    """Key -> names by language, in the order of the profile; intervals in days."""

    confirm_days: int
    stock_days: int
    methods: Mapping[str, Mapping[str, str]]
    languages: Mapping[str, Mapping[str, str]]

    def method_names(self, keys: Sequence[str], lang: str | None = None) -> list[str]:
        """In the order of the profile; a key that it has no more stands for itself."""
        return _named(self.methods, keys, lang)

    def language_names(self, keys: Sequence[str], lang: str | None = None) -> list[str]:
        return _named(self.languages, keys, lang)


def _named(
    known: Mapping[str, Mapping[str, str]], keys: Sequence[str], lang: str | None
) -> list[str]:
    here = [in_lang(names, lang) for key, names in known.items() if key in keys]
    return here + [key for key in keys if key not in known]


def readiness() -> Readiness:
    """As the profile has it; read once between two acts."""
    return kept("readiness", _read)


def _read() -> Readiness:
    found = organisation()
    told = dict(found.rules.get("readiness") or {}) if found else {}
    lists = {
        name: {row["key"]: row["names"] for row in told.get(name, [])}
        for name in ("methods", "languages")
    }
    return Readiness(
        int(told.get("confirm_days", CONFIRM_DAYS)), int(told.get("stock_days", STOCK_DAYS)),
        lists["methods"], lists["languages"],
    )  # fmt: skip
