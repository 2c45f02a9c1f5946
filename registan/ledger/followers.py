"""Who is told of each entry after its transaction is committed: to queue a job, never to write records."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from registan.ledger.models import Entry

_followers: list[Callable[[Entry], None]] = []


def follow(follower: Callable[[Entry], None]) -> None:
    """Have `follower` called with each entry after its transaction is committed."""
    if follower not in _followers:
        _followers.append(follower)


def tell_followers(entry: Entry) -> None:
    """Tell all of them, in the order in which they began to follow."""
    for follower in _followers:
        follower(entry)
