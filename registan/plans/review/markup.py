"""Runs and paragraphs of WordprocessingML (ECMA-376, part 1, section 17.3) as text."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

# Characters that XML 1.0 cannot hold (section 2.2).
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape_text(text: str) -> str:
    """Text as XML character data."""
    return escape(_IMPOSSIBLE.sub("", text))


def run(text: str, *, bold: bool = False, size: int = 0, colour: str = "") -> str:
    """A run; line ends become breaks. `size` is in half-points, `colour` six hex digits."""
    properties = (
        ("<w:b/>" if bold else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
    )
    lines = escape_text(text).split("\n")
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{body}</w:r>"


def field_run(code: str) -> str:
    """A field that Word computes, such as PAGE."""
    return (
        '<w:r><w:rPr><w:color w:val="4A5560"/><w:sz w:val="16"/></w:rPr><w:fldChar w:fldCharType="begin"/>'
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(runs: str) -> str:
    """A paragraph with little space after it, as table cells need."""
    return f'<w:p><w:pPr><w:spacing w:before="20" w:after="40"/></w:pPr>{runs}</w:p>'
