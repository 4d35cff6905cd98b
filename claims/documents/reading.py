"""Bytes, or text, to a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from claims.documents.decoding import decode
from claims.documents.formats import format_of, read_strings
from claims.documents.lines import line_starts
from claims.documents.metadata import Parsed, read_language
from claims.errors import InputError, Problem
from claims.languages import available
from claims.languages.detection import detect
from claims.model.dates import PartialDate
from claims.model.document import Document
from claims.model.fact import Where

_NAMELESS = "text"
_SAMPLE = 4000


class Sieve(Protocol):
    """Who decides whether a text is worth reading: :class:`claims.reading.prefilter.Prefilter`."""

    def may_speak_of(self, text: str, begun: Iterable[str] = ()) -> bool:
        """Whether a source may be worth it; ``begun`` are :func:`~claims.documents.hidden.beginnings` in it."""

    def speaks_of(self, document: Document) -> bool:
        """Whether a document whose prose is known is worth it."""


def read(
    data: bytes | str,
    *,
    path: str | None = None,
    id: str | None = None,  # noqa: A002 - the word of the contract: the record's id or the path
    format: str | None = None,  # noqa: A002 - the word of the command line
    language: str | None = None,
    date: PartialDate | None = None,
    about: tuple[str, ...] = (),
    where: Where = (),
    languages: tuple[str, ...] = ("en", "fr"),
    fields: tuple[str, ...] = (),
    sieve: Sieve | None = None,
) -> Document:
    """The document that ``data`` holds.

    ``format`` is a name of :data:`~claims.documents.formats.FORMATS`; without one the suffix of ``path``
    decides, and plain text is what nothing else is. What is given here wins over what the text says of
    itself; a language that neither names is found out among ``languages``, the first for a text too short.
    Offsets are code points of ``Document.source``: see :mod:`claims.documents.decoding`. With ``fields``, the texts
    are the strings at these paths of a file of data (:mod:`claims.documents.strings`), and ``format`` is theirs.

    With a ``sieve`` a text that is not worth reading comes back as a document that is ``skimmed``. One with
    ``about``, given here or by itself, or with comments for this program, always is.

    Raises ``InputError`` for data that is no text or in a language that cannot be read, ``UsageError`` for a format
    that does not exist.
    """
    name = id or path or _NAMELESS
    if fields:
        parsed = read_strings(data, path or name, fields, format)
    else:
        how = format_of(path, format)
        if sieve is not None and how.hidden is not None and not about:
            data = decode(data, path or name)
            if not sieve.may_speak_of(data, how.hidden(data)):
                return skimmed(data, name, path)
        parsed = how.read(data, path or name)
    found = parsed.metadata
    spoken = _language(language, parsed, languages)
    if spoken not in available():
        raise InputError(_unknown(spoken, path or name))
    document = Document(
        id=name,
        source=parsed.source,
        blocks=parsed.blocks,
        language=spoken,
        path=path,
        date=date or found.date,
        about=about or found.about,
        where=where,
        comments=parsed.comments,
        line_starts=line_starts(parsed.source),
    )
    if sieve is None or document.about or document.comments or sieve.speaks_of(document):
        return document
    return skimmed(parsed.source, name, path)


def skimmed(source: str, name: str, path: str | None) -> Document:
    """A document that was looked through and not read: it has no blocks, and its language is not known."""
    return Document(name, source, (), "", path, is_skimmed=True)


def _language(given: str | None, parsed: Parsed, languages: tuple[str, ...]) -> str:
    if given:
        return read_language(given) or given
    return parsed.metadata.language or detect(_sample(parsed), languages)


def _unknown(language: str, name: str) -> Problem:
    hint = f"there are {', '.join(available())}; a text that names no language is read as one of them"
    return Problem(name, None, None, f"its language, {language!r}, cannot be read yet", hint)


def _sample(parsed: Parsed) -> str:
    """The beginning of the prose, as much as it takes to know its language."""
    parts, length = [], 0
    for block in parsed.blocks:
        if length > _SAMPLE:
            break
        parts.append(block.text[:_SAMPLE])
        length += len(block.text)
    return "\n".join(parts)
