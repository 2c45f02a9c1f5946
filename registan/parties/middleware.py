"""Who is reading and under which mandate, found once per request and only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from registan.ledger.audience import NOBODY, Viewer
from registan.parties.models import Official
from registan.parties.queries import find_mandate, mandates_of, viewer_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from registan.parties.models import Mandate

CHOSEN = "mandate"


class ViewerMiddleware:
    """Sets `request.viewer`, `request.mandates` and `request.mandate` (the one chosen, or the first)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reader = _Reader(request)
        request.viewer = SimpleLazyObject(reader.viewer)  # type: ignore[attr-defined]
        request.mandates = SimpleLazyObject(reader.mandates)  # type: ignore[attr-defined]
        request.mandate = SimpleLazyObject(reader.mandate)  # type: ignore[attr-defined]
        return self.get_response(request)


class _Reader:
    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self._held: list[Mandate] | None = None

    def mandates(self) -> list[Mandate]:
        if self._held is None:
            user = self.request.user
            known = isinstance(user, Official) or user.is_authenticated
            self._held = mandates_of(user, timezone.now()) if known else []  # type: ignore[arg-type]
        return self._held

    def viewer(self) -> Viewer:
        user = self.request.user
        if not user.is_authenticated:
            return NOBODY
        return viewer_of(user, self.mandates(), timezone.now())

    def mandate(self) -> Mandate | None:
        """The mandate chosen. When it has ended, another one for the same State or Body at most.

        Whoever began a form for one State must never find it sent in the name of another.
        """
        held = self.mandates()
        chosen = self.request.session.get(CHOSEN) if held else None
        if chosen is None:
            return held[0] if held else None
        if found := next((row for row in held if row.pk == chosen), None):
            return found
        ended = find_mandate(chosen)
        same = (row for row in held if ended and row.actor_key == ended.actor_key)
        return next(same, None)
