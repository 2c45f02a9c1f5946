"""Bringing in an adopted plan, and further language versions of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from registan.ledger.act import Refused, act
from registan.parties.models import Body, State
from registan.parties.permissions import require
from registan.plans.models import (
    Assignment,
    Chapter,
    Measure,
    MeasureText,
    Milestone,
    Obligation,
    Plan,
)
from registan.plans.models.plan import RANK, PlanKind
from registan.plans.words import LONGEST_NUMBER, is_number, refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from registan.parties.models import Mandate
    from registan.plans.draft import MeasureDraft, PlanDraft, VersionText

# Words that stand in addresses where the key of a plan would stand.
RESERVED_KEYS = frozenset({"owed", "calendar", "evidence", "import"})


@act("plans.plan.brought_in")
def bring_in_plan(by: Mandate, draft: PlanDraft, *, now: datetime) -> Plan:
    """Enter an adopted plan with all its measures in one deed.

    The organisation's Secretariat keeps the register of adopted documents and controls their
    fulfilment (SCO Charter, article 11 as amended).
    """
    require(by, "plans.import", now)
    _check(draft)
    plan = Plan.objects.create(
        key=draft.key,
        kind=draft.kind,
        parent=draft.parent,
        titles=dict(draft.titles),
        languages=list(draft.languages),
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        adopted_on=draft.adopted_on,
        adopted_by=draft.adopted_by,
        instrument=dict(draft.instrument),
        audience=draft.audience,
        illustrative=draft.illustrative,
        brought_in_at=now,
    )
    chapters = Chapter.objects.bulk_create(
        Chapter(plan=plan, position=position, titles=dict(titles))
        for position, titles in enumerate(draft.chapters, start=1)
    )
    store_measures(plan, chapters, draft.measures)
    return plan


@act("plans.version.added")
def add_language_version(
    by: Mandate, plan: Plan, *, lang: str, title: str, chapters: Mapping[int, str],
    versions: Mapping[str, VersionText], names: Mapping[tuple[str, int], str], now: datetime,
) -> Plan:  # fmt: skip
    """Add the plan's text in one more language, aligned by the numbers of the measures.

    chapters: position -> title; versions: number -> text; names: (number, position of the
    assignment) -> name of the agency or group in this language.
    """
    require(by, "plans.import", now)
    if lang in plan.languages:
        raise Refused("version_there_already", status=409, lang=lang)
    measures = {row.number: row for row in plan.measures.all()}
    if unknown := [number for number in versions if number not in measures]:
        raise Refused("version_numbers_unknown", numbers=", ".join(unknown[:10]))
    plan.titles = {**plan.titles, lang: title}
    plan.languages = [*plan.languages, lang]
    plan.save(update_fields=["titles", "languages"])
    MeasureText.objects.bulk_create(
        _text(measures[number], lang, version) for number, version in versions.items()
    )
    _name_in_language(plan, lang, chapters, names)
    return plan


@act("plans.obligations.set")
def set_obligations(
    by: Mandate, plan: Plan, obligations: Sequence[tuple[str, Mapping[str, str]]], *, now: datetime
) -> Plan:
    """State what a strategy or programme obliges to, in order: (key, text by language)."""
    require(by, "plans.amend", now)
    plan.obligations.exclude(key__in=[key for key, _ in obligations]).delete()
    for position, (key, texts) in enumerate(obligations):
        Obligation.objects.update_or_create(
            plan=plan, key=key, defaults={"position": position, "texts": dict(texts)}
        )
    return plan


def _check(draft: PlanDraft) -> None:
    if draft.key in RESERVED_KEYS or Plan.objects.filter(key=draft.key).exists():
        raise Refused("plan_key_taken", field="key", status=409, key=draft.key)
    if draft.parent and RANK[PlanKind(draft.parent.kind)] >= RANK[PlanKind(draft.kind)]:
        raise Refused("plan_above_is_not_above", field="parent")
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        raise Refused("period_ends_before_it_begins", field="ends_on")
    if not draft.measures and draft.kind not in {PlanKind.STRATEGY, PlanKind.PROGRAMME}:
        raise Refused("plan_without_measures")
    counted = Counter(measure.number for measure in draft.measures)
    if doubled := [number for number, times in counted.items() if times > 1]:
        raise Refused("measure_numbers_doubled", numbers=", ".join(doubled[:10]))
    for measure in draft.measures:
        check_measure(measure)


def check_measure(measure: MeasureDraft) -> None:
    if not is_number(measure.number):
        raise Refused("measure_number_missing", number=measure.number[:LONGEST_NUMBER])
    if measure.starts_on and measure.ends_on and measure.ends_on < measure.starts_on:
        raise Refused("term_ends_before_it_begins", number=measure.number)
    for version in measure.versions.values():
        refuse_hidden_characters(version.text, version.result, place=measure.number)


def store_measures(
    plan: Plan, chapters: Sequence[Chapter], drafts: Sequence[MeasureDraft], *, first: int = 1
) -> list[Measure]:
    """Enter measures at the positions from `first` on; what their texts may hold was checked."""
    measures = Measure.objects.bulk_create(
        Measure(
            plan=plan,
            chapter=chapters[draft.chapter] if draft.chapter is not None else None,
            number=draft.number,
            position=position,
            starts_on=draft.starts_on,
            ends_on=draft.ends_on,
            recurrence=draft.recurrence,
            term_flags=list(draft.flags),
            audience=plan.audience,
        )
        for position, draft in enumerate(drafts, start=first)
    )
    pairs = list(zip(measures, drafts, strict=True))
    MeasureText.objects.bulk_create(
        _text(measure, lang, version)
        for measure, draft in pairs
        for lang, version in draft.versions.items()
    )
    Milestone.objects.bulk_create(
        Milestone(
            measure=measure,
            position=position,
            starts_on=step.starts_on,
            ends_on=step.ends_on,
            texts=dict(step.texts),
        )
        for measure, draft in pairs
        for position, step in enumerate(draft.steps, start=1)
    )
    Assignment.objects.bulk_create(assignment_rows(pairs))
    return measures


def assignment_rows(pairs: Sequence[tuple[Measure, MeasureDraft]]) -> list[Assignment]:
    """Rows, not yet stored, of who answers for these measures."""
    states = {row.key: row for row in State.objects.all()}
    bodies = {row.key: row for row in Body.objects.all()}
    return [
        Assignment(
            measure=measure,
            position=position,
            kind=draft.kind,
            state=states[draft.party] if draft.kind == "state" else None,
            body=bodies[draft.party] if draft.kind == "body" else None,
            names=dict(draft.names),
            part=draft.part,
            notes=list(draft.notes),
        )
        for measure, measure_draft in pairs
        for position, draft in enumerate(measure_draft.assignments, start=1)
    ]


def _text(measure: Measure, lang: str, version: VersionText) -> MeasureText:
    return MeasureText(
        measure=measure,
        lang=lang,
        text=version.text,
        result=version.result,
        term_raw=version.term_raw,
        responsible_raw=version.responsible_raw,
    )


def _name_in_language(
    plan: Plan, lang: str, chapters: Mapping[int, str], names: Mapping[tuple[str, int], str]
) -> None:
    for chapter in plan.chapters.filter(position__in=chapters):
        chapter.titles = {**chapter.titles, lang: chapters[chapter.position]}
        chapter.save(update_fields=["titles"])
    numbers = {number for number, _ in names}
    held = Assignment.objects.filter(measure__plan=plan, measure__number__in=numbers)
    for row in held.select_related("measure"):
        if name := names.get((row.measure.number, row.position)):
            row.names = {**row.names, lang: name}
            row.save(update_fields=["names"])
