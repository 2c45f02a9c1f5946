"""The import tray: a table is received, settled row by row, and brought in by one act."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from registan.ledger.act import Refused, act, working_paper
from registan.parties.permissions import require
from registan.plans.acts.plans import assignment_rows
from registan.plans.models import Assignment, ImportTray, Measure, MeasureText, Milestone, Plan
from registan.plans.terms import term_of
from registan.plans.words import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from registan.parties.models import Mandate
    from registan.plans.draft import MeasureDraft

LONGEST_NAME = 200


@working_paper
def receive_table(
    by: Mandate, *, file_name: str, content: bytes, now: datetime, lang: str = "",
    plan: Plan | None = None,
) -> ImportTray:  # fmt: skip
    """Keep an uploaded plan table. What was uploaded survives whatever is refused later."""
    require(by, "plans.import", now)
    return ImportTray.objects.create(
        token=secrets.token_hex(16),
        official=by.official,
        state=by.state,
        body=by.body,
        plan=plan,
        file_name=file_name[-LONGEST_NAME:],
        content=content,
        sha256=sha256(content).hexdigest(),
        lang=lang,
        made_at=now,
    )


@working_paper
def settle_tray(
    by: Mandate, tray: ImportTray, *, changes: Mapping[str, Any], revision: int, now: datetime
) -> ImportTray:
    """Keep a person's decisions on a tray. `changes` are merged into the settlement, key by key.

    A key with None takes the decision back. Refuses when someone else has settled since this page
    was opened (`revision`).
    """
    require(by, "plans.import", now)
    held = ImportTray.objects.select_for_update().get(pk=tray.pk)
    if held.revision != revision:
        raise Refused("tray_changed", status=409)
    held.settlement = _merged(held.settlement, changes)
    held.revision += 1
    held.save(update_fields=["settlement", "revision"])
    return held


@working_paper
def mark_brought_in(tray: ImportTray, plan: Plan) -> ImportTray:
    """Remember which plan a tray became."""
    tray.brought_in = plan
    tray.save(update_fields=["brought_in"])
    return tray


@working_paper
def put_away(by: Mandate, tray: ImportTray, *, now: datetime) -> ImportTray:
    """Throw a tray away that will not be brought in."""
    require(by, "plans.import", now)
    tray.delete()
    return tray


@act("plans.version.revised")
def revise_version(
    by: Mandate, plan: Plan, *, lang: str, measures: Sequence[MeasureDraft],
    reasons: Mapping[str, str], now: datetime,
) -> Plan:  # fmt: skip
    """Correct the words, terms and responsible parties of measures from a corrected table.

    Only the measures given change; the words before stay in the entries that recorded them.
    """
    require(by, "plans.import", now)
    if not any(text.strip() for text in reasons.values()):
        raise Refused("reason_missing", field="reason")
    held = {row.number: row for row in plan.measures.all()}
    if unknown := [draft.number for draft in measures if draft.number not in held]:
        raise Refused("version_numbers_unknown", numbers=", ".join(unknown[:10]))
    for draft in measures:
        _revise(held[draft.number], draft, lang)
    return plan


def _merged(held: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(held)
    for key, value in changes.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict):
            below = merged.get(key)
            merged[key] = _merged(below if isinstance(below, dict) else {}, value)
        else:
            merged[key] = value
    return merged


def _revise(measure: Measure, draft: MeasureDraft, lang: str) -> None:
    version = draft.versions[lang]
    refuse_hidden_characters(version.text, version.result, place=draft.number)
    held = MeasureText.objects.get(measure=measure, lang=lang)
    # An export says the present term of a postponed measure; the words of the plan stay beside it.
    said_again = version.term_raw == term_of(measure, held)
    term_raw = held.term_raw if said_again else version.term_raw
    term_changed = held.term_raw != term_raw
    responsible_changed = held.responsible_raw != version.responsible_raw
    MeasureText.objects.filter(pk=held.pk).update(
        text=version.text,
        result=version.result,
        term_raw=term_raw,
        responsible_raw=version.responsible_raw,
    )
    if term_changed:
        _set_term(measure, draft)
    if responsible_changed:
        _set_assignments(measure, draft)


def _set_term(measure: Measure, draft: MeasureDraft) -> None:
    measure.starts_on, measure.ends_on = draft.starts_on, draft.ends_on
    measure.recurrence, measure.term_flags = draft.recurrence, list(draft.flags)
    measure.revision += 1
    measure.save()
    measure.milestones.all().delete()
    Milestone.objects.bulk_create(
        Milestone(
            measure=measure,
            position=position,
            starts_on=step.starts_on,
            ends_on=step.ends_on,
            texts=dict(step.texts),
        )
        for position, step in enumerate(draft.steps, start=1)
    )


def _set_assignments(measure: Measure, draft: MeasureDraft) -> None:
    measure.assignments.all().delete()
    Assignment.objects.bulk_create(assignment_rows([(measure, draft)]))
