"""Three plain answers about one act or one proof file: in the log, signed, witnessed by k of n.

The page asks this of the log's own public data with the same kernel that a stranger runs offline.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.merkle import leaf_hash
from registan.kernel.log.notes import verify_note
from registan.kernel.log.opening import parse_opening
from registan.kernel.log.proof_file import ProofFile, parse_proof_file
from registan.kernel.log.proofs import verify_inclusion
from registan.ledger.models import Entry, Leaf
from registan.ledger.receipts import receipt
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from registan.kernel.log.keys import VerifierKey
    from registan.kernel.log.policy import Policy
    from registan.ledger.audience import Viewer


@dataclass(frozen=True)
class Answers:
    """What can be said of one index. `opened` holds the envelope's facts where the file opens it."""

    index: int
    size: int
    in_log: bool
    signed: bool
    cosigned: tuple[str, ...]
    witnesses: int
    quorum: bool
    opened: dict[str, Any]
    opens: bool

    @property
    def good(self) -> bool:
        return self.in_log and self.signed and self.quorum and self.opens


def find_act(number: int, viewer: Viewer) -> Entry | None:
    """The act with this number, if it is addressed or opened to the reader."""
    return Entry.objects.visible_to(viewer).with_log().filter(leaf__index=number).first()


def proof_of(number: int, viewer: Viewer, policy: Policy) -> ProofFile | None:
    """The proof file of any act; it opens the act only for those it is addressed to.

    Whoever may not see an act may still prove that its place in the log does not change.
    """
    leaf = Leaf.objects.select_related("entry__secret", "entry__leaf").filter(index=number).first()
    made = receipt(leaf.entry, policy) if leaf else None
    if made is None or find_act(number, viewer) is not None:
        return made
    return ProofFile(made.index, made.proof, made.note, made.checkpoint, None)


def check(data: bytes, policy: Policy, log_keys: list[VerifierKey]) -> Answers:
    """Check a proof file. Raises Refused for bytes that are none."""
    try:
        file = parse_proof_file(data)
    except Malformed as error:
        raise Refused("no_proof_file", why=error.code) from None
    return answer(file, policy, log_keys)


def answer(file: ProofFile, policy: Policy, log_keys: list[VerifierKey]) -> Answers:
    """The three answers about a proof file; each is found on its own, so that one no hides no other."""
    head = file.checkpoint
    signed = _holds(file, log_keys)
    cosigned = tuple(name for name, key in policy.witnesses.items() if _holds(file, [key]))
    entry, opened = _opened(file)
    if entry is None:
        entry = _leaf(file.index)
    in_log = entry is not None and verify_inclusion(
        leaf_hash(entry), file.index, head.size, file.proof, head.root
    )
    return Answers(
        index=file.index, size=head.size, in_log=in_log, signed=signed, cosigned=cosigned,
        witnesses=len(policy.witnesses), quorum=policy.is_met(cosigned), opened=opened,
        opens=file.extra is None or bool(opened),
    )  # fmt: skip


def _holds(file: ProofFile, keys: list[VerifierKey]) -> bool:
    try:
        return bool(verify_note(file.note, keys))
    except Unverified:
        return False


def _leaf(index: int) -> bytes | None:
    data = Leaf.objects.filter(index=index).values_list("data", flat=True).first()
    return bytes(data) if data is not None else None


def _opened(file: ProofFile) -> tuple[bytes | None, dict[str, Any]]:
    """The log entry that the file's opening leads to, and the facts it tells; none where it has none."""
    if file.extra is None:
        return None, {}
    try:
        found = parse_opening(file.extra)
        facts = {**found.facts(), "parts_shown": found.parts_that_hold()}
    except Malformed:
        return None, {}
    return found.entry(), facts
