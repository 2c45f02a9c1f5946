"""Estimates: worked out after counts arrive, shown in words, never where a small number would follow."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from registan.health.estimating import KERNEL, VERSION, forget, make_estimates
from registan.health.models import Estimate, Series, Submission
from registan.health.queries.estimates import estimated
from registan.health.queries.series import readings
from registan.health.tests.sending import last_week, measles, send, tidy, weeks
from registan.kernel.epi import estimate as kernel
from registan.ledger.audience import Viewer
from registan.ledger.guard import writing
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from datetime import datetime

    from registan.health.models import Condition
    from registan.parties.models import Mandate
    from tests.cast import Cast

RISING = [100 + 10 * n + 7 * (n % 3) for n in range(30)]


def worked_out() -> int:
    return make_estimates(timezone.now())


def earlier(by: Mandate, data: bytes, at: datetime) -> None:
    """As if it had been sent then: the mandates of the cast are younger."""
    sent = send(by, data)
    with writing():
        Submission.objects.filter(pk=sent.pk).update(made_at=at)


def page(client: Client, lang: str = "en", asked: str = "") -> str:
    answer = client.get(f"/{lang}/health/conditions/measles/KZ/{asked}")
    assert answer.status_code == 200
    return answer.content.decode()


def told(condition: Condition, state: str) -> str:
    """Why a reader of `state` sees no estimate of Kazakhstan; empty where he sees it."""
    viewer = Viewer(states=frozenset({state}), member=True)
    (reading,) = readings(condition, "cases", viewer, state="KZ")
    return estimated(reading, viewer).why


@pytest.mark.parametrize("lang", LANGS)
def test_figures_arrive_and_the_page_tells_what_to_expect(
    cast: Cast, lang: str, django_capture_on_commit_callbacks: Any
) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*RISING[:-1]))
    client = cast.client("kz-filer")
    assert say("estimate.no.none", lang) in page(client, lang)
    with django_capture_on_commit_callbacks(execute=True):
        send(cast.kz_filer, weeks(*RISING))
    row = Estimate.objects.get()
    middle = row.found["forecast"]["bands"][0][2]
    assert 0.5 * RISING[-1] < middle < 2 * RISING[-1]
    shown = page(client, lang)
    assert say("estimate.key", lang) in shown
    assert str(round(middle)) in shown
    assert row.input_digest[:16] in shown


def test_the_same_counts_are_not_worked_out_again_and_other_ones_are(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*RISING))
    assert [worked_out(), worked_out()] == [1, 0]
    before = Estimate.objects.get().input_digest
    send(cast.kz_filer, weeks(*RISING[:-1], 999))
    assert worked_out() == 1
    assert Estimate.objects.get().input_digest != before


def test_an_estimate_can_be_worked_out_again_to_the_digit(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*RISING))
    worked_out()
    row = Estimate.objects.get()
    again = kernel.estimate(RISING, known=[], interval=(11.7, 3.5), seed=row.seed)
    assert again == row.found
    assert f"{kernel.__name__}:estimate" == KERNEL
    assert kernel.VERSION == VERSION


def test_too_short_a_series_is_told_in_words(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*RISING[:9]))
    worked_out()
    shown = page(cast.client("kz-filer"))
    for key in ("estimate.why.forecast.few_weeks", "estimate.why.score.few_weeks"):
        assert say(key, "en") in shown


def test_of_a_few_weeks_nothing_is_worked_out(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(10, 20, 30))
    assert worked_out() == 0
    assert say("estimate.no.none", "en") in page(cast.client("kz-filer"))


def test_one_small_number_keeps_the_estimate_within_its_state(cast: Cast) -> None:
    condition = measles(cast)
    send(cast.kz_filer, weeks(*RISING))
    worked_out()
    assert told(condition, "CN") == ""
    send(cast.kz_filer, weeks(*RISING[:10], 3, *RISING[11:]))
    worked_out()
    assert told(condition, "CN") == "small"
    assert told(condition, "KZ") == ""
    client = cast.client("cn-filer")
    assert say("estimate.no.small", "en") in page(client)
    csv = client.get("/en/health/conditions/measles/KZ/estimates.csv")
    assert len(csv.content.splitlines()) == 1
    own = cast.client("kz-filer").get("/en/health/conditions/measles/KZ/estimates.csv")
    assert len(own.content.splitlines()) > 10


def test_a_number_that_was_small_once_keeps_it_too(cast: Cast) -> None:
    """The week is no longer hidden; but the nowcast rests on what was known of it first."""
    condition = measles(cast)
    now = timezone.now()
    earlier(cast.kz_filer, weeks(*RISING[:-1]), now - timedelta(days=70))
    for back in range(9, -1, -1):
        row = f"KZ,,measles,{last_week(back)},,,,"
        at = now - timedelta(days=7 * back, hours=1)
        earlier(cast.kz_filer, tidy(row + ("2" if back == 4 else "80")), at)
        earlier(cast.kz_filer, tidy(row + "150"), at + timedelta(minutes=9))
    row = f"KZ,,measles,{last_week(4)},,,,"
    earlier(cast.kz_filer, tidy(row + "2"), now - timedelta(days=28))
    earlier(cast.kz_filer, tidy(row + "151"), now - timedelta(days=20))
    worked_out()
    assert Estimate.objects.get().least == 2
    assert told(condition, "CN") == "small"
    assert told(condition, "KZ") == ""


def test_parts_of_a_state_and_past_days_have_none(cast: Cast) -> None:
    condition = measles(cast)
    send(cast.kz_filer, weeks(*RISING) + b"\n" + weeks(*RISING, area="KZ-ALA").split(b"\n", 1)[1])
    worked_out()
    assert Estimate.objects.count() == 1
    viewer = Viewer(states=frozenset({"KZ"}))
    whys = {
        row.series.area: estimated(row, viewer).why
        for row in readings(condition, "cases", viewer, state="KZ")
    }
    assert whys == {"": "", "KZ-ALA": "part"}
    today = timezone.localdate().isoformat()
    shown = page(cast.client("kz-filer"), asked=f"?as_of={today}")
    assert say("estimate.no.past", "en") in shown


def test_late_reports_are_added_to_the_last_week(cast: Cast) -> None:
    measles(cast)
    now = timezone.now()
    earlier(cast.kz_filer, tidy(f"KZ,,measles,{last_week(26)},,,,200"), now - timedelta(days=180))
    for back in range(25, -1, -1):
        row = f"KZ,,measles,{last_week(back)},,,,"
        earlier(cast.kz_filer, tidy(row + str(100 + back)), now - timedelta(days=7 * back, hours=1))
        if back < 25:
            row = f"KZ,,measles,{last_week(back + 1)},,,,"
            at = now - timedelta(days=7 * back, minutes=30)
            earlier(cast.kz_filer, tidy(row + str(201 + back)), at)
    worked_out()
    (told_of,) = Estimate.objects.get().found["nowcast"]
    assert told_of["back"] == 0
    assert told_of["share"] == pytest.approx(0.5, abs=0.05)
    assert told_of["point"] == pytest.approx(200, rel=0.1)
    shown = page(cast.client("kz-filer"))
    assert f"{round(100 * told_of['share'])} % of what is expected has been reported" in shown


def test_what_rests_on_destroyed_figures_is_forgotten(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*RISING))
    worked_out()
    forget(Series.objects.all())
    assert not Estimate.objects.exists()


def test_a_series_that_ended_long_ago_is_read_as_it_stood_then(cast: Cast) -> None:
    measles(cast)
    rows = [f"KZ,,measles,{last_week(219 - place)},,,,{n}" for place, n in enumerate(RISING)]
    send(cast.kz_filer, tidy(*rows))
    assert [worked_out(), worked_out()] == [1, 0]
    row = Estimate.objects.get()
    assert row.week.isocalendar()[:2] == tuple(
        int(each) for each in last_week(190).replace("W", "").split("-")
    )
    assert 0.5 * RISING[-1] < row.found["forecast"]["bands"][0][2] < 2 * RISING[-1]
    shown = page(cast.client("kz-filer"))
    assert say("estimate.past", "en", week=last_week(190)) in shown
    assert say("estimate.why.nowcast.no_delays", "en") not in shown
    of_condition = cast.client("kz-filer").get("/en/health/conditions/measles/").content.decode()
    assert say("health.grid.past", "en", period=last_week(190)) in of_condition
    assert f">{RISING[-1]}" in of_condition
    room = cast.client("kz-filer").get("/en/health/situation/").content.decode()
    assert say("health.grid.past", "en", period=last_week(190)) in room
    # What rose long ago is no news.
    assert say("situation.first.none", "en") in room


@pytest.mark.parametrize("lang", LANGS)
def test_the_serial_interval_is_told_with_its_source_and_how_sure_it_is(
    cast: Cast, lang: str
) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(*RISING))
    worked_out()
    shown = page(cast.client("kz-filer"), lang)
    assert "Vink et al. 2014" in shown
    for word in ("sourced", "assumed"):
        assert say(f"estimate.interval.{word}", lang) in shown
    assert say("estimate.interval.unverified", lang) not in shown
