"""From the outbox to the mail server: each letter once, tried again with growing pauses.

A letter is claimed by moving its `send_after` to the time of the next attempt, in one statement: a
second worker finds it not due, and if the first one dies, it is due again. No lock is held while the
server is spoken to. A retry carries the same Message-ID, so that a mail program shows it once.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import (
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import Q
from django.utils.http import http_date

from registan.jobs.models import Letter, LetterStatus
from registan.web.languages import HTML_LANG
from registan.web.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger("registan.jobs")
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720))
SERVER_PAUSE = timedelta(minutes=5)
WORTHLESS_AFTER = timedelta(days=3)
PASS = 500


class ServerLost(Exception):
    """The connection broke in the middle of a pass."""


def due(now: datetime) -> Any:
    """Letters that should go out now, oldest first."""
    return Letter.objects.filter(
        status=LetterStatus.WAITING, for_digest=False, send_after__lte=now
    ).order_by("created_at", "pk")


def send_due(clock: Callable[[], datetime]) -> int:
    """Send what is due. Returns how many letters went out.

    When the server does not answer, no letter loses an attempt: all wait some minutes.
    """
    now = clock()
    _give_up(now)
    if settings.MAIL_BACKEND == "none":
        due(now).update(status=LetterStatus.KEPT)
        return 0
    waiting = list(due(now)[:PASS])
    if not waiting:
        return 0
    server = get_connection()
    try:
        server.open()
    except OSError as error:
        log.warning("the mail server does not answer: %s", error)
        due(now).update(send_after=now + SERVER_PAUSE, reason="server_away", error=_short(error))
        return 0
    sent = 0
    try:
        for letter in waiting:
            sent += _send(letter, server, clock)
    except ServerLost as error:
        log.warning("the mail server broke off: %s", error)
    finally:
        server.close()
    return sent


def _give_up(now: datetime) -> None:
    spent = Q(attempts__gte=len(PAUSES)) | Q(created_at__lt=now - WORTHLESS_AFTER)
    due(now).filter(spent, ~Q(reason="")).update(status=LetterStatus.FAILED)


def _send(letter: Letter, server: Any, clock: Callable[[], datetime]) -> bool:
    pause = PAUSES[min(letter.attempts, len(PAUSES) - 1)]
    claimed = Letter.objects.filter(
        pk=letter.pk, status=LetterStatus.WAITING, attempts=letter.attempts
    ).update(attempts=letter.attempts + 1, send_after=clock() + pause, reason="interrupted")
    if not claimed:
        return False
    mine = Letter.objects.filter(pk=letter.pk, attempts=letter.attempts + 1)
    try:
        server.send_messages([message(letter)])
    except OSError as error:
        status = LetterStatus.FAILED if _is_final(error) else LetterStatus.WAITING
        mine.update(status=status, reason="not_accepted", error=_short(error))
        if _is_server_lost(error):
            raise ServerLost(str(error)) from error
        return False
    mine.update(status=LetterStatus.SENT, sent_at=clock(), reason="", error="")
    return True


def _is_server_lost(error: OSError) -> bool:
    """Whether the letters after this one have no better chance on the same connection."""
    return isinstance(error, SMTPServerDisconnected) or not isinstance(error, SMTPException)


def _is_final(error: OSError) -> bool:
    """Whether the server said for good that it knows no such reader (RFC 5321, 5yz replies)."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, SMTPResponseException) and error.smtp_code in {550, 551, 553}


def message(letter: Letter) -> EmailMessage:
    """The letter as it goes over the wire (RFC 5322; Auto-Submitted: RFC 3834)."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    footer = say(
        "letter.footer", letter.lang, settings=full_address("/letters/settings/", letter.lang)
    )
    body = f"{letter.body}\n\n{full_address(letter.link, letter.lang)}\n\n-- \n{footer}\n"
    return EmailMessage(
        subject=letter.subject,
        body=body,
        to=[letter.address],
        headers={
            "Message-ID": f"<{letter.uid}@{host}>",
            "Date": http_date(letter.created_at.timestamp()),
            "Auto-Submitted": "auto-generated",
            "Content-Language": HTML_LANG[letter.lang],
        },
    )


def full_address(link: str, lang: str) -> str:
    """A link as it stands in a letter: this installation, the reader's language."""
    return f"{settings.SITE_URL.rstrip('/')}/{lang}{link}"


def _short(error: OSError) -> str:
    return f"{type(error).__name__}: {error}"[:300]
