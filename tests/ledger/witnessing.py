"""Logs in memory that can fork, and witnesses as processes of their own, for tests of the two."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from registan.kernel.log.checkpoints import Checkpoint
from registan.kernel.log.keys import KeyType, Signer, VerifierKey, signer
from registan.kernel.log.merkle import Levels, root
from registan.kernel.log.notes import Note, parse_lines, sign, verify_note
from registan.kernel.log.proofs import consistency_proof
from registan.kernel.log.tiles import WIDTH, Tile, join_bundle, tile_data, tiles_of
from registan.kernel.log.witness import request_for
from registan.witness.folder import Folder, make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ORIGIN = "ledger.example/test"
COMMAND = [sys.executable, "-m", "registan.cli", "--lang", "en"]


@dataclass
class OwnLog:
    """A log in memory. `fork` gives one that shares its first entries and its key."""

    entries: list[bytes] = field(default_factory=list)
    by: Signer = field(default_factory=lambda: signer(ORIGIN, KeyType.ED25519, bytes([1] * 32)))

    def __post_init__(self) -> None:
        self.levels = Levels(self.entries)

    def grow(self, count: int, word: str = "entry") -> None:
        new = [f"{word} {len(self.entries) + at}".encode() for at in range(count)]
        self.entries += new
        self.levels.extend(new)

    def fork(self, at: int) -> OwnLog:
        return OwnLog(self.entries[:at], self.by)

    def head(self, size: int | None = None) -> Checkpoint:
        whole = len(self.entries) if size is None else size
        return Checkpoint(self.by.key.name, whole, root(whole, self.levels))

    def note(self, size: int | None = None) -> Note:
        text = self.head(size).text()
        return Note(text, (sign(text, self.by),))

    def request(self, old: int, size: int | None = None) -> bytes:
        """The body of add-checkpoint, as an honest log sends it."""
        whole = len(self.entries) if size is None else size
        proof = consistency_proof(min(old, whole), whole, self.levels)
        return bytes(request_for(old, proof, self.note(size)))


@dataclass(frozen=True)
class Running:
    """A witness that listens."""

    folder: Folder
    port: int
    process: subprocess.Popen[str]

    def post(self, body: bytes) -> tuple[int, bytes, str]:
        return call(self.port, "POST", "/add-checkpoint", body)

    def checkpoint(self, origin: str = ORIGIN) -> tuple[int, bytes]:
        place = sha256(origin.encode()).hexdigest()
        return call(self.port, "GET", f"/{place}/checkpoint")[:2]

    def keys(self) -> list[VerifierKey]:
        return [by.key for by in self.folder.signers()]

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


def call(port: int, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes, str]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=15)
    try:
        line.request(method, path, body)
        answer = line.getresponse()
        return answer.status, answer.read(), answer.headers.get("Content-Type", "")
    finally:
        line.close()


def publish(log: OwnLog, folder: Path, size: int | None = None) -> None:
    """The log as files of a static web server, its checkpoint last."""
    whole = len(log.entries) if size is None else size
    files = {tile.path: tile_data(tile, log.levels) for tile in tiles_of(whole)}
    for first in range(0, whole, WIDTH):
        entries = log.entries[first : min(first + WIDTH, whole)]
        files[Tile(None, first // WIDTH, len(entries)).path] = join_bundle(entries)
    files["checkpoint"] = bytes(log.note(size))
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


class Quiet(SimpleHTTPRequestHandler):
    """Files, without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A plain web server for a folder, and its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def new_folder(path: Path, logs: list[VerifierKey], name: str = "witness.example") -> Folder:
    return make_folder(path, name, None, [str(key) for key in logs])


@contextmanager
def running(folder: Folder, *, port: int = 0, words: list[str] | None = None) -> Iterator[Running]:
    """The witness of a folder as a process, until the end of the block."""
    port = port or free_port()
    given = words or ["witness", "serve", str(folder.path)]
    process = subprocess.Popen(
        [*COMMAND, *given, "--port", str(port)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout
        said = process.stdout.readline()
        assert f":{port}/" in said, process.communicate()
        yield Running(folder, port, process)
    finally:
        process.kill()
        process.communicate()


def cosigners(note: Note, lines: bytes, keys: list[VerifierKey]) -> set[KeyType]:
    """Which of the keys signed, by kind; raises where one of them did not really."""
    found = verify_note(Note(note.text, parse_lines(lines.decode())), keys)
    return {one.key.type for one in found}
