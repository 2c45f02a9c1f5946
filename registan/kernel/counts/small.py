"""Small numbers: what would point at a few persons is not shown outside the sending State."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Cell = tuple[str, str, str]  # area, sex, age; empty: all of them


def is_small(value: int, below: int) -> bool:
    """Whether a figure is hidden by itself: above nought and below the threshold."""
    return 0 < value < below


def hidden_cells(cells: Mapping[Cell, int], below: int) -> set[Cell]:
    """Which figures of one State and period are hidden, so that none follows by subtraction.

    A small figure is hidden. Where the whole is shown, the hidden parts of it follow together as the
    whole minus the rest: so they have to be at least two, and at least `below` together. The next
    smallest part is hidden with them; where none is left, the whole. Repeated until nothing changes,
    for a figure may be part of one whole and whole of other parts.

    >>> kz = {("", "", ""): 51, ("KZ-1", "", ""): 2, ("KZ-2", "", ""): 9, ("KZ-3", "", ""): 40}
    >>> sorted(area for area, _, _ in hidden_cells(kz, below=5))
    ['KZ-1', 'KZ-2']
    >>> sorted(hidden_cells({("", "", ""): 7, ("", "f", ""): 7, ("", "m", ""): 0}, below=5))
    []
    """
    hidden = {cell for cell, value in cells.items() if is_small(value, below)}
    groups = list(_groups(cells))
    grew = bool(hidden)
    while grew:
        grew = any(_protect(whole, parts, cells, hidden, below) for whole, parts in groups)
    return hidden


def _groups(cells: Mapping[Cell, int]) -> Iterator[tuple[Cell, list[Cell]]]:
    """Each whole with the parts into which one dimension cuts it."""
    for whole in cells:
        for dimension in range(3):
            if whole[dimension]:
                continue
            parts = [
                cell for cell in cells
                if cell[dimension]
                and all(cell[other] == whole[other] for other in range(3) if other != dimension)
            ]  # fmt: skip
            if parts:
                yield whole, parts


def _protect(
    whole: Cell, parts: Sequence[Cell], cells: Mapping[Cell, int], hidden: set[Cell], below: int
) -> bool:
    """Hide one figure more where the hidden ones follow from the rest; whether it was needed."""
    secret = [cell for cell in parts if cell in hidden]
    if whole in hidden:
        # Were all its parts shown, they would add up to it.
        shown = [cell for cell in parts if cells[cell] > 0]
        if secret or not shown:
            return False
        hidden.add(min(shown, key=lambda cell: (cells[cell], cell)))
        return True
    if not secret:
        return False
    if len(secret) > 1 and sum(cells[cell] for cell in secret) >= below:
        return False
    rest = [cell for cell in parts if cell not in hidden and cells[cell] > 0]
    hidden.add(min(rest, key=lambda cell: (cells[cell], cell)) if rest else whole)
    return True


def joint_total(values: Sequence[int], below: int) -> int | None:
    """A sum, or None where it would tell a small one of its parts by subtraction.

    >>> joint_total([3, 50, 60], below=5), joint_total([3, 4, 60], below=5)
    (None, 67)
    """
    small = [value for value in values if is_small(value, below)]
    if len(small) == 1 or (small and sum(small) < below):
        return None
    return sum(values)
