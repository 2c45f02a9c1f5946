"""Files that are there whole or not at all, also after a loss of power."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger("registan.witness")
SYNC_FAILED = 70


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of what is there, on disk before this returns. Raises OSError.

    What was there stays until the new file is whole.
    """
    new = path.with_name(path.name + ".new")
    write_file(new, data)
    new.replace(path)
    sync_folder(path.parent)


def write_file(path: Path, data: bytes) -> None:
    """Write a file, on disk before this returns; its name may still be lost."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        _sync(file.fileno())


def make_folders(path: Path) -> None:
    """The folder and those above it, each name durable."""
    if not path.is_dir():
        make_folders(path.parent)
        path.mkdir(exist_ok=True)
        sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        _sync(handle)
    finally:
        os.close(handle)


def _sync(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        # The kernel may have dropped what was not written: what is on disk is unknown, and a second
        # try would seem to succeed. End before anything is promised.
        log.critical("fsync failed: %s", error)
        os._exit(SYNC_FAILED)
