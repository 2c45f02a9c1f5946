"""Tables of WordprocessingML (ECMA-376, part 1, section 17.4) as text.

Long tables are written as text and parsed once: building 1,500 rows cell by cell takes a minute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import nsdecls

from registan.plans.review.markup import paragraph, run

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT_WIDTH = 14_570  # twentieths of a point between the margins: 257 mm
SHADE = "F1F3F5"
_LINE = "8D97A1"


def shared_widths(shares: Sequence[float], whole: int = TEXT_WIDTH) -> list[int]:
    """Column widths by their shares of the text width."""
    return [round(whole * share / sum(shares)) for share in shares]


def grid(widths: Sequence[int], rows: str) -> str:
    """A table of rows, widths in twentieths of a point."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
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
    inside = "".join(head_cell(width, words) for width, words in zip(widths, heads, strict=True))
    return row(inside, repeats=True)


def head_cell(width: int, words: str, *, span: int = 1, merge: str = "") -> str:
    """A cell of a row of headings."""
    content = paragraph(run(words, bold=True), keep=True)
    return cell(width, content, span=span, merge=merge, shade=SHADE)


def row(inside: str, *, repeats: bool = False, splits: bool = False) -> str:
    """A table row of `inside` cells, not split over two pages unless it `splits`."""
    marks = ("" if splits else "<w:cantSplit/>") + ("<w:tblHeader/>" if repeats else "")
    return f"<w:tr><w:trPr>{marks}</w:trPr>{inside}</w:tr>"


def cell(width: int, content: str, *, span: int = 1, merge: str = "", shade: str = "") -> str:
    """A table cell. `merge` is restart or continue of a vertical merge; `span` counts columns."""
    marks = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    marks += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    marks += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{marks}</w:tcPr>{content}</w:tc>'


def cells(widths: Sequence[int], texts: Sequence[str], *, bold: bool = False) -> str:
    """Plain cells, one text each."""
    return "".join(
        cell(width, paragraph(run(text, bold=bold)))
        for width, text in zip(widths, texts, strict=True)
    )
