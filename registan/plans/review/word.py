"""The account as DOCX: the same paper as the PDF, for officials who go on writing in it.

python-docx makes the frame (page, styles, header, footer); the long tables are written as WordprocessingML
text and parsed once, because building 1,500 rows cell by cell takes a minute.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from registan.plans.review.markup import field_run, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Paper
    from docx.section import Section
    from docx.text.paragraph import Paragraph

    from registan.plans.review.account import Account, AccountLine, AccountMeasure, Passage

FONTS = {"ru": "Times New Roman", "en": "Times New Roman", "zh": "SimSun"}
TAGS = {"ru": "ru-RU", "zh": "zh-CN", "en": "en-GB"}
WIDTHS = (850, 3700, 1700, 2500, 5900)  # twentieths of a point; together the text width
ANNEX_WIDTHS = (850, 6900, 6900)
GREY, BROWN = "4A5560", "7A4B13"


def write_docx(account: Account) -> bytes:
    """The account as DOCX bytes; the same bytes for the same account."""
    paper = Document()
    _page(paper, account)
    styles(paper, account.lang)
    _title_page(paper, account)
    paper.add_heading(account.labels.summary, level=1)
    for sentence in account.summary:
        paper.add_paragraph(sentence)
    for chapter in account.chapters:
        paper.add_heading(chapter.title or account.labels.no_chapter, level=2)
        _append(paper, _chapter_table(chapter.measures, account))
    _annex(paper, account)
    core = paper.core_properties
    core.title, core.author, core.language = (
        account.heading,
        account.organisation,
        TAGS[account.lang],
    )
    core.created = core.modified = account.made_at.replace(tzinfo=None)
    core.comments = account.notice
    written = BytesIO()
    paper.save(written)
    return written.getvalue()


def _page(paper: Paper, account: Account) -> None:
    section = paper.sections[0]
    landscape(section)
    section.different_first_page_header_footer = True
    _small(section.header.paragraphs[0], f"{account.plan} · {account.subtitle}")
    page_numbers(section.footer.paragraphs[0], account.notice, account.labels.page)
    if account.notice:
        _small(section.first_page_footer.paragraphs[0], account.notice)


def landscape(section: Section) -> None:
    """A4 on its side, with the house's margins."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)


def page_numbers(placed: Paragraph, notice: str, page: str) -> None:
    """A footer with the notice at the left and `page` ("{page} of {pages}") at the right."""
    placed.style = "Normal"  # the footer's own style has other tabs
    placed.paragraph_format.tab_stops.add_tab_stop(Mm(259), WD_TAB_ALIGNMENT.RIGHT)
    before, _, rest = page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    _small(placed, f"{notice}\t{before}")
    for xml in (
        field_run("PAGE"),
        run(between, size=16, colour=GREY),
        field_run("NUMPAGES"),
        run(after, size=16, colour=GREY),
    ):
        placed._p.append(parse_xml(xml.replace("<w:r>", f"<w:r {nsdecls('w')}>", 1)))


def _small(target: Paragraph, text: str) -> None:
    written = target.add_run(text)
    written.font.size = Pt(8)
    written.font.color.rgb = RGBColor.from_string(GREY)


def styles(paper: Paper, lang: str) -> None:
    """The house's fonts in the styles that we use."""
    font = FONTS[lang]
    for name, size in (("Normal", 9.5), ("Heading 1", 13), ("Heading 2", 11)):
        style = paper.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        properties = style.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(script), font)
        fonts.set(qn("w:eastAsia"), FONTS["zh"])
    normal = paper.styles["Normal"]
    normal.paragraph_format.space_after = Pt(3)
    tag = parse_xml(f'<w:lang {nsdecls("w")} w:val="{TAGS[lang]}" w:eastAsia="zh-CN"/>')
    normal.element.get_or_add_rPr().append(tag)


def _title_page(paper: Paper, account: Account) -> None:
    lines = (
        (account.organisation, 12, False, 90),
        (account.heading, 20, True, 60),
        (account.plan, 13, False, 10),
        (account.subtitle, 11, False, 8),
        (account.as_of, 10, False, 110),
        (account.languages_note, 9, False, 4),
    )
    for text, size, bold, space in lines:
        if not text:
            continue
        placed = paper.add_paragraph()
        placed.alignment = WD_ALIGN_PARAGRAPH.CENTER
        placed.paragraph_format.space_before = Pt(space)
        written = placed.add_run(text)
        written.font.size, written.bold = Pt(size), bold
    if account.notice:
        notice = paper.add_paragraph()
        notice.alignment = WD_ALIGN_PARAGRAPH.CENTER
        notice.add_run(account.notice).font.color.rgb = RGBColor.from_string(BROWN)

    paper.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def _annex(paper: Paper, account: Account) -> None:
    labels = account.labels
    paper.add_heading(labels.annex, level=1).paragraph_format.page_break_before = True
    if not account.missing:
        paper.add_paragraph(labels.annex_none)
        return
    paper.add_paragraph(labels.annex_lede)
    heads = (labels.number, labels.measure, labels.parties)
    rows = "".join(
        row(
            cells(
                ANNEX_WIDTHS,
                [paragraph(run(words)) for words in (gap.number, gap.text, gap.parties)],
            )
        )
        for gap in account.missing
    )
    _append(paper, grid(ANNEX_WIDTHS, repeated_head(ANNEX_WIDTHS, heads) + rows))


def _append(paper: Paper, xml: str) -> None:
    paper.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def _chapter_table(measures: Sequence[AccountMeasure], account: Account) -> str:
    labels = account.labels
    heads = (labels.number, labels.measure, labels.term, labels.responsible, labels.progress)
    rows = "".join(_measure_rows(measure, labels.expected) for measure in measures)
    return grid(WIDTHS, repeated_head(WIDTHS, heads) + rows)


def _measure_rows(measure: AccountMeasure, expected: str) -> str:
    text = paragraph(run(measure.text))
    if measure.expected:
        text += paragraph(run(f"{expected}: {measure.expected}", size=17, colour=GREY))
    left = [paragraph(run(measure.number)), text, paragraph(run(measure.term)),
            paragraph(run(measure.responsible))]  # fmt: skip
    bodies = [(_line(line), "") for line in measure.lines]
    if measure.remarks:
        bodies.append((_passages(measure.remarks), "F1F3F5"))
    rows = []
    for place, (body, shade) in enumerate(bodies or [(paragraph(run("—")), "")]):
        merge = "" if len(bodies) < 2 else ("restart" if place == 0 else "continue")
        shown = left if place == 0 else ["<w:p/>"] * 4
        inside = cells(WIDTHS[:4], shown, merge=merge) + cells(WIDTHS[4:], [body], shade=shade)
        rows.append(row(inside))
    return "".join(rows)


def _line(line: AccountLine) -> str:
    head = paragraph(run(line.party, bold=True) + run(f": {line.standing}"))
    return head + (_passages(line.passages) if line.passages else "")


def _passages(passages: Sequence[Passage]) -> str:
    return "".join(
        paragraph(
            (run(f"{passage.label}: ", colour=GREY) if passage.label else "")
            + run(passage.text)
            + (run(f" {passage.note}", size=16, colour=GREY) if passage.note else "")
        )
        for passage in passages
    )


def grid(widths: Sequence[int], rows: str) -> str:
    """A table of rows, widths in twentieths of a point."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="9AA3AD"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def repeated_head(widths: Sequence[int], heads: Sequence[str]) -> str:
    """A row of headings that repeats on each page."""
    shown = cells(widths, [paragraph(run(words, bold=True)) for words in heads], shade="F1F3F5")
    return row(shown, "<w:tblHeader/>")


def row(inside: str, more: str = "") -> str:
    """A table row of `inside` cells that is never split over two pages."""
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{inside}</w:tr>"


def cells(
    widths: Sequence[int],
    contents: Sequence[str],
    *,
    merge: str = "",
    shade: str = "",
    span: int = 1,
) -> str:
    """Table cells. `merge` is restart or continue of a vertical merge; `span` counts columns."""
    marks = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    marks += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    marks += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{marks}</w:tcPr>{content}</w:tc>'
        for width, content in zip(widths, contents, strict=True)
    )
