"""The account as PDF, set by typst: tagged (PDF/UA-1), the same bytes for the same account."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import typst

from registan.plans.review.printable import printable, spelt_out
from registan.web.refusal import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from registan.plans.review.account import Account

TEMPLATE = Path(__file__).with_name("account.typ")
CJK_FAMILIES = ("Noto Serif CJK SC", "Noto Sans CJK SC")
# PDF/UA-1 forbids a text that no font can show; typst names the text and stops.
_WITHOUT_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")
_TRIES = 12


@lru_cache(maxsize=1)
def installed_fonts() -> typst.Fonts:
    """Fonts of this machine and those that come with typst, found once."""
    return typst.Fonts()


def has_chinese_font(fonts: typst.Fonts) -> bool:
    """Whether a font for Chinese is among them; without one typst leaves the glyphs out silently."""
    return any(family in CJK_FAMILIES for family in fonts.families())


def write_pdf(account: Account) -> bytes:
    """The account as PDF bytes."""
    return typeset(TEMPLATE, account, account.made_at)


def typeset(
    template: Path, data: Any, made_at: datetime, *, fonts: typst.Fonts | None = None
) -> bytes:
    """Set `data` by a template. Refuses where Chinese would be printed without a font for it.

    The data reach typst as JSON: no text of theirs is ever read as markup.
    """
    fonts = fonts or installed_fonts()
    # Written as JSON, a control character is an escape; it is spelt out before it is one.
    text = orjson.dumps(_printable(orjson.loads(orjson.dumps(data)))).decode()
    if any("\u4e00" <= char <= "\u9fff" for char in text) and not has_chinese_font(fonts):
        raise Refused("chinese_font_missing", status=503)
    for _ in range(_TRIES):
        compiler = typst.Compiler(template, font_paths=fonts, sys_inputs={"data": text})
        try:
            written = compiler.compile(
                format="pdf", pdf_standards=["ua-1"], timestamp=made_at.replace(microsecond=0)
            )
        except typst.TypstError as error:
            without = _without_glyph(str(error), text)
            if not without:
                raise
            text = spelt_out(text, without)
            continue
        if not isinstance(written, bytes):
            raise TypeError("typst returned no single document")
        return written
    raise Refused("font_missing", status=503)


def _printable(data: Any) -> Any:
    if isinstance(data, str):
        return data if data.isprintable() else printable(data)
    if isinstance(data, list):
        return [_printable(item) for item in data]
    if isinstance(data, dict):
        return {key: _printable(item) for key, item in data.items()}
    return data


def _without_glyph(message: str, text: str) -> set[str]:
    """Characters of `text` that, as typst says, no font can show."""
    named = "".join(_WITHOUT_GLYPH.findall(message))
    named = _CODE_POINT.sub(lambda code: chr(int(code[1], 16)), named)
    return {char for char in named if not char.isascii() and char in text}
