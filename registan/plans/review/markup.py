"""Runs and paragraphs of WordprocessingML (ECMA-376, part 1, section 17.3) as text."""

from __future__ import annotations

from xml.sax.saxutils import escape

from registan.plans.review.printable import printable

TAGS = {"ru": "ru-RU", "zh": "zh-CN", "en": "en-GB"}
GREY = "4A5560"
SMALL = 16  # half-points


def escape_text(text: str) -> str:
    """Text as XML character data; what XML cannot hold is written as its code point."""
    return escape(text if text.isprintable() else printable(text))


def run(text: str, *, bold: bool = False, size: int = 0, colour: str = "", lang: str = "") -> str:
    """A run; line ends become breaks. `size` is in half-points, `colour` six hex digits.

    `lang`: where it is not the paper's own. Chinese is marked as East Asian, so that its quotation
    marks and dashes are as wide as its letters.
    """
    properties = (
        ('<w:rFonts w:hint="eastAsia"/>' if lang == "zh" else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
        + (f'<w:lang w:val="{TAGS[lang]}" w:eastAsia="zh-CN"/>' if lang else "")
    )
    lines = escape_text(text).split("\n")
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{body}</w:r>"


def field_run(code: str) -> str:
    """A field that Word computes, such as PAGE."""
    look = f'<w:rPr><w:color w:val="{GREY}"/><w:sz w:val="{SMALL}"/></w:rPr>'
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{look}<w:t>1</w:t></w:r>"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(runs: str, *, keep: bool = False, align: str = "") -> str:
    """A paragraph with little space around it, as table cells need. `keep`: with the next one."""
    marks = ("<w:keepNext/>" if keep else "") + '<w:spacing w:before="20" w:after="40"/>'
    marks += f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{marks}</w:pPr>{runs}</w:p>"
