"""States and Bodies by their names, as search finds them; all of them change with the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.ledger.audience import PUBLIC
from registan.parties.models import Body, State
from registan.search.things import Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "urn:registan:organisation:"


def states(urn: str) -> Iterator[Thing]:
    """States by short and official name."""
    for state in State.objects.all() if _is_whole(urn) else ():
        yield Thing(
            state.urn, "state", {"key": state.key}, state.short_names, state.names, ((PUBLIC,),),
            parties=(state.key,),
        )  # fmt: skip


def bodies(urn: str) -> Iterator[Thing]:
    """Bodies by official and short name."""
    for body in Body.objects.all() if _is_whole(urn) else ():
        yield Thing(
            body.urn, "body", {"key": body.key}, body.names, body.short_names, ((PUBLIC,),),
            parties=(body.key,),
        )  # fmt: skip


def _is_whole(urn: str) -> bool:
    return not urn or urn.startswith(PREFIX)
