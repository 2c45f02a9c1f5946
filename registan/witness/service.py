"""What a witness or mirror answers over HTTP: one connection, one request, within a deadline.

POST /add-checkpoint                    C2SP tlog-witness
GET  /<sha256 of origin>/checkpoint     the last checkpoint it cosigned
GET  /<sha256 of origin>/tile/…         what a mirror holds (C2SP tlog-tiles)
GET  /<sha256 of origin>/split-view-…   proof that the log signed two histories, if it did
GET  /                                  its name and its verifier keys
"""

from __future__ import annotations

import io
import logging
import re
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from registan.kernel.log.errors import Malformed
from registan.kernel.log.notes import MAX_BYTES
from registan.kernel.log.tiles import parse_path
from registan.witness.cosigner import Damaged

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    from registan.witness.cosigner import Cosigner

log = logging.getLogger("registan.witness")
DEADLINE = 10.0
MOST_AT_ONCE = 64
TEXT = "text/plain; charset=utf-8"
_PLACE = re.compile(r"/([0-9a-f]{64})/(checkpoint|tile/\S+|split-view-[0-9]{3})\Z")


class Hurried(io.RawIOBase):
    """Reads from a socket until a moment: a client that drips bytes does not hold us longer."""

    def __init__(self, line: socket.socket, until: float) -> None:
        self._line, self._until = line, until

    def readable(self) -> bool:
        return True

    def readinto(self, into: WriteableBuffer) -> int:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._line.settimeout(left)
        return self._line.recv_into(into)


class Handler(BaseHTTPRequestHandler):
    """One request, HTTP/1.0: the connection ends with the answer."""

    server: Service
    server_version, sys_version = "registan-witness", ""

    def setup(self) -> None:
        super().setup()
        self.connection.settimeout(DEADLINE)
        self.rfile = io.BufferedReader(Hurried(self.connection, time.monotonic() + DEADLINE))

    def do_POST(self) -> None:
        """add-checkpoint. 411, 413: we read what has a length, and only as much as a request needs."""
        if self.path != "/add-checkpoint":
            return self._answer(404)
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch(r"[0-9]{1,18}", length) or "Transfer-Encoding" in self.headers:
            return self._answer(411)
        if int(length) > MAX_BYTES:
            # Who is still sending cannot read the answer: take some more of it, to no use.
            self._answer(413)
            self.wfile.flush()
            self.rfile.read(min(int(length), 2 * MAX_BYTES))
            return None
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            return None
        try:
            answer = self.server.cosigner.answer(body)
        except (Damaged, OSError) as error:
            # A full disk, or a file of ours that cannot be read: nothing is granted, the log asks again.
            log.error("no answer: %s", error)
            return self._answer(500)
        return self._answer(answer.status, answer.body, answer.content_type)

    def do_GET(self) -> None:
        """What is held, byte for byte."""
        if self.path == "/":
            return self._answer(200, self.server.card())
        found = _PLACE.match(self.path)
        if not found or not (data := self._file(found[1], found[2])):
            return self._answer(404)
        is_tile = found[2].startswith("tile/")
        return self._answer(200, data, "application/octet-stream" if is_tile else TEXT)

    def _file(self, place: str, path: str) -> bytes | None:
        if path.startswith("tile/"):
            try:
                parse_path(path)
            except Malformed:
                return None
        try:
            return (self.server.cosigner.folder.path / "logs" / place / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def _answer(self, status: int, body: bytes = b"", content_type: str = TEXT) -> None:
        self.connection.settimeout(DEADLINE)
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a stranger's requests must not fill our log."""


class Service(ThreadingHTTPServer):
    """A thread for each connection, at most 64 of them; more are turned away at once."""

    request_queue_size = 128
    daemon_threads = True

    def __init__(self, host: str, port: int, cosigner: Cosigner) -> None:
        self.cosigner = cosigner
        self._room = threading.BoundedSemaphore(MOST_AT_ONCE)
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), Handler)

    def card(self) -> bytes:
        """Who this is."""
        keys = "".join(f"{by.key}\n" for by in self.cosigner.signers)
        return f"{self.cosigner.signers[0].key.name}\n{keys}".encode()

    def process_request(self, request: Any, client_address: Any) -> None:
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is none of our troubles; anything else is told."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)
