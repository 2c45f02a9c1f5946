"""`registan health recompute`: by number, by file, and what it says of a wrong one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.cli.main import main
from registan.health import screening
from registan.health.models import Signal
from registan.health.tests.finding import a_jump, let_processes_go
from registan.health.tests.helping import proposed, round_in_progress

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast

_no_process_stays = pytest.fixture(autouse=True, scope="module")(let_processes_go)


@pytest.fixture
def signal(cast: Cast) -> Signal:
    a_jump(cast)
    screening.screen_counts(timezone.now())
    return Signal.objects.get()


def run(*words: str) -> int:
    return main(["--lang", "en", "health", "recompute", *words])


def test_a_signal_is_equal_to_the_last_digit(
    signal: Signal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(signal.pk)) == 0
    told = capsys.readouterr().out
    assert repr(signal.upper) in told
    assert signal.input_digest in told
    assert "Equal to the last digit: 7 values" in told


def test_a_file_is_checked_and_a_changed_one_is_found_out(
    cast: Cast, signal: Signal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = cast.client("kz-filer").get(f"/en/health/signals/{signal.pk}/signal.json").content
    file = tmp_path / "signal.json"
    file.write_bytes(data)
    assert run("--file", str(file)) == 0
    assert "6 values" in capsys.readouterr().out
    changed = json.loads(data)
    changed["input"]["counts"][-1] = 12
    file.write_text(json.dumps(changed), encoding="utf-8")
    assert run("--file", str(file)) == 1
    told = capsys.readouterr()
    assert "input_digest: recorded" in told.out
    assert "from the record" in told.err


def test_a_proposal_of_a_round_is_checked_by_its_file(
    cast: Cast, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    proposed(cast, round_in_progress(cast))
    data = cast.client("in-filer").get("/en/health/assistance/1/proposals/1/proposal.json").content
    file = tmp_path / "proposal.json"
    file.write_bytes(data)
    capfd.readouterr()
    assert run("--file", str(file)) == 0
    told = capfd.readouterr().out
    # The solver adds nothing of its own to what is told.
    assert told.lstrip().startswith("digest  ")
    assert "6 values" in told
    changed = json.loads(data)
    changed["found"]["result"] = "0" * 64
    file.write_text(json.dumps(changed), encoding="utf-8")
    assert run("--file", str(file)) == 1
    assert "result: recorded 000" in capfd.readouterr().out


def test_what_cannot_be_computed_is_said_in_words(
    signal: Signal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "other.json"
    file.write_text("[]", encoding="utf-8")
    for words, said in (
        (["--file", str(file)], "is no file of a signal"),
        ([str(signal.pk + 1)], "There is no signal"),
        ([], "one of the two"),
        ([str(signal.pk), "--file", str(file)], "one of the two"),
    ):
        assert run(*words) == 1
        assert said in capsys.readouterr().err
