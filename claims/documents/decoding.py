r"""From bytes to text.

UTF-8, with or without a byte order mark, and UTF-16 with one. Offsets everywhere count the code points of
exactly what ``bytes.decode("utf-8")`` (``"utf-16"`` where its mark is found) gives: a UTF-8 byte order mark is
the first code point, a UTF-16 one is none, and ``\r\n`` is two. Nothing is guessed: other encodings and
binary data are an error that says where and what to do.
"""

from __future__ import annotations

import codecs

from claims.documents.lines import line_starts
from claims.errors import InputError, Problem

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes | str, path: str) -> str:
    """The text of ``data``. Raises ``InputError`` for what is not text; ``path`` is for its message."""
    text = data if isinstance(data, str) else _decode_bytes(data, path)
    nul = text.find("\0")
    if nul >= 0:
        message = f"a NUL at offset {nul}: this is binary data, not text"
        raise InputError(_problem(path, text[:nul], message, "leave the file out, or save it as UTF-8 text"))
    _refuse_surrogates(text, path)
    return text


def encode_like(text: str, data: bytes) -> bytes:
    """The text in the encoding that :func:`decode` found in ``data``, with its byte order mark if it has one."""
    for mark, encoding in zip(_UTF16_MARKS, ("utf-16-le", "utf-16-be"), strict=True):
        if data.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode("utf-8")


def _decode_bytes(data: bytes, path: str) -> str:
    encoding = "utf-16" if data.startswith(_UTF16_MARKS) else "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        message = f"byte 0x{data[error.start]:02x} at offset {error.start} is not {encoding.upper()}"
        hint = "save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8"
        raise InputError(_problem(path, before, message, hint)) from error


def _refuse_surrogates(text: str, path: str) -> None:
    """A half of a surrogate pair is no character: nothing can be written that holds one."""
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message = f"U+{ord(text[error.start]):04X} at offset {error.start} is half of a character"
        hint = "decode the text again from its bytes, with errors='replace' if need be"
        raise InputError(_problem(path, text[: error.start], message, hint)) from error


def _problem(path: str, before: str, message: str, hint: str) -> Problem:
    starts = line_starts(before)
    return Problem(path, len(starts), len(before) - starts[-1] + 1, message, hint)
