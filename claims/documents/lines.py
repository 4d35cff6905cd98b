r"""Where lines begin: after ``\n``, ``\r\n`` or a lone ``\r``, as in editors and in Markdown.

Other marks that Unicode counts as line ends (form feed, U+2028) do not end a line here, because no editor
numbers its lines by them.
"""

from __future__ import annotations

import re
from itertools import accumulate

BYTE_ORDER_MARK = "\ufeff"

_END = re.compile(r"\r\n?|\n")


def line_starts(source: str) -> tuple[int, ...]:
    """The offset, in code points, of the first code point of every line.

    The first line begins behind a byte order mark, so that columns are those that editors show.
    """
    first = 1 if source.startswith(BYTE_ORDER_MARK) else 0
    if "\r" in source:
        return (first, *(end.end() for end in _END.finditer(source)))
    starts = list(accumulate((len(line) + 1 for line in source.split("\n")), initial=0))
    starts[0] = first
    return tuple(starts[:-1])


def line_spans(source: str, starts: tuple[int, ...]) -> list[tuple[int, int]]:
    """Start and end of every line, its line end left out."""
    ends = [*starts[1:], len(source)]
    return [(start, _without_end(source, start, end)) for start, end in zip(starts, ends, strict=True)]


def _without_end(source: str, start: int, end: int) -> int:
    if end > start and source[end - 1] == "\n":
        end -= 1
    if end > start and source[end - 1] == "\r":
        end -= 1
    return end
