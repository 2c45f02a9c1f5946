"""Processes that belong together: forked from this one, started again, ended together."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import time
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from registan.cli.speech import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import ForkProcess
    from multiprocessing.process import BaseProcess
    from types import FrameType, TracebackType

PR_SET_PDEATHSIG = 1
STEADY, LONGEST_PAUSE = 60.0, 60


class Stop(Exception):
    """A signal asked us to end."""


@dataclass
class Member:
    """One of the processes: what it runs, and how often it ended in a row."""

    name: str
    body: Callable[..., None]
    arguments: tuple[object, ...]
    process: BaseProcess
    begun: float = field(default_factory=time.monotonic)
    ends: int = 0


class Processes:
    """with Processes(patience=5) as processes: processes.start(…); processes.watch()

    On leaving, all are ended: asked first, killed after `patience` seconds. SIGTERM and SIGINT to
    this process end `watch`.
    """

    def __init__(self, *, patience: float) -> None:
        self._patience = patience
        self._members: list[Member] = []
        # Also for the processes that granian starts: they share what is loaded here.
        multiprocessing.set_start_method("fork", force=True)

    def __enter__(self) -> Processes:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, _raise_stop)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        running = [member.process for member in self._members if member.process.is_alive()]
        for process in running:
            process.terminate()
        until = time.monotonic() + self._patience
        for process in running:
            process.join(max(0.1, until - time.monotonic()))
            if process.is_alive():
                process.kill()
                process.join()
        return isinstance(error, Stop)

    def start(self, name: str, body: Callable[..., None], *arguments: object) -> ForkProcess:
        """Run `body` in a process of its own."""
        process = _fork(name, body, arguments)
        self._members.append(Member(name, body, arguments, process))
        return process

    def watch(self) -> None:
        """Start again what ends, with a pause that doubles; until a signal."""
        while True:
            ended = wait([member.process.sentinel for member in self._members])
            for member in self._members:
                if member.process.sentinel in ended:
                    _start_again(member)


def _start_again(member: Member) -> None:
    member.ends = 1 if time.monotonic() - member.begun > STEADY else member.ends + 1
    pause = min(2 ** (member.ends - 1), LONGEST_PAUSE)
    name = sentence(f"serve.name.{member.name}")
    print(sentence("serve.restarting", name=name, seconds=pause), file=sys.stderr, flush=True)
    time.sleep(pause)
    member.process = _fork(member.name, member.body, member.arguments)
    member.begun = time.monotonic()


def _fork(name: str, body: Callable[..., None], arguments: tuple[object, ...]) -> ForkProcess:
    process = multiprocessing.get_context("fork").Process(
        name=f"registan-{name}", target=_run, args=(os.getpid(), body, arguments)
    )
    process.start()
    return process


def _run(parent: int, body: Callable[..., None], arguments: tuple[object, ...]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    # Ctrl-C reaches the whole group. Told twice to end, granian's worker process may hang: only the
    # first process listens to it and tells the others.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    end_with_parent()
    if os.getppid() == parent:
        body(*arguments)


def end_with_parent() -> None:
    """Have the kernel send this process SIGTERM when its parent ends, even by kill -9 (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _raise_stop(number: int, frame: FrameType | None) -> None:
    raise Stop
