"""The main job as a story: a plan goes in, a round opens, States report, the account comes out.

Chapters in order; each goes on where the one before it ended.
"""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from tests.browser.deeds import (
    confirm,
    csv_file,
    faults_shown,
    lay_on_tray,
    press,
    said,
    settle_facts,
    table,
    write_report,
)
from tests.browser.pages import SEAT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.visitors import Visitor, Visitors

KZ, CN, IN, UZ = "coordinator.kz", "coordinator.cn", "coordinator.in", "coordinator.uz"
STATES = "Kazakhstan, China, India, Uzbekistan"
PLAN = table(
    ("1", "Hold a joint exercise of reference laboratories", "annually", STATES),
    ("2", "Agree on a list of samples to be exchanged", "annually", STATES),
)
ROUND = "/plans/laboratories/rounds/1/"
RUSSIAN = "Учение проведено в Алматы, участвовали одиннадцать лабораторий."
MORE = "Учение проведено в Алматы 14 мая, участвовали одиннадцать лабораторий из пяти государств."
CHINESE = "已在上海举办联合演练，十二家参比实验室参加，并交流了检测方法。"
ENGLISH = "The exercise was prepared; a date has been agreed with three States."
UZBEK = "Перечень образцов согласован с пятью государствами."
QUESTION = "Which States took part?"


def report_at(lang: str, measure: str) -> str:
    return f"/{lang}{ROUND}reports/{measure}/"


def test_the_secretariat_brings_the_plan_in_and_opens_a_round(story: Visitors) -> None:
    seat = story[SEAT]
    tray = lay_on_tray(seat, csv_file("laboratories.csv", PLAN))
    settle_facts(seat, tray, title="Plan of laboratories", key="laboratories")
    seat.go(f"{tray}confirm/")
    assert "You are about to act for" in seat.page.locator("h1").inner_text()
    confirm(seat)
    assert seat.page.url.endswith("/en/plans/laboratories/")
    seat.page.locator('main a[href$="/rounds/new/"]').click()
    for name, day in (
        ("starts_on", "2026-01-01"),
        ("ends_on", "2026-12-31"),
        ("due_on", "2027-02-01"),
    ):
        seat.page.locator(f'[name="{name}"]').fill(day)
    press(seat.page, 'main button[type="submit"]')
    confirm(seat)
    assert said(seat.page)
    assert seat.go(f"/en{ROUND}") == 200


@pytest.mark.parametrize(
    ("who", "lang", "progress", "words", "heading"),
    [
        (KZ, "ru", "done", RUSSIAN, "Вы действуете от имени"),
        (CN, "zh", "done", CHINESE, "您即将代表"),
        (IN, "en", "under_way", ENGLISH, "You are about to act for"),
    ],
    ids=["ru", "zh", "en"],
)
def test_three_states_report_each_in_its_language(
    story: Visitors, who: str, lang: str, progress: str, words: str, heading: str
) -> None:
    visitor, page = story[who], story[who].page
    visitor.go(f"/{lang}/plans/owed/")
    page.locator(f'main a[href="{report_at(lang, "1")}"]').click()
    kind = "multilateral" if progress == "done" else ""
    write_report(visitor, page.url, progress, result_type=kind, **{f"text_{lang}": words})
    assert heading in page.locator("h1").inner_text()
    assert words in page.locator("main").inner_text()
    confirm(visitor)
    assert said(page)
    assert words in visitor.page.locator("main").inner_text()


def test_a_fourth_files_with_the_sheet(story: Visitors, tmp_path: Path) -> None:
    visitor, page = story[UZ], story[UZ].page
    visitor.go(f"/ru{ROUND}sheet/")
    with page.expect_download() as download:
        page.locator('main a[href$="sheet.xlsx"]').click()
    filled = tmp_path / "filled.xlsx"
    download.value.save_as(filled)
    fill(filled, "2", progress="выполнено", result_type="многосторонний", text=UZBEK)
    upload_sheet(visitor, filled)
    assert UZBEK in page.locator("main").inner_text()
    assert not faults_shown(page)
    press(page, 'button[name="deed"][value="file"]')
    assert said(page)
    upload_sheet(visitor, filled)
    assert page.locator('button[name="deed"]').count() == 0, "a second upload changes nothing"


def test_the_secretariat_returns_a_report_with_a_question(story: Visitors) -> None:
    seat = story[SEAT]
    seat.go(f"/en{ROUND}")
    seat.page.locator('main a[href$="/reports/1/KZ/"]').click()
    assert RUSSIAN in seat.page.locator("main").inner_text()
    seat.page.locator('main a[href$="/return/"]').click()
    seat.page.locator('[name="question_en"]').fill(QUESTION)
    press(seat.page, 'main button[type="submit"]')
    confirm(seat)
    assert QUESTION in seat.page.locator("main").inner_text()


def test_the_state_files_again_and_all_is_accepted(story: Visitors) -> None:
    visitor, seat = story[KZ], story[SEAT]
    visitor.go(report_at("ru", "1"))
    assert QUESTION in visitor.page.locator("main").inner_text()
    write_report(visitor, report_at("ru", "1"), "done", result_type="multilateral", text_ru=MORE)
    confirm(visitor)
    for measure, state in (("1", "KZ"), ("1", "CN"), ("1", "IN"), ("2", "UZ")):
        seat.go(f"/en{ROUND}reports/{measure}/{state}/accept/")
        confirm(seat)
        assert "accepted" in seat.page.locator("main .tag").first.inner_text()


def test_the_secretariat_finds_and_closes(story: Visitors) -> None:
    seat = story[SEAT]
    seat.go(f"/en{ROUND}findings/1/")
    seat.page.locator('[name="progress"][value="done"]').check()
    seat.page.locator('[name="reason_en"]').fill("The exercise was held.")
    press(seat.page, 'main button[type="submit"]')
    confirm(seat)
    assert "The exercise was held." in seat.page.locator("main").inner_text()
    seat.go(f"/en{ROUND}close/")
    confirm(seat)
    assert seat.page.url.endswith(f"/en{ROUND}")
    seat.go(f"/en{ROUND}close/")
    confirm(seat)
    assert faults_shown(seat.page), "a closed round cannot be closed again"


def test_the_account_comes_out_as_word_and_pdf(story: Visitors, tmp_path: Path) -> None:
    seat = story[SEAT]
    paper = tmp_path / "account.docx"
    paper.write_bytes(paper_of(seat, "ru", "docx"))
    words = all_words(paper)
    assert MORE in words
    assert UZBEK in words
    assert RUSSIAN not in words, "the account holds what was filed last"
    pdf = tmp_path / "account.pdf"
    pdf.write_bytes(paper_of(seat, "zh", "pdf"))
    told = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout
    assert CHINESE in "".join(told.decode().split())


def paper_of(visitor: Visitor, lang: str, form: str) -> bytes:
    """Downloaded by its link on the page of the round."""
    visitor.go(f"/{lang}{ROUND}")
    with visitor.page.expect_download() as download:
        visitor.page.locator(f'main a[href$="report.{lang}.{form}"]').click()
    return download.value.path().read_bytes()


def all_words(paper: Path) -> str:
    """Paragraphs and cells of a Word file, as python-docx reads them."""
    found = docx.Document(str(paper))
    words = [each.text for each in found.paragraphs]
    for grid in found.tables:
        words += [cell.text for row in grid.rows for cell in row.cells]
    return "\n".join(words)


def fill(path: Path, number: str, **cells: str) -> None:
    """Write into the row of a measure, by the codes in the hidden first row."""
    book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    sheet = book.worksheets[0]
    column = {cell.value: cell.column for cell in sheet[1] if cell.value}
    row = next(
        cell.row for cell in sheet[openpyxl.utils.get_column_letter(column["number"])]
        if str(cell.value) == number
    )  # fmt: skip
    for code, words in cells.items():
        sheet.cell(row, column[code], words)
    book.save(path)


def upload_sheet(visitor: Visitor, path: Path) -> None:
    visitor.go(f"/ru{ROUND}sheet/")
    visitor.page.locator('main input[type="file"]').set_input_files(path)
    press(visitor.page, 'main form button[type="submit"]')
