"""Secret seeds in files that their owner alone can read."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from registan.kernel.log.keys import SEED_LENGTH

if TYPE_CHECKING:
    from pathlib import Path

OWNER_ONLY = 0o600
NOT_FOR_OTHERS = 0o077


class KeyFileProblem(ValueError):
    """A key file that cannot be used; `code` says why, `path` which (text `ledger.key.<code>`)."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(f"{code}: {path}")
        self.code, self.path = code, path


def make_seed(path: Path) -> None:
    """A new seed, 32 bytes from a cryptographic source. Raises FileExistsError: never over a key."""
    write_secret(path, secrets.token_bytes(SEED_LENGTH).hex().encode() + b"\n")


def write_secret(path: Path, data: bytes) -> None:
    """A new file for its owner alone, durably. Raises FileExistsError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def read_seed(path: Path) -> bytes:
    """The seed. Raises KeyFileProblem for a file that others can read, or that is no seed."""
    if not path.is_file():
        raise KeyFileProblem("missing", path)
    if path.stat().st_mode & NOT_FOR_OTHERS:
        raise KeyFileProblem("readable_by_others", path)
    try:
        seed = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except ValueError:
        raise KeyFileProblem("no_seed", path) from None
    if len(seed) != SEED_LENGTH:
        raise KeyFileProblem("no_seed", path)
    return seed
