"""The keeper: one process that gives numbers, signs, and asks witnesses, round after round.

It opens with the start-up gate. Whatever it finds wrong stops signing first and is explained then:
acts are refused, and the alarm stands on the pages until a start passes the gate again.
"""

from __future__ import annotations

import fcntl
import logging
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import IO, TYPE_CHECKING

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils import timezone

from registan.kernel.log.policy import Policy, parse_policy
from registan.ledger.acts import LEDGER, state_head
from registan.ledger.alarm import alarm, clear_alarm, raise_alarm
from registan.ledger.failed_disk import NO_ROOM, end_if_disk_failed
from registan.ledger.gate import pass_gate
from registan.ledger.log_keys import all_public_keys, generations
from registan.ledger.models import Leaf, Stream
from registan.ledger.reading import FOUND, look_again
from registan.ledger.sequencer import Broken, integrate_all
from registan.ledger.signer import Halted, Signer
from registan.ledger.witnesses import Witnesses, last_cosigned, witnesses_of

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from registan.kernel.log.keys import VerifierKey
    from registan.ledger.log_keys import Generation

log = logging.getLogger("registan.ledger")
DATABASE_AWAY = (OperationalError, InterfaceError)
LOOK = 0.2
WHEN_AWAY = 2.0
KEEPER = 0x6B6565706572  # any number that nobody else locks
HEAD_AFTER = timedelta(days=1)
HEADED = "ledger.stream.headed"


class AnotherKeeper(RuntimeError):
    """Another keeper holds the lock of this folder or database."""


@dataclass
class Keeper:
    """Everything one round needs. `interval`: seconds between two checkpoints."""

    signer: Signer
    witnesses: Witnesses
    interval: float
    # The keys as they lie in the folder now: a rotation is taken up without a new start.
    reload: Callable[[], list[Generation]] | None = None
    next_checkpoint: datetime | None = None
    next_heads: datetime | None = None

    def open(self) -> None:
        """Pass the start-up gate; after damage was found, read all again first. Raises Halted."""
        origin = self.signer.origin
        pass_gate(
            self.signer.last_signed,
            origin,
            self._own_keys(),
            {
                witness.name: lambda witness=witness: last_cosigned(witness, origin)  # type: ignore[misc]
                for witness in self.witnesses.witnesses
            },
        )
        if (stands := alarm()) is not None and stands.code in FOUND:
            # Clearing it unseen would sign on over the damage until the next cycle.
            look_again(self._own_keys(), policy().witnesses.values())
        clear_alarm()

    def _own_keys(self) -> list[VerifierKey]:
        """Keys that sign, and those that have signed before: a witness may still show an old head."""
        held = [one.key for generation in self.signer.keys for one in generation.signers]
        return [*held, *all_public_keys(settings.LEDGER_KEYS, self.signer.origin)]

    def turn(self, now: datetime) -> None:
        """One round: numbers, then a checkpoint when it is time, then the witnesses.

        Raises Halted, also where another process found that something is wrong.
        """
        if (stands := alarm()) is not None:
            raise Halted(stands.code, **stands.facts)
        integrate_all()
        if _is_due(self.next_heads, now, HEAD_AFTER):
            state_heads()
            self.next_heads = now + HEAD_AFTER
        interval = timedelta(seconds=self.interval)
        if _is_due(self.next_checkpoint, now, interval):
            if self.reload is not None:
                self.signer.keys = self.reload()
            self.signer.sign(now)
            self.next_checkpoint = now + interval
        self.witnesses.ask(now)


def _is_due(planned: datetime | None, now: datetime, every: timedelta) -> bool:
    """Also where the clock was put back: what is planned further ahead than it can be is due."""
    return planned is None or now >= planned or planned - now > every


def state_heads() -> int:
    """State the head of each stream that has grown since its last head. Returns how many."""
    done = 0
    for stream in Stream.objects.filter(length__gt=0).order_by("id"):
        last = Leaf.objects.select_related("entry").get(stream=stream, n=stream.length - 1)
        if last.entry.kind != HEADED:
            state_head(LEDGER, stream)
            done += 1
    return done


def policy() -> Policy:
    """Who must cosign: the policy file of this installation; nobody where there is none."""
    path: Path = settings.LEDGER_POLICY
    return parse_policy(path.read_bytes()) if path.is_file() else Policy(quorum="none")


def make_keeper() -> Keeper:
    """The keeper of this installation's log."""

    def keys() -> list[Generation]:
        return generations(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)

    return Keeper(
        Signer(settings.LEDGER_ORIGIN, keys(), settings.LEDGER_LAST_SIGNED),
        Witnesses(witnesses_of(policy())),
        settings.LEDGER_SECONDS,
        keys,
    )


def keep(stop: threading.Event) -> None:
    """Keep the ledger until `stop` is set. Raises AnotherKeeper where one is at work already."""
    with only_one(settings.VAR / "ledger.lock"):
        keeper = make_keeper()
        try:
            _rounds(keeper, stop)
        except (Halted, Broken) as error:
            _explain(error)
            stop.wait()
        finally:
            keeper.witnesses.close()


def _rounds(keeper: Keeper, stop: threading.Event) -> None:
    is_open = False
    while not stop.is_set():
        close_old_connections()
        try:
            hold_database()
            if not is_open:
                keeper.open()
                is_open = True
            keeper.turn(timezone.now())
        except DATABASE_AWAY as error:
            # Before the connection was made, nothing stood in the way of it.
            end_if_disk_failed(error, connection.settings_dict["NAME"])
            log.warning("the database is away: %s", error)
            connection.close()
            stop.wait(WHEN_AWAY)
        except OSError as error:
            # The second file (signer.py).
            end_if_disk_failed(error, settings.LEDGER_LAST_SIGNED)
            if error.errno not in NO_ROOM:
                raise
            log.warning("no room to remember what is signed: %s", error)
            stop.wait(WHEN_AWAY)
        else:
            stop.wait(LOOK)


def _explain(error: Halted | Broken) -> None:
    code, facts = (
        (error.code, error.facts) if isinstance(error, Halted) else ("broken", {"why": str(error)})
    )
    log.critical("signing has stopped: %s %s", code, facts)
    raise_alarm(code, dict(facts))


def hold_database() -> None:
    """One keeper per database: on PostgreSQL an advisory lock of this very connection.

    Taken again each round: a connection that was lost has lost the lock with it. Raises AnotherKeeper.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted "
            "AND pid = pg_backend_pid() AND classid = %s AND objid = %s) OR pg_try_advisory_lock(%s)",
            [KEEPER >> 32, KEEPER & 0xFFFFFFFF, KEEPER],
        )
        if not cursor.fetchone()[0]:
            raise AnotherKeeper


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """One keeper per folder: a file lock."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="ascii") as file:
        _lock(file)
        yield


def _lock(file: IO[str]) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise AnotherKeeper from None
