"""Reserves, roster and exercise of the example: something of each kind, all of it labelled, kept apart."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from registan.cli.worked_example.assistance import play_assistance
from registan.cli.worked_example.cast import enrol_cast
from registan.cli.worked_example.emergencies import play_emergencies
from registan.cli.worked_example.reserves import play_reserves
from registan.health.models import Exercise, RosterEntry, StockPledge
from registan.health.queries.exercises import played
from registan.health.queries.reserves import radar, reserves
from registan.health.queries.roster import roster
from registan.parties.queries import viewer_for_party
from tests.cast import make_organisation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

pytestmark = pytest.mark.django_db
DAYS = [date(2026, 11, 26), date(2028, 2, 29)]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def today(request: Any, django_db_setup: Any, django_db_blocker: DjangoDbBlocker) -> Iterator[date]:
    """The day of loading; nothing of it stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_organisation()
        cast = enrol_cast(datetime.combine(request.param, time(), UTC) - timedelta(days=300))
        play_emergencies(cast, request.param)
        play_assistance(cast, request.param)
        play_reserves(cast, request.param)
        yield request.param
        transaction.set_rollback(True)


def test_lots_expire_unused_and_a_request_could_take_one(today: date) -> None:
    found = reserves(viewer_for_party(state="TJ"), today)
    assert len(found) == 4
    spare = [each for each in radar(found) if each.unused]
    assert spare
    assert any(each.takers for each in spare)


def test_one_stock_and_one_confirmation_are_awaited(today: date) -> None:
    viewer = viewer_for_party(state="TJ")
    stocks = [each for row in reserves(viewer, today) for each in row.states]
    assert [each.pledge.state.key for each in stocks if each.is_awaited] == ["KG"]
    entries = roster(viewer, today)
    assert [each.entry.state.key for each in entries if each.is_awaited] == ["IN"]
    assert [each.entry.state.key for each in entries if each.at_work] == ["CN"]


def test_the_exercise_has_a_part_of_each_kind_and_nothing_of_it_is_real(today: date) -> None:
    viewer = viewer_for_party(state="KZ")
    (drill,) = played(viewer)
    assert (len(drill.events), drill.pledges, len(drill.activations)) == (1, 1, 1)
    lots = [each.lot.lot for row in reserves(viewer, today) for each in row.lots]
    assert "DRILL-1" not in lots


def test_all_of_it_is_labelled(today: date) -> None:
    for model in (StockPledge, RosterEntry, Exercise):
        assert model.objects.exists()
        assert not model.objects.filter(illustrative=False).exists()
