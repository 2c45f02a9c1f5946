"""Processes that belong together: forked from this one, started again, ended together."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, cast

from registan.cli.speech import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import ForkProcess
    from multiprocessing.process import BaseProcess
    from types import FrameType, TracebackType

PR_SET_PDEATHSIG = 1
STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
STEADY, LONGEST_PAUSE = 60.0, 60
# So many ends in a row are no accident: the cause is still there.
OFTEN = 3


class Stop(Exception):
    """A signal asked us to end."""


@dataclass
class Member:
    """One of the processes: what it runs, how often it ended in a row, and when it is started again.

    `due`: a moment of the monotonic clock; None while it runs.
    """

    name: str
    body: Callable[..., None]
    arguments: tuple[object, ...]
    process: BaseProcess
    begun: float = field(default_factory=time.monotonic)
    ends: int = 0
    due: float | None = None


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
        for number in STOPS:
            signal.signal(number, _raise_stop)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        for number in STOPS:
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
        with _stops_held():
            process = _fork(name, body, arguments)
            self._members.append(Member(name, body, arguments, process))
        return process

    def watch(self) -> None:
        """Start again what ends, each after a pause of its own that doubles; until a signal."""
        while True:
            running = {each.process.sentinel: each for each in self._members if each.due is None}
            for sentinel in wait(list(running), self._until_next()):
                _ended(running[cast("int", sentinel)])
            for member in self._members:
                if member.due is not None and member.due <= time.monotonic():
                    _start_again(member)

    def _until_next(self) -> float | None:
        """Seconds until somebody is to be started again."""
        due = [each.due for each in self._members if each.due is not None]
        return max(0.0, min(due) - time.monotonic()) if due else None


def pause_after(ends: int) -> int:
    """Seconds before a process that ended so often in a row is started again.

    >>> [pause_after(ends) for ends in (1, 2, 3, 7, 1000)]
    [1, 2, 4, 60, 60]
    """
    return min(1 << min(ends - 1, LONGEST_PAUSE), LONGEST_PAUSE)


def _ended(member: Member) -> None:
    """Say so, and when it comes again: a cause that stays must not make a loop without a pause."""
    now = time.monotonic()
    member.ends = 1 if now - member.begun > STEADY else member.ends + 1
    pause = pause_after(member.ends)
    member.due = now + pause
    said = "serve.restarting" if member.ends < OFTEN else "serve.restarting_often"
    name = sentence(f"serve.name.{member.name}")
    words = sentence(said, name=name, seconds=pause, times=member.ends)
    print(words, file=sys.stderr, flush=True)


def _start_again(member: Member) -> None:
    with _stops_held():
        member.process = _fork(member.name, member.body, member.arguments)
        member.begun, member.due = time.monotonic(), None


@contextmanager
def _stops_held() -> Iterator[None]:
    """A signal waits until the new process is known: one that nobody knows would be ended by nobody."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _fork(name: str, body: Callable[..., None], arguments: tuple[object, ...]) -> ForkProcess:
    process = multiprocessing.get_context("fork").Process(
        name=f"registan-{name}", target=_run, args=(os.getpid(), body, arguments)
    )
    process.start()
    return process


def _run(parent: int, body: Callable[..., None], arguments: tuple[object, ...]) -> None:
    for number in STOPS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
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
