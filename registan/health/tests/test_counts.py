"""Counts sent by States: four kinds apart, revisions kept, as known on a day, refusals with a cure."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.health.acts.conditions import state_definition
from registan.health.acts.counts import submit_counts
from registan.health.models import Sent, Series, Submission
from registan.health.queries.computing import series_for_kernel
from registan.health.queries.series import readings, standing_as_of
from registan.health.queries.silence import silences
from registan.health.tests.sending import draft, last_week, measles, send, tidy, weeks
from registan.ledger.audience import PARTNERS, Viewer
from registan.ledger.models import Entry
from registan.parties.queries import viewer_for_party
from registan.parties.setup_mandate import SETUP
from registan.web.refusal import Refused
from tests.cast import enrol

if TYPE_CHECKING:
    from tests.cast import Cast

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "health" / "covid19_daily.csv"
OUTSIDE = Viewer(states=frozenset({"CN"}), member=True)


def kinds(state: str = "KZ") -> str:
    return str(Series.objects.get(state__key=state, area="").held["kinds"])


def test_reported_zero_not_reported_and_nothing_are_four_things(cast: Cast) -> None:
    condition = measles(cast)
    send(cast.kz_filer, weeks(12, 0, "NR"))
    send(cast.kz_filer, tidy(f"KZ,,measles,{last_week(5)},,,,7"))
    assert kinds() == "r..r0n"
    ((_, arrays),) = series_for_kernel(condition)
    assert arrays.values[0] == 7
    assert arrays.values[4] == 0
    assert list(arrays.values[[1, 2, 5]]) != [0, 0, 0]
    assert arrays.kinds == "r..r0n"


def test_one_act_is_one_entry_with_digest_and_numbers_but_no_figure(cast: Cast) -> None:
    measles(cast)
    submission = send(cast.kz_filer, weeks(31_337, 0, "NR"))
    entry = Entry.objects.get(kind="health.counts.submitted")
    assert entry.record["digest"] == submission.digest
    assert entry.record["count"] == 3
    (row,) = entry.record["summary"]
    assert (row["values"], row["zero"], row["not_reported"], row["revised"]) == (3, 1, 1, 0)
    assert "31337" not in str(entry.record)


def test_a_revision_leaves_the_earlier_figure_on_record_and_is_marked(cast: Cast) -> None:
    condition = measles(cast)
    now = timezone.now()
    send(cast.kz_filer, weeks(10, 20), now=now - timedelta(days=2))
    second = send(cast.kz_filer, weeks(10, 25), now=now)
    series = Series.objects.select_related("condition").get()
    assert series.held["values"] == [10, 25]
    assert series.held["revised"] == [0, 1]
    assert second.summary[0]["values"] == 1
    before = standing_as_of(series, timezone.localdate(now - timedelta(days=1)))
    assert before.values == [10, 20]
    assert standing_as_of(series, timezone.localdate(now - timedelta(days=9))).kinds == ""
    shown = readings(condition, "cases", OUTSIDE, as_of=timezone.localdate(now))
    assert shown[0].standing == standing_as_of(series, None)


def test_a_late_figure_and_a_withdrawn_one_are_revisions_too(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks("NR", 8))
    send(cast.kz_filer, weeks(4, "NR"))
    assert Series.objects.get().held["revised"] == [1, 1]
    assert kinds() == "rn"


def test_every_value_names_sender_time_and_definition(cast: Cast) -> None:
    condition = measles(cast)
    agreed = state_definition(
        cast.secretariat, condition, texts={"en": "A"}, since=date(2020, 1, 1)
    )
    own = state_definition(
        cast.kz_filer, condition, texts={"ru": "Б"}, since=timezone.localdate() - timedelta(days=14)
    )
    submission = send(cast.kz_filer, weeks(1, 2, 3, 4, 5))
    held = Series.objects.get().held
    assert set(held["by"]) == {submission.pk}
    assert held["definitions"][0] == agreed.pk
    assert held["definitions"][-1] == own.pk
    assert submission.office == cast.kz_filer.urn


def test_the_same_file_again_changes_nothing_and_says_so(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(1, 2))
    with pytest.raises(Refused, match="counts_unchanged"):
        send(cast.kz_filer, weeks(1, 2))
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("KZ,,measles,2026-W05,,,,-3", "negative"),
        ("KZ,,measles,2099-W05,,,,3", "period_ahead"),
        ("KZ,,measles,1812-W40,,,,3", "period_too_early"),
        ("KZ,,measles,2026-01-29,,,,3", "wants_week"),
        ("KZ,,measles,2026-W05,,,,1000000000", "too_many"),
        ("KZ,,plague,2026-W05,,,,3", "condition_unknown"),
        ("KZ,,,2026-W05,,,,3", "condition_missing"),
        ("Atlantis,,measles,2026-W05,,,,3", "place_unknown"),
        ("CN,,measles,2026-W05,,,,3", "another_state"),
        ("KZ,CN-11,measles,2026-W05,,,,3", "another_state"),
        ("KZ,,measles,2026-W05,tears,,,3", "measure_unknown"),
        ("KZ,,measles,2026-W05,,x,,3", "sex_unknown"),
        ("KZ,,measles,2026-W05,,,old,3", "age_unknown"),
        ("KZ,,measles,2026-W05,,,,", "value_missing"),
    ],
)
def test_a_bad_line_is_named_with_its_cure_and_nothing_is_recorded(
    cast: Cast, row: str, code: str
) -> None:
    measles(cast)
    found = draft(tidy(f"KZ,,measles,{last_week()},,,,5", row), cast.kz_filer.state)
    assert [(each.line, each.code) for each in found.problems] == [(3, code)]
    with pytest.raises(Refused, match="counts_have_problems"):
        submit_counts(cast.kz_filer, found)
    assert not Series.objects.exists()


def test_a_week_under_way_is_not_taken(cast: Cast) -> None:
    measles(cast)
    (problem,) = draft(tidy(f"KZ,,measles,{last_week(-1)},,,,5"), cast.kz_filer.state).problems
    assert problem.code in {"week_not_over", "period_ahead"}


@pytest.mark.parametrize(("other", "code"), [(5, "sent_twice"), (6, "told_two_ways")])
def test_a_week_sent_twice_in_a_file_is_a_problem(cast: Cast, other: int, code: str) -> None:
    measles(cast)
    row = f"KZ,,measles,{last_week()},,,,"
    found = draft(tidy(f"{row}5", f"{row}{other}"), cast.kz_filer.state)
    assert [(each.line, each.code, each.facts["other"]) for each in found.problems] == [
        (3, code, 2)
    ]


def test_days_are_refused_for_weeks_and_weeks_for_days(cast: Cast) -> None:
    measles(cast, period="day")
    (problem,) = draft(tidy("KZ,,measles,2026-W05,,,,5"), cast.kz_filer.state).problems
    assert problem.code == "wants_day"


def test_a_state_sends_for_itself_alone(cast: Cast) -> None:
    measles(cast)
    foreign = draft(weeks(5, state="CN"), None)
    with pytest.raises(Refused, match="another_state"):
        submit_counts(cast.kz_filer, foreign)
    reader = enrol("kz-reader", ("read",), "KZ")
    with pytest.raises(Refused, match="power_missing"):
        send(reader, weeks(5))
    with pytest.raises(Refused, match="power_missing"):
        submit_counts(cast.secretariat, foreign)


def test_conditions_for_different_readers_go_apart(cast: Cast) -> None:
    measles(cast)
    measles(cast, code="plague", audience=PARTNERS)
    week = last_week()
    both = draft(tidy(f"KZ,,measles,{week},,,,5", f"KZ,,plague,{week},,,,5"), cast.kz_filer.state)
    with pytest.raises(Refused, match="counts_mix_audiences"):
        submit_counts(cast.kz_filer, both)


def test_what_was_confirmed_is_what_was_seen(cast: Cast) -> None:
    measles(cast)
    found = draft(weeks(5), cast.kz_filer.state)
    with pytest.raises(Refused, match="counts_moved_on"):
        submit_counts(cast.kz_filer, found, seen="something else")


def test_small_numbers_are_hidden_outside_the_sending_state(cast: Cast) -> None:
    condition = measles(cast)
    send(cast.kz_filer, weeks(3, 0, 12))
    own = viewer_for_party(state="KZ")
    (mine,) = readings(condition, "cases", own)
    (theirs,) = readings(condition, "cases", OUTSIDE)
    assert [mine.value(start) for start in mine.standing.starts] == [3, 0, 12]
    assert [theirs.value(start) for start in theirs.standing.starts] == [None, 0, 12]
    assert readings(condition, "cases", Viewer()) == []


def test_an_area_does_not_follow_from_the_total_less_the_others(cast: Cast) -> None:
    condition = measles(cast)
    week = last_week()
    figures = {"": 62, "KZ-75": 2, "KZ-79": 20, "KZ-19": 40}
    send(cast.kz_filer, tidy(*(f"KZ,{area},measles,{week},,,,{n}" for area, n in figures.items())))
    shown = {row.series.area: row.value(row.standing.first)
             for row in readings(condition, "cases", OUTSIDE)}  # fmt: skip
    assert shown == {"": 62, "KZ-75": None, "KZ-79": None, "KZ-19": 40}


def test_a_day_does_not_follow_from_its_week(cast: Cast) -> None:
    condition = measles(cast, period="day")
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday() + 7)
    rows = [f"KZ,,measles,{monday + timedelta(days=place)},,,,{n}"
            for place, n in enumerate((9, 3, 9, 9, 9, 9, 9))]  # fmt: skip
    send(cast.kz_filer, tidy(*rows))
    (week,) = readings(condition, "cases", OUTSIDE, by_week=True)
    assert week.value(monday.toordinal()) is None
    (own,) = readings(condition, "cases", viewer_for_party(state="KZ"), by_week=True)
    assert own.value(monday.toordinal()) == 57


def test_silence_says_who_has_not_sent_and_since_when(cast: Cast) -> None:
    condition = measles(cast)
    send(cast.kz_filer, tidy(f"KZ,,measles,{last_week(6)},,,,5"))
    send(cast.cn_filer, weeks("NR", state="CN"))
    found = {each.state.key: each for each in silences(condition, timezone.localdate())}
    assert "CN" not in found
    assert found["KZ"].awaited in {5, 6}
    assert found["IN"].last is None
    order = [each.state.orders["ru"] for each in silences(condition, timezone.localdate())]
    assert order == sorted(order)


def test_public_figures_of_the_operator_are_no_state_s_word(cast: Cast) -> None:
    measles(cast, period="day")
    data = b"date,iso3,cases,deaths\n2022-01-03,KAZ,9,0\n2022-01-04,KAZ,0,0\n2022-01-05,KAZ,-2,0\n"
    submission = submit_counts(SETUP, draft(data, None, condition="measles"), source="JHU")
    assert submission.is_of_operator
    assert Series.objects.get(measure="cases").held["kinds"] == "rn-"
    assert Entry.objects.get(kind="health.counts.submitted").actor == "SETUP"


def test_senders_names_are_mapped_to_ours(cast: Cast) -> None:
    measles(cast)
    week = last_week().replace("-", "")
    data = (f'{{"dataValues": [{{"dataElement": "fbfJHSPpUQD", "orgUnit": "ImspTQPwCqd", '
            f'"period": "{week}", "value": "9"}}]}}').encode()  # fmt: skip
    unmapped = draft(data, cast.kz_filer.state)
    assert [each.code for each in unmapped.problems] == ["condition_unknown"]
    names = {"fbfJHSPpUQD": "measles/deaths", "ImspTQPwCqd": "KZ-75"}
    submit_counts(cast.kz_filer, draft(data, cast.kz_filer.state, names=names))
    series = Series.objects.get()
    assert (series.measure, series.area) == ("deaths", "KZ-75")


def test_a_series_can_be_made_anew_from_what_was_sent(cast: Cast) -> None:
    measles(cast)
    for values in ((1, 2, 3), (1, 5, "NR"), ("NR", 0, 9)):
        send(cast.kz_filer, weeks(*values))
    series = Series.objects.select_related("condition").get()
    assert Sent.objects.count() == 3
    assert standing_as_of(series, timezone.localdate()) == standing_as_of(series, None)


@pytest.mark.skipif(
    not SHARED.is_file(), reason="NOT RUN: the shared counts are not on this machine"
)
def test_three_years_of_days_from_29_places_go_in_by_one_act(cast: Cast) -> None:
    measles(cast, code="covid-19", period="day")
    found = draft(SHARED.read_bytes(), None, condition="covid-19")
    assert found.problems == []
    submission = submit_counts(SETUP, found)
    assert sum(row["values"] for row in submission.summary) == 2 * 33_147
    assert Series.objects.filter(area="CN-HK").count() == 2
    india = Series.objects.get(state__key="IN", measure="cases")
    assert sum(india.held["values"]) == 44_690_738
