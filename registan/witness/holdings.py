"""What a mirror holds of one log: its tiles and bundles as files (C2SP tlog-tiles), and those coming in.

New files wait in a folder beside until they are shown to belong to a signed checkpoint. A process that
is killed in between leaves only that folder behind, or files that the next one puts there again.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from registan.kernel.log.audit import audit
from registan.kernel.log.growth import edge_of
from registan.kernel.log.tiles import WIDTH, Tile
from registan.witness.files import make_folders, sync_folder, write_file

if TYPE_CHECKING:
    from pathlib import Path

    from registan.kernel.log.audit import Fault

INCOMING = "incoming"


class Holdings:
    """The files of one log below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._incoming = folder / INCOMING

    def get(self, path: str) -> bytes | None:
        """The bytes held at `tile/…`."""
        try:
            return (self._folder / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def first_fault(self, size: int, root: bytes) -> Fault | None:
        """Everything held, hashed anew: the first thing that is not as the checkpoint says."""
        return next(audit(size, root, self.get), None)

    def edge(self, size: int) -> dict[int, bytes]:
        """The partial tiles on the right edge, whose last hashes new entries are joined to."""
        found = {}
        for level, number, width in edge_of(size):
            data = self.get(Tile(level, number, width).path) or self.get(Tile(level, number).path)
            found[level] = (data or b"")[: 32 * width]
        return found

    def begin(self) -> None:
        """Forget what came in and was never shown to belong here."""
        if self._incoming.exists():
            shutil.rmtree(self._incoming)

    def put(self, tile: Tile, data: bytes) -> None:
        """Write an incoming file."""
        path = self._incoming / tile.path
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, data)

    def incoming(self, tile: Tile) -> bytes:
        """An incoming file again."""
        return (self._incoming / tile.path).read_bytes()

    def accept(self) -> None:
        """Move all that came in to its place, durably; partial tiles that became full ones go."""
        changed = set()
        for path in sorted(self._incoming.rglob("*")):
            if path.is_file():
                place = self._folder / path.relative_to(self._incoming)
                make_folders(place.parent)
                path.replace(place)
                changed.add(place.parent)
        for folder in changed:
            sync_folder(folder)
        self.begin()

    def tidy(self, size: int) -> None:
        """Remove the partial tiles below the last full ones: clients fall back to the full one."""
        level = 0
        while size >= WIDTH:
            size //= WIDTH
            for kind in (level, None) if level == 0 else (level,):
                shutil.rmtree(self._folder / f"{Tile(kind, size - 1).path}.p", ignore_errors=True)
            level += 1
