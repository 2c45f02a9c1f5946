"""Methods by which signals are found: versions, the one in force, what a back-test changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.health.models import BackTest, Condition, MethodStanding, MethodVersion
from registan.parties.queries import secretariat_key
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer


def methods(viewer: Viewer) -> list[MethodVersion]:
    """All versions that the reader sees, latest first."""
    return list(MethodVersion.objects.visible_to(viewer).select_related("adopted_by"))


def method_in_force(viewer: Viewer) -> MethodVersion | None:
    rows = MethodVersion.objects.visible_to(viewer).select_related("adopted_by")
    return rows.filter(standing=MethodStanding.IN_FORCE).first()


def find_method(n: int, viewer: Viewer) -> MethodVersion:
    """A version by its number. Raises NotThere."""
    rows = MethodVersion.objects.visible_to(viewer).select_related("adopted_by")
    found = rows.filter(n=n).first() if n < 2**31 else None
    if found is None:
        raise NotThere
    return found


@dataclass(frozen=True)
class Changed:
    """A week in which two versions differ."""

    condition: Condition
    state: str
    week: str
    was: bool
    now: bool


def tests_of(method: MethodVersion, viewer: Viewer) -> list[BackTest]:
    """Back-tests of a version, latest first."""
    rows = BackTest.objects.visible_to(viewer).filter(method=method)
    return list(rows.select_related("method", "against"))


def changed_weeks(test: BackTest, viewer: Viewer) -> list[Changed]:
    """The weeks that a back-test changed, as far as signals are the reader's: those of his own State.

    The Secretariat reads all of them, of conditions that it reads.
    """
    known = {row.code: row for row in Condition.objects.visible_to(viewer)}
    every = secretariat_key() in viewer.bodies
    return [
        Changed(known[code], state, week, was, now)
        for code, state, week, was, now in test.changed
        if code in known and (every or state in viewer.states)
    ]
