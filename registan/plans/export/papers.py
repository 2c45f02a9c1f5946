"""Tables as PDF and DOCX."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml import parse_xml
from docx.shared import Pt

from registan.plans.export.table import Section
from registan.plans.review.markup import paragraph, run
from registan.plans.review.pdf import typeset
from registan.plans.review.word import (
    cells,
    grid,
    landscape,
    page_numbers,
    repeated_head,
    row,
    styles,
)

if TYPE_CHECKING:
    from registan.plans.export.table import PaperTable

TEMPLATE = Path(__file__).with_name("table.typ")
TEXT_WIDTH = 14_650  # twentieths of a point between the margins


def write_pdf(table: PaperTable) -> bytes:
    """The table as tagged PDF, the same bytes for the same table."""
    data: dict[str, Any] = {
        "lang": table.lang, "title": table.title, "subtitle": table.subtitle,
        "notice": table.notice, "heads": table.heads, "widths": table.widths, "page": table.page,
        "rows": [[each.title] if isinstance(each, Section) else each for each in table.rows],
    }  # fmt: skip
    return typeset(TEMPLATE, data, table.made_at)


def write_docx(table: PaperTable) -> bytes:
    """The table as DOCX."""
    paper = Document()
    landscape(paper.sections[0])
    styles(paper, table.lang)
    page_numbers(paper.sections[0].footer.paragraphs[0], table.notice, table.page)
    paper.add_heading(table.title, level=1)
    for line in (table.subtitle, table.notice):
        if line:
            paper.add_paragraph(line).runs[0].font.size = Pt(9)
    widths = [round(TEXT_WIDTH * share / sum(table.widths)) for share in table.widths]
    body = "".join(
        row(cells([sum(widths)], [paragraph(run(each.title, bold=True))], span=len(widths)))
        if isinstance(each, Section)
        else row(cells(widths, [paragraph(run(text)) for text in each]))
        for each in table.rows
    )
    xml = grid(widths, repeated_head(widths, table.heads) + body)
    paper.element.body.insert_element_before(parse_xml(xml), "w:sectPr")
    core = paper.core_properties
    core.title, core.author = table.title, ""
    core.created = core.modified = table.made_at.replace(tzinfo=None)
    written = BytesIO()
    paper.save(written)
    return written.getvalue()
