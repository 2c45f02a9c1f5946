"""The brief as PDF, and its figures as pictures, set by typst."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typst

from registan.plans.review.pdf import installed_fonts, typeset

if TYPE_CHECKING:
    from registan.health.brief.content import Brief

TEMPLATE = Path(__file__).with_name("brief.typ")
PICTURE = Path(__file__).with_name("picture.typ")
DOTS_PER_INCH = 220


def write_pdf(brief: Brief) -> bytes:
    """Two pages, tagged; the same bytes for the same scenario."""
    return typeset(TEMPLATE, brief, brief.made_at)


def picture(svg: str) -> bytes:
    """A figure as PNG, which every word processor opens."""
    written = typst.compile(
        PICTURE,
        format="png",
        ppi=DOTS_PER_INCH,
        sys_inputs={"svg": svg},
        font_paths=installed_fonts(),
    )
    if not isinstance(written, bytes):
        raise TypeError("typst returned no single picture")
    return written
