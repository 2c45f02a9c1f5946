"""Rounds of reports: opened, reminded of, closed with a frozen account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate, localtime

from registan.jobs.outbox import post
from registan.ledger.act import Refused, act
from registan.ledger.audience import MEMBERS, PARTNERS, PUBLIC
from registan.parties.permissions import require
from registan.plans.models import FrozenWords, Reminding, Report, Round, RoundFigure, RoundLine
from registan.plans.queries.living import figure_facts, figures_of_plan
from registan.plans.queries.owing import owed
from registan.plans.queries.reminders import Reminder, reminders
from registan.plans.queries.words import words_now

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from registan.parties.models import Mandate
    from registan.plans.models import Plan
    from registan.plans.queries.owing import Owing


@act("plans.round.opened")
def open_round(
    by: Mandate, plan: Plan, *, starts_on: date, ends_on: date, due_on: date, now: datetime
) -> Round:
    """Ask all who are responsible to report on a period, until a day.

    The Secretariat controls fulfilment of the decisions of the organisation's bodies (SCO Charter,
    article 11 as amended). What States report of a plan that anybody may read is for the members.
    """
    require(by, "rounds.run", now)
    if ends_on < starts_on:
        raise Refused("period_ends_before_it_begins", field="ends_on")
    if due_on < starts_on:
        raise Refused("due_before_period", field="due_on")
    if plan.rounds.filter(closed_at__isnull=True).exists():
        raise Refused("round_open_already", status=409)
    last = plan.rounds.order_by("-number").first()
    return Round.objects.create(
        plan=plan,
        number=last.number + 1 if last else 1,
        starts_on=starts_on,
        ends_on=ends_on,
        due_on=due_on,
        opened_at=now,
        audience=MEMBERS if plan.audience in {PUBLIC, PARTNERS} else plan.audience,
    )


@act("plans.round.moved")
def move_due_date(by: Mandate, round_: Round, *, due_on: date, now: datetime) -> Round:
    """Give those who report more time, or less."""
    require(by, "rounds.run", now)
    _must_be_open(round_)
    if due_on < round_.starts_on:
        raise Refused("due_before_period", field="due_on")
    round_.due_on = due_on
    round_.revision += 1
    round_.save(update_fields=["due_on", "revision"])
    return round_


@act("plans.round.reminded")
def send_reminders(
    by: Mandate, round_: Round, *, now: datetime, parties: Collection[str] | None = None
) -> Reminding:
    """Write to those who owe and have not filed, or have a question to answer; to nobody else.

    Whom it concerned is on record for the sender alone: a reminder shames nobody.
    """
    require(by, "rounds.run", now)
    _must_be_open(round_)
    chosen = [each for each in reminders(round_, now) if parties is None or each.party in parties]
    if not chosen:
        raise Refused("nobody_to_remind", status=409)
    if not any(each.readers for each in chosen):
        raise Refused("nobody_reads", status=409)
    letters = sum(_post(reminder, round_, now) for reminder in chosen)
    return Reminding.objects.create(
        round=round_, parties=[each.party for each in chosen if each.readers], letters=letters,
        made_at=now, audience=by.audience,
    )  # fmt: skip


@act("plans.round.closed")
def close_round(by: Mandate, round_: Round, *, now: datetime) -> Round:
    """Freeze the account: who owed what, what was filed, and every word it is told in.

    A State that joins, leaves or corrects later, a revised text, a further language version and a
    new name change no old account. Living indicators are told as of the day of closing.
    """
    require(by, "rounds.run", now)
    _must_be_open(round_)
    filed = {
        (row.measure_id, row.state_id, row.body_id): row
        for row in Report.objects.filter(round=round_, filed__isnull=False)
    }
    rows = owed(round_, today=localdate(now))
    RoundLine.objects.bulk_create(
        _line(round_, row, filed.get((row.measure_id, row.state_id, row.body_id))) for row in rows
    )
    words = words_now(round_.plan)
    frozen = FrozenWords(
        round=round_, words=words.record, parties=words.parties.record, measures=words.measures
    )
    frozen.sha256 = frozen.digest()
    frozen.save()
    told = figures_of_plan(round_.plan, round_.audience, localtime(now).date())
    RoundFigure.objects.bulk_create(RoundFigure(round=round_, **figure_facts(row)) for row in told)
    round_.closed_at = now
    round_.save(update_fields=["closed_at"])
    return round_


def _line(round_: Round, row: Owing, report: Report | None) -> RoundLine:
    return RoundLine(
        round=round_,
        measure_id=row.measure_id,
        number=row.number,
        state_id=row.state_id,
        body_id=row.body_id,
        part=row.part,
        version_id=report.filed_id if report else None,
        stage=report.outward_stage if report else "",
    )


def _must_be_open(round_: Round) -> None:
    if not round_.is_open:
        raise Refused("round_closed", status=409, number=round_.number)


def _post(reminder: Reminder, round_: Round, now: datetime) -> int:
    letters = post(
        "plans.reminder",
        reminder.readers,
        link="/plans/owed/",
        now=now,
        plan=round_.plan.titles,
        n=reminder.awaited + reminder.returned,
        due=round_.due_on,
    )
    return len(letters)
