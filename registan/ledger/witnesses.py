"""Asking witnesses to cosign (C2SP tlog-witness): each is asked on its own, and may be slow or lie.

The network runs in threads that touch no database; what came back is judged and stored by the one
thread that asks. An act never waits for a witness.
"""

from __future__ import annotations

import http.client
import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.db import transaction

from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.notes import Note, parse_lines, parse_note, verify_note
from registan.kernel.log.proofs import consistency_proof
from registan.kernel.log.strict import decimal
from registan.kernel.log.witness import request_for
from registan.ledger.guard import writing
from registan.ledger.models import Checkpoint, Cosignature
from registan.ledger.published import latest_checkpoint, reader

if TYPE_CHECKING:
    from datetime import datetime

    from registan.kernel.log.keys import VerifierKey
    from registan.kernel.log.policy import Policy

log = logging.getLogger("registan.ledger")
PATIENCE = 5.0
LONGEST_ANSWER = 64 * 1024
# A cosignature older than this against our clock is a replayed one; a newer one, or both, clocks that differ.
CLOCK_SLACK = 300
AHEAD = "ahead"
TOLD_AHEAD = (
    "witness %s says that it has cosigned %s entries of this log, which has %s: another server may sign with "
    "its keys, or the witness may lie. Start Registan again: it looks at what the witness shows."
)
# Who does not answer at all is asked again after this many seconds, then after twice as many, up to the last.
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0


@dataclass
class Witness:
    """One witness of the policy: where it listens, its keys, and how far it has cosigned."""

    name: str
    url: str
    keys: list[VerifierKey]
    size: int = 0
    cosigned: int = -1
    problem: str = ""
    asked: Future[tuple[int, bytes]] | None = None
    asked_about: int = -1
    wait: float = 0.0
    not_before: datetime | None = None

    def is_idle(self, now: datetime) -> bool:
        """Whether it may be asked; also where the clock was put back meanwhile."""
        if self.asked is not None or self.not_before is None:
            return self.asked is None
        left = (self.not_before - now).total_seconds()
        return not 0 < left <= LONGEST_WAIT

    def rest(self, now: datetime) -> None:
        """It gave no answer: leave it alone for a while."""
        self.wait = min(2 * self.wait or FIRST_WAIT, LONGEST_WAIT)
        self.not_before = now + timedelta(seconds=self.wait)


@dataclass
class Witnesses:
    """All witnesses of a policy, asked side by side."""

    witnesses: list[Witness]
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(16))

    def ask(self, now: datetime) -> None:
        """Store what came back, and ask each idle witness about the newest checkpoint."""
        for witness in self.witnesses:
            if witness.asked is not None and witness.asked.done():
                self._take(witness, now)
        latest = latest_checkpoint()
        if latest is None:
            return
        for witness in self.witnesses:
            if witness.cosigned < latest.size and witness.is_idle(now):
                self._put(witness, latest)

    def close(self) -> None:
        self.pool.shutdown(wait=False, cancel_futures=True)

    def _put(self, witness: Witness, latest: Checkpoint) -> None:
        old = witness.size
        if old > latest.size:
            # It says that it knows more than we have published. No reason to stop, as it may lie; what
            # it shows with our signature under it, the gate of the next start looks at.
            if witness.problem != AHEAD:
                log.warning(TOLD_AHEAD, witness.name, old, latest.size)
            witness.problem = AHEAD
            return
        proof = consistency_proof(old, latest.size, reader(latest.size))
        body = bytes(request_for(old, proof, parse_note(latest.note.encode())))
        witness.asked_about = latest.size
        witness.asked = self.pool.submit(post, witness.url + "/add-checkpoint", body)

    def _take(self, witness: Witness, now: datetime) -> None:
        asked, witness.asked = witness.asked, None
        assert asked is not None  # noqa: S101  _take is called with an answer at hand
        try:
            status, body = asked.result()
        except OSError as error:
            witness.problem = f"silent: {error}"
            witness.rest(now)
            return
        witness.wait, witness.not_before = 0.0, None
        if status == http.client.CONFLICT:
            witness.problem = _learn(witness, body)
        elif status == http.client.OK:
            witness.problem = _store(witness, body, now)
        elif status == http.client.SERVICE_UNAVAILABLE:
            # A mirror that has not fetched the entries yet, or a busy one: asked again next round.
            witness.problem = "busy"
        else:
            witness.problem = f"answered {status}"
            log.warning("witness %s answered %s", witness.name, status)


def _learn(witness: Witness, body: bytes) -> str:
    """How far it has come, from a 409; what is wrong with the answer, else ""."""
    try:
        witness.size = decimal(body.decode("ascii").removesuffix("\n"), "size")
    except (Malformed, UnicodeDecodeError):
        return "409 without a size"
    return ""


def _store(witness: Witness, body: bytes, now: datetime) -> str:
    """Keep the lines that hold; what is wrong with the answer, else ""."""
    checkpoint = Checkpoint.objects.get(size=witness.asked_about)
    text = parse_note(checkpoint.note.encode()).text
    try:
        lines = parse_lines(body.decode("utf-8"))
        found = verify_note(Note(text, lines), witness.keys)
    except (Malformed, Unverified, UnicodeDecodeError) as error:
        return f"no cosignature: {error}"
    seconds = now.timestamp()
    if any(one.time is None or abs(one.time - seconds) > CLOCK_SLACK for one in found):
        return "a cosignature of another time"
    by_key = {(line.name, line.key_id): line for line in lines}
    with transaction.atomic(), writing():
        Cosignature.objects.bulk_create(
            [
                Cosignature(
                    checkpoint=checkpoint, witness=witness.name, key_id=one.key.id.hex(),
                    line=str(by_key[one.key.name, one.key.id]), received_at=now,
                )
                for one in found
            ],
            ignore_conflicts=True,
        )  # fmt: skip
    witness.size = witness.cosigned = checkpoint.size
    return ""


def witnesses_of(policy: Policy) -> list[Witness]:
    """The witnesses of a policy that have an address; the keys of one address belong together."""
    by_url: dict[str, Witness] = {}
    for name, key in policy.witnesses.items():
        if url := policy.urls.get(key):
            one = by_url.setdefault(url.rstrip("/"), Witness(name, url.rstrip("/"), []))
            one.keys.append(key)
    return list(by_url.values())


def last_cosigned(witness: Witness, origin: str) -> bytes | None:
    """What a witness shows as its last checkpoint of our log; None when it is silent or knows none."""
    place = sha256(origin.encode()).hexdigest()
    try:
        status, body = get(f"{witness.url}/{place}/checkpoint")
    except OSError:
        return None
    return body if status == http.client.OK else None


def post(url: str, body: bytes) -> tuple[int, bytes]:
    """POST; status and at most 64 KiB of the answer. Raises OSError (no redirect is followed)."""
    return _call("POST", url, body)


def get(url: str) -> tuple[int, bytes]:
    """GET; status and at most 64 KiB of the answer. Raises OSError."""
    return _call("GET", url, None)


def _call(method: str, url: str, body: bytes | None) -> tuple[int, bytes]:
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        connection.request(method, parts.path, body)
        answer = connection.getresponse()
        return answer.status, answer.read(LONGEST_ANSWER)
    except http.client.HTTPException as error:
        raise OSError(f"no HTTP: {error!r}") from error
    finally:
        connection.close()
