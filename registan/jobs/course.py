"""A computation under watch: how far it is, whether it must end. Nothing of it is kept."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.web.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT_S = 600.0
# How often a computation is looked at: is it cancelled, is its time up.
LOOK_S = 0.2


@dataclass(frozen=True)
class Watch:
    """Who watches over a computation.

    limit_s: seconds on the clock after which it is ended. on_progress: told the share done, 0 to 1,
    in the caller's thread. is_cancelled: asked about five times a second; yes ends the computation.
    """

    limit_s: float = LIMIT_S
    on_progress: Callable[[float], None] | None = None
    is_cancelled: Callable[[], bool] | None = None


class Course:
    """One computation under its watch: counts shares, and says when it must end."""

    def __init__(self, parts: int, watch: Watch) -> None:
        self._shares = [0.0] * parts
        self._watch = watch
        self._told = -1.0
        self._ends = time.monotonic() + watch.limit_s

    @property
    def left_s(self) -> float:
        return max(0.0, self._ends - time.monotonic())

    def reach(self, part: int, share: float) -> None:
        """Part number `part` is done to this share."""
        self._shares[part] = min(1.0, max(self._shares[part], share))
        whole = sum(self._shares) / len(self._shares)
        if self._watch.on_progress is not None and whole > self._told:
            self._told = whole
            self._watch.on_progress(whole)

    def check(self) -> None:
        """Raises Refused when the caller has cancelled or the time is up."""
        if self._watch.is_cancelled is not None and self._watch.is_cancelled():
            raise Refused("computing_cancelled", status=409)
        if self.left_s <= 0:
            raise Refused("computing_too_long", seconds=round(self._watch.limit_s))
