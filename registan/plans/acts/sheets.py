"""A filled sheet: received, kept as drafts, or filed by one act."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

from registan.ledger.act import Refused, act, working_paper
from registan.parties.permissions import require
from registan.plans.acts.recording import held_reports, keep_typed, record_reports
from registan.plans.models import Filing, SheetTray
from registan.plans.models.reports import Stage
from registan.plans.queries.owing import owed_by

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from registan.parties.models import Mandate
    from registan.plans.acts.recording import Said
    from registan.plans.models import Round


@act("plans.sheet.filed", binding=True)
def file_sheet(
    by: Mandate, round_: Round, reports: Sequence[Said], *, digest: str, now: datetime
) -> Filing:
    """Give a State's word on many measures at once, as its ministries filled them in a sheet.

    Nothing in a sheet has been cleared yet, so that it takes one who may clear as well as file.
    """
    require(by, "reports.file", now)
    require(by, "reports.clear", now)
    if not round_.is_open:
        raise Refused("round_closed", status=409, number=round_.number)
    if not reports:
        raise Refused("sheet_changes_nothing", status=409)
    owed = {row.measure_id for row in owed_by(round_, by.actor_key)}
    if strange := [each.measure.number for each in reports if each.measure.pk not in owed]:
        raise Refused("measure_not_yours", status=403, number=", ".join(strange[:10]))
    held = held_reports(by, round_, [each.measure for each in reports])
    if any(report.stage == Stage.ACCEPTED for report in held.values()):
        raise Refused("report_accepted_already", status=409)
    filing = Filing.objects.create(
        round=round_, state=by.state, body=by.body, sha256=digest, made_at=now,
        audience=round_.audience,
    )  # fmt: skip
    record_reports(by, round_, reports, Stage.FILED, now, filing)
    return filing


@working_paper
def keep_sheet(by: Mandate, round_: Round, reports: Sequence[Said], *, now: datetime) -> int:
    """Keep the rows of a sheet as drafts, for somebody who may file. Returns how many."""
    require(by, "reports.draft", now)
    keep_typed(by, round_, reports, now)
    return len(reports)


@working_paper
def receive_sheet(
    by: Mandate, round_: Round, *, file_name: str, content: bytes, now: datetime
) -> SheetTray:
    """Keep an uploaded sheet until its preview is confirmed."""
    require(by, "reports.draft", now)
    return SheetTray.objects.create(
        token=secrets.token_hex(16), round=round_, state=by.state, body=by.body,
        official=by.official, file_name=file_name[-200:], content=content,
        sha256=sha256(content).hexdigest(), made_at=now,
    )  # fmt: skip
