"""The account as PDF, set by typst: tagged (PDF/UA-1), the same bytes for the same account."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import typst

from registan.web.refusal import Refused

if TYPE_CHECKING:
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
    """The account as PDF bytes. Refuses where Chinese would be printed without a font for it."""
    data = orjson.dumps(account.as_data()).decode()
    if _needs_chinese(data) and not has_chinese_font():
        raise Refused("chinese_font_missing", status=503)
    compiler = typst.Compiler(TEMPLATE, font_paths=_fonts(), sys_inputs={"data": data})
    written = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=account.made_at)
    if not isinstance(written, bytes):
        raise TypeError("typst returned no single document")
    return written


def _needs_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)
