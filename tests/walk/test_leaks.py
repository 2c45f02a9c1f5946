"""Every address as every kind of reader: nothing leaks, and "not yours" is "not there"."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from registan.ledger.models import Entry
from tests.cast import signed_in
from tests.walk.papers import PUBLIC, READERS, Papers, make_papers
from tests.walk.visits import PLANS, Route, routes, visits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from pytest_django import DjangoDbBlocker

# A page about a thing that is not there may differ from another such page in these alone.
PASSING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|name="act_key" value="[^"]*"|<p>[^<]*\d\d:\d\d[^<]*</p>'
)
PACKED = b"PK\x03\x04"


@pytest.fixture(scope="module")
def papers(kept_cast: None, django_db_blocker: DjangoDbBlocker) -> Papers:
    with django_db_blocker.unblock():
        return make_papers()


@pytest.fixture
def readers(papers: Papers, db: None) -> dict[str, Client]:
    return {name: Client() if name == PUBLIC else signed_in(name) for name in READERS}


@cache
def all_routes() -> dict[str, Route]:
    return {route.template or "/": route for route in routes()}


def told(answer: HttpResponse) -> str:
    """All that an answer says: its headers, its text, and what is packed in its files."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(PACKED):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            content = b"\n".join(packed.read(name) for name in packed.namelist())
    return f"{dict(answer.headers)} {content.decode(errors='replace')}"


def leaks(papers: Papers, reader: str, text: str, path: str) -> Iterator[str]:
    for marker, entitled in papers.markers.items():
        if reader not in entitled and marker in text and marker not in path:
            yield marker


def answered(answer: HttpResponse, path: str) -> tuple[int, str]:
    """Status and words of an answer, but for the address that was asked."""
    text = told(answer).replace(path, "PATH").replace(path.removeprefix("ru/"), "PATH")
    return answer.status_code, PASSING.sub("", text)


@pytest.mark.parametrize("template", all_routes())
def test_no_reader_meets_what_is_not_addressed_to_him(
    template: str, papers: Papers, readers: dict[str, Client]
) -> None:
    found, entries = set(), Entry.objects.count()
    for visit in visits(all_routes()[template], papers):
        for reader, client in readers.items():
            answer = client.get("/" + visit.path)
            text = told(answer)
            if answer.status_code >= 500:
                found.add((visit.path, reader, str(answer.status_code)))
            found |= {
                (visit.path, reader, marker) for marker in leaks(papers, reader, text, visit.path)
            }
    assert found == set()
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("template", [name for name, route in all_routes().items() if route.parts])
def test_not_yours_is_answered_as_not_there(
    template: str, papers: Papers, readers: dict[str, Client]
) -> None:
    """Asked and posted to: the same status and the same words, letter by letter."""
    different, entries = set(), Entry.objects.count()
    nothing: dict[tuple[str, str, str], tuple[int, str]] = {}
    for visit in visits(all_routes()[template], papers):
        for reader, client in readers.items():
            if reader in papers.markers.get(visit.thing, set()) or visit.path == visit.instead:
                continue
            for ask in (client.get, client.post):
                asked = (visit.instead, reader, ask.__name__)
                if asked not in nothing:
                    nothing[asked] = answered(ask("/" + visit.instead), visit.instead)
                theirs = answered(ask("/" + visit.path), visit.path)
                # Of things other than plans we know no owner: whoever is refused, is refused alike.
                if theirs != nothing[asked] and (visit.thing in PLANS or theirs[0] in {403, 404}):
                    different.add((visit.path, reader, ask.__name__))
    assert different == set()
    assert Entry.objects.count() == entries
