"""The model: the machine that computes scenarios. It says so in what it records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Model:
    """Stands in for a Mandate where no Official acts: it records what came of a scenario."""

    actor_key: str = "MODEL"
    urn: str = "urn:registan:model"
    body_key: str = ""
    pk: int = 0


MODEL = Model()
