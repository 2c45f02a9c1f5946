"""`registan serve`: the web server, two workers and the keeper of the ledger; Ctrl-C stops everything.

This process loads the application once and forks the others from it, so that they share its memory
and are there at once; it has no thread and no open connection when it forks. It answers no request:
it starts again what ends unexpectedly. The others end with it, however it ends (processes.py).
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from registan.cli import demo_witnesses
from registan.cli.port import answers, numeric, port_problem
from registan.cli.processes import Processes
from registan.cli.speech import fail, reader_lang, sentence, tell
from registan.cli.stamp import is_set_up, var_problem
from registan.jobs.lanes import STEP_BACK

if TYPE_CHECKING:
    import argparse

    from registan.cli.demo_witnesses import DemoWitness

# Four: a page that waits for the database does not hold up the others; more would cost memory.
BLOCKING_THREADS = 4
SECONDS_TO_STOP = 4
FIRST_ANSWER_WITHIN = 30.0


def add(subparsers: Any) -> None:
    """Register the command."""
    parser = subparsers.add_parser("serve", help=sentence("help.serve"))
    parser.add_argument("--host", default="127.0.0.1", help=sentence("help.serve.host"))
    parser.add_argument("--port", type=int, default=8000, help=sentence("help.serve.port"))
    parser.add_argument("--setup", action="store_true", help=sentence("help.serve.setup"))
    parser.add_argument("--no-worker", action="store_true", help=sentence("help.serve.no_worker"))
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Serve until a signal. 1 where something stands in the way, with one sentence."""
    if problem := port_problem(given.host, given.port) or var_problem():
        return fail(problem)
    os.environ.setdefault("REGISTAN_SITE_URL", address(given.host, given.port))
    from registan.config import settings

    if given.setup and not is_set_up() and (status := _set_up()):
        return status
    if problem := load():
        return fail(problem)
    return _serve(given, demo=settings.DEMO)


def address(host: str, port: int) -> str:
    """The address a person types to reach a server that listens there."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104  read, not bound
    return f"http://{shown}:{port}"


def _set_up() -> int:
    """In a process of its own: what it leaves behind must not be forked."""
    command = [sys.executable, "-m", "registan.cli", "--lang", reader_lang(), "setup"]
    return subprocess.run(command, check=False).returncode  # noqa: S603  our own command


def load() -> str:
    """Load the application; the sentence for a database that cannot be used, else ""."""
    from django.urls import get_resolver

    from registan.cli.database import database_problem
    from registan.config import wsgi  # noqa: F401  loaded here, once for all processes
    from registan.jobs import worker  # noqa: F401  the same
    from registan.ledger import keeper  # noqa: F401  the same

    get_resolver().url_patterns  # noqa: B018  reading it imports every view
    problem = database_problem()
    from django.db import connections

    connections.close_all()
    # What is loaded stays for ever: no collection need walk through it again, in any of the processes.
    gc.collect()
    gc.freeze()
    return problem


def _serve(given: argparse.Namespace, *, demo: bool) -> int:
    import granian  # noqa: F401  loaded here, once for all processes

    processes = Processes(patience=SECONDS_TO_STOP + 1)
    with processes:
        web = processes.start("web", serve_pages, given.host, given.port)
        if not given.no_worker:
            processes.start("work", run_jobs, "light", 0)
            processes.start("heavy", run_jobs, "heavy", STEP_BACK)
            witnesses = _demo_witnesses(given.port) if demo else []
            for one in witnesses:
                processes.start("witness", demo_witnesses.run, one)
            processes.start("ledger", keep_ledger, witnesses)
        until = time.monotonic() + FIRST_ANSWER_WITHIN
        while not answers(given.host, given.port):
            if not web.is_alive() or time.monotonic() > until:
                return fail(sentence("serve.no_start", name=sentence("serve.name.web")))
            time.sleep(0.02)
        _announce(given, demo=demo)
        processes.watch()
    tell("serve.stopped")
    return 0


def _announce(given: argparse.Namespace, *, demo: bool) -> None:
    reached_at = address(given.host, given.port)
    tell("serve.at", address=f"{reached_at}/")
    if demo:
        tell("serve.cast", address=f"{reached_at}/{reader_lang()}/sign-in/")
    tell("serve.stop")


def serve_pages(host: str, port: int) -> None:
    """The body of the web process: granian and its one worker process."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "registan.config.wsgi:application",
        address=numeric(host),
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=BLOCKING_THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        workers_kill_timeout=SECONDS_TO_STOP,
    ).serve(target_loader=load_application, wrap_loader=False)


def load_application() -> Any:
    """Called by granian in its worker process."""
    from registan.cli.processes import end_with_parent
    from registan.config.wsgi import application

    end_with_parent()
    return application


def _demo_witnesses(port: int) -> list[DemoWitness]:
    """Those of the first members in protocol order."""
    from django.db import connections
    from django.utils import timezone

    from registan.parties.queries import members

    states = [state.key for state in members(timezone.localdate())][: demo_witnesses.HOW_MANY]
    connections.close_all()
    return demo_witnesses.prepare(states, port) if len(states) == demo_witnesses.HOW_MANY else []


def keep_ledger(witnesses: list[DemoWitness]) -> None:
    """The body of the keeper process: numbers, signatures, witnesses."""
    from registan.cli.ledger import keep

    demo_witnesses.wait_for(witnesses)
    keep()


def run_jobs(lane: str, nice: int) -> None:
    """The body of a worker process."""
    from registan.jobs import worker

    worker.main(["--lane", lane, "--nice", str(nice)])
