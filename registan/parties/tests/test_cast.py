"""The cast itself: made through acts, whole at the start of each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from registan.ledger.models import Entry
from registan.parties.acts import withdraw_mandate
from registan.parties.models import Mandate
from registan.parties.queries import members

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.mark.parametrize("_", [1, 2])
def test_what_one_test_changes_the_next_does_not_see(_: int, cast: Cast) -> None:
    assert cast.kz_clearer.revoked_at is None
    withdraw_mandate(cast.kz_administrator, cast.kz_clearer)
    assert Mandate.objects.exclude(revoked_at=None).count() == 1


def test_every_official_signs_in_and_sees_his_pages(cast: Cast) -> None:
    for mandate in Mandate.objects.select_related("official"):
        page = cast.client(mandate.official.username).get("/en/own/")
        assert mandate.official.display_name in page.content.decode()
    assert Client().get("/en/own/").status_code == 302


def test_all_of_it_is_in_the_ledger(cast: Cast) -> None:
    kinds = list(Entry.objects.values_list("kind", flat=True))
    assert kinds.count("parties.official.enrolled") == 8
    assert kinds[-3:] == ["plans.plan.brought_in", "plans.measure.joined", "plans.round.opened"]
    assert cast.round.is_open
    assert len(members(timezone.localdate())) == 10
