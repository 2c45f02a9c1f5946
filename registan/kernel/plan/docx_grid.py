"""DOCX as paragraphs and grids (ECMA-376, part 1, section 17)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from registan.kernel.plan.docx_numbers import Numbering
from registan.kernel.plan.grid import Cell, Contents, Grid, Paragraph, check_size
from registan.kernel.plan.reading import Unreadable
from registan.kernel.plan.words import ITEM
from registan.kernel.plan.zipped import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    W + name
    for name in (
        "del",
        "moveFrom",
        "footnoteReference",
        "endnoteReference",
        "instrText",
        "fldChar",
        "pPr",
        "rPr",
        "commentReference",
        "annotationRef",
    )
)
MOST_SPAN = 60
_OFF = frozenset({"0", "false", "off", "none"})
_FOOTNOTE_MARK = re.compile(r"[\d*†‡)]{1,3}")
_HEADING = re.compile(r"(?:heading|заголовок|标题|titre)\s*(\d)", re.IGNORECASE)


def read_docx(data: bytes) -> Contents:
    """Blocks of a DOCX. Raises Unreadable."""
    package = Package(data)
    document = package.tree("word/document.xml")
    body = document.find(W + "body") if document is not None else None
    if body is None:
        raise Unreadable("damaged")
    reader = _Reader(package)
    return Contents(list(reader.blocks(body)))


class _Reader:
    def __init__(self, package: Package) -> None:
        self.numbering = Numbering(package.tree("word/numbering.xml"))
        self.levels, self.style_numbers, self.bold_styles = _styles(package.tree("word/styles.xml"))
        self.tables = 0

    def blocks(self, parent: Any) -> Iterator[Paragraph | Grid]:
        for element in parent:
            if element.tag == W + "p":
                paragraph = self._paragraph(element)
                if paragraph.text or paragraph.number:
                    yield paragraph
            elif element.tag == W + "tbl":
                yield self._table(element)
            elif element.tag in {
                W + "sdt",
                W + "sdtContent",
                W + "ins",
                W + "customXml",
                W + "smartTag",
            }:
                yield from self.blocks(element)

    def _paragraph(self, element: Any) -> Paragraph:
        style, number, listed = self._properties(element)
        text, bold = _text_of(element)
        return Paragraph(
            text.strip(), self.levels.get(style, 0), bold or style in self.bold_styles,
            number, listed,
        )  # fmt: skip

    def _properties(self, element: Any) -> tuple[str, str, bool]:
        """Style, automatic number, and whether it is an item of a list."""
        properties = element.find(W + "pPr")
        if properties is None:
            return "", "", False
        named = properties.find(W + "pStyle")
        style = named.get(W + "val", "") if named is not None else ""
        listed = properties.find(W + "numPr")
        if listed is not None:
            level, identity = listed.find(W + "ilvl"), listed.find(W + "numId")
            number = self.numbering.next(
                identity.get(W + "val", "") if identity is not None else "",
                int(level.get(W + "val", "0")) if level is not None else 0,
            )
            return style, number, True
        if style in self.style_numbers:
            return style, self.numbering.next(*self.style_numbers[style]), True
        return style, "", False

    def _table(self, table: Any) -> Grid:
        self.tables += 1
        rows: list[list[Cell]] = []
        for row in _children(table, "tr"):
            rows.append(self._row(row, rows[-1] if rows else []))
        width = max(map(len, rows), default=0)
        check_size(len(rows), width)
        for cells in rows:
            cells.extend(Cell() for _ in range(width - len(cells)))
        return Grid(rows, sheet=f"#{self.tables}")

    def _row(self, row: Any, above: list[Cell]) -> list[Cell]:
        cells: list[Cell] = [Cell() for _ in range(_before(row))]
        for element in _children(row, "tc"):
            span, merge = _cell_properties(element)
            cell = self._cell(element)
            for offset in range(span):
                upper = above[len(cells)] if len(above) > len(cells) else None
                if merge == "continue" and upper is not None:
                    cells.append(
                        Cell(upper.text, upper.bold, above=True, left=offset > 0, flags=upper.flags)
                    )
                elif offset:
                    cells.append(Cell(cell.text, cell.bold, left=True))
                else:
                    cells.append(cell)
        return cells

    def _cell(self, element: Any) -> Cell:
        lines: list[str] = []
        bold, numbered = True, False
        for block in self.blocks(element):
            if isinstance(block, Grid):
                lines += [
                    " ".join(cell.text for cell in row if not cell.left) for row in block.rows
                ]
                continue
            numbered = numbered or bool(block.number)
            bold = bold and block.bold
            mark = ITEM if block.listed and block.text else ""
            lines.append(
                f"{block.number} {block.text}".strip() if block.number else mark + block.text
            )
        flags = ("auto_number",) if numbered else ()
        return Cell("\n".join(line for line in lines if line), bold and bool(lines), flags=flags)


def _children(parent: Any, name: str) -> Iterator[Any]:
    for element in parent:
        if element.tag == W + name:
            yield element
        elif element.tag in {W + "sdt", W + "sdtContent", W + "ins", W + "customXml"}:
            yield from _children(element, name)


def _before(row: Any) -> int:
    found = row.find(f"{W}trPr/{W}gridBefore")
    return min(int(found.get(W + "val", "0")), MOST_SPAN) if found is not None else 0


def _cell_properties(element: Any) -> tuple[int, str]:
    """How many columns a cell covers, and "restart" or "continue" where it is merged downwards."""
    columns, kind = 1, ""
    properties = element.find(W + "tcPr")
    for each in properties if properties is not None else ():
        if each.tag == W + "gridSpan":
            columns = int(each.get(W + "val", "1"))
        elif each.tag == W + "vMerge":
            kind = each.get(W + "val", "continue")
    return max(1, min(columns, MOST_SPAN)), kind


def _text_of(paragraph: Any) -> tuple[str, bool]:
    """Text as it counts: struck out, deleted, hidden and footnote marks left out; and whether bold."""
    parts: list[str] = []
    plain = False
    for run in _runs(paragraph):
        properties = run.find(W + "rPr")
        text = _run_text(run)
        if not text:
            continue
        if properties is not None:
            if any(_is_on(properties, name) for name in ("strike", "dstrike", "vanish")):
                continue
            raised = properties.find(W + "vertAlign")
            if (
                raised is not None
                and raised.get(W + "val") == "superscript"
                and _FOOTNOTE_MARK.fullmatch(text.strip())
            ):
                continue
        if text.strip() and (properties is None or not _is_on(properties, "b")):
            plain = True
        parts.append(text)
    return "".join(parts), not plain and bool(parts)


def _runs(parent: Any) -> Iterator[Any]:
    for element in parent:
        if element.tag == W + "r":
            yield element
        elif element.tag not in _SKIPPED:
            yield from _runs(element)


def _run_text(run: Any) -> str:
    parts = []
    for element in run:
        if element.tag == W + "t":
            parts.append(element.text or "")
        elif element.tag in {W + "br", W + "cr"}:
            parts.append("\n")
        elif element.tag == W + "tab":
            parts.append(" ")
        elif element.tag == W + "noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _is_on(properties: Any, name: str) -> bool:
    found = properties.find(W + name)
    return found is not None and found.get(W + "val", "1") not in _OFF


def _styles(tree: Any) -> tuple[dict[str, int], dict[str, tuple[str, int]], set[str]]:
    """Heading level by style, (numId, level) by style, and styles that are bold."""
    levels: dict[str, int] = {}
    numbers: dict[str, tuple[str, int]] = {}
    bold: set[str] = set()
    if tree is None:
        return levels, numbers, bold
    for style in tree.findall(W + "style"):
        identity = style.get(W + "styleId", "")
        named = style.find(W + "name")
        name = named.get(W + "val", "") if named is not None else ""
        if heading := _HEADING.match(name):
            levels[identity] = int(heading[1])
        elif name.lower() in {"title", "название"}:
            levels[identity] = 1
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and identity not in levels:
            levels[identity] = int(outline.get(W + "val", "8")) + 1
        listed = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if listed is not None:
            level = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
            numbers[identity] = (
                listed.get(W + "val", ""),
                int(level.get(W + "val", "0")) if level is not None else 0,
            )
        run = style.find(W + "rPr")
        if run is not None and _is_on(run, "b"):
            bold.add(identity)
    return levels, numbers, bold
