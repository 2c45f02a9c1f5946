"""Sending counts: a tray for an uploaded file, and the one act by which figures are recorded."""

from __future__ import annotations

import secrets
from datetime import date
from typing import TYPE_CHECKING, Any

from registan.health.differences import compare, digest_of_changes, seen_of, summary_of
from registan.health.models import CountTray, Sent, Series, Submission
from registan.ledger.act import Refused, act, working_paper
from registan.parties.permissions import require
from registan.parties.setup_mandate import SetUp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from registan.health.differences import Difference
    from registan.health.intake import Draft, Key
    from registan.parties.models import Mandate

LONGEST_NAME, LONGEST_SOURCE = 200, 300


@working_paper
def receive_counts(
    by: Mandate, *, file_name: str, content: bytes, options: Mapping[str, str], now: datetime
) -> CountTray:
    """Keep an uploaded file until its preview is confirmed. It survives whatever is refused later."""
    require(by, "counts.submit", now)
    if by.state is None:
        raise Refused("counts_by_states", status=403)
    return CountTray.objects.create(
        token=secrets.token_hex(16), state=by.state, official=by.official,
        file_name=file_name[-LONGEST_NAME:], content=content, options=dict(options), made_at=now,
    )  # fmt: skip


@act("health.counts.submitted")
def submit_counts(
    by: SetUp | Mandate, draft: Draft, *, now: datetime, file_name: str = "", sha256: str = "",
    source: str = "", seen: str = "",
) -> Submission:  # fmt: skip
    """Give the organisation a State's counts: all of a file, or nothing. Earlier figures stay on record.

    By a State for itself; by the operator for public figures, which are then nobody's word. The entry
    has the digest and the numbers of figures, never a figure: few cases are not for all readers.
    """
    if not isinstance(by, SetUp):
        require(by, "counts.submit", now)
        if by.state is None or set(draft.states) - {by.state.pk}:
            raise Refused("another_state", status=403)
    if draft.problems:
        raise Refused("counts_have_problems", n=len(draft.problems))
    _hold(draft)
    difference = compare(draft)
    if not difference.changed:
        raise Refused("counts_unchanged", status=409, n=difference.unchanged)
    digest = digest_of_changes(difference, draft)
    if seen and seen != seen_of(difference, draft):
        raise Refused("counts_moved_on", status=409)
    submission = Submission.objects.create(
        state=None if isinstance(by, SetUp) else by.state, office=by.urn, form=draft.form,
        file_name=file_name[-LONGEST_NAME:], sha256=sha256, digest=digest,
        source=source[:LONGEST_SOURCE], summary=summary_of(difference, draft), made_at=now,
        audience=_audience(draft),
    )  # fmt: skip
    _record(difference, draft, submission)
    return submission


def _hold(draft: Draft) -> None:
    """Let nobody else change these series until the act is done: what stands is read and written."""
    held = Series.objects.filter(condition__in=draft.conditions, state__in=draft.states)
    list(held.order_by("pk").select_for_update().values_list("pk", flat=True))


def _audience(draft: Draft) -> str:
    found = {row.audience for row in draft.conditions.values()}
    if len(found) > 1:
        codes = ", ".join(sorted(row.code for row in draft.conditions.values()))
        raise Refused("counts_mix_audiences", conditions=codes)
    return found.pop()


def _record(difference: Difference, draft: Draft, submission: Submission) -> None:
    """One row a series for what was sent, and the series as they stand now."""
    missing = [key for key in difference.changed if key not in difference.held]
    made = Series.objects.bulk_create(_new_series(key) for key in missing)
    difference.held.update(zip(missing, made, strict=True))
    sent = []
    for key, changed in difference.changed.items():
        figures = [each.figure for each in changed]
        facts: dict[str, Any] = {
            "starts": [each.start for each in figures], "values": [each.value for each in figures],
            "kinds": "".join(each.kind for each in figures),
            "definitions": [each.definition for each in figures],
        }  # fmt: skip
        series, standing = difference.held[key], difference.standings[key]
        sent.append(Sent(submission=submission, series=series, **facts))
        standing.lay(**facts, by=submission.pk)
        series.held = standing.dump()
        series.last_start = date.fromordinal(standing.starts[-1])
    Sent.objects.bulk_create(sent)
    changed_series = [difference.held[key] for key in difference.changed]
    Series.objects.bulk_update(changed_series, ["held", "last_start"], batch_size=200)


def _new_series(key: Key) -> Series:
    return Series(
        condition_id=key.condition, state_id=key.state, area=key.area, measure=key.measure,
        sex=key.sex, age=key.age,
    )  # fmt: skip
