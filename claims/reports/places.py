"""From offsets to what a person sees: lines, columns, and a piece of the line to show.

An excerpt is a bounded piece of its line: a report on a text of one enormous line must not hold that line once for
every claim.
"""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.model.document import Document
from claims.model.span import Span

_REACH = 200


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A span as 1-based lines and columns (code points; the end is that of the first code point after it).

    ``None`` is what is not known of a place that is in no text.
    """

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    excerpt: str | None = None
    excerpt_column: int = 1


NOWHERE = TextPlace()


def locate(document: Document, span: Span) -> TextPlace:
    """Where a span of the source stands, with its line up to 200 code points to either side."""
    line, column = document.line_column(span.start)
    end_line, end_column = document.line_column(span.end)
    first = document.line_starts[line - 1]
    last = document.line_starts[line] if line < len(document.line_starts) else len(document.source)
    start = max(first, span.start - _REACH)
    end = min(last, max(span.start, min(span.end, last)) + _REACH)
    excerpt = document.source[start:end].rstrip("\r\n")
    return TextPlace(line, column, end_line, end_column, excerpt, start - first + 1)
