"""`registan plans report`: the consolidated report of a round as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.cli.main import main
from registan.plans.tests.papers import file_some

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cast import Cast


def test_the_command_writes_the_report(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file_some(cast)
    for form, magic in (("docx", b"PK"), ("pdf", b"%PDF")):
        out = tmp_path / f"report.{form}"
        words = ["plans", "report", "joint-plan", "--round", "1", "--lang", "zh", "--format", form]
        assert main(["--lang", "en", *words, "--out", str(out)]) == 0
        assert out.read_bytes().startswith(magic)
    assert "4 measures" in capsys.readouterr().out
    missing = ["plans", "report", "joint-plan", "--round", "7", "--lang", "ru", "--format", "pdf"]
    assert main(["--lang", "en", *missing, "--out", str(tmp_path / "none.pdf")]) != 0
    assert "7" in capsys.readouterr().err
    assert not (tmp_path / "none.pdf").exists()
