"""From an uploaded table to the act: new plans, language versions, corrections, real tables."""

from __future__ import annotations

import os
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from docx import Document
from openpyxl import Workbook

from registan.ledger.models import Entry
from registan.plans.models import Assignment, ImportTray, Measure, MeasureText, Plan
from registan.plans.tests.importing import (
    CLEAN,
    DOUBTFUL,
    as_shown,
    bring_in,
    facts,
    page,
    post,
    post_row,
    row_address,
    saved,
    tray_of,
    upload,
)
from tests.cast import enrol, signed_in

pytestmark = pytest.mark.usefixtures("organisation")


@pytest.fixture
def client_() -> Client:
    return signed_in(enrol("desk", ("read", "plans.import"), "SECRETARIAT"))


# Bringing in


def test_a_table_becomes_a_plan_by_one_act(client_: Client) -> None:
    tray = tray_of(upload(client_, CLEAN))
    confirm = f"/ru/plans/import/{tray.token}/confirm/"
    assert client_.get(confirm).status_code == 302  # the facts are not looked at yet
    post(client_, tray, "facts", **facts(tray, adopted_by="CHS", adopted_on="2025-12-01"))
    found = page(client_.get(confirm))
    assert "Вы действуете от имени" in found
    assert not Plan.objects.exists()
    before = Entry.objects.count()
    answer = client_.post(confirm, {})
    assert answer.headers["Location"] == "/ru/plans/plan-one/"
    plan = Plan.objects.get()
    assert (plan.kind, plan.titles, plan.languages) == (
        "action_plan",
        {"ru": "План действий"},
        ["ru"],
    )
    assert plan.adopted_by
    assert plan.adopted_by.key == "CHS"
    assert list(plan.measures.values_list("number", "ends_on", "recurrence")) == [
        ("1.1", date(2026, 12, 1), "once"),
        ("1.2", None, "annually"),
        ("2.1", date(2028, 12, 31), "once"),
    ]
    kinds = Assignment.objects.order_by("measure__position").values_list("kind", flat=True)
    assert list(kinds) == ["state", "all_members", "body"]
    assert Entry.objects.count() == before + 1
    assert client_.post(confirm, {}).headers["Location"] == "/ru/plans/plan-one/"
    assert Entry.objects.count() == before + 1


def test_a_doubtful_table_is_settled_step_by_step(client_: Client) -> None:
    tray = tray_of(upload(client_, DOUBTFUL))
    post(client_, tray, "facts", **facts(tray))
    post(client_, tray, "names", name="Комитет по делам лесов", party="agency")
    post(client_, tray, "rows", do="numbering", numbering="in_order")
    post_row(client_, tray, 4, do="accept")
    confirm = f"/ru/plans/import/{tray.token}/confirm/"
    assert client_.get(confirm).status_code == 302
    post_row(client_, tray, 6, do="out")
    assert client_.post(confirm, {}).status_code == 302
    assert list(Measure.objects.values_list("number", flat=True)) == ["1", "2", "3"]
    agencies = Assignment.objects.filter(kind="agency")
    assert [row.names for row in agencies] == [{"ru": "Комитет по делам лесов"}] * 2


def test_a_name_in_addresses_that_is_taken_is_said_on_the_page(client_: Client) -> None:
    bring_in(client_)
    tray = tray_of(upload(client_, CLEAN))
    post(client_, tray, "facts", **facts(tray))
    answer = client_.post(f"/en/plans/import/{tray.token}/confirm/", {})
    assert answer.status_code == 422
    assert "belongs to another plan" in page(answer)
    assert Plan.objects.count() == 1


def test_word_and_excel_give_the_same_plan_as_csv(client_: Client) -> None:
    lines = [line.split(";") for line in CLEAN.splitlines()]
    paper, book = Document(), Workbook()
    paper.add_heading(lines[0][0], level=1)
    grid = paper.add_table(rows=0, cols=4)
    book.active.append([lines[0][0]])
    for cells in lines[1:]:
        for cell, text in zip(grid.add_row().cells, cells, strict=True):
            cell.text = text
        book.active.append(cells)
    written = BytesIO()
    paper.save(written)
    plans = [
        bring_in(client_, content, name, key)
        for content, name, key in (
            (CLEAN, "plan.csv", "by-csv"),
            (written.getvalue(), "plan.docx", "by-docx"),
            (saved(book), "plan.xlsx", "by-xlsx"),
        )
    ]
    fields = ("number", "starts_on", "ends_on", "recurrence", "texts__text", "texts__term_raw")
    first, *others = [list(plan.measures.values_list(*fields)) for plan in plans]
    assert len(first) == 3
    assert others == [first, first]


ENGLISH = """Action plan for 2026-2028;;;
No.;Measure;Deadline;Responsible
1.1;Hold exercises;by 31 December 2026;Republic of Kazakhstan
1.2;Share experience;annually;Member States
9.9;Build a bridge;2027;Secretariat
"""


def test_a_language_version_brings_in_the_rows_that_match(client_: Client) -> None:
    plan = bring_in(client_)
    tray = tray_of(upload(client_, ENGLISH, purpose="version", plan=plan.key, lang="en"))
    found = page(client_.get(f"/en/plans/import/{tray.token}/?part=compare"))
    assert "Numbers that match: 2." in found
    assert "Build a bridge" in found  # only in the file
    assert "Создать сеть лабораторий" in found  # only in the plan
    assert "2026-12-01" in found  # dates that differ
    confirm = f"/en/plans/import/{tray.token}/confirm/"
    post(client_, tray, "facts", lang="en", title="Action plan")
    assert client_.post(confirm, {}).headers["Location"] == "/en/plans/plan-one/"
    plan.refresh_from_db()
    assert plan.languages == ["ru", "en"]
    assert plan.titles["en"] == "Action plan"
    texts = MeasureText.objects.filter(lang="en").order_by("measure__position")
    assert [row.text for row in texts] == ["Hold exercises", "Share experience"]
    assert plan.measures.get(number="1.1").ends_on == date(2026, 12, 1)


def test_a_number_written_in_its_row_aligns_it_with_the_plan(client_: Client) -> None:
    plan = bring_in(client_)
    tray = tray_of(upload(client_, ENGLISH, purpose="version", plan=plan.key, lang="en"))
    post_row(client_, tray, 5, **{**as_shown(client_, tray, 5), "number": "2.1"})
    found = page(client_.get(f"/en/plans/import/{tray.token}/?part=compare"))
    assert "Numbers that match: 3." in found


def test_a_corrected_table_changes_only_what_it_says_otherwise(client_: Client) -> None:
    plan = bring_in(client_)
    untouched = MeasureText.objects.get(measure__number="1.2").pk
    corrected = CLEAN.replace("до 1 декабря 2026 года", "до 1 марта 2027 года")
    tray = tray_of(upload(client_, corrected, purpose="correction", plan=plan.key))
    found = page(client_.get(f"/ru/plans/import/{tray.token}/?part=compare"))
    assert "до 1 марта 2027 года" in found
    confirm = f"/ru/plans/import/{tray.token}/confirm/"
    answer = client_.post(confirm, {"reason_ru": ""})
    assert answer.status_code == 422
    assert "Укажите причину" in page(answer)
    assert client_.post(confirm, {"reason_ru": "Опечатка"}).status_code == 302
    assert plan.measures.get(number="1.1").ends_on == date(2027, 3, 1)
    assert MeasureText.objects.get(measure__number="1.2").pk == untouched
    assert Entry.objects.latest("pk").kind == "plans.version.revised"


def test_it_says_when_a_table_is_not_what_it_was_meant_for(client_: Client) -> None:
    plan = bring_in(client_)
    tray = tray_of(upload(client_, CLEAN, purpose="version", plan=plan.key))
    assert "Версия на этом языке у плана уже есть" in page(
        client_.get(f"/ru/plans/import/{tray.token}/")
    )


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_an_export_imported_again_changes_nothing(form: str, client_: Client) -> None:
    plan = bring_in(client_)
    exported = client_.get(f"/ru/plans/{plan.key}/export.{form}").content
    tray = tray_of(upload(client_, exported, f"plan.{form}", purpose="correction", plan=plan.key))
    found = page(client_.get(f"/ru/plans/import/{tray.token}/"))
    assert "исправлять нечего" in found
    assert (
        client_.post(f"/ru/plans/import/{tray.token}/confirm/", {"reason_ru": "x"}).status_code
        == 302
    )
    assert Entry.objects.latest("pk").kind == "plans.plan.brought_in"


# Real tables


def samples() -> list[Path]:
    here = os.environ.get("REGISTAN_SHARED_DATA") or Path(__file__).parents[4] / "shared" / "data"
    return [path for path in sorted((Path(here) / "plans").glob("*")) if path.suffix != ".md"
            and not path.name.endswith(".json")]  # fmt: skip


@pytest.mark.skipif(not samples(), reason="no sample plans: set REGISTAN_SHARED_DATA")
@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
def test_a_real_table_is_uploaded_settled_and_brought_in(path: Path, client_: Client) -> None:
    tray = tray_of(upload(client_, path.read_bytes(), path.name))
    count = settle_all(client_, tray)
    answer = client_.post(f"/ru/plans/import/{tray.token}/confirm/", {})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/ru/plans/plan-one/"
    assert Measure.objects.count() == count > 5


def settle_all(client: Client, tray: ImportTray) -> int:
    """Settle a tray as an official in a hurry would; the number of measures that stay."""
    address = f"/ru/plans/import/{tray.token}/"
    desk = client.get(address).context["desk"]
    post(client, tray, "facts", **facts(tray, lang=desk.reading.lang))
    if desk.settled.has_questions:
        found = client.get(f"{address}?part=columns").context["tables"]
        answers = {f"column:{key}": list(desk.reading.questions[0].guess) for key, *_ in found}
        post(client, tray, "columns", **answers)
    while open_names := client.get(address).context["desk"].open_names:
        shown = [name.name for name in open_names[:50]]
        post(client, tray, "names", name=shown, party=[""] * len(shown), rest="agency")
    desk = client.get(address).context["desk"]
    if desk.asks_numbering:
        post(client, tray, "rows", do="numbering", numbering="in_order")
    tray.refresh_from_db()
    client.post(f"{address}?part=rows&show=open", {"revision": tray.revision, "do": "accept"})
    for row in client.get(address).context["desk"].open_rows:
        tray.refresh_from_db()
        client.post(row_address(tray, row.row_id), {"revision": tray.revision, "do": "out"})
    return len(client.get(address).context["desk"].settled.kept)
