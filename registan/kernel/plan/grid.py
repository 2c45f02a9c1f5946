"""One form for the tables of every format: a grid of cells that know what they continue."""

from __future__ import annotations

from dataclasses import dataclass, field

from registan.kernel.plan.reading import Unreadable

MOST_CELLS = 1_000_000
MOST_COLUMNS = 200


def check_size(rows: int, width: int) -> None:
    """Refuse a grid before its places are filled: spans and far corners cost a file nothing."""
    if rows * width > MOST_CELLS:
        raise Unreadable("too_many_rows", rows=rows)


@dataclass(slots=True)
class Cell:
    """A cell of the grid. Where it is merged, `text` is that of the cell it belongs to.

    above: continues the cell above; left: continues the cell at its left. flags: serial, date,
    formula (without a stored value), auto_number.
    """

    text: str = ""
    bold: bool = False
    above: bool = False
    left: bool = False
    flags: tuple[str, ...] = ()


@dataclass(slots=True)
class Paragraph:
    """Text outside tables. level: 1 to 9 for a heading, 0 otherwise; listed: an item of a list."""

    text: str
    level: int = 0
    bold: bool = False
    number: str = ""
    listed: bool = False


@dataclass(slots=True)
class Grid:
    """A table: rows of equal length; `sheet` names it for a person, `first_row` counts from 1."""

    rows: list[list[Cell]]
    sheet: str = ""
    first_row: int = 1
    row_numbers: list[int] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def number_of(self, index: int) -> int:
        """The row as a person counts it in the file."""
        return self.row_numbers[index] if self.row_numbers else self.first_row + index


@dataclass(slots=True)
class Contents:
    """A file as paragraphs and grids in their order, with codes of what a person should know."""

    blocks: list[Paragraph | Grid]
    notes: list[str] = field(default_factory=list)

    @property
    def grids(self) -> list[Grid]:
        return [block for block in self.blocks if isinstance(block, Grid)]

    @property
    def width(self) -> int:
        return max((grid.width for grid in self.grids), default=0)


class Layout:
    """Places cells with spans into a grid (HTML and DOCX give each merged cell once)."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self._hanging: dict[int, tuple[int, Cell]] = {}

    def add_row(self, cells: list[tuple[Cell, int, int]]) -> None:
        """Add a row of (cell, column span, row span)."""
        row: list[Cell] = []
        waiting = iter(cells)
        current = next(waiting, None)
        far = max(self._hanging, default=-1)
        while current is not None or len(row) <= far:
            if self._continue(row):
                continue
            if current is None:
                row.append(Cell())
                continue
            cell, columns, rows = current
            for offset in range(min(columns, MOST_COLUMNS - len(row))):
                placed = (
                    cell if offset == 0 else Cell(cell.text, cell.bold, left=True, flags=cell.flags)
                )
                if rows > 1:
                    self._hanging[len(row)] = (rows - 1, placed)
                row.append(placed)
            current = next(waiting, None)
        self.rows.append(row)
        check_size(len(self.rows), len(row))

    def _continue(self, row: list[Cell]) -> bool:
        """Put the continuation of a cell above into the next place, if one hangs there."""
        column = len(row)
        if column not in self._hanging:
            return False
        left_over, cell = self._hanging.pop(column)
        if left_over > 1:
            self._hanging[column] = (left_over - 1, cell)
        row.append(Cell(cell.text, cell.bold, above=True, left=cell.left, flags=cell.flags))
        return True

    def finished(self) -> list[list[Cell]]:
        """All rows, filled up to one width."""
        width = max(map(len, self.rows), default=0)
        check_size(len(self.rows), width)
        for row in self.rows:
            row.extend(Cell() for _ in range(width - len(row)))
        return self.rows
