"""A witness as a process of its own: the protocol's answers, races, kills, replays and nonsense."""

from __future__ import annotations

import random
import socket
import threading
import time
from http.client import HTTPException
from typing import TYPE_CHECKING

import pytest

from registan.kernel.log.checkpoints import Checkpoint, parse_checkpoint
from registan.kernel.log.keys import KeyType, signer
from registan.kernel.log.notes import Note, parse_note, sign, verify_note
from registan.kernel.log.split_view import parse_split_view, verify_split_view
from tests.faults.counts import tell, times
from tests.ledger.witnessing import (
    ORIGIN,
    OwnLog,
    Running,
    call,
    cosigners,
    free_port,
    new_folder,
    running,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOTH = {KeyType.COSIGNATURE, KeyType.ML_DSA_44}


@pytest.fixture
def log() -> OwnLog:
    made = OwnLog()
    made.grow(300)
    return made


@pytest.fixture
def witness(tmp_path: Path, log: OwnLog) -> Iterator[Running]:
    with running(new_folder(tmp_path / "w", [log.by.key])) as one:
        yield one


def size_at(witness: Running) -> int:
    status, body = witness.checkpoint()
    return parse_checkpoint(parse_note(body).text).size if status == 200 else 0


def test_it_cosigns_what_continues_its_history_and_shows_it(witness: Running, log: OwnLog) -> None:
    assert witness.checkpoint()[0] == 404
    for old, size in ((0, 7), (7, 256), (256, 256), (256, 300)):
        status, lines, _ = witness.post(log.request(old, size))
        assert status == 200
        assert cosigners(log.note(size), lines, witness.keys()) == BOTH
        shown = parse_note(witness.checkpoint()[1])
        assert shown.text == log.note(size).text
        assert len(verify_note(shown, [log.by.key, *witness.keys()])) == 3


def test_each_refusal_has_the_answer_that_the_protocol_names(witness: Running, log: OwnLog) -> None:
    assert witness.post(log.request(0, 100))[0] == 200
    other = OwnLog(list(log.entries), signer("other.example", KeyType.ED25519, bytes([5] * 32)))
    forged = OwnLog(list(log.entries), signer(ORIGIN, KeyType.ED25519, bytes([6] * 32)))
    lying = log.fork(50)
    lying.grow(100, "another")
    empty = Checkpoint(ORIGIN, 0, bytes(32)).text()
    wrong_empty = b"old 0\n\n" + bytes(Note(empty, (sign(empty, log.by),)))
    for body, status in (
        (b"", 400), (b"old 07\n\n", 400), (log.request(100, 120)[:-30], 400),
        (log.request(120, 110), 400),
        (other.request(0), 404),
        (forged.request(100), 403),
        (log.request(0, 120), 409), (log.request(90, 120), 409), (log.request(0, 100), 409),
        (wrong_empty, 409),
        (lying.request(100), 422),
        (lying.request(100, 100), 422),
        (log.request(100).replace(b"old 100\n", b"old 100\n" + b"A" * 43 + b"=\n", 1), 422),
    ):  # fmt: skip
        assert (body[:20], witness.post(body)[0]) == (body[:20], status)
    assert witness.post(log.request(0, 120))[1:] == (b"100\n", "text/x.tlog.size")
    assert size_at(witness) == 100


def test_an_empty_tree_has_one_root(witness: Running, log: OwnLog) -> None:
    empty = Checkpoint(ORIGIN, 0, bytes(32)).text()
    body = b"old 0\n\n" + bytes(Note(empty, (sign(empty, log.by),)))
    assert witness.post(body)[0] == 422
    assert witness.post(log.request(0, 0))[0] == 200
    assert witness.post(log.request(0, 5))[0] == 200


def test_a_log_that_learns_the_size_catches_up(witness: Running, log: OwnLog) -> None:
    assert witness.post(log.request(0, 41))[0] == 200
    status, size, _ = witness.post(log.request(0))
    assert status == 409
    assert witness.post(log.request(int(size)))[0] == 200
    assert size_at(witness) == 300


def test_racing_requests_never_take_it_back(witness: Running, log: OwnLog) -> None:
    """Many threads, each from the size it last heard of; what it shows only ever grows."""
    log.grow(1_000)
    shown: list[int] = []
    ended = threading.Event()

    def hammer(seed: int) -> None:
        dice = random.Random(seed)
        size = 0
        for _ in range(times(12, 100)):
            status, body, _ = witness.post(
                log.request(size, dice.randrange(size, len(log.entries)))
            )
            size = int(body) if status == 409 else size_at(witness)

    def watch() -> None:
        while not ended.is_set():
            shown.append(size_at(witness))

    threads = [threading.Thread(target=hammer, args=(seed,)) for seed in range(8)]
    watcher = threading.Thread(target=watch)
    for thread in (watcher, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    ended.set()
    watcher.join()
    assert shown == sorted(shown)
    assert shown[-1] > 0


def test_a_killed_witness_has_what_it_answered(tmp_path: Path, log: OwnLog) -> None:
    """kill -9 in the middle of requests: what was acknowledged is there, and nothing is half."""
    folder = new_folder(tmp_path / "w", [log.by.key])
    log.grow(5_000)
    acknowledged = 0
    for seed in range(times(3, 100)):
        port = free_port()
        with running(folder, port=port) as witness:
            assert size_at(witness) >= acknowledged
            heard = [size_at(witness)]
            end = threading.Timer(0.02 + seed % 10 * 0.015, witness.kill)
            end.start()
            try:
                while True:
                    new = heard[-1] + 1
                    status, _, _ = witness.post(log.request(heard[-1], new))
                    assert status == 200
                    heard.append(new)
            except (OSError, HTTPException):
                end.join()
            acknowledged = heard[-1]
    with running(folder) as witness:
        assert size_at(witness) in (acknowledged, acknowledged + 1)
        assert witness.post(log.request(size_at(witness)))[0] == 200


def test_an_old_checkpoint_played_again_changes_nothing(witness: Running, log: OwnLog) -> None:
    old = [log.request(size, size + 50) for size in range(0, 300, 50)]
    for body in old:
        assert witness.post(body)[0] == 200
    shown = witness.checkpoint()[1]
    for body in (*old, *reversed(old)):
        assert witness.post(body)[0] == 409
    assert witness.checkpoint()[1] == shown


def test_two_histories_are_shown_to_nobody(tmp_path: Path, log: OwnLog) -> None:
    """8 forks x 5 witnesses: 422 everywhere; of two heads of one size the proof is kept."""
    forks = []
    for at in range(0, 240, 30):
        fork = log.fork(at)
        fork.grow(300 - at if at % 60 else 301 - at, "another")
        forks.append(fork)
    for number in range(5):
        folder = new_folder(tmp_path / f"w{number}", [log.by.key], f"w{number}.example")
        with running(folder) as witness:
            assert witness.post(log.request(0))[0] == 200
            assert [witness.post(fork.request(300))[0] for fork in forks] == [422] * 8
            assert size_at(witness) == 300
        kept = sorted(folder.of_log(ORIGIN).glob("split-view-*"))
        assert len(kept) == 4
        for path in kept:
            one, other = verify_split_view(parse_split_view(path.read_bytes()), [log.by.key])
            assert (one.size, other.size) == (300, 300)
    tell("15", "two histories, refused and proven by witnesses", forks=8, witnesses=5)


NONSENSE = [
    b"GET", b"\0" * 100, b"GET /\xff HTTP/1.1\r\n\r\n", b"POST /add-checkpoint HTTP/1.1\r\n\r\n",
    b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: 99999999\r\n\r\nx",
    b"POST /add-checkpoint HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\nx",
    b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: 20\r\n\r\nold 0\n",
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"A: b\r\n" * 5_000,
    b"GET /../../ed25519 HTTP/1.1\r\n\r\n", b"GET /%2e%2e/ed25519 HTTP/1.0\r\n\r\n",
]  # fmt: skip


def raw(port: int, data: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=15) as line:
        try:
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
            return line.recv(65_536)
        except OSError:
            return b""


def test_it_survives_what_is_no_request(witness: Running, log: OwnLog) -> None:
    for size, data in enumerate(NONSENSE):
        assert b" 200 " not in raw(witness.port, data)
        assert witness.post(log.request(size, size + 1))[0] == 200


def test_it_survives_requests_with_changed_bytes(witness: Running, log: OwnLog) -> None:
    dice = random.Random(7)
    assert witness.post(log.request(0, 100))[0] == 200
    good = log.request(100, 200)
    for _ in range(times(150, 5_000)):
        body = bytearray(good)
        for _ in range(dice.randint(1, 4)):
            body[dice.randrange(len(body))] = dice.randrange(256)
        if bytes(body) != good:
            assert witness.post(bytes(body))[0] in {400, 403, 404, 409, 422}
    assert witness.post(b"old 0\n\n" + b"x" * 2**20)[0] == 413
    assert size_at(witness) == 100
    assert witness.post(good)[0] == 200


def test_slow_clients_do_not_keep_others_out(witness: Running, log: OwnLog) -> None:
    lines = [socket.create_connection(("127.0.0.1", witness.port)) for _ in range(40)]
    try:
        for line in lines:
            line.sendall(b"POST /add-checkpoint HTTP/1.1\r\nContent-Le")
        begun = time.monotonic()
        assert witness.post(log.request(0, 10))[0] == 200
        assert time.monotonic() - begun < 2
    finally:
        for line in lines:
            line.close()


def test_it_says_who_it_is(witness: Running) -> None:
    status, card, _ = call(witness.port, "GET", "/")
    assert status == 200
    assert card.decode().split() == ["witness.example", *map(str, witness.keys())]
