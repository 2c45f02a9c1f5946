"""A mirror's rounds: look at the log every few seconds, and raise the alarm when it is not one log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.witness.cosigner import Damaged
from registan.witness.fetching import Unreachable
from registan.witness.mirror import Inconsistent, TwoHistories

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from registan.witness.mirror import Mirror

SHORTEST_PAUSE, LONGEST_PAUSE = 0.05, 60.0
REPEAT_ALARM = 3600.0


def look(mirror: Mirror, tell: Callable[..., None]) -> bool:
    """One look at the log; whether all was well. `tell` gets a word and its facts."""
    try:
        step = mirror.step()
    except Unreachable as error:
        tell("unreachable", why=error)
    except Inconsistent as error:
        place = "?" if error.index is None else error.index
        tell("inconsistent", path=error.path, index=place)
    except Damaged as error:
        tell("damaged", why=error)
    except OSError as error:
        # A full disk, above all: nothing was taken, and the next round tries again.
        tell("no_room", why=error)
    else:
        if step.new:
            tell("holds", size=step.size, new=step.new)
        return True
    return False


def follow(
    mirror: Mirror, seconds: float, stop: threading.Event, tell: Callable[..., None]
) -> None:
    """Look again and again until `stop`; after trouble with longer and longer pauses.

    A log that signed two histories is followed no more: the mirror goes on serving what it holds, and
    says so every hour.
    """
    pause = seconds = max(seconds, SHORTEST_PAUSE)
    while not stop.wait(pause):
        try:
            pause = seconds if look(mirror, tell) else min(pause * 2, LONGEST_PAUSE)
        except TwoHistories as found:
            while True:
                tell("two_histories", path=found.path)
                if stop.wait(REPEAT_ALARM):
                    return
