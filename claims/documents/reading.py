"""Bytes, or text, to a document."""

from __future__ import annotations

from claims.documents.formats import format_of, read_strings
from claims.documents.lines import line_starts
from claims.documents.metadata import Parsed, read_language
from claims.languages.detection import detect
from claims.model.dates import PartialDate
from claims.model.document import Document
from claims.model.fact import Where

_NAMELESS = "text"
_SAMPLE = 4000


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
) -> Document:
    """The document that ``data`` holds.

    ``format`` is a name of :data:`~claims.documents.formats.FORMATS`; without one the suffix of ``path``
    decides, and plain text is what nothing else is. What is given here wins over what the text says of
    itself; a language that neither names is found out among ``languages``, the first for a text too short.
    Offsets are code points of ``Document.source``: see :mod:`claims.documents.decoding`. With ``fields``, the texts
    are the strings at these paths of a file of data (:mod:`claims.documents.strings`), and ``format`` is theirs.

    Raises ``InputError`` for data that is no text, ``UsageError`` for a format that does not exist.
    """
    name = id or path or _NAMELESS
    if fields:
        parsed = read_strings(data, path or name, fields, format)
    else:
        parsed = format_of(path, format).read(data, path or name)
    found = parsed.metadata
    return Document(
        id=name,
        source=parsed.source,
        blocks=parsed.blocks,
        language=_language(language, parsed, languages),
        path=path,
        date=date or found.date,
        about=about or found.about,
        where=where,
        comments=parsed.comments,
        line_starts=line_starts(parsed.source),
    )


def _language(given: str | None, parsed: Parsed, languages: tuple[str, ...]) -> str:
    if given:
        return read_language(given) or given
    return parsed.metadata.language or detect(_sample(parsed), languages)


def _sample(parsed: Parsed) -> str:
    """The beginning of the prose, as much as it takes to know its language."""
    parts, length = [], 0
    for block in parsed.blocks:
        if length > _SAMPLE:
            break
        parts.append(block.text[:_SAMPLE])
        length += len(block.text)
    return "\n".join(parts)
