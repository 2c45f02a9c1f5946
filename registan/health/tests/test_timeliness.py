"""7-1-7 of an emergency: days with evidence in versions; bottlenecks that become measures of a plan."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from registan.health.acts.notices import close_event, confirm_receipt
from registan.health.acts.timeliness import DaySaid, follow_bottleneck
from registan.health.models import (
    Bottleneck,
    BottleneckChange,
    Event,
    Submission,
    Timeliness,
    TimelinessMark,
)
from registan.health.queries.events import thread
from registan.health.queries.notice_rules import notice_rules
from registan.health.queries.timeliness import Wanted, bottlenecks, timed
from registan.health.tests.emergencies import WORDS, assessed, notified
from registan.health.tests.finding import in_force, raised
from registan.health.tests.sending import measles, send, weeks
from registan.health.tests.timing import OFFICES, SAID, STEPS, ago, bottleneck, dated, day, days
from registan.health.views.event_words import clock_in_words
from registan.ledger.guard import writing
from registan.ledger.models import Entry
from registan.ledger.sequencer import integrate_all
from registan.parties.acts import carry_out_shredding, propose_shredding
from registan.parties.models import Organisation
from registan.parties.queries import viewer_for
from registan.plans.acts.additions import OwnMeasure, add_own_measure
from registan.plans.models import Addition, Measure, MeasureText
from registan.search.index import catch_up
from registan.search.queries import Wanted as Sought
from registan.search.queries import find
from registan.web.refusal import Refused
from registan.web.texts import LANGS, say
from tests.cast import enrol

if TYPE_CHECKING:
    from registan.health.queries.timeliness import Timed
    from registan.parties.models import Mandate
    from tests.cast import Cast


def told_event(cast: Cast, *to: str, **facts: Any) -> Event:
    return notified(cast, *to, **facts).event


def seen(by: Mandate, event: Event) -> Timed:
    viewer = viewer_for(by.official)
    now = timezone.now()
    return timed(thread(event, viewer, now), viewer, now)


def standings(found: Timed) -> dict[str, str]:
    assert found.reading
    return {each.name: each.standing for each in found.reading.intervals}


def test_the_days_of_an_emergency_come_to_four_clocks(cast: Cast) -> None:
    event = told_event(cast, "CN", "IN", before=30)
    dated(cast, event)
    confirm_receipt(cast.cn_filer, event, through=1)
    found = seen(cast.kz_filer, event)
    assert standings(found) == {
        "detection": "met", "notification": "met", "response": "met", "first_action": "exceeded",
    }  # fmt: skip
    assert found.notice
    assert found.notice.notice
    rules = notice_rules("KZ", timezone.localdate())
    assert rules
    both = timedelta(hours=rules.hours["assessment"] + rules.hours["notification"])
    assert found.notice.notice.due - found.notice.notice.started == both
    assert {key: each.is_over for key, each in found.notice.receipts.items()} == {
        "CN": True, "IN": False,
    }  # fmt: skip
    page = cast.client("kz-filer").get(f"/en/health/events/{event.key}/").content.decode()
    assert "1 of 2 have confirmed receipt. Awaited: India." in page
    assert page.count('<svg class="bar"') == 5


def test_what_is_missing_is_awaited_and_a_wrong_order_is_a_stated_fault(cast: Cast) -> None:
    event = assessed(cast, "serious")
    dated(cast, event, days(exposed_symptom=ago(10), detected=ago(12), coordination=""))
    found = seen(cast.kz_filer, event)
    assert standings(found)["detection"] == "fault"
    assert standings(found)["response"] == "awaited"
    page = cast.client("kz-filer").get(f"/ru/health/events/{event.key}/").content.decode()
    assert say("timeliness.faulty", "ru") in page
    assert say("timeliness.standing.fault", "ru") in page


def test_a_revision_says_why_and_every_version_stays(cast: Cast) -> None:
    event = assessed(cast, "serious")
    dated(cast, event)
    with pytest.raises(Refused) as refused:
        dated(cast, event, days(detected=ago(22)))
    assert refused.value.code == "reason_missing"
    dated(cast, event, days(detected=ago(22)), reasons={"en": "An older register was found"})
    found = seen(cast.kz_filer, event)
    assert [(row.n, row.marks.get(mark="detected").day) for row in found.versions] == [
        (2, ago(22)), (1, ago(20)),
    ]  # fmt: skip
    record = Entry.objects.latest("pk").record
    assert record["dates"]["detected"] == {
        "day": ago(22), "evidence": "register", "reference": "Register 4",
    }  # fmt: skip
    page = cast.client("kz-filer").get(f"/en/health/events/{event.key}/").content.decode()
    assert ago(20) in page
    assert "An older register was found" in page


def test_days_are_told_of_a_closed_emergency_too(cast: Cast) -> None:
    event = told_event(cast)
    close_event(cast.kz_filer, event, texts=WORDS)
    assert dated(cast, event).n == 1


def test_evidence_is_a_submission_or_a_signal_of_ones_own(cast: Cast) -> None:
    measles(cast)
    ours, theirs = send(cast.kz_filer, weeks(3)), send(cast.cn_filer, weeks(4, state="CN"))
    signal = raised(in_force(cast))
    event = assessed(cast, "serious")
    told = days(detected="", notified_district="")
    told["detected"] = day(ago(20), "submission", f"№ {ours.pk}")
    told["notified_district"] = day(ago(19), "signal", str(signal.pk))
    version = dated(cast, event, told)
    assert version.marks.get(mark="detected").submission == ours
    assert version.marks.get(mark="notified_district").signal == signal
    page = cast.client("kz-filer").get(f"/en/health/events/{event.key}/").content.decode()
    assert f"/en/health/submissions/{ours.pk}/" in page
    assert f"/en/health/signals/{signal.pk}/" in page
    for reference in (str(theirs.pk), "0", "12a", "9" * 40):
        told["detected"] = day(ago(20), "submission", reference)
        with pytest.raises(Refused) as refused:
            dated(cast, event, told, reasons={"en": "x"})
        assert (refused.value.code, refused.value.field) == (
            "evidence_unknown",
            "detected_reference",
        )
    assert Submission.objects.count() == 2


@pytest.mark.parametrize(
    ("mark", "said", "code", "field"),
    [
        ("detected", day("soon"), "day_unreadable", "detected_day"),
        ("detected", day(ago(-2)), "day_to_come", "detected_day"),
        ("detected", DaySaid(day=ago(3)), "day_without_evidence", "detected_evidence"),
        ("detected", day(ago(3), reference=" "), "day_without_evidence", "detected_reference"),
        ("detected", day(ago(3), reference="ring +7 701 123 45 67"), "contact_in_text",
         "detected_reference"),
        ("detected", DaySaid(left_out=True, reasons={"en": "x"}), "only_actions_left_out", "detected_day"),
        ("laboratory", DaySaid(left_out=True), "left_out_without_reason", "laboratory_reason"),
        ("laboratory", DaySaid(day=ago(1), left_out=True, reasons={"en": "x"}), "dated_and_left_out",
         "laboratory_day"),
        ("threshold", day(ago(3)), "day_of_another_rule", "rule"),
    ],
)  # fmt: skip
def test_a_day_that_cannot_stand_is_refused_at_its_field(
    cast: Cast, mark: str, said: DaySaid, code: str, field: str
) -> None:
    event = assessed(cast, "serious")
    with pytest.raises(Refused) as refused:
        dated(cast, event, {**days(), mark: said})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert not Timeliness.objects.exists()


def test_days_and_bottlenecks_stay_inside_the_state_until_it_shares_them(cast: Cast) -> None:
    event = told_event(cast, "CN")
    dated(cast, event)
    bottleneck(cast, event)
    address = f"/en/health/events/{event.key}/"
    assert ago(25) in cast.client("kz-filer").get(address).content.decode()
    page = cast.client("cn-filer").get(address).content.decode()
    assert ago(25) not in page
    assert SAID["en"] not in page
    assert say("timeliness.none", "en") in page
    dated(cast, event, shared=True, reasons={"en": "Shared"})
    bottleneck(cast, event, shared=True)
    page = cast.client("cn-filer").get(address).content.decode()
    assert ago(25) in page
    assert SAID["en"] in page
    assert cast.client("in-filer").get(address).status_code == 404
    assert cast.client("cn-filer").get(f"/en/health/bottlenecks/{event.key}-b1/").status_code == 404
    assert cast.client("cn-filer").get(f"/en/health/bottlenecks/{event.key}-b2/").status_code == 200


def test_before_a_notification_there_is_nobody_to_share_with(cast: Cast) -> None:
    event = assessed(cast, "serious")
    with pytest.raises(Refused) as refused:
        dated(cast, event, shared=True)
    assert refused.value.code == "event_not_notified"


@pytest.mark.parametrize("who", ["cn_filer", "secretariat", "kz_clearer"])
def test_only_the_state_itself_tells_its_days(cast: Cast, who: str) -> None:
    event = told_event(cast, "CN")
    cast.__dict__["kz_filer"] = getattr(cast, who)
    for deed in (lambda: dated(cast, event), lambda: bottleneck(cast, event)):
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.code in {"another_state", "power_missing"}


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"due": None}, "due_missing"),
        ({"due": timezone.localdate() - timedelta(days=1)}, "due_passed"),
        ({"owner": "CN"}, "owner_unknown"),
        ({"owner": ""}, "owner_unknown"),
        ({"cause": "laziness"}, "cause_unknown"),
        ({"level": "street"}, "bottleneck_incomplete"),
        ({"texts": {"en": "Write to a.b@example.org"}}, "contact_in_text"),
        ({"texts": {"en": " "}}, "words_missing"),
    ],
)
def test_a_bottleneck_is_whole_and_of_no_person(
    cast: Cast, facts: dict[str, Any], code: str
) -> None:
    event = assessed(cast, "serious")
    with pytest.raises(Refused) as refused:
        bottleneck(cast, event, **facts)
    assert refused.value.code == code


def test_an_enabler_needs_neither_owner_nor_day_and_is_not_followed(cast: Cast) -> None:
    row = bottleneck(cast, assessed(cast, "serious"), is_enabler=True, owner="", due=None)
    assert (row.owner, row.due) == ("", None)
    with pytest.raises(Refused) as refused:
        follow_bottleneck(
            cast.kz_filer, row, status="done", due=timezone.localdate(), reasons={"en": "x"}
        )
    assert refused.value.code == "enabler_not_followed"


def test_what_becomes_of_a_bottleneck_is_kept_step_by_step(cast: Cast) -> None:
    row = bottleneck(cast, assessed(cast, "serious"))
    later = timezone.localdate() + timedelta(days=90)
    follow_bottleneck(
        cast.kz_filer, row, status="under_way", due=later, reasons={"en": "Tender out"}
    )
    follow_bottleneck(
        cast.kz_filer, row, status="done", due=later, reasons={"en": "Contract signed"}
    )
    row = Bottleneck.objects.get()
    assert (row.status, row.due, row.changes.count()) == ("done", later, 2)
    page = cast.client("kz-filer").get(f"/en/health/bottlenecks/{row.key}/").content.decode()
    assert page.index("Tender out") < page.index("Contract signed")


def test_a_bottleneck_becomes_a_measure_by_one_act_and_both_pages_say_so(cast: Cast) -> None:
    event = told_event(cast, "CN")
    row = bottleneck(cast, event)
    kz = cast.client("kz-filer")
    page = kz.get(f"/en/health/bottlenecks/{row.key}/").content.decode()
    address = f"/en/plans/joint-plan/add-measure/?origin={row.urn}"
    assert address in page
    form = kz.get(address).content.decode()
    assert all(STEPS[lang] in form and OFFICES[lang] in form for lang in LANGS)
    before = Entry.objects.count()
    typed = {f"text_{lang}": STEPS[lang] for lang in LANGS} | {
        "ends_on": str(row.due), "origin": row.urn, "confirmed": "1",
    }  # fmt: skip
    assert kz.post(address, typed).status_code == 302
    assert Entry.objects.count() == before + 1
    measure = Measure.objects.get(number="KZ-1")
    assert (
        "/en/plans/joint-plan/measures/KZ-1/"
        in kz.get(f"/en/health/bottlenecks/{row.key}/").content.decode()
    )
    assert (
        "/en/plans/joint-plan/measures/KZ-1/"
        in kz.get(f"/en/health/events/{event.key}/").content.decode()
    )
    shown = kz.get("/en/plans/joint-plan/measures/KZ-1/").content.decode()
    assert f"/en/health/bottlenecks/{row.key}/" in shown
    assert f"/en/health/events/{event.key}/" in shown
    hidden = cast.client("in-filer").get("/en/plans/joint-plan/measures/KZ-1/").content.decode()
    assert row.key not in hidden
    assert measure.texts.get(lang="zh").text == STEPS["zh"]


def test_an_enabler_or_anothers_bottleneck_makes_no_measure(cast: Cast) -> None:
    event = told_event(cast, "CN")
    enabler = bottleneck(cast, event, is_enabler=True, shared=True)
    ours = bottleneck(cast, event, shared=True)
    what = OwnMeasure(texts=STEPS, ends_on=timezone.localdate() + timedelta(days=9))
    for by, origin in ((cast.kz_filer, enabler.urn), (cast.cn_filer, ours.urn),
                       (cast.kz_filer, f"{event.urn}:bottleneck:9")):  # fmt: skip
        with pytest.raises(Refused) as refused:
            add_own_measure(by, cast.plan, what, origin=origin)
        assert refused.value.code == "origin_unknown"


def test_the_register_answers_its_filters_and_keeps_exercises_apart(cast: Cast) -> None:
    event, practice = told_event(cast, "CN"), told_event(cast, "CN", exercise=True)
    bottleneck(cast, event)
    bottleneck(
        cast, event, cause="money", level="national", nature="political", interval="response"
    )
    bottleneck(cast, event, is_enabler=True)
    bottleneck(cast, practice)
    viewer = viewer_for(cast.kz_filer.official)

    def found(**asked: str) -> list[int]:
        return sorted(row.n for row, _ in bottlenecks(viewer, Wanted(**asked)))

    assert found() == [1, 2, 3]
    assert found(cause="money") == found(level="national") == found(nature="political") == [2]
    assert found(interval="response") == [2]
    assert found(status="enabler") == [3]
    assert found(status="open") == [1, 2]
    assert found(state="CN") == []
    kz = cast.client("kz-filer")
    rows = list(
        csv.DictReader(
            StringIO(kz.get("/ru/health/bottlenecks.csv?cause=money").content.decode("utf-8-sig"))
        )
    )
    assert [(row["cause"], row["text"]) for row in rows] == [("money", SAID["ru"])]
    page = kz.get("/en/health/bottlenecks/?cause=nothing").content.decode()
    assert say("bottleneck.none", "en") in page


def test_bottlenecks_are_found_in_three_languages(cast: Cast) -> None:
    event = told_event(cast, "CN")
    bottleneck(cast, event, shared=True)
    catch_up()
    viewer = viewer_for(cast.cn_filer.official)
    for words in ("курьера", "标本", "specimen"):
        assert [row.kind for row in find(Sought(words=words), viewer).documents] == ["bottleneck"]
    other = viewer_for(cast.in_filer.official)
    assert find(Sought(words="specimen"), other).count == 0


def test_days_come_out_as_csv(cast: Cast) -> None:
    event = told_event(cast, "CN")
    dated(cast, event, days("laboratory", detected="2026-W10", exposed_symptom="2026-02"))
    file = cast.client("kz-filer").get(f"/en/health/events/{event.key}/event.csv")
    rows = list(csv.DictReader(StringIO(file.content.decode("utf-8-sig"))))
    by_name = {(row["row"], row["name"]): row for row in rows}
    detection = by_name["interval", "detection"]
    assert (detection["first"], detection["end_last"]) == ("2026-02-01", "2026-03-08")
    assert (detection["least"], detection["most"], detection["standing"]) == (
        "2",
        "35",
        "undecided",
    )
    assert by_name["day", "laboratory"]["standing"] == "not_applicable"
    assert by_name["notice", "receipt CN"]["unit"] == "hour"


def test_the_json_of_an_emergency_has_its_versions_and_intervals(cast: Cast) -> None:
    event = told_event(cast, "CN")
    dated(cast, event)
    dated(cast, event, days(detected=ago(21)), reasons={"en": "Better known"}, shared=True)
    address = f"/en/health/events/{event.key}/event.json"
    told = cast.client("kz-filer").get(address).json()["timeliness"]
    assert [row["version"] for row in told["versions"]] == [2, 1]
    assert (told["intervals"][0]["least"], told["intervals"][0]["standing"]) == (4, "met")
    theirs = cast.client("cn-filer").get(address).json()["timeliness"]
    assert [row["version"] for row in theirs["versions"]] == [2]


def test_a_page_takes_the_days_shows_what_they_come_to_and_loses_nothing(cast: Cast) -> None:
    event = assessed(cast, "serious")
    kz = cast.client("kz-filer")
    address = f"/en/health/events/{event.key}/say/dates/"
    assert "Death of an animal" in kz.get(f"{address}?rule=animal").content.decode()
    typed = {
        "rule": "endemic", "threshold_day": "2026-W10", "threshold_evidence": "document",
        "threshold_reference": "Bulletin 11", "detected_day": "2026-03-20",
        "detected_evidence": "register", "detected_reference": "Register 4",
        "laboratory_reason": "Known agent",
    }  # fmt: skip
    preview = kz.post(address, typed).content.decode()
    assert "12 days" in preview
    assert "not called for: Known agent" in preview
    bad = kz.post(address, {**typed, "detected_day": "in spring", "confirmed": "1"})
    assert bad.status_code == 422
    assert 'value="in spring"' in bad.content.decode()
    assert "Bulletin 11" in bad.content.decode()
    assert kz.post(address, {**typed, "confirmed": "1"}).status_code == 302
    assert Timeliness.objects.get().rule == "endemic"
    again = kz.get(address).content.decode()
    assert 'value="2026-W10"' in again


def test_pages_record_a_bottleneck_and_what_became_of_it(cast: Cast) -> None:
    event = told_event(cast, "CN")
    kz = cast.client("kz-filer")
    due = (timezone.localdate() + timedelta(days=30)).isoformat()
    typed = {
        "kind": "bottleneck", "interval": "detection", "level": "district", "cause": "staff",
        "nature": "technical", "term": "longer", "text_en": "Two nurses for a district", "owner": "KZ",
        "office_en": "District agency", "due": due, "shared": "on", "confirmed": "1",
    }  # fmt: skip
    assert kz.post(f"/en/health/events/{event.key}/say/bottleneck/", typed).status_code == 302
    row = Bottleneck.objects.get()
    assert (row.is_immediate, row.audience) == (False, Event.objects.get().audience)
    follow = {
        "bottleneck": "1",
        "status": "under_way",
        "due": due,
        "text_en": "Posts opened",
        "confirmed": "1",
    }
    address = f"/en/health/events/{event.key}/say/follow/"
    assert kz.post(address, follow).status_code == 302
    assert Bottleneck.objects.get().status == "under_way"
    assert (
        cast.client("kz-filer")
        .get(f"/en/health/events/{assessed(cast).key}/say/follow/")
        .status_code
        == 404
    )


def test_the_labels_of_the_clocks_take_their_hours_from_the_rules(cast: Cast) -> None:
    known = Organisation.objects.get()
    rules = known.rules
    for row in rules["notice"]["sets"]:
        row["hours"] = {**row["hours"], "assessment": 36, "notification": 12, "verification": 7}
    with writing():
        Organisation.objects.update(rules=rules)
    event = told_event(cast, "CN")
    found = thread(event, viewer_for(cast.kz_filer.official), timezone.now())
    words = [clock_in_words(each) for each in found.clocks]
    assert "(36 " in words[0]
    assert "(12 " in words[1]
    page = (
        cast.client("cn-filer").get(f"/en/health/events/{event.key}/say/question/").content.decode()
    )
    assert "the reply is due within 7 hours" in page
    assert (
        "The 36 hours for the assessment"
        in cast.client("kz-filer").get("/en/health/events/new/").content.decode()
    )
    assert "48 h" in cast.client("kz-filer").get(f"/en/health/events/{event.key}/").content.decode()


def test_words_said_on_a_mark_are_data_and_no_formula(cast: Cast) -> None:
    event = assessed(cast, "serious")
    told = days()
    told["detected"] = replace(told["detected"], reference="=cmd()", evidence="document")
    dated(cast, event, told)
    file = cast.client("kz-filer").get(f"/en/health/events/{event.key}/event.csv").content.decode()
    assert "document =cmd()" in file
    bottleneck(cast, event, texts={"en": "=2+3"})
    file = cast.client("kz-filer").get("/en/health/bottlenecks.csv").content.decode()
    assert "'=2+3" in file


def test_what_is_shredded_is_destroyed_in_the_tables_too(cast: Cast) -> None:
    word = "ZQSHREDDEDQZ"
    event = told_event(cast, "CN")
    told = {**days("laboratory"), "detected": day(ago(20), reference=word)}
    dated(cast, event, told)
    texts = dict.fromkeys(LANGS, word)
    row = bottleneck(cast, event, texts=texts, steps=texts, offices=texts)
    follow_bottleneck(
        cast.kz_filer, row, status="open", due=row.due or timezone.localdate(), reasons=texts
    )
    what = OwnMeasure(
        texts=texts, results=texts, offices=texts, reasons=texts,
        ends_on=timezone.localdate() + timedelta(days=9),
    )  # fmt: skip
    add_own_measure(cast.kz_filer, cast.plan, what, origin=row.urn)
    integrate_all()
    kinds = ("health.timeliness.dated", "health.bottleneck.recorded", "health.bottleneck.followed",
             "plans.measure.added")  # fmt: skip
    entries = Entry.objects.with_log().filter(kind__in=kinds)
    numbers = [entry.number for entry in entries if entry.number is not None]
    assert len(numbers) == len(kinds)
    asked = propose_shredding(cast.secretariat, numbers=numbers, basis="Rule 7")
    second = enrol("second-at-the-desk", ("read", "records.shred"), "SECRETARIAT")
    carry_out_shredding(second, asked)
    kept = [TimelinessMark, Bottleneck, BottleneckChange, MeasureText, Addition]
    assert word not in str([list(model._default_manager.values()) for model in kept])
    kz = cast.client("kz-filer")
    for address in (f"health/events/{event.key}/", f"health/bottlenecks/{row.key}/",
                    "plans/joint-plan/measures/KZ-1/", "plans/joint-plan/"):  # fmt: skip
        answer = kz.get(f"/en/{address}")
        assert answer.status_code == 200
        assert word not in answer.content.decode()
