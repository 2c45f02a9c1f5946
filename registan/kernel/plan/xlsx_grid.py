"""XLSX as grids (ECMA-376, part 1, section 18): values as printed, merged ranges, hidden rows told."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from registan.kernel.plan.grid import MOST_COLUMNS, Cell, Contents, Grid, check_size
from registan.kernel.plan.reading import Unreadable
from registan.kernel.plan.zipped import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DATE_FORMATS = frozenset([*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)])
_DECIMALS = re.compile(r"^[#,]*0\.(0+)")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
MOST_ROWS = 50_000
_ORIGIN = datetime(1899, 12, 30)  # noqa: DTZ001  spreadsheets know no zones


def read_xlsx(data: bytes) -> Contents:
    """Sheets of an XLSX that have anything in them. Raises Unreadable."""
    package = Package(data)
    book = package.tree("xl/workbook.xml")
    if book is None:
        raise Unreadable("damaged")
    reader = _Reader(package)
    contents = Contents([])
    for name, part, hidden in _sheets(book, package):
        tree = package.tree(part)
        if tree is None:
            continue
        if hidden:
            contents.notes.append("hidden_sheet")
        grid, some_hidden = reader.grid(tree, name)
        if some_hidden:
            contents.notes.append("hidden_rows")
        if grid.rows:
            contents.blocks.append(grid)
    return contents


def _sheets(book: Any, package: Package) -> Iterator[tuple[str, str, bool]]:
    relations = package.tree("xl/_rels/workbook.xml.rels")
    targets = (
        {each.get("Id"): each.get("Target", "") for each in relations}
        if relations is not None
        else {}
    )
    for sheet in book.iter(S + "sheet"):
        target = targets.get(sheet.get(R + "id"), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        yield sheet.get("name", ""), part, sheet.get("state", "visible") != "visible"


class _Reader:
    def __init__(self, package: Package) -> None:
        self.strings = _strings(package.tree("xl/sharedStrings.xml"))
        self.forms, self.struck, self.bold = _styles(package.tree("xl/styles.xml"))

    def grid(self, tree: Any, name: str) -> tuple[Grid, bool]:
        rows: dict[int, dict[int, Cell]] = {}
        hidden = False
        for row in tree.iter(S + "row"):
            number = int(row.get("r") or (max(rows, default=0) + 1))
            if number > MOST_ROWS:
                raise Unreadable("too_many_rows", rows=number)
            cells = self._row(row)
            hidden = hidden or (row.get("hidden") == "1" and bool(cells))
            rows[number] = cells
        _merge(rows, tree)
        used = [
            number for number, cells in rows.items() if any(cell.text for cell in cells.values())
        ]
        if not used:
            return Grid([], name), False
        width = max(
            (column for cells in rows.values() for column, cell in cells.items() if cell.text),
            default=0,
        )
        check_size(max(used) - min(used) + 1, width)
        grid_rows = [
            [rows.get(number, {}).get(column, Cell()) for column in range(1, width + 1)]
            for number in range(min(used), max(used) + 1)
        ]
        return Grid(grid_rows, name, first_row=min(used)), hidden

    def _row(self, row: Any) -> dict[int, Cell]:
        cells: dict[int, Cell] = {}
        column = 0
        for element in row.iter(S + "c"):
            found = _REFERENCE.fullmatch(element.get("r", ""))
            column = _column(found[1]) if found else column + 1
            if column <= MOST_COLUMNS:
                cell = self._cell(element)
                if cell is not None:
                    cells[column] = cell
        return cells

    def _cell(self, element: Any) -> Cell | None:
        style = int(element.get("s") or 0)
        if style in self.struck:
            return None
        kind = element.get("t", "n")
        bold = style in self.bold
        if kind == "inlineStr":
            inline = element.find(S + "is")
            return Cell(_rich(inline) if inline is not None else "", bold)
        value = element.findtext(S + "v")
        if not value:
            formula = element.find(S + "f")
            return (
                Cell(f"={formula.text or ''}", bold, flags=("formula",))
                if formula is not None
                else None
            )
        if kind == "s":
            place = int(value)
            return Cell(self.strings[place] if place < len(self.strings) else "", bold)
        if kind in {"str", "d"}:
            return Cell(value, bold)
        if kind == "b":
            return Cell("", bold)
        if kind == "e":
            return Cell("", bold, flags=("formula",))
        return self._number(value, style, bold)

    def _number(self, value: str, style: int, bold: bool) -> Cell:
        form = self.forms.get(style, "")
        number = float(value)
        if form.startswith("date:") and 0 < number < 2_958_466:
            moment = _ORIGIN + timedelta(days=number)
            pattern = "%Y-%m-%d" if form == "date:y" else "%d.%m.%Y"
            return Cell(moment.strftime(pattern), bold, flags=("date",))
        if decimals := _DECIMALS.match(form):
            return Cell(f"{number:.{len(decimals[1])}f}", bold)
        if number == int(number) and abs(number) < 1e15:
            return Cell(str(int(number)), bold)
        return Cell(f"{number:.10g}", bold)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _strings(tree: Any) -> list[str]:
    return [_rich(each) for each in tree.iter(S + "si")] if tree is not None else []


def _rich(element: Any) -> str:
    """Text of a string item without struck-out runs and phonetic guides."""
    parts = []
    for child in element:
        if child.tag == S + "t":
            parts.append(child.text or "")
        elif child.tag == S + "r":
            strike = child.find(f"{S}rPr/{S}strike")
            if strike is None or strike.get("val", "1") in {"0", "false"}:
                parts.append(child.findtext(S + "t") or "")
    return "".join(parts).replace("_x000D_", "").replace("\r\n", "\n")


def _styles(tree: Any) -> tuple[dict[int, str], set[int], set[int]]:
    """Number form by cell style ("date:y", "date:d" or the format), struck-out styles, bold styles."""
    if tree is None:
        return {}, set(), set()
    custom = {
        int(each.get("numFmtId")): each.get("formatCode", "") for each in tree.iter(S + "numFmt")
    }
    fonts = tree.find(S + "fonts")
    struck = [_has(font, "strike") for font in fonts] if fonts is not None else []
    bold = [_has(font, "b") for font in fonts] if fonts is not None else []
    forms: dict[int, str] = {}
    struck_styles, bold_styles = set(), set()
    cells = tree.find(S + "cellXfs")
    for place, style in enumerate(cells if cells is not None else []):
        form, font = int(style.get("numFmtId") or 0), int(style.get("fontId") or 0)
        forms[place] = _form(form, custom.get(form, ""))
        if font < len(struck) and struck[font]:
            struck_styles.add(place)
        if font < len(bold) and bold[font]:
            bold_styles.add(place)
    return forms, struck_styles, bold_styles


def _has(font: Any, name: str) -> bool:
    found = font.find(S + name)
    return found is not None and found.get("val", "1") not in {"0", "false"}


def _form(identity: int, code: str) -> str:
    letters = _QUOTED.sub("", code).lower()
    if code and "general" not in letters and re.search(r"[yд]|d.*m|m.*d|г", letters):
        return "date:y" if letters.lstrip().startswith("y") else "date:d"
    if not code and identity in _DATE_FORMATS:
        return "date:d"
    if not code and identity in {2, 4}:
        return "0.00"
    return code


def _merge(rows: dict[int, dict[int, Cell]], tree: Any) -> None:
    placed = 0
    for merged in tree.iter(S + "mergeCell"):
        corners = _REFERENCE.findall(merged.get("ref", ""))
        if len(corners) != 2:
            continue
        (left, top), (right, bottom) = corners
        first, last = _column(left), min(_column(right), MOST_COLUMNS)
        placed += (int(bottom) - int(top) + 1) * (last - first + 1)
        check_size(placed, 1)
        origin = rows.get(int(top), {}).get(first, Cell())
        for number in range(int(top), min(int(bottom), MOST_ROWS) + 1):
            cells = rows.setdefault(number, {})
            for column in range(first, last + 1):
                if (number, column) != (int(top), first):
                    cells[column] = Cell(
                        origin.text,
                        origin.bold,
                        above=number > int(top),
                        left=column > first,
                        flags=origin.flags,
                    )
