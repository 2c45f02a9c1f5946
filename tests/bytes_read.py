"""Readers that stand behind the parsers of test_any_bytes: each gives an answer or its declared error.

A witness, a mirror and whoever checks a log offline read files and answers that others made.
"""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from registan.kernel.log.audit import audit
from registan.kernel.log.canonical import canonical
from registan.kernel.log.commitment import commitment
from registan.kernel.log.key_file import WrongPassphrase, lock, unlock
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.opening import Opening
from registan.kernel.log.payload import Unopenable, decrypt, encrypt
from registan.kernel.log.policy import parse_policy
from registan.kernel.log.streams import HEADED, Line, check_stream, parse_lines
from registan.kernel.log.tests import test_policy, test_witness
from registan.kernel.log.tile_reader import TileReader
from registan.kernel.log.tiles import Tile, join_bundle, tile_data
from registan.witness.cosigner import CHECKPOINT, Damaged
from registan.witness.fetching import Source
from registan.witness.files import make_folders
from registan.witness.folder import make_folder
from registan.witness.mirror import Inconsistent, Mirror
from registan.witness.seeds import KeyFileProblem, read_seed, write_secret
from registan.witness.verifying import NoEntry, check_log, check_proof

if TYPE_CHECKING:
    from collections.abc import Callable

POLICY = parse_policy(test_policy.POLICY.encode())
PROOF = bytes(test_policy.proof(test_policy.LOG, test_policy.KZ, test_policy.KZ_LATER))
NOTE = PROOF.partition(b"\n\n")[2]
THREE = [b"one", b"", b"three"]
TREE = Levels(THREE)
CHEAP = {"n": 2, "r": 1, "p": 1}
LOCKED = lock("o.example", bytes(32), b"", salt=bytes(16), nonce=bytes(12), cost=CHEAP)
SEALED = encrypt(b"{}", bytes(32), bytes(12))
ORIGIN = test_witness.LOG.key.name
SIGNED = test_witness.request(0, 40).partition(b"\n\n")[2]


def _stream() -> bytes:
    """One act that states the head of its own stream."""
    record, salt = {"head": "00" * 32, "length": 0, "stream": "public"}, bytes(32)
    envelope = canonical({
        "kind": HEADED, "n": 0, "prev": "00" * 32, "stream": "public",
        "parts": {"record": commitment(canonical(record), salt).hex()},
    })  # fmt: skip
    opening = Opening(envelope, salt, {"record": {"payload": record, "salt": salt.hex()}})
    return bytes(Line(0, opening.entry(), opening)) + b"\n"


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="registan-bytes-")


@cache
def _mirror() -> Mirror:
    made = make_folder(
        Path(_folder().name) / "mirror", "w.example", None, [str(test_witness.LOG.key)]
    )
    return Mirror(made, _Served())


class _Served(Source):
    """A log that answers whatever it is asked with the same bytes."""

    data = b""

    def __init__(self) -> None:
        super().__init__("http://localhost")

    def get(self, path: str) -> bytes | None:
        return self.data


def mirror_reads_checkpoint(data: bytes) -> None:
    with contextlib.suppress(Inconsistent):
        _mirror()._read(data)


def mirror_reads_bundle(data: bytes) -> None:
    _Served.data = data
    with contextlib.suppress(Inconsistent):
        _mirror()._bundle(Tile(None, 0, len(THREE)))


def witness_reads_its_own(data: bytes) -> None:
    mirror = _mirror()
    place = mirror.folder.of_log(ORIGIN)
    make_folders(place)
    (place / CHECKPOINT).write_bytes(data)
    with contextlib.suppress(Damaged):
        mirror.seen(ORIGIN)


def seed(data: bytes) -> None:
    path = Path(_folder().name) / "seed"
    if not path.exists():
        write_secret(path, b"")
    path.write_bytes(data)
    with contextlib.suppress(KeyFileProblem):
        read_seed(path)


def tiles(data: bytes) -> None:
    with contextlib.suppress(LookupError):
        root(len(THREE), TileReader(len(THREE), lambda _: data))


def log(data: bytes) -> None:
    check_log({"checkpoint": data}.get, POLICY, b"11")


def proof(data: bytes) -> None:
    with contextlib.suppress(NoEntry):
        for entry in (b"11", None):
            verdict = check_proof(data, POLICY, entry)
            assert verdict.good in {True, False}
            assert verdict.is_ahead in {True, False}


def key_file(data: bytes) -> None:
    with contextlib.suppress(WrongPassphrase):
        unlock(data, b"")


def sealed(data: bytes) -> None:
    with contextlib.suppress(Unopenable):
        decrypt(data, bytes(32))


def sealed_under(data: bytes) -> None:
    with contextlib.suppress(Unopenable):
        decrypt(SEALED, data)


READERS: dict[str, tuple[Callable[[bytes], Any], bytes]] = {
    "checked stream": (lambda data: check_stream(parse_lines(data)), _stream()),
    "audited bundle": (lambda data: list(audit(3, bytes(32), lambda _: data)), join_bundle(THREE)),
    "tiles of a proof": (tiles, tile_data(Tile(0, 0, len(THREE)), TREE)),
    "checked log": (log, NOTE),
    "checked proof file": (proof, PROOF),
    "unlocked key file": (key_file, LOCKED),
    "sealed payload": (sealed, SEALED),
    "key of a payload": (sealed_under, bytes(32)),
    "checkpoint, by a mirror": (mirror_reads_checkpoint, SIGNED),
    "bundle, by a mirror": (mirror_reads_bundle, join_bundle(THREE)),
    "own checkpoint of a witness": (witness_reads_its_own, SIGNED),
    "seed of a key": (seed, b"00" * 32),
}
