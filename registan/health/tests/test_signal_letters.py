"""Letters on signals: to the State's own officials alone, one a night, and not the same thing twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.health.acts.alerts import explain_signal
from registan.health.acts.signal_letters import tell_of_signals
from registan.health.jobs_letters import somebody_is_to_be_told
from registan.health.models import Signal
from registan.health.queries.signal_waits import DUE, LETTER
from registan.health.tests.finding import in_force, raised
from registan.health.tests.sending import measles, send, weeks
from registan.jobs.models import Letter
from registan.parties.powers import OFFICES
from tests.cast import enrol

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def signal(cast: Cast) -> Signal:
    measles(cast)
    send(cast.kz_filer, weeks(11, 9, 0, 12, 40))
    return raised(in_force(cast))


def tell(after: timedelta = timedelta(0)) -> list[Letter]:
    """The letters of one night, in order of their readers."""
    before = set(Letter.objects.values_list("pk", flat=True))
    tell_of_signals(now=_moment(after))
    new = Letter.objects.exclude(pk__in=before).filter(kind=LETTER)
    return sorted(new, key=lambda row: row.username)


def _moment(after: timedelta) -> datetime:
    return timezone.now() + after


def test_only_those_of_the_state_who_may_answer_are_written_to(cast: Cast, signal: Signal) -> None:
    enrol("kz-epidemiologist", OFFICES["surveillance"], "KZ", language="zh")
    assert somebody_is_to_be_told()
    letters = tell()
    assert [row.username for row in letters] == ["kz-epidemiologist", "kz-filer"]
    assert [row.lang for row in letters] == ["zh", "ru"]
    assert "Новых с прошлого письма: 1" in letters[1].body
    assert not somebody_is_to_be_told()


def test_the_subject_names_no_condition_and_no_number(cast: Cast, signal: Signal) -> None:
    (letter,) = tell()
    assert not any(sign.isdigit() for sign in letter.subject)
    for word in ("Корь", "корь", "40"):
        assert word not in letter.subject + letter.body


def test_one_letter_a_night_and_none_when_nothing_is_new(cast: Cast, signal: Signal) -> None:
    assert len(tell()) == 1
    assert tell() == []
    assert tell(timedelta(days=1)) == []


def test_what_waits_for_more_than_two_days_is_told_once_more(cast: Cast, signal: Signal) -> None:
    tell()
    (letter,) = tell(DUE + timedelta(hours=1))
    assert "из них дольше 48 часов: 1" in letter.body
    assert tell(DUE + timedelta(days=1)) == [], "and then no more"


def test_an_answered_signal_is_told_to_nobody(cast: Cast, signal: Signal) -> None:
    explain_signal(cast.kz_filer, signal, reason="A late batch")
    assert tell() == []
    assert tell(DUE + timedelta(hours=1)) == []
