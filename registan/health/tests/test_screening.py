"""Screening and back-tests by the kernel itself: counts in, signals and differences out, nothing twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.health import backtest, screening
from registan.health.acts.conditions import state_definition
from registan.health.inputs import input_of
from registan.health.methods import ALGORITHMS, BY_HISTORY, EARS, checked, usual
from registan.health.models import BackTest, Screening, Signal
from registan.health.queries.recomputing import (
    file_of,
    input_then,
    inputs_then,
    numbers_of,
    signal_numbered,
    weekly_standings,
)
from registan.health.recomputing import NoSignal, again_from_file, again_from_inputs
from registan.health.tests.finding import QUIET, a_jump, in_force, let_processes_go, propose
from registan.health.tests.sending import measles, send, weeks
from registan.kernel.counts.periods import monday_of, week_name
from registan.kernel.epi.method import Method
from registan.ledger.models import Entry
from registan.web.texts import say

if TYPE_CHECKING:
    from tests.cast import Cast

_no_process_stays = pytest.fixture(autouse=True, scope="module")(let_processes_go)


@pytest.fixture
def outbreak(cast: Cast) -> Cast:
    """KZ's measles jump in the last week; China's stay as they were."""
    a_jump(cast)
    send(cast.cn_filer, weeks(*QUIET, 11, state="CN"))
    return cast


def test_a_step_that_comes_of_another_definition_is_no_signal(cast: Cast) -> None:
    condition = measles(cast)
    three_weeks_ago = date.fromordinal(monday_of(timezone.localdate().toordinal()) - 21)
    narrow, wide = (
        state_definition(cast.secretariat, condition, since=since, texts={"en": words})
        for since, words in ((date(2020, 1, 6), "confirmed"), (three_weeks_ago, "suspected too"))
    )
    send(cast.kz_filer, weeks(*QUIET, 55, 57, 56))
    # China's step is no matter of definitions: it did not count by the wider one yet.
    rows = weeks(*QUIET, 55, 57, 56, state="CN").decode().splitlines()
    kept = [f"{rows[0]},definition", *(f"{row},{narrow.key}" for row in rows[1:])]
    send(cast.cn_filer, "\n".join(kept).encode())
    in_force(cast)
    screening.screen_counts(timezone.now())
    assert set(Signal.objects.values_list("state_key", flat=True)) == {"CN"}
    page = cast.client("kz-filer").get("/en/health/conditions/measles/KZ/").content.decode()
    week = week_name(three_weeks_ago.toordinal())
    assert say("health.redefined", "en", period=week, key=wide.key) in page


@pytest.mark.parametrize("algorithm", list(ALGORITHMS))
def test_the_kernel_reads_every_method_that_can_be_proposed(algorithm: str) -> None:
    content = checked(algorithm, "strict", usual(algorithm))
    assert Method.from_record(content).to_record() == content


def test_the_house_proposes_the_method_of_the_desk() -> None:
    assert checked(BY_HISTORY, "strict", usual(BY_HISTORY)) == Method.desk().to_record()


def test_a_jump_becomes_a_signal_once(outbreak: Cast) -> None:
    now = timezone.now()
    assert screening.screen_counts(now) == 1
    signal = Signal.objects.get()
    assert (signal.state_key, signal.count, signal.rule) == ("KZ", 55, "ears C2")
    assert signal.expected < 12 < signal.upper < 55
    assert signal.score > 1
    looks = Screening.objects.count()
    last = Screening.objects.first()
    assert last is not None
    assert (last.series, last.tested, last.above) == (2, 2, 1)
    assert last.false_alarms == pytest.approx(0.002)
    assert screening.screen_counts(timezone.now()) == 0
    assert Screening.objects.count() == looks
    send(outbreak.kz_filer, weeks(*QUIET, 56))
    assert screening.screen_counts(timezone.now()) == 0
    assert Screening.objects.count() == looks + 1


def test_a_week_that_nobody_reported_is_no_signal_and_is_counted(outbreak: Cast) -> None:
    send(outbreak.in_filer, weeks(*QUIET, "NR", state="IN"))
    screening.screen_counts(timezone.now())
    last = Screening.objects.first()
    assert last is not None
    assert last.missing == {"not_reported": 1}
    assert last.series == last.tested + 1


def test_without_a_method_in_force_nothing_is_screened(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*QUIET, 55))
    propose(cast.kz_filer)
    assert not screening.is_due()
    assert screening.screen_counts(timezone.now()) == 0
    assert not Screening.objects.exists()


def test_a_proposal_is_tried_beside_the_one_in_force(outbreak: Cast) -> None:
    deaf = propose(
        outbreak.cn_filer, EARS, parameters=usual(EARS) | {"alpha": 1e-6, "minSigma": 10}
    )
    assert [row.n for row in backtest.untested()] == [2]
    test = backtest.try_method(deaf, timezone.now())
    assert test is not None
    assert (test.signals_before, test.signals) == (1, 0)
    assert [(code, state, was, now) for code, state, _, was, now in test.changed] == [
        ("measles", "KZ", True, False)
    ]
    assert backtest.untested() == []
    again = backtest.try_method(deaf, timezone.now())
    assert again is not None
    assert (again.inputs, again.digest) == (test.inputs, test.digest)
    record = Entry.objects.filter(kind="health.method.tested").latest("pk").record
    assert record["result_digest"] == test.digest
    assert "KZ" not in str(record)


def test_without_counts_there_is_nothing_to_try(cast: Cast) -> None:
    version = propose(cast.kz_filer)
    assert backtest.untested() == [version]
    assert backtest.try_method(version, timezone.now()) is None
    assert not BackTest.objects.exists()


def test_the_first_proposal_is_tried_beside_nothing(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*QUIET, 55))
    version = propose(cast.kz_filer)
    test = backtest.try_method(version, timezone.now())
    assert test is not None
    assert (test.against, test.signals, test.signals_before) == (None, 1, 0)
    assert backtest.untested() == []


def test_a_signal_is_computed_again_to_the_last_digit(outbreak: Cast) -> None:
    screening.screen_counts(timezone.now())
    signal = signal_numbered(Signal.objects.get().pk)
    assert signal is not None
    send(outbreak.kz_filer, weeks(*QUIET, 75))
    recorded = {"input_digest": signal.input_digest, **numbers_of(signal)}
    found = again_from_inputs(recorded, input_then(signal), inputs_then(signal))
    assert found.differences == []
    assert set(found.found) == {"input_digest", "count", "expected", "upper", "score", "p", "q"}
    assert again_from_file(file_of(signal)).differences == []


def test_a_forged_file_is_told_apart(outbreak: Cast) -> None:
    screening.screen_counts(timezone.now())
    signal = signal_numbered(Signal.objects.get().pk)
    assert signal is not None
    forged = file_of(signal)
    forged["input"]["counts"][-1] = 61
    told = {each.name for each in again_from_file(forged).differences}
    assert {"input_digest", "count", "score"} <= told
    better = file_of(signal)
    better["found"]["upper"] = "99.5"
    assert [each.name for each in again_from_file(better).differences] == ["upper"]


def test_an_input_holds_no_more_than_the_method_reaches(outbreak: Cast) -> None:
    screening.screen_counts(timezone.now())
    found = input_then(Signal.objects.get())
    assert found.counts[-12:] == (*QUIET, 55)
    assert set(found.counts[:-12]) == {None}
    known = weekly_standings(None)
    row, standing = next(pair for pair in known if pair[0].state.key == "KZ")
    same = input_of(row, standing, found.week.toordinal(), Signal.objects.get().method)
    assert same.digest == found.digest


@pytest.mark.parametrize(
    "change", [{"format": "x"}, {"input": []}, {"input": {}}, {"found": None}, {"found": {}}]
)
def test_what_is_no_file_of_a_signal_is_refused(outbreak: Cast, change: dict[str, object]) -> None:
    screening.screen_counts(timezone.now())
    signal = signal_numbered(Signal.objects.get().pk)
    assert signal is not None
    with pytest.raises(NoSignal):
        again_from_file({**file_of(signal), **change})
