"""One letter a day instead of many: what waits for an Official's digest is gathered into one letter."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from registan.jobs.models import Letter, LetterStatus
from registan.jobs.sending import full_address
from registan.web.texts import say

if TYPE_CHECKING:
    from datetime import datetime

    from django.db import models

DIGEST = "jobs.digest"
LETTERS_KEPT_FOR = timedelta(days=400)


def gather(now: datetime) -> list[Letter]:
    """Write each Official's digest of what has been gathered until `now`; a second run finds nothing."""
    waiting = _waiting(now).order_by().values_list("username", flat=True).distinct()
    digests = [_gather_for(username, now) for username in sorted(waiting)]
    return [row for row in digests if row is not None]


def _waiting(now: datetime) -> models.QuerySet[Letter]:
    return Letter.objects.filter(status=LetterStatus.WAITING, for_digest=True, created_at__lte=now)


def _gather_for(username: str, now: datetime) -> Letter | None:
    with transaction.atomic():
        own = _waiting(now).filter(username=username).select_for_update()
        items = list(own.order_by("created_at", "pk"))
        if not items:
            return None
        # The frame follows the language and address of the latest; each item keeps its own words.
        last = items[-1]
        lines = [f"{item.subject}\n{full_address(item.link, item.lang)}" for item in items]
        digest = Letter.objects.create(
            username=username, address=last.address, lang=last.lang, kind=DIGEST, link="/",
            subject=say(f"letter.{DIGEST}.subject", last.lang, n=len(items)),
            body="\n\n".join([say(f"letter.{DIGEST}.body", last.lang, n=len(items)), *lines]),
            created_at=now, send_after=now,
        )  # fmt: skip
        Letter.objects.filter(pk__in=[item.pk for item in items]).update(
            status=LetterStatus.IN_DIGEST, digest=digest
        )
        return digest


def forget(now: datetime) -> int:
    """Clear letters out of the log after thirteen months."""
    return Letter.objects.filter(created_at__lt=now - LETTERS_KEPT_FOR).delete()[0]
