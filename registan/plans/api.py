"""Plans for machines: the same queries as the pages."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ninja import Router, Schema

from registan.api.shell import Problem, api_lang, json_answer, json_body
from registan.ledger.kept import kept
from registan.parties.gate import may_be_kept
from registan.plans.queries.plans import Filters, find_plan, measure_lines, plan_tree, version_for
from registan.plans.queries.plans import measures as measures_of
from registan.plans.queries.rounds import find_round, rounds_of
from registan.plans.queries.standings import standings
from registan.plans.queries.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from registan.ledger.audience import Viewer
    from registan.plans.queries.plans import PlanLine

router = Router(tags=["plans"])


class PlanOut(Schema):
    """A plan in one language."""

    key: str
    kind: str
    title: str
    parent: str
    starts_on: str
    ends_on: str
    languages: list[str]
    measures: int
    illustrative: bool


class MeasureOut(Schema):
    """A measure in one language version; `lang` is the language of the words."""

    number: str
    chapter: int | None
    text: str
    result: str
    term: str
    term_from: str | None
    term_to: str | None
    recurrence: str
    responsible: str
    fate: str
    lang: str


@router.get("/plans", response={200: list[PlanOut], 400: Problem}, url_name="plans")
def plans(request: HttpRequest) -> HttpResponse:
    """All plans that the reader may see."""
    lang = api_lang(request)
    return json_answer(_plan_out(line, lang) for line in plan_tree(request.viewer))  # type: ignore[attr-defined]


@router.get(
    "/plans/{key}/measures",
    response={200: list[MeasureOut], 400: Problem, 404: Problem},
    url_name="measures",
)
def measures(request: HttpRequest, key: str) -> HttpResponse:
    """The measures of one plan, in the order of the plan."""
    lang = api_lang(request)
    viewer = request.viewer  # type: ignore[attr-defined]
    may_be_kept(request)
    body = kept(("measures", key, lang, viewer), lambda: json_body(_measures(key, viewer, lang)))
    return json_answer(body)


def _measures(key: str, viewer: Viewer, lang: str) -> Iterator[dict[str, Any]]:
    plan = find_plan(key, viewer)
    positions = dict(plan.chapters.values_list("pk", "position"))
    for line in measure_lines(plan, viewer, lang):
        yield {
            "number": line.number,
            "chapter": positions.get(line.chapter or 0),
            "text": line.text,
            "result": line.result,
            "term": line.term_raw,
            "term_from": line.starts_on,
            "term_to": line.ends_on,
            "recurrence": line.recurrence,
            "responsible": line.responsible_raw,
            "fate": line.fate,
            "lang": line.lang,
        }


class AccountMeasureOut(Schema):
    """A measure as the account of a round tells it; `lang` is the language of the words."""

    number: str
    chapter: str
    text: str
    result: str
    term: str
    responsible: str
    lang: str


class RoundOut(Schema):
    """A round of reports; an open one has no `closed_at`."""

    number: int
    starts_on: str
    ends_on: str
    due_on: str
    closed_at: str | None


class StandingOut(Schema):
    """One report that is owed. `no_information`: nothing was filed, which is not "not done"."""

    measure: str
    party: str
    part: str
    standing: str
    result_type: str
    version: int
    text: str
    lang: str


@router.get(
    "/plans/{key}/rounds",
    response={200: list[RoundOut], 400: Problem, 404: Problem},
    url_name="rounds",
)
def rounds(request: HttpRequest, key: str) -> HttpResponse:
    """The rounds of one plan, latest first."""
    viewer = request.viewer  # type: ignore[attr-defined]
    return json_answer(
        {
            "number": row.number,
            "starts_on": row.starts_on,
            "ends_on": row.ends_on,
            "due_on": row.due_on,
            "closed_at": row.closed_at,
        }
        for row in rounds_of(find_plan(key, viewer), viewer)
    )


@router.get(
    "/plans/{key}/rounds/{number}/reports",
    response={200: list[StandingOut], 400: Problem, 404: Problem},
    url_name="standings",
)
def reports(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """What each State and Body said in a round: as filed, or as frozen when the round was closed."""
    viewer = request.viewer  # type: ignore[attr-defined]
    round_ = find_round(find_plan(key, viewer), number, viewer)
    return json_answer(standings(round_, viewer, api_lang(request)))


@router.get(
    "/plans/{key}/rounds/{number}/measures",
    response={200: list[AccountMeasureOut], 400: Problem, 404: Problem},
    url_name="account_measures",
)
def account_measures(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """The words in which a round is told: as they stand, or as frozen when the round was closed."""
    viewer = request.viewer  # type: ignore[attr-defined]
    lang = api_lang(request)
    plan = find_plan(key, viewer)
    words = words_in(find_round(plan, number, viewer))
    seen = set(measures_of(plan, viewer, Filters()).values_list("pk", flat=True))
    shown = words.version_for(lang)
    return json_answer(
        {**asdict(words.measure(pk, lang)), "lang": shown} for pk in words.measures if pk in seen
    )


def _plan_out(line: PlanLine, lang: str) -> dict[str, Any]:
    plan = line.plan
    return {
        "key": plan.key,
        "kind": plan.kind,
        "title": plan.titles.get(version_for(plan, lang), ""),
        "parent": plan.parent.key if plan.parent else "",
        "starts_on": str(plan.starts_on or ""),
        "ends_on": str(plan.ends_on or ""),
        "languages": plan.languages,
        "measures": line.measures,
        "illustrative": plan.illustrative,
    }
