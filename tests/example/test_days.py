"""The worked example follows the day of loading: two rounds are closed and one is open on any day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db.models import Count
from django.utils import timezone

from registan.cli.worked_example import load_example
from registan.cli.worked_example.office_key import KEY, PASSPHRASE
from registan.cli.worked_example.times import example_times
from registan.kernel.log.key_file import unlock
from registan.ledger.fsck import span
from registan.ledger.models import Entry, KeyStatus, OfficeKey
from registan.ledger.sequencer import integrate_all
from registan.plans.models import Joining, Measure, Plan, Report, RoundLine
from registan.plans.models.reports import Progress, Stage
from tests.cast import make_organisation, signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import DjangoDbBlocker

LEAP_DAY = date(2028, 2, 29)
DAYS = [date(2027, 1, 1), LEAP_DAY, date(2027, 12, 31), date(2027, 3, 1), date(2026, 11, 26)]


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_on_any_day_two_rounds_are_over_and_one_is_open(today: date) -> None:
    times = example_times(today)
    first, second, third = times.rounds
    for over in (first, second):
        assert over.starts_on < over.ends_on < (over.closed_on or today) <= today
        assert over.due_on < today
    assert third.closed_on is None
    assert third.starts_on < third.ends_on < today < third.due_on
    assert second.closed_on is not None
    assert second.closed_on < third.opened_on < today
    assert times.adopted_on < times.starts_on
    assert len(set(times.years)) == 5
    assert times.years[0] < today.year <= times.years[-1]


def test_every_day_of_four_years_has_its_times() -> None:
    for count in range(4 * 366):
        today = date(2026, 1, 1) + timedelta(days=count)
        third = example_times(today).rounds[2]
        assert third.opened_on < today < third.due_on
        assert third.starts_on < third.ends_on < today


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("example")


@pytest.fixture(scope="module")
def loaded(django_db_setup: Any, django_db_blocker: DjangoDbBlocker, keys: Path) -> Iterator[Plan]:
    """The example as loaded on a 29 February; nothing of it stays."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        make_organisation()
        yield load_example(settings.PROFILE / "example", keys, LEAP_DAY, lambda done, of: None)
        transaction.set_rollback(True)


@pytest.mark.django_db
class TestLoadedOnALeapDay:
    def test_it_has_what_real_life_has(self, loaded: Plan) -> None:
        assert 140 <= loaded.measures.count() <= 160
        assert loaded.languages == ["ru", "zh", "en"]
        assert loaded.chapters.count() >= 10
        assert [row.is_open for row in loaded.rounds.order_by("number")] == [False, False, True]
        lines = RoundLine.objects.filter(round__plan=loaded)
        assert lines.filter(version__isnull=True).exists(), "some gave no information"
        progresses = set(lines.values_list("version__progress", flat=True)) - {None}
        assert progresses == set(Progress.values)
        assert lines.filter(state__isnull=False).values("state").distinct().count() >= 8
        reports = Report.objects.filter(round__plan=loaded, round__number=3)
        stages = dict(reports.values_list("stage").annotate(Count("pk")))
        assert stages[Stage.RETURNED]
        assert stages[Stage.FILED]
        joinings = Joining.objects.filter(measure__plan=loaded)
        assert joinings.values("since").distinct().count() > 1, "some joined late"
        assert joinings.filter(until__isnull=False).exists(), "one has left"

    def test_nothing_in_it_lies_ahead_whatever_the_hour_of_loading(self, loaded: Plan) -> None:
        dawn = datetime.combine(LEAP_DAY, time(0), tzinfo=timezone.get_default_timezone())
        assert not Entry.objects.filter(at__gte=dawn).exists()

    def test_one_state_signs_with_a_key_that_anybody_here_may_try(
        self, loaded: Plan, keys: Path
    ) -> None:
        for file in (KEY, PASSPHRASE):
            assert (keys / file).stat().st_mode & 0o777 == 0o600
        by = unlock((keys / KEY).read_bytes(), (keys / PASSPHRASE).read_bytes().strip())
        named = OfficeKey.objects.get()
        assert named.verifier == by.key
        assert named.status == KeyStatus.IN_FORCE
        assert "example" in named.name
        integrate_all()
        signed = Entry.objects.with_log().filter(kind="plans.opinion.recorded").latest("pk")
        assert "office-key/v1" in signed.payload.draft.decode()
        assert signed.number is not None
        # With a fault where the signature is missing, another's, or not of these words.
        assert list(span(signed.number, signed.number + 1, [])) == []

    def test_its_pages_answer_and_say_that_it_is_illustrative(
        self, loaded: Plan, settings: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings.DEMO = True
        clock = datetime.combine(LEAP_DAY, time(12), tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: clock)
        client = signed_in("coordinator.kz")
        number = Measure.objects.filter(plan=loaded).earliest("position").number
        for lang, words in (("ru", "Иллюстративный"), ("zh", "示例"), ("en", "llustrative")):
            for path in ("", "plans/", f"plans/{loaded.key}/", f"plans/{loaded.key}/table/",
                         f"plans/{loaded.key}/rounds/3/", f"plans/{loaded.key}/measures/{number}/",
                         "plans/owed/", "states/", "history/"):  # fmt: skip
                answer = client.get(f"/{lang}/{path}")
                assert answer.status_code == 200, path
                assert words in answer.text
