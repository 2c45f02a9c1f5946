"""The detector: the machine that screens counts by the method in force. It says so in what it records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Detector:
    """Stands in for a Mandate where no Official acts: it raises signals, and decides nothing."""

    actor_key: str = "DETECTOR"
    urn: str = "urn:registan:detector"
    body_key: str = ""
    pk: int = 0


DETECTOR = Detector()
