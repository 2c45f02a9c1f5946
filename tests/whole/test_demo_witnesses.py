"""`make run` in small: a real server with three witnesses, one of them a mirror, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from registan.cli import demo_witnesses
from registan.cli.tests.test_serve import all_end, members, serving
from registan.kernel.log.audit import audit
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.errors import Unverified
from registan.kernel.log.notes import parse_note, verify_note
from registan.kernel.log.policy import parse_policy
from registan.witness.folder import place
from tests.faults.counts import times
from tests.ledger.witnessing import COMMAND, call, free_port

if TYPE_CHECKING:
    from collections.abc import Callable

RIVER = Path(__file__).resolve().parents[1] / "profiles" / "river"
ORIGIN = "ledger.localhost/registan"
RECEIPT_WITHIN = 10.0


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Path]:
    """An installation, set up once, and a copy of its folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("REGISTAN_")}
    folder = tmp_path_factory.mktemp("demo")
    variables = {
        **kept, "REGISTAN_VAR": str(folder / "var"), "REGISTAN_DEMO": "1",
        "REGISTAN_PROFILE": str(RIVER),
    }  # fmt: skip
    subprocess.run([*COMMAND, "setup"], env=variables, check=True, capture_output=True)
    shutil.copytree(folder / "var", folder / "copy")
    return variables, folder / "copy"


@pytest.fixture
def environment(made: tuple[dict[str, str], Path]) -> dict[str, str]:
    """The installation as it was after its set-up."""
    variables, copy = made
    shutil.rmtree(variables["REGISTAN_VAR"])
    shutil.copytree(copy, variables["REGISTAN_VAR"])
    return variables


def cosigners(port: int) -> tuple[int, set[str]]:
    """Size of the published checkpoint, and who cosigned it if the published policy is satisfied."""
    note = parse_note(call(port, "GET", "/log/checkpoint")[1])
    policy = parse_policy(call(port, "GET", "/log/policy")[1])
    verified = verify_note(note, policy.keys())
    size = parse_checkpoint(note.text).size
    try:
        policy.require(ORIGIN, size, verified)
    except Unverified:
        return 0, set()
    return size, {one.key.name for one in verified} - {ORIGIN}


def soon(claim: Callable[[], bool], within: float = RECEIPT_WITHIN) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            if claim():
                return True
        except (ValueError, OSError):
            pass  # nothing is published yet
        time.sleep(0.05)
    return False


def act(environment: dict[str, str], name: str) -> None:
    """One act by the command line: an account is opened."""
    subprocess.run(
        [*COMMAND, "official", "enrol", name, "--name", "Officer", "--state", "MID"],
        env=environment, input="three herons on the bank\n", text=True, check=True,
        capture_output=True,
    )  # fmt: skip


def test_it_cosigns_within_seconds_whoever_is_killed_and_after_a_restart(
    environment: dict[str, str],
) -> None:
    port = free_port()
    with serving(port, environment) as server:
        assert soon(lambda: len(cosigners(port)[1]) == 3)
        assert len(members(server.pid)) == 9
        before = cosigners(port)[0]
        act(environment, "first")
        assert soon(lambda: cosigners(port)[0] > before)
        # The mirror holds every entry of what it cosigned.
        (tiles,) = Path(environment["REGISTAN_VAR"]).glob("witnesses/*/logs/*/tile")
        at = int((tiles.parents[2] / "port").read_text())
        head = parse_checkpoint(parse_note(call(at, "GET", f"/{place(ORIGIN)}/checkpoint")[1]).text)

        def held(path: str) -> bytes | None:
            status, body, _ = call(at, "GET", f"/{place(ORIGIN)}/{path}")
            return body if status == 200 else None

        assert head.size > before
        assert list(audit(head.size, head.root, held)) == []
        # One is killed: a quorum goes on without it, and it comes back.
        lock = Path(environment["REGISTAN_VAR"]) / "witnesses" / "est" / "lock"
        os.kill(next(pid for pid in members(server.pid) if holds(pid, lock)), signal.SIGKILL)
        act(environment, "second")
        assert soon(lambda: cosigners(port)[0] > head.size)
        assert soon(lambda: len(cosigners(port)[1]) == 3)
        last = cosigners(port)[0]
        server.terminate()
        assert server.wait(8) == 0
        assert all_end(server.pid, within=1)
    with serving(port, environment):
        act(environment, "third")
        assert soon(lambda: cosigners(port)[0] > last)


def holds(pid: int, path: Path) -> bool:
    """Whether a process has this file open."""
    try:
        return any(each.resolve() == path for each in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return False


@pytest.fixture
def var(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name, path in (
        ("VAR", ""),
        ("LEDGER_KEYS", "ledger/keys"),
        ("LEDGER_POLICY", "ledger/policy"),
    ):
        monkeypatch.setattr(f"registan.config.settings.{name}", tmp_path / path)
    return tmp_path


def test_ports_and_keys_stay_unless_a_port_is_taken(var: Path) -> None:
    first = demo_witnesses.prepare(["UPP", "MID", "EST"], 20_000)
    told = (var / "ledger" / "policy").read_bytes()
    assert demo_witnesses.prepare(["UPP", "MID", "EST"], 20_000) == first
    assert (var / "ledger" / "policy").read_bytes() == told
    assert [bool(one.mirrors) for one in first] == [False, False, True]
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", first[1].port))
        holder.listen()
        again = demo_witnesses.prepare(["UPP", "MID", "EST"], 20_000)
    assert again[0] == first[0]
    assert again[1].port not in {one.port for one in first}
    policy = parse_policy((var / "ledger" / "policy").read_bytes())
    assert set(policy.urls.values()) == {f"http://127.0.0.1:{one.port}" for one in again}
    assert policy.keys() == parse_policy(told).keys()


@pytest.mark.parametrize("place", ["upp", ".upp"])
def test_what_a_stop_left_half_made_is_made_anew(var: Path, place: str) -> None:
    half = var / "witnesses" / place
    half.mkdir(parents=True)
    (half / "ed25519").write_text("cut off")
    assert len(demo_witnesses.prepare(["UPP", "MID", "EST"], 20_000)) == 3
    assert sorted(each.name for each in (var / "witnesses").iterdir()) == ["est", "mid", "upp"]


def test_a_policy_of_somebody_else_is_left_alone(var: Path) -> None:
    (var / "ledger").mkdir()
    (var / "ledger" / "policy").write_text("quorum none\n")
    assert demo_witnesses.prepare(["UPP", "MID", "EST"], 20_000) == []
    assert (var / "ledger" / "policy").read_text() == "quorum none\n"


# With the second file alone in `make faults`; in process test_keeper_and_witnesses.py tries both.
@pytest.mark.parametrize("knows", ["witnesses", "file"][: times(1, 2)])
def test_a_database_from_an_old_backup_is_read_but_never_signed_on(
    environment: dict[str, str], knows: str
) -> None:
    port = free_port()
    var = Path(environment["REGISTAN_VAR"])
    database = var / "registan.sqlite3"
    with serving(port, environment):
        assert soon(lambda: len(cosigners(port)[1]) == 3)
        old = cosigners(port)[0]
        with (
            closing(sqlite3.connect(database)) as live,
            closing(sqlite3.connect(f"{database}.old")) as copy,
        ):
            live.backup(copy)
        act(environment, "first")
        assert soon(lambda: cosigners(port)[0] > old)
    for path in var.glob(f"{database.name}-*"):
        path.unlink()
    shutil.move(f"{database}.old", database)
    if knows == "witnesses":
        (var / "ledger" / "last-signed").unlink()
    else:
        (var / "ledger" / "policy").write_text("quorum none\n")
    with serving(port, environment):
        assert soon(lambda: alarm(database) == "history_lost")
        refused = subprocess.run(
            [*COMMAND, "official", "enrol", "late", "--name", "Officer", "--state", "MID"],
            env=environment, input="three herons on the bank\n", text=True, check=False,
            capture_output=True,
        )  # fmt: skip
        assert refused.returncode == 1
        assert "No acts are taken at present" in refused.stderr
        assert call(port, "GET", "/en/")[0] == 200
        note = parse_note(call(port, "GET", "/log/checkpoint")[1])
        assert parse_checkpoint(note.text).size == old


def alarm(database: Path) -> str:
    """The code of the alarm that stands in a database, or empty."""
    with closing(sqlite3.connect(database)) as live:
        row = live.execute("SELECT json_extract(alarm, '$.code') FROM ledger_logstate").fetchone()
    return (row and row[0]) or ""
