"""Tables: which labels each cell stands under.

A table is read by its first row and the first column: what they say together with a cell is a claim. The row may name
whom and the column what, or the other way round; one of the two may be a time; where neither names anybody, a table of
two columns speaks of what stands around it. Some tables have no header: then the first row is one like the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claims.dataclasses import dataclass, field
from claims.reading.labelled.labels import Label, Labels
from claims.reading.parsing import Parsed


@dataclass(slots=True)
class Grid:
    """The cells of one table by row and column, and what their labels say."""

    cells: dict[int, dict[int, Parsed]] = field(default_factory=lambda: defaultdict(dict))

    @property
    def width(self) -> int:
        """How many columns it has."""
        return 1 + max(column for row in self.cells.values() for column in row)

    def labelled(self, labels: Labels) -> Iterator[tuple[Parsed, Label | None, Label | None]]:
        """The cells behind the first of each row, with what their row and their column say.

        Of a column whose header says nothing that is understood it is ``None``; so it is for all in a table of two
        columns without a header.
        """
        said = {at: labels.read(cell.items, cell.block.text) for at, cell in self._edges()}
        headers = self._headers(said)
        for row, cells in self.cells.items():
            if row == 0 and headers:
                continue
            named = next((at for at in cells if (label := said.get((row, at))) and label.entities), 0)
            for column, cell in cells.items():
                if column != named and (column > 0 or named > 0):
                    yield cell, said.get((row, named)), headers.get(column)

    def caption(self, labels: Labels) -> Label | None:
        """The first row, where it is one cell that names somebody."""
        first = self.cells.get(0, {})
        label = labels.read(first[0].items, first[0].block.text) if list(first) == [0] else None
        return label if label and label.entities else None

    def _edges(self) -> Iterator[tuple[tuple[int, int], Parsed]]:
        for row, cells in self.cells.items():
            for column, cell in cells.items():
                if row == 0 or column < 2 or cell.block.cell is None or cell.block.cell.header:
                    yield (row, column), cell

    def _headers(self, said: dict[tuple[int, int], Label | None]) -> dict[int, Label | None]:
        """What the columns are called; nothing where the first row is a row like the others."""
        first = self.cells.get(0, {})
        is_marked = any(cell.block.cell and cell.block.cell.header for column, cell in first.items() if column)
        others = [label for column in first if column and (label := said.get((0, column)))]
        is_spoken = any(label.entities or label.attributes for label in others) or len(others) > 1
        if not (is_marked or is_spoken):
            return {}
        return {column: said.get((0, column)) for column in first}


def grids(blocks: Iterable[Parsed]) -> dict[int, Grid]:
    """The tables of a document by their number; of several blocks in a cell the first counts."""
    found: dict[int, Grid] = defaultdict(Grid)
    for block in blocks:
        cell = block.block.cell
        if cell is not None:
            found[cell.table].cells[cell.row].setdefault(cell.column, block)
    return found
