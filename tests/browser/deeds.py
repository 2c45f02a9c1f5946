"""What people do on the pages, step by step, with the keys and buttons that stand there."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FilePayload, Page

    from tests.browser.visitors import Visitor

HEADINGS = ("No.", "Measure", "Term", "Responsible")


def table(*rows: tuple[str, str, str, str]) -> bytes:
    """A plan table as a CSV file."""
    out = io.StringIO()
    csv.writer(out).writerows((HEADINGS, *rows))
    return out.getvalue().encode()


def csv_file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def press(page: Page, selector: str) -> None:
    """Press a button that sends a form, and wait for the answer."""
    with page.expect_navigation():
        page.locator(selector).click()


def said(page: Page) -> str:
    """What the page says of the deed just done."""
    return page.locator("main .seal").first.inner_text()


def faults_shown(page: Page) -> list[str]:
    """Sentences of the error summary and at the fields."""
    return page.locator(".errors li, .errors p, p.error").all_inner_texts()


def lay_on_tray(visitor: Visitor, file: FilePayload | Path) -> str:
    """Upload a plan table; address of the tray on which it lies now."""
    visitor.go("/en/plans/import/")
    visitor.page.locator('main input[type="file"]').set_input_files(file)
    press(visitor.page, 'main form:has(input[type="file"]) button[type="submit"]')
    return visitor.page.url.partition("?")[0]


def settle_facts(visitor: Visitor, tray: str, **facts: str) -> None:
    """Save the facts of the plan; what is not given stays as it was proposed."""
    visitor.go(f"{tray}?part=facts")
    for name, value in facts.items():
        found = visitor.page.locator(f'main [name="{name}"]')
        if found.evaluate("each => each.tagName") == "SELECT":
            found.select_option(value)
        else:
            found.fill(value)
    press(visitor.page, 'main form:has([name="title"]) button[type="submit"]')


def write_report(
    visitor: Visitor, address: str, progress: str, *, result_type: str = "", **fields: str
) -> None:
    """Fill in a report and ask to file it; the page "You are about to act" follows."""
    visitor.go(address)
    page = visitor.page
    page.locator(f'[name="progress"][value="{progress}"]').check()
    if result_type:
        page.locator(f'[name="result_type"][value="{result_type}"]').check()
    for name, value in fields.items():
        page.locator(f'[name="{name}"]').fill(value)
    press(page, 'button[name="deed"][value="file"]')


def confirm(visitor: Visitor) -> None:
    """The one button of "You are about to act for …"."""
    press(visitor.page, "main form button[type=submit]:not(.second)")
