"""The operator who installs the system acts once, before any Official exists, and says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SetUp:
    """Stands in for a Mandate while the first officials are enrolled on the operator's machine."""

    actor_key: str = "SETUP"
    urn: str = "urn:registan:set-up"
    body_key: str = ""
    pk: int = 0


SETUP = SetUp()
