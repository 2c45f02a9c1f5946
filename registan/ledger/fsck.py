"""Reading the whole ledger again: is each act what the log says, and the log what was signed?

Every fault names the act by its index. Nothing is changed here. `span` reads a part, `whole` what can
only be seen in one go; `fsck` reads all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.audit import audit
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.commitment import commitment
from registan.kernel.log.cosignatures import cosigned_at
from registan.kernel.log.envelope import ENTRY_LABEL, NO_PREVIOUS, complete, entry
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.merkle import EMPTY_ROOT
from registan.kernel.log.merkle import root as root_from
from registan.kernel.log.notes import parse_lines, parse_note, verify_note
from registan.kernel.log.payload import Unopenable, decrypt
from registan.ledger.models import (
    Checkpoint,
    Cosignature,
    Entry,
    Leaf,
    LogState,
    Pending,
    Stream,
)
from registan.ledger.office_keys import Span, readable_record, signed_by_office, spans
from registan.ledger.published import fetch, reader
from registan.ledger.refused_keys import valid_at
from registan.ledger.sealing import draft_of, utc_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet

    from registan.kernel.log.keys import VerifierKey

STEP = 1000
EVER = 2**63 - 1
SHREDDED = "parties.shredding.done"


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it should be (text `ledger.fault.<code>`); `index`: the act's number."""

    code: str
    index: int | None = None
    detail: str = ""


def fsck(
    log_keys: Iterable[VerifierKey], witness_keys: Iterable[VerifierKey] = ()
) -> Iterator[Fault]:
    """Every fault of the ledger as it lies in the database; none when it is whole.

    A cosignature of a witness whose key is not given is only compared with its own columns.
    """
    yield from whole()
    yield from span(0, EVER, log_keys, witness_keys)


def span(
    start: int, end: int,
    log_keys: Iterable[VerifierKey], witness_keys: Iterable[VerifierKey] = (),
) -> Iterator[Fault]:  # fmt: skip
    """Faults of the acts [start, end), and of the checkpoints that end among them, with their lines."""
    state = LogState.objects.filter(pk=1).first()
    size = min(_held(), state.size if state else 0)
    # The one of size 0, were there one, belongs to the first span.
    signed = Checkpoint.objects.filter(size__gt=start or -1, size__lte=end)
    yield from _acts(start, min(end, size))
    yield from _checkpoints(signed, size, list(log_keys))
    yield from _cosignatures(signed, {(key.name, key.id): key for key in witness_keys})


def whole() -> Iterator[Fault]:
    """Faults of the tree, of the heads of streams, and of acts that have no place or wait for one."""
    state = LogState.objects.filter(pk=1).first()
    size, root = (state.size, bytes(state.root)) if state else (0, EMPTY_ROOT)
    held = _held()
    if held != size:
        # Nothing beyond what is there is looked for: a size with one bit flipped can be anything.
        yield Fault("size_differs", min(held, size), f"{size}, not {held}")
        size = min(held, size)
    for found in audit(size, root, fetch):
        yield Fault(f"tree_{found.code}", found.index, found.path)
    yield from _heads()
    yield from _unplaced()
    yield from _waiting()


def _held() -> int:
    """How many entries lie there, by the highest number."""
    last = Leaf.objects.order_by("-index").values_list("index", flat=True).first()
    return 0 if last is None else last + 1


def _acts(start: int, end: int) -> Iterator[Fault]:
    """Each act opens to its leaf, and stands where its stream says."""
    heads: dict[int, tuple[int, bytes]] = {}
    known, gone = spans(), _shredded()
    for at in range(start, end, STEP):
        rows = Leaf.objects.filter(index__gte=at, index__lt=min(at + STEP, end))
        for leaf in rows.select_related("entry__secret", "stream").order_by("index"):
            n, prev = heads.get(leaf.stream_id) or _head_before(leaf, start)
            if leaf.n != n:
                yield Fault("stream_hole", leaf.index, f"{leaf.stream.name}: {leaf.n}, not {n}")
            if leaf.entry.is_shredded and leaf.index not in gone:
                yield Fault("shredded_without_act", leaf.index, leaf.entry.kind)
            yield from _act(leaf, prev, known)
            heads[leaf.stream_id] = (leaf.n + 1, bytes(leaf.data)[len(ENTRY_LABEL) :])


def _head_before(leaf: Leaf, start: int) -> tuple[int, bytes]:
    """How far the stream of a leaf had come before [start, …), and the commitment of its last act.

    A place that is wrong finds another act before it, or none: then it is that of a stream's first.
    """
    before = Leaf.objects.filter(stream_id=leaf.stream_id, n=leaf.n - 1, index__lt=start).first()
    return (leaf.n, bytes(before.data)[len(ENTRY_LABEL) :]) if before else (0, NO_PREVIOUS)


def _shredded() -> set[int]:
    """The numbers of the acts whose content was shredded in public; such an act is never shredded itself."""
    acts = Entry.objects.with_log().filter(kind=SHREDDED)
    return {number for entry in acts for number in readable_record(entry).get("numbers", [])}


def _act(leaf: Leaf, prev: bytes, known: list[Span]) -> Iterator[Fault]:
    on = leaf.entry
    if on.is_shredded:
        return
    try:
        envelope = complete(on.payload.draft, leaf.n, prev)
    except (Unopenable, ValueError) as error:
        yield Fault("payload_unreadable", leaf.index, str(error))
        return
    if entry(commitment(envelope, bytes(on.secret.salt))) != bytes(leaf.data):
        yield Fault("act_differs", leaf.index)
    told = json.loads(envelope)
    shown = {
        "kind": on.kind, "actor": on.actor, "office": on.office, "subject": on.subject,
        "audience": on.audience, "time": utc_text(on.at), "stream": leaf.stream.name,
    }  # fmt: skip
    for name, value in shown.items():
        if told[name] != value:
            yield Fault("column_differs", leaf.index, name)
    signed = signed_by_office(told, on.record, leaf.index, known)
    if signed not in {"session", "good"}:
        yield Fault(f"office_{signed}", leaf.index, on.actor)


def _heads() -> Iterator[Fault]:
    """What the sequencer will chain the next act to must be the last leaf of the stream."""
    for stream in Stream.objects.order_by("id"):
        last = stream.leaves.order_by("-n").first()
        length, head = (
            (last.n + 1, bytes(last.data)[len(ENTRY_LABEL) :]) if last else (0, NO_PREVIOUS)
        )
        if (stream.length, bytes(stream.head)) != (length, head):
            yield Fault("stream_head", last.index if last else None, stream.name)


def _unplaced() -> Iterator[Fault]:
    """Acts are in the log or they wait: never neither, never both."""
    for on in Entry.objects.filter(leaf=None, pending=None).values_list("pk", flat=True):
        yield Fault("act_without_place", None, str(on))
    for index in Leaf.objects.exclude(entry__pending=None).values_list("index", flat=True):
        yield Fault("act_placed_and_waiting", index)


def _waiting() -> Iterator[Fault]:
    """What the sequencer will seal must be what is kept of the act."""
    for row in Pending.objects.select_related("entry__secret").order_by("id"):
        on = row.entry
        if on.is_shredded:
            # Only what has its number can be shredded.
            yield Fault("shredded_without_act", None, str(on.pk))
            continue
        try:
            kept = draft_of(decrypt(bytes(on.sealed), bytes(on.secret.key)))
        except Unopenable:
            kept = b""
        if (kept, bytes(on.secret.salt)) != (bytes(row.draft), bytes(row.salt)):
            yield Fault("waiting_differs", None, str(on.pk))


def _checkpoints(
    signed: QuerySet[Checkpoint], size: int, keys: list[VerifierKey]
) -> Iterator[Fault]:
    """Each signed head verifies and is a prefix of the log."""
    hashes = reader(size)
    for row in signed.order_by("size"):
        if row.size > size:
            yield Fault("log_shorter_than_signed", row.size - 1)
            continue
        try:
            note = parse_note(row.note.encode())
            verify_note(note, valid_at(keys, row.size))
            # Every line must be a good one: a reader passes over a line of a key he does not know.
            if len(verify_note(note, keys)) != len(note.lines):
                raise Unverified("signature", "a line that is none of ours")
            head = parse_checkpoint(note.text)
            root = root_from(row.size, hashes)
        except (Malformed, Unverified, LookupError) as error:
            yield Fault("checkpoint_bad", row.size - 1, str(error))
            continue
        if (head.size, head.root) != (row.size, bytes(row.root)) or head.root != root:
            yield Fault("checkpoint_differs", row.size - 1)


def _cosignatures(
    signed: QuerySet[Checkpoint], keys: dict[tuple[str, bytes], VerifierKey]
) -> Iterator[Fault]:
    """Each line is the one that its witness gave on its checkpoint."""
    rows = Cosignature.objects.filter(checkpoint__in=signed)
    for row in rows.select_related("checkpoint").order_by("id"):
        try:
            (line,) = parse_lines(row.line)
            if (line.name, line.key_id.hex()) != (row.witness, row.key_id):
                raise Unverified("signature", f"{row.witness}: a line of {line.name}")
            if key := keys.get((line.name, line.key_id)):
                text = parse_note(row.checkpoint.note.encode()).text
                cosigned_at(key, text, line.signature)
        except (Malformed, Unverified, ValueError) as error:
            yield Fault("cosignature_bad", row.checkpoint.size - 1, str(error))
