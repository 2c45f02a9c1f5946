"""The published log over HTTP, exactly as C2SP tlog-tiles has it: `checkpoint` and `tile/…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse

from registan.kernel.log.errors import Malformed
from registan.ledger.published import cosigned_note, fetch, latest_checkpoint

if TYPE_CHECKING:
    from django.http import HttpRequest

FOR_EVER = "public, max-age=31536000, immutable"
SOME_SECONDS = "public, max-age=2"
TEXT = "text/plain; charset=utf-8"


def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed tree head with the cosignatures it has so far; 404 before the first one."""
    found = latest_checkpoint()
    if found is None:
        return _nothing()
    return HttpResponse(
        bytes(cosigned_note(found)),
        content_type=TEXT,
        headers={"Cache-Control": SOME_SECONDS},
    )


def tile(request: HttpRequest, path: str) -> HttpResponse:
    """A tile of hashes or a bundle of entries, for ever the same bytes."""
    try:
        data = fetch(f"tile/{path}")
    except Malformed:
        data = None
    if data is None:
        return _nothing()
    return HttpResponse(
        data, content_type="application/octet-stream", headers={"Cache-Control": FOR_EVER}
    )


def policy(request: HttpRequest) -> HttpResponse:
    """The trust policy of this log: its keys, its witnesses, the quorum (C2SP tlog-policy)."""
    path = settings.LEDGER_POLICY
    if not path.is_file():
        return _nothing()
    return HttpResponse(
        path.read_bytes(), content_type=TEXT, headers={"Cache-Control": SOME_SECONDS}
    )


def _nothing() -> HttpResponse:
    return HttpResponse(b"Nothing here.\n", status=404, content_type=TEXT)
