"""A process that computes: takes a part from the pipe, answers with the result, ends when idle.

Started by `local_pool` alone. A process apart keeps NumPy, SciPy and Numba out of those that serve
pages, and can be ended in the middle of a loop.
"""

from __future__ import annotations

import signal
import sys
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pickle import PicklingError
from traceback import format_exc
from typing import Any

from registan.jobs.calling import Part, call

# Over its time by this much, the process ends itself: whoever asked for it is no longer there.
GRACE_S = 10.0
CANNOT_PASS = (TypeError, AttributeError, ValueError, PicklingError)


def serve(pipe: Connection, idle_s: float) -> None:
    """Answer until nothing is asked for `idle_s` seconds, or the other end is closed."""
    try:
        while pipe.poll(idle_s):
            path, part, seconds = pipe.recv()
            signal.setitimer(signal.ITIMER_REAL, seconds + GRACE_S)
            _answer(pipe, path, part)
            signal.setitimer(signal.ITIMER_REAL, 0)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer(pipe: Connection, path: str, part: Part) -> None:
    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        if share >= told + 0.01:
            told = share
            pipe.send(("share", share))

    try:
        returned = call(path, part, tell)
    except Exception as error:  # noqa: BLE001  # whatever is raised is raised again where it was asked for
        error.add_note(format_exc())
        pipe.send(("raised", _that_passes(error)))
    else:
        _send_result(pipe, returned)


def _send_result(pipe: Connection, returned: Any) -> None:
    try:
        pipe.send(("result", returned))
    except CANNOT_PASS as error:
        pipe.send(("raised", TypeError(f"the result cannot leave its process: {error}")))


def _that_passes(error: Exception) -> Exception:
    """The error itself, or its words where its class cannot be made again from them."""
    try:
        ForkingPickler.loads(ForkingPickler.dumps(error))
    except CANNOT_PASS:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def main() -> None:
    """The pipe's file descriptor and the idle seconds come as arguments."""
    with Connection(int(sys.argv[1])) as pipe:
        serve(pipe, float(sys.argv[2]))


if __name__ == "__main__":
    main()
