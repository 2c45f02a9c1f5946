"""Signals, methods and the situation for machines: what the pages show the same reader, no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from ninja import Router, Schema

from registan.api.shell import Problem, api_lang, json_answer, json_body
from registan.health.queries.alerts import STANDINGS, find_signal, signals_before
from registan.health.queries.methods import find_method, methods
from registan.health.queries.open_requests import open_requests
from registan.health.queries.situation import last_estimate, pictures
from registan.kernel.counts.periods import period_name
from registan.ledger.kept import kept
from registan.web.refusal import Refused
from registan.web.texts import in_lang

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from registan.health.models import MethodVersion
    from registan.health.queries.alerts import Shown
    from registan.health.queries.open_requests import OpenRequest
    from registan.health.queries.situation import Picture, Rising
    from registan.ledger.audience import Viewer

router = Router(tags=["health"])
MOST = 100


class SignalOut(Schema):
    """A signal. Numbers are null where they would tell a figure that is hidden from the reader."""

    id: int
    condition: str
    state: str
    area: str
    measure: str
    week: str
    method: int
    standing: str
    reason: str
    as_of: str
    count: int | None
    expected: float | None
    upper: float | None
    score: float | None
    p: float | None
    q: float | None
    input_digest: str | None


class SignalsOut(Schema):
    """A page of signals, latest first. `next`: give it as `before=` for the next page; null at the end."""

    rows: list[SignalOut]
    next: int | None


class MethodOut(Schema):
    """A version of the method. `content` is what the kernel reads; `digest` is of its canonical form."""

    n: int
    standing: str
    content: dict[str, Any]
    digest: str
    reason: str
    adopted_by: str
    instrument: str
    adopted_on: str | None
    since: str | None
    until: str | None
    illustrative: bool


class RisingOut(Schema):
    """A series that surely rises: the lower bound of R, 95 %, is above 1."""

    state: str
    low: float


class PictureOut(Schema):
    """One condition: how many members have spoken of the last period, who is awaited, what rises."""

    condition: str
    name: str
    period: str
    spoken: int
    members: int
    awaited: list[str]
    rising: list[RisingOut]
    illustrative: bool


class RequestOut(Schema):
    """Help that is asked for and may still be met."""

    round: int
    number: int
    state: str
    item: str
    name: str
    quantity: int
    lacking: int
    unit: str
    severity: int
    first_week: str
    last_week: str


class SituationOut(Schema):
    """The situation room. Exercises stand apart; States in protocol order."""

    as_of: str
    conditions: list[PictureOut]
    requests: list[RequestOut]
    exercises: list[RequestOut]


@router.get(
    "/health/signals",
    response={200: SignalsOut, 400: Problem, 422: Problem},
    url_name="signals",
)
def all_signals(
    request: HttpRequest, standing: str = "", before: int = 0, limit: int = MOST
) -> HttpResponse:
    """Signals of the own State, alerts of all, latest first, in pages of at most 100."""
    if standing and standing not in STANDINGS:
        raise Refused("parameters_invalid", status=422, where="standing")
    if not 0 <= before < 2**63:
        raise Refused("parameters_invalid", status=422, where="before")
    if not 1 <= limit <= MOST:
        raise Refused("parameters_invalid", status=422, where="limit")
    viewer = request.viewer  # type: ignore[attr-defined]
    rows, following = signals_before(viewer, before, limit, standing)
    return json_answer({"rows": [_signal(row) for row in rows], "next": following})


@router.get(
    "/health/signals/{pk}", response={200: SignalOut, 404: Problem, 422: Problem}, url_name="signal"
)
def one_signal(request: HttpRequest, pk: int) -> HttpResponse:
    """One signal."""
    return json_answer(_signal(find_signal(pk, request.viewer)))  # type: ignore[attr-defined]


@router.get("/health/methods", response={200: list[MethodOut], 400: Problem}, url_name="methods")
def all_methods(request: HttpRequest) -> HttpResponse:
    """Versions of the method, latest first."""
    lang = api_lang(request)
    return json_answer(_method(row, lang) for row in methods(request.viewer))  # type: ignore[attr-defined]


@router.get(
    "/health/methods/{n}",
    response={200: MethodOut, 400: Problem, 404: Problem, 422: Problem},
    url_name="method",
)
def one_method(request: HttpRequest, n: int) -> HttpResponse:
    """One version: whoever has its content and a series computes the same numbers."""
    return json_answer(_method(find_method(n, request.viewer), api_lang(request)))  # type: ignore[attr-defined]


@router.get("/health/situation", response={200: SituationOut, 400: Problem}, url_name="situation")
def situation(request: HttpRequest) -> HttpResponse:
    """What rises, who is awaited, what is asked for. Signals have an address of their own."""
    lang, today = api_lang(request), timezone.localdate()
    viewer = request.viewer  # type: ignore[attr-defined]
    key = ("situation for machines", viewer, lang, last_estimate(), today)
    return json_answer(kept(key, lambda: json_body(_situation(viewer, lang, today))))


def _situation(viewer: Viewer, lang: str, today: date) -> dict[str, Any]:
    asked = open_requests(viewer, today)
    return {
        "as_of": today.isoformat(),
        "conditions": [_picture(row, lang) for row in pictures(viewer, today)],
        "requests": [_request(row, lang) for row in asked.real],
        "exercises": [_request(row, lang) for row in asked.exercises],
    }


def _signal(each: Shown) -> dict[str, Any]:
    row = each.signal
    numbers = ("expected", "upper", "score", "p", "q", "input_digest")
    return {
        "id": row.pk, "condition": row.series.condition.code, "state": row.state_key,
        "area": row.series.area, "measure": row.series.measure, "week": row.week_name,
        "method": row.method.n, "standing": row.standing, "reason": row.reason,
        "as_of": row.as_of.isoformat(), "count": each.count,
        **{name: getattr(row, name) if each.is_whole else None for name in numbers},
    }  # fmt: skip


def _method(row: MethodVersion, lang: str) -> dict[str, Any]:
    return {
        "n": row.n, "standing": row.standing, "content": row.content, "digest": row.digest,
        "reason": in_lang(row.reason, lang),
        "adopted_by": row.adopted_by.key if row.adopted_by else "", "instrument": row.instrument,
        "adopted_on": row.adopted_on, "since": row.since, "until": row.until,
        "illustrative": row.illustrative,
    }  # fmt: skip


def _picture(each: Picture, lang: str) -> dict[str, Any]:
    condition = each.condition
    return {
        "condition": condition.code, "name": in_lang(condition.names, lang),
        "period": period_name(condition.period, each.last.toordinal()), "spoken": each.spoken,
        "members": each.members, "awaited": [row.state.key for row in each.silent],
        "rising": [_rising(row) for row in each.rising], "illustrative": condition.illustrative,
    }  # fmt: skip


def _rising(row: Rising) -> dict[str, Any]:
    return {"state": row.reading.state, "low": row.low}


def _request(each: OpenRequest, lang: str) -> dict[str, Any]:
    row, aid = each.request, each.request.aid
    return {
        "round": aid.number, "number": row.number, "state": row.state.key, "item": row.item.code,
        "name": in_lang(row.item.names, lang), "quantity": row.quantity,
        "lacking": each.lacking, "unit": row.item.unit, "severity": row.severity,
        "first_week": period_name("week", aid.monday(row.first_week).toordinal()),
        "last_week": period_name("week", aid.monday(row.last_week).toordinal()),
    }  # fmt: skip
