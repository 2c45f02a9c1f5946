"""What becomes of a record later: opening it to more readers, shredding its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.ledger.act import Refused, act
from registan.ledger.audience import MEMBERS, PARTNERS, PUBLIC, covers
from registan.ledger.shredding import NEVER, placed, shred, widen
from registan.parties.models import Disclosure, Mandate, Shredding
from registan.parties.permissions import require
from registan.search.index import refresh

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.ledger.models import Entry

MOST_AT_ONCE = 1000
WIDER = (MEMBERS, PARTNERS, PUBLIC)


@act("parties.record.opened")
def open_record(by: Mandate, number: int, *, audience: str, now: datetime) -> Disclosure:
    """Open an act of one's own State or Body to more readers than it was addressed to.

    The envelope keeps the audience it was committed with, so that everybody sees that it was opened
    later. Nobody opens the act of another.
    """
    require(by, "records.open", now)
    found = placed([number])
    if not found or found[0].actor != by.actor_key:
        raise Refused("not_your_act", status=403)
    entry = found[0]
    if entry.is_shredded:
        raise Refused("already_shredded", status=409, entries=number)
    held = entry.opened_to or entry.audience
    if audience not in WIDER or covers(entry.audience, audience) or covers(held, audience):
        raise Refused("not_wider", field="audience")
    widen(entry, audience)
    return Disclosure.objects.create(number=number, audience=audience, by=by, made_at=now)


@act("parties.shredding.proposed")
def propose_shredding(
    by: Mandate, *, numbers: Sequence[int], basis: str, now: datetime
) -> Shredding:
    """Propose that the content of acts be destroyed, on a basis that is named. A second one decides."""
    require(by, "records.shred", now)
    wanted = sorted(set(numbers))
    if not wanted or len(wanted) > MOST_AT_ONCE:
        raise Refused("shredding_how_many", field="numbers", most=MOST_AT_ONCE)
    if not basis.strip():
        raise Refused("shredding_without_basis", field="basis")
    _may_be_shredded(wanted)
    return Shredding.objects.create(
        numbers=wanted, basis=basis.strip(), proposed_by=by, proposed_at=now
    )


@act("parties.shredding.done")
def carry_out_shredding(by: Mandate, shredding: Shredding, *, now: datetime) -> Shredding:
    """Destroy the content of the acts proposed, as a second Official. Their places and proofs stay.

    The entry is public and names each of them: what was destroyed can be read no more, that it was
    is never forgotten.
    """
    require(by, "records.shred", now)
    shredding = Shredding.objects.select_for_update(of=("self",)).get(pk=shredding.pk)
    if shredding.done_at is not None:
        raise Refused("already_shredded", status=409, entries=shredding.entries)
    if shredding.proposed_by.official_id == by.official_id:
        raise Refused("shredding_by_two", status=403)
    entries = _may_be_shredded(shredding.numbers)
    shred(entries)
    refresh({entry.subject for entry in entries})
    shredding.done_by, shredding.done_at = by, now
    shredding.save(update_fields=["done_by", "done_at"])
    return shredding


def _may_be_shredded(numbers: Sequence[int]) -> list[Entry]:
    """The entries, all of them in the log, with content, and of a kind that may go."""
    found = placed(numbers)
    missing = sorted(set(numbers) - {entry.number for entry in found if entry.number is not None})
    if missing:
        raise Refused("entry_unknown", field="numbers", entries=", ".join(map(str, missing)))
    kept = [str(entry.number) for entry in found if entry.kind.startswith(NEVER)]
    if kept:
        raise Refused("never_shredded", field="numbers", entries=", ".join(kept))
    gone = [str(entry.number) for entry in found if entry.is_shredded]
    if gone:
        raise Refused("already_shredded", field="numbers", status=409, entries=", ".join(gone))
    return found
