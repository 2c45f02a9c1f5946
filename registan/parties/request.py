"""A request as the pages see it: who is reading, and under which mandate he acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

from registan.web.refusal import Refused

if TYPE_CHECKING:
    from registan.ledger.audience import Viewer
    from registan.parties.models import Mandate


class PageRequest(HttpRequest):
    """What ViewerMiddleware adds."""

    viewer: Viewer
    mandates: list[Mandate]
    mandate: Mandate | None


def acting(request: PageRequest, *powers: str) -> Mandate:
    """The mandate under which this request acts, holding one of `powers` if any are named.

    Asked before anything is looked up, so that the answer tells nothing about what is there.
    """
    if not request.viewer.signed_in:
        raise Refused("sign_in_first", status=403)
    if not request.mandate:
        raise Refused("mandate_not_in_force", status=403)
    if powers and not any(request.mandate.has(power) for power in powers):
        raise Refused("power_missing", status=403, power=powers[0])
    return request.mandate


def may(request: PageRequest, power: str) -> bool:
    """Whether the mandate chosen holds the power: for showing a way in, never for letting through."""
    return bool(request.mandate and request.mandate.has(power))
