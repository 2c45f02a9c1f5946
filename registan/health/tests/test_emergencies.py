"""Emergencies: assessed inside the State, notified to those chosen, confirmed, verified, closed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from registan.health.acts.events import (
    Happening,
    ask_opinion,
    assess_again,
    assess_event,
    give_opinion,
)
from registan.health.acts.notices import (
    answer_verification,
    ask_verification,
    close_event,
    confirm_receipt,
    notify_event,
    update_event,
)
from registan.health.acts.silence import follow_silence
from registan.health.jobs_silence import somebody_is_silent
from registan.health.models import Assessment, Delivery, Event
from registan.health.queries.events import counted, events, find_event, thread, unread
from registan.health.queries.notice_rules import notice_rules
from registan.health.tests.emergencies import NAMES, WORDS, answers, assessed, hours_ago, notified
from registan.jobs.models import Letter
from registan.ledger.audience import NOBODY
from registan.ledger.models import Entry
from registan.ledger.office_keys import BINDING
from registan.parties.powers import OFFICES
from registan.parties.queries import viewer_for, viewer_for_party
from registan.web.refusal import NotThere, Refused
from registan.web.texts import LANGS, say
from tests.cast import enrol

if TYPE_CHECKING:
    from registan.parties.models import Mandate
    from tests.cast import Cast

READERS = ("kz-filer", "cn-filer", "in-filer", "mn-reader", "secretariat", "rats")


def seen_by(cast: Cast, event: Event) -> set[str]:
    """Who of the cast gets the page."""
    address = f"/en/health/events/{event.key}/"
    answers_ = {who: cast.client(who).get(address).status_code for who in READERS}
    assert set(answers_.values()) <= {200, 404}
    assert Client().get(address).status_code == 404
    return {who for who, status in answers_.items() if status == 200}


def test_an_assessment_stays_inside_the_state_and_decides_nothing(cast: Cast) -> None:
    event = assessed(cast, "serious", "unusual", "spread", "restrictions")
    assert seen_by(cast, event) == {"kz-filer"}
    assert Assessment.objects.get().suggestion == "notify"
    assert event.status == "assessed"
    assert Entry.objects.latest("pk").audience == "states:|KZ|"


@pytest.mark.parametrize(
    ("hazard", "yes", "suggestion", "because"),
    [
        ("smallpox", (), "notify", "always"),
        ("cholera", (), "not_required", "questions"),
        ("cholera", ("serious", "spread"), "notify", "questions"),
        ("", ("unusual",), "not_required", "questions"),
    ],
)
def test_the_lists_come_from_the_rules_of_the_profile(
    cast: Cast, hazard: str, yes: tuple[str, ...], suggestion: str, because: str
) -> None:
    assessed(cast, *yes, hazard=hazard)
    found = Assessment.objects.get()
    assert (found.suggestion, found.because) == (suggestion, because)


def test_a_state_that_follows_the_text_before_is_assessed_by_it(cast: Cast) -> None:
    today = timezone.localdate()
    rules = {state: notice_rules(state, today) for state in ("KZ", "IR")}
    assert {state: row.key for state, row in rules.items() if row} == {"KZ": "2024", "IR": "2005"}
    before = notice_rules("KZ", today.replace(year=2025, month=9, day=18))
    assert before
    assert before.key == "2005"


def test_reasons_are_kept_when_answers_change(cast: Cast) -> None:
    event = assessed(cast, "serious")
    assess_again(cast.kz_filer, event, known=WORDS, answers=answers("serious", "spread"))
    first, second = event.assessments.all()
    assert (first.suggestion, second.suggestion) == ("not_required", "notify")
    assert first.answers["serious"]["reason"] == {"en": "Because of serious"}


def test_only_those_addressed_the_state_itself_and_the_secretariat_see_it(cast: Cast) -> None:
    event = notified(cast, "CN").event
    assert seen_by(cast, event) == {"kz-filer", "cn-filer", "secretariat"}
    entry = Entry.objects.get(kind="health.event.notified")
    readers = {who for who in READERS if entry in Entry.objects.visible_to(
        viewer_for(cast.mandate(who).official))}  # fmt: skip
    assert readers == {"kz-filer", "cn-filer", "secretariat"}
    assert events(viewer_for_party(state="IN")) == []
    assert counted(NOBODY).open == 0
    with pytest.raises(NotThere):
        find_event(event.key, viewer_for_party(state="IN"))


def test_an_earlier_assessment_is_not_shown_to_those_addressed(cast: Cast) -> None:
    event = assessed(cast, "serious")
    assess_again(cast.kz_filer, event, known=WORDS, answers=answers("serious", "spread"))
    notified(cast, "CN", event=event)
    viewer = viewer_for_party(state="CN")
    assert [each.n for each in thread(event, viewer, timezone.now()).assessments] == [2]


def test_a_second_opinion_is_between_two(cast: Cast) -> None:
    event = assessed(cast, "serious")
    opinion = ask_opinion(cast.kz_filer, event, of="CN")
    assert seen_by(cast, event) == {"kz-filer", "cn-filer"}
    assert Letter.objects.filter(kind="health.opinion", username="cn-filer").count() == 1
    with pytest.raises(Refused, match="opinion_of_another"):
        give_opinion(cast.in_filer, opinion, verdict="notify", reasons=WORDS)
    give_opinion(cast.cn_filer, opinion, verdict="notify", reasons=WORDS)
    assert event.status == "assessed"
    with pytest.raises(Refused, match="opinion_given_already"):
        give_opinion(cast.cn_filer, opinion, verdict="unsure", reasons=WORDS)
    notified(cast, "IN", event=event)
    assert thread(event, viewer_for_party(state="IN"), timezone.now()).opinions == ()
    # China still sees what it was asked, and none of the notices.
    assert thread(event, viewer_for_party(state="CN"), timezone.now()).notices == ()
    assert seen_by(cast, event) == {"kz-filer", "cn-filer", "in-filer", "secretariat"}


def test_the_secretariat_gives_an_opinion_where_asked(cast: Cast) -> None:
    opinion = ask_opinion(cast.kz_filer, assessed(cast), of="SECRETARIAT")
    given = give_opinion(cast.secretariat, opinion, verdict="unsure", reasons=WORDS)
    assert given.verdict == "unsure"
    with pytest.raises(Refused, match="opinion_of_whom"):
        ask_opinion(cast.kz_filer, opinion.event, of="RATS_EC")
    with pytest.raises(Refused, match="opinion_of_whom"):
        ask_opinion(cast.kz_filer, opinion.event, of="KZ")


def test_receipt_is_by_each_state_and_letters_reach_its_focal_points(cast: Cast) -> None:
    notice = notified(cast, "CN", "IN", "TJ")
    told = {row.state.key: row.delivered_at for row in Delivery.objects.select_related("state")}
    assert told == {"CN": notice.made_at, "IN": notice.made_at, "TJ": None}
    letters = Letter.objects.filter(kind="health.notice").values_list("username", flat=True)
    assert set(letters) == {"cn-filer", "in-filer", "secretariat"}
    assert len(unread(viewer_for_party(state="CN"))) == 1
    confirm_receipt(cast.cn_filer, notice.event, through=1)
    assert unread(viewer_for_party(state="CN")) == []
    assert len(unread(viewer_for_party(state="IN"))) == 1
    with pytest.raises(Refused, match="nothing_to_confirm"):
        confirm_receipt(cast.cn_filer, notice.event, through=1)


def test_what_came_after_the_page_was_shown_is_not_confirmed_with_it(cast: Cast) -> None:
    event = notified(cast, "CN").event
    update_event(cast.kz_filer, event, texts=WORDS)
    confirm_receipt(cast.cn_filer, event, through=1)
    assert [row.notice.n for row in unread(viewer_for_party(state="CN"))] == [2]


def test_clocks_run_from_the_rules(cast: Cast) -> None:
    event = notified(cast, "CN", before=5).event
    found = {
        each.name: each
        for each in thread(event, viewer_for_party(state="KZ"), timezone.now()).clocks
    }
    assert {name: each.standing for name, each in found.items()} == {
        "assessment": "met", "notification": "met",
    }  # fmt: skip
    late = assessed(cast, "serious", "spread", before=60)
    standing = [
        each.standing for each in thread(late, viewer_for_party(state="KZ"), timezone.now()).clocks
    ]
    assert standing == ["exceeded", "late"]


def test_verification_is_asked_by_those_addressed_and_answered_once(cast: Cast) -> None:
    event = notified(cast, "CN").event
    with pytest.raises(Refused, match="not_an_addressee"):
        ask_verification(cast.in_filer, event, texts=WORDS)
    asked = ask_verification(cast.cn_filer, event, texts=WORDS, now=hours_ago(30))
    later = thread(event, viewer_for_party(state="KZ"), timezone.now())
    assert [each.clock.standing for each in later.notices if each.clock] == ["late"]
    assert later.unanswered == [asked]
    answer_verification(cast.kz_filer, event, question=asked.n, texts=WORDS)
    with pytest.raises(Refused, match="question_answered"):
        answer_verification(cast.kz_filer, event, question=asked.n, texts=WORDS)
    assert ask_verification(cast.secretariat, event, texts=WORDS).sender == "SECRETARIAT"


def test_a_closed_event_takes_receipts_alone(cast: Cast) -> None:
    event = notified(cast, "CN").event
    close_event(cast.kz_filer, event, texts=WORDS)
    with pytest.raises(Refused, match="event_closed"):
        update_event(cast.kz_filer, event, texts=WORDS)
    with pytest.raises(Refused, match="event_closed"):
        ask_verification(cast.cn_filer, event, texts=WORDS)
    assert confirm_receipt(cast.cn_filer, event, through=2).notice.n == 2


def test_exercises_are_counted_apart_and_say_so_in_their_letters(cast: Cast) -> None:
    notified(cast, "CN", exercise=True)
    notified(cast, "CN")
    viewer = viewer_for_party(state="CN")
    assert (counted(viewer).open, counted(viewer).exercises) == (1, 1)
    assert [row.exercise for row in events(viewer)] == [False]
    subjects = Letter.objects.filter(username="cn-filer", kind="health.exercise")
    assert "演练" in subjects.get().subject
    exercise = events(viewer, exercise=True)[0]
    page = cast.client("cn-filer").get(f"/en/health/events/{exercise.key}/").content.decode()
    assert say("exercise.banner", "en") in page


def test_what_binds_a_state_is_marked_so() -> None:
    assert {"health.event.notified", "health.event.updated", "health.event.closed",
            "health.verification.answered"} <= BINDING  # fmt: skip
    assert "health.notice.received" not in BINDING


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"names": {"ru": " "}}, "hazard_missing"),
        ({"area": "CN-11"}, "area_unknown"),
        ({"area": "Almaty"}, "area_unknown"),
        ({"aware_at": hours_ago(-1)}, "aware_ahead"),
        ({"began_on": timezone.localdate()}, "began_after_known"),
        ({"known": {"en": ""}}, "words_missing"),
        ({"known": {"en": "Ask duty@example.org"}}, "contact_in_text"),
        ({"known": {"en": "Seen by a man, +7 701 123 45 67"}}, "contact_in_text"),
        ({"names": {"en": "Fever of 880101300123"}}, "contact_in_text"),
    ],
)
def test_what_cannot_stand_is_refused(cast: Cast, changes: dict[str, Any], code: str) -> None:
    if "aware_at" not in changes:
        changes = {"aware_at": hours_ago(60), **changes}
    what = Happening(**{"names": NAMES, "known": WORDS, **changes})
    with pytest.raises(Refused, match=code):
        assess_event(cast.kz_filer, what, answers())
    assert not Event.objects.exists()


def test_a_yes_or_no_without_a_reason_is_refused_and_unknown_needs_none(cast: Cast) -> None:
    what = Happening(names=NAMES, known=WORDS, aware_at=hours_ago(1))
    bare = {**answers(), "spread": {"answer": "yes", "reason": {"en": ""}}}
    with pytest.raises(Refused, match="answer_reason_missing"):
        assess_event(cast.kz_filer, what, bare)
    bare["spread"] = {"answer": "unknown", "reason": {}}
    assert assess_event(cast.kz_filer, what, bare).suggestion == "not_required"
    with pytest.raises(Refused, match="answer_missing"):
        assess_event(cast.kz_filer, what, {})


@pytest.mark.parametrize(
    ("to", "copy", "code"),
    [((), "sent", "addressees_missing"), (("MN",), "sent", "addressee_unknown"),
     (("KZ",), "sent", "addressee_unknown"), (("CN",), "", "ihr_copy_missing")],
)  # fmt: skip
def test_a_notification_says_to_whom_and_how_it_stands_with_who(
    cast: Cast, to: tuple[str, ...], copy: str, code: str
) -> None:
    event = assessed(cast)
    with pytest.raises(Refused, match=code):
        notify_event(cast.kz_filer, event, addressees=to, texts=WORDS, ihr_copy=copy)


def test_nobody_notifies_for_another_state(cast: Cast) -> None:
    event = assessed(cast)
    for by in (cast.cn_filer, cast.secretariat, cast.mn_reader):
        with pytest.raises(Refused, match=r"another_state|power_missing"):
            notify_event(by, event, addressees=["IN"], texts=WORDS, ihr_copy="sent")
    notify_event(cast.kz_filer, event, addressees=["IN"], texts=WORDS, ihr_copy="sent")
    with pytest.raises(Refused, match="event_notified_already"):
        notify_event(cast.kz_filer, event, addressees=["CN"], texts=WORDS, ihr_copy="sent")


def post(cast: Cast, who: Mandate, event: Event, word: str, lang: str, **typed: Any) -> str:
    """Type, confirm, follow: the page at the end."""
    client = cast.client(who.official.username)
    address = f"/{lang}/health/events/{event.key}/say/{word}/"
    assert client.get(address).status_code == 200
    asked = client.post(address, typed)
    assert asked.status_code == 200, asked.content.decode()
    done = client.post(
        address, {**typed, "confirmed": "1", "act_key": f"{word}-{lang}"}, follow=True
    )
    assert done.status_code == 200
    return str(done.content.decode())


@pytest.mark.parametrize("lang", LANGS)
def test_the_whole_way_by_pages(cast: Cast, lang: str) -> None:
    client = cast.client("kz-filer")
    typed: dict[str, Any] = {"hazard": "cholera", "area": "KZ-75", "aware_at": "2026-01-05T08:00",
                             "known_en": "Nine cases"}  # fmt: skip
    for question in ("serious", "unusual", "spread", "restrictions"):
        typed |= {question: "yes", f"{question}_reason": f"So it is: {question}"}
    address = f"/{lang}/health/events/new/"
    assert client.get(address).status_code == 200
    assert 'name="confirmed"' in client.post(address, typed).content.decode()
    client.post(address, {**typed, "confirmed": "1", "act_key": "new"})
    event = Event.objects.get()
    assert event.names["en"] == "Cholera"
    page = post(cast, cast.kz_filer, event, "ask-opinion", lang, of="CN")
    assert say("events.opinion.awaited", lang) in page
    page = post(
        cast, cast.cn_filer, event, "opinion", lang, verdict="notify", reason_zh="有境外病例"
    )
    assert say("events.verdict.notify", lang) in page
    page = post(cast, cast.kz_filer, event, "notify", lang, addressees=["CN", "IN"],
                text_en="Nine cases", ihr_copy="to_follow")  # fmt: skip
    assert say("events.awaited", lang) in page
    assert (
        say("events.inbox.none", lang)
        not in cast.client("cn-filer").get(f"/{lang}/health/events/").content.decode()
    )
    page = post(cast, cast.cn_filer, event, "receive", lang, through="1")
    assert say("events.read", lang) in page
    post(cast, cast.in_filer, event, "question", lang, text_en="Where did they travel?")
    post(cast, cast.kz_filer, event, "reply", lang, question="2", text_en="Nowhere")
    post(cast, cast.kz_filer, event, "update", lang, text_en="Ten cases")
    post(cast, cast.kz_filer, event, "assess", lang, known_en="Ten",
         **{key: value for key, value in typed.items() if key.split("_")[0] in answers()})  # fmt: skip
    page = post(cast, cast.kz_filer, event, "close", lang, text_en="Over")
    assert say("events.status.closed", lang) in page
    assert say("events.desk", lang, open=0, closed=1, exercises=0) in cast.client("in-filer").get(
        f"/{lang}/health/").content.decode()  # fmt: skip


def test_deeds_of_others_are_not_offered_and_an_unknown_one_is_not_there(cast: Cast) -> None:
    event = notified(cast, "CN").event
    page = cast.client("cn-filer").get(f"/en/health/events/{event.key}/").content.decode()
    assert f"events/{event.key}/say/receive/" in page
    assert f"events/{event.key}/say/update/" not in page
    assert cast.client("kz-filer").get(f"/en/health/events/{event.key}/say/x/").status_code == 404
    refused = cast.client("kz-filer").get(f"/en/health/events/{event.key}/say/opinion/")
    assert refused.status_code == 200


def letters(kind: str) -> list[str]:
    return sorted(Letter.objects.filter(kind=kind).values_list("username", flat=True))


def test_silence_is_followed_in_two_steps_and_once(cast: Cast) -> None:
    notice = notified(cast, "CN", "IN", before=1)
    confirm_receipt(cast.in_filer, notice.event, through=1)
    at = notice.made_at
    assert follow_silence(now=at + timedelta(hours=5)) == 0
    assert follow_silence(now=at + timedelta(hours=6)) == 1
    assert letters("health.reminder") == ["cn-filer"]
    assert follow_silence(now=at + timedelta(hours=7)) == 0
    assert follow_silence(now=at + timedelta(hours=24)) == 1
    assert letters("health.silence") == ["cn-filer"]
    assert follow_silence(now=at + timedelta(hours=90)) == 0
    subject = Letter.objects.get(kind="health.silence").subject
    assert subject == say("letter.health.silence.subject", "zh", state="哈萨克斯坦")


def test_the_coordinator_is_written_to_and_not_only_who_was_silent(cast: Cast) -> None:
    enrol("cn-focal", OFFICES["focal_point"], "CN", language="zh", now=hours_ago(60))
    notice = notified(cast, "CN", before=30, exercise=True)
    follow_silence(now=notice.made_at + timedelta(hours=7))
    assert letters("health.reminder") == ["cn-filer", "cn-focal"]
    follow_silence(now=notice.made_at + timedelta(hours=25))
    assert letters("health.silence") == ["cn-filer"]
    assert "演练" in Letter.objects.get(kind="health.silence").subject


def test_an_update_wakes_nobody_and_a_closed_event_is_followed_no_more(cast: Cast) -> None:
    notice = notified(cast, "CN", before=30)
    confirm_receipt(cast.cn_filer, notice.event, through=1)
    update_event(cast.kz_filer, notice.event, texts=WORDS, now=hours_ago(29))
    assert follow_silence(now=timezone.now()) == 0
    ask_verification(cast.cn_filer, notice.event, texts=WORDS, now=hours_ago(28))
    assert somebody_is_silent()
    close_event(cast.kz_filer, notice.event, texts=WORDS)
    assert not somebody_is_silent()


def test_the_inbox_stands_on_the_site_when_mail_is_down(cast: Cast, settings: Any) -> None:
    settings.MAIL_BACKEND = "none"
    notice = notified(cast, "CN")
    page = cast.client("cn-filer").get("/en/health/events/").content.decode()
    kind = say("events.kind.notification", "en")
    assert say("events.inbox.receipt", "en", kind=kind, n=notice.n) in page
    assert (
        say("events.desk.waiting", "en", n=1)
        in cast.client("cn-filer").get("/en/health/").content.decode()
    )
