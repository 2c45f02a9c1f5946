"""The page gate: an answer once made is given again while all that it rests on is the same.

A view asks for it by `may_be_kept(request)`: what it shows must depend on records, the reader's
session and the address alone. The key holds all of that: how many acts there were, the content of the
session as stored (a session that has ended has none), the address, the language, and the minute, since
the foot of each page tells the time. So nothing has to be dropped when something changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.utils import timezone

from registan.ledger.kept import Kept
from registan.web.languages import COOKIE

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import datetime

    from django.http import HttpRequest

MINUTE = timedelta(minutes=1)
HEADERS = ("Host", "Accept-Encoding", "Accept-Language", "HX-Request")
NEVER = ("/static/", "/healthz", "/favicon.ico", "/feeds/")


@dataclass(frozen=True)
class Page:
    """An answer as it left the last middleware."""

    headers: dict[str, str]
    body: bytes


_pages: Kept[Page] = Kept(most=256)


def may_be_kept(request: HttpRequest) -> None:
    """Said by a view: my answer shows nothing but records, to this session, at this address."""
    request.may_be_kept = True  # type: ignore[attr-defined]


class PageGate:
    """First of all middleware: what it gives again has been through all the others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # A message waits to be shown once; an Authorization may be anybody's.
        if (
            request.method != "GET"
            or request.path_info.startswith(NEVER)
            or "messages" in request.COOKIES
            or "Authorization" in request.headers
        ):
            return self.get_response(request)
        now = timezone.now()
        # Before the answer is made: what is newer in it than the key says does no harm.
        key = _pages.whole(_standing(request, now))
        if (page := _pages.look(key)) is not None:
            return HttpResponse(page.body, headers=page.headers)
        response = self.get_response(request)
        if _is_the_same_again(request, response, now):
            _pages.keep(key, Page(dict(response.items()), response.content))
        return response


def _standing(request: HttpRequest, now: datetime) -> Hashable:
    given = tuple(request.headers.get(name, "") for name in HEADERS)
    minute = now.replace(second=0, microsecond=0)
    language = request.COOKIES.get(COOKIE, "")
    return request.scheme, request.get_full_path(), language, given, minute, _session(request, now)


def _session(request: HttpRequest, now: datetime) -> tuple[str, str]:
    """The reader's session and its content as stored; nothing for none, or one that has ended."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    if not key:
        return "", ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s",
            [key, connection.ops.adapt_datetimefield_value(now)],
        )
        found = cursor.fetchone()
    return (key, str(found[0])) if found else ("", "")


def _is_the_same_again(request: HttpRequest, response: HttpResponse, now: datetime) -> bool:
    """Whether the same answer would be given again within this minute."""
    if not getattr(request, "may_be_kept", False):
        return False
    ends = now.replace(second=0, microsecond=0) + MINUTE
    mandates = getattr(request, "mandates", ())
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not request.session.modified
        and all(row.until is None or row.until >= ends for row in mandates)
    )
