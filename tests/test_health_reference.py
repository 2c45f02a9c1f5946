"""The shared reference values are met, and the runner fails where it must."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from tests.health_reference import main

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "health" / "reference"
there = pytest.mark.skipif(
    not SHARED.is_dir(), reason="NOT RUN: the shared health reference is not on this machine"
)


@there
def test_every_reference_number_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(SHARED) == 0, capsys.readouterr().out


@there
def test_one_wrong_number_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("ears_input.csv.gz", "ears_expected.csv.gz"):
        shutil.copy(SHARED / name, tmp_path)
    with gzip.open(tmp_path / "ears_expected.csv.gz", "rt") as lines:
        head, first, *rest = lines.read().splitlines()
    *cells, upper, alarm = first.split(",")
    wrong = ",".join([*cells, str(float(upper) * 1.00001), alarm])
    with gzip.open(tmp_path / "ears_expected.csv.gz", "wt") as out:
        out.write("\n".join([head, wrong, *rest]))
    assert main(tmp_path) == 1
    assert "1 failed" in capsys.readouterr().out


def test_a_folder_without_reference_values_is_not_a_pass(tmp_path: Path) -> None:
    assert main(tmp_path) == 1
