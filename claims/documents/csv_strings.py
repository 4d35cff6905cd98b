r"""The cells of a CSV or TSV file, each under the name of its column, with its place.

The first line has the names, and the cells are those of a table, read as such. A cell may stand in double quotes, with
``""`` for one of them; inside, a line end is ``\n``. Quotes that do not match are an error: nothing behind them can be
told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.documents.building import BlockBuilder
from claims.documents.lines import BYTE_ORDER_MARK, line_starts
from claims.documents.records import delimiter
from claims.documents.strings import String
from claims.errors import InputError, Problem
from claims.model.document import BlockKind, Cell

_IN_QUOTES = re.compile(r'""|"|\r\n?|\n')
_Pieces = list[tuple[str, int, int]]


def strings(source: str, path: str) -> Iterator[String]:
    """The cells row by row, those of the header first. Raises ``InputError`` for quotes that do not match."""
    start = 1 if source.startswith(BYTE_ORDER_MARK) else 0
    sign = delimiter(source[start:], path)
    stop = re.compile(rf"{re.escape(sign)}|\r\n?|\n")
    names: list[str] | None = None
    row: list[_Pieces] = []
    number, position = 0, start
    while position < len(source):
        cell, position = _cell(source, position, stop, path)
        row.append(cell)
        end = stop.match(source, position)
        position = end.end() if end else len(source)
        if end and end.group() == sign:
            if position == len(source):
                row.append([])
            continue
        if names is None:
            names = ["".join(text for text, *_ in cell).strip() for cell in row]
        yield from _strings(names, row, number)
        row, number = [], number + 1
    if row:
        yield from _strings(names or [], row, number)


def _strings(names: list[str], row: list[_Pieces], place: int) -> Iterator[String]:
    for number, cell in enumerate(row):
        builder = BlockBuilder()
        builder.add_all(cell)
        if text := builder.take(BlockKind.PARAGRAPH):
            path = names[number] if number < len(names) else str(number + 1)
            yield String((path,), text, Cell(0, place, number, header=place == 0))


def _cell(source: str, start: int, stop: re.Pattern[str], path: str) -> tuple[_Pieces, int]:
    """What a cell shows, piece by piece, and where it ends."""
    if not source.startswith('"', start):
        end = stop.search(source, start)
        last = end.start() if end else len(source)
        return [(source[start:last], start, last - start)], last
    pieces: _Pieces = []
    position = start + 1
    for match in _IN_QUOTES.finditer(source, position):
        sign, first = match.group(), match.start()
        pieces.append((source[position:first], position, first - position))
        position = match.end()
        if sign == '"':
            if position < len(source) and not stop.match(source, position):
                break
            return pieces, position
        pieces.append(('"' if sign == '""' else "\n", first, len(sign)))
    raise InputError(_unmatched(source, start, path))


def _unmatched(source: str, start: int, path: str) -> Problem:
    starts = line_starts(source[:start])
    hint = 'a double quote inside of quotes is written ""'
    return Problem(path, len(starts), start - starts[-1] + 1, "not CSV: the quotes do not match", hint)
