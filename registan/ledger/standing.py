"""How the log stands: entries, the last checkpoint, each witness, and the alarm if there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings

from registan.ledger.alarm import Alarm, alarm
from registan.ledger.models import Checkpoint, Cosignature, LogState, Pending
from registan.ledger.published import latest_checkpoint
from registan.ledger.reading import last_whole
from registan.ledger.receipts import best_checkpoint, is_cosigned

if TYPE_CHECKING:
    from datetime import datetime

    from registan.kernel.log.policy import Policy
    from registan.ledger.models import Reading

# A witness that has not cosigned a checkpoint for so long is called silent.
PATIENCE = timedelta(minutes=1)


@dataclass(frozen=True)
class WitnessStanding:
    """One witness: how far it has cosigned, and since when it owes an answer."""

    name: str
    size: int
    at: datetime | None
    silent_since: datetime | None


@dataclass(frozen=True)
class Standing:
    """The log at this moment. `cosigned` is the newest checkpoint that enough witnesses cosigned."""

    origin: str
    size: int
    waiting: int
    latest: Checkpoint | None
    cosigned: Checkpoint | None
    witnesses: tuple[WitnessStanding, ...]
    needed: int | None
    has_policy: bool
    alarm: Alarm | None
    read_again: Reading | None


def standing(policy: Policy, now: datetime) -> Standing:
    """How the log stands at `now`, by what lies in the database."""
    state = LogState.objects.filter(pk=1).first()
    latest = latest_checkpoint()
    best = best_checkpoint(0, policy) if policy.witnesses else None
    names = dict.fromkeys(key.name for key in policy.witnesses.values())
    return Standing(
        origin=settings.LEDGER_ORIGIN,
        size=state.size if state else 0,
        waiting=Pending.objects.count(),
        latest=latest,
        cosigned=best if best and is_cosigned(best, policy) else None,
        witnesses=tuple(_witness(name, policy, latest, now) for name in names),
        needed=needed(policy),
        has_policy=settings.LEDGER_POLICY.is_file(),
        alarm=alarm(),
        read_again=last_whole(),
    )


def needed(policy: Policy) -> int | None:
    """How many witnesses make the quorum; None where it is no plain number (groups of groups)."""
    if policy.quorum not in policy.groups:
        return 1 if policy.quorum in policy.witnesses else 0
    group = policy.groups[policy.quorum]
    owners = {policy.witnesses[name].name for name in group.members if name in policy.witnesses}
    plain = len(owners) == len(group.members)
    return group.k if plain or not owners else None


def _witness(
    name: str, policy: Policy, latest: Checkpoint | None, now: datetime
) -> WitnessStanding:
    ids = [key.id.hex() for key in policy.witnesses.values() if key.name == name]
    lines = Cosignature.objects.filter(key_id__in=ids).select_related("checkpoint")
    last = lines.order_by("-checkpoint__size").first()
    size = last.checkpoint.size if last else 0
    owed = Checkpoint.objects.filter(size__gt=size).first() if latest else None
    is_silent = owed is not None and owed.made_at < now - PATIENCE
    return WitnessStanding(
        name, size, last.received_at if last else None,
        owed.made_at if owed is not None and is_silent else None,
    )  # fmt: skip
