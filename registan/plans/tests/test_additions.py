"""A measure added to a plan in force: a State's own, apart from the text; or decided by who adopted it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from registan.ledger.models import Entry
from registan.parties.models import Body
from registan.plans.acts.additions import (
    Decision,
    OwnMeasure,
    add_decided_measure,
    add_own_measure,
)
from registan.plans.acts.plans import bring_in_plan
from registan.plans.acts.rounds import close_round
from registan.plans.draft import AssignmentDraft, MeasureDraft, PlanDraft, VersionText
from registan.plans.models import Addition, Measure, Plan
from registan.plans.origins import Origin, origin_at, register_origin
from registan.plans.queries.owing import owed, owes
from registan.plans.tests.papers import account_of, file_some
from registan.search.index import catch_up
from registan.web.refusal import Refused
from registan.web.texts import LANGS

if TYPE_CHECKING:
    from tests.cast import Cast

TEXTS = {
    "ru": "Обучить районных лаборантов",
    "zh": "培训区级化验员",
    "en": "Train district laboratories",
}


def own(**facts: Any) -> OwnMeasure:
    return OwnMeasure(
        **{"texts": TEXTS, "ends_on": timezone.localdate() + timedelta(days=90), **facts}
    )


def decided(
    number: str = "1.4", *, kind: str = "all_members", party: str = "", chapter: int | None = 0
) -> MeasureDraft:
    return MeasureDraft(
        number, chapter, {lang: VersionText(text, responsible_raw="—") for lang, text in TEXTS.items()},
        ends_on=timezone.localdate() + timedelta(days=90),
        assignments=(AssignmentDraft(kind, party),),
    )  # fmt: skip


def decision(**facts: Any) -> Decision:
    body = Body.objects.get(key="SECRETARIAT")
    return Decision(
        **{"body": body, "on": timezone.localdate(), "citation": {"ru": "Решение № 7"}, **facts}
    )


def adopted(cast: Cast, **facts: Any) -> Plan:
    """A plan that the RATS executive committee adopted a month ago, for a year."""
    day = timezone.localdate()
    rats = Body.objects.get(key="RATS_EC")
    return bring_in_plan(cast.secretariat, PlanDraft(**{
        "key": "adopted", "kind": "action_plan", "titles": {"ru": "План"}, "languages": ("ru",),
        "measures": (MeasureDraft("1", None, {"ru": VersionText("Первая")}),),
        "starts_on": day - timedelta(days=30), "ends_on": day + timedelta(days=335),
        "adopted_on": day - timedelta(days=30), "adopted_by": rats, **facts,
    }))  # fmt: skip


def test_a_state_adds_a_measure_that_it_alone_answers_for(cast: Cast) -> None:
    before = list(cast.plan.measures.values_list("number", flat=True))
    added = add_own_measure(cast.kz_filer, cast.plan, own(offices={"ru": "Санитарная служба"}))
    measure = added.measure
    assert measure.number == "KZ-1"
    assert list(cast.plan.measures.values_list("number", flat=True)) == [*before, "KZ-1"]
    assert measure.chapter
    assert measure.chapter.is_later
    (answers,) = measure.assignments.all()
    assert (answers.kind, answers.state) == ("state", cast.kz_filer.state)
    assert "(Санитарная служба)" in measure.texts.get(lang="ru").responsible_raw
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.subject) == ("plans.measure.added", added.urn)
    assert add_own_measure(cast.kz_filer, cast.plan, own()).measure.number == "KZ-2"
    assert add_own_measure(cast.cn_filer, cast.plan, own()).measure.number == "CN-1"
    assert cast.plan.chapters.filter(is_later=True).count() == 1


def test_it_is_owed_by_that_state_and_by_nobody_else(cast: Cast) -> None:
    day = cast.round.ends_on
    measure = add_own_measure(cast.kz_filer, cast.plan, own(starts_on=day)).measure
    assert {row.party for row in owed(cast.round, measure=measure)} == {"KZ"}
    later = add_own_measure(cast.kz_filer, cast.plan, own()).measure
    assert not owes(cast.round, later, "KZ"), "begun after the period of the round"


def test_an_account_already_closed_does_not_know_of_it(cast: Cast) -> None:
    file_some(cast)
    close_round(cast.secretariat, cast.round)
    before = {lang: account_of(cast, lang) for lang in LANGS}
    add_own_measure(cast.kz_filer, cast.plan, own(starts_on=cast.round.ends_on))
    add_decided_measure(cast.secretariat, cast.plan, decided(), decision=decision())
    assert {lang: account_of(cast, lang) for lang in LANGS} == before


@pytest.mark.parametrize(
    ("who", "code"),
    [("secretariat", "power_missing"), ("kz_clearer", "power_missing"), ("mn_reader", "power_missing"),
     ("rats", "power_missing")],
)  # fmt: skip
def test_nobody_adds_for_a_state(cast: Cast, who: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        add_own_measure(getattr(cast, who), cast.plan, own())
    assert refused.value.code == code


def test_it_is_said_in_every_language_of_the_plan(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        add_own_measure(cast.kz_filer, cast.plan, own(texts={"ru": "Одно", "en": "One"}))
    assert (refused.value.code, refused.value.field) == ("measure_text_missing", "text_zh")
    assert not Addition.objects.exists()


def test_nothing_is_added_to_a_plan_that_is_over_or_not_adopted_yet(cast: Cast) -> None:
    day = timezone.localdate()
    over = adopted(cast, ends_on=day - timedelta(days=1))
    ahead = adopted(cast, key="ahead", adopted_on=day + timedelta(days=1))
    by_seat = {"draft": decided(chapter=None), "decision": decision()}
    for plan in (over, ahead):
        with pytest.raises(Refused) as refused:
            add_own_measure(cast.kz_filer, plan, own())
        assert refused.value.code == "plan_not_in_force"
        with pytest.raises(Refused) as refused:
            add_decided_measure(cast.secretariat, plan, **by_seat)
        assert refused.value.code == "plan_not_in_force"


def test_a_decided_measure_stands_last_in_its_chapter_and_cites_the_decision(cast: Cast) -> None:
    add_own_measure(cast.kz_filer, cast.plan, own())
    added = add_decided_measure(cast.secretariat, cast.plan, decided(), decision=decision())
    numbers = list(cast.plan.measures.values_list("number", flat=True))
    assert numbers == ["1.1", "1.2", "1.3", "1.4", "2.1", "KZ-1"]
    positions = list(cast.plan.measures.values_list("position", flat=True))
    assert positions == [1, 2, 3, 4, 5, 6]
    assert added.to_record()["citation"] == {"ru": "Решение № 7"}
    assert added.to_record()["responsible"] == ["all_members"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"on": timezone.localdate() + timedelta(days=1)}, "decided_ahead"),
        ({"on": timezone.localdate() - timedelta(days=400)}, "decided_before_adoption"),
        ({"citation": {"ru": "  "}}, "citation_missing"),
    ],
)
def test_a_decision_has_a_day_and_a_citation(cast: Cast, facts: dict[str, Any], code: str) -> None:
    plan = adopted(cast)
    by_rats = {"body": Body.objects.get(key="RATS_EC"), **facts}
    with pytest.raises(Refused) as refused:
        add_decided_measure(
            cast.secretariat, plan, decided("2", chapter=None), decision=decision(**by_rats)
        )
    assert refused.value.code == code


def test_only_the_body_that_adopted_a_plan_adds_to_it(cast: Cast) -> None:
    plan = adopted(cast)
    with pytest.raises(Refused) as refused:
        add_decided_measure(cast.secretariat, plan, decided("2", chapter=None), decision=decision())
    assert refused.value.code == "decided_by_another_body"
    by_rats = decision(body=Body.objects.get(key="RATS_EC"))
    add_decided_measure(cast.secretariat, plan, decided("2", chapter=None), decision=by_rats)
    assert list(plan.measures.values_list("number", flat=True)) == ["1", "2"]


@pytest.mark.parametrize(
    ("number", "code"), [("1.1", "measure_numbers_doubled"), ("KZ-1", "number_of_a_state")]
)
def test_numbers_are_kept_apart(cast: Cast, number: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        add_decided_measure(cast.secretariat, cast.plan, decided(number), decision=decision())
    assert refused.value.code == code


def test_what_it_comes_from_is_closed_to_those_who_may_not_see_it(cast: Cast) -> None:
    urn = "urn:registan:test-origin:1"
    if origin_at(urn) is None:
        register_origin(
            "urn:registan:test-origin:", lambda urn: Origin(urn, "KZ", "states:|KZ|", ())
        )
    with pytest.raises(Refused) as refused:
        add_own_measure(cast.cn_filer, cast.plan, own(), origin=urn)
    assert refused.value.code == "origin_unknown"
    add_own_measure(cast.kz_filer, cast.plan, own(), origin=urn)
    entry = Entry.objects.latest("pk")
    (told,) = [part for part in entry.payload.parts.values() if urn in str(part)]
    assert told["audience"] == "states:|KZ|"
    address = f"/en/plans/joint-plan/measures/{Measure.objects.get(number='KZ-1').number}/"
    assert urn not in cast.client("cn-filer").get(address).content.decode()
    with pytest.raises(Refused) as refused:
        add_own_measure(cast.kz_filer, cast.plan, own(), origin=urn)
    assert refused.value.code == "origin_used"


def test_a_page_leads_to_it_and_the_measure_says_whose_it_is(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    address = "/en/plans/joint-plan/add-measure/"
    assert address in kz.get("/en/plans/joint-plan/").content.decode()
    typed = {f"text_{lang}": text for lang, text in TEXTS.items()}
    typed |= {"ends_on": (timezone.localdate() + timedelta(days=9)).isoformat(), "act_key": "one"}
    assert "Train district laboratories" in kz.post(address, typed).content.decode()
    assert kz.post(address, {**typed, "confirmed": "1"}).status_code == 302
    measure = Measure.objects.get(number="KZ-1")
    page = (
        cast.client("cn-filer")
        .get(f"/en/plans/joint-plan/measures/{measure.number}/")
        .content.decode()
    )
    assert "own measure of Kazakhstan, no part of the adopted text" in page
    assert (
        "added after adoption"
        in cast.client("cn-filer").get("/en/plans/joint-plan/").content.decode()
    )


def test_what_was_typed_survives_a_refusal(cast: Cast) -> None:
    kz = cast.client("kz-filer")
    typed = {"text_ru": "Обучить", "ends_on": "2030-01-01", "confirmed": "1"}
    answer = kz.post("/en/plans/joint-plan/add-measure/", typed)
    assert answer.status_code == 422
    body = answer.content.decode()
    assert "Обучить" in body
    assert "Write the measure in every language of the plan; missing: zh" in body


def test_the_secretariat_enters_what_was_decided_on_a_page(cast: Cast) -> None:
    seat = cast.client("secretariat")
    typed = {f"text_{lang}": text for lang, text in TEXTS.items()} | {
        "body": "SECRETARIAT", "decided_on": timezone.localdate().isoformat(), "number": "1.9",
        "citation_ru": "Решение № 9", "chapter": "0", "who": "named", "parties": ["KZ", "CN"],
        "ends_on": "2030-01-01", "confirmed": "1",
    }  # fmt: skip
    assert seat.post("/ru/plans/joint-plan/add-measure/", typed).status_code == 302
    measure = Measure.objects.get(number="1.9")
    assert measure.texts.get(lang="en").responsible_raw == "Kazakhstan, China"
    assert "Решение № 9" in seat.get("/ru/plans/joint-plan/measures/1.9/").content.decode()


def test_it_and_the_heading_above_it_are_found(cast: Cast) -> None:
    catch_up()
    add_own_measure(cast.kz_filer, cast.plan, own())
    catch_up()
    page = cast.client("cn-filer").get("/zh/search/?q=化验员").content.decode()
    assert "/zh/plans/joint-plan/measures/KZ-1/" in page
    page = cast.client("cn-filer").get("/en/search/?q=adoption").content.decode()
    assert "/en/plans/joint-plan/chapters/3/" in page
