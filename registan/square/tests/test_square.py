"""The front square: what waits for whom, doors that lead somewhere, the way to the other languages."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from registan.health.tests.emergencies import notified
from registan.health.tests.finding import in_force, raised
from registan.health.tests.helping import aid, ask, item
from registan.health.tests.sending import measles, send, weeks
from registan.ledger.guard import writing
from registan.parties.models import State
from registan.plans.acts.reports import file_report, return_report
from registan.plans.models import Report
from registan.plans.tests.reporting import content, page

if TYPE_CHECKING:
    from tests.cast import Cast


def waits(client: Client) -> list[str]:
    return [row.sentence for row in client.get("/en/").context["waits"]]


def test_an_official_sees_first_what_waits_for_his_state(cast: Cast) -> None:
    kz, seat = cast.client("kz-filer"), cast.client("secretariat")
    before = waits(kz)
    assert len(before) == 1
    assert before[0].startswith("Joint plan: 2 reports awaited, due ")

    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    assert waits(kz)[0].startswith("Joint plan: 1 report awaited")
    assert next(line for line in waits(seat) if "to be read" in line).startswith(
        "Joint plan: 1 filed report waits"
    )

    report = Report.objects.get(state__key="KZ", measure__number="1.2")
    return_report(cast.secretariat, report, question={"ru": "Где проведены учения?"})
    assert waits(kz)[0] == "Joint plan: 1 report returned with a question."
    shown = page(kz.get("/zh/"))
    assert shown.index("待您处理") < shown.index("最近行为")


def test_strangers_and_readers_are_not_told_what_waits_for_others(cast: Cast) -> None:
    assert waits(Client()) == []
    assert waits(cast.client("mn-reader")) == []
    assert "What waits for you" not in page(Client().get("/en/"))


@pytest.mark.parametrize("who", ["", "kz-filer", "secretariat"])
def test_every_door_and_every_wait_leads_somewhere(who: str, cast: Cast) -> None:
    client = cast.client(who) if who else Client()
    shown = client.get("/ru/").context
    for way in [*shown["doors"], *shown["waits"]]:
        assert client.get(way.href).status_code == 200, way


@pytest.mark.parametrize("lang", ["ru", "zh", "en"])
def test_the_language_switch_keeps_the_place_with_its_query(lang: str, cast: Cast) -> None:
    source = Client().get(f"/{lang}/search/", {"q": "план", "kind": "plan"}).content.decode()
    for other in {"ru", "zh", "en"} - {lang}:
        assert f'href="/{other}/search/?q=%D0%BF%D0%BB%D0%B0%D0%BD&amp;kind=plan"' in source


def test_the_record_of_acts_is_filtered_by_day_in_the_address(cast: Cast) -> None:
    client, today = cast.client("secretariat"), timezone.localdate()
    cast.act_again()

    def acts(**asked: str) -> int:
        return len(client.get("/en/history/", asked).context["history"])

    assert acts(**{"from": str(today)}) == 1
    assert acts(to=str(today - timedelta(days=1))) == acts() - 1
    assert acts(**{"from": str(today + timedelta(days=1))}) == 0
    assert acts(**{"from": "yesterday"}) == acts()


def test_the_record_is_narrowed_by_what_an_act_is_about_and_on_which_plan(cast: Cast) -> None:
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    client = cast.client("kz-filer")

    def acts(**asked: str) -> list[str]:
        shown = client.get("/en/history/", asked).context["history"]
        return [line.sentence for line in shown]

    assert acts(area="reports") == ["Kazakhstan: report on measure 1.2 filed — under way."]
    assert acts(area="reports", party="CN") == []
    assert set(acts(area="rounds")) < set(acts(thing=cast.plan.urn)) < set(acts())
    assert acts(thing="urn:nothing") == []
    assert acts(area="weather") == acts()


def test_a_state_takes_home_all_acts_in_its_name_and_nothing_runs(cast: Cast) -> None:
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    client = cast.client("kz-filer")
    assert 'href="?party=KZ"' in client.get("/ru/history/").content.decode()
    answer = client.get("/ru/history/acts.csv", {"party": "KZ"})
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert rows[0] == ["№", "Когда", "Государство или орган", "Действие", "Предмет"]
    shown = client.get("/ru/history/", {"party": "KZ"}).context["history"]
    assert [row[3] for row in rows[1:]] == [line.sentence for line in shown] != []
    assert {row[2] for row in rows[1:]} == {"Казахстан"}
    stranger = Client().get("/ru/history/acts.csv", {"party": "KZ"}).content.decode("utf-8-sig")
    assert len(list(csv.reader(StringIO(stranger)))) < len(rows)


def test_a_name_that_a_spreadsheet_would_run_is_taken_for_words(cast: Cast) -> None:
    with writing():
        State.objects.filter(key="KZ").update(short_names={"ru": '=HYPERLINK("x")'})
    file_report(cast.kz_filer, cast.round, cast.measure("1.2"), content=content())
    answer = cast.client("kz-filer").get("/ru/history/acts.csv", {"area": "reports"})
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][2].startswith("'=HYPERLINK")


def test_the_doors_tell_until_when_reports_are_collected(cast: Cast) -> None:
    sentence = cast.client("kz-filer").get("/en/").context["doors"][0].sentence
    assert "Reports are being collected until " in sentence


def test_browsers_find_an_icon_where_they_ask_for_it_unbidden() -> None:
    answer = Client().get("/favicon.ico")
    assert answer.status_code == 301
    assert answer["Location"].endswith("web/icon.svg")


def health_now(client: Client, lang: str = "en") -> str:
    doors = client.get(f"/{lang}/").context["doors"]
    return str(next(door.sentence for door in doors if door.href.endswith("/health/")))


def test_the_door_of_health_tells_what_is_open_for_this_reader_and_no_exercise(cast: Cast) -> None:
    measles(cast)
    send(cast.kz_filer, weeks(11, 9, 0, 12, 40))
    raised(in_force(cast))
    notified(cast, "CN")
    notified(cast, "CN", exercise=True)
    item(cast)
    ask(cast.kz_filer, aid(cast))
    ask(cast.kz_filer, aid(cast, exercise=True))
    kz, india = health_now(cast.client("kz-filer")), health_now(cast.client("in-filer"))
    assert "Open emergencies: 1. Signals that await an answer: 1. Open requests for help: 1." in kz
    assert "emergencies" not in india
    assert "Signals" not in india
    assert "Open requests for help: 1." in india
    assert health_now(Client()) == "Nothing is counted here for you yet."
