r"""Where lines begin: after ``\n``, ``\r\n`` or a lone ``\r``, as in editors and in Markdown.

Other marks that Unicode counts as line ends (form feed, U+2028) do not end a line here, because no editor
numbers its lines by them.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

BYTE_ORDER_MARK = "\ufeff"

_END = re.compile(r"\r\n?|\n")


def line_starts(source: str) -> Sequence[int]:
    """The offset, in code points, of the first code point of every line, in an array: texts may be all lines.

    The first line begins behind a byte order mark, so that columns are those that editors show.
    """
    starts = array("Q", (1 if source.startswith(BYTE_ORDER_MARK) else 0,))
    if "\r" in source:
        starts.extend(end.end() for end in _END.finditer(source))
        return starts
    position = source.find("\n") + 1
    while position:
        starts.append(position)
        position = source.find("\n", position) + 1
    return starts


def line_spans(source: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Start and end of every line, its line end left out."""
    for start, end in pairwise(chain(starts, (len(source),))):
        yield start, _without_end(source, start, end)


def _without_end(source: str, start: int, end: int) -> int:
    if end > start and source[end - 1] == "\n":
        end -= 1
    if end > start and source[end - 1] == "\r":
        end -= 1
    return end
