"""Where a letter goes that is sent again, and which letters an Official wishes to get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.jobs.kinds import choices_of, ways
from registan.jobs.queries import kind_name, letter
from registan.parties.models import Official
from registan.web.refusal import NotThere
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


def address_today(uid: UUID) -> str:
    """The addressee's address as the account has it now; empty when the account is closed."""
    found = letter(uid)
    if found is None:
        raise NotThere
    accounts = Official.objects.filter(username=found.username, is_active=True)
    return accounts.values_list("email", flat=True).first() or ""


@dataclass(frozen=True)
class Way:
    """One way of getting letters of a kind."""

    value: str
    name: str
    is_chosen: bool


@dataclass(frozen=True)
class Choice:
    """A kind of letter with the ways in which it may come."""

    kind: str
    name: str
    ways: list[Way]
    refusal: str


def letter_choices(username: str, refusals: Mapping[str, str]) -> list[Choice]:
    """Every kind of letter with this Official's choice, in the reader's language."""
    return [
        Choice(
            kind.name,
            kind_name(kind.name),
            [Way(way, say(f"letters.wish.{way}"), way == wish) for way in ways(kind)],
            refusals.get(kind.name, ""),
        )
        for kind, wish in choices_of(username)
    ]
