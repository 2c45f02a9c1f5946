"""The shared vectors pass, and the runner fails where it must."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ledger_vectors import main

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "ledger"


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="NOT RUN: the shared ledger vectors are not on this machine"
)
def test_the_shared_vectors_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(str(SHARED)) == 0, capsys.readouterr().out


def test_a_folder_without_vectors_is_not_a_pass(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"cases": []}')
    (tmp_path / "broken.json").write_text("{")
    assert main(str(tmp_path)) == 1


@pytest.mark.parametrize(
    ("case", "status"),
    [
        ({"text": "log.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "ok": True}, 0),
        (
            {"text": "log.example\n00\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "ok": True},
            1,
        ),
        ({"text": "log.example\n", "ok": False}, 0),
        ({"text": 7, "ok": True}, 1),
    ],
)
def test_a_file_of_the_form_is_run_under_any_name(
    tmp_path: Path, case: dict[str, Any], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "held-out.json").write_text(json.dumps({"cases": [{"desc": "one", **case}]}))
    assert main(str(tmp_path)) == status
    assert "held-out.json" in capsys.readouterr().out
