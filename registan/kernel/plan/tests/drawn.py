"""Tables drawn as text: "<" is merged with the cell at its left, "^" with the cell above."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from registan.kernel.plan.tests import made
from registan.kernel.plan.tests.made import brief, read

LEFT, ABOVE = "<", "^"


@dataclass(frozen=True)
class Drawn:
    """A table, the lines above it, and what is expected of it.

    A line of expectations: number | text | days | recurrence | names ("+" leads, "~" supports); the
    section stands in brackets before the lines it governs.
    """

    name: str
    above: tuple[str, ...]
    rows: str
    expected: str
    forms: tuple[str, ...] = ("docx", "xlsx", "html")

    @property
    def cells(self) -> list[list[str]]:
        return [
            [cell.strip().replace("⏎", "\n") for cell in line.split("|")]
            for line in self.rows.strip().splitlines()
        ]

    def file(self, form: str) -> bytes:
        """The table as a file of one form."""
        if form == "html":
            return _html(self.cells, self.above)
        plain = [["" if text in {LEFT, ABOVE} else text for text in row] for row in self.cells]
        if form == "csv":
            return made.as_csv(plain, above=self.above)
        maker = made.docx if form == "docx" else made.xlsx
        return maker(plain, above=self.above, merges=_merges(self.cells))

    def wanted(self) -> list[tuple[str, ...]]:
        section, rows = "", []
        for line in self.expected.strip().splitlines():
            if line.startswith("["):
                section = line.strip("[]")
                continue
            rows.append((section, *(cell.strip() for cell in line.split("|"))))
        return rows

    def given(self, form: str) -> list[tuple[str, ...]]:
        reading = read(self.file(form), f"plan.{form}")
        return [(row.section, *brief(row)) for row in reading.rows]


def forms_of(tables: tuple[Drawn, ...]) -> list[tuple[Drawn, str]]:
    return [(table, form) for table in tables for form in table.forms]


def name_of(value: object) -> str:
    return value.name if isinstance(value, Drawn) else str(value)


def _merges(cells: list[list[str]]) -> list[made.Merge]:
    return [
        (top, left, top + down - 1, left + over - 1)
        for top, row in enumerate(cells)
        for left, text in enumerate(row)
        if text not in {LEFT, ABOVE}
        for over, down in [_spans(cells, top, left)]
        if over > 1 or down > 1
    ]


def _spans(cells: list[list[str]], top: int, left: int) -> tuple[int, int]:
    over = down = 1
    while left + over < len(cells[top]) and cells[top][left + over] == LEFT:
        over += 1
    while top + down < len(cells) and cells[top + down][left] == ABOVE:
        down += 1
    return over, down


def _html(cells: list[list[str]], above: tuple[str, ...]) -> bytes:
    lines = "".join(f"<p>{escape(line)}</p>" for line in above)
    rows = []
    for top, row in enumerate(cells):
        drawn = []
        for left, text in enumerate(row):
            if text not in {LEFT, ABOVE}:
                over, down = _spans(cells, top, left)
                shown = escape(text).replace("\n", "<br>")
                drawn.append(f'<td colspan="{over}" rowspan="{down}">{shown}</td>')
        rows.append(f"<tr>{''.join(drawn)}</tr>")
    return f"<meta charset=utf-8>{lines}<table>{''.join(rows)}</table>".encode()
