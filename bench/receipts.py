"""`python -m bench.receipts`: how long after each of 1,000 acts its receipt is there; prints JSON.

On the installation of the settings, with `registan serve` as a process of its own: web server, worker,
keeper, and the three witnesses of the worked example, each with its own folder and keys. One process
acts, this one looks at the log as a reader would. At the end the receipt of each act is made and
verified, with nothing but the policy and the proof file.
"""

from __future__ import annotations

import json
import multiprocessing
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bench.deed import Deed, deed, p99
from bench.installation import REGISTAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registan.kernel.log.policy import Policy
    from registan.ledger.models import Entry

ACTS = 1000
PAUSE = 0.005
LOOK = 0.01
PATIENCE = 30.0
KEY = "bench-receipt-{}"
FORK = multiprocessing.get_context("fork")


@contextmanager
def serving() -> Iterator[None]:
    """The whole product on a free port, until the end of the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [REGISTAN, "--lang", "en", "serve", "--port", str(port)],
        stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        yield
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(15)


def act_all(what: Deed, told: Any) -> None:
    """Act, and tell at what moment each act came back."""
    returned = []
    for at in range(ACTS):
        what.do(at % len(what.measures), KEY.format(at))
        returned.append(time.monotonic())
        time.sleep(PAUSE)
    told.put(returned)


@dataclass
class Seen:
    """How far the log reached, and when that was seen: numbers, own signature, quorum."""

    policy: Policy
    numbered: list[tuple[int, float]] = field(default_factory=list)
    signed: list[tuple[int, float]] = field(default_factory=list)
    cosigned: list[tuple[int, float]] = field(default_factory=list)

    def look(self) -> None:
        """One look: each is noted with the moment after it was read."""
        from registan.ledger.models import Checkpoint, LogState
        from registan.ledger.receipts import is_cosigned

        _note(self.numbered, LogState.objects.values_list("size", flat=True).first() or 0)
        newer = Checkpoint.objects.filter(size__gt=_last(self.cosigned)).order_by("-size")
        checkpoints = list(newer[:5])
        if checkpoints:
            _note(self.signed, checkpoints[0].size)
        for checkpoint in checkpoints:
            if is_cosigned(checkpoint, self.policy):
                _note(self.cosigned, checkpoint.size)
                break

    def until(self, size: int) -> None:
        """Look until a quorum has cosigned that size."""
        end = time.monotonic() + PATIENCE
        while _last(self.cosigned) < size:
            if time.monotonic() > end:
                raise RuntimeError(f"no quorum over {size} within {PATIENCE:.0f} s")
            self.look()
            time.sleep(LOOK)


def _last(marks: list[tuple[int, float]]) -> int:
    return marks[-1][0] if marks else 0


def _note(marks: list[tuple[int, float]], size: int) -> None:
    if size > _last(marks):
        marks.append((size, time.monotonic()))


def after(returned: float, index: int, marks: list[tuple[int, float]]) -> float:
    """Seconds from the act's return until the log was seen to reach beyond its index."""
    return max(0.0, next(moment for size, moment in marks if size > index) - returned)


def receive(entry: Entry, policy: Policy) -> float:
    """Make the receipt and verify it as a stranger does; seconds that making it took."""
    from registan.kernel.log.proof_file import parse_proof_file, verify_proof_file
    from registan.ledger.receipts import receipt

    begun = time.monotonic()
    made = receipt(entry, policy)
    spent = time.monotonic() - begun
    if made is None:
        raise RuntimeError(f"act {entry.number} has no receipt")
    verify_proof_file(parse_proof_file(bytes(made)), bytes(entry.leaf.data), policy)
    return spent


def watch(what: Deed) -> dict[str, float]:
    """99 of 100 acts had each of the three within so many seconds."""
    from django.db import connections

    from registan.ledger.keeper import policy
    from registan.ledger.models import Entry, Pending

    told = FORK.Queue()
    connections.close_all()
    actor = FORK.Process(target=act_all, args=(what, told), daemon=True)
    seen = Seen(policy())
    actor.start()
    while actor.is_alive() or Pending.objects.exists():
        seen.look()
        time.sleep(LOOK)
    returned = told.get(timeout=5)
    keys = {f"{what.seat.urn}:{KEY.format(at)}": at for at in range(ACTS)}
    entries = list(Entry.objects.filter(idempotency_key__in=keys).select_related("leaf"))
    seen.until(max(entry.leaf.index for entry in entries) + 1)
    found: dict[str, list[float]] = {"numbered": [], "receipt": [], "cosigned": []}
    for entry in entries:
        making = receive(entry, seen.policy)
        moment, index = returned[keys[str(entry.idempotency_key)]], entry.leaf.index
        found["numbered"].append(after(moment, index, seen.numbered))
        found["receipt"].append(after(moment, index, seen.signed) + making)
        found["cosigned"].append(after(moment, index, seen.cosigned) + making)
    return {"acts": len(entries), "checkpoints": len(seen.signed),
            **{name: p99(seconds) for name, seconds in found.items()}}  # fmt: skip


def ready() -> Policy:
    """Wait until the keeper has passed its gate and a quorum cosigned what there was before."""
    from registan.ledger.keeper import policy
    from registan.ledger.models import LogState

    end = time.monotonic() + PATIENCE
    while not (found := policy()).witnesses and time.monotonic() < end:
        time.sleep(0.05)
    Seen(found).until(LogState.objects.get(pk=1).size)
    return found


def main() -> int:
    import django

    django.setup()
    what = deed()
    with serving():
        witnesses = len(set(ready().urls.values()))
        print(json.dumps({**watch(what), "witnesses": witnesses}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
