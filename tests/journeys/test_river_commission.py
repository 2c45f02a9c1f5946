"""Another organisation: three invented States, two languages, majority rule. The code knows none."""

from __future__ import annotations

import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from registan.cli.main import main
from registan.parties.models import Mandate, Official, State
from registan.parties.queries import members, secretariat_key, shares_on, viewer_for
from registan.plans.acts.reports import file_report
from registan.plans.acts.rounds import open_round
from registan.plans.content import ReportContent
from registan.plans.models import ImportTray, Plan
from registan.plans.queries.owing import owed
from registan.plans.tests.importing import facts, tray_of, upload
from tests.cast import signed_in

RIVER = Path(__file__).resolve().parents[1] / "profiles" / "river"
PLAN = """Action plan for 2026-2028;;;
No.;Measure;Deadline;Responsible
1;Measure the level of the river;annually;riparian States
2;Build a lock;by 31 December 2027;Kingdom of Midvale
3;Keep the register of dams;permanently;River Bureau
"""
# What only the other profile may bring in: its names, bodies and States.
STRANGE = re.compile(
    r"\b(?:SCO|CHS|RATS|Shanghai|Charter|Beijing|China|Russia\b|Kazakhstan|Belarus)\b|上合|上海|秘书处|ШОС"
)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def river(monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["--lang", "en", "profile", "load", str(RIVER)]) == 0
    for username, party in (
        ("bureau", ["--body", "bureau", "--office", "secretariat"]),
        ("midvale", ["--state", "MID", "--office", "coordinator"]),
        ("estuary", ["--state", "EST", "--office", "administrator"]),
    ):
        monkeypatch.setattr("sys.stdin", StringIO("three herons on the bank\n"))
        assert main(["official", "enrol", username, "--name", "Officer", *party]) == 0


def mandate(username: str) -> Mandate:
    held = Mandate.objects.select_related("official", "state", "body")
    return held.get(official__username=username)


def plan_brought_in() -> Plan:
    client = signed_in("bureau")
    tray = tray_of(upload(client, PLAN, lang="en"))
    address = f"/en/plans/import/{tray.token}/"
    said = facts(tray, lang="en", title="Plan of the river")
    client.post(f"{address}?part=facts", {"revision": tray.revision, **said})
    answer = client.post(f"{address}confirm/", {})
    assert answer.status_code == 302, answer.content.decode()
    return Plan.objects.get()


def test_its_own_words_say_who_is_a_member_and_who_keeps_the_house() -> None:
    assert [state.key for state in members(date(2010, 5, 31), lang="zh")] == ["MID", "UPP"]
    assert [state.key for state in members(date(2010, 6, 1), 1, lang="zh")] == ["MID", "UPP"]
    assert [state.key for state in members(date(2010, 6, 1), 2, lang="zh")] == ["MID", "UPP", "EST"]
    assert [state.key for state in members(date(2010, 6, 1), lang="en")] == ["EST", "MID", "UPP"]
    assert secretariat_key() == "BUREAU"
    assert sum(share.percent for share in shares_on(date(2026, 1, 1)).values()) == 100
    assert viewer_for(Official.objects.get(username="midvale")).member
    assert Official.objects.get(username="midvale").language == "zh"
    assert Official.objects.get(username="bureau").language == "zh"


def test_a_plan_goes_in_is_reported_on_and_is_owed_by_its_three_states() -> None:
    plan = plan_brought_in()
    kinds = plan.measures.order_by("position").values_list("assignments__kind", flat=True)
    assert list(kinds) == ["all_members", "state", "body"]
    today = timezone.localdate()
    round_ = open_round(
        mandate("bureau"), plan, starts_on=date(2026, 1, 1), ends_on=today, due_on=today
    )
    assert sorted((row.number, row.party) for row in owed(round_)) == [
        ("1", "EST"), ("1", "MID"), ("1", "UPP"), ("2", "MID"), ("3", "BUREAU"),
    ]  # fmt: skip
    filed = file_report(
        mandate("midvale"), round_, plan.measures.get(number="2"),
        content=ReportContent(progress="under_way", texts={"en": "The gates are cast."}),
    )  # fmt: skip
    assert filed.report.state == State.objects.get(key="MID")
    page = signed_in("midvale").get("/zh/plans/plan-one/").content.decode()
    assert "中游国" in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_answers_in_its_languages_and_says_nothing_of_another(lang: str) -> None:
    plan_brought_in()
    clients = [Client(), signed_in("bureau"), signed_in("estuary")]
    addresses = ["", "states/", "states/?on=2010-06-01", "states/EST/", "bodies/", "bodies/BUREAU/",
                 "sign-in/", "plans/", "plans/plan-one/", "history/", "own/"]  # fmt: skip
    for client in clients:
        for address in addresses:
            answer = client.get(f"/{lang}/{address}", follow=True)
            text = answer.content.decode()
            assert answer.status_code in {200, 404}, address
            assert STRANGE.search(text) is None, (address, STRANGE.search(text))
            assert "/ru/" not in text, address
    bodies = clients[0].get(f"/{lang}/bodies/").content.decode()
    said = {"zh": "过半数成员赞成", "en": "when most members are in favour"}[lang]
    assert said in bodies


def test_an_address_in_a_language_it_does_not_speak_leads_to_one_it_does() -> None:
    answer = Client().get("/ru/states/?on=2010-06-01", headers={"accept-language": "ru, en"})
    assert answer.headers["Location"] == "/en/states/?on=2010-06-01"
    assert Client().get("/").headers["Location"] == "/zh/"


def test_its_administrator_gives_the_offices_of_a_state_in_its_languages() -> None:
    page = signed_in("estuary").get("/en/mandates/new/").content.decode()
    assert "National coordinator" in page
    assert "Русский" not in page
    assert "bring in plans" not in page


@pytest.mark.parametrize("prefix", ["/ru", ""])
def test_what_is_sent_to_a_language_it_does_not_speak_is_not_lost(prefix: str) -> None:
    client = signed_in("bureau")
    table = SimpleUploadedFile("план.csv", PLAN.encode())
    answer = client.post(
        f"{prefix}/plans/import/", {"file": table, "purpose": "new", "lang": "en"},
        headers={"Accept-Language": "en"},
    )  # fmt: skip
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/en/plans/import/")
    assert ImportTray.objects.get().file_name == "план.csv"
    signed_out = Client().post(f"{prefix}/sign-in/?next=/en/plans/", {"login": "bureau"})
    assert (signed_out.status_code, signed_out.headers["Content-Language"]) == (422, "zh-Hans")
    asked = client.get(f"{prefix}/plans/?a=%D1%8F", headers={"Accept-Language": "en"})
    assert asked.headers["Location"] == "/en/plans/?a=%D1%8F"
