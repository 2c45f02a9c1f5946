"""Functions that the tests have computed in other processes."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def power(base: int, exponent: int = 2) -> int:
    return int(base**exponent)


def process() -> int:
    return os.getpid()


def linger(folder: str, number: int) -> None:
    """Leaves its process id behind and takes a minute."""
    Path(folder, f"{number}.{os.getpid()}").touch()
    time.sleep(60)


def in_halves(progress: Callable[[float], None]) -> str:
    progress(0.5)
    progress(1.0)
    return "whole"


def divide(by: int) -> float:
    return 1 / by


class Unpacked(Exception):
    """Cannot be made again from its words."""

    def __init__(self, *, first: int, second: int) -> None:
        super().__init__(f"{first} of {second}")


def raise_what_cannot_pass() -> None:
    raise Unpacked(first=1, second=2)


def return_what_cannot_pass() -> object:
    return threading.Lock()


def nap() -> None:
    time.sleep(0.5)


def die_at_first(folder: str) -> str:
    """Its process is gone the first time, as when the machine has no memory left."""
    begun = Path(folder, "begun")
    if not begun.exists():
        begun.touch()
        os._exit(137)
    return "done"


def die(folder: str) -> None:
    Path(folder, f"{len(list(Path(folder).iterdir()))}").touch()
    os._exit(137)
