"""The kernel against the reference values of R that are not part of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.health_reference import main

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "health" / "reference"


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="NOT RUN: the shared health references are not on this machine"
)
def test_the_kernel_agrees_with_r(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(SHARED) == 0, capsys.readouterr().out


def test_a_folder_without_references_is_not_a_pass(tmp_path: Path) -> None:
    assert main(tmp_path) == 1
