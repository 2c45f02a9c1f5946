"""`registan sign`: a key, a statement, a signature, on a machine that has nothing else."""

from __future__ import annotations

import io
import stat
from typing import TYPE_CHECKING

import pytest

from registan.cli.main import main
from registan.kernel.log.keys import parse_key
from registan.kernel.log.statement import FACTS, authorisation, parse_signed, statement

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "four words of a kind"
UNTIL = "2026-11-29T08:00:00Z"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text(WORDS + "\n", encoding="utf-8")
    return path


def made(tmp_path: Path, secret: Path) -> Path:
    path = tmp_path / "office.key"
    told = ["sign", "init", str(path), "--name", "mfa.example", "--passphrase-file", str(secret)]
    assert main(["--lang", "en", *told]) == 0
    return path


def test_a_statement_is_shown_and_signed(
    tmp_path: Path, secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(tmp_path, secret)
    key = parse_key(capsys.readouterr().out.splitlines()[-1])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    asked = tmp_path / "statement.txt"
    about = dict.fromkeys(FACTS, "x")
    asked.write_bytes(statement("l.example", about, {"words": "мера"}, key="k", until=UNTIL))
    told = ["sign", "file", str(asked), "--key", str(path), "--passphrase-file", str(secret)]
    assert main(["--lang", "en", *told]) == 0
    assert "мера" in capsys.readouterr().out
    note = parse_signed((tmp_path / "statement.txt.signed").read_bytes())
    auth = authorisation(note, key)
    assert auth.accepts(key, "l.example", about, {"words": "мера"})
    assert main(["sign", "show", str(path)]) == 0
    assert capsys.readouterr().out == f"{key}\n"


def test_the_passphrase_changes_and_the_key_stays(
    tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = made(tmp_path, secret)
    key = capsys.readouterr().out.splitlines()[-1]
    monkeypatch.setattr("sys.stdin", io.StringIO("another four words\n"))
    assert main(["sign", "passphrase", str(path), "--passphrase-file", str(secret)]) == 0
    assert key in capsys.readouterr().out
    assert main(["sign", "passphrase", str(path), "--passphrase-file", str(secret)]) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("lang", ["ru", "zh", "en"])
def test_what_cannot_be_done_is_said_and_harms_nothing(
    tmp_path: Path, secret: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(tmp_path, secret)
    before = path.read_bytes()
    wrong, short = tmp_path / "wrong", tmp_path / "short"
    wrong.write_text("not these words at all\n", encoding="utf-8")
    short.write_text("tiny\n", encoding="utf-8")
    asked = tmp_path / "s.txt"
    asked.write_bytes(statement("l", dict.fromkeys(FACTS, ""), {}, key="k", until=UNTIL))
    hostile = tmp_path / "h.txt"
    hostile.write_bytes(asked.read_bytes() + b"\x1b[2J\n")
    capsys.readouterr()
    for told in (
        ["init", str(path), "--name", "mfa.example", "--passphrase-file", str(secret)],
        ["init", str(tmp_path / "n"), "--name", "two words", "--passphrase-file", str(secret)],
        ["init", str(tmp_path / "n"), "--name", "mfa.example", "--passphrase-file", str(short)],
        ["file", str(asked), "--key", str(path), "--passphrase-file", str(wrong)],
        ["file", str(secret), "--key", str(path), "--passphrase-file", str(secret)],
        ["file", str(hostile), "--key", str(path), "--passphrase-file", str(secret)],
        ["file", str(tmp_path / "none"), "--key", str(path), "--passphrase-file", str(secret)],
        ["file", str(asked), "--key", str(asked), "--passphrase-file", str(secret)],
        ["show", str(tmp_path / "none")],
    ):
        assert main(["--lang", lang, "sign", *told]) == 1, told
        assert len(capsys.readouterr().err.splitlines()) == 1
    path.chmod(0o644)
    assert main(["--lang", lang, "sign", "show", str(path)]) == 1
    assert "600" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.signed"))
    assert not (tmp_path / "n").exists()
