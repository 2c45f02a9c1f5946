"""Rotation of the log's own keys: a new generation signs beside the old one, then the old one retires.

The public act `ledger.keys.rotated` names the new keys and those they replace. From its index on the
old keys vouch for nothing: index, not clock, decides. A checkpoint that covers the act must carry a
line of a new key; one from before it is read with the old key for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from registan.kernel.log.errors import Unverified
from registan.kernel.log.notes import parse_note, verify_note
from registan.ledger.acts import LEDGER, rotate_keys
from registan.ledger.log_keys import (
    all_public_keys,
    generations,
    next_generation,
    retire_older,
)
from registan.ledger.models import Checkpoint, KeyRotation
from registan.ledger.policy_file import enter_keys, enter_refusals
from registan.ledger.refused_keys import refused_after

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from registan.kernel.log.keys import VerifierKey


class NotCarried(RuntimeError):
    """No checkpoint over the act of rotation is signed by both generations yet."""


class NothingToFinish(RuntimeError):
    """Only one generation of keys is at work."""


def begin(folder: Path, origin: str, now: datetime) -> KeyRotation:
    """Make the next generation, which signs beside the one at work, and say so in public.

    Repeated before `finish` it changes nothing: whoever was interrupted begins again.
    """
    held = generations(folder, origin)
    if len(held) == 1:
        next_generation(folder)
        held = generations(folder, origin)
    enter_keys(settings.LEDGER_POLICY, all_public_keys(folder, origin))
    new = [str(one.key) for one in held[-1].signers]
    if (told := KeyRotation.objects.filter(generation=held[-1].number).first()) is not None:
        return told
    old = [str(one.key) for generation in held[:-1] for one in generation.signers]
    return rotate_keys(LEDGER, generation=held[-1].number, keys=new, replaces=old, now=now)


def finish(folder: Path, origin: str) -> list[int]:
    """Retire the older generations; returns their numbers. Raises NothingToFinish or NotCarried.

    The policy file then says from which entry on their keys vouch for nothing.
    """
    held = generations(folder, origin)
    if len(held) == 1:
        raise NothingToFinish
    old = [one.key for generation in held[:-1] for one in generation.signers]
    index = min((refused_after().get(str(key), -1) for key in old), default=-1)
    if index < 0 or not _is_carried([one.key for one in held[-1].signers], index):
        raise NotCarried
    retired = retire_older(folder)
    ended = refused_after()
    enter_refusals(
        settings.LEDGER_POLICY,
        {key: ended[str(key)] for key in all_public_keys(folder, origin) if str(key) in ended},
    )
    return retired


def _is_carried(new: list[VerifierKey], index: int) -> bool:
    """Whether a checkpoint over `index` bears a line of each new key that verifies."""
    for row in Checkpoint.objects.filter(size__gt=index).order_by("size"):
        try:
            found = verify_note(parse_note(row.note.encode()), new)
        except Unverified:
            continue
        if {one.key for one in found} == set(new):
            return True
    return False
