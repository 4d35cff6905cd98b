"""From offsets back to places, for tools that count in other units than code points."""

from __future__ import annotations

from collections.abc import Iterable

from claims.dataclasses import dataclass
from claims.model.document import Document
from claims.model.report import ReportClaim


@dataclass(frozen=True, slots=True)
class Position:
    """A 1-based line and column; what the column counts is said where one is made."""

    line: int
    column: int


def shown_span(document: Document, claim: ReportClaim) -> tuple[int, int] | None:
    """Start and end, in code points of the source, of the place that outputs show for a claim."""
    if None in (claim.line, claim.column, claim.end_line, claim.end_column):
        return None
    return (
        _offset(document, claim.line or 1, claim.column or 1),
        _offset(document, claim.end_line or 1, claim.end_column or 1),
    )


def _offset(document: Document, line: int, column: int) -> int:
    starts = document.line_starts
    return min(starts[min(line, len(starts)) - 1] + column - 1, len(document.source))


def in_bytes(document: Document, offsets: Iterable[int]) -> dict[int, Position]:
    """Where offsets stand, with columns in bytes of UTF-8.

    All are found in one pass, since a long line with many findings would be encoded once for each otherwise. A byte
    order mark counts: it is in the line that tools see.
    """
    lines = {offset: document.line_column(offset)[0] for offset in offsets}
    begins = {line: document.line_starts[line - 1] if line > 1 else 0 for line in lines.values()}
    before = _bytes_before(document.source, {*lines, *begins.values()})
    return {offset: Position(line, before[offset] - before[begins[line]] + 1) for offset, line in lines.items()}


def _bytes_before(source: str, offsets: Iterable[int]) -> dict[int, int]:
    found, last, total = {}, 0, 0
    for offset in sorted(offsets):
        total += len(source[last:offset].encode("utf-8", "surrogatepass"))
        found[offset] = total
        last = offset
    return found
