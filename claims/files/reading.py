"""Reading one file, with clear words for everything that can be wrong with it.

Every function raises :class:`~claims.errors.InputError` for a file that is missing, a folder, not readable or
larger than :data:`MAX_BYTES`; :func:`read_text` also for one that is binary or not UTF-8, with the line and the
column (1-based, in code points) of the first bad byte. A byte order mark is no part of a text.
"""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import BinaryIO

from claims.errors import InputError, Problem
from claims.files.asked import content, note

MAX_BYTES = 256 * 2**20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_bytes(path: str | Path) -> bytes:
    """The content of a file."""
    try:
        with Path(path).open("rb") as file:
            data = _content(file)
    except (OSError, ValueError) as error:
        raise InputError(_unreadable(str(path), error)) from error
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 2**20} MiB"
        raise InputError(Problem(str(path), None, None, f"larger than {limit}", "split it into several files"))
    note("content", (str(path),), lambda: content(path, data))
    return data


def _content(file: BinaryIO) -> bytes:
    """What is in a file, up to a byte more than may be: asking for so much outright would take the memory for it."""
    expected = os.fstat(file.fileno()).st_size
    data = file.read(min(expected, MAX_BYTES) + 1)
    return data if len(data) <= expected else data + file.read(MAX_BYTES)


def read_text(path: str | Path, encoding: str = "utf-8") -> str:
    """The content of a text file, UTF-8 where nothing else is said, line ends as they are."""
    if encoding == "utf-8":
        return decode(read_bytes(path), str(path))
    try:
        return read_bytes(path).decode(encoding)
    except UnicodeDecodeError as error:
        message = f"not {encoding}: byte 0x{error.object[error.start]:02x} at offset {error.start}"
        raise InputError(Problem(str(path), None, None, message, "name its `encoding`")) from error


def decode(data: bytes, path: str) -> str:
    """UTF-8 bytes as text; ``path`` is for messages."""
    if data.startswith(_UTF16):
        raise InputError(Problem(path, 1, 1, "this is UTF-16, not UTF-8", "save it as UTF-8"))
    body = data.removeprefix(codecs.BOM_UTF8)
    zero = body.find(b"\0")
    if zero >= 0:
        line, column = _place(body, zero)
        raise InputError(Problem(path, line, column, "binary, not text (a zero byte)", "give a text file"))
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(body, error.start)
        offset = error.start + len(data) - len(body)
        message = f"not UTF-8: byte 0x{body[error.start]:02x} at offset {offset}"
        raise InputError(Problem(path, line, column, message, "save it as UTF-8")) from error


def _place(data: bytes, offset: int) -> tuple[int, int]:
    start = data.rfind(b"\n", 0, offset) + 1
    return data.count(b"\n", 0, offset) + 1, len(data[start:offset].decode("utf-8", "replace")) + 1


def _unreadable(path: str, error: OSError | ValueError) -> Problem:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Problem(path, None, None, "no such file", "check the path")
        case IsADirectoryError():
            return Problem(path, None, None, "a folder, where a file is needed")
        case PermissionError():
            return Problem(path, None, None, "no permission to read it", "check who may read the file")
        case OSError():
            return Problem(path, None, None, f"cannot be read: {error.strerror or error}")
        case _:
            return Problem(path, None, None, "not a path", "a path holds no zero byte")
