"""A profile goes in whole or not at all, once, and in place of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from registan.cli.main import main
from registan.kernel.profile.problems import PROBLEM_CODES
from registan.kernel.profile.read import read_profile
from registan.ledger.models import Entry
from registan.parties.acts import load_profile
from registan.parties.models import Body, Membership, Organisation, State, StatusType
from registan.parties.setup_mandate import SETUP
from registan.parties.texts_profile import PROFILE_TEXTS
from registan.web.refusal import Refused
from tests.cast import enrol, read_folder

if TYPE_CHECKING:
    from pathlib import Path

    from registan.kernel.profile.problems import PROBLEM_CODES
from registan.kernel.profile.read import Profile

WITHOUT_LINE = {"file_missing", "file_strange", "not_utf8", "setting_missing", "header_wrong"}
pytestmark = pytest.mark.usefixtures("organisation")


def changed(file: str, held: str, put: str) -> Profile:
    files = {path.name: path.read_bytes() for path in settings.PROFILE.iterdir() if path.is_file()}
    text = files[file].decode()
    assert held in text
    return read_profile({**files, file: text.replace(held, put).encode()})


def whole() -> list[object]:
    return [
        list(model._default_manager.order_by("pk").values())
        for model in (Organisation, State, StatusType, Membership, Body, Entry)
    ]


@pytest.mark.parametrize("code", [code for code, _ in PROBLEM_CODES])
def test_every_problem_has_its_place_and_cure_in_three_languages(code: str) -> None:
    for text in PROFILE_TEXTS[f"profile.problem.{code}"]:
        assert "{file}" in text
        assert ("{line}" in text) == (code not in WITHOUT_LINE)


def test_loading_it_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = whole()
    assert main(["--lang", "en", "profile", "load", str(settings.PROFILE)]) == 0
    assert "loaded already, and nothing in it has changed" in capsys.readouterr().out
    assert whole() == before
    with pytest.raises(Refused, match="profile_unchanged"):
        load_profile(SETUP, read_folder(settings.PROFILE))
    assert whole() == before


@pytest.mark.parametrize(("lang", "said"), [
    ("ru", "memberships.csv, строка 2: «2001-6-15» — не дата. Пишите ГГГГ-ММ-ДД."),
    ("zh", "memberships.csv 第2行：“2001-6-15”不是日期。"),
    ("en", "memberships.csv, line 2: “2001-6-15” is no date. Write YYYY-MM-DD."),
])  # fmt: skip
def test_a_broken_one_leaves_all_as_it_was(
    lang: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = whole()
    for path in settings.PROFILE.glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = tmp_path / "memberships.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("2001-06-15", "2001-6-15", 1), encoding="utf-8"
    )
    assert main(["--lang", lang, "profile", "load", str(tmp_path)]) == 1
    assert said in capsys.readouterr().err
    assert whole() == before


def test_a_correction_replaces_what_was_and_is_an_entry() -> None:
    kept = State.objects.get(key="KZ").pk
    entries = Entry.objects.count()
    load_profile(
        SETUP, changed("states.csv", "Казахстан,哈萨克斯坦,", "Казахстан (РК),哈萨克斯坦,")
    )
    state = State.objects.get(key="KZ")
    assert (state.pk, state.short_names["ru"]) == (kept, "Казахстан (РК)")
    assert Membership.objects.count() == 48
    assert Entry.objects.count() == entries + 1


def test_a_body_no_longer_named_goes_unless_a_record_speaks_of_it() -> None:
    enrol("rats-desk", ("read",), "RATS_EC")
    text = (settings.PROFILE / "bodies.csv").read_text(encoding="utf-8")
    lines = {line.split(",")[0]: f"{line}\n" for line in text.splitlines()}
    aliases = (settings.PROFILE / "aliases.csv").read_text(encoding="utf-8")
    files = {path.name: path.read_bytes() for path in settings.PROFILE.glob("*.*")}
    files["bodies.csv"] = text.replace(lines["RATS_EC"], "").replace(lines["FORUM"], "").encode()
    files["aliases.csv"] = "".join(
        line for line in aliases.splitlines(keepends=True) if "RATS_EC" not in line
    ).encode()
    load_profile(SETUP, read_profile(files))
    assert Body.objects.get(key="RATS_EC").until is not None
    assert not Body.objects.filter(key="FORUM").exists()


def test_the_profile_of_another_organisation_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = whole()
    river = settings.PROFILE.parents[1] / "tests" / "profiles" / "river"
    assert main(["--lang", "en", "profile", "load", str(river)]) == 1
    assert "another organisation (sco) is loaded here, not ala" in capsys.readouterr().err
    assert whole() == before


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "profile", "load", "/nowhere/at/all"]) != 0
    assert "/nowhere/at/all" in capsys.readouterr().err


def test_only_who_may_load_a_profile_loads_one() -> None:
    reader = enrol("rats-reader", ("read",), "RATS_EC")
    with pytest.raises(Refused, match="power_missing"):
        load_profile(reader, read_folder(settings.PROFILE))
