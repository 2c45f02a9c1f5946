"""Files as officials make them: stamps in tables, layouts, tracked changes, flat exports, tabs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook

from registan.kernel.plan.reading import Period
from registan.kernel.plan.tests.made import add_table, brief, read, saved

HEAD = ["№ п/п", "Мероприятие", "Срок исполнения", "Ответственные исполнители"]


def test_a_stamp_in_a_table_of_its_own_is_told_and_the_plan_is_read() -> None:
    document = Document()
    add_table(document, [["СОГЛАСОВАНО\nМинистр", "УТВЕРЖДАЮ\nПремьер-министр"],
                         ["«___» ______ 2026 г.", "«___» ______ 2026 г."]])  # fmt: skip
    document.add_paragraph("ПЛАН")
    document.add_paragraph("подготовки к паводку на 2027 год")
    add_table(document, [HEAD, ["1.", "Укрепить дамбы", "до 1 марта", "МЧС"]])
    reading = read(saved(document))
    assert [brief(row) for row in reading.rows] == [
        ("1", "Укрепить дамбы", "..2027-03-01", "once", "МЧС")
    ]
    assert {left.reason for left in reading.not_read} == {"not_a_plan_table"}


def _tracked(cell: Any, before: str, after: str) -> None:
    paragraph = cell.paragraphs[0]._p
    for name, tag, text in (("w:del", "w:delText", before), ("w:ins", "w:t", after)):
        change, run, words = OxmlElement(name), OxmlElement("w:r"), OxmlElement(tag)
        change.set(qn("w:author"), "ministry")
        words.text = text
        run.append(words)
        change.append(run)
        paragraph.append(change)


def test_tracked_changes_are_read_as_accepted() -> None:
    document = Document()
    table = add_table(document, [HEAD, ["1", "Открыть музей ковра", "", "Минкультуры"]])
    _tracked(table.rows[1].cells[2], "до 1 мая 2026 г.", "до 1 июля 2026 г.")
    (row,) = read(saved(document)).rows
    assert row.term.raw == "до 1 июля 2026 г."


@pytest.mark.parametrize(
    ("headings", "lang"),
    [
        (("Раздел 1. Тракты", "Раздел 2. Мосты"), "ru"),
        (("I. Тракты", "II. Мосты"), "ru"),
        (("一、干线公路", "二、桥梁"), "zh"),
    ],
)
def test_plain_numbered_lines_above_tables_are_sections(
    headings: tuple[str, str], lang: str
) -> None:
    document = Document()
    document.add_paragraph("План ремонта на 2026 год" if lang == "ru" else "2026年养护计划")
    head = HEAD if lang == "ru" else ["序号", "任务", "时限", "责任单位"]
    for heading in headings:
        document.add_paragraph(heading)
        add_table(document, [head, ["1", "Работа", "2026 г." if lang == "ru" else "2026年", "МИД"]])
    assert [row.section for row in read(saved(document)).rows] == list(headings)


def test_a_flat_windows_1251_export_with_sections_and_lines_in_cells() -> None:
    text = (
        "План весенних работ на 2026 год;;;\r\n"
        "№ п/п;Мероприятие;Срок исполнения;Ответственные исполнители\r\n"
        "I. Сады;;;\r\n"
        '1;"Обрезать\nяблони; побелить стволы";март;"Минсельхоз,\nлесхозы"\r\n'
        "2;Привить черенки;апрель;Минсельхоз\r\n"
        "II. Арыки;;;\r\n"
        "3;Очистить арыки;до 15.04;местные исполнительные органы\r\n"
    )
    reading = read(text.encode("cp1251"), "план.csv")
    assert [(row.section, *brief(row)) for row in reading.rows] == [
        ("I. Сады", "1", "Обрезать яблони; побелить стволы", "2026-03-01..2026-03-31", "once",
         "Минсельхоз, лесхозы"),
        ("I. Сады", "2", "Привить черенки", "2026-04-01..2026-04-30", "once", "Минсельхоз"),
        ("II. Арыки", "3", "Очистить арыки", "..2026-04-15", "once", "местные исполнительные органы"),
    ]  # fmt: skip


def test_tabs_part_the_columns_of_a_text_file() -> None:
    text = "Ref\tAction\tBy when\tBy whom\n7\tPaint the gate\tQ2 2026\tPalace Office\n"
    (row,) = read(text.encode("utf-16"), "plan.tsv").rows
    assert brief(row) == ("7", "Paint the gate", "2026-04-01..2026-06-30", "once", "Palace Office")


def test_a_plan_inside_a_table_that_only_lays_out_the_page() -> None:
    page = """<html><body><table width=100%><tr><td>Меню<td><h1>План выставок на 2026 год</h1>
    <table border=1><tr><th>№</th><th>Мероприятие</th><th>Срок</th><th>Исполнители</th></tr>
    <tr><th colspan=4>Осень</th></tr>
    <tr><td>1</td><td>Выставка керамики</td><td>октябрь</td><td>Минкультуры</td></tr></table>
    </table></body></html>"""
    (row,) = read(page.encode(), "plan.html").rows
    assert (row.section, *brief(row)) == (
        "Осень", "1", "Выставка керамики", "2026-10-01..2026-10-31", "once", "Минкультуры",
    )  # fmt: skip


def test_a_sheet_with_a_merged_title_blank_rows_and_cells_merged_over_measures() -> None:
    book = Workbook()
    sheet = book.active
    for line in (
        ["Рабочий план пастбищного совета"], ["на второе полугодие 2026 года"], [], [],
        ["№", "Направление", "Мероприятие", "Срок", "Ответственный"], [1, 2, 3, 4, 5],
        [1, "Пастбища", "Разметить участки", "сентябрь", "Совет"],
        [2, None, "Посеять житняк", None, None],
        [], [3, "Колодцы", "Почистить колодцы", "ноябрь", "Водхоз"],
    ):  # fmt: skip
        sheet.append(line)
    for place in ("A1:E1", "A2:E2", "B7:B8", "D7:D8", "E7:E8"):
        sheet.merge_cells(place)
    reading = read(saved(book))
    assert [(row.section, *brief(row)) for row in reading.rows] == [
        ("Пастбища", "1", "Разметить участки", "2026-09-01..2026-09-30", "once", "Совет"),
        ("Пастбища", "2", "Посеять житняк", "2026-09-01..2026-09-30", "once", "Совет"),
        ("Колодцы", "3", "Почистить колодцы", "2026-11-01..2026-11-30", "once", "Водхоз"),
    ]
    assert reading.period == Period(date(2026, 1, 1), date(2026, 12, 31))


def test_an_empty_cell_of_its_own_names_nobody() -> None:
    document = Document()
    add_table(
        document, [HEAD, ["1", "Открыть школу", "2026 г.", "Минобр"], ["2", "Открыть сад", "", ""]]
    )
    first, second = read(saved(document)).rows
    assert [actor.name for actor in first.responsible.actors] == ["Минобр"]
    assert (second.responsible.actors, second.term.raw) == ((), "")


def test_bullets_of_word_part_the_names_of_a_cell() -> None:
    document = Document()
    table = add_table(document, [HEAD, ["1", "Снять фильм", "2026 г.", ""]])
    cell = table.rows[1].cells[3]
    for name in ("Студия документальных фильмов", "Киноархив"):
        cell.add_paragraph(name, style="List Bullet")
    (row,) = read(saved(document)).rows
    assert [actor.name for actor in row.responsible.actors] == [
        "Студия документальных фильмов", "Киноархив",
    ]  # fmt: skip


def test_paragraphs_in_russian_and_english_with_closing_brackets() -> None:
    document = Document()
    for line in (
        "План встреч мастеров на 2026 год",
        "1. Провести ярмарку глиняной игрушки (Минкультуры, Союз мастеров; срок – до 1 июня).",
        "2. Издать альбом узоров (ответственный: Академия художеств; срок: IV квартал).",
        "3. Открыть класс резьбы (см. приложение).",
    ):
        document.add_paragraph(line)
    reading = read(saved(document))
    assert [brief(row) for row in reading.rows] == [
        (
            "1",
            "Провести ярмарку глиняной игрушки",
            "..2026-06-01",
            "once",
            "Минкультуры, Союз мастеров",
        ),
        ("2", "Издать альбом узоров", "2026-10-01..2026-12-31", "once", "Академия художеств"),
    ]
    assert [left.reason for left in reading.not_read] == ["paragraph"]
