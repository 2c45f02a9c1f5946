"""Times that do not fit: an act's own clock against the checkpoints on either side of it.

Order is the order of the log; no clock decides it. A time is only set beside the times at which others
signed, when somebody reads it, and nothing of the answer is stored. All times: seconds since 1970, UTC.
"""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.kernel.log.notes import Verified

TOLERANCE = 300.0
AHEAD, BEHIND = "ahead", "behind"


def doubt(
    at: float, before: float | None, covering: float | None, tolerance: float = TOLERANCE
) -> str:
    """ "ahead" or "behind" where the time `at` of an entry cannot be right, else "".

    `before`: time of the last checkpoint without the entry; it was made before the entry was placed.
    `covering`: time of the first checkpoint with it; it was made afterwards. None where there is none.

    >>> doubt(1000, 900, 1001), doubt(1302, 900, 1001), doubt(599, 900, 1001)
    ('', 'ahead', 'behind')
    """
    if covering is not None and at > covering + tolerance:
        return AHEAD
    if before is not None and at < before - tolerance:
        return BEHIND
    return ""


def checkpoint_time(made: float | None, witnessed: Iterable[tuple[str, float]]) -> float | None:
    """When a checkpoint was there at the latest: the earlier of its log's word and its witnesses' median.

    `witnessed`: cosigner and time of each line; of two lines of one cosigner the earlier counts, of an
    even number of cosigners the lower middle. The earlier, since a witness may come to an old checkpoint
    hours later, and since a log whose clock runs ahead has only its witnesses to be corrected by.

    >>> checkpoint_time(500, [("kz", 100), ("kz", 90), ("uz", 120), ("cn", 9999)])
    120
    """
    earliest: dict[str, float] = {}
    for name, time in witnessed:
        earliest[name] = min(time, earliest.get(name, time))
    known = [] if made is None else [made]
    if earliest:
        known.append(median_low(earliest.values()))
    return min(known, default=None)


def time_shown(verified: Iterable[Verified], origin: str) -> float | None:
    """The time that a verified note shows by itself; None where no line of it carries one.

    The log's own time stands in its ML-DSA-44 line (tlog-cosignature), as those of its witnesses do.
    """
    own, others = [], []
    for one in verified:
        if one.time is not None and one.key.name == origin:
            own.append(float(one.time))
        elif one.time is not None:
            others.append((one.key.name, float(one.time)))
    return checkpoint_time(min(own, default=None), others)
