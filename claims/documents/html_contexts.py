"""Which open elements of HTML make text a heading, an item or a cell.

Many end tags may be left out: an item ends where the next begins, a cell with its row. An end tag without its
start tag ends nothing. Every element is entered and left once, so the cost is that of one pass.
"""

from __future__ import annotations

from collections import Counter

from claims.dataclasses import dataclass
from claims.documents.html_tokens import Tag
from claims.model.document import BlockKind, Cell

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ITEMS = frozenset({"li", "dt", "dd"})
_LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
_CELLS = frozenset({"td", "th"})
_AROUND_CELLS = frozenset({"table"})
_AROUND_ITEMS = _LISTS | _CELLS | _AROUND_CELLS


@dataclass(frozen=True, slots=True)
class Context:
    """An open element that decides what the text in it is."""

    name: str
    kind: BlockKind
    level: int = 0
    cell: Cell | None = None


_PAGE = Context("", BlockKind.PARAGRAPH)


@dataclass(slots=True)
class _Table:
    """How far a table has been read."""

    index: int
    row: int = -1
    column: int = -1


class Contexts:
    """The open elements that matter, by the rules for end tags that may be left out."""

    def __init__(self, tables: int) -> None:
        self._stack: list[Context] = []
        self._names: Counter[str] = Counter()
        self._tables: list[_Table] = []
        self.tables = tables

    def current(self) -> Context:
        """The innermost one."""
        return self._stack[-1] if self._stack else _PAGE

    def open(self, tag: Tag) -> None:
        """Enter an element, leaving those that it ends."""
        name = tag.name
        if name in _ITEMS:
            self._leave_until(_AROUND_ITEMS)
            self._push(Context(name, BlockKind.ITEM))
        elif name in _HEADINGS:
            self._push(Context(name, BlockKind.HEADING, _HEADINGS[name]))
        elif name in _LISTS:
            self._push(Context(name, BlockKind.PARAGRAPH))
        elif name == "table":
            self._push(Context(name, BlockKind.PARAGRAPH))
            self._tables.append(_Table(self.tables))
            self.tables += 1
        elif self._tables and (name == "tr" or name in _CELLS):
            self._leave_until(_AROUND_CELLS)
            self._open_cell(tag)

    def _open_cell(self, tag: Tag) -> None:
        table = self._tables[-1]
        if tag.name == "tr":
            table.row, table.column = table.row + 1, -1
            return
        table.column += 1
        cell = Cell(table.index, max(table.row, 0), table.column, tag.name == "th")
        self._push(Context(tag.name, BlockKind.CELL, cell=cell))
        table.column += _columns(tag) - 1

    def close(self, name: str) -> None:
        """Leave an element and all that are still open in it; nothing if it is not open."""
        if not self._names[name]:
            return
        while self._pop().name != name:
            pass

    def _leave_until(self, names: frozenset[str]) -> None:
        while self._stack and self._stack[-1].name not in names:
            self._pop()

    def _push(self, context: Context) -> None:
        self._stack.append(context)
        self._names[context.name] += 1

    def _pop(self) -> Context:
        context = self._stack.pop()
        self._names[context.name] -= 1
        if context.name == "table":
            self._tables.pop()
        return context


def _columns(tag: Tag) -> int:
    written = tag.attributes.get("colspan", "")
    return max(1, int(written)) if written.isascii() and written.isdecimal() and len(written) < 4 else 1
