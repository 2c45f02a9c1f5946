"""What can be wrong with a profile. Each code has a sentence `profile.problem.<code>` with the cure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PROBLEM_CODES: tuple[tuple[str, str], ...] = (
    ("file_missing", "a file of the profile is not there"),
    ("file_strange", "a table that the profile does not have"),
    ("not_utf8", "a file is not UTF-8"),
    ("not_toml", "profile.toml cannot be read"),
    ("not_csv", "a line of a table cannot be read"),
    ("setting_missing", "profile.toml lacks a setting"),
    ("setting_strange", "profile.toml has a setting that nobody reads"),
    ("setting_wrong", "a setting has a value that it cannot have"),
    ("header_wrong", "the first line has other columns"),
    ("cells_wrong", "a line has more or fewer cells than the header"),
    ("value_missing", "a cell that must be filled is empty"),
    ("not_a_date", "a date is not YYYY-MM-DD"),
    ("not_a_number", "a number is none"),
    ("not_a_choice", "a word is not among those allowed"),
    ("not_a_key", "a key has characters that cannot stand in an address"),
    ("too_long", "a text is longer than its place"),
    ("hidden_characters", "a text holds characters that nobody sees"),
    ("unknown_key", "a key that another table does not have"),
    ("key_taken", "a State and a Body have the same key"),
    ("doubled", "a line says again what another line says"),
    ("parent_circle", "a Body stands under itself"),
    ("interval_empty", "an interval ends before it begins"),
    ("intervals_overlap", "two intervals of one State or Body overlap"),
    ("type_not_valid", "a standing reaches beyond the time in which its kind exists"),
    ("order_not_complete", "the order of States in a language is not 1, 2, 3 …"),
    ("shares_not_hundred", "a complete table of shares does not sum to 100"),
    ("language_missing", "a text is given in one language of the profile and not in another"),
)


@dataclass(frozen=True)
class ProfileProblem:
    """One problem: where it is, what it is, and the facts for its sentence. Line 0: the whole file."""

    file: str
    line: int
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


class ProfileRefused(ValueError):
    """The profile has problems; all of them are listed."""

    def __init__(self, problems: list[ProfileProblem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
