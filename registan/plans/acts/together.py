"""Many reports at once: cleared inside the State, or filed as they were cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registan.ledger.act import Refused, act
from registan.parties.permissions import require
from registan.plans.acts.recording import held_reports, is_cleared, record_reports
from registan.plans.models import Filing
from registan.plans.models.reports import Stage
from registan.plans.queries.owing import owed_by

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.parties.models import Mandate
    from registan.plans.acts.recording import Said
    from registan.plans.models import Round


@act("plans.reports.cleared")
def clear_reports(by: Mandate, round_: Round, reports: Sequence[Said], *, now: datetime) -> Filing:
    """Clear many drafts inside the State at once: nobody outside sees them yet."""
    require(by, "reports.clear", now)
    _must_be_owed(by, round_, reports)
    held = held_reports(by, round_, [each.measure for each in reports])
    if any(row.stage in {Stage.FILED, Stage.ACCEPTED} for row in held.values()):
        raise Refused("report_filed_already", status=409)
    filing = Filing.objects.create(
        round=round_, state=by.state, body=by.body, sha256="", made_at=now, audience=by.audience
    )
    record_reports(by, round_, reports, Stage.CLEARED, now, filing)
    return filing


@act("plans.reports.filed", binding=True)
def file_reports(by: Mandate, round_: Round, reports: Sequence[Said], *, now: datetime) -> Filing:
    """Give the organisation all that was cleared inside the State, in the words that were cleared."""
    require(by, "reports.file", now)
    if not round_.is_open:
        raise Refused("round_closed", status=409, number=round_.number)
    _must_be_owed(by, round_, reports)
    held = held_reports(by, round_, [each.measure for each in reports])
    for each in reports:
        report = held.get(each.measure.pk)
        if report is None or report.stage != Stage.CLEARED or not is_cleared(report, each.content):
            raise Refused("not_cleared", status=409, number=each.measure.number)
    filing = Filing.objects.create(
        round=round_, state=by.state, body=by.body, sha256="", made_at=now,
        audience=round_.audience,
    )  # fmt: skip
    record_reports(by, round_, reports, Stage.FILED, now, filing)
    return filing


def _must_be_owed(by: Mandate, round_: Round, reports: Sequence[Said]) -> None:
    if not reports:
        raise Refused("nothing_together", status=409)
    owed = {row.measure_id for row in owed_by(round_, by.actor_key)}
    if strange := [each.measure.number for each in reports if each.measure.pk not in owed]:
        raise Refused("measure_not_yours", status=403, number=", ".join(strange[:10]))
