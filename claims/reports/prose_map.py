"""From spans of the source back to the prose they stand in: the words as they read, without markup."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claims.dataclasses import dataclass
from claims.model.document import Block, Run
from claims.model.report import DocumentReport, ReportClaim
from claims.model.span import Span


@dataclass(frozen=True, slots=True)
class ProseMap:
    """The runs of all blocks, each with the index of its block, by where they stand in the source."""

    blocks: Sequence[Block]
    runs: tuple[tuple[Run, int], ...]

    @classmethod
    def of(cls, document: DocumentReport) -> ProseMap:
        """The map of a document; an empty one for what has no text."""
        blocks = document.text.blocks if document.text else ()
        runs = [(run, index) for index, block in enumerate(blocks) for run in block.runs]
        return cls(blocks, tuple(sorted(runs, key=lambda it: it[0].source)))

    def find(self, span: Span) -> tuple[int, Span] | None:
        """The block of a span of the source, and the span in it; of a span over two blocks its beginning."""
        first = self._run_at(span.start)
        if first is None:
            return None
        run, index = first
        start = _in_block(run, span.start)
        last = self._run_at(max(span.start, span.end - 1))
        if last is None or last[1] != index:
            return index, Span(start, max(start, run.start + run.length))
        return index, Span(start, max(start, _in_block(last[0], max(span.start, span.end - 1), after=True)))

    def quote(self, claim: ReportClaim) -> str | None:
        """What a claim quotes, as it reads and on one line; ``None`` for a structured claim."""
        if claim.quote is None:
            return None
        within = None if claim.start is None or claim.end is None else self._within(Span(claim.start, claim.end))
        return " ".join((within or claim.quote).split())

    def _within(self, span: Span) -> str | None:
        """The words of a span that does not leave its block."""
        found, last = self.find(span), self._run_at(max(span.start, span.end - 1))
        if found is None or last is None or found[0] != last[1]:
            return None
        return self.blocks[found[0]].text[found[1].start : found[1].end]

    def _run_at(self, offset: int) -> tuple[Run, int] | None:
        position = bisect_right(self.runs, offset, key=lambda it: it[0].source) - 1
        if position < 0:
            return None
        run, index = self.runs[position]
        return (run, index) if offset < run.source + run.source_length else None


def _in_block(run: Run, offset: int, *, after: bool = False) -> int:
    """The offset in the block of an offset in the source, or the one after; a run of another length is one whole."""
    if run.length == run.source_length:
        return run.start + offset - run.source + after
    return run.start + (run.length if after else 0)
