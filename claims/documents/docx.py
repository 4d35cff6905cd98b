r"""Word documents (``.docx``).

There is no text whose offsets a person could count, so the source of the document is made here: the text of
its paragraphs, one after the other, each ended by ``\n``; paragraphs without text are none. A line of a report is a
paragraph, counted so, unless one before it holds line breaks, and the runs of a block are those of Word.

Paragraphs, headings, the title, list items and the cells of tables are told apart by their styles, which
have the same names in every language of Word. A line break is ``\n``; drawings, text boxes and formulas are one
U+FFFC, as are raised numbers that mark a note. No prose are deleted, hidden and struck-out text and the codes
of fields. Headers, footers and notes are not read.

A file from a stranger cannot do harm: document types (and with them entities) are refused, and no part is
unpacked beyond 64 MiB.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from claims.documents.docx_body import Body, Styles
from claims.documents.docx_xml import Attributes, parse_xml
from claims.documents.metadata import Parsed
from claims.errors import InputError, Problem, UsageError

_LARGEST = 64 * 1024 * 1024
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def read(data: bytes | str, path: str) -> Parsed:
    """The source and blocks of a Word document. Raises ``InputError`` for what is none."""
    if isinstance(data, str):
        raise UsageError("a Word document is read from its bytes, not from text")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _main_part(archive)
            styles = Styles()
            if style_part := _found(archive, posixpath.join(posixpath.dirname(main), "styles.xml")):
                parse_xml(_unpack(archive, style_part), styles.start, styles.end)
            body = Body(styles)
            parse_xml(_unpack(archive, main), body.start, body.end, body.text)
    except _DAMAGE as error:
        hint = "open it in a word processor and save it again as .docx"
        raise InputError(Problem(path, None, None, f"not a Word document: {error}", hint)) from error
    return body.parsed()


def _main_part(archive: zipfile.ZipFile) -> str:
    targets: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            targets.append(attributes.get("Target", "").lstrip("/"))

    if relations := _found(archive, "_rels/.rels"):
        parse_xml(_unpack(archive, relations), start)
    for target in (*targets, "word/document.xml"):
        if _found(archive, target):
            return target
    raise ValueError("it holds no document")


def _found(archive: zipfile.ZipFile, name: str) -> str | None:
    return name if name in archive.namelist() else None


def _unpack(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _LARGEST:
        raise ValueError(f"{name} has more than {_LARGEST // 1024 // 1024} MiB")
    return archive.read(name)
