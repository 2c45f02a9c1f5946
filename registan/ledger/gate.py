"""The start-up gate: before the first signature after any start, is our history the newest one?

The deadliest fault is a database restored from an old backup: signing on from there would fork the
log. So the signer first asks its own second file and every witness for the last head they know.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.log.checkpoints import parse_checkpoint
from registan.kernel.log.errors import Malformed, Unverified
from registan.kernel.log.merkle import EMPTY_ROOT
from registan.kernel.log.merkle import root as root_from
from registan.kernel.log.notes import parse_note, verify_note
from registan.ledger.models import LogState
from registan.ledger.published import reader
from registan.ledger.refused_keys import valid_at
from registan.ledger.signer import Halted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from registan.kernel.log.keys import VerifierKey


@dataclass(frozen=True)
class Known:
    """The last head of our log that somebody else knows."""

    who: str
    size: int
    root: bytes


def from_file(path: Path, origin: str) -> Known | None:
    """What our second file remembers. Raises Halted for a file that is none of ours."""
    try:
        told = json.loads(path.read_text(encoding="ascii"))
        known = Known(str(path), told["size"], bytes.fromhex(told["root"]))
        if type(known.size) is not int or known.size < 0:
            raise ValueError(known.size)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Halted("last_signed_unreadable", path=str(path)) from None
    if told.get("origin") != origin:
        raise Halted("last_signed_of_another_log", path=str(path), origin=str(told.get("origin")))
    return known


def from_witness(
    who: str, note: bytes, origin: str, log_keys: Iterable[VerifierKey]
) -> Known | None:
    """What a witness last cosigned; None where it shows nothing that our own key signed."""
    try:
        parsed = parse_note(note)
        head = parse_checkpoint(parsed.text)
        verify_note(parsed, valid_at(log_keys, head.size))
    except (Malformed, Unverified):
        return None
    return Known(who, head.size, head.root) if head.origin == origin else None


def pass_gate(
    last_signed: Path,
    origin: str,
    log_keys: Iterable[VerifierKey],
    witnesses: Mapping[str, Callable[[], bytes | None]],
) -> dict[str, int | None]:
    """Compare our history with what others know. Raises Halted when it is smaller or another one.

    `witnesses` maps a name to a question that answers with a cosigned checkpoint, or None when the
    witness knows nothing or cannot be reached. Returns the size each witness knows.
    """
    keys = list(log_keys)
    asked = {
        who: from_witness(who, note, origin, keys) if (note := ask()) else None
        for who, ask in witnesses.items()
    }
    known = [one for one in (from_file(last_signed, origin), *asked.values()) if one]
    for one in sorted(known, key=lambda one: -one.size):
        _compare(one)
    return {who: one.size if one else None for who, one in asked.items()}


def _compare(known: Known) -> None:
    state = LogState.objects.filter(pk=1).first()
    size = state.size if state else 0
    if known.size > size:
        raise Halted("history_lost", who=known.who, size=size, known=known.size)
    ours = root_from(known.size, reader(size)) if known.size else EMPTY_ROOT
    if ours != known.root:
        raise Halted("history_differs", who=known.who, size=known.size)
