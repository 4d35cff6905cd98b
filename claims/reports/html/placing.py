"""Where notes stand in the prose: from spans of the source to marks in the blocks that the page shows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.model.document import Block, Run
from claims.model.span import Span
from claims.reports.html.notes import Note


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block, and the notes on it: spans that overlap are one mark."""

    start: int
    end: int
    notes: tuple[Note, ...]

    @property
    def loudest(self) -> Note:
        """The note that decides how the mark looks and where it leads."""
        return min(self.notes, key=lambda note: note.loudness)


@dataclass(frozen=True, slots=True)
class Placed:
    """The marks of each block by its index, and the notes that stand in no block."""

    marks: dict[int, list[Mark]]
    elsewhere: list[Note]


def place(blocks: Sequence[Block], notes: Iterable[Note]) -> Placed:
    """Find the block and the stretch of it for every note."""
    runs = sorted(
        ((run.source, run, index) for index, block in enumerate(blocks) for run in block.runs), key=lambda it: it[0]
    )
    by_block: dict[int, list[Mark]] = {}
    elsewhere = []
    for note in notes:
        found = _find(runs, note.span) if note.span else None
        if found is None:
            elsewhere.append(note)
        else:
            index, span = found
            by_block.setdefault(index, []).append(Mark(span.start, span.end, (note,)))
    return Placed({index: _merged(marks) for index, marks in by_block.items()}, elsewhere)


_Runs = Sequence[tuple[int, Run, int]]


def _find(runs: _Runs, span: Span) -> tuple[int, Span] | None:
    """The block of a span of the source, and the span in it; of a span over two blocks its beginning."""
    first = _run_at(runs, span.start)
    if first is None:
        return None
    run, index = first
    start = _in_block(run, span.start)
    last = _run_at(runs, max(span.start, span.end - 1))
    if last is None or last[1] != index:
        return index, Span(start, max(start, run.start + run.length))
    end = _in_block(last[0], max(span.start, span.end - 1), after=True)
    return index, Span(start, max(start, end))


def _run_at(runs: _Runs, offset: int) -> tuple[Run, int] | None:
    position = bisect_right(runs, offset, key=lambda it: it[0]) - 1
    if position < 0:
        return None
    _, run, index = runs[position]
    return (run, index) if offset < run.source + run.source_length else None


def _in_block(run: Run, offset: int, *, after: bool = False) -> int:
    """The offset in the block of an offset in the source, or the one after; a run of another length is one whole."""
    if run.length == run.source_length:
        return run.start + offset - run.source + after
    return run.start + (run.length if after else 0)


def _merged(marks: list[Mark]) -> list[Mark]:
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda it: (it.start, it.end)):
        last = merged[-1] if merged else None
        if last and (mark.start < last.end or (mark.start, mark.end) == (last.start, last.end)):
            merged[-1] = Mark(last.start, max(last.end, mark.end), (*last.notes, *mark.notes))
        else:
            merged.append(mark)
    return merged
