"""A database of its own with the cast in it, children that act on it, and what is checked afterwards."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.faults.counts import LONG, times
from tests.faults.history import History, faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    from registan.ledger.keeper import Keeper
    from registan.plans.models import Round

COUNTED = "tests.round.counted"
ALARM_S = times(60, 1800)
FEW = 6


@dataclass
class Ground:
    """What is played on: the calls so far, and the pipe through which children tell of theirs."""

    rng: Random
    history: History = field(default_factory=History)
    prefix: str = ""
    serial: int = 0

    def __post_init__(self) -> None:
        self.reads, self.writes = os.pipe()
        os.set_blocking(self.reads, False)
        self._half = b""

    def keys(self, count: int) -> list[str]:
        """Fresh keys, and before them some whose answer never came: a client repeats those."""
        self.listen()
        lost = self.history.unanswered
        again = self.rng.sample(lost, min(len(lost), 2))
        self.serial += count
        return again + [f"k{at}" for at in range(self.serial - count, self.serial)]

    def listen(self) -> None:
        """Take in what the children told."""
        while True:
            try:
                told = os.read(self.reads, 65536)
            except BlockingIOError:
                return
            *lines, self._half = (self._half + told).split(b"\n")
            for line in lines:
                word, key, moment = line.decode().split()
                self.history.note(word, self.prefix + key, float(moment))

    def say(self, word: str, key: str) -> None:
        os.write(self.writes, f"{word} {key} {time.monotonic()}\n".encode())

    def act(self, key: str) -> Round:
        """One act that counts, told of before and after."""
        from tests.faults.deeds import count_up

        self.say("call", key)
        result = count_up(key)
        self.say("done", key)
        return result

    def act_all(self, keys: list[str]) -> None:
        for key in keys:
            self.act(key)

    def child(self, deed: Callable[[], object]) -> int:
        """Run `deed` in a process of its own, which a wall clock ends at the latest."""
        pid = os.fork()
        if pid:
            return pid
        status = 1
        try:
            signal.alarm(ALARM_S)
            deed()
            status = 0
        except SystemExit as told:
            status = int(told.code or 0)
        except BaseException:  # noqa: BLE001  told to the parent, which wants none
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)

    def run(self, deed: Callable[[], object]) -> None:
        """Run `deed` in a child and expect it to go well."""
        if (status := self.wait(self.child(deed))) != 0:
            raise RuntimeError(f"a child ended with {status}")

    def wait(self, pid: int) -> int:
        """How a child ended, listening meanwhile: a full pipe would hold it up for ever."""
        while True:
            self.listen()
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                self.listen()
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.002)

    def look(self, step: int) -> None:
        """`check` after each step in the long form, after some in the short one."""
        if LONG or step % FEW == 0:
            self.check()

    def check(self) -> None:
        """Everything that must hold after any fault, looked at by a child with a connection of its own."""
        self.listen()
        self.run(self._check)

    def _check(self) -> None:
        from django.utils import timezone

        from registan.ledger.models import Checkpoint, Entry, Leaf, Pending
        from registan.ledger.sequencer import integrate_all
        from tests.faults.deeds import counted, keeper

        integrate_all()
        found = fsck_words()
        if (entries := Entry.objects.count()) != Leaf.objects.count() or Pending.objects.exists():
            found.append(f"{entries} entries, {Leaf.objects.count()} leaves")
        mine = Entry.objects.filter(kind=COUNTED).select_related("leaf")
        kept = [(str(entry.idempotency_key), entry.number) for entry in mine]
        found += faults(self.history, kept, counted())
        signed: Keeper = keeper()
        signed.open()
        signed.turn(timezone.now())
        if not Checkpoint.objects.filter(size__gte=entries).exists():
            found.append("the log was not signed to its end")
        if found:
            raise RuntimeError("; ".join(found[:20]))


def fsck_words() -> list[str]:
    """The faults that fsck names."""
    from django.conf import settings

    from registan.ledger.fsck import fsck
    from registan.ledger.log_keys import all_public_keys

    keys = all_public_keys(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)
    return [f"fsck: {fault.code} {fault.index} {fault.detail}" for fault in fsck(keys)]


def kill(pids: Iterable[int]) -> None:
    """kill -9, and wait."""
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        finally:
            os.waitpid(pid, 0)
