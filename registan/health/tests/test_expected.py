"""A year beside what the method expects: the numbers of the screening, and nobody's signal told to others."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.health import backtest, screening
from registan.health.acts.methods import adopt_method
from registan.health.estimating import make_estimates
from registan.health.expecting import make_expected
from registan.health.models import Estimate, Signal
from registan.health.tests.finding import in_force, instrument, propose
from registan.health.tests.sending import last_week, measles, send, weeks
from registan.jobs import local_pool
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast

QUIET = [12, 9, 11, 10, 13, 8, 12, 10, 11, 9, 12]
SERIES, FILE = "conditions/measles/KZ/", "conditions/measles/KZ/expected.csv"


@pytest.fixture(autouse=True, scope="module")
def _no_process_stays() -> Iterator[None]:
    yield
    local_pool.let_go()


@pytest.fixture
def outbreak(cast: Cast) -> Cast:
    measles(cast)
    send(cast.kz_filer, weeks(*QUIET, 55))
    in_force(cast)
    work_out()
    return cast


def work_out() -> int:
    make_estimates(timezone.now())
    return make_expected()


def read(cast: Cast, who: str, address: str, lang: str = "en") -> str:
    answer = cast.client(who).get(f"/{lang}/health/{address}")
    assert answer.status_code == 200
    return answer.content.decode("utf-8-sig")


def table(cast: Cast, who: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(read(cast, who, FILE))))


@pytest.mark.parametrize("lang", LANGS)
def test_its_own_state_sees_the_week_above_the_bound(outbreak: Cast, lang: str) -> None:
    page = read(outbreak, "kz-filer", SERIES, lang)
    assert say("expected.key", lang, n=1) in page
    assert page.count('class="point"') == 1
    assert page.count(f"<td>{say('expected.is_above', lang)}</td>") == 1
    assert last_week() in page[page.index('class="reading"') : page.index('class="point"')]


def test_the_numbers_are_those_of_the_signal(outbreak: Cast) -> None:
    screening.screen_counts(timezone.now())
    signal = Signal.objects.get()
    rows = table(outbreak, "kz-filer")
    assert len(rows) == 52
    last = rows[-1]
    assert (last["week"], last["count"], last["above"]) == (last_week(), "55", "1")
    assert float(last["expected"]) == signal.expected
    assert float(last["upper"]) == signal.upper
    assert all(row["reason"] and not row["upper"] for row in rows[:40])
    page = read(outbreak, "kz-filer", f"signals/{signal.pk}/")
    assert 'class="point"' in page
    room = read(outbreak, "kz-filer", "situation/")
    assert room.index('class="point"') < room.index(say("situation.first", "en") + "</h2>")


def test_no_other_state_learns_of_a_signal_by_it(outbreak: Cast) -> None:
    assert table(outbreak, "cn-filer") == []
    for address in (SERIES, "situation/"):
        assert 'class="point"' not in read(outbreak, "cn-filer", address)
    assert 'class="point"' in read(outbreak, "secretariat", SERIES)
    assert table(outbreak, "secretariat")[-1]["above"] == "1"


def test_a_small_number_keeps_it_from_the_secretariat(outbreak: Cast) -> None:
    send(outbreak.kz_filer, weeks(*QUIET[:-1], 3, 55))
    assert work_out() == 1
    assert table(outbreak, "secretariat") == []
    assert 'class="point"' not in read(outbreak, "secretariat", SERIES)
    assert table(outbreak, "kz-filer")[-2]["count"] == "3"


def test_the_same_counts_are_not_worked_out_again_and_another_method_is(outbreak: Cast) -> None:
    assert work_out() == 0
    before = Estimate.objects.get().expected["digest"]
    ears = propose(outbreak.secretariat, "ears")
    backtest.try_method(ears, timezone.now())
    adopt_method(
        outbreak.secretariat, ears, instrument=instrument(),
        since=timezone.localdate(),
    )  # fmt: skip
    assert work_out() == 1
    told = Estimate.objects.get().expected
    assert (told["version"], told["digest"] != before) == (ears.n, True)
    assert say("expected.key", "en", n=ears.n) in read(outbreak, "kz-filer", SERIES)


def test_without_a_method_in_force_there_is_none(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*QUIET, 55))
    assert work_out() == 0
    assert table(cast, "kz-filer") == []
