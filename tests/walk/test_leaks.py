"""Every address as every kind of reader: nothing leaks, and "not yours" is "not there"."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from registan.ledger.models import Entry
from tests.cast import signed_in
from tests.walk.papers import PUBLIC, READERS, Papers, make_papers
from tests.walk.visits import PLANS, Route, Visit, routes, visits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

# A page about a thing that is not there may differ from another such page in these alone.
PASSING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|name="act_key" value="[^"]*"|<p>[^<]*\d\d:\d\d[^<]*</p>'
    r"|[0-2]\d:[0-5]\d|'Content-Length': '\d+'|'Set-Cookie': '[^']*'"
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


@dataclass(frozen=True)
class Told:
    """All that an answer says: its status, its headers, its text, and what is packed in its files."""

    status: int
    text: str

    def but_for(self, path: str) -> tuple[int, str]:
        """The same without the address that was asked for, and what passes with each asking."""
        text = self.text.replace(path, "PATH").replace(path.removeprefix("ru/"), "PATH")
        return self.status, PASSING.sub("", text)


def ask(client: Client, method: str, path: str) -> Told:
    answer = client.generic(method, "/" + path)
    content = answer.getvalue()
    if content.startswith(PACKED):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            content = b"\n".join(packed.read(name) for name in packed.namelist())
    return Told(answer.status_code, f"{dict(answer.headers)} {content.decode(errors='replace')}")


def leaks(papers: Papers, reader: str, told: Told, path: str) -> Iterator[str]:
    if told.status >= 500:
        yield str(told.status)
    for marker, entitled in papers.markers.items():
        if reader not in entitled and marker in told.text and marker not in path:
            yield marker


@pytest.mark.parametrize("template", all_routes())
def test_nothing_leaks_and_not_yours_is_not_there(
    template: str, papers: Papers, readers: dict[str, Client]
) -> None:
    """Asked and posted to. A thing of others and a thing that is not get the same answer, to the letter."""
    leaked, different, entries = set(), set(), Entry.objects.count()
    nothing: dict[tuple[str, str, str], tuple[int, str]] = {}

    def differs(told: Told, visit: Visit, reader: str, method: str) -> bool:
        asked = (visit.instead, reader, method)
        if asked not in nothing:
            nothing[asked] = ask(readers[reader], method, visit.instead).but_for(visit.instead)
        # Of things other than plans we know no owner: whoever is refused, is refused alike.
        return told.but_for(visit.path) != nothing[asked] and (
            visit.thing in PLANS or told.status in {403, 404}
        )

    for visit in visits(all_routes()[template], papers):
        for reader, client in readers.items():
            told = ask(client, "GET", visit.path)
            leaked |= {
                (visit.path, reader, marker) for marker in leaks(papers, reader, told, visit.path)
            }
            # His to withdraw: a bare POST does it.
            if (reader, visit.thing) == ("kz-administrator", str(papers.mandates["own"])):
                continue
            if reader in papers.markers.get(visit.thing, set()) or visit.path == visit.instead:
                continue
            if differs(told, visit, reader, "GET"):
                different.add((visit.path, reader, "GET"))
            if differs(ask(client, "POST", visit.path), visit, reader, "POST"):
                different.add((visit.path, reader, "POST"))
    assert leaked == set()
    assert different == set()
    assert Entry.objects.count() == entries
