"""What must lie there before all pages can be seen: two plan tables on their trays, a report just filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.deeds import confirm, csv_file, lay_on_tray, settle_facts, table, write_report
from tests.browser.pages import OWING, SEAT, Atlas, Listed

if TYPE_CHECKING:
    from tests.browser.visitors import Visitors

OPEN = table(
    ("1", "Hold a joint exercise of the emergency services", "second half of 2027", "Kazakhstan"),
    ("1", "Publish a list of laboratories", "when the time has come", "Somebody or other"),
    ("3", "", "2027", "Secretariat"),
)
SETTLED = table(
    ("1", "Hold a meeting of the heads of libraries", "2027", "Kazakhstan"),
    ("2", "Publish a list of protected buildings", "annually, 2026-2028", "Secretariat"),
)


def prepare(visitors: Visitors) -> None:
    """The secretariat lays a table with open questions and one without on its trays; a State files."""
    seat = visitors[SEAT]
    libraries = lay_on_tray(seat, csv_file("libraries.csv", SETTLED))
    settle_facts(seat, libraries, title="Libraries and their books", key="libraries")
    lay_on_tray(seat, csv_file("exercise.csv", OPEN))
    owed = Atlas(visitors).address(Listed("report_edit", OWING, via="owed"))
    write_report(
        visitors[OWING], owed, "under_way", text_en="The programme of the meeting is ready."
    )
    confirm(visitors[OWING])
    for each in (seat, visitors[OWING]):
        each.forget()
