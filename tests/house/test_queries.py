"""Every page: no more queries than its stated number, an answer in each language, 30 KiB at most.

A page that needs more, or a new one, states its number here. The numbers are those of a first look
just after an act, when nothing is kept.
"""

from __future__ import annotations

import gzip
import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from registan.health.acts.calls import assess_proposal
from registan.health.acts.counts import receive_counts
from registan.health.acts.materials import agree_exchange, ask_exchange
from registan.health.acts.scenarios import commission_scenario
from registan.health.tests.emergencies import notified
from registan.health.tests.finding import in_force, propose, raised
from registan.health.tests.helping import proposed as matched
from registan.health.tests.helping import round_in_progress
from registan.health.tests.pledging import entered, exercise, lot, pledge
from registan.health.tests.researching import call as open_call
from registan.health.tests.researching import enter as enter_research
from registan.health.tests.researching import material, put_forward, validate
from registan.health.tests.sending import measles, send, weeks
from registan.health.tests.test_experience import ask, enter
from registan.health.tests.test_scenarios import NAMES, SMALL
from registan.health.tests.test_tracking import moved
from registan.health.tests.timing import bottleneck, dated
from registan.ledger.guard import writing
from registan.ledger.kept import forget
from registan.ledger.models import Entry
from registan.ledger.sequencer import integrate_all
from registan.parties.models import Mandate
from registan.plans.acts.imports import receive_table
from registan.plans.acts.plans import bring_in_plan, set_obligations
from registan.plans.acts.reports import file_report, save_draft
from registan.plans.draft import PlanDraft
from registan.plans.models import Plan
from registan.plans.tests.reporting import UNDER_WAY, content
from registan.web.texts import LANGS
from tests.walk.visits import routes

if TYPE_CHECKING:
    from tests.cast import Cast

CN = "cn-filer"
KZ, SEAT, HEAD, NOBODY = "kz-filer", "secretariat", "kz-administrator", ""
PLAN = "plans/joint-plan/"
ROUND = f"{PLAN}rounds/1/"
TABLE = "№;Мероприятие;Срок;Ответственные\n1;Провести учения;2027 год;Секретариат ШОС\n"
HEAVIEST = 30 * 1024
# address below the language (a question mark and braces as in a template) -> (who reads it, queries)
PAGES: dict[str, tuple[str, int]] = {
    "": (KZ, 47),
    "account/logout/": (KZ, 11),
    "bodies/": (KZ, 15),
    "bodies/SECRETARIAT/": (KZ, 16),
    "health/": (KZ, 27),
    "health/assistance/": (KZ, 17),
    "health/assistance/1/": (KZ, 24),
    "health/assistance/1/close/": (SEAT, 14),
    "health/assistance/2/tracking/": ("in-filer", 15),
    "health/assistance/2/tracking/1/1/new/": ("in-filer", 16),
    "health/assistance/account/": (KZ, 17),
    "health/assistance/1/proposals/1/": (KZ, 34),
    "health/assistance/1/proposals/1/answer/": (KZ, 16),
    "health/assistance/1/proposals/1/cancel/": (SEAT, 12),
    "health/assistance/1/proposals/new/": (SEAT, 12),
    "health/assistance/1/requests/new/": (KZ, 17),
    "health/assistance/1/requests/1/": (KZ, 22),
    "health/assistance/1/requests/1/amend/": (KZ, 18),
    "health/assistance/1/requests/1/withdraw/": (KZ, 16),
    "health/assistance/items/new/": (SEAT, 13),
    "health/assistance/lanes/new/": (SEAT, 15),
    "health/assistance/new/": (SEAT, 13),
    "health/conditions/measles/": (KZ, 27),
    "health/conditions/measles/definition/": (KZ, 14),
    "health/conditions/measles/KZ/": (KZ, 21),
    "health/conditions/new/": (SEAT, 13),
    "health/scenarios/": (KZ, 13),
    "health/scenarios/new/": (KZ, 25),
    "health/scenarios/{scenario}/": (KZ, 20),
    "health/scenarios/{scenario}/cancel/": (KZ, 15),
    "health/methods/": (KZ, 13),
    "health/methods/1/": (KZ, 20),
    "health/methods/{proposed}/adopt/": (SEAT, 20),
    "health/methods/{proposed}/withdraw/": (SEAT, 11),
    "health/methods/new/": (KZ, 11),
    "health/experience/": (KZ, 16),
    "health/experience/new/": (KZ, 14),
    "health/experience/KZ-1/": (KZ, 19),
    "health/experience/KZ-1/version/": (KZ, 16),
    "health/experience/questions/new/": (KZ, 14),
    "health/experience/questions/CN-1/": (KZ, 21),
    "health/experience/questions/CN-1/answer/": (KZ, 18),
    # Register of research
    "health/research/": (KZ, 18),
    "health/research/new/": (KZ, 16),
    "health/research/KZ-1/": (KZ, 21),
    "health/research/KZ-1/validate/": (KZ, 13),
    "health/research/KZ-1/validations/1/": (KZ, 14),
    "health/research/materials/new/": (KZ, 13),
    "health/research/materials/CN-1/ask/": (KZ, 12),
    "health/research/materials/CN-1/1/send/": (CN, 13),
    "health/research/materials/KZ-1/withdraw/": (KZ, 11),
    "health/research/calls/": (KZ, 14),
    "health/research/calls/new/": (KZ, 15),
    "health/research/calls/1/": (KZ, 24),
    "health/research/calls/1/propose/": (KZ, 13),
    "health/research/calls/1/decide/": (KZ, 16),
    "health/research/calls/1/proposals/1/": (CN, 14),
    "health/events/": (KZ, 16),
    "health/events/new/": (KZ, 15),
    "health/events/{event}/": (KZ, 39),
    "health/events/{event}/say/update/": (KZ, 15),
    "health/reserves/": (KZ, 20),
    "health/reserves/new/": (KZ, 15),
    "health/reserves/send/": (KZ, 13),
    "health/reserves/KZ-1/renew/": (KZ, 16),
    "health/roster/": (KZ, 20),
    "health/roster/new/": (KZ, 15),
    "health/roster/KZ-1/": (KZ, 22),
    "health/roster/KZ-1/activate/": (KZ, 18),
    "health/exercises/": (KZ, 18),
    "health/exercises/new/": (SEAT, 14),
    "health/exercises/1/add/": (SEAT, 16),
    # Timeliness
    "health/events/{event}/say/dates/": (KZ, 24),
    "health/bottlenecks/": (KZ, 22),
    "health/bottlenecks/{bottleneck}/": (KZ, 25),
    "health/send/": (KZ, 15),
    "health/send/{counts}/": (KZ, 20),
    "health/signals/": (KZ, 23),
    "health/signals/{signal}/": (KZ, 27),
    "health/signals/{signal}/confirm/": (KZ, 20),
    "health/situation/": (KZ, 37),
    "health/submissions/{submission}/": (KZ, 25),
    "help/": (NOBODY, 5),
    "help/coordinator/": (NOBODY, 5),
    "history/": (KZ, 27),
    "jobs/": (SEAT, 18),
    "ledger/": (KZ, 24),
    "ledger/acts/{act}/": (KZ, 22),
    "ledger/explained/": (NOBODY, 9),
    "letters/": (SEAT, 13),
    "letters/settings/": (KZ, 12),
    "mandates/": (HEAD, 21),
    "mandates/grant/": (HEAD, 16),
    "mandates/new/": (HEAD, 16),
    "mandates/{mandate}/withdraw/": (HEAD, 15),
    "office-keys/": (HEAD, 14),
    "office-keys/new/": (HEAD, 12),
    "own/": (KZ, 15),
    "own/password/": (KZ, 12),
    "plans/": (KZ, 12),
    "plans/calendar/": (KZ, 24),
    "plans/import/": (SEAT, 15),
    "plans/import/{token}/": (SEAT, 24),
    "plans/import/{token}/?part=facts": (SEAT, 24),
    "plans/import/{token}/put-away/": (SEAT, 16),
    "plans/owed/": (KZ, 24),
    PLAN: (KZ, 41),
    f"{PLAN}add-measure/": (KZ, 10),
    f"{PLAN}calendar/": (KZ, 21),
    f"{PLAN}chapters/1/": (KZ, 41),
    f"{PLAN}history/": (KZ, 19),
    f"{PLAN}measures/1.1/": (KZ, 57),
    f"{PLAN}measures/1.1/indicator/": (SEAT, 19),
    f"{PLAN}measures/1.1/living/": (SEAT, 20),
    f"{PLAN}measures/1.3/join/": (KZ, 17),
    f"{PLAN}measures/1.1/merge/": (SEAT, 20),
    f"{PLAN}measures/1.1/obligations/": (SEAT, 20),
    f"{PLAN}measures/1.1/postpone/": (SEAT, 18),
    f"{PLAN}measures/1.1/supersede/": (SEAT, 20),
    f"{PLAN}obligations/": (SEAT, 14),
    f"{PLAN}rounds/new/": (SEAT, 13),
    ROUND: (SEAT, 36),
    f"{ROUND}close/": (SEAT, 25),
    f"{ROUND}due/": (SEAT, 14),
    f"{ROUND}findings/1.1/": (SEAT, 30),
    f"{ROUND}opinions/1.1/": (KZ, 18),
    f"{ROUND}remind/": (SEAT, 25),
    f"{ROUND}reports/1.2/": (KZ, 29),
    f"{ROUND}reports/1.2/confirm/file/": (KZ, 28),
    f"{ROUND}reports/1.1/take-back/": (KZ, 26),
    f"{ROUND}reports/1.1/KZ/": (KZ, 38),
    f"{ROUND}reports/1.1/KZ/accept/": (SEAT, 21),
    f"{ROUND}reports/1.1/KZ/return/": (SEAT, 23),
    f"{ROUND}sheet/": (KZ, 29),
    f"{ROUND}together/file/": (KZ, 24),
    f"{PLAN}table/": (KZ, 27),
    "records/shredding/": (SEAT, 13),
    "search/": (KZ, 19),
    "search/?q=учения": (KZ, 19),
    "sign-in/": (NOBODY, 8),
    "states/": (KZ, 23),
    "states/KZ/": (KZ, 18),
}

# Papers and files, addresses that only take something in, and pages that stand only for a while.
OTHERS = frozenset({
    "ru/ledger/streams/{pk}.jsonl", "ru/plans/{key}/measures/{number}/indicators.csv",
    "ru/health/events/{event}/event.{form}", "ru/health/assistance/account.csv",
    "ru/health/assistance/{aid}/tracking.csv",
    "ru/health/bottlenecks.csv",
    "ru/office-keys/statement/", "ru/office-keys/{pk}/{deed}/",
    "ru/health/conditions/{code}/{state}/estimates.csv",
    "ru/health/conditions/{code}/{state}/expected.csv",
    "ru/health/conditions/{code}/{state}/series.csv", "ru/health/send/template.{form}",
    "ru/health/reserves/{what}.{form}", "ru/health/roster/roster.{form}",
    "ru/health/assistance/{aid}/proposals/{position}/proposal.json",
    "ru/health/signals/{pk}/signal.json", "ru/health/research/register.{form}",
    "ru/health/scenarios/{pk}/result.csv", "ru/health/scenarios/{pk}/brief.{lang}.{form}",
    "ru/history/acts.csv", "ru/records/shredding/{pk}/", "ru/records/{number}/open/",
    "ru/account/inactive/", "ru/account/login/", "ru/jobs/{pk}/again/", "ru/letters/{uid}/again/",
    "ru/ledger/acts/{number}/proof", "ru/own/calendar/", "ru/own/mandate/", "ru/plans/evidence/{pk}/",
    "ru/plans/import/{token}/confirm/", "ru/plans/import/{token}/rows/{row_id}/",
    "ru/plans/{key}/export.{form}", "ru/plans/{key}/measures/{number}/leave/",
    "ru/plans/{key}/rounds/{number}/report.{lang}.{form}",
    "ru/plans/{key}/rounds/{number}/sheet.xlsx",
    "ru/plans/{key}/rounds/{number}/sheet/{token}/", "ru/sign-in/as/",
})  # fmt: skip


@pytest.fixture
def facts(cast: Cast) -> dict[str, object]:
    """What the addresses name: a report filed, another one drafted, a table in the tray, an act."""
    now = timezone.now()
    file_report(cast.kz_filer, cast.round, cast.measure("1.1"), content=content(), now=now)
    save_draft(cast.kz_filer, cast.round, cast.measure("1.2"), typed=UNDER_WAY, revision=0, now=now)
    tray = receive_table(
        cast.secretariat, file_name="plan.csv", content=TABLE.encode(), lang="ru", now=now
    )
    matched(cast, round_in_progress(cast))
    moved(cast)
    measles(cast)
    submission = send(cast.kz_filer, weeks(3, 0, "NR", 12))
    counts = receive_counts(
        cast.kz_filer, file_name="counts.csv", content=weeks(9, 0, 1), options={}, now=now
    )
    enter(cast.kz_filer)
    ask(cast.cn_filer)
    drill = exercise(cast)
    pledge(cast.kz_filer, lot(90, 20, 40), daily=Decimal(1))
    pledge(cast.cn_filer, exercise=drill)
    entered(cast.kz_filer)
    _research(cast)
    scenario = commission_scenario(cast.kz_filer, SMALL, names=NAMES)
    method = in_force(cast)
    signal = raised(method)
    proposed = propose(cast.secretariat, "ears")
    above = bring_in_plan(cast.secretariat, PlanDraft("s", "strategy", {"ru": "С"}, ("ru",), ()))
    set_obligations(cast.secretariat, above, [("a", {"ru": "Обязательство"})])
    with writing():
        Plan.objects.filter(pk=cast.plan.pk).update(parent=above)
    integrate_all()
    act = Entry.objects.with_log().filter(kind="plans.report.filed").get()
    ours = Mandate.objects.get(official__username="kz-clearer")
    event = notified(cast, "CN", "IN").event
    dated(cast, event)
    return {
        "submission": submission.pk,
        "event": event.key,
        "bottleneck": bottleneck(cast, event).key,
        "counts": counts.token,
        "scenario": scenario.pk,
        "proposed": proposed.n,
        "signal": signal.pk,
        "token": tray.token,
        "act": act.number,
        "mandate": ours.pk,
    }


def _research(cast: Cast) -> None:
    """A test system that is validated and proposed under a call, and an exchange that is agreed."""
    research = enter_research(cast.kz_filer)
    validate(cast.kz_filer, research)
    validate(cast.cn_filer, research)
    material(cast.kz_filer)
    exchange = ask_exchange(
        cast.kz_filer, material(cast.cn_filer), quantity=2, texts={"en": "For a panel."}
    )
    agree_exchange(cast.cn_filer, exchange, texts={})
    proposal = put_forward(cast.kz_filer, open_call(cast.kz_filer), research)
    assess_proposal(cast.cn_filer, proposal, verdict="support", texts={})


def test_no_page_asks_more_than_its_number(cast: Cast, facts: dict[str, object]) -> None:
    asked = {address: _queries(cast, address, facts) for address in PAGES}
    over = {
        address: (count, PAGES[address][1])
        for address, count in asked.items()
        if count > PAGES[address][1]
    }
    assert over == {}, "more queries than stated"
    slack = {a: (n, PAGES[a][1]) for a, n in asked.items() if PAGES[a][1] - n > 5}
    assert slack == {}, "state the number that is true"


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_answers_in_each_language_and_is_light(
    cast: Cast, facts: dict[str, object], lang: str
) -> None:
    html = {"ru": "ru", "zh": "zh-Hans", "en": "en"}[lang]
    for address, (who, _) in PAGES.items():
        answer = _client(cast, who).get(f"/{lang}/{address.format(**facts)}")
        assert answer.status_code == 200, address
        assert f'<html lang="{html}"' in answer.content.decode(), address
        assert len(gzip.compress(answer.content)) <= HEAVIEST, address


def test_the_table_has_every_page(facts: dict[str, object]) -> None:
    shapes = [
        re.compile("/".join(_of(part) for part in route.template.removeprefix("ru/").split("/")))
        for route in routes(everything=True)
        if route.template.startswith("ru/") and route.template not in OTHERS
    ]
    told = [address.partition("?")[0].format(**facts) for address in PAGES]
    missing = [shape.pattern for shape in shapes if not any(shape.fullmatch(one) for one in told)]
    assert missing == []


def _of(part: str) -> str:
    return "[^/]+" if part.startswith("{") else part


def _client(cast: Cast, who: str) -> Client:
    return cast.client(who) if who else Client()


def _queries(cast: Cast, address: str, facts: dict[str, object]) -> int:
    client = _client(cast, PAGES[address][0])
    path = f"/ru/{address.format(**facts)}"
    client.get(path)  # what is read once for all, such as the files of templates
    forget()
    with CaptureQueriesContext(connection) as caught:
        assert client.get(path).status_code == 200, path
    return len(caught)
