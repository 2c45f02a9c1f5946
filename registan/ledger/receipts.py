"""Receipts: the proof file of an act, for whoever may see it (C2SP tlog-proof)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.envelope import ENTRY_LABEL, NO_PREVIOUS, complete
from registan.kernel.log.opening import Opening
from registan.kernel.log.proof_file import ProofFile
from registan.kernel.log.proofs import inclusion_proof
from registan.ledger.models import Checkpoint, Leaf
from registan.ledger.published import cosigned_note, reader

if TYPE_CHECKING:
    from registan.kernel.log.policy import Policy
    from registan.ledger.audience import Viewer
    from registan.ledger.models import Entry


def opening(entry: Entry, viewer: Viewer | None = None) -> Opening:
    """The opening of a placed act, with the parts that `viewer` may see (all where none is named).

    Raises Entry.secret.RelatedObjectDoesNotExist once shredded.
    """
    parts = {
        name: {"payload": part["payload"], "salt": part["salt"]}
        for name, part in entry.payload.parts.items()
        if viewer is None or "audience" not in part or viewer.sees(part["audience"])
    }
    return Opening(envelope_of(entry), bytes(entry.secret.salt), parts)


def envelope_of(entry: Entry) -> bytes:
    """The envelope as it was committed to: the draft with its place in its stream."""
    leaf: Leaf = entry.leaf
    prev = NO_PREVIOUS
    if leaf.n:
        before = Leaf.objects.values_list("data", flat=True).get(
            stream_id=leaf.stream_id, n=leaf.n - 1
        )
        prev = bytes(before)[len(ENTRY_LABEL) :]
    return complete(entry.payload.draft, leaf.n, prev)


def receipt(entry: Entry, policy: Policy) -> ProofFile | None:
    """The proof file of an act; None while no checkpoint covers it.

    It rests on the newest checkpoint that enough witnesses cosigned, else on the newest one.
    """
    if entry.number is None:
        return None
    checkpoint = best_checkpoint(entry.number, policy)
    if checkpoint is None:
        return None
    note = cosigned_note(checkpoint)
    proof = inclusion_proof(entry.number, checkpoint.size, reader(checkpoint.size))
    extra = None if entry.is_shredded else bytes(opening(entry))
    return ProofFile(entry.number, tuple(proof), note, parse_checkpoint(note.text), extra)


def best_checkpoint(index: int, policy: Policy) -> Checkpoint | None:
    """The newest checkpoint over `index` that meets the quorum of the policy, else the newest."""
    over = Checkpoint.objects.filter(size__gt=index).order_by("-size")
    if policy.is_met(()):
        return over.first()
    for checkpoint in over.filter(cosignatures__isnull=False).distinct()[:10]:
        if is_cosigned(checkpoint, policy):
            return checkpoint
    return over.first()


def is_cosigned(checkpoint: Checkpoint, policy: Policy) -> bool:
    """Whether enough witnesses have cosigned this checkpoint."""
    ids = set(checkpoint.cosignatures.values_list("key_id", flat=True))
    return policy.is_met(name for name, key in policy.witnesses.items() if key.id.hex() in ids)
