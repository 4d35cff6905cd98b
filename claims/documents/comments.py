"""Comments of a text that are addressed to this program: those that begin with ``claims-``.

HTML and Markdown have ``<!-- ... -->``, MDX ``{/* ... */}``; plain text and Word documents have no comments that
their readers would not see.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.model.document import Comment
from claims.model.span import Span

ADDRESS = "claims-"
_LONGEST = 1000  # one that is never closed goes to the end of its text
_MARKS = ("{/*", "*/}"), ("<!--", "-->")


def comment_at(source: str, start: int, end: int) -> Iterator[Comment]:
    """The comment at a stretch of the source that is one with its marks, if it is addressed to this program."""
    for opening, closing in _MARKS:
        if source.startswith(opening, start):
            last = end - len(closing) if source.endswith(closing, start + len(opening), end) else end
            words = " ".join(source[start + len(opening) : min(last, start + _LONGEST)].split())
            if words.startswith(ADDRESS):
                yield Comment(Span(start, end), words)
