"""A profile is read line by line; whatever is wrong is named with its file, line and cure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from registan.kernel.profile.problems import PROBLEM_CODES, ProfileProblem, ProfileRefused
from registan.kernel.profile.read import read_profile

RIVER = Path(__file__).resolve().parents[4] / "tests" / "profiles" / "river"
FILES = {path.name: path.read_bytes() for path in RIVER.iterdir()}
TOML = "profile.toml"

# code -> (file, what stands there, what is put in its place, line of the problem)
BROKEN: dict[str, tuple[str, str, str, int]] = {
    "not_toml": (TOML, 'key = "ala"', 'key = "ala', 2),
    "setting_missing": (TOML, 'decision_rule = "majority"\n', "", 1),
    "setting_strange": (TOML, 'key = "ala"', 'key = "ala"\nanthem = "x"', 3),
    "setting_wrong": (TOML, '"majority"', '"shouting"', 4),
    "not_csv": ("chairs.csv", "invented", '"inv"ented', 2),
    "header_wrong": ("chairs.csv", "body,state", "body,country", 1),
    "cells_wrong": ("chairs.csv", "HYDROLOGY,UPP,", "HYDROLOGY,", 3),
    "value_missing": ("chairs.csv", "HYDROLOGY,UPP", "HYDROLOGY,", 3),
    "not_a_date": ("memberships.csv", "EST,neighbour,2003-01-01", "EST,neighbour,20030101", 4),
    "not_a_number": ("states.csv", "中游国,Midvale,1", "中游国,Midvale,one", 3),
    "not_a_choice": ("status_types.csv", "1,members", "1,friends", 2),
    "not_a_key": ("states.csv", "EST,,", "E/T,,", 4),
    "too_long": ("bodies.csv", "River Bureau", "River Bureau" * 26, 3),
    "hidden_characters": ("bodies.csv", "River Bureau", "River \u202eBureau", 3),
    "unknown_key": ("chairs.csv", "HYDROLOGY,UPP", "HYDROLOGY,XXX", 3),
    "key_taken": ("bodies.csv", "HYDROLOGY,BUREAU", "UPP,BUREAU", 4),
    "doubled": ("states.csv", "EST,,", "MID,,", 4),
    "parent_circle": ("bodies.csv", "ASSEMBLY,,", "ASSEMBLY,HYDROLOGY,", 2),
    "interval_empty": ("memberships.csv", "2003-01-01,2010-06-01", "2003-01-01,2003-01-01", 4),
    "intervals_overlap": ("memberships.csv", "2003-01-01,2010-06-01", "2003-01-01,2010-06-02", 5),
    "type_not_valid": ("memberships.csv", "neighbour,2003-01-01", "neighbour,2002-01-01", 4),
    "order_not_complete": ("states.csv", "中游国,Midvale,1,2", "中游国,Midvale,2,2", 3),
    "shares_not_hundred": ("budget_shares.csv", "33.34", "33.35", 2),
    "language_missing": ("bodies.csv", "委员大会,Assembly of Commissioners,大会,Assembly,三名委员",
                         "委员大会,Assembly of Commissioners,大会,Assembly,", 2),
}  # fmt: skip


def problems(files: dict[str, bytes]) -> list[ProfileProblem]:
    with pytest.raises(ProfileRefused) as caught:
        read_profile(files)
    return caught.value.problems


def broken(code: str) -> dict[str, bytes]:
    file, held, put, _ = BROKEN[code]
    text = FILES[file].decode()
    assert held in text
    return {**FILES, file: text.replace(held, put, 1).encode()}


def test_a_profile_in_two_languages_is_read_with_dates_numbers_and_names() -> None:
    profile = read_profile(FILES)
    assert profile.languages == ["zh", "en"]
    state = profile.tables["states"][0]
    assert state.number == 2
    assert state.in_languages("name") == {"zh": "上游共和国", "en": "Republic of Upperland"}
    assert state.in_languages("order") == {"zh": 2, "en": 3}
    assert profile.tables["memberships"][2]["from"] == date(2003, 1, 1)
    assert profile.tables["budget_shares"][2]["percent"] == Decimal("33.34")


def test_the_digest_tells_what_is_said_and_not_how_it_is_written() -> None:
    first = read_profile(FILES).digest
    windows = {name: b"\xef\xbb\xbf" + body.replace(b"\n", b"\r\n") for name, body in FILES.items()}
    assert read_profile(windows).digest == first
    changed = {**FILES, "chairs.csv": FILES["chairs.csv"].replace(b"2021-01-01", b"2021-01-02")}
    assert read_profile(changed).digest != first


@pytest.mark.parametrize("code", BROKEN)
def test_each_thing_wrong_is_named_with_file_and_line(code: str) -> None:
    file, _, _, line = BROKEN[code]
    found = [(each.code, each.file, each.line) for each in problems(broken(code))]
    named_line = 1 if code == "setting_missing" else line
    assert (code, file, named_line) in found


def test_a_file_that_is_not_there_not_utf8_or_of_no_table_is_named() -> None:
    gone = {name: body for name, body in FILES.items() if name != "guests.csv"}
    assert [(each.code, each.file) for each in problems(gone)] == [("file_missing", "guests.csv")]
    foreign = {**FILES, "bodies.csv": "Совет".encode("cp1251"), "guest.csv": b""}
    assert {(each.code, each.file) for each in problems(foreign)} == {
        ("not_utf8", "bodies.csv"),
        ("file_strange", "guest.csv"),
    }


def test_every_code_is_tried_here() -> None:
    codes = {code for code, _ in PROBLEM_CODES}
    assert codes == {*BROKEN, "file_missing", "file_strange", "not_utf8"}


def test_all_problems_are_told_at_once() -> None:
    both = {**broken("not_a_date"), "chairs.csv": broken("cells_wrong")["chairs.csv"]}
    assert [each.code for each in problems(both)] == ["not_a_date", "cells_wrong"]


@pytest.mark.parametrize(
    ("held", "put", "setting"),
    [
        ('secretariat = "BUREAU"', 'secretariat = "OFFICE"', "rules.secretariat"),
        ('presidency = "ASSEMBLY"', "presidency = 3", "rules.presidency"),
        ('en = "official"', 'en = "spoken"', "languages.en"),
        ('en = "Ala Commission"', 'en = ""', "short_names.en"),
        ('key = "ala"', 'key = "A la"', "key"),
        ('seat_zone = "Europe/Vienna"', 'seat_zone = "../etc"', "seat_zone"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_its_line(held: str, put: str, setting: str) -> None:
    text = FILES[TOML].decode()
    [problem] = problems({**FILES, TOML: text.replace(held, put).encode()})
    assert (problem.code, problem.facts["setting"]) == ("setting_wrong", setting)
    assert text.splitlines()[problem.line - 1] == held
