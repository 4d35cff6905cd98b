"""The formats that can be read, each with its names and the function that reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from claims.dataclasses import dataclass
from claims.documents.decoding import decode
from claims.documents.metadata import Parsed
from claims.errors import UsageError


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


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing texts. ``suffixes`` are those of its files, lower case; ``read`` takes data and its path.

    ``is_text`` says that a file holds the source itself, so that a stretch of it can be replaced.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes | str, str], Parsed]
    is_text: bool = True


FORMATS = (
    Format("plain", (".txt", ".text"), _plain),
    Format("markdown", (".md", ".markdown"), _markdown),
    Format("mdx", (".mdx",), _mdx),
    Format("html", (".html", ".htm", ".xhtml"), _html),
    Format("docx", (".docx",), _docx, is_text=False),
)

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


def _named(name: str) -> Format:
    for format_ in FORMATS:
        if name == format_.name or f".{name}" in format_.suffixes:
            return format_
    names = ", ".join(format_.name for format_ in FORMATS)
    raise UsageError(f"there is no format {name!r}: choose one of {names}")
