"""Living indicators: what the desk counts of all States together is evidence of a measure."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from registan.health.queries.living import complete_weeks, hours_to_notify
from registan.health.tests.emergencies import notified
from registan.health.tests.sending import measles, send, weeks
from registan.kernel.counts.periods import monday_of
from registan.ledger.audience import MEMBERS, NOBODY, PARTNERS, PUBLIC, Viewer, states
from registan.parties.queries import members, secretariat_viewer
from registan.plans.acts.living import bind_indicator, unbind_indicator
from registan.plans.acts.measures import define_indicator
from registan.plans.acts.reports import file_report
from registan.plans.acts.rounds import close_round
from registan.plans.living import all_offers
from registan.plans.models import CitedFigure, Indicator, RoundFigure
from registan.plans.queries.living import reader_of
from registan.plans.tests.papers import account_of, lines_on
from registan.plans.tests.reporting import content, in_two_steps, last_record, page, perform
from registan.web.refusal import Refused
from registan.web.texts import LANGS, has_text, say
from tests.cast import enrol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registan.parties.models import Mandate
    from tests.cast import Cast

MEMBER = Viewer(member=True)
AT = "/ru/plans/joint-plan/measures/1.1/"
COMPLETE = "health.complete_weeks"


def first_day_awaited() -> date:
    """Today, or the first day on which the figure of the last week is awaited."""
    today = timezone.localdate()
    return max(today, date.fromordinal(monday_of(today.toordinal()) + 3))


def senders(cast: Cast) -> dict[str, Mandate]:
    """Somebody of each member who may send counts."""
    found = {"KZ": cast.kz_filer, "CN": cast.cn_filer, "IN": cast.in_filer}
    powers = cast.kz_filer.powers
    for state in members(timezone.localdate()):
        if state.key not in found:
            found[state.key] = enrol(f"{state.key.lower()}-sender", tuple(powers), state.key)
    return found


def all_send(cast: Cast, *values: object, but: Iterable[str] = ()) -> None:
    """Each member sends these figures of the last weeks, the oldest first."""
    for key, by in senders(cast).items():
        if key not in but:
            send(by, weeks(*values, state=key))


def bind(cast: Cast, **facts: object) -> Indicator:
    row = bind_indicator(
        cast.secretariat, cast.measure("1.1"),
        **{"offer": COMPLETE, "since": timezone.localdate() - timedelta(days=1), **facts},
    )  # fmt: skip
    return row.indicator


def test_a_week_is_complete_when_each_member_has_sent_a_figure_zero_among_them(cast: Cast) -> None:
    measles(cast)
    day = first_day_awaited()
    assert complete_weeks(MEMBER, day).value is None
    all_send(cast, 6, 0, 8, but=["CN"])
    assert complete_weeks(MEMBER, day).part == 0
    send(cast.cn_filer, weeks(7, 9, state="CN"))
    worked = complete_weeks(MEMBER, day)
    assert (worked.part, worked.whole, worked.value) == (2, 3, Decimal("66.7"))


def test_it_is_worked_out_as_it_was_known_on_the_day(cast: Cast) -> None:
    measles(cast)
    all_send(cast, 6, 7)
    before = timezone.localdate() - timedelta(days=1)
    assert complete_weeks(MEMBER, before).value is None


def test_what_a_reader_may_not_see_is_not_in_his_figure_and_is_told_as_nothing(cast: Cast) -> None:
    measles(cast)
    all_send(cast, 6, 7)
    assert complete_weeks(NOBODY, timezone.localdate()).value is None
    notified(cast, "CN")
    assert hours_to_notify(MEMBER, timezone.localdate()).value is None, "it is for China alone"
    assert hours_to_notify(secretariat_viewer(), timezone.localdate()).whole <= 1


def test_exercises_are_never_in_the_median(cast: Cast) -> None:
    everybody = [state.key for state in members(timezone.localdate())]
    own = Viewer(states=frozenset(everybody), member=True)
    notified(cast, *[key for key in everybody if key != "KZ"], exercise=True)
    assert hours_to_notify(own, timezone.localdate()).value is None
    notified(cast, *[key for key in everybody if key != "KZ"], before=5)
    worked = hours_to_notify(own, timezone.localdate())
    assert (worked.value, worked.whole) == (Decimal("15.0"), 1)


def test_every_offer_has_its_words_in_three_languages() -> None:
    for offer in all_offers():
        for part in ("name", "unit", "definition", "told", "none"):
            assert has_text(f"offered.{offer.key}.{part}")


def test_the_secretariat_binds_an_indicator_and_the_page_shows_its_figure(cast: Cast) -> None:
    measles(cast)
    all_send(cast, 6, 7, 8)
    desk = cast.client("secretariat")
    shown = page(desk.get(f"{AT}living/"))
    assert "Недели с полными данными" in shown
    since = str(timezone.localdate())
    looked = page(desk.post(f"{AT}living/", {"offer": COMPLETE, "since": since}))
    assert say(f"offered.{COMPLETE}.definition", "ru") in looked, (
        "the definition is what is agreed to"
    )
    told = page(in_two_steps(desk, f"{AT}living/", offer=COMPLETE, since=since))
    assert "полные данные за" in told
    assert "определение версии 1" in told
    assert last_record()["offered"] == COMPLETE
    for state in members(timezone.localdate()):
        assert f"{state.short_names['ru']}: 100" not in told


def test_only_who_amends_plans_may_bind_and_only_in_the_same_unit(cast: Cast) -> None:
    with pytest.raises(Refused, match="power_missing"):
        bind_indicator(
            cast.kz_filer, cast.measure("1.1"), offer=COMPLETE, since=timezone.localdate()
        )
    with pytest.raises(Refused, match="indicator_not_offered"):
        bind(cast, offer="health.beauty")
    define_indicator(cast.secretariat, cast.measure("1.1"), indicator="days",
                     names={"ru": "Дни"}, unit={"ru": "дней"})  # fmt: skip
    with pytest.raises(Refused, match="indicator_of_another_unit"):
        bind(cast, indicator="days")
    bind(cast)
    with pytest.raises(Refused, match="indicator_bound_already"):
        bind(cast)


def test_an_indicator_that_is_no_longer_bound_shows_no_figure(cast: Cast) -> None:
    row = bind(cast)
    desk = cast.client("secretariat")
    assert "берётся из данных с" in page(desk.get(AT))
    with pytest.raises(Refused, match="binding_ends_before_it_begins"):
        unbind_indicator(cast.secretariat, row, on=timezone.localdate() - timedelta(days=9))
    typed = {"offer": "end", "indicator": row.key, "since": str(timezone.localdate())}
    in_two_steps(desk, f"{AT}living/", **typed)
    assert "берётся из данных с" not in page(desk.get(AT)).partition("История")[0]


def test_a_report_cites_the_figure_and_later_counts_change_no_word_of_it(cast: Cast) -> None:
    measles(cast)
    all_send(cast, 6, 7, 8)
    row = bind(cast)
    day = str(timezone.localdate())
    client = cast.client("kz-filer")
    offered = page(client.get("/ru/plans/joint-plan/rounds/1/reports/1.1/"))
    assert "Привести: " in offered
    told = page(perform(client, "1.1", "file", progress="under_way", text_ru="Идёт.",
                        **{f"cite_{row.key}": day}))  # fmt: skip
    figure = CitedFigure.objects.get()
    assert figure.words["ru"] in told
    assert last_record()["cited"][row.key]["as_of"] == day  # type: ignore[index]
    send(cast.cn_filer, weeks("NR", "NR", "NR", state="CN"))
    assert CitedFigure.objects.get().to_record() == figure.to_record()
    report = client.get("/ru/plans/joint-plan/rounds/1/reports/1.1/KZ/")
    assert figure.words["ru"] in page(report)


def test_a_figure_of_tomorrow_or_of_no_desk_is_not_cited(cast: Cast) -> None:
    row, ahead = bind(cast), timezone.localdate() + timedelta(days=2)
    for key, day in ((row.key, ahead), (row.key, timezone.localdate() - timedelta(days=5)),
                     ("other", timezone.localdate())):  # fmt: skip
        with pytest.raises(Refused, match="figure_not_to_be_cited"):
            file_report(cast.kz_filer, cast.round, cast.measure("1.1"), now=timezone.now(),
                        content=content(cites={key: day}))  # fmt: skip


def test_the_account_tells_it_and_a_closed_one_keeps_it(cast: Cast) -> None:
    measles(cast)
    all_send(cast, 6, 7, 8)
    bind(cast)
    open_ = [
        line for line in lines_on(account_of(cast), "1.1") if line.party.startswith("По данным")
    ]
    assert "полные данные за" in open_[0].passages[0].text
    close_round(cast.secretariat, cast.round)
    assert "figures_sha256" in last_record()["account"]  # type: ignore[operator]
    before = {lang: account_of(cast, lang) for lang in LANGS}
    send(cast.cn_filer, weeks("NR", "NR", "NR", state="CN"))
    assert {lang: account_of(cast, lang) for lang in LANGS} == before
    assert RoundFigure.objects.get().words["en"] in str(before["en"])


def test_an_account_tells_what_every_reader_of_the_round_may_see(cast: Cast) -> None:
    named = states(["KZ", "CN"], bodies=["SECRETARIAT"])
    assert reader_of(MEMBERS) == MEMBER
    assert reader_of(PUBLIC) == NOBODY
    assert not reader_of(PARTNERS).member
    assert not reader_of(named).states, "what one of them alone sees is not for the others"


def test_each_reader_of_a_page_is_told_out_of_what_he_may_see(cast: Cast) -> None:
    bind(cast, offer="health.hours_to_notify")
    notified(cast, "CN")
    none = say("offered.health.hours_to_notify.none", "ru")
    assert "15 ч по 1 уведомлению" in page(cast.client("cn-filer").get(AT))
    assert none in page(cast.client("in-filer").get(AT))
    told = [
        line for line in lines_on(account_of(cast), "1.1") if line.party.startswith("По данным")
    ]
    assert told[0].passages[0].text == none, "the account is for those too who were not addressed"
