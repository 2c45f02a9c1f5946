"""Reading plans: the hierarchy, one plan, its measures in one language version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from registan.ledger.audience import addressed_to
from registan.parties.queries import in_force, members
from registan.plans.models import Assignment, Joining, Measure, MeasureText, Milestone, Plan
from registan.plans.models.measures import AssigneeKind, Standing
from registan.plans.queries.rounds import found_done, latest_round
from registan.plans.terms import present_term
from registan.web.refusal import NotThere

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from registan.ledger.audience import Viewer
    from registan.plans.models import Chapter, Obligation


@dataclass(frozen=True)
class PlanLine:
    """A plan in the hierarchy: how deep it stands, and how many measures it has."""

    plan: Plan
    depth: int
    measures: int


@dataclass(frozen=True)
class Filters:
    """What a reader asks of the measures of a plan; empty fields ask nothing."""

    chapter: int | None = None
    party: str = ""
    fate: str = ""
    due_from: date | None = None
    due_to: date | None = None
    words: str = ""
    # The Secretariat's finding "done" in the latest round: "yes", "no", or either.
    done: str = ""

    @property
    def any(self) -> bool:
        return self != Filters()


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure in one language version. `lang` is the language of the words shown."""

    pk: int
    number: str
    chapter: int | None
    text: str
    result: str
    term_raw: str
    responsible_raw: str
    starts_on: date | None
    ends_on: date | None
    recurrence: str
    fate: str
    lang: str

    @property
    def term(self) -> str:
        """The term as it now stands."""
        return present_term(
            self.term_raw, self.lang, fate=self.fate, starts_on=self.starts_on,
            ends_on=self.ends_on, recurrence=self.recurrence,
        )  # fmt: skip


def plan_tree(viewer: Viewer) -> list[PlanLine]:
    """All plans the viewer may see, each below the plan it stands under."""
    plans = list(
        Plan.objects.visible_to(viewer)
        .select_related("adopted_by", "parent")
        .annotate(count=Count("measures"))
        .order_by("-adopted_on", "key")
    )
    for plan in plans:
        _hide_what_is_above(plan, viewer)
    seen = {plan.pk for plan in plans}
    below: dict[int | None, list[Plan]] = {}
    for plan in plans:
        below.setdefault(plan.parent_id if plan.parent_id in seen else None, []).append(plan)
    return list(_walk(below, None, 0))


def _walk(below: dict[int | None, list[Plan]], parent: int | None, depth: int) -> list[PlanLine]:
    found: list[PlanLine] = []
    for plan in below.get(parent, []):
        found.append(PlanLine(plan, depth, getattr(plan, "count", 0)))
        found += _walk(below, plan.pk, depth + 1)
    return found


def find_plan(key: str, viewer: Viewer) -> Plan:
    """The plan with this key. Raises NotThere where there is none, or none for this viewer."""
    plan = Plan.objects.visible_to(viewer).select_related("parent", "adopted_by").filter(key=key)
    if (found := plan.first()) is None:
        raise NotThere
    _hide_what_is_above(found, viewer)
    return found


def _hide_what_is_above(plan: Plan, viewer: Viewer) -> None:
    """A plan may stand below one that the reader does not see; to him it stands below none."""
    if plan.parent and not viewer.sees(plan.parent.audience):
        plan.parent = None


def find_measure(plan: Plan, number: str, viewer: Viewer) -> Measure:
    """The measure of the plan with this printed number. Raises NotThere."""
    found = (
        Measure.objects.visible_to(viewer)
        .select_related("plan", "chapter", "successor", "successor__plan")
        .filter(plan=plan, number=number)
        .first()
    )
    if found is None:
        raise NotThere
    found.plan = plan
    if found.successor and not found.successor.is_seen_by(viewer):
        found.successor = None
    return found


def obligations_above(plan: Plan, viewer: Viewer) -> list[Obligation]:
    """Obligations of the documents that the plan stands under, nearest first."""
    found: list[Obligation] = []
    above = plan.parent
    while above is not None and viewer.sees(above.audience):
        found += above.obligations.all()
        above = above.parent
    return found


def obligations_answered(measure: Measure, viewer: Viewer) -> list[Obligation]:
    """The obligations that a measure answers, of the documents that the viewer sees."""
    answered = measure.obligations.select_related("plan")
    return list(answered.filter(addressed_to(viewer, "plan__audience")))


def find_chapter(plan: Plan, position: int) -> Chapter:
    """The plan's chapter at this position. Raises NotThere."""
    if (found := plan.chapters.filter(position=position).first()) is None:
        raise NotThere
    return found


def version_for(plan: Plan, lang: str) -> str:
    """The language version to show: the one asked for, else the plan's first, said so on the page."""
    return lang if lang in plan.languages or not plan.languages else str(plan.languages[0])


def measure_lines(
    plan: Plan, viewer: Viewer, lang: str, filters: Filters | None = None
) -> list[MeasureLine]:
    """The plan's measures in the order of the plan, in one query."""
    shown = version_for(plan, lang)
    rows = MeasureText.objects.filter(
        lang=shown, measure__in=measures(plan, viewer, filters or Filters())
    ).order_by("measure__position")
    return [
        MeasureLine(*row, lang=shown)
        for row in rows.values_list(
            "measure_id", "measure__number", "measure__chapter_id", "text", "result", "term_raw",
            "responsible_raw", "measure__starts_on", "measure__ends_on", "measure__recurrence",
            "measure__fate",
        )
    ]  # fmt: skip


def steps_by_measure(plan: Plan) -> dict[int, int]:
    """measure id -> how many steps it has, where it has any."""
    rows = Milestone.objects.filter(measure__plan=plan).values("measure_id")
    return dict(rows.annotate(steps=Count("pk")).values_list("measure_id", "steps"))


def measures(plan: Plan, viewer: Viewer, filters: Filters) -> QuerySet[Measure]:
    """The plan's measures that answer the filters."""
    found = Measure.objects.visible_to(viewer).filter(plan=plan)
    if filters.chapter is not None:
        found = found.filter(chapter__position=filters.chapter)
    if filters.fate:
        found = found.filter(fate=filters.fate)
    if filters.due_from:
        found = found.filter(ends_on__gte=filters.due_from)
    if filters.due_to:
        found = found.filter(ends_on__lte=filters.due_to)
    if filters.words:
        found = found.filter(_says(filters.words))
    if filters.party:
        found = found.filter(concerns(plan, filters.party))
    if filters.done:
        done = Q(pk__in=found_done(latest_round(plan, viewer), viewer))
        stands = Q(fate__in=[Standing.IN_FORCE, Standing.POSTPONED])
        found = found.filter(done if filters.done == "yes" else ~done & stands)
    return found


def _says(words: str) -> Q:
    condition = Q()
    for word in words.split()[:8]:
        texts = MeasureText.objects.filter(Q(text__icontains=word) | Q(result__icontains=word))
        condition &= Q(number__iexact=word) | Q(pk__in=texts.values("measure"))
    return condition


def concerns(plan: Plan, party: str, on: date | None = None) -> Q:
    """Measures for which the State or Body `party` answers on a day (the plan's last by default).

    A measure of all members concerns each of them; one of interested members those that joined;
    one of agencies or groups every member, since their States report for them.
    """
    day = on or plan.ends_on
    held = Assignment.objects.filter(measure__plan=plan)
    named = held.filter(Q(state__key=party) | Q(body__key=party))
    condition = Q(pk__in=named.values("measure"))
    if day and any(state.key == party for state in members(day)):
        shared = [AssigneeKind.ALL_MEMBERS, AssigneeKind.AGENCY, AssigneeKind.GROUP]
        condition |= Q(pk__in=held.filter(kind__in=shared).values("measure"))
    joined = Joining.objects.filter(measure__plan=plan, state__key=party)
    if day:
        joined = joined.filter(in_force(day))
    return condition | Q(pk__in=joined.values("measure"))
