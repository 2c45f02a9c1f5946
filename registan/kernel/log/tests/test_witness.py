"""What a witness answers: the table of tlog-witness, case by case."""

from __future__ import annotations

import pytest

from registan.kernel.log.checkpoints import Checkpoint
from registan.kernel.log.errors import Malformed
from registan.kernel.log.keys import KeyType, signer
from registan.kernel.log.merkle import EMPTY_ROOT, Levels, root
from registan.kernel.log.notes import Note, sign
from registan.kernel.log.proofs import consistency_proof
from registan.kernel.log.witness import SIZE_TYPE, Answer, Seen, decide, parse_request, request_for

LOG = signer("ledger.example/council", KeyType.ED25519, bytes([1] * 32))
STRANGER = signer("ledger.example/council", KeyType.ED25519, bytes([2] * 32))
STORED = Levels([b"%d" % number for number in range(50)])
FORK = Levels([b"%d!" % number for number in range(50)])


def request(old: int, new: int, *, by: object = LOG, tree: Levels = STORED) -> bytes:
    text = Checkpoint(LOG.key.name, new, root(new, tree)).text()
    proof = consistency_proof(old, new, tree) if old <= new else []
    note = Note(text, (sign(text, LOG if by is LOG else STRANGER),))
    return bytes(request_for(old, proof, note))


def answer(data: bytes, size: int = 0) -> Answer:
    seen = Seen(size, root(size, STORED))
    return decide(data, {LOG.key.name: [LOG.key]}, lambda _: seen)


def test_a_first_checkpoint_growth_and_the_same_again_are_good() -> None:
    for old, new in ((0, 7), (7, 40), (40, 40), (0, 0)):
        given = answer(request(old, new), old)
        assert given.status == 200
        assert given.request is not None
        assert given.request.checkpoint.size == new


def test_a_log_never_seen_starts_from_nothing() -> None:
    keys = {LOG.key.name: [LOG.key]}
    assert decide(request(0, 7), keys, lambda _: None).status == 200
    assert decide(request(3, 7), keys, lambda _: None).body == b"0\n"


def test_another_size_than_the_stored_one_is_told() -> None:
    given = answer(request(7, 40), 9)
    assert (given.status, given.body, given.content_type) == (409, b"9\n", SIZE_TYPE)


def test_a_split_view_is_refused_at_the_same_size_and_when_it_grows() -> None:
    assert answer(request(7, 7, tree=FORK), 7).status == 422
    assert answer(request(7, 40, tree=FORK), 7).status == 422


def test_a_smaller_tree_is_refused() -> None:
    assert answer(request(40, 7), 40).status == 400


def test_unknown_origins_and_strangers_are_told_apart() -> None:
    assert decide(request(0, 7), {}, lambda _: None).status == 404
    assert answer(request(0, 7, by=STRANGER)).status == 403


def test_an_empty_tree_has_one_root() -> None:
    text = Checkpoint(LOG.key.name, 0, bytes(32)).text()
    data = bytes(request_for(0, [], Note(text, (sign(text, LOG),))))
    assert answer(data).status == 422
    assert Seen().root == EMPTY_ROOT


def test_a_proof_from_nothing_is_refused() -> None:
    good = request(0, 7)
    assert answer(good.replace(b"old 0\n", b"old 0\n" + b"A" * 43 + b"=\n", 1)).status == 422


@pytest.mark.parametrize("change", [
    lambda data: data.replace(b"old", b"odd", 1), lambda data: data.replace(b"old 7", b"old 07", 1),
    lambda data: data.replace(b"\n", b"\r\n"), lambda data: data.replace(b"old 7", b"old  7", 1),
    lambda data: data.replace(b"old 7\n", b"old 7\n" + (b"A" * 43 + b"=\n") * 64, 1),
    lambda data: data.replace(b"old 7\n", b"old 7\nAAAA\n", 1), lambda data: data[:-1],
    lambda data: data.replace(b"\n\n", b"\n", 1), lambda data: b"", lambda data: data * 10_000,
])  # fmt: skip
def test_a_malformed_request_is_refused(change: object) -> None:
    assert callable(change)
    data = change(request(7, 40))
    with pytest.raises(Malformed):
        parse_request(data)
    assert answer(data, 7).status == 400
