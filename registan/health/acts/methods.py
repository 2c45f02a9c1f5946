"""Proposing, testing, adopting and withdrawing the method by which signals are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from registan.health.detector import Detector
from registan.health.methods import checked, digest_of
from registan.health.models import BackTest, MethodStanding, MethodVersion
from registan.ledger.act import Refused, act
from registan.ledger.audience import MEMBERS, PUBLIC
from registan.parties.permissions import require
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from registan.parties.models import Body, Mandate

LONGEST_REASON = 4000


@dataclass(frozen=True)
class Instrument:
    """What adopted a version: the body that took the decision, its number and its day."""

    body: Body
    number: str
    day: date


@act("health.method.proposed")
def propose_method(
    by: Mandate, *, algorithm: str, mode: str, parameters: Mapping[str, Any],
    reason: Mapping[str, str], now: datetime, illustrative: bool = False,
) -> MethodVersion:  # fmt: skip
    """Propose by which algorithm, mode and parameters signals shall be found.

    By a State or the Secretariat. Nothing changes by it: a back-test over the counts that are there
    follows, and the States decide. Experts of the Member States asked for alerts by agreed approaches
    and algorithms (meeting of 16 June 2020).
    """
    require(by, "methods.propose", now)
    content = checked(algorithm, mode, parameters)
    digest = digest_of(content)
    told = {lang: text.strip()[:LONGEST_REASON] for lang, text in reason.items() if text.strip()}
    if not told:
        raise Refused("method_reason_missing", field="reason")
    refuse_hidden_characters(*told.values(), field="reason")
    open_ones = (MethodStanding.PROPOSED, MethodStanding.IN_FORCE)
    there = MethodVersion.objects.filter(digest=digest, standing__in=open_ones).first()
    if there:
        raise Refused("method_there", status=409, n=there.n)
    last = MethodVersion.objects.order_by("-n").first()
    return MethodVersion.objects.create(
        n=last.n + 1 if last else 1, algorithm=algorithm, mode=mode,
        parameters=content["parameters"], digest=digest, reason=told, party=by.actor_key,
        illustrative=illustrative, audience=MEMBERS, made_at=now,
    )  # fmt: skip


@act("health.method.tested")
def record_test(
    by: Detector, method: MethodVersion, *, against: MethodVersion | None,
    found: Mapping[str, Any], now: datetime,
) -> BackTest:  # fmt: skip
    """Record what a proposed version would have found over the counts that are there."""
    if not isinstance(by, Detector):
        raise Refused("by_the_detector", status=403)
    return BackTest.objects.create(
        method=method, against=against, audience=method.audience, made_at=now, **found
    )


@act("health.method.adopted")
def adopt_method(
    by: Mandate, method: MethodVersion, *, instrument: Instrument, since: date, now: datetime
) -> MethodVersion:
    """Record that a version was adopted, and put it in force from a day on.

    The decision is the States'; whoever keeps the register records the instrument by which they took
    it. The version before it is superseded; signals found by it keep its number.
    """
    require(by, "methods.adopt", now)
    number = instrument.number.strip()
    if not number:
        raise Refused("instrument_missing", field="number")
    refuse_hidden_characters(number, field="number")
    held = MethodVersion.objects.select_for_update().order_by("pk")
    method = held.get(pk=method.pk)
    if not method.is_open:
        raise Refused("method_not_open", status=409)
    if since < instrument.day:
        raise Refused("method_before_adoption", field="since")
    if since > timezone.localdate(now):
        raise Refused("method_ahead", field="since")
    before = held.filter(standing=MethodStanding.IN_FORCE).first()
    if before:
        _supersede(before, method, since)
    method.standing, method.audience = MethodStanding.IN_FORCE, PUBLIC
    method.adopted_by, method.instrument = instrument.body, number[:80]
    method.adopted_on, method.since = instrument.day, since
    method.save()
    return method


def _supersede(before: MethodVersion, method: MethodVersion, since: date) -> None:
    if before.since and since <= before.since:
        raise Refused("method_not_later", field="since", status=409, since=before.since)
    if not BackTest.objects.filter(method=method, against=before).exists():
        raise Refused("method_not_tested", status=409, n=before.n)
    before.standing, before.until = MethodStanding.SUPERSEDED, since
    before.save(update_fields=["standing", "until"])


@act("health.method.withdrawn")
def withdraw_method(by: Mandate, method: MethodVersion, *, now: datetime) -> MethodVersion:
    """Withdraw one's own proposal; it stays readable."""
    require(by, "methods.propose", now)
    method = MethodVersion.objects.select_for_update().get(pk=method.pk)
    if method.party != by.actor_key:
        raise Refused("another_state", status=403)
    if not method.is_open:
        raise Refused("method_not_open", status=409)
    method.standing = MethodStanding.WITHDRAWN
    method.save(update_fields=["standing"])
    return method
