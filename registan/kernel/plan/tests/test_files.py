"""Files as bytes: letters of CSV, values of spreadsheets, and files that are refused with a code."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from registan.kernel.plan.formats import UNREADABLE_CODES
from registan.kernel.plan.grid import MOST_COLUMNS, check_size
from registan.kernel.plan.lines import KEYS, to_record
from registan.kernel.plan.reading import Unreadable
from registan.kernel.plan.tests.made import as_csv, docx, read, saved, xlsx
from registan.kernel.plan.text_grid import read_html

if TYPE_CHECKING:
    from collections.abc import Callable

RUSSIAN = [
    ["№", "Мероприятие", "Срок", "Исполнители"],
    ["1", "Провести форум", "до 1 мая 2026 г.", "МИД"],
]
CHINESE = [
    ["序号", "任务内容", "完成时间", "责任单位"],
    ["1", "举办论坛", "2026年12月", "外交部、商务部"],
]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_csv_is_read_with_any_separator_in_any_letters(delimiter: str, code: str) -> None:
    (row,) = read(as_csv(RUSSIAN, delimiter=delimiter, code=code), "план.csv").rows
    assert (row.number, row.text, str(row.term.end)) == ("1", "Провести форум", "2026-05-01")


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_chinese_csv_is_read_in_any_letters(code: str) -> None:
    (row,) = read(as_csv(CHINESE, code=code), "计划.csv").rows
    assert (row.text, [actor.name for actor in row.responsible.actors]) == (
        "举办论坛",
        ["外交部", "商务部"],
    )


def test_a_protected_formula_in_csv_is_text_again() -> None:
    rows = [RUSSIAN[0], ["1", "'=Провести форум", "2026 г.", "МИД"]]
    assert read(as_csv(rows), "a.csv").rows[0].text == "=Провести форум"


def _sheet() -> tuple[Workbook, Callable[[], bytes]]:
    book = Workbook()
    book.active.append(RUSSIAN[0])
    return book, lambda: saved(book)


def test_a_date_cell_is_that_day() -> None:
    book, data = _sheet()
    book.active.append(["1", "Провести форум", datetime(2026, 6, 30), "МИД"])  # noqa: DTZ001  as Excel
    (row,) = read(data()).rows
    assert (row.term.raw, str(row.term.start or ""), str(row.term.end)) == (
        "2026-06-30",
        "",
        "2026-06-30",
    )


def test_a_formula_counts_by_its_value_and_without_one_is_flagged() -> None:
    book, data = _sheet()
    book.active.append(["=ROW()-1", "Провести форум", "=DATE(2026,6,30)", "МИД"])
    (row,) = read(data()).rows
    assert (row.number, row.flags, row.term.flags) == (
        "", ("formula_number",), ("formula_without_value",),
    )  # fmt: skip
    formula = "<f>DATE(2026,6,30)</f>"
    stored = _with_part(data(), "sheet1.xml", formula, f"{formula}<v>46203</v>")
    assert str(read(stored).rows[0].term.end) == "2026-06-30"


def test_hidden_rows_and_sheets_are_read_and_told() -> None:
    book, data = _sheet()
    book.active.append(RUSSIAN[1])
    book.active.row_dimensions[2].hidden = True
    other = book.create_sheet("Старый")
    other.sheet_state = "hidden"
    for line in RUSSIAN:
        other.append(line)
    reading = read(data())
    assert (len(reading.rows), reading.notes) == (2, ("hidden_rows", "hidden_sheet"))


def test_a_struck_out_cell_is_empty() -> None:
    book, data = _sheet()
    book.active.append(RUSSIAN[1])
    book.active["C2"].font = Font(strike=True)
    assert read(data()).rows[0].term.raw == ""


def _packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(
                name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), data
            )
    return made.getvalue()


REFUSED = [
    ("empty", b""),
    ("empty", b"  \n"),
    ("pdf", b"%PDF-1.7\n..."),
    ("old_word", OLE + "WordDocument".encode("utf-16-le")),
    ("old_word", b"{\\rtf1 text}"),
    ("password", OLE + "EncryptedPackage".encode("utf-16-le")),
    ("macros", OLE + "Workbook".encode("utf-16-le") + "_VBA_PROJECT".encode("utf-16-le")),
    ("macros", _packed(word__document_xml=b"<a/>", word__vbaProject_bin=b"x")),
    ("too_large_inside", _packed(word__document_xml=b" " * 40_000_000)),
    ("damaged", docx(RUSSIAN)[:4_000]),
    ("damaged", xlsx(RUSSIAN)[:-60]),
    ("damaged", _packed(word__document_xml=b"<w:document")),
    ("damaged", _packed(word__document_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
    ("wrong_type", _packed(mimetype=b"application/epub+zip")),
    ("wrong_type", OLE),
    ("wrong_type", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40),
    ("no_table", "Просто слова, и только.".encode()),
    ("no_table", docx([["один", "два"]])),
]  # fmt: skip


@pytest.mark.parametrize(("code", "data"), REFUSED)
def test_it_refuses_a_file_and_names_the_reason(code: str, data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(data, "plan.csv" if code == "no_table" else "plan")
    assert refusal.value.code == code
    assert code in dict(UNREADABLE_CODES)


def _refusal(data: bytes, name: str) -> str:
    try:
        read(data, name)
    except Unreadable as refusal:
        return refusal.code
    return ""


def _with_part(data: bytes, name: str, old: str, new: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for each in source.namelist():
            part = source.read(each)
            if each.endswith(name):
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            target.writestr(each, part)
    return made.getvalue()


NOT_NUMBERS = [
    (docx(RUSSIAN), "document.xml", "<w:tcW ", '<w:gridSpan w:val="many"/><w:tcW '),
    (xlsx(RUSSIAN), "sheet1.xml", '<c r="A2"', '<c s="bold" r="A2"'),
    (xlsx(RUSSIAN), "sheet1.xml", '<row r="2"', '<row r="two"'),
]


@pytest.mark.parametrize(("data", "part", "old", "new"), NOT_NUMBERS)
def test_a_number_that_is_none_makes_a_file_damaged(
    data: bytes, part: str, old: str, new: str
) -> None:
    assert _refusal(_with_part(data, part, old, new), "plan") == "damaged"


def test_far_corners_and_wide_spans_do_not_fill_the_memory() -> None:
    book, data = _sheet()
    book.active.cell(49_000, 190, "конец")
    assert _refusal(data(), "plan") == "too_many_rows"
    merged = '</sheetData><mergeCells><mergeCell ref="A3:GR49000"/></mergeCells>'
    assert _refusal(_with_part(xlsx(RUSSIAN), "sheet1.xml", "</sheetData>", merged), "plan") == (
        "too_many_rows"
    )
    with pytest.raises(Unreadable):
        check_size(10_000, 101)
    page = b"<table>" + b"<tr><td colspan=999999 rowspan=999999>a" * 3
    assert read_html(page).grids[0].width == MOST_COLUMNS


def test_a_csv_cell_longer_than_any_plan_is_refused() -> None:
    assert _refusal(b'a,"' + b"b" * 200_000 + b'"', "a.csv") == "no_table"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.docx", "a.xlsx", "a.html", "a"]))
def test_no_bytes_make_it_fail_in_another_way(data: bytes, name: str) -> None:
    assert _refusal(data, name) in {"", *dict(UNREADABLE_CODES)}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 6_000), st.integers(1, 255))
def test_a_damaged_office_file_is_read_or_refused(place: int, change: int) -> None:
    data = bytearray(xlsx(RUSSIAN))
    data[place % len(data)] ^= change
    assert _refusal(bytes(data), "a.xlsx") in {"", *dict(UNREADABLE_CODES)}


def test_a_line_of_json_has_exactly_the_published_keys() -> None:
    (row,) = read(xlsx(RUSSIAN)).rows
    record = to_record(row)
    assert tuple(record) == KEYS
    assert (record["term_from"], record["term_to"], record["responsible"]) == (
        None,
        "2026-05-01",
        ["МИД"],
    )
