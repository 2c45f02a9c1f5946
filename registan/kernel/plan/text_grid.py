"""CSV and HTML as grids; finding out in which letters a text file is written."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from lxml import html

from registan.kernel.plan.grid import (
    MOST_COLUMNS,
    Cell,
    Contents,
    Grid,
    Layout,
    Paragraph,
    check_size,
)
from registan.kernel.plan.reading import Unreadable
from registan.kernel.plan.words import ITEM

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# An apostrophe that keeps a spreadsheet from running a text: one is taken off, as one was put on.
_PROTECTED = re.compile(r"^'(?='*[=+\-@＝＋－＠])")
_BLOCKS = frozenset({"p", "div", "li", "tr", "dd", "dt", "ul", "ol"})
_DROPPED = frozenset({"del", "s", "strike", "script", "style", "noscript", "template"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
MOST_ROWS_SPANNED = 65_534  # as the HTML standard has it


def decode(data: bytes, declared: str = "") -> str:
    """Bytes as text: by mark, by declaration, as UTF-8, else windows-1251 or GB18030 by their letters."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    for name in (declared, "utf-8"):
        if name:
            try:
                return data.decode(name)
            except (UnicodeDecodeError, LookupError):
                continue
    cyrillic = data.decode("cp1251", errors="replace")
    letters = [char for char in cyrillic[:20_000] if char > "\x7f"]
    share = sum("а" <= char.lower() <= "я" or char in "ёЁ№«»–—" for char in letters) / max(
        1, len(letters)
    )
    return cyrillic if share > 0.85 else data.decode("gb18030", errors="replace")


def read_csv(data: bytes) -> Contents:
    """A CSV file as one grid. Raises Unreadable when it holds no rows."""
    text = decode(data)
    if "\x00" in text:
        raise Unreadable("wrong_type")
    best: list[list[str]] = []
    for delimiter in (";", ",", "\t", "|"):
        rows = _rows(text, delimiter)
        if _regularity(rows) > _regularity(best):
            best = rows
    while best and not any(best[-1]):
        best.pop()
    width = max(map(len, best), default=0)
    check_size(len(best), width)
    grid = [
        [Cell(_PROTECTED.sub("", text.strip())) for text in row]
        + [Cell() for _ in range(width - len(row))]
        for row in best
    ]
    return Contents([Grid(grid, "")])


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """The rows with this separator; none where a cell would be longer than any plan's."""
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return []


def _regularity(rows: list[list[str]]) -> float:
    """How much of a file stands in columns: rows of the commonest width above one, by that width."""
    widths = [len(row) for row in rows[:400] if any(row)]
    if not widths:
        return 0
    common = max(set(widths), key=widths.count)
    return widths.count(common) / len(widths) * min(common, 8) if common > 1 else 0.01


def read_html(data: bytes) -> Contents:
    """Paragraphs, headings and tables of an HTML page."""
    declared = _CHARSET.search(data[:4096])
    text = decode(data, declared[1].decode("ascii") if declared else "")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = html.document_fromstring(
            text, parser=html.HTMLParser(no_network=True, huge_tree=True)
        )
    except (ValueError, html.etree.ParserError) as error:
        raise Unreadable("damaged") from error
    contents = Contents([])
    _walk(root.find("body") if root.find("body") is not None else root, contents)
    return contents


def _walk(element: Any, contents: Contents) -> None:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _DROPPED:
            continue
        if child.tag == "table" and child.find(".//table") is None:
            contents.blocks.append(_table(child, len(contents.grids) + 1))
        elif child.tag in _HEADINGS:
            contents.blocks.append(Paragraph(_text(child), _HEADINGS[child.tag], bold=True))
        elif child.tag in {"p", "li", "caption"} or (
            child.tag in {"div", "span", "center", "b", "strong"}
            and child.find(".//table") is None
            and child.find(".//p") is None
        ):
            if text := _text(child):
                contents.blocks.append(Paragraph(text, 0, bold=_is_bold(child)))
        else:
            _walk(child, contents)


def _is_bold(element: Any) -> bool:
    if element.tag in {"b", "strong"}:
        return True
    inner = [child for child in element if isinstance(child.tag, str)]
    whole = _text(element)
    return len(inner) == 1 and inner[0].tag in {"b", "strong"} and _text(inner[0]) == whole


def _table(table: Any, place: int) -> Grid:
    layout = Layout()
    for row in table.iter("tr"):
        cells = [
            (
                Cell(_text(cell), cell.tag == "th" or _is_bold(cell)),
                _span(cell, "colspan", MOST_COLUMNS),
                _span(cell, "rowspan", MOST_ROWS_SPANNED),
            )
            for cell in row
            if cell.tag in {"td", "th"}
        ]
        if cells:
            layout.add_row(cells)
    return Grid(layout.finished(), f"#{place}")


def _span(cell: Any, name: str, most: int) -> int:
    found = re.match(r"\s*(\d+)", cell.get(name) or "")
    return max(1, min(int(found[1][:9]), most)) if found else 1


def _text(element: Any) -> str:
    lines = "".join(_parts(element)).split("\n")
    kept = [" ".join(line.split()) for line in lines]
    return "\n".join(line for line in kept if line.strip(ITEM))


def _parts(element: Any) -> Iterator[str]:
    # Line ends of the source are blanks; only <br> and blocks break a line.
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _DROPPED and not _is_footnote(child):
            if child.tag == "br":
                yield "\n"
            elif child.tag in _BLOCKS:
                yield "\n" + (ITEM if child.tag == "li" else "")
                yield from _parts(child)
                yield "\n"
            else:
                yield from _parts(child)
        yield (child.tail or "").replace("\n", " ")


def _is_footnote(child: Any) -> bool:
    return (
        child.tag == "sup"
        and re.fullmatch(r"\W*[\d*†‡]{1,3}\W*", child.text_content().strip()) is not None
    )
