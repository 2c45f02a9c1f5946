"""Real plan tables go in through the pages, in three languages, row by row; and the broken one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.deeds import confirm, faults_shown, lay_on_tray, press, said, settle_facts
from tests.browser.pages import SEAT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.visitors import Visitor, Visitors

DATA = Path(__file__).parents[3] / "shared" / "data" / "plans"
PATIENCE = 400

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason=f"NOT RUN: the sample plans are not beside the project ({DATA.name})"
)


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ru-kontrol.docx", "control-list"),
        ("zh-zhejiang-2026.xlsx", "zhejiang"),
        ("en-fds-2021.html", "data-strategy"),
    ],
)
def test_a_real_plan_goes_in(story: Visitors, name: str, key: str) -> None:
    seat = story[SEAT]
    tray = lay_on_tray(seat, DATA / name)
    settle(seat, tray, key)
    seat.go(f"{tray}confirm/")
    assert "You are about to act for" in seat.page.locator("h1").inner_text()
    confirm(seat)
    assert seat.page.url.endswith(f"/en/plans/{key}/")
    assert len(measures(seat, key)) == expected(name)["row_count"]


def test_the_broken_table_is_asked_about_and_goes_in(story: Visitors) -> None:
    seat, page = story[SEAT], story[SEAT].page
    tray = lay_on_tray(seat, DATA / "broken-no-header.xlsx")
    asked = page.locator('main select[name^="column:"]')
    assert asked.count(), "a table without headings asks which column is which"
    if "text" not in asked.evaluate_all("all => all.map(each => each.value)"):
        press(page, 'main form:has(select) button[type="submit"]')
        assert faults_shown(page), "no column holds the measures"
        asked.nth(1).select_option("text")
    press(page, 'main form:has(select[name^="column:"]) button[type="submit"]')
    settle(seat, tray, "broken")
    seat.go(f"{tray}confirm/")
    confirm(seat)
    assert len(measures(seat, "broken")) == expected("broken-no-header.xlsx")["row_count"]


def test_a_file_that_is_no_table_is_refused_with_the_cure(story: Visitors) -> None:
    seat, page = story[SEAT], story[SEAT].page
    seat.go("/en/plans/import/")
    page.locator('main input[type="file"]').set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 nothing"}
    )
    press(page, 'main form:has(input[type="file"]) button[type="submit"]')
    assert "Word" in " ".join(faults_shown(page))


def settle(seat: Visitor, tray: str, key: str) -> None:
    """Facts, names, then each row that is still open, as a person would."""
    seat.go(f"{tray}?part=facts")
    proposed = seat.page.locator('[name="title"]').input_value()
    settle_facts(seat, tray, key=key, title=proposed or f"Plan {key}")
    settle_names(seat, tray)
    settle_numbers(seat, tray)
    for _ in range(PATIENCE):
        opened = open_rows(seat, tray)
        if not opened:
            return
        settle_row(seat, opened[0])
    pytest.fail(f"rows of {key} stay open: {opened[:3]}")


def settle_names(seat: Visitor, tray: str) -> None:
    """Names that nobody knows are agencies of the States."""
    seat.go(f"{tray}?part=names")
    if seat.page.locator("#rest").count():
        seat.page.locator("#rest").select_option("agency")
        press(seat.page, 'main form:has(#rest) button[type="submit"]')
        assert said(seat.page)
        settle_names(seat, tray)


def settle_numbers(seat: Visitor, tray: str) -> None:
    """Where numbers are missing or repeat, the measures are numbered in order."""
    seat.go(f"{tray}?part=rows&show=open")
    if seat.page.locator("#n_in_order").count():
        seat.page.locator("#n_in_order").check()
        press(seat.page, 'main form:has(#n_in_order) button[type="submit"]')


def open_rows(seat: Visitor, tray: str) -> list[str]:
    """Addresses of the rows that are still to be settled, in their order."""
    seat.go(f"{tray}?part=rows&show=open")
    found = seat.page.locator('main a[href*="/rows/"]').evaluate_all("all => all.map(a => a.href)")
    return list(dict.fromkeys(found))


def settle_row(seat: Visitor, address: str) -> None:
    """Take the row as it is printed; where that cannot be, write what is missing."""
    seat.go(address)
    accept = seat.page.locator('button[name="do"][value="accept"]')
    if accept.count():
        press(seat.page, 'button[name="do"][value="accept"]')
        return
    mend(seat.page)
    press(seat.page, 'button[name="do"][value="save"]')
    assert not faults_shown(seat.page), f"{address}: {faults_shown(seat.page)}"


def mend(page: Page) -> None:
    """A row without words gets some; nothing else is invented."""
    if not page.locator('[name="text"]').input_value().strip():
        page.locator('[name="text"]').fill("(the words are missing in the file)")


def measures(seat: Visitor, key: str) -> list[str]:
    """Numbers of the measures on the page of the plan."""
    seat.forget()
    pattern = re.compile(rf"^/en/plans/{key}/measures/([^/]+)/$")
    return [found[1] for link in seat.links(f"/en/plans/{key}/") if (found := pattern.match(link))]
