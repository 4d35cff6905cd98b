"""The documents of a piece, one after the other, each made when it is asked for.

An :class:`Entry` is what was found: its place is known before the text is parsed, so that a text that kills the
process can be named. What cannot be read any further ends its piece with an entry that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Protocol

from claims.corpus.planning import no_text, uncompressed
from claims.corpus.shards import Kind, Piece
from claims.dataclasses import dataclass, replace
from claims.documents import Sieve
from claims.documents.records import Record, csv_records, delimiter, json_record, record_document
from claims.errors import InputError, Problem
from claims.files.streams import lines, opened, read_at_most
from claims.model.document import Document

FIELDS = ("text", "id", "date", "language", "lang", "about", "where")
_MARK = b"\xef\xbb\xbf"


class Maker(Protocol):
    """Makes documents as the options and the configuration say. It is sent to other processes."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages to choose from for a text that names none."""
        ...

    def fields_of(self, path: str) -> tuple[str, ...]:
        """The paths of the strings in a file of data that are texts; none for other files."""
        ...

    def is_about_something(self, name: str) -> bool:
        """Whether it is said whom the texts of a file are about, so that they are read whatever they name."""
        ...

    def text(self, data: bytes, name: str, format_name: str | None, sieve: Sieve | None) -> Document:
        """The document of a file. Raises ``InputError`` for data that is no text."""
        ...

    def record(self, document: Document) -> Document:
        """The document of a record, with what holds of it beside what it says itself."""
        ...


@dataclass(frozen=True, slots=True)
class Texts:
    """How documents are made: ``names`` maps our names of a record's fields to those of the tables.

    A text of more than ``limit`` bytes is a problem. With a ``sieve`` those not worth reading are skimmed.
    """

    maker: Maker
    names: tuple[tuple[str, str], ...] = ()
    limit: int = 2**25
    sieve: Sieve | None = None

    @property
    def columns(self) -> Mapping[str, str]:
        """How a table calls each field."""
        return {field: field for field in FIELDS} | dict(self.names)

    def for_file(self, name: str) -> Texts:
        """How those of a file are made: all are read where it is said whom they are about."""
        return replace(self, sieve=None) if self.sieve and self.maker.is_about_something(name) else self


@dataclass(frozen=True, slots=True)
class Entry:
    """One document: how to make it, its line or row in a table, and how many bytes of its file it takes."""

    path: str
    line: int | None
    make: Callable[[], Document | Problem]
    size: int = 0


def name_of(path: str) -> str:
    r"""A path as it is shown: bytes that are no UTF-8 are spelled out, ``\xe9``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") if not path.isascii() else path


def entries(piece: Piece, texts: Texts) -> Iterator[Entry]:
    """The documents of a piece, in its order."""
    line: int | None = None
    try:
        for entry in _FOUND[piece.kind](piece, texts.for_file(name_of(piece.path))):
            line = entry.line
            yield entry
    except InputError as error:
        said = error.problem.message if line is None else f"{error.problem.message}, behind line {line}"
        yield _refusal(piece, line, Problem(name_of(piece.path), line, None, said, error.problem.hint))


def _refusal(piece: Piece, line: int | None, problem: Problem) -> Entry:
    def say() -> Problem:
        return problem

    return Entry(piece.path, line, say)


def _whole(piece: Piece, texts: Texts) -> Iterator[Entry]:
    def make() -> Document:
        format_name = None
        if uncompressed(piece.path) != piece.path:
            from claims.documents.formats import format_of

            format_name = format_of(uncompressed(piece.path), None).name
        data = read_at_most(piece.path, texts.limit)
        return texts.maker.text(data, name_of(piece.path), format_name, texts.sieve)

    yield Entry(piece.path, None, make, piece.size)


def _lines(piece: Piece, texts: Texts) -> Iterator[Entry]:
    size = None if piece.stop is None else piece.stop - piece.start
    with opened(piece.path, piece.start) as stream:
        for number, line in lines(stream, name_of(piece.path), size=size, number=piece.first, limit=texts.limit):
            if isinstance(line, Problem):
                yield _refusal(piece, number, line)
            elif not line.isspace():
                text = line.removeprefix(_MARK) if number == 1 else line
                yield Entry(piece.path, number, partial(_json, piece.path, number, text, texts), len(line))


def _json(path: str, number: int, line: bytes, texts: Texts) -> Document | Problem:
    record = json_record(line, name_of(path), number)
    return _made(record or {}, path, number, texts)


def _table(piece: Piece, texts: Texts) -> Iterator[Entry]:
    path = name_of(piece.path)
    texts = replace(texts, names=tuple((ours, theirs.lower()) for ours, theirs in texts.names))
    with opened(piece.path) as stream:
        decoded = _decoded(lines(stream, path, limit=texts.limit))
        header = next(decoded, "")
        names = [name.strip().lower() for name in next(iter(csv_rows(header, path)), [])]
        if texts.columns["text"] not in names:
            problem = Problem(path, 1, None, f"there is no column `{texts.columns['text']}`", no_text(names))
            yield _refusal(piece, 1, problem)
            return
        for number, record in csv_records(chain([header], decoded), path, delimiter(header, path)):
            yield Entry(piece.path, number, partial(_made, record, piece.path, number, texts))


def csv_rows(line: str, path: str) -> Iterable[list[str]]:
    """The cells of one line of a table."""
    import csv

    return csv.reader([line], delimiter=delimiter(line, path))


def _decoded(found: Iterable[tuple[int, bytes | Problem]]) -> Iterator[str]:
    for number, line in found:
        if isinstance(line, Problem):
            raise InputError(line)
        text = line.removeprefix(_MARK) if number == 1 else line
        yield text.decode("utf-8", "surrogateescape")


def _rows(piece: Piece, texts: Texts) -> Iterator[Entry]:
    from claims.files.columns import rows

    found = rows(piece.path, piece.start, texts.columns.values())
    for number, row in enumerate(found, start=piece.first):
        yield Entry(piece.path, number, partial(_made, row, piece.path, number, texts))


def _made(record: Record | Problem, path: str, number: int, texts: Texts) -> Document | Problem:
    if isinstance(record, Problem):
        return record
    maker = texts.maker
    document = record_document(record, name_of(path), number, maker.languages, dict(texts.names), sieve=texts.sieve)
    return document if isinstance(document, Problem) else maker.record(document)


def _problem(piece: Piece, _texts: Texts) -> Iterator[Entry]:
    yield _refusal(piece, None, piece.problem)


_FOUND: Mapping[Kind, Callable[[Piece, Texts], Iterator[Entry]]] = {
    Kind.TEXT: _whole,
    Kind.LINES: _lines,
    Kind.TABLE: _table,
    Kind.ROWS: _rows,
    Kind.PROBLEM: _problem,
}
