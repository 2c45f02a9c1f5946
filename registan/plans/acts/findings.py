"""The secretariat's finding on a measure in a round; a State's opinion for the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from registan.ledger.act import Refused, act
from registan.parties.permissions import require
from registan.parties.queries import members
from registan.plans.content import PROGRESSES
from registan.plans.models import Finding, Opinion
from registan.plans.versions import next_version
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from registan.parties.models import Mandate
    from registan.plans.models import Measure, Round


@act("plans.finding.recorded")
def record_finding(
    by: Mandate,
    round_: Round,
    measure: Measure,
    *,
    progress: str,
    reasons: Mapping[str, str],
    now: datetime,
) -> Finding:
    """State what the reports on a measure come to, with the reason. A later finding stands beside it.

    One recorded after the round was closed stands on record and changes no frozen account.
    """
    require(by, "findings.record", now)
    _must_be_of(measure, round_)
    if progress not in PROGRESSES:
        raise Refused("progress_missing", field="progress")
    if not any(text.strip() for text in reasons.values()):
        raise Refused("reason_missing", field="reason")
    refuse_hidden_characters(*reasons.values(), field="reason")
    return Finding.objects.create(
        round=round_, measure=measure, n=next_version(Finding, round=round_, measure=measure),
        progress=progress, made_at=now, audience=round_.audience,
        reasons={lang: text for lang, text in reasons.items() if text.strip()},
    )  # fmt: skip


@act("plans.opinion.recorded", binding=True)
def record_opinion(
    by: Mandate, round_: Round, measure: Measure, *, texts: Mapping[str, str], now: datetime
) -> Opinion:
    """Enter a State's opinion for the record: it goes into the account and blocks nothing.

    SCO Charter, article 16: a member may state its opinion on particular aspects.
    """
    require(by, "opinions.record", now)
    if by.state is None:
        raise Refused("states_only", status=403)
    _must_be_of(measure, round_)
    if by.state not in members(localdate(now)):
        raise Refused("members_only", status=403)
    if not any(text.strip() for text in texts.values()):
        raise Refused("report_text_missing", field="text")
    refuse_hidden_characters(*texts.values(), field="text")
    return Opinion.objects.create(
        round=round_, measure=measure, state=by.state,
        n=next_version(Opinion, round=round_, measure=measure, state=by.state),
        texts={lang: text for lang, text in texts.items() if text.strip()}, made_at=now,
        audience=round_.audience,
    )  # fmt: skip


def _must_be_of(measure: Measure, round_: Round) -> None:
    if measure.plan_id != round_.plan_id:
        raise Refused("measure_of_another_plan", number=measure.number)
