"""The seal: the page after an act gives the number of its entry in the log."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from registan.ledger.models import Entry
from registan.ledger.sequencer import integrate_all
from registan.plans.tests.reporting import UNDER_WAY, page, perform
from tests.cast import make_cast, make_organisation, signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def numbering() -> Iterator[None]:
    """The sequencer at work beside the pages, as the keeper runs it."""
    done = Event()

    def work() -> None:
        while not done.wait(0.02):
            integrate_all()
        connection.close()

    worker = Thread(target=work)
    worker.start()
    try:
        yield
    finally:
        done.set()
        worker.join()


@pytest.mark.django_db(transaction=True)
def test_the_page_after_a_filing_gives_the_number_of_its_entry() -> None:
    make_organisation()
    make_cast()
    with numbering():
        told = page(perform(signed_in("kz-filer"), "1.2", "file", **UNDER_WAY))
    entry = Entry.objects.with_log().latest("pk")
    assert entry.number is not None
    assert f"Записано под № {entry.number}. Отчёт по мере 1.2 представлен." in told
    assert f"представлен отчёт по мере 1.2 — выполняется. № {entry.number}" in told
