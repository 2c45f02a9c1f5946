"""The matcher: the machine that computes proposals of a round. It decides nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Matcher:
    """Stands in for a Mandate where no Official acts: it records what came of a matching."""

    actor_key: str = "MATCHER"
    urn: str = "urn:registan:matcher"
    body_key: str = ""
    pk: int = 0


MATCHER = Matcher()
