"""What must lie there before all pages can be seen: two plan tables on their trays."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from pages import SEAT

if TYPE_CHECKING:
    from visitors import Visitors

HEADINGS = ("No.", "Measure", "Term", "Responsible")
OPEN = (
    ("1", "Hold a joint exercise of the emergency services", "second half of 2027", "Kazakhstan"),
    ("1", "Publish a list of laboratories", "when the time has come", "Somebody or other"),
    ("3", "", "2027", "Secretariat"),
)
SETTLED = (
    ("1", "Hold a meeting of the heads of libraries", "2027", "Kazakhstan"),
    ("2", "Publish a list of protected buildings", "annually, 2026-2028", "Secretariat"),
)


def table(rows: tuple[tuple[str, ...], ...]) -> bytes:
    """A plan table as a CSV file."""
    out = io.StringIO()
    csv.writer(out).writerows((HEADINGS, *rows))
    return out.getvalue().encode()


def prepare(visitors: Visitors) -> None:
    """The secretariat lays a table with open questions and one without on its trays."""
    page = visitors[SEAT].page
    for name, rows in (("exercise.csv", OPEN), ("libraries.csv", SETTLED)):
        visitors[SEAT].go("/en/plans/import/")
        page.locator('input[type="file"]').set_input_files(
            {"name": name, "mimeType": "text/csv", "buffer": table(rows)}
        )
        page.locator('main form button[type="submit"]').last.click()
        page.wait_for_load_state()
