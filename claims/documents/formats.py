"""The formats that can be read, each with its names and the function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from claims.dataclasses import dataclass
from claims.documents.decoding import decode
from claims.documents.metadata import Parsed
from claims.errors import UsageError

if TYPE_CHECKING:
    from claims.documents.strings import String


def _plain(data: bytes | str, path: str) -> Parsed:
    from claims.documents import plain

    return plain.parse(decode(data, path))


def _markdown(data: bytes | str, path: str) -> Parsed:
    from claims.documents import markdown

    return markdown.parse(decode(data, path))


def _html(data: bytes | str, path: str) -> Parsed:
    from claims.documents import html

    return html.parse(decode(data, path))


def _mdx(data: bytes | str, path: str) -> Parsed:
    from claims.documents import mdx

    return mdx.parse(decode(data, path))


def _docx(data: bytes | str, path: str) -> Parsed:
    from claims.documents import docx

    return docx.read(data, path)


def _json_strings(source: str, path: str) -> Iterable[String]:
    from claims.documents import json_strings

    return json_strings.strings(source, path)


def _yaml_strings(source: str, path: str) -> Iterable[String]:
    from claims.documents import yaml_strings

    return yaml_strings.strings(source, path)


def _csv_strings(source: str, path: str) -> Iterable[String]:
    from claims.documents import csv_strings

    return csv_strings.strings(source, path)


def _spelled_out(_source: str) -> Iterable[str]:
    return ()


def _behind_markup(source: str) -> Iterable[str]:
    from claims.documents.hidden import beginnings

    return beginnings(source)


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing texts. ``suffixes`` are those of its files, lower case; ``read`` takes data and its path.

    ``is_text`` says that a file holds the source itself, so that a stretch of it can be replaced. ``hidden`` gives the
    beginnings of the words that a reader sees and a source does not spell out (:mod:`claims.documents.hidden`), so that
    names can be looked for in it; without, every file is parsed.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes | str, str], Parsed]
    is_text: bool = True
    hidden: Callable[[str], Iterable[str]] | None = None


FORMATS = (
    Format("plain", (".txt", ".text"), _plain, hidden=_spelled_out),
    Format("markdown", (".md", ".markdown"), _markdown, hidden=_behind_markup),
    Format("mdx", (".mdx",), _mdx, hidden=_behind_markup),
    Format("html", (".html", ".htm", ".xhtml"), _html, hidden=_behind_markup),
    Format("docx", (".docx",), _docx, is_text=False),
)


@dataclass(frozen=True, slots=True)
class DataFormat:
    """A way of writing data, in which strings are texts where somebody names them (:mod:`claims.documents.strings`).

    ``strings`` gives those of a source. ``marks`` are code points that may mean something in the midst of a string.
    """

    name: str
    suffixes: tuple[str, ...]
    strings: Callable[[str, str], Iterable[String]]
    marks: str


DATA_FORMATS = (
    DataFormat("json", (".json",), _json_strings, '"\\'),
    DataFormat("yaml", (".yaml", ".yml"), _yaml_strings, "\"'\\:#,[]{}%@"),
    DataFormat("csv", (".csv", ".tsv"), _csv_strings, '",;\t'),
)

DATA_SUFFIXES = tuple(suffix for format_ in DATA_FORMATS for suffix in format_.suffixes)
"""The suffixes of files of which strings can be read."""

SUFFIXES = tuple(suffix for format_ in FORMATS for suffix in format_.suffixes)
"""The suffixes of all files that are read when a folder is given."""


def format_of(path: str | None, name: str | None) -> Format:
    """The format of that name (``markdown`` or ``md``), else that of the path's suffix, else plain text.

    Raises ``UsageError`` for a name that is none.
    """
    if name is not None:
        return _named(name.lower())
    suffix = PurePath(path or "").suffix.lower()
    return next((format_ for format_ in FORMATS if suffix in format_.suffixes), FORMATS[0])


def data_format_of(path: str | None) -> DataFormat | None:
    """The format of data of that path's suffix, if it is one."""
    suffix = PurePath(path or "").suffix.lower()
    return next((format_ for format_ in DATA_FORMATS if suffix in format_.suffixes), None)


def read_strings(data: bytes | str, path: str, fields: tuple[str, ...], name: str | None) -> Parsed:
    """The strings at ``fields`` of a file of data, each read in the format of that name, else as plain text.

    Raises ``UsageError`` for a file that is none of data, or a format that does not exist.
    """
    from claims.documents.strings import Chosen

    data_format, text_format = data_format_of(path), _named((name or "plain").lower())
    if data_format is None:
        raise UsageError(f"{path}: fields are those of {', '.join(DATA_SUFFIXES)}")
    source = decode(data, path)
    chosen = Chosen(fields, lambda text: text_format.read(text, path))
    return chosen.parse(source, data_format.strings(source, path), path)


def _named(name: str) -> Format:
    for format_ in FORMATS:
        if name == format_.name or f".{name}" in format_.suffixes:
            return format_
    names = ", ".join(format_.name for format_ in FORMATS)
    raise UsageError(f"there is no format {name!r}: choose one of {names}")
