"""Starting and stopping: a real server on a free port, in a folder of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from registan.cli.main import main
from registan.cli.serve import address

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = [sys.executable, "-m", "registan.cli", "--lang", "en"]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An installation of its own, set up once."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("REGISTAN_")}
    variables = {**kept, "REGISTAN_VAR": str(tmp_path_factory.mktemp("var"))}
    done = subprocess.run([*COMMAND, "setup"], env=variables, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert "Profile sco loaded" in done.stdout
    return variables


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    return free


@contextmanager
def serving(port: int, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A server that has said its address, in a process group of its own."""
    command = [*COMMAND, "serve", "--setup", "--port", str(port)]
    server = subprocess.Popen(  # noqa: S603
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
        yield server
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
        server.communicate()


def page(port: int) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/", timeout=5) as answer:
        status: int = answer.status
    return status


def members(group: int) -> list[int]:
    """Processes of the group that still run."""
    found = []
    for each in Path("/proc").iterdir():
        try:
            state, _, pgrp = (each / "stat").read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(pgrp) == group and state != "Z":
            found.append(int(each.name))
    return found


def all_end(group: int, *, within: float) -> bool:
    until = time.monotonic() + within
    while members(group) and time.monotonic() < until:
        time.sleep(0.02)
    return not members(group)


@pytest.mark.parametrize("how", ["ctrl-c", "terminate"])
def test_it_answers_and_a_signal_ends_everything(
    how: str, port: int, environment: dict[str, str]
) -> None:
    with serving(port, environment) as server:
        assert page(port) == 200
        assert len(members(server.pid)) == 6
        if how == "ctrl-c":
            os.killpg(server.pid, signal.SIGINT)
        else:
            server.terminate()
        assert server.wait(6) == 0
        assert all_end(server.pid, within=1)


def test_no_process_outlives_a_server_that_was_killed(
    port: int, environment: dict[str, str]
) -> None:
    with serving(port, environment) as server:
        server.kill()
        server.wait(5)
        assert all_end(server.pid, within=6)


def test_a_worker_that_was_killed_is_started_again(port: int, environment: dict[str, str]) -> None:
    with serving(port, environment) as server:
        before = set(members(server.pid))
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        os.kill(int(children[-1]), signal.SIGKILL)
        until = time.monotonic() + 5
        while not set(members(server.pid)) - before and time.monotonic() < until:
            time.sleep(0.02)
        assert len(members(server.pid)) == 6
        assert page(port) == 200


def test_a_port_that_is_taken_gets_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        taken = holder.getsockname()[1]
        assert main(["--lang", "ru", "serve", "--port", str(taken)]) == 1
    assert capsys.readouterr().err.startswith(f"Порт {taken} занят.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--port", "70000"], "There is no port 70000."),
        (["--host", "192.0.2.1"], "This machine has no address 192.0.2.1."),
        (["--host", "nobody.invalid"], "This machine has no address nobody.invalid."),
    ],
)
def test_an_address_that_cannot_be_had_gets_a_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "serve", *words]) == 1
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("REGISTAN_VAR", "/proc/nowhere", "No write access to /proc/nowhere."),
        ("REGISTAN_DATABASE_URL", "mysql://x", "REGISTAN_DATABASE_URL begins with 'mysql'"),
        ("REGISTAN_DATABASE_URL", "postgresql://u@127.0.0.1:9/x", "The database cannot be reached"),
    ],
)
def test_what_stands_in_the_way_is_said_in_one_sentence(
    variable: str, value: str, said: str, port: int, tmp_path: Path
) -> None:
    variables = {**os.environ, "REGISTAN_VAR": str(tmp_path), variable: value}
    done = subprocess.run(  # noqa: S603
        [*COMMAND, "serve", "--setup", "--port", str(port)],
        env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.stderr


def test_an_installation_that_is_not_set_up_says_so(port: int, tmp_path: Path) -> None:
    variables = {**os.environ, "REGISTAN_VAR": str(tmp_path), "REGISTAN_DATABASE_URL": ""}
    done = subprocess.run(  # noqa: S603
        [*COMMAND, "serve", "--port", str(port)],
        env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Run: registan setup" in done.stderr


def test_the_address_shown_is_one_that_can_be_typed() -> None:
    assert address("127.0.0.1", 8000) == "http://127.0.0.1:8000"
    assert address("0.0.0.0", 80) == "http://127.0.0.1:80"  # noqa: S104
    assert address("::1", 8000) == "http://[::1]:8000"


def test_what_a_server_has_loaded_is_not_collected_again(environment: dict[str, str]) -> None:
    """A collection of all that is loaded took 80 ms in the midst of one request."""
    asked = (
        "import os, gc, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'registan.config.settings';"
        " django.setup(); from registan.cli.serve import load; problem = load();"
        " print(repr(problem), gc.get_freeze_count() > len(gc.get_objects()))"
    )
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["''", "True"]
