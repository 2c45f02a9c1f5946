"""The index follows many acts in batches, and lets others write in between."""

from __future__ import annotations

import pytest
from django.db import connection

from registan.ledger.audience import NOBODY
from registan.ledger.sequencer import integrate_all
from registan.search import index
from registan.search.queries import Wanted, find
from tests.cast import enrol, make_organisation

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.usefixtures("queued_jobs")
def test_between_two_batches_the_lock_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    make_organisation()
    for place in range(4):
        enrol(f"kz-reader-{place}", ("read",), "KZ")
    integrate_all()
    paused: list[bool] = []
    monkeypatch.setattr(index, "ENTRIES", 2)
    monkeypatch.setattr(
        "registan.search.index.time.sleep", lambda _: paused.append(connection.in_atomic_block)
    )
    assert index.catch_up() == 5
    assert paused == ([False, False] if connection.vendor == "sqlite" else [])
    assert not index.is_behind()
    assert find(Wanted(words="казахстан"), NOBODY).documents[0].urn == "urn:registan:state:KZ"
