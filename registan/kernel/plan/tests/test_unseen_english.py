"""Tables as English-speaking ministries publish them, none of them in the samples."""

# ruff: noqa: E501  a row of a drawn table is one line

from __future__ import annotations

from datetime import datetime

import pytest
from docx import Document
from openpyxl import Workbook

from registan.kernel.plan.tests.drawn import Drawn, forms_of, name_of
from registan.kernel.plan.tests.made import add_table, brief, read, saved

TABLES = (
    Drawn(
        "open government: milestones with start and end date",
        ("Commitment 4: Open river data",),
        """
Milestone activity with a verifiable deliverable | Start Date: | End Date: | Responsible party
4.1 Publish gauge readings hourly | January 2026 | 30 June 2026 | Hydrological Service
4.2 Open an interface for fishermen | July 2026 | December 2026 | Hydrological Service, Ministry of Fisheries
4.3 Keep the archive current | July 2026 | Ongoing | National Archives
""",
        """
4.1 | Publish gauge readings hourly | 2026-01-01..2026-06-30 | once | Hydrological Service
4.2 | Open an interface for fishermen | 2026-07-01..2026-12-31 | once | Hydrological Service, Ministry of Fisheries
4.3 | Keep the archive current | 2026-07-01.. | permanent | National Archives
""",
    ),
    Drawn(
        "a sustainability strategy: short-term milestones, seasons, fiscal years",
        (),
        """
Short-term milestone | Target date | Lead department or agency
Pillar 1: Healthy lakes | < | <
Map the reed beds of twelve lakes | By fall 2026 | Environment and Climate Change Canada
Remove abandoned nets | By fiscal year 2026-27 | Fisheries and Oceans Canada, Parks Canada
Pillar 2: Quiet nights | < | <
Dim the lights of lighthouses | By mid-2028 | Transport Canada
Report on migrating bats | Biannually until 2029 | Natural Resources Canada; all partners
""",
        """
[Pillar 1: Healthy lakes]
| Map the reed beds of twelve lakes | ..2026-11-30 | once | +Environment and Climate Change Canada
| Remove abandoned nets | ..2027-03-31 | once | +Fisheries and Oceans Canada, +Parks Canada
[Pillar 2: Quiet nights]
| Dim the lights of lighthouses | ..2028-06-30 | once | +Transport Canada
| Report on migrating bats | ..2029-12-31 | semiannually | +Natural Resources Canada, +all partners
""",
    ),
    Drawn(
        "a federal plan: numbers in the text, see above, obligations",
        (),
        """
Milestone | Measurement | Required or encouraged | Target Date
1.1 Name a keeper of each register | 100% of agencies have one | Required for all agencies | September 30, 2026
1.2 Publish the list of keepers | List is public | GSA | (See Above)
1.3 Train the keepers | 500 people trained | OPM with GSA and the CIO Council | Within 90 days of the publication of the list
1.4 Share lessons | A note each quarter | Encouraged for small agencies | Quarterly
""",
        """
1.1 | Name a keeper of each register | ..2026-09-30 | once |
1.2 | Publish the list of keepers | ..2026-09-30 | once | GSA
1.3 | Train the keepers | | unknown | +OPM, ~GSA, ~CIO Council
1.4 | Share lessons | | quarterly |
""",
    ),
    Drawn(
        "a time frame over two columns, two rows of headings, sections by spans",
        ("Work Programme for Mountain Apiculture, 2026-2028",),
        """
No. | Activity | Timeframe | < | Responsibility | < | Expected output
^ | ^ | From | To | Lead | Support | ^
A. Bees | < | < | < | < | < | <
A1 | Count wild colonies | Q2 2026 | Q3 2026 | Ministry of Agriculture | Academy of Sciences | Register
A2 | Protect nesting sites | 1 Mar 2027 | 31 Oct 2027 | Forest Agency | - | Signs
B. Honey | < | < | < | < | < | <
B1 | Agree on a common label | 2026 | 2028 | SCO Secretariat | interested Member States | Label
""",
        """
[A. Bees]
A1 | Count wild colonies | 2026-04-01..2026-09-30 | once | +Ministry of Agriculture, ~Academy of Sciences
A2 | Protect nesting sites | 2027-03-01..2027-10-31 | once | +Forest Agency
[B. Honey]
B1 | Agree on a common label | 2026-01-01..2028-12-31 | once | +SCO Secretariat, ~interested Member States
""",
    ),
    Drawn(
        "recommendation, owner, delivery; ditto marks; revised dates with a footnote",
        (),
        """
Ref | Recommendation | Owner | Delivery date
R1 | Rewrite the guide for ferry pilots | Maritime and Coastguard Agency | Spring 2026
R2 | Test the guide in fog | ditto | 31-Oct-26*
R3 | Translate it into five languages | Department for Transport and the Maritime and Coastguard Agency | End of Q1 2027
R4 | Review the guide | Department for Transport | Every two years
""",
        """
R1 | Rewrite the guide for ferry pilots | ..2026-05-31 | once | Maritime and Coastguard Agency
R2 | Test the guide in fog | ..2026-10-31 | once | Maritime and Coastguard Agency
R3 | Translate it into five languages | ..2027-03-31 | once | Department for Transport, Maritime and Coastguard Agency
R4 | Review the guide | | permanent | Department for Transport
""",
    ),
    Drawn(
        "each part has its heading above the headings of the columns",
        (),
        """
Objective 1. Cleaner stoves | < | < | <
Actions | Responsible | Timeline | Indicator
Test ten stoves | Ministry of Energy | Q1 2026 | 10 tested
Objective 2. Warmer homes | < | < | <
Actions | Responsible | Timeline | Indicator
Insulate roofs | Housing Agency | by 2028 | 500 roofs
""",
        """
[Objective 1. Cleaner stoves]
| Test ten stoves | 2026-01-01..2026-03-31 | once | Ministry of Energy
[Objective 2. Warmer homes]
| Insulate roofs | ..2028-12-31 | once | Housing Agency
""",
    ),
    Drawn(
        "goal and objective in columns, two dates, report and completion",
        (),
        """
Goal | Objective | Action item | Lead agency | Partners | Due
Safe roads | Fewer night crashes | Paint edge lines on passes | Road Authority | Police, municipalities | Completion by March 2027; report initial progress by 2026
^ | ^ | Light two tunnels | Road Authority | Ministry of Energy | By February 2026 and February 2027
^ | Rested drivers | Open rest areas | Ministry of Transport, Construction and Housing | none | 2026–2029
""",
        """
[Safe roads / Fewer night crashes]
| Paint edge lines on passes | ..2027-03-31 | once | +Road Authority, ~Police, ~municipalities
| Light two tunnels | ..2027-02-28 | once | +Road Authority, ~Ministry of Energy
[Safe roads / Rested drivers]
| Open rest areas | 2026-01-01..2029-12-31 | once | +Ministry of Transport, Construction and Housing
""",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("table", "form"), forms_of(TABLES), ids=name_of)
def test_it_reads_what_ministries_publish(table: Drawn, form: str) -> None:
    assert table.given(form) == table.wanted()


def test_lists_inside_cells_and_struck_out_dates_of_a_page() -> None:
    page = """<!doctype html><meta charset=utf-8><h1>Dark Sky Action Plan 2026</h1>
    <h2>Action 1: Observatories</h2><p>Why it matters.</p>
    <table><thead><tr><th>Activity<th>Responsible Party<th>Target Date</thead><tbody>
    <tr><td><p>Shield the lamps of:</p><ul><li>harbours</li><li>stadiums</li></ul>
        <td><ul><li>Ministry of Energy</li><li>Port Authority</li></ul>
        <td><del>June 30, 2026</del> <strong>July 31, 2026</strong><sup>*</sup>
    </tbody></table>
    <h2>Action 2: Schools</h2>
    <table><tr><th>Activity</th><th>Responsible Party</th><th>Target Date</th></tr>
    <tr><td>Lend telescopes</td><td>Ministry of Education</td><td>Ongoing</td></tr></table>"""
    rows = read(page.encode(), "plan.html").rows
    assert [(row.section, *brief(row)) for row in rows] == [
        ("Action 1: Observatories", "", "Shield the lamps of: harbours stadiums", "..2026-07-31", "once",
         "Ministry of Energy, Port Authority"),
        ("Action 2: Schools", "", "Lend telescopes", "", "permanent", "Ministry of Education"),
    ]  # fmt: skip


def test_sheets_with_columns_of_their_own_and_cells_that_are_dates() -> None:
    book = Workbook()
    first = book.active
    first.title = "Forests"
    for line in (
        ["Annex 3"], [], ["Action plan for juniper forests"], [],
        ["ID", "Task", "Deadline", "Executor"],
        [1, "Fence the seedlings", datetime(2026, 10, 15), "Forest Agency"],  # noqa: DTZ001  as Excel
        [2, "Pay the rangers", "monthly", "Forest Agency"],
        ["Total", None, None, None],
    ):  # fmt: skip
        first.append(line)
    second = book.create_sheet("Rivers")
    for line in (
        ["When", "Who", "What"],
        ["H1 2027", "Water Committee", "Clean the intake"],
        [44561, "Water Committee", "Close the old weir"],
    ):
        second.append(line)
    reading = read(saved(book))
    assert [brief(row) for row in reading.rows] == [
        ("1", "Fence the seedlings", "..2026-10-15", "once", "Forest Agency"),
        ("2", "Pay the rangers", "", "monthly", "Forest Agency"),
        ("", "Clean the intake", "2027-01-01..2027-06-30", "once", "Water Committee"),
        ("", "Close the old weir", "..2021-12-31", "once", "Water Committee"),
    ]
    assert reading.rows[3].term.flags == ("spreadsheet_serial",)


def test_a_table_cut_over_pages_in_the_middle_of_a_row() -> None:
    document = Document()
    document.add_heading("Plan of the Silk Museum for 2026", 1)
    add_table(document, [
        ["Item", "Measure", "Responsible", "Term"],
        ["1", "Restore the loom", "Museum Board", "May"],
        ["2", "Print a catalogue of", "Museum Board, Ministry of", "October"],
    ])  # fmt: skip
    document.add_paragraph("")
    add_table(document, [
        ["", "embroidered robes", "Culture", ""],
        ["3", "Lend robes abroad", "Ministry of Culture", "as required"],
    ])  # fmt: skip
    reading = read(saved(document))
    assert [brief(row) for row in reading.rows] == [
        ("1", "Restore the loom", "..2026-05-31", "once", "Museum Board"),
        ("2", "Print a catalogue of embroidered robes", "..2026-10-31", "once",
         "Museum Board, Ministry of Culture"),
        ("3", "Lend robes abroad", "", "unknown", "Ministry of Culture"),
    ]  # fmt: skip
    assert [left.reason for left in reading.joined] == ["row_split"]
