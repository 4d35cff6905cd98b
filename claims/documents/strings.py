r"""Texts that stand in data: strings of JSON, YAML and CSV files, chosen by their path.

The path of a string are the keys that lead to it, with ``.`` between them; a place in a list is a number, and in CSV
the path is the name of the column. A pattern takes paths: ``*`` is any one part (or, inside a part, any letters), and
``**`` any number of parts::

    products.*.description       the description of every product
    **.title                     every title
    answer                       a column

Each string is read as a text of its own format (plain, unless something else is said), in the order of the file. The
source is the file, so that offsets, lines and columns are those of the file; an escape (``\u00e9``, ``""``) is mapped
as a whole. Numbers, keys and aliases are no texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from claims.dataclasses import dataclass, replace
from claims.documents.editing import translate
from claims.documents.metadata import Parsed
from claims.errors import InputError, Problem
from claims.files.globs import fits
from claims.model.document import Block, BlockKind, Cell, Comment

_MOST_NAMED = 6


class String(NamedTuple):
    """A string of a file: the keys that lead to it, its text with runs in the source, and its cell of a table."""

    path: tuple[str, ...]
    text: Block
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which strings of a file are texts: ``patterns`` of paths, and what reads one of them."""

    patterns: tuple[str, ...]
    read: Callable[[str], Parsed]

    def parse(self, source: str, strings: Iterable[String], path: str) -> Parsed:
        """The blocks of the chosen strings. Raises ``InputError`` where the file has none of them."""
        wanted = [tuple(pattern.split(".")) for pattern in self.patterns]
        blocks: list[Block] = []
        comments: list[Comment] = []
        tables, others, found = 1, dict[str, None](), False
        for string in strings:
            if any(fits(string.path, pattern) for pattern in wanted):
                found = True
                parsed = self.read(string.text.text)
                blocks += _placed(parsed, string, tables)
                comments += (Comment(string.text.to_source(it.span), it.text) for it in parsed.comments)
                tables += 1 + max((block.cell.table for block in parsed.blocks if block.cell), default=-1)
            elif len(others) < _MOST_NAMED:
                others[_general(string.path)] = None
        if not found:
            raise InputError(_nothing_chosen(path, self.patterns, others))
        return Parsed(source, tuple(blocks), comments=tuple(comments))


def _placed(parsed: Parsed, string: String, tables: int) -> Iterator[Block]:
    """The blocks of a string in the source of its file; its tables are counted on from those before."""
    for block in parsed.blocks:
        placed = translate(block, string.text)
        if placed.cell:
            yield replace(placed, cell=replace(placed.cell, table=placed.cell.table + tables))
        else:
            yield replace(placed, kind=BlockKind.CELL, cell=string.cell) if string.cell else placed


def _general(path: Iterable[str]) -> str:
    return ".".join("*" if part.isdecimal() else part for part in path)


def _nothing_chosen(path: str, patterns: tuple[str, ...], others: Iterable[str]) -> Problem:
    known = ", ".join(others)
    hint = f"the file has texts at {known}" if known else "the file has no texts"
    return Problem(path, None, None, f"no text at {', '.join(patterns)}", hint)
