"""`registan official enrol`, `profile load`, `settings`: what the operator does on his own machine."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from registan.cli.main import main
from registan.ledger.models import Entry
from registan.parties.acts import load_profile
from registan.parties.models import Mandate
from registan.parties.setup_mandate import SETUP

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "кедр и 松树 and oak"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{PASSWORD}\n"))


@pytest.fixture
def profile(db: None) -> None:
    from registan.kernel.profile.read import read_profile

    files = {path.name: path.read_bytes() for path in settings.PROFILE.iterdir() if path.is_file()}
    load_profile(SETUP, read_profile(files))


@pytest.mark.usefixtures("profile", "typed")
def test_the_operator_enrols_the_first_administrator_of_a_state(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = [
        "official",
        "enrol",
        "admin.kz",
        "--name",
        "Administrator of mandates",
        "--state",
        "kz",
    ]

    assert main(["--lang", "en", *words]) == 0

    mandate = Mandate.objects.get(official__username="admin.kz")
    assert mandate.actor_key == "KZ"
    assert mandate.has("mandates.grant")
    assert mandate.official.check_password(PASSWORD)
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.actor) == ("parties.official.enrolled", "SETUP")
    assert PASSWORD not in capsys.readouterr().out


@pytest.mark.usefixtures("profile", "typed")
def test_a_name_that_is_taken_is_refused_in_the_readers_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["official", "enrol", "admin.cn", "--name", "x", "--state", "CN"]
    main(words)

    monkeypatch.setattr("sys.stdin", StringIO(f"{PASSWORD}\n"))
    assert main(["--lang", "zh", *words]) == 1
    assert "“admin.cn”已被使用" in capsys.readouterr().err


@pytest.mark.usefixtures("profile")
@pytest.mark.parametrize(
    ("party", "password", "said"),
    [
        (["--state", "ZZ"], PASSWORD, "В профиле нет государства или органа «ZZ». Есть: AE, AF"),
        (["--body", "NONE"], PASSWORD, "В профиле нет государства или органа «NONE»."),
        (["--state", "KZ"], "short", "Пароль не принят. Введённый пароль слишком короткий."),
        (["--state", "KZ"], "", "Пароль не принят."),
    ],
)
def test_nobody_is_enrolled_for_an_unknown_party_or_with_a_weak_password(
    party: list[str],
    password: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{password}\n"))
    assert main(["--lang", "ru", "official", "enrol", "someone", "--name", "x", *party]) == 1
    assert capsys.readouterr().err.startswith(said)
    assert not Mandate.objects.exists()


@pytest.mark.usefixtures("db", "typed")
def test_nobody_is_enrolled_before_a_profile_is_loaded(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["official", "enrol", "someone", "--name", "x", "--state", "KZ"]
    assert main(["--lang", "en", *words]) == 1
    assert "Run: registan setup" in capsys.readouterr().err


@pytest.mark.usefixtures("db")
def test_a_profile_is_loaded_and_a_broken_one_is_refused_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "profile", "load", str(settings.PROFILE)]) == 0
    assert "Profile sco loaded: 10 tables" in capsys.readouterr().out

    for path in settings.PROFILE.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    states = tmp_path / "states.csv"
    states.write_text(states.read_text(encoding="utf-8") + "XX,too,few\n", encoding="utf-8")
    assert main(["--lang", "en", "profile", "load", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "states.csv" in said
    assert "The profile was not loaded" in said


def test_settings_are_shown_without_what_is_secret(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REGISTAN_SMTP_PASSWORD", "swordfish")
    monkeypatch.setenv("REGISTAN_SMTP_HOST", "mail.example.org")

    assert main(["--lang", "zh", "settings"]) == 0

    said = capsys.readouterr().out
    assert "swordfish" not in said
    assert "REGISTAN_SMTP_PASSWORD = 已设置，不予显示" in said
    assert "REGISTAN_SMTP_HOST = mail.example.org\n    邮件服务器。（默认值：localhost）" in said
