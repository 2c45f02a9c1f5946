"""The local pool: processes of this machine, started when there is work, gone when there is none.

Not concurrent.futures: its pool cannot end one call, and it is closed to processes that are daemons
themselves (the workers of the web server are).
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import deque
from multiprocessing.connection import Connection, Pipe, wait
from typing import TYPE_CHECKING, Any

from registan.jobs.course import LOOK_S, Course

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registan.jobs.calling import Part
    from registan.jobs.course import Watch

# Long enough for the next job of a series, short enough for a machine with little memory.
IDLE_S = 20.0
# A process that the system kills (no memory left) has its part begun again by another.
BEGUN_AT_MOST = 3
# One part, one core: more threads inside would only take turns.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")


class Hand:
    """One process and our end of its pipe."""

    def __init__(self, idle_s: float) -> None:
        self.pipe, theirs = Pipe()
        paths = os.pathsep.join(path for path in sys.path if path)
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603  # our own module
                [sys.executable, "-P", "-m", "registan.jobs.hand", str(theirs.fileno()), str(idle_s)],
                pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                # Of its own session: Ctrl-C is for the worker, which ends its hands itself.
                start_new_session=True, env={**os.environ, **ONE_THREAD, "PYTHONPATH": paths},
            )  # fmt: skip

    @property
    def lives(self) -> bool:
        return self.process.poll() is None

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.wait()


_idle: list[Hand] = []
_lock = threading.Lock()
# A forked child must not write into its parent's pipes.
os.register_at_fork(after_in_child=_idle.clear)


def compute(path: str, parts: Sequence[Part], watch: Watch, processes: int = 0) -> list[Any]:
    """Results in the order of the parts; at most `processes` at a time (0: one a core)."""
    most = min(processes or os.cpu_count() or 1, len(parts))
    return _Computation(path, parts, watch, most).run()


def let_go() -> None:
    """End the processes that are idle."""
    with _lock:
        ended, _idle[:] = list(_idle), []
    for hand in ended:
        hand.end()


def _take() -> Hand:
    while True:
        with _lock:
            hand = _idle.pop() if _idle else None
        if hand is None:
            return Hand(IDLE_S)
        if hand.lives:
            return hand
        hand.end()


class _Computation:
    def __init__(self, path: str, parts: Sequence[Part], watch: Watch, most: int) -> None:
        self._path, self._parts, self._most = path, parts, most
        self._course = Course(len(parts), watch)
        self._ahead = deque(range(len(parts)))
        self._begun = [0] * len(parts)
        self._results: list[Any] = [None] * len(parts)
        self._busy: dict[Connection, tuple[Hand, int]] = {}

    def run(self) -> list[Any]:
        try:
            while self._ahead or self._busy:
                self._course.check()
                while self._ahead and len(self._busy) < self._most:
                    self._begin(self._ahead.popleft())
                for pipe in wait(list(self._busy), timeout=min(LOOK_S, self._course.left_s)):
                    self._hear(pipe)  # type: ignore[arg-type]  # we wait for connections alone
        finally:
            # Empty unless something was raised: then nobody waits for what these compute.
            for hand, _ in self._busy.values():
                hand.end()
        return self._results

    def _begin(self, number: int) -> None:
        hand = _take()
        self._begun[number] += 1
        self._busy[hand.pipe] = (hand, number)
        try:
            hand.pipe.send((self._path, self._parts[number], self._course.left_s))
        except (BrokenPipeError, ConnectionResetError):
            self._lose(hand, number)

    def _hear(self, pipe: Connection) -> None:
        hand, number = self._busy[pipe]
        try:
            what, said = pipe.recv()
        except (EOFError, ConnectionResetError):
            self._lose(hand, number)
            return
        if what == "share":
            self._course.reach(number, said)
            return
        del self._busy[pipe]
        with _lock:
            _idle.append(hand)
        if what == "raised":
            raise said
        self._results[number] = said
        self._course.reach(number, 1.0)

    def _lose(self, hand: Hand, number: int) -> None:
        del self._busy[hand.pipe]
        hand.end()
        if self._begun[number] >= BEGUN_AT_MOST:
            raise RuntimeError(f"{self._path}: the process of part {number} ended each time")
        self._ahead.append(number)
