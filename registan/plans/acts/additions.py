"""Adding one measure to a plan in force.

A plan is adopted by consensus, so nobody adds to it for others. A State may add a measure that it
alone answers for: it stands apart, numbered after the State, as no part of the adopted text. A measure
for several comes in by a decision of the Body that adopted the plan, which the act cites.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.db.models import F, Max
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localdate

from registan.ledger.act import Refused, act
from registan.parties.models import State
from registan.parties.permissions import require
from registan.parties.queries import members
from registan.plans.acts.plans import check_measure, store_measures
from registan.plans.draft import AssignmentDraft, MeasureDraft, VersionText
from registan.plans.models import Addition, Chapter, Measure, Plan
from registan.plans.models.measures import AssigneeKind, Part
from registan.plans.origins import origin_at
from registan.plans.words import refuse_hidden_characters
from registan.web.languages import CODES
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from registan.parties.models import Body, Mandate

OWN_NUMBER = re.compile(r"([A-Z][A-Z_]*)-[0-9]+")
FAR = 1_000_000  # beyond every position: numbers move out of the way of each other over it


@dataclass(frozen=True)
class OwnMeasure:
    """What a State says of its own measure; `offices` of its own carry it out."""

    texts: Mapping[str, str]
    ends_on: date
    starts_on: date | None = None
    results: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Decision:
    """The decision by which a measure for several comes into a plan."""

    body: Body
    on: date
    citation: Mapping[str, str]


@act("plans.measure.added", binding=True)
def add_own_measure(
    by: Mandate, plan: Plan, what: OwnMeasure, *, now: datetime, origin: str = ""
) -> Addition:
    """Add to a plan in force a measure for which one's own State alone answers.

    It binds nobody else and changes nothing of the adopted text (SCO Charter, article 16: a member
    may go further than others). `origin` is the URN of what it comes from, such as a bottleneck.
    """
    require(by, "measures.add", now)
    state = by.state
    if state is None:
        raise Refused("states_only", status=403)
    if state not in members(localdate(now)):
        raise Refused("members_only", status=403)
    _must_be_in_force(plan, now)
    readers = _origin(origin, state)
    refuse_hidden_characters(*what.offices.values(), field="office")
    refuse_hidden_characters(*what.reasons.values(), field="reason")
    answers = AssignmentDraft(AssigneeKind.STATE, state.key, part=Part.LEAD)
    starts_on = what.starts_on or localdate(now)
    draft = MeasureDraft(
        number=_own_number(plan, state), chapter=0,
        versions=_versions(plan, what.texts, what.results, starts_on, what.ends_on,
                           _answering(state, what.offices)),
        starts_on=starts_on, ends_on=what.ends_on, recurrence="once", assignments=(answers,),
    )  # fmt: skip
    check_measure(draft)
    last = plan.measures.aggregate(last=Max("position"))["last"] or 0
    (measure,) = store_measures(plan, [_later_chapter(plan)], [draft], first=last + 1)
    return Addition.objects.create(
        measure=measure, state=state, reasons=_filled(what.reasons), origin=origin,
        origin_audience=readers, made_at=now,
    )  # fmt: skip


@act("plans.measure.decided")
def add_decided_measure(
    by: Mandate, plan: Plan, draft: MeasureDraft, *, decision: Decision, now: datetime
) -> Addition:
    """Enter a measure that the Body which adopted the plan has decided to add.

    The Secretariat keeps the register and decides nothing: the act cites whose decision it is. The
    measure stands last in its chapter; `draft.chapter` is the chapter's place from nought on.
    """
    require(by, "plans.amend", now)
    _must_be_in_force(plan, now)
    _check_decision(plan, decision, now)
    if OWN_NUMBER.fullmatch(draft.number) and _names_a_state(draft.number):
        raise Refused("number_of_a_state", field="number", number=draft.number)
    if plan.measures.filter(number=draft.number).exists():
        raise Refused("measure_numbers_doubled", field="number", numbers=draft.number)
    if not draft.assignments:
        raise Refused("nobody_answers", field="who")
    texts = {lang: row.text for lang, row in draft.versions.items()}
    results = {lang: row.result for lang, row in draft.versions.items()}
    responsible = {lang: row.responsible_raw for lang, row in draft.versions.items()}
    draft = replace(
        draft, versions=_versions(plan, texts, results, draft.starts_on, draft.ends_on, responsible)
    )
    check_measure(draft)
    chapters = list(plan.chapters.filter(is_later=False))
    place = _make_room(plan, chapters[draft.chapter] if draft.chapter is not None else None)
    (measure,) = store_measures(plan, chapters, [draft], first=place)
    return Addition.objects.create(
        measure=measure, body=decision.body, decided_on=decision.on,
        citation=_filled(decision.citation), made_at=now,
    )  # fmt: skip


def is_in_force(plan: Plan, on: date) -> bool:
    """Whether the plan is adopted and not over; one whose days are not known counts as in force."""
    return (plan.adopted_on is None or plan.adopted_on <= on) and (
        plan.ends_on is None or on <= plan.ends_on
    )


def _must_be_in_force(plan: Plan, now: datetime) -> None:
    if not is_in_force(plan, localdate(now)):
        raise Refused("plan_not_in_force", status=409)
    # Held until the act is over, so that two measures do not take one number or one place.
    Plan.objects.select_for_update().get(pk=plan.pk)


def _origin(urn: str, state: State) -> str:
    """Who may see what the measure comes from."""
    if not urn:
        return ""
    found = origin_at(urn)
    if found is None or found.state != state.key:
        raise Refused("origin_unknown", status=409)
    if Addition.objects.filter(origin=urn).exists():
        raise Refused("origin_used", status=409)
    return found.audience


def _check_decision(plan: Plan, decision: Decision, now: datetime) -> None:
    if plan.adopted_by_id and decision.body.pk != plan.adopted_by_id:
        raise Refused("decided_by_another_body", field="body")
    if decision.on > localdate(now):
        raise Refused("decided_ahead", field="decided_on")
    if plan.adopted_on and decision.on < plan.adopted_on:
        raise Refused("decided_before_adoption", field="decided_on")
    if not _filled(decision.citation):
        raise Refused("citation_missing", field=f"citation_{LANGS[0]}")
    refuse_hidden_characters(*decision.citation.values(), field=f"citation_{LANGS[0]}")


def _versions(
    plan: Plan, texts: Mapping[str, str], results: Mapping[str, str], starts_on: date | None,
    ends_on: date | None, responsible: Mapping[str, str],
) -> dict[str, VersionText]:  # fmt: skip
    """The measure in every language of its plan: none of them goes without."""
    for lang in plan.languages:
        if not texts.get(lang, "").strip():
            raise Refused("measure_text_missing", field=f"text_{lang}", lang=lang)
    return {
        lang: VersionText(
            texts[lang].strip(), results.get(lang, "").strip(), _term(starts_on, ends_on, lang),
            responsible.get(lang, ""),
        )
        for lang in plan.languages
    }  # fmt: skip


def _term(starts_on: date | None, ends_on: date | None, lang: str) -> str:
    with translation.override(CODES[lang]):
        start, end = (
            date_format(day, "DATE_FORMAT") if day else "" for day in (starts_on, ends_on)
        )
    if not end:
        return start
    return say("plans.term.span", lang, start=start, end=end) if start else say(
        "plans.term.until", lang, end=end
    )  # fmt: skip


def _answering(state: State, offices: Mapping[str, str]) -> dict[str, str]:
    """Who answers, in words: the State, and its office where it is named in that language."""
    told = {}
    for lang in LANGS:
        name = state.short_names.get(lang, state.key)
        office = offices.get(lang, "").strip()
        told[lang] = say("plans.office_of", lang, state=name, office=office) if office else name
    return told


def _own_number(plan: Plan, state: State) -> str:
    """KZ-1, KZ-2 …: free of the numbers that the plan itself prints."""
    held = set(
        plan.measures.filter(number__startswith=f"{state.key}-").values_list("number", flat=True)
    )
    return next(
        number for n in range(1, len(held) + 2) if (number := f"{state.key}-{n}") not in held
    )


def _names_a_state(number: str) -> bool:
    return State.objects.filter(key=number.rpartition("-")[0]).exists()


def _later_chapter(plan: Plan) -> Chapter:
    """The heading below which States' own measures stand, after all that was adopted."""
    last = plan.chapters.aggregate(last=Max("position"))["last"] or 0
    titles = {lang: say("plans.later_chapter", lang) for lang in LANGS}
    found, _ = plan.chapters.get_or_create(
        is_later=True, defaults={"position": last + 1, "titles": titles}
    )
    return found


def _make_room(plan: Plan, chapter: Chapter | None) -> int:
    """A free position after the last measure of the chapter; what stands behind moves on by one."""
    adopted = plan.measures.exclude(chapter__is_later=True)
    before = adopted.filter(chapter=chapter)
    if chapter and not before.exists():  # a chapter still empty: after those in front of it
        before = adopted.exclude(chapter__position__gt=chapter.position)
    place = (before.aggregate(last=Max("position"))["last"] or 0) + 1
    # In two steps: a unique position may not be held twice even for a moment.
    behind = Measure.objects.filter(plan=plan, position__gte=place)
    behind.update(position=F("position") + FAR)
    behind.filter(position__gte=FAR).update(position=F("position") - FAR + 1)
    return place


def _filled(texts: Mapping[str, str]) -> dict[str, str]:
    return {lang: text.strip() for lang, text in texts.items() if text.strip()}
