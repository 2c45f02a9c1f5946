"""Three plain answers about a published log or a proof file, by whoever holds it, offline.

Is it in the log? Is it signed by the log? Is it cosigned by enough? Each is found on its own, so that
one no hides no other. Everything rests on the keys of the policy, and on nothing that a server says.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from registan.kernel.log.audit import audit
from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.merkle import leaf_hash
from registan.kernel.log.notes import parse_note, verify_note
from registan.kernel.log.opening import parse_opening
from registan.kernel.log.proof_file import parse_proof_file
from registan.kernel.log.proofs import verify_inclusion
from registan.kernel.log.statement import parse_authorisation
from registan.kernel.log.tiles import WIDTH, Tile, split_bundle
from registan.kernel.log.times import doubt, time_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from registan.kernel.log.audit import Fault
    from registan.kernel.log.checkpoints import Checkpoint
    from registan.kernel.log.keys import VerifierKey
    from registan.kernel.log.notes import Note
    from registan.kernel.log.policy import Policy


@dataclass(frozen=True)
class Verdict:
    """What was found. `cosigned` and `witnesses` name cosigners: two keys of one count once.

    `fault` is the first damage of a log; `index` the place of the entry asked about; `facts` what the
    envelope says and `parts` whether each part is what it commits to, where a file opens the act.
    """

    origin: str
    size: int
    signed: bool
    cosigned: tuple[str, ...]
    witnesses: tuple[str, ...]
    quorum: bool
    in_log: bool = False
    fault: Fault | None = None
    index: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, bool] = field(default_factory=dict)
    # "": no office signed; "unchecked": its key was not named; "good" or "wrong".
    office: str = ""
    # Seconds since 1970: when the checkpoint was signed, where its lines say so.
    signed_at: float | None = None

    @property
    def good(self) -> bool:
        """Three times yes."""
        holds = all(self.parts.values()) and self.office != "wrong"
        return self.in_log and self.signed and self.quorum and holds

    @property
    def is_ahead(self) -> bool:
        """Whether the act says a later time than the checkpoint that covers it: a remark, no fault.

        That it is behind cannot be told from a proof file, which shows no checkpoint before the act.
        """
        try:
            at = datetime.fromisoformat(str(self.facts.get("time", ""))).timestamp()
        except (ValueError, OverflowError, OSError):
            return False
        return doubt(at, None, self.signed_at) != ""


class NoEntry(ValueError):
    """A proof file that does not open the act needs the entry beside it."""


def check_log(
    get: Callable[[str], bytes | None], policy: Policy, entry: bytes | None = None
) -> Verdict:
    """The log that `get` reads by path; with `entry`, whether and where that one stands in it.

    Raises Malformed where there is no checkpoint that can be read.
    """
    note = parse_note(get("checkpoint") or b"")
    head = parse_checkpoint(note.text)
    found = _signatures(note, head, policy)
    fault = next(audit(head.size, head.root, get), None)
    if fault or entry is None:
        return replace(found, in_log=fault is None, fault=fault)
    index = _place(head.size, get, entry)
    return replace(found, in_log=index is not None, index=index)


def check_proof(
    data: bytes, policy: Policy, entry: bytes | None = None,
    office_keys: Sequence[VerifierKey] = (),
) -> Verdict:  # fmt: skip
    """A proof file. Raises Malformed for bytes that are none, NoEntry where it holds no entry.

    `office_keys`: keys of States' offices that the reader trusts, for an act that one of them signed.
    """
    file = parse_proof_file(data)
    opening = parse_opening(file.extra) if file.extra is not None else None
    if opening is None and entry is None:
        raise NoEntry
    head = file.checkpoint
    # An entry given beside the file is what counts; the opening must then open that very one.
    leaf = entry if entry is not None else opening.entry() if opening else b""
    in_log = verify_inclusion(leaf_hash(leaf), file.index, head.size, file.proof, head.root)
    found = replace(_signatures(file.note, head, policy), in_log=in_log, index=file.index)
    if opening is None or not in_log or opening.entry() != leaf:
        return replace(found, in_log=in_log and (opening is None or opening.entry() == leaf))
    held, facts = opening.parts_that_hold(), opening.facts()
    return replace(
        found, facts=facts, parts={name: name in held for name in opening.parts},
        office=_by_office(facts, held.get("record"), head.origin, office_keys),
    )  # fmt: skip


def _by_office(facts: dict[str, Any], record: Any, origin: str, keys: Sequence[VerifierKey]) -> str:
    try:
        auth = parse_authorisation(str(facts.get("auth", "")))
    except Malformed:
        return "wrong"
    if auth is None:
        return ""
    named = [key for key in keys if (key.name, key.id) == (auth.name, auth.key_id)]
    if not named or not isinstance(record, dict):
        return "unchecked"
    return "good" if auth.accepts(named[0], origin, facts, record) else "wrong"


def _signatures(note: Note, head: Checkpoint, policy: Policy) -> Verdict:
    met = [name for name, key in policy.witnesses.items() if _holds(note, [key])]
    return Verdict(
        origin=head.origin, size=head.size,
        signed=_holds(note, policy.logs_at(head.origin, head.size)),
        cosigned=_names(policy, met), witnesses=_names(policy, policy.witnesses),
        quorum=policy.is_met(met), signed_at=_signed_at(note, head, policy),
    )  # fmt: skip


def _holds(note: Note, keys: list[VerifierKey]) -> bool:
    try:
        return bool(verify_note(note, keys))
    except Unverified:
        return False


def _signed_at(note: Note, head: Checkpoint, policy: Policy) -> float | None:
    try:
        return time_shown(verify_note(note, policy.keys()), head.origin)
    except Unverified:
        return None


def _names(policy: Policy, witnesses: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(policy.witnesses[name].name for name in witnesses))


def _place(size: int, get: Callable[[str], bytes | None], entry: bytes) -> int | None:
    """Where an entry stands in a log that was found whole."""
    for n in range(-(-size // WIDTH)):
        width = min(WIDTH, size - n * WIDTH)
        data = get(Tile(None, n, width).path) or get(Tile(None, n).path) or b""
        try:
            entries = split_bundle(data, width)
        except Malformed:
            entries = split_bundle(data)[:width]
        if entry in entries:
            return n * WIDTH + entries.index(entry)
    return None
