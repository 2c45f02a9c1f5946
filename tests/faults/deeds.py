"""What children do: an act whose effect can be counted, and one round of the keeper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F

from registan.kernel.log.policy import Policy
from registan.ledger.act import act
from registan.ledger.keeper import Keeper
from registan.ledger.log_keys import generations
from registan.ledger.signer import Signer
from registan.ledger.witnesses import Witnesses, witnesses_of
from registan.parties.models import Mandate
from registan.plans.models import Round

if TYPE_CHECKING:
    from datetime import datetime


@act("tests.round.counted")
def counted_up(by: Mandate, round_: Round, *, now: datetime) -> Round:
    """An act whose effects can be counted: the revision of the round rises by one."""
    Round.objects.filter(pk=round_.pk).update(revision=F("revision") + 1)
    return round_


@cache
def _cast() -> tuple[Mandate, Round]:
    from tests.cast import Cast

    cast = Cast()
    return cast.secretariat, cast.round


def count_up(key: str) -> Round:
    """Count up once under this key."""
    by, round_ = _cast()
    return counted_up(by, round_, key=key)


def prefix() -> str:
    """What the door puts before each key."""
    return f"{_cast()[0].urn}:"


def counted() -> int:
    """How often it was counted up."""
    revision: int = Round.objects.values_list("revision", flat=True).get(pk=_cast()[1].pk)
    return revision - _cast()[1].revision


@cache
def _generations() -> list:  # type: ignore[type-arg]
    return generations(settings.LEDGER_KEYS, settings.LEDGER_ORIGIN)


def keeper() -> Keeper:
    """A keeper without witnesses that signs in every round."""
    signer = Signer(settings.LEDGER_ORIGIN, _generations(), settings.LEDGER_LAST_SIGNED)
    return Keeper(signer, Witnesses(witnesses_of(Policy(quorum="none"))), interval=0)
