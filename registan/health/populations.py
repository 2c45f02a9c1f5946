"""How many people a State has, with year and source: facts of the profile (facts/populations.csv)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Population:
    """People of a State; `source` names who says so, and the year."""

    people: int
    source: str


@lru_cache(maxsize=4)
def read_populations(profile: Path) -> dict[str, Population]:
    """State -> people. Nothing where the profile has no such file: then each scenario says it itself."""
    file = profile / "facts" / "populations.csv"
    if not file.is_file():
        return {}
    with file.open(encoding="utf-8", newline="") as opened:
        return {
            row["state"]: Population(int(row["people"]), f"{row['source']}, {row['year']}")
            for row in csv.DictReader(opened)
        }


def populations() -> dict[str, Population]:
    """Those of the profile in use."""
    return read_populations(settings.PROFILE)
