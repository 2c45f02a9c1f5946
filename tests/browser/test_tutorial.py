"""docs/tutorial/first-plan.md, done step by step: every word in bold is met on the way."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from tests.browser.visitors import PUBLIC, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.visitors import Visitor, Visitors

FOLDER = Path(__file__).parents[2] / "docs" / "tutorial"
PAGE = (FOLDER / "first-plan.md").read_text(encoding="utf-8")
SEAT, KZ, CN = "secretariat.secretariat", "coordinator.kz", "coordinator.cn"
HELD = "The exercise was held in Almaty; eleven laboratories of five States took part."
NAMED = ("The exercise was held in Almaty; eleven laboratories of Kazakhstan, China, Russia, "
         "Tajikistan and Uzbekistan took part.")  # fmt: skip
AGREED, LIST = "A date has been agreed with three laboratories.", "The list is agreed."
ASKED, FOUND = "Which States took part?", "The exercise was held."
PLAN = "Action plan of the network of reference laboratories"


class Learner:
    """Follows the tutorial in one browser, as one person, and remembers what was to be read."""

    def __init__(self, visitor: Visitor, folder: Path) -> None:
        self.visitor, self.page, self.folder = visitor, visitor.page, folder
        self.read: list[str] = []

    def look(self) -> str:
        shown = self.page.locator("body").inner_text()
        self.read.append(shown)
        return shown

    def enter(self, who: str) -> None:
        self.visitor.go("/en/sign-in/")
        self.look()
        sign_in(self.visitor, who)
        self.look()

    def go(self, what: Locator) -> str:
        with self.page.expect_navigation():
            what.first.click()
        return self.look()

    def follow(self, name: str, *, within: str = "main") -> str:
        """A link whose words begin so; in the head of the page with within="header"."""
        words = re.compile(rf"^\s*{re.escape(name)}")
        return self.go(self.page.locator(within).get_by_role("link", name=words))

    def press(self, name: str) -> str:
        return self.go(self.page.get_by_role("button", name=name, exact=True))

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def choose(self, label: str) -> None:
        self.page.locator("main").get_by_label(label, exact=True).first.check()

    def open_round(self) -> None:
        self.follow("Plans", within="header")
        self.follow(PLAN)
        self.follow("Round 1 of reports")

    def own_report(self) -> None:
        self.follow("My reports", within="header")
        self.go(self.page.locator('main a[href="/en/plans/laboratories/rounds/1/reports/1.1/"]'))

    def upload(self, **cells: tuple[str, str]) -> str:
        """Fill the downloaded sheet, measure by measure, and have it checked."""
        filled = self.folder / "sheet.xlsx"
        book = openpyxl.load_workbook(filled)
        sheet = book.worksheets[0]
        column = {cell.value: cell.column for cell in sheet[1] if cell.value}
        row = {
            str(sheet.cell(at, column["number"]).value): at for at in range(1, sheet.max_row + 1)
        }
        for code, both in cells.items():
            for number, words in zip(("1.1", "1.2"), both, strict=True):
                sheet.cell(row[number], column[code], words or None)
        book.save(filled)
        self.page.get_by_label("Filled sheet").set_input_files(filled)
        return self.press("Check")


@pytest.fixture(scope="module")
def learner(story: Visitors, tmp_path_factory: pytest.TempPathFactory) -> Learner:
    return Learner(story.new(PUBLIC, accept_downloads=True), tmp_path_factory.mktemp("learner"))


def test_2_the_plan_comes_in(learner: Learner) -> None:
    learner.enter(SEAT)
    learner.follow("Plans", within="header")
    learner.follow("Bring in a plan from a file")
    learner.page.get_by_label("File", exact=True).set_input_files(FOLDER / "laboratories.docx")
    learner.press("Upload and read")
    learner.write("Name in addresses", "laboratories")
    learner.press("Save")
    learner.follow("Responsible")
    learner.page.locator("main table select").select_option(label="Health Expert Group")
    learner.press("Save")
    learner.follow("Rows")
    learner.follow("Settle")
    learner.write("Term from", "2028-01-01")
    learner.write("Term to", "2030-12-31")
    learner.page.get_by_label("How often").select_option(label="once")
    assert "Everything is settled." in learner.press("Save")
    learner.follow("Go on to confirm")
    assert "brought in with 5 measures" in learner.press("Bring in the plan")


def test_3_a_round_is_opened(learner: Learner) -> None:
    learner.follow("New round of reports")
    for name, day in (("starts_on", date(2026, 1, 1)), ("ends_on", date(2026, 12, 31)),
                      ("due_on", date(2027, 1, 31))):  # fmt: skip
        learner.page.locator(f'[name="{name}"]').fill(day.isoformat())
    learner.press("Continue")
    assert "Round 1 of reports: 0 of 13 filed" in learner.press("Open the round")


def test_4_a_state_reports_on_a_page(learner: Learner) -> None:
    learner.enter(KZ)
    learner.own_report()
    learner.choose("done")
    learner.choose("multilateral")
    learner.write("What was done (English)", HELD)
    learner.press("File the report…")
    assert "filed" in learner.press("File the report")


def test_5_another_reports_with_the_sheet(learner: Learner) -> None:
    learner.enter(CN)
    learner.follow("My reports", within="header")
    learner.go(learner.page.locator('main a[href="/en/plans/laboratories/rounds/1/sheet/"]'))
    with learner.page.expect_download() as download:
        learner.page.get_by_role("link", name="Download the XLSX sheet").click()
    download.value.save_as(learner.folder / "sheet.xlsx")
    told = learner.upload(progress=("under way", "done"), text=(AGREED, LIST))
    assert "1 mistake in the sheet" in told
    learner.follow("2. Upload the filled sheet")
    learner.upload(result_type=("", "multilateral"))
    assert "2 reports filed" in learner.press("File 2 reports")


def test_6_the_secretariat_asks_and_accepts(learner: Learner) -> None:
    learner.enter(SEAT)
    learner.open_round()
    learner.follow("1.1, Kazakhstan")
    learner.follow("Return with a question")
    learner.write("Question (English)", ASKED)
    learner.press("Continue")
    learner.press("Return with a question")
    learner.enter(KZ)
    learner.own_report()
    assert ASKED in learner.look()
    learner.write("What was done (English)", NAMED)
    learner.press("File the report…")
    learner.press("File the report")
    learner.enter(SEAT)
    for report in ("1.1, Kazakhstan", "1.1, China", "1.2, China"):
        learner.open_round()
        learner.follow(report)
        learner.follow("Accept the report")
        assert "accepted" in learner.press("Accept the report")


def test_7_a_finding_and_the_end_of_the_round(learner: Learner) -> None:
    learner.visitor.go("/en/plans/laboratories/measures/1.1/")
    learner.look()
    learner.follow("Record a finding")
    learner.choose("done")
    learner.write("Reason (English)", FOUND)
    learner.press("Continue")
    learner.press("Record a finding")
    learner.open_round()
    learner.follow("Close the round")
    assert "frozen" in learner.press("Close the round")


def test_8_the_account_is_taken_away(learner: Learner) -> None:
    with learner.page.expect_download() as download:
        learner.page.locator('main a[href$="report.en.docx"]').click()
    paper = docx.Document(str(download.value.path()))
    words = {cell.text for grid in paper.tables for row in grid.rows for cell in row.cells}
    assert any(NAMED in each for each in words)
    assert not any(HELD in each for each in words)
    learner.visitor.go("/en/plans/laboratories/")
    learner.follow("Add a language version or correct")
    learner.page.get_by_label("File", exact=True).set_input_files(FOLDER / "laboratories.ru.docx")
    assert "It will become a language version of" in learner.press("Upload and read")


def test_every_word_in_bold_was_met(learner: Learner) -> None:
    met = " ".join(" ".join(learner.read).split())
    buttons = {"Save the draft", "Clear inside…"}
    named = {" ".join(each.split()) for each in re.findall(r"\*\*(.+?)\*\*", PAGE, re.DOTALL)}
    assert buttons <= named
    assert sorted(each for each in named - {"bold"} if each not in met) == []
