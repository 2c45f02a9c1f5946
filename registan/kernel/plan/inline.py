"""Plans without a table: paragraphs that name term and responsible in brackets, as many Chinese plans do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registan.kernel.plan.grid import Contents, Grid, Paragraph
from registan.kernel.plan.reading import Leftover, Place, PlanRow, Role
from registan.kernel.plan.responsible import read_responsible, with_column
from registan.kernel.plan.rows import bare_number, tidy
from registan.kernel.plan.sections import Sections
from registan.kernel.plan.term import propose_period, read_term
from registan.kernel.plan.words import one_line

if TYPE_CHECKING:
    from registan.kernel.plan.known_names import KnownNames
    from registan.kernel.plan.reading import Period

_TAIL = re.compile(
    r"[（(\[【〔]([^（）()\[\]【】〔〕]*(?:[（(][^（）()]*[)）][^（）()\[\]【】〔〕]*)*)[)）\]】〕][。.;；]?\s*$"
)
_NUMBER = re.compile(
    r"^(?:(\d{1,3}(?:\.\d{1,3})*)[.、．)）]?\s*|[（(](\d{1,3}|"
    r"[一二三四五六七八九十]{1,3})[)）]\s*|([一二三四五六七八九十]{1,3})、\s*|"
    r"(第[一二三四五六七八九十\d]+条)\s*)"
)
_RESPONSIBLE = re.compile(
    r"(?:责任单位|责任部门|责任主体|牵头单位|牵头部门|配合单位|负责单位|主办单位|"
    r"协办单位|责任人|ответственн\w*(?:\s+исполнител\w*)?|исполнител\w*|"
    r"соисполнител\w*|responsible(?:\s+\w+)?|lead(?:\s+\w+)?|"
    r"support(?:ing)?(?:\s+\w+)?)\s*[:：–—-]\s*",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"(?:完成时限|完成时间|时限|期限|时间要求|срок\w*(?:\s+исполнени\w+)?|term|"
    r"deadline|timeline|due(?: date)?|target date)\s*[:：–—-]\s*",
    re.IGNORECASE,
)
_SUPPORT = re.compile(r"配合|协办|соисполн|support", re.IGNORECASE)
_LEAD = re.compile(r"牵头|主办|^lead", re.IGNORECASE)
_DUTY = re.compile(r"(?:负责|牵头|配合|会同)")
_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|"
    r"[IVXІХ]{1,5}\.|第[一二三四五六七八九十]+[章节部]|раздел\b|глава\b)",
    re.IGNORECASE,
)
_INNER_TERM = re.compile(
    r"((?:到|至|力争到?)?(?:20\d{2})年(?:\d{1,2}月)?(?:底|末)?前?)(?=，|,|、|完成|实现|建成|达到)"
)
LONGEST_HEADING = 80


@dataclass(frozen=True)
class _Parts:
    term: str
    responsible: tuple[tuple[str, Role | None], ...]


def read_paragraphs(
    contents: Contents, *, lang: str, period: Period | None, known: KnownNames
) -> tuple[list[PlanRow], list[Leftover]]:
    """Measures in paragraphs whose closing bracket names who is responsible, or by when."""
    rows: list[PlanRow] = []
    not_read: list[Leftover] = []
    sections = Sections()
    names = with_column(known, _bracketed_names(contents))
    for place, block in enumerate(contents.blocks, start=1):
        if isinstance(block, Grid):
            continue
        text = one_line(f"{block.number} {block.text}")
        tail = _TAIL.search(text)
        parts = _parts(tail[1]) if tail else None
        if tail is None or parts is None or not (parts.responsible or parts.term):
            if _is_heading(block, text):
                sections.enter(text)
            elif rows or _NUMBER.match(text):
                not_read.append(Leftover(Place("", place), (text,), "paragraph"))
            continue
        rows.append(_row(text[: tail.start()], parts, place, sections, lang, period, names))
        sections.row_read()
    return rows, not_read


def _bracketed_names(contents: Contents) -> set[str]:
    tails = [
        found
        for block in contents.blocks
        if isinstance(block, Paragraph) and (found := _TAIL.search(block.text))
    ]
    return {text for tail in tails for text, _ in _parts(tail[1]).responsible}


def _is_heading(block: Paragraph, text: str) -> bool:
    if block.level or (block.bold and len(text) <= LONGEST_HEADING):
        return block.level != 1
    return len(text) <= LONGEST_HEADING and bool(_HEADING.match(text))


def _parts(inside: str) -> _Parts:
    """Term and responsible parts of a closing bracket."""
    terms: list[str] = []
    names: list[tuple[str, Role | None]] = []
    loose: list[str] = []
    for piece in re.split(r"[;；]", inside):
        piece = piece.strip(" ,，。")
        if label := _TERM.match(piece):
            terms.append(piece[label.end() :])
            continue
        labelled = _RESPONSIBLE.match(piece)
        rest, dates = _apart(piece[labelled.end() :] if labelled else piece)
        terms += dates
        if labelled:
            names.append((rest, _role_of(labelled[0])))
        elif _DUTY.search(rest):
            names.append((rest, None))
        elif names and rest:
            names[-1] = (f"{names[-1][0]}、{rest}", names[-1][1])
        elif rest:
            loose.append(rest)
    if terms or names:
        # Names without a label, before a term that has one.
        names = [*((rest, None) for rest in loose), *names]
    return _Parts("; ".join(terms), tuple(names))


def _role_of(label: str) -> Role | None:
    if _SUPPORT.search(label):
        return Role.SUPPORT
    return Role.LEAD if _LEAD.search(label) else None


def _apart(piece: str) -> tuple[str, list[str]]:
    """Names, and the dates that stand among them between commas or after a label."""
    dates = []
    if inner := _TERM.search(piece):
        dates.append(piece[inner.end() :])
        piece = piece[: inner.start()].rstrip(" ,，")
    parts = re.split(r"([,，])", piece)
    kept = ""
    for mark, part in zip(["", *parts[1::2]], parts[::2], strict=True):
        if _is_date(part.strip()):
            dates.append(part.strip())
        else:
            kept += mark + part
    return kept.strip(" ,，"), dates


def _is_date(piece: str) -> bool:
    return (
        len(piece) < 40
        and read_term(piece).recurrence != "unknown"
        and bool(re.search(r"\d|持续|长期|постоянн|ежегод|ongoing|annual", piece))
    )


def _row(
    text: str, parts: _Parts, place: int, sections: Sections, lang: str, period: Period | None,
    known: KnownNames,
) -> PlanRow:  # fmt: skip
    text = text.rstrip(" 。.")
    number = ""
    if found := _NUMBER.match(text):
        number = next(group for group in found.groups() if group)
        text = text[found.end() :]
    years = period or propose_period(" ".join(sections.titles))
    raw = parts.term
    flags: tuple[str, ...] = ()
    if not raw and (inner := list(_INNER_TERM.finditer(text))):
        raw, flags = inner[-1][1], ("term_inside_text",)
    return PlanRow(
        number=bare_number(number),
        section=" / ".join(sections.titles),
        text=tidy(text + ("。" if lang == "zh" and not text.endswith("。") else "")),
        result="",
        term=read_term(raw, period=years, lang=lang),
        responsible=read_responsible(parts.responsible, known=known, lang=lang),
        place=Place("", place),
        flags=flags,
    )
