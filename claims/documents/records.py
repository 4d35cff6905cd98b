"""Many short texts in one file: JSON Lines, or CSV with a header line.

Fields are ``text`` and, all optional, ``id``, ``date``, ``language`` (or ``lang``), ``about`` and ``where``;
others are passed over. ``date`` is ISO 8601 at any precision, of a time stamp the day; null or empty means
none. ``about`` is a list of entity ids, ``where`` a mapping; in CSV ``acme; globex`` and ``region=eu;
quarter=3``. A record without ``id`` is called by its place, ``path:line``. The text is plain text, and offsets
count from its beginning.

A record that cannot be read is a :class:`~claims.errors.Problem` with its line, in its place among the
documents; the others are read all the same. In CSV, quotes that do not match end the reading, since nothing
behind them can be told apart: a file that was cut off is not mistaken for a whole one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from claims.dataclasses import replace
from claims.documents.decoding import decode
from claims.documents.metadata import read_date, read_language
from claims.documents.reading import Sieve, read
from claims.errors import InputError, Problem
from claims.model.dates import PartialDate
from claims.model.document import Document
from claims.model.fact import Where

_FIELDS = "the fields are text, id, date, language, about, where"
_MARK = b"\xef\xbb\xbf"

Record: TypeAlias = Mapping[str, object]
_SAME: Mapping[str, str] = MappingProxyType({})


def read_records(
    data: bytes, *, path: str, languages: tuple[str, ...] = ("en", "fr"), sieve: Sieve | None = None
) -> Iterator[Document | Problem]:
    """The documents of a table, in its order. ``path`` decides: ``.csv`` and ``.tsv``, else JSON Lines.

    ``sieve`` is that of :func:`~claims.documents.reading.read`.
    """
    rows = _csv_rows if path.lower().endswith((".csv", ".tsv")) else _json_rows
    for line, record in rows(data, path):
        yield record if isinstance(record, Problem) else record_document(record, path, line, languages, sieve=sieve)


def record_document(
    record: Record,
    path: str,
    line: int,
    languages: tuple[str, ...],
    names: Mapping[str, str] = _SAME,
    *,
    sieve: Sieve | None = None,
) -> Document | Problem:
    """The document of one record, or what is wrong with it.

    ``names`` says how the table calls a field that is not called here as it is there: ``{"text": "body"}``.
    """
    if names:
        record = {**record, **{ours: record.get(theirs) for ours, theirs in names.items()}}
    try:
        return _document(record, path, line, languages, sieve)
    except _RecordError as error:
        return Problem(path, line, None, str(error), error.hint)
    except InputError as error:
        return replace(error.problem, path=path, line=line, column=None)


def json_record(line: bytes, path: str, number: int) -> Record | Problem | None:
    """The record on one line of JSON Lines; ``None`` for a blank line."""
    import msgspec

    if not line.strip():
        return None
    message = "not a JSON object"
    try:
        record: object = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        record, message = None, f"not a JSON value: {error}"
    if isinstance(record, dict):
        return record
    return Problem(path, number, None, message, "each line is one JSON object, in UTF-8")


def csv_records(lines: Iterable[str], path: str, separator: str) -> Iterator[tuple[int, Record | Problem]]:
    """The records of a CSV table with a header, each with the line it begins at; lines keep their ends."""
    rows = csv.reader(lines, delimiter=separator, strict=True)
    header: list[str] = []
    line = 1
    try:
        for row in rows:
            if not header:
                header = [name.strip().lower() for name in row]
            elif row:
                yield line, _row(header, row, path, line)
            line = rows.line_num + 1
    except csv.Error as error:
        yield line, Problem(path, line, None, f"not a CSV record: {error}", "nothing behind this line was read")


class _RecordError(Exception):
    """A record says something that cannot be."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def _json_rows(data: bytes, path: str) -> Iterator[tuple[int, Record | Problem]]:
    for number, line in enumerate(_lines(data.removeprefix(_MARK)), start=1):
        record = json_record(line, path, number)
        if record is not None:
            yield number, record


def _lines(data: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        yield data[start:end]
        start = end + 1


def _csv_rows(data: bytes, path: str) -> Iterator[tuple[int, Record | Problem]]:
    try:
        text = decode(data, path).removeprefix("\ufeff")
    except InputError as error:
        yield error.problem.line or 1, error.problem
        return
    yield from csv_records(io.StringIO(text, newline=""), path, delimiter(text, path))


def delimiter(text: str, path: str) -> str:
    """What parts cells: a tab in ``.tsv``, else a comma, or a semicolon where the header has that alone."""
    if path.lower().endswith(".tsv"):
        return "\t"
    header = text[: text.find("\n")]
    return ";" if ";" in header and "," not in header else ","


def _row(header: list[str], row: list[str], path: str, line: int) -> Record | Problem:
    if len(row) > len(header):
        message = f"{len(row)} fields under {len(header)} columns"
        return Problem(path, line, None, message, "a text with commas stands in double quotes")
    return dict(zip(header, row, strict=False))


def _document(record: Record, path: str, line: int, languages: tuple[str, ...], sieve: Sieve | None) -> Document:
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise _RecordError("no text" if text is None or text == "" else "the text is not a string of words", _FIELDS)
    return read(
        text,
        path=path,
        id=_scalar(record, "id") or f"{path}:{line}",
        format="plain",
        language=_language(record),
        date=_date(record),
        about=_about(record.get("about")),
        where=_where(record.get("where")),
        languages=languages,
        sieve=sieve,
    )


def _scalar(record: Record, field: str) -> str | None:
    value = record.get(field)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _RecordError(f"{field} is neither a text nor a whole number", _FIELDS)
    return str(value).strip() or None


def _language(record: Record) -> str | None:
    field = "language" if record.get("language") else "lang"
    tag = _scalar(record, field)
    if tag is None:
        return None
    language = read_language(tag)
    if language is None:
        raise _RecordError(f"{field}: {tag!r} is no language", "write a code such as en or fr-CA")
    return language


def _date(record: Record) -> PartialDate | None:
    written = _scalar(record, "date")
    if written is None:
        return None
    date = read_date(written)
    if date is None:
        raise _RecordError(f"date: {written!r} is no date", "write 2024, 2024-09, 2024-09-30 or a time stamp")
    return date


def _about(value: object) -> tuple[str, ...]:
    names = value.replace(",", ";").split(";") if isinstance(value, str) else [] if value is None else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _RecordError("about is not a list of entity ids", 'write ["acme"], or acme; globex in CSV')
    return tuple(name.strip() for name in names if name.strip())


def _where(value: object) -> Where:
    if isinstance(value, str):
        parts = [part.partition("=") for part in value.split(";") if part.strip()]
        value = {key.strip(): text.strip() if sign else None for key, sign, text in parts}
    if value is None:
        return ()
    if not isinstance(value, dict) or not all(_is_qualifier(text) for text in value.values()):
        raise _RecordError("where is not a mapping to texts", 'write {"region": "eu"}, or region=eu; quarter=3 in CSV')
    return tuple(sorted((str(key), str(text)) for key, text in value.items()))


def _is_qualifier(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)
