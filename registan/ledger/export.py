"""The published log as a folder that any web server can serve (C2SP tlog-tiles)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.log.audit import bundle_hashes
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.errors import Malformed
from registan.kernel.log.growth import HASH, root_of
from registan.kernel.log.notes import parse_note
from registan.kernel.log.tiles import WIDTH, Tile, tiles_of
from registan.ledger.published import cosigned_note, fetch
from registan.ledger.receipts import best_checkpoint
from registan.witness.files import make_folders, replace_file
from registan.witness.growing import Growing
from registan.witness.holdings import Holdings

if TYPE_CHECKING:
    from pathlib import Path

    from registan.kernel.log.policy import Policy

CHECKPOINT, POLICY = "checkpoint", "policy"


class Unfit(RuntimeError):
    """What lies in the database is not what was signed; nothing was published."""

    def __init__(self, index: int) -> None:
        super().__init__(str(index))
        self.index = index


def export(folder: Path, policy: Policy, told: bytes) -> tuple[int, int]:
    """Write what is new since the last export; the size now in the folder, and how many entries are new.

    The newest checkpoint that meets the quorum, else the newest one. Files first, the checkpoint last:
    a reader at any instant sees a whole log. `told` is the policy file's content. Raises Unfit.
    """
    checkpoint = best_checkpoint(0, policy)
    make_folders(folder)
    held, size = Holdings(folder), checkpoint.size if checkpoint else 0
    before = _exported(folder, held)
    if checkpoint is None or size < before:
        return before, 0
    if size > before:
        held.begin()
        _write(held, before, size, bytes(checkpoint.root))
        held.accept()
    if told:
        replace_file(folder / POLICY, told)
    replace_file(folder / CHECKPOINT, bytes(cosigned_note(checkpoint)))
    held.tidy(size)
    return size, size - before


def _exported(folder: Path, held: Holdings) -> int:
    """The size of the last export; 0 where the folder is not what its checkpoint says."""
    try:
        head = parse_checkpoint(parse_note((folder / CHECKPOINT).read_bytes()).text)
        return head.size if root_of(head.size, held.edge(head.size)) == head.root else 0
    except (FileNotFoundError, Malformed, ValueError):
        return 0


def _write(held: Holdings, since: int, size: int, root: bytes) -> None:
    """Bundles and tiles as they lie in the database, hashed anew on the way out."""
    tree = Growing(since, held.edge(since))
    for n in range(since // WIDTH, -(-size // WIDTH)):
        bundle = Tile(None, n, min(WIDTH, size - n * WIDTH))
        data = fetch(bundle.path)
        if data is None:
            raise Unfit(n * WIDTH)
        hashes, have = bundle_hashes(data, bundle.width), tree.size - n * WIDTH
        if b"".join(hashes[:have]) != tree.edge.get(0, b"")[: have * HASH]:
            raise Unfit(n * WIDTH)
        tree.add(hashes[have:])
        held.put(bundle, data)
        for tile, row in tree.full():
            held.put(tile, row)
    for tile, row in tree.partial():
        held.put(tile, row)
    for tile in tiles_of(size, since):
        ours = held.incoming(tile)
        if ours != fetch(tile.path):
            raise Unfit(tile.n * WIDTH << 8 * (tile.level or 0))
    if tree.root != root:
        raise Unfit(since)
