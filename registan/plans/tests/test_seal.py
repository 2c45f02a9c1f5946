"""The seal: the page after an act gives the number of its entry in the log."""

from __future__ import annotations

import pytest

from registan.ledger.models import Entry
from registan.plans.tests.reporting import UNDER_WAY, page, perform
from tests.cast import make_cast, make_organisation, signed_in


@pytest.mark.django_db(transaction=True)
def test_the_page_after_a_filing_gives_the_number_of_its_entry() -> None:
    make_organisation()
    make_cast()
    told = page(perform(signed_in("kz-filer"), "1.2", "file", **UNDER_WAY))
    entry = Entry.objects.with_log().latest("pk")
    assert entry.number is not None
    assert f"Записано под № {entry.number}. Отчёт по мере 1.2 представлен." in told
    assert f"представлен отчёт по мере 1.2 — выполняется. № {entry.number}" in told
