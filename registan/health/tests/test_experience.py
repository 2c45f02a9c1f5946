"""Exchange of experience: a State tells what it did, asks the others, and is answered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from registan.health.acts.experience import answer_question, ask_question, enter_experience
from registan.health.models import Experience, Question, QuestionAnswer
from registan.health.queries.experience import find_experience, find_question
from registan.ledger.audience import states
from registan.ledger.models import Entry
from registan.parties.queries import viewer_for_party
from registan.search.index import rebuild, refresh
from registan.search.queries import Wanted, find
from registan.web.refusal import NotThere, Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from registan.parties.models import Mandate
    from tests.cast import Cast


def enter(by: Mandate, **changes: Any) -> Experience:
    facts: dict[str, Any] = {
        "theme": "supply", "titles": {"en": "Shared depots"}, "outcome": "helped",
        "since": timezone.localdate() - timedelta(days=30), "accounts": {"en": "Depots were shared."},
        "results": {}, "evidence": {"en": "Stock lists of both."},
    }  # fmt: skip
    return enter_experience(by, **{**facts, **changes})


def ask(by: Mandate, **changes: Any) -> Question:
    facts: dict[str, Any] = {
        "texts": {"en": "Which test kits do you use?"},
        "due": timezone.localdate() + timedelta(days=7),
    }
    return ask_question(by, **{**facts, **changes})


def typed(**changes: str) -> dict[str, str]:
    return {
        "kind": "review", "title_en": "After the flood", "theme": "community", "condition": "",
        "since": "2026-01-10", "until": "2026-02-01", "account_en": "Wells were closed.",
        "outcome": "in_part", "result_en": "Tankers came late.", "evidence_en": "Logs of tankers.",
        "audience": "members", **changes,
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_an_account_is_typed_looked_at_and_entered(cast: Cast, lang: str) -> None:
    client = cast.client("kz-filer")
    place = f"/{lang}/health/experience/new/"
    shown = client.post(place, typed())
    assert "Tankers came late." in shown.content.decode()
    assert not Experience.objects.exists()
    done = client.post(place, {**typed(), "confirmed": "1", "act_key": "k"}, follow=True)
    assert say("experience.entered", lang) in done.content.decode()
    page = client.get(f"/{lang}/health/experience/KZ-1/").content.decode()
    assert "Wells were closed." in page
    assert say("experience.outcome.in_part", lang) in page
    assert say("web.given_in.en", lang) in page or lang == "en"


def test_what_was_typed_survives_a_refusal(cast: Cast) -> None:
    wrong = typed(evidence_en="", since="2026-03-01", until="", confirmed="1")
    answer = cast.client("kz-filer").post("/en/health/experience/new/", wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert say("refusal.evidence_missing", "en") in page
    assert "Tankers came late." in page


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"theme": "astrology"}, "theme_unknown"),
        ({"titles": {"en": " "}}, "title_missing"),
        ({"accounts": {}}, "account_missing"),
        ({"evidence": {}}, "evidence_missing"),
        ({"since": timezone.localdate() + timedelta(days=2)}, "day_to_come"),
        ({"until": timezone.localdate() - timedelta(days=90)}, "window_backwards"),
        ({"accounts": {"en": "a\u202eb"}}, "hidden_characters"),
    ],
)
def test_what_is_no_account_is_refused(cast: Cast, change: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        enter(cast.kz_filer, **change)
    assert refused.value.code == code
    assert not Experience.objects.exists()


def test_a_body_tells_of_no_measure(cast: Cast) -> None:
    with pytest.raises(Refused):
        enter(cast.secretariat)


def test_a_later_version_stands_beside_the_earlier(cast: Cast) -> None:
    first = enter(cast.kz_filer)
    second = enter(cast.kz_filer, replaces=first, outcome="not")
    assert (second.n, second.version, second.urn) == (first.n, 2, first.urn)
    versions = find_experience("KZ-1", viewer_for_party(state="CN"))
    assert [each.outcome for each in versions] == ["not", "helped"]
    with pytest.raises(Refused, match="changed_meanwhile"):
        enter(cast.kz_filer, replaces=first)
    with pytest.raises(Refused, match="experience_of_others"):
        enter(cast.cn_filer, replaces=second)


def test_only_those_addressed_see_it(cast: Cast) -> None:
    enter(cast.kz_filer, audience=states({"KZ", "CN"}))
    assert find_experience("KZ-1", viewer_for_party(state="CN"))
    with pytest.raises(NotThere):
        find_experience("KZ-1", viewer_for_party(state="IN"))
    assert cast.client("in-filer").get("/en/health/experience/KZ-1/").status_code == 404
    assert (
        "Shared depots"
        not in cast.client("in-filer").get("/en/health/experience/").content.decode()
    )


def test_a_question_is_answered_and_silence_is_shown_in_protocol_order(cast: Cast) -> None:
    asked = ask(cast.kz_filer)
    answer_question(cast.cn_filer, asked, texts={"zh": "用国产试剂。"})
    found = find_question("KZ-1", viewer_for_party(state="IN"), timezone.localdate())
    assert [each.state.key for each in found.answers] == ["CN"]
    waited = [each.key for each in found.awaited]
    assert "IN" in waited
    assert not {"KZ", "CN"} & set(waited)
    page = cast.client("in-filer").get("/en/health/experience/questions/KZ-1/").content.decode()
    assert say("question.awaited", "en") in page
    assert "用国产试剂。" in page


def test_who_may_not_answer_is_refused(cast: Cast) -> None:
    asked = ask(cast.kz_filer)
    with pytest.raises(Refused, match="own_question"):
        answer_question(cast.kz_filer, asked, texts={"en": "x"})
    with pytest.raises(Refused, match="answer_empty"):
        answer_question(cast.cn_filer, asked, texts={"en": " "})
    with pytest.raises(Refused, match="due_passed"):
        ask(cast.kz_filer, due=timezone.localdate() - timedelta(days=1))
    assert not QuestionAnswer.objects.exists()


def test_an_answer_is_typed_and_stands_in_the_record(cast: Cast) -> None:
    ask(cast.kz_filer)
    client = cast.client("cn-filer")
    place = "/en/health/experience/questions/KZ-1/answer/"
    client.post(place, {"text_en": "Kits of our own.", "confirmed": "1", "act_key": "a"})
    client.post(place, {"text_en": "Kits of our own.", "confirmed": "1", "act_key": "a"})
    assert QuestionAnswer.objects.count() == 1
    record = Entry.objects.get(kind="health.question.answered").record
    assert record["texts"] == {"en": "Kits of our own."}
    assert (
        "Kits of our own." in client.get("/en/health/experience/questions/KZ-1/").content.decode()
    )


def test_accounts_and_answers_are_found_in_the_language_they_are_in(cast: Cast) -> None:
    enter(cast.kz_filer, titles={"ru": "Общие склады"}, accounts={"ru": "Склады стали общими."})
    asked = ask(cast.kz_filer)
    rebuild()
    answer = answer_question(cast.cn_filer, asked, texts={"zh": "使用国产试剂盒。"})
    refresh({answer.urn})
    viewer = viewer_for_party(state="IN")
    assert [each.kind for each in find(Wanted(words="склады"), viewer).documents] == ["experience"]
    assert [each.kind for each in find(Wanted(words="试剂盒"), viewer).documents] == ["question"]
