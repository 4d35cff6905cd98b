r"""The strings of a JSON file, each with its path and its place.

What is no JSON is an error with its place. An escape is one run (``\u00e9``, also a pair of two), the rest stands in
the source as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from claims.documents.building import BlockBuilder
from claims.documents.lines import BYTE_ORDER_MARK, line_starts
from claims.documents.strings import String
from claims.errors import InputError, Problem
from claims.model.document import Block, BlockKind

_TOKEN = re.compile(r'["{}\[\],:]')
_END = re.compile(r'\\.|"', re.DOTALL)
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_AT_BYTE = re.compile(r" \(byte (\d+)\)$")


def strings(source: str, path: str) -> Iterator[String]:
    """The strings that are values, in their order. Raises ``InputError`` for what is no JSON."""
    _refuse_damage(source, path)
    open_: list[str | int | None] = []  # the key of an object, None until it is known; the place in a list
    key: str | None = None
    position = 0
    while match := _TOKEN.search(source, position):
        mark, start = match.group(), match.start()
        position = match.end()
        if mark == '"':
            position = _end_of_string(source, start)
            if open_ and open_[-1] is None:
                key = json.loads(source[start:position])
            elif text := _text(source, start + 1, position - 1):
                yield String(tuple(map(str, open_)), text)
        elif mark in "{[":
            open_.append(None if mark == "{" else 0)
        elif mark in "}]":
            open_.pop()
        elif mark == ":":
            open_[-1] = key
        else:
            open_[-1] = open_[-1] + 1 if isinstance(open_[-1], int) else None


def _end_of_string(source: str, start: int) -> int:
    return next(match.end() for match in _END.finditer(source, start + 1) if match.group() == '"')


def _text(source: str, start: int, end: int) -> Block | None:
    builder = BlockBuilder()
    builder.add_all(_pieces(source, start, end))
    return builder.take(BlockKind.PARAGRAPH)


def _pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    position = start
    for match in _ESCAPE.finditer(source, start, end):
        yield source[position : match.start()], position, match.start() - position
        yield json.loads(f'"{match.group()}"'), match.start(), match.end() - match.start()
        position = match.end()
    yield source[position:end], position, end - position


def _refuse_damage(source: str, path: str) -> None:
    import msgspec

    try:
        msgspec.json.decode(source.removeprefix(BYTE_ORDER_MARK).encode(), type=msgspec.Raw)
    except RecursionError as error:
        raise InputError(Problem(path, None, None, "not JSON: nested too deeply", "take it apart")) from error
    except msgspec.DecodeError as error:
        raise InputError(_damage(source.removeprefix(BYTE_ORDER_MARK), path, str(error))) from error


def _damage(text: str, path: str, message: str) -> Problem:
    place = _AT_BYTE.search(message)
    before = text.encode()[: int(place.group(1))].decode(errors="ignore") if place else text
    starts = line_starts(before)
    said = _AT_BYTE.sub("", message).removeprefix("JSON is malformed: ")
    return Problem(path, len(starts), len(before) - starts[-1] + 1, f"not JSON: {said}", "mend the file")
