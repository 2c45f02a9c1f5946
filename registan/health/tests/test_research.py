"""The register of research: entered, milestones, closed, validated by States, found, exported."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from scipy.stats import beta

from registan.health.acts.research import close_research, reach_milestone
from registan.health.acts.validations import Figures
from registan.health.erasing import erase
from registan.health.models import Research, Validation
from registan.health.queries.research import (
    Filters,
    find_research,
    researches,
    together,
    validations,
)
from registan.health.tests.researching import FIGURES, days, enter, validate
from registan.health.tests.sending import measles
from registan.ledger.audience import states
from registan.ledger.guard import writing
from registan.ledger.models import Entry
from registan.parties.models import State
from registan.parties.queries import in_order, viewer_for_party
from registan.search.index import rebuild, refresh
from registan.search.queries import Wanted, find
from registan.web.refusal import NotThere, Refused
from registan.web.texts import LANGS, say

if TYPE_CHECKING:
    from tests.cast import Cast

ENTRY = "health/research/KZ-1/"


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "vaccine", "title_ru": "Вакцина против кори", "summary_ru": "Без холодовой цепи.",
        "phase": "phase_2", "condition": "", "lead": "Институт вакцин", "sharing": ["data", "licence"],
        "partners": "Китай; Центр вакцин\nIN；Institute of Vaccines", "sites": "KZ; Алматы",
        "registration": "NCT01234567", "sharing_ru": "По запросу.", "audience": "members",
        "milestones_ru": "2027-09-01 Набор закончен\n2028-01-15: Отчёт",
        "milestones_zh": "2027-09-01 入组完成\n2028-01-15 报告", **changes,
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_research_is_typed_looked_at_and_entered(cast: Cast, lang: str) -> None:
    client, place = cast.client("kz-filer"), f"/{lang}/health/research/new/"
    shown = client.post(place, typed())
    assert "Институт вакцин" in shown.content.decode()
    assert not Research.objects.exists()
    done = client.post(place, {**typed(), "confirmed": "1", "act_key": "k"}, follow=True)
    assert say("research.done", lang) in done.content.decode()
    row = Research.objects.get()
    assert row.partners == [["CN", "Центр вакцин"], ["IN", "Institute of Vaccines"]]
    assert row.milestones[0]["texts"] == {"ru": "Набор закончен", "zh": "入组完成"}
    page = client.get(f"/{lang}/{ENTRY}").content.decode()
    assert say("research.phase.phase_2", lang) in page
    assert "NCT01234567" in page
    assert say("research.milestone.awaited", lang) in page


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"partners": "Китай; Центр\nАтлантида; Институт"}, "partners", "research.pairs.state_unknown"),
        ({"sites": "Алматы"}, "sites", "research.pairs.unreadable"),
        ({"milestones_zh": "2027-09-02 入组"}, "milestones_zh", "research.milestones.differ"),
        ({"milestones_ru": "2027-02-30 Набор"}, "milestones_ru", "research.milestones.unreadable"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named_and_nothing_typed_is_lost(
    cast: Cast, change: dict[str, str], field: str, sentence: str
) -> None:
    answer = cast.client("kz-filer").post("/en/health/research/new/", typed(**change))
    assert answer.status_code == 422
    line = 2 if "Атлантида" in change.get("partners", "") else 1
    assert answer.context["form"].errors[field] == [
        say(sentence, "en", line=line, given="Атлантида")
    ]
    assert "Без холодовой цепи." in answer.content.decode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "potion"}, "choice_unknown"),
        ({"phase": "phase_2"}, "phase_of_another_kind"),
        ({"titles": {"en": " "}}, "words_missing"),
        ({"summaries": {"en": "Ask +7 701 123 45 67"}}, "person_in_text"),
        ({"summaries": {"en": "a\u202eb"}}, "hidden_characters"),
        ({"lead": "Иванов И. И."}, "person_in_text"),
        ({"lead": " "}, "name_missing"),
        ({"lead": "x" * 201}, "name_too_long"),
        ({"partners": [("QQ", "Institute")]}, "state_not_known"),
        ({"sites": [("KZ", f"Place {n}") for n in range(61)]}, "too_many_named"),
        ({"registration": "№ 5"}, "registration_unreadable"),
        ({"conditions_of_sharing": {}}, "words_missing"),
        ({"audience": "everyone"}, "audience_unknown"),
    ],
)
def test_what_is_no_research_is_refused(cast: Cast, change: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        enter(cast.kz_filer, **change)
    assert refused.value.code == code
    assert not Research.objects.exists()


def test_a_body_enters_no_research(cast: Cast) -> None:
    with pytest.raises(Refused, match="power_missing"):
        enter(cast.secretariat)


def test_versions_follow_by_acts_and_reached_milestones_stay(cast: Cast) -> None:
    first = enter(cast.kz_filer)
    assert [each["texts"]["en"] for each in first.milestones] == ["Pilot lot", "Field trial"]
    second = reach_milestone(
        cast.kz_filer, first, number=1, on=days(-1), evidence={"en": "Protocol of the lot."}
    )
    third = enter(cast.kz_filer, replaces=second, phase="registered", steps=())
    assert [each["texts"]["en"] for each in third.milestones] == ["Pilot lot"]
    assert third.milestones[0]["reached"] == days(-1).isoformat()
    closed = close_research(
        cast.kz_filer, third, end="in_part", on=days(0), results={"en": "Weak in the heat."}
    )
    assert (closed.version, closed.phase, closed.urn) == (4, "registered", first.urn)
    kinds = Entry.objects.filter(subject=first.urn).order_by("pk").values_list("kind", flat=True)
    assert [kind.rpartition(".")[2] for kind in kinds] == [
        "entered", "milestone_reached", "entered", "closed",
    ]  # fmt: skip
    assert len(find_research("KZ-1", viewer_for_party(state="CN"))) == 4
    page = cast.client("cn-filer").get(f"/en/{ENTRY}").content.decode()
    assert "Weak in the heat." in page
    assert "Protocol of the lot." in page
    assert say("research.version_n", "en", n=1) in page


def test_who_may_not_change_it_is_refused(cast: Cast) -> None:
    first = enter(cast.kz_filer)
    second = enter(cast.kz_filer, replaces=first)
    with pytest.raises(Refused, match="research_of_others"):
        enter(cast.cn_filer, replaces=second)
    with pytest.raises(Refused, match="changed_meanwhile"):
        enter(cast.kz_filer, replaces=first)
    said = {"on": days(0), "evidence": {"en": "x"}}
    with pytest.raises(Refused, match="another_state"):
        reach_milestone(cast.cn_filer, second, number=1, **said)
    with pytest.raises(Refused, match="milestone_unknown"):
        reach_milestone(cast.kz_filer, second, number=3, **said)
    with pytest.raises(Refused, match="day_to_come"):
        reach_milestone(cast.kz_filer, second, number=1, **{**said, "on": days(1)})
    third = reach_milestone(cast.kz_filer, second, number=1, **said)
    with pytest.raises(Refused, match="milestone_reached_before"):
        reach_milestone(cast.kz_filer, third, number=1, **said)
    closed = close_research(
        cast.kz_filer, third, end="stopped", on=days(0), results={"en": "No lot was made."}
    )
    with pytest.raises(Refused, match="research_closed"):
        enter(cast.kz_filer, replaces=closed)
    assert cast.client("cn-filer").get(f"/en/{ENTRY}version/").status_code == 404


def test_only_those_addressed_see_it_and_what_hangs_on_it(cast: Cast) -> None:
    research = enter(cast.kz_filer, audience=states({"KZ", "CN"}))
    found = validate(cast.cn_filer, research)
    assert found.audience == research.audience
    with pytest.raises(NotThere):
        find_research("KZ-1", viewer_for_party(state="IN"))
    client = cast.client("in-filer")
    assert client.get(f"/en/{ENTRY}").status_code == 404
    for place in ("", "register.csv", "register.json"):
        assert "antigen" not in client.get(f"/en/health/research/{place}").content.decode()


def test_states_stand_side_by_side_in_protocol_order_with_exact_intervals(cast: Cast) -> None:
    research = enter(cast.kz_filer)
    for by in (cast.in_filer, cast.kz_filer, cast.cn_filer):
        validate(by, research)
    found = validations(research, viewer_for_party(state="IN"))
    page = cast.client("in-filer").get(f"/en/{ENTRY}").content.decode()
    told = re.findall(r'<th scope="row">(\w+)', page)
    ordered = in_order(list(State.objects.filter(key__in=("IN", "KZ", "CN"))), "en")
    assert told == [state.short_names["en"] for state in ordered]
    share = found[0].sensitivity
    assert share is not None
    assert share.low == pytest.approx(beta.ppf(0.025, 90, 11), rel=1e-10)
    assert "90.0% (82.4–95.1)" in page
    assert "190 of 194" in page
    assert say("validation.together", "en") in page
    assert "heterogeneity 0.0%" not in page
    asked = cast.client("in-filer").get(f"/en/{ENTRY}?together=1").content.decode()
    assert "heterogeneity 0.0%" in asked
    assert say("validation.together.how", "en") in asked.replace("&#x27;", "'")


def test_differing_states_are_said_to_differ(cast: Cast) -> None:
    research = enter(cast.kz_filer)
    validate(cast.kz_filer, research)
    validate(cast.cn_filer, research, Figures(examined=300, tp=50, fp=4, fn=50, tn=196))
    pooled = together(validations(research, viewer_for_party(state="KZ"))).sensitivity
    assert pooled is not None
    assert pooled.i2 > 0.9


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"tp": -1, "fn": 101}, "figure_impossible"),
        ({"tn": 10**10}, "figure_impossible"),
        ({"examined": 299}, "figures_differ"),
        ({"tp": 91}, "figures_differ"),
        ({"examined": 0, "tp": 0, "fp": 0, "fn": 0, "tn": 0, "unclear": 0}, "nobody_examined"),
        ({"examined": 6, "tp": 0, "fp": 0, "fn": 0, "tn": 0}, "nothing_clear"),
    ],
)
def test_impossible_counts_are_refused(cast: Cast, change: dict[str, int], code: str) -> None:
    research = enter(cast.kz_filer)
    with pytest.raises(Refused) as refused:
        validate(cast.kz_filer, research, replace(FIGURES, **change))
    assert refused.value.code == code
    assert not Validation.objects.exists()


def test_what_is_no_validation_is_refused(cast: Cast) -> None:
    research = enter(cast.kz_filer)
    drug = enter(cast.kz_filer, kind="drug", phase="phase_1")
    for of, change, code in (
        (drug, {}, "not_a_test"), (research, {"specimen": "tea"}, "choice_unknown"),
        (research, {"ended_on": days(1)}, "day_to_come"),
        (research, {"laboratory": "Mr Smith"}, "person_in_text"),
        (research, {"reference": {}}, "words_missing"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=code):
            validate(cast.kz_filer, of, **change)
    validate(cast.kz_filer, research)
    with pytest.raises(Refused, match="kind_is_validated"):
        enter(cast.kz_filer, replaces=research, kind="drug", phase="phase_1")


def test_only_one_side_examined_says_nothing_of_the_other(cast: Cast) -> None:
    research = enter(cast.kz_filer)
    validate(cast.kz_filer, research, Figures(examined=20, tp=18, fp=0, fn=2, tn=0))
    (found,) = validations(research, viewer_for_party(state="KZ"))
    assert found.specificity is None
    page = cast.client("kz-filer").get(f"/en/{ENTRY}?together=1").content.decode()
    assert say("validation.nobody", "en") in page
    assert say("validation.together.none", "en") in page


def test_a_validation_is_typed_and_corrected_by_its_own_state(cast: Cast) -> None:
    enter(cast.kz_filer)
    client, place = cast.client("cn-filer"), f"/zh/{ENTRY}validate/"
    given = {
        "laboratory": "国家参考实验室", "condition": "", "reference_zh": "核酸扩增", "specimen": "swab",
        "choosing": "case_control", "ended_on": "2026-01-10", "examined": "1 000", "tp": "95",
        "fp": "5", "fn": "5", "tn": "890", "unclear": "5", "confirmed": "1", "act_key": "v",
    }  # fmt: skip
    refused = client.post(place, {**given, "tn": "895"})
    assert refused.context["form"].errors["examined"] == [
        say("refusal.figures_differ", "zh", counted=1005, examined=1000)
    ]
    assert client.post(place, given).status_code == 302
    fixing = f"/zh/{ENTRY}validations/1/"
    assert "国家参考实验室" in client.get(fixing).content.decode()
    assert cast.client("kz-filer").get(fixing).status_code == 404
    client.post(fixing, {**given, "tp": "94", "fn": "6", "act_key": "w"})
    row = Validation.objects.get(is_newest=True)
    assert (row.n, row.version, row.tp, row.examined) == (1, 2, 94, 1000)
    with pytest.raises(Refused, match="validation_of_others"):
        validate(cast.kz_filer, Research.objects.get(), replaces=row)
    earlier = Validation.objects.get(is_newest=False)
    with pytest.raises(Refused, match="changed_meanwhile"):
        validate(cast.cn_filer, Research.objects.get(), replaces=earlier)


def test_the_register_is_filtered_and_a_state_is_found_by_any_part_it_has(cast: Cast) -> None:
    condition = measles(cast)
    enter(cast.kz_filer, condition=condition)
    enter(cast.cn_filer, kind="drug", phase="phase_1", partners=(), sites=())
    viewer = viewer_for_party(state="IN")

    def keys(**asked: str) -> list[str]:
        return [row.key for row in researches(viewer, Filters(**asked))]

    both = [
        f"{state.key}-1" for state in in_order(list(State.objects.filter(key__in=("KZ", "CN"))))
    ]
    assert keys() == both
    assert keys(kind="drug") == ["CN-1"]
    assert keys(phase="clinical") == ["KZ-1"]
    assert keys(condition="measles") == ["KZ-1"]
    assert keys(state="IN") == ["KZ-1"]  # by a site
    assert keys(state="CN") == both  # by a partner, as the lead
    page = cast.client("in-filer").get("/en/health/research/?kind=drug").content.decode()
    assert "CN-1" in page
    assert "KZ-1" not in page


def test_the_register_comes_out_as_csv_and_json(cast: Cast) -> None:
    research = enter(cast.kz_filer, lead="=2+3 Institute")
    validate(cast.cn_filer, research)
    client = cast.client("in-filer")
    text = client.get("/en/health/research/register.csv").content.decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(text))
    assert row["lead"] == "'=2+3 Institute"
    assert row["sites"] == "KZ: Almaty | IN: Pune"
    assert row["next_due"] == days(90).isoformat()
    answer = client.get("/en/health/research/register.json?kind=test").json()
    (told,) = answer["research"]
    assert told["validations"][0]["sensitivity"]["hits"] == 90
    assert told["validations"][0]["sensitivity"]["n"] == 100
    assert answer["interval"]["method"] == "Clopper-Pearson"
    assert client.get("/en/health/research/register.json?kind=drug").json()["research"] == []
    assert client.get("/en/health/research/register.exe").status_code == 404


def test_research_is_found_in_the_language_it_is_in(cast: Cast) -> None:
    enter(
        cast.kz_filer, titles={"ru": "Вакцина от столбняка", "zh": "破伤风疫苗"},
        summaries={"ru": "Жидкая форма.", "en": "A liquid form."}, registration="NCT01234567",
    )  # fmt: skip
    rebuild()
    viewer = viewer_for_party(state="IN")
    for words in ("столбняк", "破伤风", "liquid"):
        assert [each.kind for each in find(Wanted(words=words), viewer).documents] == ["research"]
    newer = enter(
        cast.kz_filer, replaces=Research.objects.get(), titles={"en": "Diphtheria toxoid"}
    )
    refresh({newer.urn})
    assert [each.kind for each in find(Wanted(words="toxoid"), viewer).documents] == ["research"]


def test_what_is_shredded_is_gone_from_the_tables(cast: Cast) -> None:
    research = enter(cast.kz_filer)
    found = validate(cast.cn_filer, research)
    with writing():
        erase(list(Entry.objects.filter(subject__startswith=research.urn)))
    research.refresh_from_db()
    found.refresh_from_db()
    assert "Virology" not in str(research.to_record())
    assert (research.titles, research.milestones, research.partners) == ({}, [], [])
    assert (found.laboratory, found.examined, found.tp) == ("", 0, 0)
    assert cast.client("kz-filer").get(f"/en/{ENTRY}").status_code == 200
