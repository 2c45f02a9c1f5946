"""The API shell: one NinjaAPI; every refusal and every bad request becomes problem+json (RFC 9457)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import ValidationError

from registan.web.languages import CODES, wanted_language
from registan.web.refusal import NotThere, Refused
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

PROBLEM = "application/problem+json"


class Problem(Schema):
    """What an answer with status 4xx holds (RFC 9457, section 3)."""

    type: str
    title: str
    status: int
    detail: str
    code: str


api = NinjaAPI(
    title="Registan", version="1", urls_namespace="api", docs_url=None, openapi_url="/openapi.json"
)


def api_lang(request: HttpRequest) -> str:
    """Language of an answer: `lang=` in the address, else what the client prefers."""
    asked = request.GET.get("lang", "")
    if not asked:
        return wanted_language(request)
    if asked not in CODES:
        raise Refused("language_unknown", field="lang", status=400, lang=asked[:20])
    return asked


def json_body(rows: Iterable[Any] | dict[str, Any]) -> bytes:
    """Rows as JSON, written by orjson without another pass over the objects."""
    return orjson.dumps(rows if isinstance(rows, dict) else list(rows))


def json_answer(rows: Iterable[Any] | dict[str, Any] | bytes) -> HttpResponse:
    """Rows as JSON, or JSON that is ready."""
    body = rows if isinstance(rows, bytes) else json_body(rows)
    return HttpResponse(body, content_type="application/json")


def problem(refusal: Refused, request: HttpRequest) -> HttpResponse:
    """A refusal as problem+json, with the same code that the page shows."""
    asked = request.GET.get("lang", "")
    lang = asked if asked in CODES else wanted_language(request)
    body = {
        "type": f"urn:registan:refusal:{refusal.code}",
        "title": say("api.problem.title", lang),
        "status": refusal.status,
        "detail": refusal.sentence(lang),
        "code": refusal.code,
    }
    return HttpResponse(orjson.dumps(body), content_type=PROBLEM, status=refusal.status)


@api.exception_handler(Refused)
def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    return problem(refusal, request)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    where = ", ".join(str(found["loc"][-1]) for found in error.errors)
    return problem(Refused("parameters_invalid", status=422, where=where), request)


def not_there(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For addresses below /api/ that lead nowhere."""
    return problem(NotThere(), request)
