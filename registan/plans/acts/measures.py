"""What happens to a measure after adoption: postponed, merged, superseded, joined, left, linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from registan.ledger.act import Refused, act
from registan.parties.permissions import require
from registan.parties.queries import members
from registan.plans.models import Amendment, Answer, Indicator, Joining, Measure, Obligation
from registan.plans.models.measures import AssigneeKind, Standing
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from decimal import Decimal

    from registan.parties.models import Mandate, State


@act("plans.measure.postponed")
def postpone_measure(
    by: Mandate, measure: Measure, *, starts_on: date | None, ends_on: date,
    reasons: Mapping[str, str], now: datetime,
) -> Amendment:  # fmt: skip
    """Give a measure a later term. The term before stays on record beside the reason."""
    require(by, "plans.amend", now)
    _must_be_open(measure)
    _must_give_reason(reasons)
    if starts_on and ends_on < starts_on:
        raise Refused("term_ends_before_it_begins", field="ends_on", number=measure.number)
    if measure.ends_on and ends_on <= measure.ends_on:
        raise Refused("postponed_to_no_later_day", field="ends_on", number=measure.number)
    first = starts_on or measure.starts_on
    amendment = _amend(measure, Standing.POSTPONED, reasons, now, starts_on=first, ends_on=ends_on)
    measure.starts_on, measure.ends_on = first, ends_on
    measure.fate, measure.fate_reason = Standing.POSTPONED, dict(reasons)
    measure.revision += 1
    measure.save(update_fields=["starts_on", "ends_on", "fate", "fate_reason", "revision"])
    return amendment


@act("plans.measure.merged")
def merge_measure(
    by: Mandate, measure: Measure, *, into: Measure, reasons: Mapping[str, str], now: datetime
) -> Amendment:
    """Have a measure carried out and reported on under another one of the same plan."""
    return _hand_over(by, measure, into, Standing.MERGED, reasons, now)


@act("plans.measure.superseded")
def supersede_measure(
    by: Mandate, measure: Measure, *, by_measure: Measure, reasons: Mapping[str, str], now: datetime
) -> Amendment:
    """Have a measure replaced by another one, of this plan or of a later one."""
    return _hand_over(by, measure, by_measure, Standing.SUPERSEDED, reasons, now)


@act("plans.measure.joined", binding=True)
def join_measure(
    by: Mandate, measure: Measure, *, now: datetime, on: date | None = None
) -> Joining:
    """A State joins the open group of interested members, from a day on.

    A member not interested at first may join later (SCO Charter, article 16).
    """
    require(by, "measures.join", now)
    day = on or localdate(now)
    state = _open_to(by, measure, day)
    last = measure.joinings.filter(state=state).order_by("-since").first()
    if last and last.until is None:
        raise Refused("joined_already", field="on", status=409, number=measure.number)
    if last and last.until and day < last.until:
        raise Refused("joined_until_then", field="on", number=measure.number, until=last.until)
    return Joining.objects.create(measure=measure, state=state, since=day)


@act("plans.measure.left", binding=True)
def leave_measure(
    by: Mandate, measure: Measure, *, now: datetime, on: date | None = None
) -> Joining:
    """A State leaves the open group; accounts of rounds already closed stay as they are."""
    require(by, "measures.join", now)
    day = on or localdate(now)
    if by.state is None:
        raise Refused("states_only", status=403)
    joining = measure.joinings.filter(state=by.state, until__isnull=True).first()
    if joining is None:
        raise Refused("not_joined", status=409, number=measure.number)
    if day <= joining.since:
        raise Refused("left_before_joining", field="on", number=measure.number)
    joining.until = day
    joining.save(update_fields=["until"])
    return joining


@act("plans.indicator.defined")
def define_indicator(
    by: Mandate, measure: Measure, *, indicator: str, names: Mapping[str, str],
    unit: Mapping[str, str], now: datetime, baseline: Decimal | None = None,
    target: Decimal | None = None, source: str = "",
) -> Indicator:  # fmt: skip
    """Say what is counted for a measure: unit, baseline, target, source of the figures.

    Once a State has reported a figure its unit stays: other units need an indicator of their own.
    """
    require(by, "plans.amend", now)
    refuse_hidden_characters(*names.values(), *unit.values(), source, place=measure.number)
    held = Indicator.objects.filter(measure=measure, key=indicator).first()
    if held and held.unit != dict(unit) and held.quantity_set.exists():
        raise Refused("indicator_in_use", key=indicator, number=measure.number)
    row = held or Indicator(measure=measure, key=indicator)
    row.names, row.unit, row.source = dict(names), dict(unit), source
    row.baseline, row.target = baseline, target
    row.save()
    return row


@act("plans.measure.linked")
def link_obligations(
    by: Mandate, measure: Measure, *, obligations: Sequence[Obligation], now: datetime
) -> Measure:
    """Say which obligations a measure answers; the list given replaces the one before."""
    require(by, "plans.amend", now)
    Answer.objects.filter(measure=measure).exclude(obligation__in=obligations).delete()
    for obligation in obligations:
        Answer.objects.get_or_create(measure=measure, obligation=obligation)
    return measure


def _hand_over(
    by: Mandate, measure: Measure, to: Measure, fate: str, reasons: Mapping[str, str], now: datetime
) -> Amendment:
    require(by, "plans.amend", now)
    _must_be_open(measure)
    _must_give_reason(reasons)
    if to.pk == measure.pk or not to.owes_reports:
        raise Refused("successor_unfit", field="successor", number=to.number)
    if fate == Standing.MERGED and to.plan_id != measure.plan_id:
        raise Refused("successor_in_another_plan", field="successor", number=to.number)
    amendment = _amend(measure, fate, reasons, now, successor=to)
    measure.fate, measure.fate_reason, measure.successor = fate, dict(reasons), to
    measure.revision += 1  # calendars take a cancellation only with a higher SEQUENCE
    measure.save(update_fields=["fate", "fate_reason", "successor", "revision"])
    return amendment


def _amend(
    measure: Measure, fate: str, reasons: Mapping[str, str], now: datetime, *,
    successor: Measure | None = None, starts_on: date | None = None, ends_on: date | None = None,
) -> Amendment:  # fmt: skip
    return Amendment.objects.create(
        measure=measure, n=measure.amendments.count() + 1, fate=fate, successor=successor,
        started_on=measure.starts_on, ended_on=measure.ends_on,
        starts_on=starts_on or measure.starts_on, ends_on=ends_on or measure.ends_on,
        reasons={lang: text.strip() for lang, text in reasons.items() if text.strip()},
        made_at=now,
    )  # fmt: skip


def _must_be_open(measure: Measure) -> None:
    if not measure.owes_reports:
        raise Refused("measure_handed_over", status=409, number=measure.number)


def _must_give_reason(reasons: Mapping[str, str]) -> None:
    if not any(text.strip() for text in reasons.values()):
        raise Refused("reason_missing", field="reason")
    refuse_hidden_characters(*reasons.values(), field="reason")


def _open_to(by: Mandate, measure: Measure, day: date) -> State:
    if by.state is None:
        raise Refused("states_only", status=403)
    if not measure.assignments.filter(kind=AssigneeKind.INTERESTED_MEMBERS).exists():
        raise Refused("group_not_open", status=409, number=measure.number)
    if by.state not in members(day):
        raise Refused("members_only", status=403)
    return by.state
