"""Raising a signal, and what its State says of it: confirmed, explained, dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.health.detector import Detector
from registan.health.models import Screening, Signal, SignalStanding
from registan.ledger.act import Refused, act
from registan.ledger.audience import body, states
from registan.parties.permissions import require
from registan.parties.queries import secretariat_key
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from datetime import datetime

    from registan.health.inputs import Look, Seen
    from registan.health.models import MethodVersion
    from registan.parties.models import Mandate

LONGEST_REASON = 2000


@act("health.screening.made")
def record_screening(
    by: Detector, method: MethodVersion, look: Look, *, as_of: datetime, now: datetime
) -> Screening:
    """Record that all series of a week were looked at: how many had a bound, how many had none, and why."""
    _only_the_detector(by)
    missing: dict[str, int] = {}
    for each in look.seen:
        if each.reason:
            missing[each.reason] = missing.get(each.reason, 0) + 1
    return Screening.objects.create(
        method=method, week=look.week, as_of=as_of, series=len(look.seen),
        tested=sum(each.is_tested for each in look.seen), false_alarms=look.false_alarms,
        above=sum(each.is_above for each in look.seen), missing=missing, inputs=look.inputs,
        audience=body(secretariat_key()), made_at=now,
    )  # fmt: skip


@act("health.signal.raised")
def raise_signal(
    by: Detector, method: MethodVersion, seen: Seen, *, as_of: datetime, now: datetime
) -> Signal:
    """Tell a State that a week of one of its series stands above expectation.

    Nobody is told but that State and the Secretariat; nothing is announced. The record has all that is
    needed to compute it again.
    """
    _only_the_detector(by)
    series = seen.input.series
    return Signal.objects.create(
        series=series, state_key=series.state.key, method=method, week=seen.input.week, as_of=as_of,
        input_digest=seen.input.digest, rule=seen.rule, count=seen.count, expected=seen.expected,
        upper=seen.upper, score=seen.score, p=seen.p, q=seen.q,
        audience=states([series.state.key]), made_at=now,
    )  # fmt: skip


@act("health.signal.confirmed")
def confirm_signal(by: Mandate, signal: Signal, *, reason: str, now: datetime) -> Signal:
    """Confirm for one's State that there is something to it: the signal becomes an alert.

    From then on whoever reads the counts of the condition reads the alert. It is no notification under
    the International Health Regulations; that remains the State's own step.
    """
    signal = _answered(by, signal, SignalStanding.CONFIRMED, reason, now)
    signal.audience = signal.series.condition.audience
    signal.save(update_fields=["audience"])
    return signal


@act("health.signal.explained")
def explain_signal(by: Mandate, signal: Signal, *, reason: str, now: datetime) -> Signal:
    """Say why a week is high without an outbreak: more tests, a late batch, a new definition."""
    return _answered(by, signal, SignalStanding.EXPLAINED, reason, now)


@act("health.signal.dismissed")
def dismiss_signal(by: Mandate, signal: Signal, *, reason: str, now: datetime) -> Signal:
    """Put a signal away as chance or as a mistake in the counts, with the reason."""
    return _answered(by, signal, SignalStanding.DISMISSED, reason, now)


def _answered(
    by: Mandate, signal: Signal, standing: SignalStanding, reason: str, now: datetime
) -> Signal:
    """The signal with its answer. What was explained or dismissed may still become an alert."""
    signal = Signal.objects.select_for_update(of=("self",)).get(pk=signal.pk)
    require(by, "signals.answer", now, state=signal.series.state)
    if signal.is_alert or (not signal.is_open and standing != SignalStanding.CONFIRMED):
        raise Refused("signal_answered", status=409)
    text = reason.strip()
    if not text:
        raise Refused("signal_reason_missing", field="reason")
    if len(text) > LONGEST_REASON:
        raise Refused("signal_reason_long", field="reason", most=LONGEST_REASON)
    refuse_hidden_characters(text, field="reason")
    signal.standing, signal.reason, signal.answered_at = standing, text, now
    signal.save(update_fields=["standing", "reason", "answered_at"])
    return signal


def _only_the_detector(by: object) -> None:
    if not isinstance(by, Detector):
        raise Refused("by_the_detector", status=403)
