"""The brief as DOCX: A4 upright, two pages, figures as pictures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from registan.health.brief.paper import picture
from registan.plans.review.markup import paragraph, run
from registan.plans.review.word_page import append, escape_controls, new_paper, saved, small
from registan.plans.review.word_tables import cell, grid, repeated_head, row, shared_widths

if TYPE_CHECKING:
    from docx.document import Document as Paper

    from registan.health.brief.content import Brief, Picture

TEXT_MM, WIDTHS = 174, (1.1, 2.0, 1.7, 2.3)
TWENTIETHS_PER_MM = 1440 / 25.4
HALF_POINTS, TINY, BODY = 18, 8.0, 10.5


def write_docx(brief: Brief) -> bytes:
    """The same bytes for the same scenario."""
    paper = new_paper(
        brief.lang, title=brief.title, author=brief.organisation, notices=[brief.seal], page=brief.page,
        made_at=brief.made_at,
    )  # fmt: skip
    _upright(paper)
    _first_page(paper, brief)
    _second_page(paper, brief)
    return saved(paper, brief.made_at)


def _upright(paper: Paper) -> None:
    section = paper.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(14), Mm(16)
    section.footer_distance = Mm(8)
    for stop in section.footer.paragraphs[0].paragraph_format.tab_stops:
        stop.position, stop.alignment = Mm(TEXT_MM), WD_TAB_ALIGNMENT.RIGHT
    for each in section.footer.paragraphs[0].runs:
        each.font.size = Pt(TINY)


def _first_page(paper: Paper, brief: Brief) -> None:
    small(paper.add_paragraph(), f"{brief.organisation} · {brief.labels['brief']}  {brief.notice}")
    _heading(paper, brief.title, 1)
    _heading(paper, brief.labels["question"], 2)
    _words(paper, brief.question)
    _heading(paper, brief.labels["answer"], 2)
    for sentence in brief.sentences:
        _words(paper, sentence)
    _heading(paper, brief.labels["by_state"], 2)
    small(paper.add_paragraph(), brief.note)
    widths = shared_widths(WIDTHS, round(TEXT_MM * TWENTIETHS_PER_MM))
    body = "".join(
        row("".join(
            cell(width, paragraph(run(text, bold=at == len(brief.rows) - 1, size=HALF_POINTS),
                                  align="" if column == 0 else "right"))
            for column, (width, text) in enumerate(zip(widths, texts, strict=True))
        ))
        for at, texts in enumerate(brief.rows)
    )  # fmt: skip
    append(paper, grid(widths, repeated_head(widths, brief.heads) + body))
    _heading(paper, brief.labels["worse"], 2)
    for sentence in (*brief.worse, brief.why):
        if sentence:
            _words(paper, sentence)


def _second_page(paper: Paper, brief: Brief) -> None:
    _picture(paper, brief.weeks, 128, begins=True)
    _picture(paper, brief.averted, 152)
    _heading(paper, brief.labels["assumptions"], 2)
    _words(paper, brief.labels["facts"], TINY)
    for part in brief.parts:
        placed = _words(paper, "", TINY)
        for words, bold in ((f"{part.heading}. ", True), (part.text, False)):
            written = placed.add_run(escape_controls(words))
            written.bold, written.font.size = bold, Pt(TINY)
    _heading(paper, brief.labels["limits"], 2)
    for sentence in brief.limits:
        _words(paper, f"– {sentence}", 9.0)


def _heading(paper: Paper, words: str, level: int) -> None:
    made = paper.add_heading(escape_controls(words), level=level)
    made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(6), Pt(3)


def _words(paper: Paper, words: str, size: float = BODY):  # type: ignore[no-untyped-def]  # python-docx
    made = paper.add_paragraph()
    made.paragraph_format.space_after = Pt(2)
    if words:
        made.add_run(escape_controls(words)).font.size = Pt(size)
    return made


def _picture(paper: Paper, figure: Picture, width: int, *, begins: bool = False) -> None:
    title = _words(paper, "")
    title.paragraph_format.keep_with_next = True
    title.paragraph_format.page_break_before = begins
    title.add_run(escape_controls(figure.title)).bold = True
    placed = _words(paper, "")
    shape = placed.add_run().add_picture(BytesIO(picture(figure.svg)), width=Mm(width))
    shape._inline.docPr.set("descr", figure.title)
    small(paper.add_paragraph(), figure.key)
