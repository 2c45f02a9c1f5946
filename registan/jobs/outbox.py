"""The outbox: an act posts letters in its own transaction; they exist if and only if the act does.

A letter is written in the reader's language when it is posted. It says what has happened and where to
read it: a link, never the matter itself and never a secret.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime

from registan.jobs.jobs import send_letters
from registan.jobs.kinds import kind_named, wishes_of
from registan.jobs.models import Letter, LetterStatus, Wish
from registan.web.languages import CODES
from registan.web.refusal import NotThere, Refused
from registan.web.texts import in_lang, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

FACT_LENGTH = 300
Fact = str | int | date | Mapping[str, str]


class Reader(Protocol):
    """What the outbox needs to know of an Official."""

    @property
    def username(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def language(self) -> str: ...


@dataclass(frozen=True)
class Addressee:
    """A reader by name, where there is no Official at hand."""

    username: str
    email: str
    language: str


def post(
    kind: str, readers: Iterable[Reader], *, link: str, now: datetime, once: str = "", **facts: Fact
) -> list[Letter]:
    """Put one letter of `kind` for each reader into the outbox; called inside an act.

    link: address without language ("/plans/…"). once: a reader gets a single letter of this kind per
    such key, so that a job that runs twice posts once. facts fill the texts `letter.<kind>.subject`
    and `.body`; names by language and dates are put into the reader's language.
    Returns the letters that are new.
    """
    if not link.startswith("/") or link.startswith("//") or not link.isprintable():
        raise ValueError(f"{link!r} is not an address of this installation")
    named = kind_named(kind)
    people = {reader.username: reader for reader in readers}
    if once:
        told = Letter.objects.filter(kind=kind, once=once, username__in=people)
        for username in told.values_list("username", flat=True):
            del people[username]
    wishes = wishes_of(people, named)
    letters = [
        _write(kind, reader, wishes[reader.username], link, now, once, facts)
        for reader in people.values()
    ]
    with transaction.atomic():
        Letter.objects.bulk_create(letters, ignore_conflicts=bool(once))
        _send_soon(letters)
    return letters


def send_again(uid: UUID, *, address: str, now: datetime) -> Letter:
    """Post the same words once more, to the address the Official has today, and send them at once.

    A new letter with a Message-ID of its own: a mail program would hide a second one of the same.
    """
    first = Letter.objects.filter(uid=uid).first()
    if first is None:
        raise NotThere
    if not _is_address(address):
        raise Refused("letter_without_address", username=first.username)
    letter = Letter(
        username=first.username, address=address, lang=first.lang, kind=first.kind,
        subject=first.subject, body=first.body, link=first.link, again_of=first, created_at=now,
        send_after=now,
    )  # fmt: skip
    with transaction.atomic():
        letter.save()
        _send_soon([letter])
    return letter


def _send_soon(letters: list[Letter]) -> None:
    if any(row.status == LetterStatus.WAITING and not row.for_digest for row in letters):
        send_letters.enqueue()


def _write(
    kind: str, reader: Reader, wish: Wish, link: str, now: datetime, once: str,
    facts: Mapping[str, Fact],
) -> Letter:  # fmt: skip
    lang = reader.language if reader.language in CODES else "ru"
    worded = {name: _in_words(fact, lang) for name, fact in facts.items()}
    letter = Letter(
        username=reader.username, address=reader.email.strip(), lang=lang, kind=kind, link=link,
        subject=one_line(say(f"letter.{kind}.subject", lang, **worded), 200),
        body=say(f"letter.{kind}.body", lang, **worded), once=once, created_at=now, send_after=now,
        for_digest=wish == Wish.DAILY,
    )  # fmt: skip
    if wish == Wish.NOT_AT_ALL:
        letter.status = LetterStatus.DECLINED
    elif not _is_address(letter.address):
        letter.status, letter.reason = LetterStatus.FAILED, "no_address"
        letter.address = one_line(letter.address, 254)
    return letter


def _in_words(fact: Fact, lang: str) -> str | int:
    if isinstance(fact, int):
        return fact
    if isinstance(fact, Mapping):
        return one_line(in_lang(fact, lang), FACT_LENGTH)
    if isinstance(fact, date):
        at = localtime(fact) if isinstance(fact, datetime) else fact
        with translation.override(CODES[lang]):
            return date_format(
                at, "DATETIME_FORMAT" if isinstance(fact, datetime) else "DATE_FORMAT"
            )
    return one_line(fact, FACT_LENGTH)


def one_line(text: str, length: int) -> str:
    """Text that can break neither a header nor a paragraph: no line breaks, controls, bidi marks."""
    visible = (sign for sign in text if unicodedata.category(sign) not in {"Cf", "Cs"})
    spaced = (" " if unicodedata.category(sign) == "Cc" else sign for sign in visible)
    joined = " ".join("".join(spaced).split())
    return joined if len(joined) <= length else joined[: length - 1] + "…"


def _is_address(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return len(address) <= 254
