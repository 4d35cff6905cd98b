"""What the elements of a Word document mean: paragraphs with their styles, runs of text, tables."""

from __future__ import annotations

from itertools import pairwise

from claims.dataclasses import dataclass, field
from claims.documents.building import OBJECT
from claims.documents.docx_xml import Attributes
from claims.documents.html import is_note
from claims.documents.metadata import Parsed
from claims.model.document import Block, BlockKind, Cell, Run

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": OBJECT}
_LEFT_OUT = frozenset({"del", "moveFrom", "rt", "Fallback", "pPrChange", "rPrChange"})
_DRAWN = frozenset({"drawing", "pict", "object", "oMath"})
_LEVELS = tuple("123456")
_LONGEST_CHAIN = 10
_WITHDRAWING = frozenset({"vanish", "strike", "dstrike"})


def _is_on(attributes: Attributes) -> bool:
    return attributes.get("val", "1") not in ("0", "false", "off")


@dataclass(slots=True)
class Styles:
    """What the styles of paragraphs mean, by their id; most are based on another."""

    names: dict[str, str] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    current: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Notice a style, its name and what it is based on."""
        if name == "style":
            self.current = attributes.get("styleId", "")
        elif name == "name":
            self.names.setdefault(self.current, attributes.get("val", "").lower())
        elif name == "basedOn":
            self.bases.setdefault(self.current, attributes.get("val", ""))

    def end(self, name: str) -> None:
        """Names outside styles belong to none."""
        if name == "style":
            self.current = ""

    def kind(self, style: str) -> tuple[BlockKind, int]:
        """The kind of a paragraph in that style, and its level as a heading."""
        for _ in range(_LONGEST_CHAIN):
            name = self.names.get(style, style.lower())
            if name == "title":
                return BlockKind.TITLE, 0
            if name.startswith("heading ") and name[8:] in _LEVELS:
                return BlockKind.HEADING, int(name[8:])
            if name.startswith("list"):
                return BlockKind.ITEM, 0
            style = self.bases.get(style, "")
        return BlockKind.PARAGRAPH, 0


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The texts of the runs of a paragraph, and what it is."""

    runs: tuple[str, ...]
    kind: BlockKind
    level: int
    cell: Cell | None

    def at(self, source: int) -> Block:
        """Its block, whose runs are those of Word, where its text begins at that place in the source."""
        runs, start = [], 0
        for text in self.runs:
            runs.append(Run(start, len(text), source + start, len(text)))
            start += len(text)
        return Block(self.kind, "".join(self.runs), tuple(runs), self.level, self.cell)


@dataclass(slots=True)
class _Table:
    index: int
    row: int = -1
    column: int = -1
    width: int = 1
    header: bool = False


@dataclass(slots=True)
class Body:
    """Makes the source and the blocks. ``skipped`` counts the open elements within one that is passed over."""

    styles: Styles
    blocks: list[_Paragraph] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    run_starts: list[int] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    table_count: int = 0
    skipped: int = 0
    style: str = ""
    is_item: bool = False
    in_run: bool = False
    in_text: bool = False
    is_withdrawn: bool = False
    is_raised: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Enter an element."""
        if self.skipped or name in _LEFT_OUT or name in _DRAWN:
            if name in _DRAWN and not self.skipped:
                self._add(OBJECT)
            self.skipped += 1
        elif name == "p":
            self.parts, self.run_starts, self.style, self.is_item = [], [], "", False
        elif name == "r":
            self.in_run, self.is_withdrawn, self.is_raised = True, False, False
            self.run_starts.append(len(self.parts))
        elif name == "t":
            self.in_text = True
        elif name == "tbl":
            self.tables.append(_Table(self.table_count))
            self.table_count += 1
        elif self.in_run:
            self._start_in_run(name, attributes)
        else:
            self._start_around(name, attributes)

    def _start_in_run(self, name: str, attributes: Attributes) -> None:
        if name in _SIGNS:
            self._add(_SIGNS[name])
        elif name in _WITHDRAWING:
            self.is_withdrawn = self.is_withdrawn or _is_on(attributes)
        elif name == "vertAlign":
            self.is_raised = attributes.get("val") == "superscript"

    def _start_around(self, name: str, attributes: Attributes) -> None:
        if name == "pStyle":
            self.style = attributes.get("val", "")
        elif name == "numId":
            self.is_item = attributes.get("val") != "0"
        elif self.tables:
            self._start_in_table(self.tables[-1], name, attributes)

    @staticmethod
    def _start_in_table(table: _Table, name: str, attributes: Attributes) -> None:
        if name == "tr":
            table.row, table.column, table.width, table.header = table.row + 1, -1, 1, False
        elif name == "tblHeader":
            table.header = _is_on(attributes)
        elif name == "tc":
            table.column, table.width = table.column + table.width, 1
        elif name == "gridSpan":
            width = attributes.get("val", "")
            table.width = int(width) if width.isascii() and width.isdecimal() and len(width) < 4 else 1

    def end(self, name: str) -> None:
        """Leave an element."""
        if self.skipped:
            self.skipped -= 1
        elif name == "t":
            self.in_text = False
        elif name == "r":
            self.in_run = False
        elif name == "p":
            self._end_paragraph()
        elif name == "tbl":
            self.tables.pop()

    def text(self, text: str) -> None:
        """Text counts where it is the text of a run."""
        if self.in_text and not self.skipped:
            self._add(text)

    def _add(self, text: str) -> None:
        if self.is_withdrawn:
            return
        before = self.parts[-1][-4:] if self.parts else ""
        self.parts.append(OBJECT if self.is_raised and is_note(before, text + "<") else text)

    def _end_paragraph(self) -> None:
        ends = (0, *self.run_starts, len(self.parts))
        runs = _trimmed(["".join(self.parts[first:last]) for first, last in pairwise(ends)])
        self.parts, self.run_starts = [], []
        kind, level = self.styles.kind(self.style)
        cell = None
        if self.is_item and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.ITEM
        if self.tables:
            table = self.tables[-1]
            kind, level = BlockKind.CELL, 0
            cell = Cell(table.index, max(table.row, 0), max(table.column, 0), table.header)
        self.blocks.append(_Paragraph(tuple(runs), kind, level, cell))

    def parsed(self) -> Parsed:
        """The paragraphs joined, and the blocks that they are."""
        parts: list[str] = []
        blocks: list[Block] = []
        start = 0
        for paragraph in self.blocks:
            if not paragraph.runs:
                continue
            block = paragraph.at(start)
            if block.text.strip(OBJECT):
                blocks.append(block)
            parts += (block.text, "\n")
            start += len(block.text) + 1
        return Parsed("".join(parts), tuple(blocks))


def _trimmed(runs: list[str]) -> list[str]:
    """The texts of runs without the white space at the beginning of the first and the end of the last."""
    text = "".join(runs)
    begin, end, position = len(text) - len(text.lstrip()), len(text.rstrip()), 0
    trimmed = []
    for run in runs:
        trimmed.append(run[max(0, begin - position) : max(0, end - position)])
        position += len(run)
    return [run for run in trimmed if run]
