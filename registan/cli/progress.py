"""A sign of life for work that takes longer than two seconds."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING, TextIO

from registan.cli.speech import sentence

if TYPE_CHECKING:
    from types import TracebackType

EVERY = 2.0


class Progress:
    """Says on stderr every two seconds what is under way, how far it is and since when.

    with Progress(sentence("plans.reading", file=name)) as progress:
        progress.reached(40, of=120)
    """

    def __init__(self, what: str, *, every: float = EVERY, stream: TextIO | None = None) -> None:
        self._what = what
        self._every = every
        self._stream = stream or sys.stderr
        self._begun = time.monotonic()
        self._far = ""
        self._told = 0
        self._over = threading.Event()
        self._ticker = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> Progress:
        self._ticker.start()
        return self

    def reached(self, count: int, *, of: int) -> None:
        """`count` of `of` parts are done."""
        self._far = f" {count}/{of}"

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._ticker.join()
        if self._told and self._stream.isatty():
            self._stream.write("\n")

    def _tick(self) -> None:
        while not self._over.wait(self._every):
            seconds = round(time.monotonic() - self._begun)
            line = sentence("progress", what=self._what, far=self._far, seconds=seconds)
            self._stream.write(f"\r{line}\x1b[K" if self._stream.isatty() else f"{line}\n")
            self._stream.flush()
            self._told += 1
