"""iCalendar feeds: valid, stable, rising with each change, private and revocable; the page beside."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from registan.ledger.guard import writing
from registan.parties.models import Official
from registan.plans.acts.measures import merge_measure, postpone_measure
from registan.plans.acts.rounds import move_due_date
from registan.plans.models import Measure, Milestone, Plan
from registan.web.texts import LANGS

if TYPE_CHECKING:
    from datetime import date

    from tests.cast import Cast

REASON = {"ru": "По просьбе государств."}


def own_address(username: str) -> str:
    return f"/feeds/own/{Official.objects.get(username=username).feed_key}.ics"


def events(address: str) -> dict[str, Any]:
    """Summary -> event, as a library reads the feed."""
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    for event in found:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"} <= set(event)
        assert not event.errors
    assert len({str(event["UID"]) for event in found}) == len(found)
    return {str(event["SUMMARY"]): event for event in found}


def with_terms(cast: Cast) -> date:
    """Give the measures a day on which they fall due."""
    day = timezone.localdate() + timedelta(days=40)
    with writing():
        Measure.objects.update(ends_on=day)
        Milestone.objects.create(measure=cast.measure("1.2"), position=1, ends_on=day,
                                 texts={"ru": "План учений"})  # fmt: skip
    return day


def test_a_feed_holds_what_ones_own_state_owes_on_whole_days(cast: Cast) -> None:
    day = with_terms(cast)
    found = events(own_address("kz-filer"))
    assert {name.split()[0] for name in found} == {"1.1", "1.2", "Отчёты"}
    assert "1.2 План учений" in found
    event = found["1.2 Провести учения лабораторий"]
    assert event["DTSTART"].dt == day
    assert event["DTEND"].dt == day + timedelta(days=1)
    assert event["URL"].endswith("/ru/plans/joint-plan/measures/1.2/")
    rounds = [name for name in found if name.startswith("Отчёты раунда 1")]
    assert found[rounds[0]]["DTSTART"].dt == cast.round.due_on


def test_the_feed_speaks_the_language_of_its_owner(cast: Cast) -> None:
    with_terms(cast)
    assert "1.2 举行实验室演练" in events(own_address("cn-filer"))
    assert "1.3 Build a stock of test kits" in events(own_address("in-filer"))


def test_a_changed_term_keeps_its_uid_and_raises_its_sequence(cast: Cast) -> None:
    day = with_terms(cast)
    before = events(own_address("kz-filer"))["1.2 Провести учения лабораторий"]
    later = day + timedelta(days=30)
    postpone_measure(cast.secretariat, cast.measure("1.2"), starts_on=None, ends_on=later, reasons=REASON,
                     now=timezone.now())  # fmt: skip
    after = events(own_address("kz-filer"))["1.2 Провести учения лабораторий"]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == later


def test_a_moved_due_date_raises_the_sequence_of_the_round(cast: Cast) -> None:
    (name,) = [name for name in events(own_address("kz-filer")) if name.startswith("Отчёты")]
    before = events(own_address("kz-filer"))[name]
    later = cast.round.due_on + timedelta(days=5)
    move_due_date(cast.secretariat, cast.round, due_on=later, now=timezone.now())
    after = events(own_address("kz-filer"))[name]
    assert (after["UID"], after["DTSTART"].dt) == (before["UID"], later)
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_a_merged_measure_is_cancelled_with_a_higher_sequence(cast: Cast) -> None:
    with_terms(cast)
    before = events(own_address("kz-filer"))["1.2 Провести учения лабораторий"]
    merge_measure(cast.secretariat, cast.measure("1.2"), into=cast.measure("1.1"), reasons=REASON,
                  now=timezone.now())  # fmt: skip
    found = events(own_address("kz-filer"))
    for name in ("1.2 Провести учения лабораторий", "1.2 План учений"):
        assert found[name]["STATUS"] == "CANCELLED"
    assert found["1.2 Провести учения лабораторий"]["SEQUENCE"] > before["SEQUENCE"]
    assert found["1.1 Обмениваться сведениями о вспышках"]["STATUS"] == "CONFIRMED"


def test_an_official_takes_his_private_address_back(cast: Cast) -> None:
    old, other = own_address("kz-filer"), own_address("cn-filer")
    client = cast.client("kz-filer")
    assert client.get("/ru/own/calendar/").status_code in {404, 405}
    answer = client.post("/ru/own/calendar/", follow=True)
    assert "Адрес календаря заменён" in answer.content.decode()
    assert Client().get(old).status_code == 404
    assert own_address("kz-filer") != old
    assert own_address("kz-filer") in answer.content.decode()
    assert Client().get(own_address("kz-filer")).status_code == 200
    assert Client().get(other).status_code == 200


def test_only_a_public_plan_has_a_feed_for_everyone(cast: Cast) -> None:
    with_terms(cast)
    assert Client().get("/feeds/plans/joint-plan.ru.ics").status_code == 404
    with writing():
        for rows in (Plan.objects, cast.plan.measures):
            rows.update(audience="public")
    cast.act_again()
    found = events("/feeds/plans/joint-plan.zh.ics")
    assert "2.1 维护违禁网站清单" in found
    assert not [name for name in found if "轮" in name]  # the round is for members


def test_the_calendar_page_tells_months_in_each_language(cast: Cast) -> None:
    day = with_terms(cast)
    texts = {"ru": "Провести учения лабораторий", "zh": "举行实验室演练",
             "en": "Hold an exercise of laboratories"}  # fmt: skip
    client = cast.client("kz-filer")
    for lang in LANGS:
        for address in (f"/{lang}/plans/calendar/", f"/{lang}/plans/joint-plan/calendar/"):
            shown = client.get(f"{address}?party=KZ").content.decode()
            assert texts[lang] in shown
            assert f'datetime="{day.isoformat()}"' in shown
            assert own_address("kz-filer") in shown
    assert "Вести перечень" not in client.get("/ru/plans/calendar/?party=KZ").content.decode()
    past = client.get(f"/ru/plans/calendar/?to={timezone.localdate() - timedelta(days=1)}")
    assert "В этот период сроков нет." in past.content.decode()
