"""The page of a Word paper: A4 on its side, the house's fonts, header, page numbers."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from registan.plans.review.markup import GREY, SMALL, TAGS, field_run, run
from registan.plans.review.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from docx.document import Document as Paper
    from docx.text.paragraph import Paragraph

LATIN, HAN = "Times New Roman", "SimSun"
SIZES = {"Normal": 10.0, "Heading 1": 14.0, "Heading 2": 12.0}
TEXT_MM = 257
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def new_paper(
    lang: str, *, title: str, author: str, notices: Sequence[str], page: str, made_at: datetime
) -> Paper:
    """An empty paper. `page` is "{page} of {pages}" in the language; notices stand on each page."""
    paper = Document()
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    _styles(paper, lang)
    for footer in (section.footer, section.first_page_footer):
        _page_numbers(footer.paragraphs[0], " ".join(notices), page)
    core = paper.core_properties
    core.title, core.author, core.language = title[:255], author[:255], TAGS[lang]
    core.created = core.modified = made_at.replace(tzinfo=None)
    core.comments = " ".join(notices)[:255]
    return paper


def running_head(paper: Paper, left: str, right: str) -> None:
    """A head on every page but the first, with a line below it."""
    section = paper.sections[0]
    section.different_first_page_header_footer = True
    placed = section.header.paragraphs[0]
    _right_tab(placed)
    small(placed, f"{left}\t{right}")
    edge = f'<w:bottom w:val="single" w:sz="4" w:space="3" w:color="{GREY}"/>'
    placed._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>"))


def small(target: Paragraph, text: str) -> None:
    """Add small grey words to a paragraph."""
    written = target.add_run(escape_controls(text))
    written.font.size = Pt(SMALL / 2)
    written.font.color.rgb = RGBColor.from_string(GREY)


def escape_controls(text: str) -> str:
    """Text that XML can hold, for python-docx, which escapes markup itself."""
    return text if text.isprintable() else printable(text)


def append(paper: Paper, xml: str) -> None:
    """Put a table at the end of the paper."""
    paper.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def saved(paper: Paper, made_at: datetime) -> bytes:
    """The paper as bytes; the same bytes for the same paper."""
    written = BytesIO()
    paper.save(written)
    return dated(written.getvalue(), made_at)


def dated(archive: bytes, made_at: datetime) -> bytes:
    """A ZIP file whose parts all carry `made_at` instead of the time of writing."""
    moment = made_at.timetuple()[:6]
    modified = f"{made_at:%Y-%m-%dT%H:%M:%SZ}".encode()
    written = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = ZipInfo(name, moment)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            content = source.read(name)
            if name == "docProps/core.xml":  # openpyxl writes the time of saving
                content = _MODIFIED.sub(rb"\g<1>" + modified, content)
            target.writestr(part, content, compresslevel=6)
    return written.getvalue()


def _page_numbers(placed: Paragraph, notice: str, page: str) -> None:
    _right_tab(placed)
    before, _, rest = page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    small(placed, f"{notice}\t{before}")
    for xml in (field_run("PAGE"), run(between, size=SMALL, colour=GREY), field_run("NUMPAGES"),
                run(after, size=SMALL, colour=GREY)):  # fmt: skip
        for part in parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"):
            placed._p.append(part)


def _right_tab(placed: Paragraph) -> None:
    placed.style = "Normal"  # the styles of header and footer have other tabs
    placed.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_MM), WD_TAB_ALIGNMENT.RIGHT)


def _styles(paper: Paper, lang: str) -> None:
    for name, size in SIZES.items():
        style = paper.styles[name]
        style.font.name, style.font.size = LATIN, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(script), LATIN)
        fonts.set(qn("w:eastAsia"), HAN)
    normal = paper.styles["Normal"]
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.0
    tag = parse_xml(f'<w:lang {nsdecls("w")} w:val="{TAGS[lang]}" w:eastAsia="zh-CN"/>')
    normal.element.get_or_add_rPr().append(tag)
