"""Tables as PDF and DOCX."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx.shared import Mm, Pt

from registan.plans.export.table import Section, heights
from registan.plans.review.account import needs_splitting
from registan.plans.review.markup import paragraph, run
from registan.plans.review.pdf import typeset
from registan.plans.review.word_page import append, escape_controls, new_paper, saved
from registan.plans.review.word_tables import cell, grid, repeated_head, row, shared_widths

if TYPE_CHECKING:
    from registan.plans.export.table import PaperTable, Row

TEMPLATE = Path(__file__).with_name("table.typ")
PAGE_LETTERS = 150  # Latin letters in a line over the whole width


def write_pdf(table: PaperTable) -> bytes:
    """The table as tagged PDF, the same bytes for the same table."""
    data: dict[str, Any] = {
        "lang": table.lang, "organisation": table.organisation, "mark": table.mark,
        "title": table.title, "subtitle": table.subtitle, "language_line": table.language_line,
        "notice": table.notice, "heads": table.heads, "widths": table.widths, "page": table.page,
        "rows": [
            {"section": each.title, "cells": [], "splits": False}
            if isinstance(each, Section)
            else {"section": "", "cells": _spans(table, place), "splits": _splits(table, each)}
            for place, each in enumerate(table.rows)
        ],
    }  # fmt: skip
    return typeset(TEMPLATE, data, table.made_at)


def write_docx(table: PaperTable) -> bytes:
    """The table as DOCX; the same bytes for the same table."""
    paper = new_paper(
        table.lang, title=table.title, author=table.organisation,
        notices=[table.notice] if table.notice else [], page=table.page, made_at=table.made_at,
    )  # fmt: skip
    if table.mark:
        mark = paper.add_paragraph(escape_controls(table.mark))
        mark.paragraph_format.left_indent = Mm(162)
    paper.add_heading(escape_controls(table.title), level=1).paragraph_format.space_before = Pt(6)
    for line in (table.subtitle, table.language_line):
        if line:
            paper.add_paragraph(escape_controls(line))
    widths = shared_widths(table.widths)
    body = "".join(
        row(cell(sum(widths), paragraph(run(each.title, bold=True), keep=True), span=len(widths)))
        if isinstance(each, Section)
        else row(_merged(table, place, widths), splits=_splits(table, each))
        for place, each in enumerate(table.rows)
    )
    append(paper, grid(widths, repeated_head(widths, table.heads) + body))
    return saved(paper, table.made_at)


def _spans(table: PaperTable, place: int) -> list[dict[str, Any]]:
    """Texts with the number of rows each covers; no cell where the one above goes on."""
    row_ = table.rows[place]
    if isinstance(row_, Section):
        return []
    return [
        {"text": text, "rows": height}
        for text, height in zip(row_, heights(table.rows, place), strict=True)
        if text is not None
    ]


def _merged(table: PaperTable, place: int, widths: list[int]) -> str:
    row_ = table.rows[place]
    if isinstance(row_, Section):
        return ""
    covered = heights(table.rows, place)
    return "".join(
        cell(width, "<w:p/>", merge="continue")
        if text is None
        else cell(width, paragraph(run(text)), merge="restart" if height > 1 else "")
        for width, text, height in zip(widths, row_, covered, strict=True)
    )


def _splits(table: PaperTable, cells_: Row) -> bool:
    shares = [share / sum(table.widths) for share in table.widths]
    return any(
        needs_splitting(text or "", width=max(4, int(PAGE_LETTERS * share)))
        for text, share in zip(cells_, shares, strict=True)
    )
