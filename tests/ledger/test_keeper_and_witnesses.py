"""The keeper and its witnesses: cosigning, and what absent, slow, lying or replaying ones can do.

The honest witnesses are processes of their own; the others are played.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from concurrent.futures import wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from registan.kernel.log.cosignatures import cosign
from registan.kernel.log.errors import Unverified
from registan.kernel.log.growth import grow
from registan.kernel.log.keys import KeyType, VerifierKey, signer
from registan.kernel.log.merkle import leaf_hash
from registan.kernel.log.notes import SignatureLine, verify_note
from registan.kernel.log.policy import Policy, parse_policy
from registan.kernel.log.witness import parse_request
from registan.ledger.guard import writing
from registan.ledger.keeper import Keeper
from registan.ledger.log_keys import generations
from registan.ledger.models import Checkpoint, Cosignature, Entry, Leaf, LogState, Tile
from registan.ledger.published import cosigned_note, latest_checkpoint
from registan.ledger.signer import Halted, Signer
from registan.ledger.witnesses import PATIENCE, Witnesses, witnesses_of
from registan.witness.folder import policy_lines
from tests.faults.counts import tell, times
from tests.ledger.witnessing import Quiet, Running, new_folder, running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
PLAYED = [signer(f"played{at}.example", KeyType.COSIGNATURE, bytes([at] * 32)) for at in (1, 2, 3)]


@dataclass(frozen=True)
class Bench:
    """A keeper of the test database, and the policy that it asks by."""

    keeper: Keeper
    policy: Policy

    def turn(self) -> None:
        self.keeper.turn(timezone.now())

    def is_cosigned(self) -> bool:
        """Whether the newest checkpoint, as published, satisfies the policy."""
        checkpoint = latest_checkpoint()
        assert checkpoint is not None
        note = cosigned_note(checkpoint)
        try:
            self.policy.require(
                settings.LEDGER_ORIGIN, checkpoint.size, verify_note(note, self.policy.keys())
            )
        except Unverified:
            return False
        return True

    def turn_until_cosigned(self, within: float = 10.0) -> bool:
        until = time.monotonic() + within
        self.turn()
        while not (done := self.is_cosigned()) and time.monotonic() < until:
            time.sleep(0.02)
            self.turn()
        return done


def log_keys(folder: Path) -> list[VerifierKey]:
    held = generations(folder / "keys", settings.LEDGER_ORIGIN)
    return [one.key for one in held[0].signers]


def bench(folder: Path, urls: dict[str, list[VerifierKey]], quorum: int) -> Bench:
    """A keeper that asks these witnesses, by their addresses."""
    told = "".join(f"log {key}\n" for key in log_keys(folder))
    for url, keys in urls.items():
        told += policy_lines(keys[0].name, keys, url)
    names = " ".join(f"{keys[0].name}/any" for keys in urls.values())
    told += f"group members {quorum} {names}\nquorum members\n" if urls else "quorum none\n"
    policy = parse_policy(told.encode())
    origin = settings.LEDGER_ORIGIN
    held = generations(folder / "keys", origin)
    return Bench(
        Keeper(
            Signer(origin, held, folder / "last-signed"),
            Witnesses(witnesses_of(policy)),
            interval=0,
        ),
        policy,
    )


def address(witness: Running) -> str:
    return f"http://127.0.0.1:{witness.port}"


@contextmanager
def playing(answer: Callable[[bytes], tuple[int, bytes]]) -> Iterator[str]:
    """A played witness: it answers add-checkpoint with what `answer` makes of the body."""

    class Played(BaseHTTPRequestHandler):
        log_message = Quiet.log_message

        def do_POST(self) -> None:
            status, body = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Played) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def test_each_checkpoint_gets_its_cosignatures(cast: Cast, tmp_path: Path) -> None:
    with running(new_folder(tmp_path / "w", log_keys(tmp_path))) as witness:
        made = bench(tmp_path, {address(witness): witness.keys()}, 1)
        made.keeper.open()
        for _ in range(3):
            assert made.turn_until_cosigned()
            cast.act_again()
        kinds = Cosignature.objects.values_list("key_id", flat=True).distinct()
        assert set(kinds) == {by.key.id.hex() for by in witness.folder.signers()}
        # A keeper that starts anew knows nothing of the witness, and learns its size from a 409.
        again = bench(tmp_path, {address(witness): witness.keys()}, 1)
        again.keeper.open()
        assert again.turn_until_cosigned()


def test_a_quorum_needs_as_many_as_it_says(cast: Cast, tmp_path: Path) -> None:
    folders = [new_folder(tmp_path / n, log_keys(tmp_path), f"{n}.example") for n in ("a", "b")]
    with running(folders[0]) as one:
        nobody = {"http://127.0.0.1:1": [by.key for by in folders[1].signers()]}
        made = bench(tmp_path, {address(one): one.keys(), **nobody}, 2)
        assert not made.turn_until_cosigned(within=0.5)
        assert Cosignature.objects.exists()
        assert "silent" in made.keeper.witnesses.witnesses[1].problem
        with running(folders[1]) as two:
            made = bench(tmp_path, {address(w): w.keys() for w in (one, two)}, 2)
            assert made.turn_until_cosigned()


def test_a_silent_witness_is_asked_ever_more_rarely(cast: Cast, tmp_path: Path) -> None:
    nobody = {"http://127.0.0.1:1": [PLAYED[0].key]}
    made = bench(tmp_path, nobody, 1)
    (witness,) = made.keeper.witnesses.witnesses
    now, asked = timezone.now(), []
    for second in range(200):
        at = now + timedelta(seconds=second)
        made.keeper.turn(at)
        if witness.asked is not None:
            asked.append(second)
            wait([witness.asked], timeout=10)
    # 1, 2, 4 … seconds after it was found silent, which is one round after it was asked.
    assert asked == [0, 2, 5, 10, 19, 36, 69, 130, 191]
    # A clock that was put back makes nobody wait for a year.
    witness.asked, witness.not_before = None, now + timedelta(days=365)
    assert witness.is_idle(now)


def replaying() -> Callable[[bytes], tuple[int, bytes]]:
    """Cosigns the first checkpoint and answers with that line for ever."""
    kept: list[bytes] = []

    def answer(body: bytes) -> tuple[int, bytes]:
        if not kept:
            kept.append(line(body, int(time.time())))
        return 200, kept[0]

    return answer


def line(body: bytes, seconds: int) -> bytes:
    """An honest line of the first played witness."""
    text = parse_request(body).note.text
    by = PLAYED[0]
    return str(SignatureLine(by.key.name, by.key.id, cosign(text, by, seconds))).encode()


def dreaming(body: bytes) -> tuple[int, bytes]:
    """Cosigns what it was asked, at a time that is long gone."""
    return 200, line(body, 1_000_000_000)


def someone_else(body: bytes) -> tuple[int, bytes]:
    text = parse_request(body).note.text
    by = PLAYED[2]
    named = SignatureLine(PLAYED[0].key.name, PLAYED[0].key.id, cosign(text, by, int(time.time())))
    return 200, str(named).encode()


LIARS: dict[str, Callable[[bytes], tuple[int, bytes]]] = {
    "replays": replaying(),
    "dreams": dreaming,
    "signs with another key": someone_else,
    "comes from the future": lambda body: (200, line(body, int(time.time()) + 3600)),
    "says nothing": lambda body: (200, b""),
    "says nonsense": lambda body: (200, b"\xff\x00" * 100),
    "says too much": lambda body: (200, b"x" * 5_000_000),
    "knows a size of many digits": lambda body: (409, b"9" * 50_000),
    "knows a size beyond ours": lambda body: (409, b"9223372036854775807\n"),
    "knows no size": lambda body: (409, b"many\n"),
    "breaks": lambda body: (500, b""),
    "redirects": lambda body: (302, b""),
}


@pytest.mark.parametrize("how", LIARS)
def test_a_liar_is_not_counted_and_keeps_nobody_up(cast: Cast, tmp_path: Path, how: str) -> None:
    with playing(LIARS[how]) as liar:
        made = bench(tmp_path, {liar: [PLAYED[0].key]}, 1)
        if how == "replays":
            # Once it is honest; afterwards its old line is no cosignature of what is new.
            until = time.monotonic() + 10
            while not Cosignature.objects.exists() and time.monotonic() < until:
                made.turn()
                time.sleep(0.02)
            assert Cosignature.objects.count() == 1
            cast.act_again()
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            made.turn()
            time.sleep(0.02)
        assert not made.is_cosigned()
        before = LogState.objects.get().size
        cast.act_again()
        made.turn()
        assert LogState.objects.get().size > before


class Moody:
    """Each answer is honest, slow or one of the lies, as its seed has it; a slow one waits for `go`."""

    def __init__(self, seed: int) -> None:
        self.dice, self.lies = random.Random(seed), list(LIARS.values())[1:]
        self.is_slow, self.go = threading.Event(), threading.Event()
        self.moods: Counter[str] = Counter()

    def __call__(self, body: bytes) -> tuple[int, bytes]:
        mood = self.dice.random()
        if mood < 0.3:
            self.moods["honest"] += 1
            return 200, line(body, int(time.time()))
        if mood < 0.5:
            self.moods["slow"] += 1
            self.go.clear()
            self.is_slow.set()
            self.go.wait(PATIENCE)
        self.moods["lying"] += 1
        return self.dice.choice(self.lies)(body)

    def let_answer(self, asked: Future[tuple[int, bytes]] | None) -> None:
        """Until its answer is there, or it has begun to be slow."""
        while asked is not None and not asked.done() and not self.is_slow.is_set():
            time.sleep(0.001)

    def hurry(self, asked: Future[tuple[int, bytes]] | None) -> None:
        """A slow one answers now."""
        self.go.set()
        if asked is not None:
            wait([asked], timeout=10)
        self.is_slow.clear()


def test_whatever_witnesses_do_acts_go_on_and_only_true_lines_count(
    cast: Cast, tmp_path: Path
) -> None:
    """Seeded moods, each seed on the same small log; who is slow is never waited for."""
    moods: Counter[str] = Counter()
    for seed in range(times(3, 500)):
        moody = Moody(seed)
        with playing(moody) as one, transaction.atomic():
            _six_acts(cast, bench(tmp_path, {one: [PLAYED[0].key]}, 1), moody)
            transaction.set_rollback(True)
        (tmp_path / "last-signed").unlink()
        moods += moody.moods
    tell("16", "witnesses slow, lying, silent, replaying", seeds=times(3, 500), **moods)


def _six_acts(cast: Cast, made: Bench, moody: Moody) -> None:
    (witness,) = made.keeper.witnesses.witnesses
    begun = timezone.now()
    for turn in range(6):
        cast.act_again()
        acts = Entry.objects.count()
        made.keeper.turn(begun + timedelta(seconds=3 * turn))
        checkpoint = latest_checkpoint()
        assert checkpoint is not None
        assert checkpoint.size == LogState.objects.get().size >= acts
        moody.let_answer(witness.asked)
        if moody.is_slow.is_set():
            # A turn that had waited for it would have its answer.
            assert witness.asked is not None
            assert not witness.asked.done()
            if turn % 2:
                moody.hurry(witness.asked)
    moody.hurry(witness.asked)
    made.turn()
    assert Leaf.objects.count() == LogState.objects.get().size == Entry.objects.count()
    for row in Cosignature.objects.select_related("checkpoint"):
        assert verify_note(cosigned_note(row.checkpoint), [PLAYED[0].key])
    made.keeper.witnesses.close()


def restore(size: int) -> None:
    """The database as a backup of that size had it, acts and log alike."""
    data = Leaf.objects.filter(index__lt=size).order_by("index").values_list("data", flat=True)
    grown = grow(0, {}, [leaf_hash(bytes(one)) for one in data])
    with writing():
        Cosignature.objects.filter(checkpoint__size__gt=size).delete()
        Checkpoint.objects.filter(size__gt=size).delete()
        Leaf.objects.filter(index__gte=size).delete()
        Tile.objects.all().delete()
        Tile.objects.bulk_create(
            Tile(level=at[0], number=at[1], hashes=row) for at, row in grown.tiles.items()
        )
        LogState.objects.update(size=size, root=grown.root)


@pytest.mark.parametrize("knows", ["witness", "file"])
def test_a_restored_old_backup_is_not_signed_on(cast: Cast, tmp_path: Path, knows: str) -> None:
    """At random earlier sizes; with a witness alone and with the second file alone."""
    dice = random.Random(14)
    with running(new_folder(tmp_path / "w", log_keys(tmp_path))) as witness:
        urls = {address(witness): witness.keys()}
        made = bench(tmp_path, urls, 1)
        cast.act_again(20)
        assert made.turn_until_cosigned()
        whole = LogState.objects.get().size
        for size in sorted(dice.sample(range(1, whole), times(5, 20)), reverse=True):
            restore(size)
            again = bench(tmp_path, urls if knows == "witness" else {}, 1)
            if knows == "witness":
                (tmp_path / "last-signed").unlink(missing_ok=True)
            with pytest.raises(Halted) as halted:
                again.keeper.open()
            assert (halted.value.code, halted.value.facts["known"]) == ("history_lost", whole)
    tell("14", f"an old backup is restored, and the {knows} knows", sizes=times(5, 20))
