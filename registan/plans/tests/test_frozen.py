"""A closed account stays what it was, whatever becomes of the plan, its words and the parties."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import rfc8785
from django.utils import timezone

from registan.ledger.guard import writing
from registan.ledger.kept import forget
from registan.ledger.models import Entry
from registan.parties.models import Membership, State, StatusType
from registan.plans.acts.imports import revise_version
from registan.plans.acts.measures import define_indicator, join_measure, postpone_measure
from registan.plans.acts.plans import add_language_version, bring_in_plan
from registan.plans.acts.rounds import close_round
from registan.plans.draft import AssignmentDraft, MeasureDraft, PlanDraft, StepDraft, VersionText
from registan.plans.models import Chapter, FrozenWords, MeasureText, Plan, RoundLine
from registan.plans.review.pdf import write_pdf
from registan.plans.review.word import write_docx
from registan.plans.tests.papers import account_of, file_some, words_of_docx
from registan.plans.tests.reporting import last_record, page
from registan.web.texts import LANGS

if TYPE_CHECKING:
    from tests.cast import Cast

PLAN = "/plans/joint-plan"


def close(cast: Cast) -> None:
    file_some(cast)
    close_round(cast.secretariat, cast.round)


def told(cast: Cast) -> dict[str, Any]:
    """All that the closed account says, on paper, on pages and to machines."""
    forget()  # some of what a test does here no act can do
    kz = cast.client("kz-filer")
    found: dict[str, Any] = {}
    for lang in LANGS:
        account = account_of(cast, lang)
        found[f"account {lang}"] = account
        found[f"docx {lang}"] = words_of_docx(write_docx(account))
        found[f"pdf {lang}"] = write_pdf(account)
        for name in ("measures", "reports"):
            answer = kz.get(f"/api{PLAN}/rounds/1/{name}?lang={lang}")
            assert answer.status_code == 200
            found[f"{name} {lang}"] = answer.json()
        table = kz.get(f"/{lang}{PLAN}/table/?round=1").context["page"].body
        found[f"table {lang}"] = table[table.index("<table") :]
        shown = kz.get(f"/{lang}{PLAN}/rounds/1/").context
        found[f"round {lang}"] = (shown["titles"], shown["deliveries"])
    return found


def revise(cast: Cast) -> None:
    """Everything that the words of a plan can go through after its round was closed."""
    version = VersionText("Совсем иной текст", "Иной результат", "2031 год", "Секретариат")
    draft = MeasureDraft("1.1", None, {"ru": version}, None, date(2031, 12, 31), "once",
                         assignments=(AssignmentDraft("body", "SECRETARIAT"),))  # fmt: skip
    revise_version(cast.secretariat, cast.plan, lang="ru", measures=[draft],
                   reasons={"ru": "Опечатка."}, now=timezone.now())  # fmt: skip
    postpone_measure(cast.secretariat, cast.measure("1.2"), starts_on=None,
                     ends_on=date(2035, 6, 30), reasons={"ru": "Позже."})  # fmt: skip
    define_indicator(cast.secretariat, cast.measure("1.2"), indicator="late",
                     names={"ru": "Поздний"}, unit={"ru": "шт."})  # fmt: skip
    join_measure(cast.kz_filer, cast.measure("1.3"), on=timezone.localdate() - timedelta(days=3))


def rename(cast: Cast) -> None:
    """What profiles change, and what no act can change today: titles, chapters, numbers, the order."""
    with writing():
        State.objects.filter(key="KZ").update(
            short_names=dict.fromkeys(LANGS, "X"), orders=dict.fromkeys(LANGS, 77)
        )
        Chapter.objects.update(titles=dict.fromkeys(LANGS, "Y"))
        Plan.objects.update(titles=dict.fromkeys(LANGS, "Z"))
        for place, row in enumerate(cast.plan.measures.order_by("-position"), start=100):
            row.number, row.position = f"{row.number}bis", place
            row.save()


def test_neither_words_nor_names_of_later_change_a_closed_account(cast: Cast) -> None:
    close(cast)
    before = told(cast)
    revise(cast)
    assert told(cast) == before
    rename(cast)
    after = told(cast)
    addresses = {key: before.pop(key) for key in list(before) if key.startswith("table")}
    assert {key: after[key] for key in before} == before
    assert "bis" not in str([after[key] for key in addresses])
    assert page(cast.client("kz-filer").get(f"/ru{PLAN}/rounds/1/")).count("Казахстан") >= 1


def test_a_state_that_joins_the_organisation_later_changes_no_closed_account(cast: Cast) -> None:
    close(cast)
    before = told(cast)
    member = StatusType.objects.get(membership__state__key="KZ", membership__until=None)
    with writing():
        Membership.objects.filter(state__key="MN").delete()
        Membership.objects.create(
            state=State.objects.get(key="MN"), type=member,
            since=timezone.localdate() - timedelta(days=2),
        )  # fmt: skip
    assert told(cast) == before


def test_a_later_language_version_changes_no_closed_account(cast: Cast) -> None:
    with writing():
        MeasureText.objects.filter(lang="zh").delete()
        Plan.objects.update(languages=["ru", "en"])
    close(cast)
    before = told(cast)
    assert before["account zh"].plan_lang == "ru"
    assert {row["lang"] for row in before["measures zh"]} == {"ru"}
    numbers = cast.plan.measures.values_list("number", flat=True)
    add_language_version(
        cast.secretariat, Plan.objects.get(pk=cast.plan.pk), lang="zh", title="联合计划",
        chapters={1: "卫生", 2: "安全"}, names={},
        versions={number: VersionText(f"措施{number}") for number in numbers},
    )  # fmt: skip
    assert told(cast) == before


def test_the_closing_entry_holds_the_digest_of_the_account(cast: Cast) -> None:
    close(cast)
    frozen, account = FrozenWords.objects.get(), last_record()["account"]
    assert account == {
        "lines": RoundLine.objects.count(),
        "lines_sha256": account["lines_sha256"],  # type: ignore[index]
        "words_sha256": frozen.digest(),
    }
    assert frozen.sha256 == frozen.digest()
    frozen.words["measures"][0]["texts"]["ru"]["text"] += "."
    assert frozen.digest() != frozen.sha256
    assert rfc8785.dumps(frozen.parties)
    lines = RoundLine.objects.exclude(stage="").first()
    assert lines is not None
    with writing():
        RoundLine.objects.filter(pk=lines.pk).update(stage="returned")
    closed = cast.plan.rounds.get()
    assert closed.to_record()["account"]["lines_sha256"] != account["lines_sha256"]


def test_the_entry_of_a_plan_holds_all_of_its_measures(cast: Cast) -> None:
    entry = Entry.objects.get(kind="plans.plan.brought_in", subject=cast.plan.urn)
    assert entry.record["measures"] == 4
    assert entry.record["measures_sha256"] == cast.plan.to_record()["measures_sha256"]
    for text in ("Иное", "Иное и ещё"):
        held = Plan.objects.get(pk=cast.plan.pk).to_record()["measures_sha256"]
        draft = MeasureDraft("1.1", None, {"ru": VersionText(text)})
        revise_version(cast.secretariat, cast.plan, lang="ru", measures=[draft],
                       reasons={"ru": "Опечатка."}, now=timezone.now())  # fmt: skip
        assert last_record()["measures_sha256"] != held
    assert "мер: 4" in page(cast.client("kz-filer").get(f"/ru{PLAN}/history/"))


def test_the_record_of_measures_says_who_when_and_in_which_steps(cast: Cast) -> None:
    draft = MeasureDraft(
        "7", None, {"en": VersionText("Build", "Built", "2027", "Secretariat")},
        date(2027, 1, 1), date(2027, 12, 31), "once",
        steps=(StepDraft(None, date(2027, 3, 31), {"en": "Plan it"}),),
        assignments=(AssignmentDraft("body", "SECRETARIAT", part="lead"),),
    )  # fmt: skip
    plan = bring_in_plan(
        cast.secretariat, PlanDraft("w", "work_plan", {"en": "W"}, ("en",), (draft,))
    )
    assert plan.measures_record() == [{
        "number": "7", "chapter": 0, "term": ["2027-01-01", "2027-12-31", "once"],
        "texts": [["en", "Build", "Built", "2027", "Secretariat"]],
        "responsible": [["body", "SECRETARIAT", "lead", {}]],
        "steps": [["", "2027-03-31", {"en": "Plan it"}]],
    }]  # fmt: skip
