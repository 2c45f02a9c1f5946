"""Counts for machines: the same queries and the same act as the pages."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from ninja import Router, Schema
from ninja.utils import check_csrf

from registan.api.shell import PROBLEM, Problem, api_lang, json_answer, json_body
from registan.health.acts.counts import submit_counts
from registan.health.differences import compare
from registan.health.intake import Choices, problem_sentence, settle
from registan.health.queries.conditions import MEASURES, conditions, find_condition
from registan.health.queries.series import readings
from registan.health.queries.silence import silences
from registan.health.views.series import file_value
from registan.kernel.counts.periods import period_name
from registan.kernel.counts.read import read_counts
from registan.kernel.plan.reading import Unreadable
from registan.parties.request import acting
from registan.plans.views.plans import asked_day
from registan.web.refusal import Refused
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from django.http import HttpRequest

router = Router(tags=["health"])


class ConditionOut(Schema):
    """What is counted, in one language."""

    code: str
    name: str
    period: str
    illustrative: bool


class CountOut(Schema):
    """A figure. `value`: digits, `NR`, `<5` where it is hidden, `withheld`, empty where nobody spoke."""

    state: str
    area: str
    measure: str
    sex: str
    age: str
    period: str
    value: str
    revised: int
    submission: int


class SilenceOut(Schema):
    """A State of which figures are awaited; `last` is empty where it never sent any."""

    state: str
    last: str
    awaited: int


class SubmittedOut(Schema):
    """What a file changes, or changed: `submission` is 0 for a mere look."""

    submission: int
    new: int
    revised: int
    unchanged: int
    digest: str


class LinesOut(Problem):
    """A refused file, with each of its problems in words."""

    problems: list[str]


@router.get(
    "/health/conditions", response={200: list[ConditionOut], 400: Problem}, url_name="conditions"
)
def all_conditions(request: HttpRequest) -> HttpResponse:
    """Everything that is counted, as far as the reader may see."""
    lang = api_lang(request)
    return json_answer(
        {"code": row.code, "name": in_lang(row.names, lang), "period": row.period,
         "illustrative": row.illustrative}
        for row in conditions(request.viewer)  # type: ignore[attr-defined]
    )  # fmt: skip


@router.get(
    "/health/conditions/{code}/counts",
    response={200: list[CountOut], 400: Problem, 404: Problem},
    url_name="counts",
)
def counts(
    request: HttpRequest, code: str, measure: str = "cases", state: str = "", as_of: str = ""
) -> HttpResponse:
    """Figures period by period, now or as known at the end of a day; small ones hidden."""
    viewer = request.viewer  # type: ignore[attr-defined]
    found = find_condition(code, viewer)
    if measure not in MEASURES:
        raise Refused("parameters_invalid", status=422, where="measure")
    if as_of and asked_day(as_of) is None:
        raise Refused("parameters_invalid", status=422, where="as_of")
    told = readings(found, measure, viewer, state=state[:8], as_of=asked_day(as_of))
    return json_answer(
        {"state": row.state, "area": row.series.area, "measure": measure, "sex": row.series.sex,
         "age": row.series.age, "period": period_name(found.period, start),
         "value": file_value(row, start), "revised": row.standing.revised[place],
         "submission": row.standing.by[place]}
        for row in told
        for place, start in enumerate(row.standing.starts)
    )  # fmt: skip


@router.get(
    "/health/conditions/{code}/silences",
    response={200: list[SilenceOut], 400: Problem, 404: Problem},
    url_name="silences",
)
def silent(request: HttpRequest, code: str) -> HttpResponse:
    """Members of which figures are awaited, in protocol order."""
    found = find_condition(code, request.viewer)  # type: ignore[attr-defined]
    return json_answer(
        {"state": row.state.key, "last": str(row.last or ""), "awaited": row.awaited}
        for row in silences(found, timezone.localdate())
    )


@router.post(
    "/health/counts",
    response={200: SubmittedOut, 400: Problem, 403: Problem, 409: Problem, 422: LinesOut},
    url_name="submit_counts",
)
def submit(
    request: HttpRequest, name: str = "", condition: str = "", dry: bool = False, key: str = ""
) -> HttpResponse:
    """Send a file of any of the forms as the body: all of it is recorded, or nothing. `dry`: only look."""
    if check_csrf(request):
        raise Refused("form_expired", status=403)
    by = acting(request, "counts.submit")  # type: ignore[arg-type]
    if len(request.body) > settings.UPLOAD_LIMIT:
        raise Refused("file_too_large", largest=settings.UPLOAD_LIMIT // 2**20)
    lang = api_lang(request)
    try:
        reading = read_counts(request.body, name[:200])
    except Unreadable as error:
        return _refused([say(f"unreadable.{error.code}", lang, **error.facts)], lang)
    viewer = request.viewer  # type: ignore[attr-defined]
    draft = settle(reading, by.state, viewer, Choices(condition), timezone.localdate())
    if draft.problems:
        return _refused([problem_sentence(each, lang) for each in draft.problems[:200]], lang)
    difference = compare(draft)
    done = None if dry else submit_counts(
        by, draft, file_name=name, sha256=sha256(request.body).hexdigest(), key=key[:60] or None
    )  # fmt: skip
    return json_answer({
        "submission": done.pk if done else 0, "new": difference.new,
        "revised": difference.revised, "unchanged": difference.unchanged,
        "digest": done.digest if done else "",
    })  # fmt: skip


def _refused(problems: list[str], lang: str) -> HttpResponse:
    refusal = Refused("counts_have_problems", n=len(problems))
    body = {
        "type": f"urn:registan:refusal:{refusal.code}", "title": say("api.problem.title", lang),
        "status": 422, "detail": refusal.sentence(lang), "code": refusal.code,
        "problems": problems,
    }  # fmt: skip
    return HttpResponse(json_body(body), content_type=PROBLEM, status=422)
