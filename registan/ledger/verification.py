"""Three plain answers about one act or one proof file: in the log, signed, witnessed by k of n.

The page asks this of the log's own public data with the same kernel that a stranger runs offline.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.conf import settings

from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.merkle import leaf_hash
from registan.kernel.log.notes import verify_note
from registan.kernel.log.opening import Opening, parse_opening
from registan.kernel.log.proof_file import ProofFile, parse_proof_file
from registan.kernel.log.proofs import verify_inclusion
from registan.kernel.log.times import time_shown
from registan.ledger.log_keys import all_public_keys
from registan.ledger.models import Entry, Leaf
from registan.ledger.office_keys import signed_by_office, spans
from registan.ledger.receipts import opening, receipt
from registan.ledger.refused_keys import valid_at
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from registan.kernel.log.keys import VerifierKey
    from registan.kernel.log.policy import Policy
    from registan.ledger.audience import Viewer


OFFICE_HOLDS = frozenset({"", "session", "good", "unread"})


@dataclass(frozen=True)
class Answers:
    """What can be said of one index.

    `cosigned` and `witnesses` are names of cosigners: whoever signs with two keys counts once.
    `facts` is what the envelope says and `parts` what else the file holds, where the file opens the
    act and both are what the log committed to.
    """

    index: int
    origin: str
    size: int
    in_log: bool
    signed: bool
    cosigned: tuple[str, ...]
    witnesses: tuple[str, ...]
    quorum: bool
    carries_opening: bool
    opens: bool
    facts: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, Any] = field(default_factory=dict)
    # What `signed_by_office` says of an act that the file opens; empty for one it does not.
    office: str = ""
    # Seconds since 1970: when its checkpoint was signed, where its lines say so.
    signed_at: float | None = None

    @property
    def good(self) -> bool:
        proven = self.in_log and self.signed and self.quorum and self.opens
        return proven and self.office in OFFICE_HOLDS


def find_act(number: int, viewer: Viewer) -> Entry | None:
    """The act with this number, if it is addressed or opened to the reader."""
    return Entry.objects.visible_to(viewer).with_log().filter(leaf__index=number).first()


def is_placed(number: int) -> bool:
    """Whether the log has an entry of this number."""
    return Leaf.objects.filter(index=number).exists()


def proof_of(number: int, viewer: Viewer, policy: Policy) -> ProofFile | None:
    """The proof file of any act; it opens the act only for those it is addressed to.

    Whoever may not see an act may still prove that its place in the log does not change.
    """
    leaf = Leaf.objects.select_related("entry__secret", "entry__leaf").filter(index=number).first()
    made = receipt(leaf.entry, policy) if leaf else None
    if made is None:
        return None
    entry = find_act(number, viewer)
    extra = bytes(opening(entry, viewer)) if entry and not entry.is_shredded else None
    return replace(made, extra=extra)


def own_keys(policy: Policy) -> list[VerifierKey]:
    """The log's verifier keys: those that the policy names, else those it signs with."""
    origin = settings.LEDGER_ORIGIN
    listed = [key for key in policy.logs if key.name == origin]
    return listed or all_public_keys(settings.LEDGER_KEYS, origin)


def check(data: bytes, policy: Policy, log_keys: list[VerifierKey]) -> Answers:
    """Check a proof file. Raises Refused for bytes that are none."""
    try:
        file = parse_proof_file(data)
    except Malformed as error:
        raise Refused("no_proof_file", field="proof", why=error.code) from None
    return answer(file, policy, log_keys)


def answer(file: ProofFile, policy: Policy, log_keys: list[VerifierKey]) -> Answers:
    """The three answers about a proof file; each is found on its own, so that one no hides no other."""
    head = file.checkpoint
    met = [name for name, key in policy.witnesses.items() if _holds(file, [key])]
    told = _opening(file)
    # The entry as this log holds it; of an entry that it does not have, what the file opens to.
    entry = _leaf(file.index) or (told.entry() if told else None)
    facts, parts, opens = _opened(told, entry)
    return Answers(
        index=file.index, origin=head.origin, size=head.size,
        in_log=entry is not None and verify_inclusion(
            leaf_hash(entry), file.index, head.size, file.proof, head.root
        ),
        signed=_holds(file, valid_at(log_keys, head.size)),
        cosigned=_cosigners(policy, met), witnesses=_cosigners(policy, policy.witnesses),
        quorum=policy.is_met(met), carries_opening=file.extra is not None,
        opens=opens or file.extra is None, facts=facts, parts=parts,
        office=signed_by_office(facts, parts.get("record"), file.index, spans()) if facts else "",
        signed_at=_signed_at(file, [*log_keys, *policy.witnesses.values()]),
    )  # fmt: skip


def _signed_at(file: ProofFile, keys: list[VerifierKey]) -> float | None:
    try:
        return time_shown(verify_note(file.note, keys), file.checkpoint.origin)
    except Unverified:
        return None


def _cosigners(policy: Policy, names: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(policy.witnesses[name].name for name in names))


def _holds(file: ProofFile, keys: list[VerifierKey]) -> bool:
    try:
        return bool(verify_note(file.note, keys))
    except Unverified:
        return False


def _leaf(index: int) -> bytes | None:
    data = Leaf.objects.filter(index=index).values_list("data", flat=True).first()
    return bytes(data) if data is not None else None


def _opening(file: ProofFile) -> Opening | None:
    """What the file carries beside the proof; none where it carries nothing that can be read."""
    try:
        return parse_opening(file.extra) if file.extra is not None else None
    except Malformed:
        return None


def _opened(
    told: Opening | None, entry: bytes | None
) -> tuple[dict[str, Any], dict[str, Any], bool]:
    """The envelope's facts, the parts, and whether all of it is what the entry commits to."""
    if told is None or told.entry() != entry:
        return {}, {}, False
    try:
        facts, parts = told.facts(), told.parts_that_hold()
    except Malformed:
        return {}, {}, False
    return facts, parts, set(parts) == set(told.parts)
