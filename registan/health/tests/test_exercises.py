"""Exercises stand apart: on every page, in every count, in every file, in the ledger's sentences."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from registan.health.acts import roster as roster_acts
from registan.health.acts.exercises import add_part, close_exercise
from registan.health.models import Exercise, StockPledge
from registan.health.queries.exercises import played
from registan.health.queries.reserves import radar, reserves
from registan.health.queries.roster import roster
from registan.health.tests.emergencies import notified
from registan.health.tests.helping import aid, ask, item, lane
from registan.health.tests.pledging import DRILL, entered, exercise, later, lot, pledge
from registan.health.tests.sending import tidy
from registan.kernel.counts.read import read_counts
from registan.kernel.plan.reading import Unreadable
from registan.ledger.models import Entry
from registan.parties.models import State
from registan.parties.queries import viewer_for_party
from registan.web.refusal import Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from tests.cast import Cast

PAGES = "/en/health/"


def text(answer: Any) -> str:
    return str(answer.content.decode())


def banner(lang: str = "en") -> str:
    return say("exercise.banner", lang)


def test_stocks_of_an_exercise_are_never_in_the_reading_of_real_ones(cast: Cast) -> None:
    item(cast)
    drill = exercise(cast)
    pledge(cast.kz_filer, lot(100, 10, 40))
    pledge(cast.kz_filer, lot(9000, 9000, 40), exercise=drill)
    viewer, today = viewer_for_party(state="IN"), timezone.localdate()
    assert reserves(viewer, today)[0].common == 10
    assert reserves(viewer, today, drill)[0].common == 9000
    client = cast.client("in-filer")
    real, tried = (client.get(f"{PAGES}reserves/{query}") for query in ("", "?exercise=1"))
    assert banner() not in text(real)
    assert "9,000" not in text(real)
    assert banner() in text(tried)
    assert "9,000" in text(tried)
    for query, marks in (("", {""}), ("?exercise=1", {1})):
        for what in ("lots", "cover"):
            rows = client.get(f"{PAGES}reserves/{what}.json{query}").json()
            assert {row["exercise"] for row in rows} == marks
    for query in ("?exercise=2", "?exercise=x", f"?exercise={'9' * 30}"):
        assert client.get(f"{PAGES}reserves/{query}").status_code == 404


def test_a_lot_is_proposed_to_requests_of_its_own_exercise_alone(cast: Cast) -> None:
    item(cast)
    lane(cast, "CN", "IN")
    drill = exercise(cast)
    real, tried, other = aid(cast), aid(cast, exercise=True), aid(cast, exercise=True)
    for each in (real, tried, other):
        ask(cast.in_filer, each)
    add_part(cast.secretariat, drill, tried)
    for where in (None, drill):
        pledge(cast.cn_filer, lot(500, 0, 60), exercise=where, daily=Decimal(0))
    viewer, today = viewer_for_party(state="IN"), timezone.localdate()
    for where, of in ((None, real), (drill, tried)):
        (spare,) = radar(reserves(viewer, today, where))
        assert [row.aid.number for row in spare.takers] == [of.number]


def test_an_activation_in_an_exercise_makes_nobody_busy_and_stands_under_the_banner(
    cast: Cast,
) -> None:
    made, drill = entered(cast.kz_filer), exercise(cast)
    india = State.objects.get(key="IN")
    viewer, client = viewer_for_party(state="IN"), cast.client("in-filer")
    assert banner() not in text(client.get(f"{PAGES}roster/KZ-1/"))
    roster_acts.activate(cast.kz_filer, made, state=india, began_on=later(0), exercise=drill)
    assert roster(viewer, timezone.localdate())[0].at_work is None
    page = text(client.get(f"{PAGES}roster/KZ-1/"))
    assert page.index(say("roster.work.none", "en")) < page.index(banner())
    assert banner() not in text(client.get(f"{PAGES}roster/"))
    # The real call is possible beside it.
    roster_acts.activate(cast.kz_filer, made, state=india, began_on=later(0))
    assert roster(viewer, timezone.localdate())[0].at_work is not None


def test_only_what_was_marked_from_the_beginning_is_played_and_in_one_exercise(cast: Cast) -> None:
    drill, second = exercise(cast), exercise(cast)
    with pytest.raises(Refused, match="part_is_real"):
        add_part(cast.secretariat, drill, aid(cast))
    with pytest.raises(Refused, match="part_is_real"):
        add_part(cast.secretariat, drill, notified(cast, "CN").event)
    tried = notified(cast, "CN", "IN", exercise=True).event
    with pytest.raises(Refused, match="power_missing"):
        add_part(cast.kz_filer, drill, tried)
    part = add_part(cast.secretariat, drill, tried)
    assert part.audience == tried.audience
    with pytest.raises(Refused, match="part_elsewhere"):
        add_part(cast.secretariat, second, tried)
    (_, first) = played(viewer_for_party(state="CN"))
    assert [row.key for row in first.events] == [tried.key]
    # Who was not told of the emergency is not told by the exercise either.
    assert played(viewer_for_party(state="RU"))[1].events == []


def test_a_closed_exercise_takes_nothing_more_and_stays_in_sight(cast: Cast) -> None:
    item(cast)
    drill = exercise(cast)
    held = pledge(cast.kz_filer, exercise=drill)
    made = entered(cast.kz_filer)
    with pytest.raises(Refused, match="power_missing"):
        close_exercise(cast.kz_filer, drill)
    close_exercise(cast.secretariat, drill)
    with pytest.raises(Refused, match="exercise_closed"):
        pledge(cast.cn_filer, exercise=drill)
    with pytest.raises(Refused, match="exercise_closed"):
        roster_acts.activate(
            cast.kz_filer,
            made,
            state=State.objects.get(key="IN"),
            began_on=later(0),
            exercise=drill,
        )
    with pytest.raises(Refused, match="exercise_closed"):
        close_exercise(cast.secretariat, drill)
    assert held.key in text(cast.client("kz-filer").get(f"{PAGES}reserves/?exercise=1"))
    with pytest.raises(Refused, match="window_backwards"):
        exercise(cast, ends_on=later(-1))


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_of_the_ledger_says_first_that_it_was_an_exercise(
    cast: Cast, lang: str
) -> None:
    item(cast)
    tried = notified(cast, "CN", exercise=True).event
    aid(cast, exercise=True)
    pledge(cast.kz_filer, exercise=exercise(cast))
    pledge(cast.kz_filer, lot(77))
    shown = text(cast.client("kz-filer").get(f"/{lang}/history/?area=health"))
    mark = say("ledger.exercise", lang, sentence="")
    wanted = Entry.objects.filter(kind__startswith="health.")
    of_exercise = [row for row in wanted if row.record.get("exercise")]
    assert len(of_exercise) >= 4
    assert shown.count(mark) == len(of_exercise)
    assert mark in text(cast.client("kz-filer").get(f"/{lang}/health/events/{tried.key}/"))


@pytest.mark.parametrize("lang", LANGS)
def test_the_secretariat_opens_fills_and_closes_one_on_its_pages(cast: Cast, lang: str) -> None:
    tried = aid(cast, exercise=True)
    client, base = cast.client("secretariat"), f"/{lang}/health/exercises/"
    assert banner(lang) not in text(client.get(base))
    typed = {f"name_{code}": words for code, words in DRILL.items()}
    days = {"starts_on": later(0).isoformat(), "ends_on": later(2).isoformat()}
    client.post(f"{base}new/", {**typed, **days, "confirmed": "1"})
    client.post(f"{base}1/add/", {"part": tried.urn, "confirmed": "1"})
    shown = text(client.get(base))
    assert banner(lang) in shown
    assert say("exercise.counts", lang, events=0, rounds=1, pledges=0, calls=0) in shown
    room = text(cast.client("kz-filer").get(f"/{lang}/health/situation/"))
    assert room.index(say("exercises.under_way", lang)) < room.index(banner(lang))
    client.post(f"{base}1/close/", {"confirmed": "1"})
    assert not Exercise.objects.get().is_open
    assert banner(lang) not in text(cast.client("kz-filer").get(f"/{lang}/health/situation/"))


def test_a_stock_is_entered_in_an_exercise_by_form_and_by_table(cast: Cast) -> None:
    item(cast)
    exercise(cast)
    client = cast.client("kz-filer")
    typed = {"item": "masks", "lots": "40", "as_of": later(0).isoformat(), "daily": "0",
             "reserve_days": "0", "exercise": "1", "confirmed": "1"}  # fmt: skip
    client.post(f"{PAGES}reserves/new/", typed)
    assert StockPledge.objects.get().exercise is not None
    assert banner() in text(client.get(f"{PAGES}reserves/KZ-1/renew/"))
    table = {"table": "item,quantity,exercise\nmasks,50,1\n", "confirmed": "1"}
    assert client.post(f"{PAGES}reserves/send/", table).status_code == 422
    client.post(f"{PAGES}reserves/send/", {**table, "exercise": "1"})
    assert StockPledge.objects.get(is_newest=True).version == 2
    assert {row.exercise_id for row in StockPledge.objects.all()} == {Exercise.objects.get().pk}


@pytest.mark.parametrize("heading", ["exercise", "Учение", "演练"])
def test_counts_of_an_exercise_are_not_taken(heading: str) -> None:
    head = f"state,condition,period,value,{heading}"
    with pytest.raises(Unreadable, match="counts_of_exercise"):
        read_counts(tidy("KZ,measles,2026-W01,4,", "KZ,measles,2026-W02,4,yes", head=head))
    real = read_counts(tidy("KZ,measles,2026-W01,4,", "KZ,measles,2026-W02,4,no", head=head))
    assert len(real.lines) == 2
