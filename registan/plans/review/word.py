"""The account as DOCX: the same paper as the PDF, for officials who go on writing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from registan.plans.review.markup import GREY, SMALL, paragraph, run
from registan.plans.review.word_page import append, escape_controls, new_paper, running_head, saved
from registan.plans.review.word_tables import (
    SHADE,
    TEXT_WIDTH,
    cell,
    cells,
    grid,
    head_cell,
    repeated_head,
    row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Paper

    from registan.plans.review.account import (
        Account,
        AccountLine,
        AccountMeasure,
        Overview,
        Passage,
    )

# Twentieths of a point; the second and third column together hold a measure's text.
WIDTHS = (850, 2381, 3729, 2859, 1644, 3107)
ANNEX_WIDTHS = (850, 6860, 6860)
COUNT_WIDTH = 1200
HEAD_SIZE = 15  # half-points


def write_docx(account: Account) -> bytes:
    """The account as DOCX bytes; the same bytes for the same account."""
    labels = account.labels
    paper = new_paper(
        account.lang, title=f"{account.heading} — {account.plan}", author=account.organisation,
        notices=account.notices, page=labels.page, made_at=account.made_at,
    )  # fmt: skip
    running_head(paper, account.plan, account.period)
    _title_page(paper, account)
    paper.add_heading(labels.summary, level=1).paragraph_format.page_break_before = True
    for sentence in account.summary:
        paper.add_paragraph(sentence)
    if account.overview.rows:
        lede = paper.add_paragraph()
        lede.add_run(labels.overview).bold = True
        lede.paragraph_format.space_before, lede.paragraph_format.keep_with_next = Pt(8), True
        append(paper, _overview(account.overview))
    for chapter in account.chapters:
        paper.add_heading(escape_controls(chapter.title) or labels.no_chapter, level=2)
        append(paper, _chapter(chapter.measures, account))
    _annex(paper, account)
    return saved(paper, account.made_at)


def _title_page(paper: Paper, account: Account) -> None:
    lines = (
        (account.organisation, 13, False, 30),
        (account.heading, 22, True, 95),
        (account.plan, 14, False, 14),
        (account.period, 12, False, 26),
        (account.as_of, 11, False, 4),
        (account.languages_note, 9, False, 90),
    )
    for text, size, bold, space in lines:
        placed = paper.add_paragraph()
        placed.alignment = WD_ALIGN_PARAGRAPH.CENTER
        layout = placed.paragraph_format
        layout.space_before = Pt(space)
        layout.left_indent = layout.right_indent = Mm(28)
        written = placed.add_run(escape_controls(text))
        written.font.size, written.bold = Pt(size), bold


def _overview(overview: Overview) -> str:
    counts = len(overview.heads) - 1
    widths = (TEXT_WIDTH - counts * COUNT_WIDTH, *[COUNT_WIDTH] * counts)
    heads = "".join(
        cell(width, paragraph(run(words, bold=True, size=HEAD_SIZE), keep=True), shade=SHADE)
        for width, words in zip(widths, overview.heads, strict=True)
    )
    rows = []
    for place, each in enumerate(overview.rows, start=1):
        bold = place == len(overview.rows)
        counted = "".join(
            cell(COUNT_WIDTH, paragraph(run(count, bold=bold), align="right")) for count in each[1:]
        )
        rows.append(row(cells(widths[:1], each[:1], bold=bold) + counted))
    return grid(widths, row(heads, repeats=True) + "".join(rows))


def _chapter(measures: Sequence[AccountMeasure], account: Account) -> str:
    labels = account.labels
    number, party, rest, expected, term, responsible = WIDTHS
    heads = row(
        head_cell(number, labels.number, merge="restart")
        + head_cell(party + rest, labels.measure, span=2)
        + head_cell(expected, labels.expected)
        + head_cell(term, labels.term)
        + head_cell(responsible, labels.responsible),
        repeats=True,
    ) + row(
        head_cell(number, "", merge="continue")
        + head_cell(party, labels.party)
        + head_cell(sum(WIDTHS[2:]), labels.progress, span=4),
        repeats=True,
    )
    spoken = account.plan_lang if account.plan_lang != account.lang else ""
    rows = "".join(
        _measure(measure, spoken) + "".join(_line(measure.number, line, account) for line in measure.lines)
        for measure in measures
    )  # fmt: skip
    return grid(WIDTHS, heads + rows)


def _measure(measure: AccountMeasure, lang: str) -> str:
    number, party, rest, *others = WIDTHS
    texts = (measure.expected, measure.term, measure.responsible)
    keep = bool(measure.lines) and not measure.splits
    inside = (
        cell(number, paragraph(run(measure.number, bold=True), keep=keep))
        + cell(party + rest, paragraph(run(measure.text, lang=lang), keep=keep), span=2)
        + "".join(
            cell(width, paragraph(run(text, lang=lang), keep=keep))
            for width, text in zip(others, texts, strict=True)
        )
    )
    return row(inside, splits=measure.splits)


def _line(number: str, line: AccountLine, account: Account) -> str:
    shade = SHADE if line.remark else ""
    who = paragraph(run(line.party, bold=True)) + paragraph(run(line.standing, size=SMALL))
    said = "".join(_passage(passage, account) for passage in line.passages) or "<w:p/>"
    return row(
        cell(WIDTHS[0], paragraph(run(number, size=SMALL, colour=GREY)), shade=shade)
        + cell(WIDTHS[1], who, shade=shade)
        + cell(sum(WIDTHS[2:]), said, span=4, shade=shade),
        splits=line.splits,
    )


def _passage(passage: Passage, account: Account) -> str:
    label = f"{passage.label}{account.labels.colon}" if passage.label else ""
    lang = passage.lang if passage.lang != account.lang or passage.lang == "zh" else ""
    return paragraph(
        (run(label, colour=GREY) if label else "")
        + run(passage.text, lang=lang)
        + (run(f" ({passage.note})", size=SMALL, colour=GREY) if passage.note else "")
    )


def _annex(paper: Paper, account: Account) -> None:
    labels = account.labels
    mark = paper.add_paragraph()
    mark.paragraph_format.page_break_before = True
    mark.paragraph_format.left_indent = Mm(162)
    mark.add_run(labels.annex).bold = True
    mark.add_run(f"\n{labels.annex_to}")
    paper.add_heading(labels.annex_title, level=1)
    if not account.missing:
        paper.add_paragraph(labels.annex_none)
        return
    paper.add_paragraph(labels.annex_lede)
    heads = (labels.number, labels.measure, labels.parties)
    rows = "".join(
        row(cells(ANNEX_WIDTHS, (gap.number, gap.text, gap.parties)), splits=gap.splits)
        for gap in account.missing
    )
    append(paper, grid(ANNEX_WIDTHS, repeated_head(ANNEX_WIDTHS, heads) + rows))
