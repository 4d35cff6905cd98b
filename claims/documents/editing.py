"""A source with stretches replaced, so that the reader of another format can read it, and the way back.

The edited source is kept as a block: its runs say where it stands in the source it was made of.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from claims.model.document import Block, BlockKind, Run
from claims.model.span import Span

Edit = tuple[int, int, str]
"""Start and end of a stretch of the source, and what stands there instead: of another length, since it is not
found there code point by code point."""


def edit(source: str, edits: Iterable[Edit]) -> Block:
    """The source with ``edits`` made, which are in order and do not overlap."""
    parts: list[str] = []
    runs: list[Run] = []
    length, position = 0, 0
    for start, end, text in (*edits, (len(source), len(source), "")):
        for piece, first, last in ((source[position:start], position, start), (text, start, end)):
            if piece:
                parts.append(piece)
                runs.append(Run(length, len(piece), first, last - first))
                length += len(piece)
        position = end
    return Block(BlockKind.PARAGRAPH, "".join(parts), tuple(runs))


def cut(source: str, stretches: Iterable[tuple[int, int]]) -> Block:
    """Stretches of the source, from start to end, one right after the other."""
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for start, end in stretches:
        if start < end:
            parts.append(source[start:end])
            runs.append(Run(length, end - start, start, end - start))
            length += end - start
    return Block(BlockKind.PARAGRAPH, "".join(parts), tuple(runs))


def translate(block: Block, edited: Block) -> Block:
    """A block read in an edited source, with its runs in the source that was edited."""
    runs = tuple(part for run in block.runs for part in _translate_run(run, edited))
    return Block(block.kind, block.text, runs, block.level, block.cell)


def _translate_run(run: Run, edited: Block) -> Iterator[Run]:
    if run.length != run.source_length:
        span = edited.to_source(Span(run.source, run.source + run.source_length))
        yield Run(run.start, run.length, span.start, span.end - span.start)
        return
    position, end = run.source, run.source + run.length
    index = bisect_right(edited.runs, position, key=lambda piece: piece.start) - 1
    while position < end:
        piece = edited.runs[index]
        last = min(end, piece.start + piece.length)
        span = edited.to_source(Span(position, last))
        yield Run(run.start + position - run.source, last - position, span.start, span.end - span.start)
        position = last
        index += 1
