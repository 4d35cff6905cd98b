r"""The strings of a YAML file, each with its path and its place.

The five ways to write a string are read for their places: plain and quoted ones fold their lines, ``|`` and ``>`` are
indented. A line end is ``\n`` whatever the file makes of it, so that paragraphs stay paragraphs. A plain scalar
without two letters side by side is taken for a number or a date. Where a string is written in a way that is not
followed here, it is mapped as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.documents.building import BlockBuilder
from claims.documents.lines import BYTE_ORDER_MARK
from claims.documents.strings import String
from claims.errors import InputError, Problem
from claims.model.document import Block, BlockKind

if TYPE_CHECKING:
    import yaml

_DEEPEST = 64
_WORD = re.compile(r"[^\W\d_]{2}")
_BREAK = re.compile(r"\r\n?|\n")
_IN_SINGLE = re.compile(r"''|\r\n?|\n")
_IN_DOUBLE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n?|(?s:.))|\r\n?|\n")
_PROPERTY = re.compile(r"[&!]\S*\s*")
_SPACE = " \t"
_SIGNS = {"a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0"}
_SIGNS |= {"N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029", "\t": "\t", "\n": "", "\r": ""}


def strings(source: str, path: str) -> Iterator[String]:
    """The strings that are values, in their order. Raises ``InputError`` for what is no YAML."""
    import yaml

    base = 1 if source.startswith(BYTE_ORDER_MARK) else 0
    try:
        for keys, event in _scalars(yaml.parse(source[base:], Loader=yaml.CSafeLoader), path):
            if (event.style or _WORD.search(event.value)) and (text := _text(source, base, event)):
                yield String(keys, text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = f"not YAML: {getattr(error, 'problem', None) or error}"
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise InputError(Problem(path, line, column, message, "mend the file")) from error


def _scalars(events: Iterator[yaml.Event], path: str) -> Iterator[tuple[tuple[str, ...], yaml.ScalarEvent]]:
    """The scalars that are values, with their keys; on events, since building a tree of them recurses."""
    import yaml

    open_: list[str | int | None] = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            open_.pop()
            _step(open_)
        elif isinstance(event, yaml.ScalarEvent) and open_ and open_[-1] is None:
            open_[-1] = event.value
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(open_) == _DEEPEST:
                raise InputError(Problem(path, None, None, "not read: nested too deeply", "take it apart"))
            open_.append(None if isinstance(event, yaml.MappingStartEvent) else 0)
        elif isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.ScalarEvent):
                yield tuple(map(str, open_)), event
            _step(open_)


def _step(open_: list[str | int | None]) -> None:
    """Go on in the innermost collection: behind a value to the next key or place, behind a key to its value."""
    if open_:
        last = open_[-1]
        open_[-1] = last + 1 if isinstance(last, int) else "" if last is None else None


def _text(source: str, base: int, event: yaml.ScalarEvent) -> Block | None:
    start, end = (base + (mark.index if mark else 0) for mark in (event.start_mark, event.end_mark))
    start = _behind_properties(source, start, end, event)
    builder = BlockBuilder()
    builder.add_all(_pieces(source, start, end, event.style))
    block = builder.take(BlockKind.PARAGRAPH)
    if block is not None and block.text.split() == event.value.split():
        return block
    builder.add(event.value, start, end - start)
    return builder.take(BlockKind.PARAGRAPH) if len(event.value) != end - start else None


def _behind_properties(source: str, start: int, end: int, event: yaml.ScalarEvent) -> int:
    """Behind the anchor and the tag, which the parser counts to what they stand before."""
    for _ in range((event.anchor is not None) + (event.tag is not None)):
        match = _PROPERTY.match(source, start, end)
        start = match.end() if match else start
    return start


def _pieces(source: str, start: int, end: int, style: str | None) -> Iterator[tuple[str, int, int]]:
    """What a scalar shows, piece by piece, each with its place and length in the source."""
    if style in ("|", ">"):
        return _indented(source, start, end)
    if style in ("'", '"'):
        return _folded(source, start + 1, end - 1, _IN_SINGLE if style == "'" else _IN_DOUBLE)
    return _folded(source, start, end, _BREAK)


def _folded(source: str, start: int, end: int, signs: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    position = start
    for match in signs.finditer(source, start, end):
        sign, first = match.group(), match.start()
        if first < position:
            continue
        stop = first if sign[0] not in "\r\n" else _without_space(source, position, first)
        yield source[position:stop], position, stop - position
        yield _meaning(sign), first, len(sign)
        position = match.end() if sign[-1] not in "\r\n" else _behind_space(source, match.end(), end)
    yield source[position:end], position, end - position


def _meaning(sign: str) -> str:
    if sign[0] in "\r\n":
        return "\n"
    if sign == "''":
        return "'"
    if sign[1] in "xuU" and len(sign) > 2:
        code = int(sign[2:], 16)
        return chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _SIGNS.get(sign[1], sign[1])


def _indented(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The lines of a block, behind its first, without their indentation: that of the first line that is not blank."""
    header = _BREAK.search(source, start, end)
    position = header.end() if header else end
    indentation = -1
    while position < end:
        stop = _BREAK.search(source, position, end)
        last = stop.start() if stop else end
        first = _behind_space(source, position, last)
        if indentation < 0 and first < last:
            indentation = first - position
        first = min(first, position + max(indentation, 0))
        yield source[first:last], first, last - first
        if stop:
            yield "\n", last, stop.end() - last
        position = stop.end() if stop else end


def _behind_space(source: str, start: int, end: int) -> int:
    while start < end and source[start] in _SPACE:
        start += 1
    return start


def _without_space(source: str, start: int, end: int) -> int:
    while end > start and source[end - 1] in _SPACE:
        end -= 1
    return end
