"""How tables are built: headings, sections, merged cells, split tables, lists, struck-out words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from registan.kernel.plan.codes import LEFT_REASONS
from registan.kernel.plan.read import read_plan
from registan.kernel.plan.reading import Period, Unreadable
from registan.kernel.plan.tests import made
from registan.kernel.plan.tests.made import add_table, docx, html, read, saved, xlsx

HEAD = ["№", "Мероприятие", "Срок", "Исполнители"]
FIRST = ["1", "Подготовить проект", "до 1 марта 2026 г.", "МИД"]
SECOND = ["2", "Провести консультации", "II квартал 2026 г.", "Минфин"]


def texts(reading: Any) -> list[str]:
    return [row.text for row in reading.rows]


def test_headings_may_stand_in_any_order() -> None:
    for order in ((3, 2, 1, 0), (1, 0, 3, 2), (2, 3, 0, 1)):
        rows = [[line[place] for place in order] for line in (HEAD, FIRST, SECOND)]
        reading = read(xlsx(rows))
        assert [(row.number, row.text, str(row.term.end)) for row in reading.rows] == [
            ("1", "Подготовить проект", "2026-03-01"),
            ("2", "Провести консультации", "2026-06-30"),
        ]


def test_a_section_row_over_all_columns_governs_what_follows() -> None:
    rows = [HEAD, ["Безопасность", "", "", ""], FIRST, ["Торговля", "", "", ""], SECOND]
    for data in (
        xlsx(rows, merges=[(1, 0, 1, 3), (3, 0, 3, 3)]),
        docx(rows, merges=[(1, 0, 1, 3), (3, 0, 3, 3)]),
    ):
        assert [row.section for row in read(data).rows] == ["Безопасность", "Торговля"]


def test_sections_of_two_levels_are_joined() -> None:
    rows = [HEAD, ["Раздел I. Торговля", "", "", ""], ["1.1. Таможня", "", "", ""], FIRST,
            ["1.2. Расчёты", "", "", ""], SECOND, ["Раздел II. Связь", "", "", ""], FIRST]  # fmt: skip
    assert [row.section for row in read(xlsx(rows)).rows] == [
        "Раздел I. Торговля / 1.1. Таможня",
        "Раздел I. Торговля / 1.2. Расчёты",
        "Раздел II. Связь",
    ]


def test_a_section_may_be_a_column_merged_downwards() -> None:
    rows = [["Направление", *HEAD], ["Торговля", *FIRST], ["", *SECOND], ["Связь", *FIRST]]
    reading = read(xlsx(rows, merges=[(1, 0, 2, 0)]))
    assert [row.section for row in reading.rows] == ["Торговля", "Торговля", "Связь"]


def test_a_heading_above_a_table_is_its_section() -> None:
    document = Document()
    document.add_heading("План действий на 2026 год", 1)
    for heading, row in (("Торговля", FIRST), ("Связь", SECOND)):
        document.add_heading(heading, 2)
        add_table(document, [HEAD, row])
    reading = read(saved(document))
    assert [(row.section, row.text) for row in reading.rows] == [
        ("Торговля", "Подготовить проект"), ("Связь", "Провести консультации"),
    ]  # fmt: skip
    assert (reading.title, reading.period) == (
        "План действий на 2026 год", Period(date(2026, 1, 1), date(2026, 12, 31)),
    )  # fmt: skip


def test_a_measure_with_merged_cells_and_several_steps_is_one_measure() -> None:
    rows = [
        ["№", "Мероприятие", "Ожидаемый результат", "Срок", "Исполнители"],
        ["1", "Создать центр", "концепция", "март 2026 г.", "МИД"],
        ["", "", "соглашение", "декабрь 2026 г.", ""],
        ["", "", "открытие", "июнь 2027 г.", ""],
        ["2", "Издать сборник", "сборник", "2027 г.", "МИД"],
    ]
    merges = [(1, 0, 3, 0), (1, 1, 3, 1), (1, 4, 3, 4)]
    for data in (xlsx(rows, merges=merges), docx(rows, merges=merges)):
        first, second = read(data).rows
        assert [(step.text, str(step.end)) for step in first.steps] == [
            ("концепция", "2026-03-31"), ("соглашение", "2026-12-31"), ("открытие", "2027-06-30"),
        ]  # fmt: skip
        assert (str(first.term.start), str(first.term.end)) == ("2026-03-01", "2027-06-30")
        assert [actor.name for actor in first.responsible.actors] == ["МИД"]
        assert (second.number, second.steps) == ("2", ())


def test_a_header_of_two_rows_is_read_as_one() -> None:
    rows = [
        ["№", "Мероприятие", "Срок", "", "Исполнители"],
        ["", "", "начало", "окончание", ""],
        ["1", "2", "3", "4", "5"],
        ["1", "Создать центр", "2026 г.", "2028 г.", "МИД"],
    ]
    merges = [(0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4)]
    for data in (xlsx(rows, merges=merges), docx(rows, merges=merges)):
        (row,) = read(data).rows
        assert (str(row.term.start), str(row.term.end)) == ("2026-01-01", "2028-12-31")


def test_a_header_repeated_on_each_page_is_no_measure() -> None:
    reading = read(docx([HEAD, FIRST, HEAD, SECOND]))
    assert texts(reading) == ["Подготовить проект", "Провести консультации"]
    assert [left.reason for left in reading.not_read] == ["repeated_header"]


def test_a_table_split_without_a_header_goes_on() -> None:
    document = Document()
    add_table(document, [HEAD, ["Торговля", "", "", ""], FIRST], [(1, 0, 1, 3)])
    document.add_paragraph("")
    add_table(document, [SECOND])
    reading = read(saved(document))
    assert [(row.number, row.section) for row in reading.rows] == [
        ("1", "Торговля"),
        ("2", "Торговля"),
    ]
    assert "split_table" in reading.notes


def test_a_row_cut_by_the_end_of_a_page_is_joined_and_told() -> None:
    cut = ["", "с государствами-наблюдателями", "", ""]
    reading = read(docx([HEAD, FIRST, cut, SECOND]))
    assert texts(reading)[0] == "Подготовить проект с государствами-наблюдателями"
    assert [left.reason for left in reading.joined] == ["row_split"]
    assert reading.rows[0].flags == ("row_split",)


def test_several_tables_in_a_file_are_read_one_after_another() -> None:
    document = Document()
    add_table(document, [["Показатель", "Единица", "2026", "2027"], ["Доля", "%", "10", "20"]])
    document.add_paragraph("Меры")
    add_table(document, [HEAD, FIRST])
    add_table(
        document, [["Срок", "Мероприятие", "Исполнители"], ["2027 г.", "Подвести итоги", "МИД"]]
    )
    reading = read(saved(document))
    assert texts(reading) == ["Подготовить проект", "Подвести итоги"]
    assert {left.reason for left in reading.not_read} == {"not_a_plan_table"}


def _number(paragraph: Any, identity: int, level: int = 0) -> None:
    listed = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", level), ("w:numId", identity)):
        element = OxmlElement(name)
        element.set(qn("w:val"), str(value))
        listed.append(element)
    paragraph._p.get_or_add_pPr().append(listed)


def _decimal_list(document: Any) -> int:
    """The numId of a list whose numbers read 1. 2. 3."""
    numbering = document.part.numbering_part.element
    for number in numbering.findall(qn("w:num")):
        abstract = number.find(qn("w:abstractNumId")).get(qn("w:val"))
        for each in numbering.findall(qn("w:abstractNum")):
            form = each.find(qn("w:lvl")).find(qn("w:numFmt")).get(qn("w:val"))
            if each.get(qn("w:abstractNumId")) == abstract and form == "decimal":
                return int(number.get(qn("w:numId")))
    raise AssertionError("the template of python-docx has no numbered list")


def test_automatic_list_numbers_count_as_printed() -> None:
    document = Document()
    table = add_table(document, [HEAD, ["", *FIRST[1:]], ["", *SECOND[1:]]])
    identity = _decimal_list(document)
    for row in table.rows[1:]:
        _number(row.cells[0].paragraphs[0], identity)
    assert [row.number for row in read(saved(document)).rows] == ["1", "2"]


def test_automatic_numbers_before_the_text_are_the_numbers() -> None:
    document = Document()
    table = add_table(document, [HEAD[1:], FIRST[1:], SECOND[1:]])
    identity = _decimal_list(document)
    for row in table.rows[1:]:
        _number(row.cells[0].paragraphs[0], identity)
    reading = read(saved(document))
    assert [(row.number, row.text) for row in reading.rows] == [
        ("1", "Подготовить проект"), ("2", "Провести консультации"),
    ]  # fmt: skip


def test_struck_out_and_hidden_words_are_no_text() -> None:
    document = Document()
    table = add_table(document, [HEAD, ["1", "Подготовить", "", "МИД"]])
    term = table.rows[1].cells[2].paragraphs[0]
    term.add_run("до 1 июня 2026 г. ").font.strike = True
    term.add_run("до 1 августа 2026 г.")
    term.add_run("1").font.superscript = True
    table.rows[1].cells[1].paragraphs[0].add_run(" тайно").font.hidden = True
    (row,) = read(saved(document)).rows
    assert (row.text, row.term.raw) == ("Подготовить", "до 1 августа 2026 г.")


def test_lines_of_a_cell_are_one_text() -> None:
    rows = [HEAD, ["1", "Подготовить\nпроект\nсоглашения", "2026\n-2027 гг.", "МИД,\nМинфин"]]
    for form in made.FORMATS:
        (row,) = read(made.made(form, rows), f"a.{form}").rows
        assert (row.text, str(row.term.end)) == ("Подготовить проект соглашения", "2027-12-31")
        assert [actor.name for actor in row.responsible.actors] == ["МИД", "Минфин"]


def test_lines_above_the_header_give_title_and_period() -> None:
    above = ("Утвержден решением", "План мероприятий на 2027 год")
    (row,) = read(xlsx([HEAD, ["1", "Провести форум", "сентябрь", "МИД"]], above=above)).rows
    assert str(row.term.end) == "2027-09-30"


def test_bidi_controls_are_taken_out_and_flagged() -> None:
    (row,) = read(xlsx([HEAD, ["1", "Подго\u202eтовить", "2026 г.", "МИ\u2066Д"]])).rows
    assert (row.text, row.responsible.raw, row.flags) == (
        "Подготовить", "МИД", ("hidden_characters",),
    )  # fmt: skip


def test_html_with_spans_unclosed_cells_and_old_letters() -> None:
    page = """<html><meta http-equiv=content-type content="text/html; charset=windows-1251"><body>
    <h2>Торговля</h2><table><tr><th>№<th>Мероприятие<th>Срок<th>Исполнители
    <tr><td rowspan=2>1<td rowspan=2><p class=MsoNormal>Создать&nbsp;центр</p><td>март 2026 г.<td>МИД
    <tr><td>май 2027 г.<td>Минфин
    <tr><td>2<td>Издать <s>книгу</s> сборник<sup>1</sup><td>2027 г.<td>МИД</table>""".encode(
        "cp1251"
    )
    first, second = read(page, "plan.html").rows
    assert (first.section, first.text, str(first.term.end)) == (
        "Торговля",
        "Создать центр",
        "2027-05-31",
    )
    assert [actor.name for actor in first.responsible.actors] == ["МИД", "Минфин"]
    assert second.text == "Издать сборник"


def test_chinese_plans_in_paragraphs_are_read_by_their_brackets() -> None:
    document = Document()
    for line in (
        "2026年合作行动方案",
        "一、经贸合作",
        "1.到2027年，建成单一窗口。（牵头单位：商务部；配合单位：海关总署、财政部）",
        "2.推进本币结算。（责任单位：人民银行；完成时限：2026年底前）",
        "二、安全合作",
        "3.举行联合演练。（公安部、应急管理部按职责分工负责）",
    ):
        document.add_paragraph(line)
    reading = read(saved(document))
    assert [(row.number, row.section, made.brief(row)[2], made.brief(row)[4]) for row in reading.rows] == [
        ("1", "一、经贸合作", "..2027-12-31", "+商务部, ~海关总署, ~财政部"),
        ("2", "一、经贸合作", "..2026-12-31", "人民银行"),
        ("3", "二、安全合作", "", "公安部, 应急管理部"),
    ]  # fmt: skip


def test_a_table_without_headings_is_asked_about_and_read_as_guessed() -> None:
    rows = [[str(place), f"Провести встречу номер {place} с участием экспертов", "2026 г.", "МИД"]
            for place in range(1, 6)]  # fmt: skip
    reading = read(xlsx(rows))
    assert len(reading.rows) == 5
    (question,) = reading.questions
    assert question.guess == ("number", "text", "term", "responsible")
    answered = read_plan(
        xlsx(rows), "a.xlsx", columns={"Sheet!1": ["number", "text", "term", "note"]}
    )
    assert (answered.questions, answered.rows[0].responsible.actors) == ((), ())


def test_the_same_file_gives_the_same_reading() -> None:
    data = docx([HEAD, FIRST, SECOND])
    assert read(data) == read(data)


def test_places_name_sheet_and_row_as_a_person_counts_them() -> None:
    reading = read(xlsx([HEAD, FIRST, SECOND], above=("План", "")))
    assert [(row.place.sheet, row.place.row) for row in reading.rows] == [
        ("Sheet", 4),
        ("Sheet", 5),
    ]


@pytest.mark.parametrize("form", made.FORMATS)
def test_a_html_or_office_title_is_no_measure(form: str) -> None:
    reading = read(
        made.made(form, [HEAD, FIRST], above=("План действий на 2026 год",)), f"a.{form}"
    )
    assert (reading.title, len(reading.rows)) == ("План действий на 2026 год", 1)


def test_markup_in_cells_stays_text() -> None:
    (row,) = read(html([HEAD, ["1", "<b>Издать</b> & хранить", "2026 г.", "МИД"]]), "a.html").rows
    assert row.text == "<b>Издать</b> & хранить"


def test_numbers_below_an_empty_heading_are_numbers() -> None:
    rows = [["", *HEAD[1:]], ["1.", *FIRST[1:]], ["2.", *SECOND[1:]]]
    assert [row.number for row in read(xlsx(rows)).rows] == ["1", "2"]


def test_a_term_merged_over_several_measures_holds_for_each() -> None:
    rows = [HEAD, FIRST, ["2", "Провести консультации", "", ""]]
    first, second = read(xlsx(rows, merges=[(1, 2, 2, 2), (1, 3, 2, 3)])).rows
    assert (second.term, second.responsible) == (first.term, first.responsible)


def test_a_column_of_persons_beside_one_of_bodies_is_not_read_and_told() -> None:
    rows = [
        ["序号", "任务", "责任领导", "责任部门", "时限"],
        ["1", "推行一网通办", "王伟", "税务局", "长期"],
    ]
    reading = read(xlsx(rows))
    assert [actor.name for actor in reading.rows[0].responsible.actors] == ["税务局"]
    assert reading.notes == ("person_column",)


def test_bare_names_in_a_column_of_persons_are_refused() -> None:
    rows = [["序号", "任务", "责任人", "时限"], ["1", "推行一网通办", "王伟、税务局", "长期"]]
    (row,) = read(xlsx(rows)).rows
    assert [actor.name for actor in row.responsible.actors] == ["税务局"]
    assert row.responsible.flags == ("person_name",)


CELLS = st.sampled_from(
    ["", "", "1", "2.1", "Торговля", "I.", "МИД, Минфин", "2026 г.", "до 1 мая", "一、贸易", "外交部、商务部",
     "长期", "Итого", "примечание: нет", "Ongoing", "Ministry of Health", "и далее по тексту", "=A1", "-"]
)  # fmt: skip
SPANS = st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(0, 2), st.integers(0, 3))


BODIES = st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=4, max_size=7)


@settings(max_examples=50, deadline=None)
@given(st.permutations(HEAD), BODIES, st.lists(SPANS, max_size=3))
def test_no_table_with_spans_makes_it_fail(
    head: list[str], body: list[list[str]], spans: list[tuple[int, int, int, int]]
) -> None:
    page = "".join(
        "<tr>" + "".join(_cell(text, (row, column), spans) for column, text in enumerate(line))
        for row, line in enumerate([head, *body])
    )
    try:
        reading = read(f"<meta charset=utf-8><table>{page}</table>".encode(), "a.html")
    except Unreadable as refusal:
        codes = [refusal.code]
    else:
        codes = [left.reason for left in (*reading.not_read, *reading.joined)]
    assert set(codes) <= {"no_table", *dict(LEFT_REASONS)}


@settings(max_examples=50, deadline=None)
@example(
    ["Мероприятие", "Исполнители", "Срок", "№"],
    [["", "", "", ""], ["", "", "", ""], ["", "2.1", "", ""], ["2026 г.", "", "", ""]],
)
@given(st.permutations(HEAD), BODIES)
def test_no_text_of_a_table_is_lost(head: list[str], body: list[list[str]]) -> None:
    reading = read(xlsx([head, FIRST, *body]))
    kept = " ".join(
        " ".join([row.number, row.section, row.text, row.term.raw, row.responsible.raw, *row.flags])
        for row in reading.rows
    )
    left = " ".join(" ".join(each.cells) for each in (*reading.not_read, *reading.joined))
    for line in body:
        for text in line:
            assert text in {"-", "=A1"} or text.rstrip(".") in f"{kept} {left}"


def _cell(text: str, place: tuple[int, int], spans: list[tuple[int, int, int, int]]) -> str:
    wide = next(
        ((down, over) for row, column, down, over in spans if (row + 1, column) == place), (0, 0)
    )
    return f"<td rowspan={wide[0] + 1} colspan={min(wide[1], 3) + 1}>{text}</td>"


def test_a_column_that_is_not_read_is_named_once() -> None:
    rows = [[*HEAD, "Источник финансирования"], [*FIRST, "бюджет"], [*SECOND, ""]]
    reading = read(docx([*rows, rows[0], rows[1]]))
    left = [each.cells for each in reading.not_read if each.reason == "column_not_read"]
    assert left == [("Источник финансирования",)]
