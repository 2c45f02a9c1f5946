"""Which key of an office was in force at which index, and whether a binding act was signed with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings

from registan.kernel.log.errors import Malformed
from registan.kernel.log.keys import VerifierKey, parse_key
from registan.kernel.log.payload import Unopenable
from registan.kernel.log.statement import parse_authorisation
from registan.ledger.models import Entry, KeyStatus, OfficeKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Kinds of acts that bind a State; the door (act.py) enters them.
BINDING: set[str] = set()
ENROLLED = "parties.office_key.enrolled"
CONFIRMED = "parties.office_key.confirmed"
REVOKED = "parties.office_key.revoked"
EVER = 2**63


@dataclass(frozen=True)
class Span:
    """A key and the acts between which it counts: those after `since`, up to `until` included.

    `since` is None while nobody has confirmed it; `until` while it is in force.
    """

    actor: str
    key: VerifierKey
    enrolled: int
    since: int | None
    until: int | None

    def covers(self, index: int) -> bool:
        return self.since is not None and self.since < index <= (
            EVER if self.until is None else self.until
        )


def spans() -> list[Span]:
    """All keys of offices that the log knows, in the order of their enrolment."""
    found: dict[str, Span] = {}
    acts = Entry.objects.with_log().filter(
        kind__in=(ENROLLED, CONFIRMED, REVOKED), leaf__isnull=False
    )
    for entry in acts.order_by("leaf__index"):
        record, index = readable_record(entry), entry.leaf.index
        urn, held = entry.subject, found.get(entry.subject)
        if entry.kind == ENROLLED and record:
            key = parse_key(record["key"])
            since = index if record["status"] == KeyStatus.IN_FORCE else None
            found[urn] = Span(record["state"], key, index, since, None)
        elif entry.kind == CONFIRMED and held:
            found[urn] = Span(held.actor, held.key, held.enrolled, index, None)
        elif entry.kind == REVOKED and held:
            found[urn] = Span(held.actor, held.key, held.enrolled, held.since, index)
    return list(found.values())


def readable_record(entry: Entry) -> dict[str, Any]:
    """What an act recorded; nothing where it was shredded or damaged, which `fsck` names at its own place."""
    try:
        return entry.record
    except Unopenable:
        return {}


def signed_by_office(
    facts: Mapping[str, Any], record: Mapping[str, Any] | None, index: int, known: Iterable[Span]
) -> str:
    """What can be said of an act's authorisation; `facts` is its envelope, `record` what it recorded.

    "session": no office has to sign. "good": signed with a key in force. "missing", "unknown",
    "not_in_force", "wrong": what is amiss. "unread": the record is not at hand.
    """
    actor, kind = facts.get("actor"), facts.get("kind")
    own = [span for span in known if span.actor == actor]
    try:
        auth = parse_authorisation(str(facts.get("auth", "")))
    except Malformed:
        return "wrong"
    if auth is None:
        bound = any(span.since is not None and span.since < index for span in own)
        return "missing" if kind in BINDING and bound else "session"
    named = [span for span in own if (span.key.name, span.key.id) == (auth.name, auth.key_id)]
    if not named:
        return "unknown"
    # A first key is enrolled under its own signature: it shows that its owner holds it.
    first = kind == ENROLLED and any(span.enrolled == index for span in named)
    if not first and not any(span.covers(index) for span in named):
        return "not_in_force"
    if record is None:
        return "unread"
    origin = settings.LEDGER_ORIGIN
    return "good" if auth.accepts(named[0].key, origin, facts, record) else "wrong"


def office_keys() -> list[tuple[OfficeKey, Span | None]]:
    """All keys, each with the acts between which it counts, once the log has numbered them."""
    by_key = {(span.actor, str(span.key)): span for span in spans()}
    return [(row, by_key.get((row.actor, row.key))) for row in OfficeKey.objects.all()]


def find_office_key(pk: int) -> OfficeKey | None:
    return OfficeKey.objects.filter(pk=pk).first()
