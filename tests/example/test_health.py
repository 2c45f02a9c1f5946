"""The desk of health in the example: years of weeks, revisions, silences, the same on every machine."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from django.conf import settings
from django.db import transaction

from registan.cli.worked_example.cast import enrol_cast
from registan.cli.worked_example.health import RECENT, YEARS, play_health
from registan.cli.worked_example.material import read_material
from registan.health.models import Condition, Series
from registan.health.queries.computing import series_for_kernel
from registan.health.queries.silence import silences
from tests.cast import make_organisation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

pytestmark = pytest.mark.django_db
DAYS = [date(2026, 11, 26), date(2028, 2, 29), date(2027, 1, 4)]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def today(request: Any, django_db_setup: Any, django_db_blocker: DjangoDbBlocker) -> Iterator[date]:
    """The day of loading; nothing of it stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_organisation()
        begun = datetime.combine(request.param, time(), UTC) - timedelta(days=200)
        play_health(enrol_cast(begun), read_material(settings.PROFILE / "example"), request.param)
        yield request.param
        transaction.set_rollback(True)


def test_there_are_years_enough_for_detection(today: date) -> None:
    for condition in Condition.objects.filter(illustrative=True):
        told = series_for_kernel(condition)
        assert len(told) == 10
        for _, arrays in told:
            history = arrays.values[: 52 * YEARS - RECENT]
            assert len(history) == 52 * YEARS - RECENT
            assert not np.isnan(history).any()


def test_all_kinds_are_there_and_some_figures_were_revised(today: date) -> None:
    rows = Series.objects.filter(area="")
    assert set("".join(row.held["kinds"] for row in rows)) >= {"r", "0", "n"}
    assert any(sum(row.held["revised"]) > 3 for row in rows)


def test_some_states_are_silent_and_most_are_not(today: date) -> None:
    influenza = Condition.objects.get(code="influenza-like")
    silent = {each.state.key for each in silences(influenza, today)}
    assert "TJ" in silent
    assert len(silent) <= 3
    assert len(silences(Condition.objects.get(code="covid-19"), today)) == 10


def test_the_figures_have_a_likely_size(today: date) -> None:
    india = Series.objects.get(condition__code="measles", state__key="IN")
    assert min(india.held["values"]) > 60
    assert max(india.held["values"]) < 900
