"""A text, its prose, and where each piece of prose stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from operator import attrgetter

from claims.dataclasses import dataclass, field
from claims.model.dates import PartialDate
from claims.model.fact import Where
from claims.model.span import Span

_START, _SOURCE = attrgetter("start"), attrgetter("source")


class BlockKind(StrEnum):
    """What a run of prose is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` code points of a block from ``start`` on, which stand at ``source`` for ``source_length``.

    The two lengths differ only where the source spells one thing with another number of code points
    (``&nbsp;``): such a run is mapped as a whole.
    """

    start: int
    length: int
    source: int
    source_length: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table's cell stands, all counted from 0: the table in its document, the row and the column.

    ``header`` marks a cell that names its column (or, in HTML, its row); Markdown has them in row 0.
    """

    table: int
    row: int
    column: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    r"""A run of prose as a reader sees it: markup gone, entities decoded, line ends kept as ``\n``.

    ``runs`` are in the order of the block and cover it. ``level`` is that of a heading (1-6), else 0.
    ``cell`` is set for cells of tables only.
    """

    kind: BlockKind
    text: str
    runs: tuple[Run, ...]
    level: int = 0
    cell: Cell | None = None

    def to_source(self, span: Span) -> Span:
        """The stretch of the source from the first to the last code point of ``span``, markup between included."""
        if len(self.runs) == 1 and (run := self.runs[0]).length == run.source_length:
            return Span(span.start + run.source - run.start, span.end + run.source - run.start)
        first = self._run_at(span.start)
        last = self._run_at(max(span.start, span.end - 1))
        start = first.source + (span.start - first.start if first.length == first.source_length else 0)
        if span.end == span.start:
            return Span(start, start)
        if last.length == last.source_length:
            return Span(start, last.source + span.end - last.start)
        return Span(start, last.source + last.source_length)

    def from_source(self, span: Span) -> Span | None:
        """The code points of the block that stand at a stretch of the source; ``None`` where its ends are no prose.

        A run of another length in the source counts as a whole.
        """
        first, last = self._run_in_source(span.start), self._run_in_source(max(span.start, span.end - 1))
        if first is None or last is None:
            return None
        start = first.start + (span.start - first.source if first.length == first.source_length else 0)
        if last.length != last.source_length:
            return Span(start, last.start + last.length)
        return Span(start, max(start, last.start + span.end - last.source))

    def is_verbatim(self, span: Span) -> bool:
        """Whether the span lies inside one run, which stands in the source letter by letter: it can be replaced."""
        run = self._run_at(span.start)
        return run.length == run.source_length and span.end <= run.start + run.length

    def _run_in_source(self, offset: int) -> Run | None:
        index = bisect_right(self.runs, offset, key=_SOURCE) - 1
        run = self.runs[max(index, 0)]
        return run if run.source <= offset < run.source + run.source_length else None

    def _run_at(self, offset: int) -> Run:
        if len(self.runs) == 1:
            return self.runs[0]
        index = bisect_right(self.runs, offset, key=_START) - 1
        return self.runs[max(index, 0)]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of a text that is addressed to this program: where it stands, marks included, and its words.

    The words are on one line, and cut off where they are far too long.
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of it. ``source`` is the decoded text, markup included.

    ``id`` is the record's id or the path; ``date`` when it was published; ``about`` the entities (by id) it
    speaks of; ``where`` the qualifiers it speaks within. ``comments`` are those that begin with
    ``claims-``, in the order of the source. One that ``is_skimmed`` names nothing that the facts know, and was not
    read: its blocks are empty.
    """

    id: str
    source: str
    blocks: tuple[Block, ...]
    language: str
    path: str | None = None
    date: PartialDate | None = None
    about: tuple[str, ...] = ()
    where: Where = ()
    judge_at: PartialDate | None = None
    judge_latest: bool = False
    comments: tuple[Comment, ...] = ()
    line_starts: Sequence[int] = field(default=(0,), repr=False, compare=False)
    is_skimmed: bool = False

    def line_column(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column, in code points, of an offset in the source.

        A byte order mark is in front of the first line and has the place of its first code point.
        """
        line = max(1, bisect_right(self.line_starts, offset))
        return line, max(1, offset - self.line_starts[line - 1] + 1)

    def find(self, span: Span) -> tuple[int, Span] | None:
        """The index of the block in which a stretch of the source begins, and the span in it; ``None`` for no prose.

        Of a stretch that goes on in another block, it is what stands in the first.
        """
        index = bisect_right(self.blocks, span.start, key=lambda block: block.runs[0].source) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        end = block.runs[-1].source + block.runs[-1].source_length
        found = block.from_source(Span(span.start, min(span.end, end)))
        return None if found is None else (index, found)

    def prose(self, span: Span) -> str:
        """A stretch of the source as it reads, without markup; as it is written where it is no prose of one block."""
        found = self.find(span)
        if found is not None:
            index, within = found
            block = self.blocks[index]
            if span.end <= block.runs[-1].source + block.runs[-1].source_length:
                return block.text[within.start : within.end]
        return self.source[span.start : span.end]

    def is_verbatim(self, span: Span) -> bool:
        """Whether a stretch of the source is prose letter by letter, in one piece: other words can take its place."""
        found = self.find(span)
        if found is None:
            return False
        block, within = self.blocks[found[0]], found[1]
        return block.is_verbatim(within) and block.text[within.start : within.end] == self.source[span.start : span.end]

    def line_text(self, line: int) -> str:
        """The text of a 1-based line, without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.source)
        return self.source[start:end].rstrip("\r\n")
