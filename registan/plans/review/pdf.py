"""The account as PDF, set by typst: tagged (PDF/UA-1), the same bytes for the same account."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import typst

from registan.web.refusal import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from registan.plans.review.account import Account

TEMPLATE = Path(__file__).with_name("account.typ")
CJK_FAMILIES = ("Noto Serif CJK SC", "Noto Sans CJK SC")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts()


def has_chinese_font() -> bool:
    """Whether a font for Chinese is installed; without one typst leaves the glyphs out silently."""
    return any(family in CJK_FAMILIES for family in _fonts().families())


def write_pdf(account: Account) -> bytes:
    """The account as PDF bytes."""
    return typeset(TEMPLATE, account.as_data(), account.made_at)


def typeset(template: Path, data: dict[str, Any], made_at: datetime) -> bytes:
    """Set `data` by a template. Refuses where Chinese would be printed without a font for it."""
    text = orjson.dumps(data).decode()
    if any("\u4e00" <= char <= "\u9fff" for char in text) and not has_chinese_font():
        raise Refused("chinese_font_missing", status=503)
    compiler = typst.Compiler(template, font_paths=_fonts(), sys_inputs={"data": text})
    written = compiler.compile(
        format="pdf", pdf_standards=["ua-1"], timestamp=made_at.replace(microsecond=0)
    )
    if not isinstance(written, bytes):
        raise TypeError("typst returned no single document")
    return written
