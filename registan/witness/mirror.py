"""A mirror: a witness that holds every entry of the log it cosigns, and serves them.

It fetches what is new, hashes all of it anew, and compares: with the signed root, with what it holds,
and with the tiles that the log itself serves. Its cosignature says "I hold all of this".
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.audit import bundle_hashes
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.growth import HASH
from registan.kernel.log.merkle import root
from registan.kernel.log.notes import Note, parse_note, verify_note
from registan.kernel.log.proofs import consistency_proof
from registan.kernel.log.split_view import SplitView
from registan.kernel.log.tile_reader import TileReader
from registan.kernel.log.tiles import WIDTH, Tile, join_bundle, split_bundle, tiles_of
from registan.kernel.log.witness import Answer, Seen
from registan.witness.cosigner import BUSY, CHECKPOINT, SPLIT, Cosigner, Damaged, keep
from registan.witness.fetching import Unreachable
from registan.witness.growing import Growing
from registan.witness.holdings import Holdings

if TYPE_CHECKING:
    from pathlib import Path

    from registan.kernel.log.checkpoints import Checkpoint
    from registan.witness.fetching import Source
    from registan.witness.folder import Folder


log = logging.getLogger("registan.witness")


class Inconsistent(RuntimeError):
    """The log serves something that does not fit its own signature: at which path, which entry."""

    def __init__(self, path: str, index: int | None) -> None:
        super().__init__(path)
        self.path, self.index = path, index


class TwoHistories(RuntimeError):
    """The log signed two histories; the proof is in the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True)
class Step:
    """What one look at the log brought: the size now held, and how many entries were new."""

    size: int
    new: int


class Mirror(Cosigner):
    """Follows one log at an address. Raises ValueError unless its policy names exactly one log."""

    def __init__(self, folder: Folder, source: Source) -> None:
        super().__init__(folder)
        (self.origin,) = self.logs
        self._source = source
        self._place = folder.of_log(self.origin)
        self._holdings = Holdings(self._place)
        self._is_whole = False

    def step(self) -> Step:
        """Look at the log's checkpoint, and take what is new.

        Raises Unreachable, Inconsistent, TwoHistories, Damaged.
        """
        self.refuse_if_split()
        # Under the lock from here on: the source has one line, and `grant` uses it too.
        with self._lock:
            note = self._read(self._source.must(CHECKPOINT))
            head = parse_checkpoint(note.text)
            before = self.seen(self.origin)
            if before and head.size < before.size:
                self._compare_older(note, head, before)
                return Step(before.size, 0)
            self.take(note, head)
            if before is None or head.size > before.size:
                self.store(note, head)
        return Step(head.size, head.size - (before.size if before else 0))

    def grant(self, note: Note, head: Checkpoint) -> Answer:
        """The log asks us to cosign: only what we hold, and nothing once it has signed two histories."""
        try:
            self.refuse_if_split()
            self.take(note, head)
        except (Unreachable, Inconsistent, OSError) as error:
            log.info("not cosigned: %s", error)
            return BUSY
        except TwoHistories as error:
            log.critical("the log signed two histories: %s", error)
            return Answer(422)
        return super().grant(note, head)

    def refuse_if_split(self) -> None:
        """As long as a proof of two histories lies here, also after a restart. Raises TwoHistories."""
        if found := sorted(self._place.glob(f"{SPLIT}*")):
            raise TwoHistories(found[0])

    def take(self, note: Note, head: Checkpoint) -> None:
        """Hold all entries of a signed checkpoint that is not smaller than what is held. Under the lock."""
        before = self.seen(self.origin) or Seen()
        if head.size == before.size and head.root != before.root:
            raise self._two_histories(self._held(), note)
        since = before.size if self._is_whole_at(before) else 0
        if head.size == since:
            return
        self._holdings.begin()
        self._bring(since, note, head, before)
        self._compare_tiles(since, head)
        self._holdings.accept()
        self._holdings.tidy(head.size)
        self._is_whole = True

    def _read(self, data: bytes) -> Note:
        """A checkpoint of our log, signed by it; other witnesses' lines are none of our business."""
        try:
            note = parse_note(data)
            verify_note(note, self.logs[self.origin])
            head = parse_checkpoint(note.text)
        except (Malformed, Unverified) as broken:
            raise Inconsistent(f"{CHECKPOINT}: {broken}", None) from broken
        if head.origin != self.origin:
            raise Inconsistent(f"{CHECKPOINT}: {head.origin}", None)
        return note

    def _is_whole_at(self, before: Seen) -> bool:
        """Whether all is there: looked at once in the life of a process, entry by entry."""
        if not self._is_whole:
            self._is_whole = self._holdings.first_fault(before.size, before.root) is None
        return self._is_whole

    def _bring(self, since: int, note: Note, head: Checkpoint, before: Seen) -> None:
        """Fetch the bundles from `since` on, and write them with the tiles that they make.

        What is fetched again after damage of our own must lead to the root we cosigned.
        """
        tree = Growing(since, self._holdings.edge(since))
        for n in range(since // WIDTH, -(-head.size // WIDTH)):
            bundle = Tile(None, n, min(WIDTH, head.size - n * WIDTH))
            data, hashes = self._bundle(bundle)
            have = tree.size - n * WIDTH
            if b"".join(hashes[:have]) != tree.edge.get(0, b"")[: have * HASH]:
                self._refuse_two_histories(note, head, before)
                raise Inconsistent(bundle.path, n * WIDTH)
            cut = max(have, before.size - n * WIDTH)
            for part in (hashes[have:cut], hashes[cut:]):
                tree.add(part)
                if tree.size == before.size and tree.root != before.root:
                    self._refuse_two_histories(note, head, before)
                    raise Inconsistent(bundle.path, None)
            self._holdings.put(bundle, data)
            for tile, row in tree.full():
                self._holdings.put(tile, row)
        for tile, row in tree.partial():
            self._holdings.put(tile, row)
        if tree.root != head.root:
            self._refuse_two_histories(note, head, before)
            self._compare_tiles(since, head)
            raise Inconsistent(CHECKPOINT, None)

    def _bundle(self, bundle: Tile) -> tuple[bytes, list[bytes]]:
        """A bundle as the log serves it, and its leaf hashes."""
        data = self._fetch(bundle)
        try:
            return data, bundle_hashes(data, bundle.width)
        except Malformed:
            raise Inconsistent(bundle.path, bundle.n * WIDTH) from None

    def _fetch(self, tile: Tile) -> bytes:
        """A tile or bundle; cut from the full one where the partial one is gone."""
        data = self._source.get(tile.path)
        if data is not None or tile.width == WIDTH:
            return data if data is not None else self._source.must(tile.path)
        full = self._source.must(Tile(tile.level, tile.n).path)
        if tile.level is not None:
            return full[: tile.width * HASH]
        try:
            return join_bundle(split_bundle(full)[: tile.width])
        except Malformed:
            raise Inconsistent(tile.path, tile.n * WIDTH) from None

    def _compare_tiles(self, since: int, head: Checkpoint) -> None:
        """The log's own tiles must be those that its entries make."""
        for tile in tiles_of(head.size, since):
            ours, theirs = self._holdings.incoming(tile), self._fetch(tile)
            if ours != theirs:
                at = next(
                    at for at in range(tile.width)
                    if ours[at * HASH :][:HASH] != theirs[at * HASH :][:HASH]
                )  # fmt: skip
                raise Inconsistent(tile.path, (tile.n * WIDTH + at) << 8 * (tile.level or 0))

    def _compare_older(self, note: Note, head: Checkpoint, before: Seen) -> None:
        """A checkpoint smaller than ours may be an old one, or the head of another history."""
        if not self._is_whole_at(before):
            raise Damaged(str(self._place))
        reader = TileReader(before.size, self._holdings.get)
        ours = root(head.size, reader)
        if ours != head.root:
            path = (ours, *consistency_proof(head.size, before.size, reader))
            raise self._two_histories(note, self._held(), path)

    def _refuse_two_histories(self, note: Note, head: Checkpoint, before: Seen) -> None:
        """The entries do not lead to the signed root: because it is that of another history?

        If the log's tiles lead to its signed root, they tell which root it has at our size.
        """
        reader = TileReader(head.size, self._source.get)
        try:
            theirs = root(before.size, reader)
            is_true = root(head.size, reader) == head.root
            path = (theirs, *consistency_proof(before.size, head.size, reader))
        except (LookupError, Malformed):
            return
        if is_true and theirs != before.root:
            raise self._two_histories(self._held(), note, path)

    def _two_histories(self, first: Note, second: Note, path: tuple[bytes, ...] = ()) -> Exception:
        view = SplitView(first, second, path)
        return TwoHistories(keep(self._place, view))

    def _held(self) -> Note:
        note = self.held(self.origin)
        if note is None:
            raise Damaged(str(self._place / CHECKPOINT))
        return note
