r"""Plain text: paragraphs between blank lines, list items, and a title.

- A blank line, or a line of rules (``====``, ``* * *``), ends a paragraph.
- ``-``, ``*`` or a bullet at the start of a line begins an item; so does a number with ``.`` or ``)`` at the
  start of a paragraph or behind another item (elsewhere a line may just begin with "37."). The mark itself is
  no prose.
- The first paragraph is the title if it is one short line that ends like no sentence, and more follows.

A paragraph is one run of the source as it stands, unless its lines are indented or end in ``\r\n``: then each
line is a run, and the line ends between are ``\n``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.documents.building import BlockBuilder, slice_block
from claims.documents.lines import line_spans, line_starts
from claims.documents.metadata import Parsed
from claims.model.document import Block, BlockKind

_RULES = frozenset("=-_*~#")
_BULLET = re.compile(r"[ \t]*[-*+\u2022\u25aa\u2023\u2013][ \t]+(?=\S)")
_NUMBERED = re.compile(r"[ \t]*(?:\d{1,3}|[a-z])[.)][ \t]+(?=\S)", re.ASCII)
_UNEVEN = re.compile(r"\r|[ \t]\n|\n[ \t]")
_LONGEST_TITLE = 120
_STOPS = (".", "!", "?", "…", ":", ";", ",")

_Lines = list[tuple[int, int]]


def parse(source: str) -> Parsed:
    """The blocks of a plain text; it says nothing about itself."""
    blocks = []
    for kind, lines in _groups(source):
        block = _block(source, kind, lines)
        if block is not None:
            blocks.append(block)
    if len(blocks) > 1 and _is_title(blocks[0], blocks[1], source):
        first = blocks[0]
        blocks[0] = Block(BlockKind.TITLE, first.text, first.runs)
    return Parsed(source, tuple(blocks))


def _groups(source: str) -> Iterator[tuple[BlockKind, _Lines]]:
    """The lines of each paragraph and item, the marks of items left out."""
    lines: _Lines = []
    kind = BlockKind.PARAGRAPH
    for start, end in line_spans(source, line_starts(source)):
        is_break = _is_break(source, start, end)
        mark = None if is_break else _BULLET.match(source, start, end)
        if mark is None and not is_break and (not lines or kind is BlockKind.ITEM):
            mark = _NUMBERED.match(source, start, end)
        if lines and (is_break or mark):
            yield kind, lines
            lines = []
        if is_break or not lines:
            kind = BlockKind.ITEM if mark else BlockKind.PARAGRAPH
        if not is_break:
            lines.append((mark.end() if mark else start, end))
    if lines:
        yield kind, lines


def _is_break(source: str, start: int, end: int) -> bool:
    line = source[start:end].strip()
    if not line or line[0] not in _RULES:
        return not line
    marks = "".join(line.split())
    return len(marks) > 2 and marks.count(marks[0]) == len(marks)


def _block(source: str, kind: BlockKind, lines: _Lines) -> Block | None:
    start, end = _trim(source, lines[0][0], lines[-1][1])
    if not _UNEVEN.search(source, start, end):
        return slice_block(source, start, end, kind)
    builder = BlockBuilder()
    previous = 0
    for line in lines:
        first, last = _trim(source, *line)
        if previous:
            builder.add("\n", previous, first - previous)
        builder.add(source[first:last], first, last - first)
        previous = last
    return builder.take(kind)


def _trim(source: str, start: int, end: int) -> tuple[int, int]:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end


def _is_title(first: Block, second: Block, source: str) -> bool:
    between = source[first.runs[-1].source + first.runs[-1].source_length : second.runs[0].source]
    return (
        first.kind is BlockKind.PARAGRAPH
        and "\n" not in first.text
        and len(first.text) <= _LONGEST_TITLE
        and not first.text.rstrip("\"'»”’)").endswith(_STOPS)
        and len(line_starts(between)) > 2
    )
