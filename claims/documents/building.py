"""From pieces of prose, each with its place in the source, to a block.

A reader of a format adds what it finds, in the order of the source; pieces that are neighbours in the source
as well become one run, so that plain stretches stay replaceable in one go.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from claims.model.document import Block, BlockKind, Cell, Run

OBJECT = "\ufffc"
"""What stands in a block for a thing that is no prose (a code span, a picture, a bare address): words keep apart."""

_EMPTY = f" \t\r\n{OBJECT}"


class BlockBuilder:
    """Collects the pieces of one block after the other. Source offsets are code points.

    ``_runs`` are four numbers each, those of :class:`~claims.model.document.Run`; as objects they would take more room
    than the blocks. ``_next`` is where a piece must stand to make the last run longer; -1 where none can.
    """

    __slots__ = ("_length", "_next", "_parts", "_runs")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs = array("q")
        self._length = 0
        self._next = -1

    def add(self, text: str, source: int, source_length: int) -> None:
        """Append ``text``, which stands at ``source``; of equal length means: code point by code point."""
        length = len(text)
        self._parts.append(text)
        if length == source_length and source == self._next:
            self._runs[-3] = self._runs[-1] = source + length - self._runs[-2]
        else:
            self._runs.extend((self._length, length, source, source_length))
        self._next = source + length if length == source_length else -1
        self._length += length

    def add_all(self, pieces: Iterable[tuple[str, int, int]]) -> None:
        """Append pieces, of which some may be empty."""
        for text, source, source_length in pieces:
            if text:
                self.add(text, source, source_length)

    def ends_in_space(self) -> bool:
        """Whether nothing was added yet, or the last code point is white space."""
        return not self._parts or self._parts[-1][-1].isspace()

    def tail(self) -> str:
        """The last few code points that were added."""
        return self._parts[-1][-4:] if self._parts else ""

    def take(self, kind: BlockKind, level: int = 0, cell: Cell | None = None) -> Block | None:
        """The block made of the pieces so far, and begin the next; ``None`` where nothing readable was added."""
        if not self._parts:
            return None
        text, numbers = "".join(self._parts), iter(self._runs)
        self._parts, self._runs, self._length, self._next = [], array("q"), 0, -1
        if not text.strip(_EMPTY):
            return None
        return Block(kind, text, tuple(map(Run, numbers, numbers, numbers, numbers)), level, cell)


def slice_block(source: str, start: int, end: int, kind: BlockKind, level: int = 0, cell: Cell | None = None) -> Block:
    """The block that is a stretch of the source as it stands: one run."""
    return Block(kind, source[start:end], (Run(0, end - start, start, end - start),), level, cell)
