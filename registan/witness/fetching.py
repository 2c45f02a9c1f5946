"""Reading a published log over HTTP: within a deadline, up to a length, following nobody elsewhere."""

from __future__ import annotations

import http.client
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from registan.kernel.log.tiles import MAX_ENTRY, WIDTH

if TYPE_CHECKING:
    from http.client import HTTPConnection

DEADLINE = 30.0
PATIENCE = 10.0
LONGEST = WIDTH * (2 + MAX_ENTRY)  # a bundle of the longest entries
CHUNK = 64 * 1024


class Unreachable(RuntimeError):
    """The log does not answer, or not with what was asked for."""


class Source:
    """A published log at an address. One connection, used again; one caller at a time."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(url)
        self.url = url.rstrip("/")
        self._parts = parts
        self._prefix = parts.path.rstrip("/")
        self._line: HTTPConnection | None = None

    def get(self, path: str) -> bytes | None:
        """The bytes at a path below the address; None where there is nothing. Raises Unreachable."""
        is_new = self._line is None
        try:
            return self._get(path)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            # A line that was kept open may have been closed at the other end meanwhile.
            if not is_new and not isinstance(error, TimeoutError):
                return self.get(path)
            raise Unreachable(f"{self.url}/{path}: {error or type(error).__name__}") from error

    def must(self, path: str) -> bytes:
        """As `get`, where there has to be something."""
        data = self.get(path)
        if data is None:
            raise Unreachable(f"{self.url}/{path}: 404")
        return data

    def close(self) -> None:
        """Give the connection up."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _get(self, path: str) -> bytes | None:
        line = self._line = self._line or self._open()
        line.request("GET", f"{self._prefix}/{path}")
        answer = line.getresponse()
        until = time.monotonic() + DEADLINE
        data = bytearray()
        while chunk := answer.read1(CHUNK):
            data += chunk
            if len(data) > LONGEST or time.monotonic() > until:
                raise OSError("too long or too slow")
        if answer.length:
            raise OSError("cut short")
        if answer.status == http.client.NOT_FOUND:
            return None
        if answer.status != http.client.OK:
            raise OSError(f"answered {answer.status}")
        return bytes(data)

    def _open(self) -> HTTPConnection:
        is_safe = self._parts.scheme == "https"
        kind = http.client.HTTPSConnection if is_safe else http.client.HTTPConnection
        return kind(self._parts.hostname or "", self._parts.port, timeout=PATIENCE)
