"""Large files as streams: local or in an object store, plain or compressed, whole or a range of their bytes.

A name with ``://`` in it is opened through fsspec, which the ``ray`` extra brings. ``.gz`` and ``.zst`` are
decompressed while they are read, in bounded memory; one that was cut off is an error, never a shorter text.
Everything raises :class:`~claims.errors.InputError` for what cannot be read.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from claims.errors import InputError, Problem, UsageError

if TYPE_CHECKING:
    from zstandard import ZstdDecompressionObj

COMPRESSED = (".gz", ".zst")
_CHUNK = 2**20
_ZSTD_CHUNK = 2048  # a frame can hold thirty thousand times its length: what one chunk can become stays bounded


def is_remote(path: str) -> bool:
    """Whether a name is that of something in an object store."""
    return "://" in path


@contextmanager
def opened(path: str, start: int = 0) -> Iterator[BinaryIO]:
    """A file as a stream of its decompressed bytes, from a byte on where it is not compressed."""
    with refusing(path), _raw(path) as raw:
        if path.endswith(".gz"):
            import gzip

            yield cast("BinaryIO", gzip.GzipFile(fileobj=raw))
        elif path.endswith(".zst"):
            yield cast("BinaryIO", io.BufferedReader(_Zstd(raw), _CHUNK))
        else:
            raw.seek(start)
            yield raw


@contextmanager
def refusing(path: str) -> Iterator[None]:
    """Whatever goes wrong while a file is read, as an ``InputError`` that names it."""
    try:
        yield
    except EOFError as error:
        hint = "get the file again: it was not copied to its end"
        raise InputError(Problem(path, None, None, "the compressed data ends too early", hint)) from error
    except zlib.error as error:
        raise InputError(Problem(path, None, None, f"the compressed data is damaged: {error}")) from error
    except FileNotFoundError as error:
        raise InputError(Problem(path, None, None, "no such file", "check the path")) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(Problem(path, None, None, f"cannot be read: {reason}")) from error


def read_at_most(path: str, limit: int) -> bytes:
    """The content of a file of at most ``limit`` bytes, decompressed. Raises ``InputError`` for a larger one."""
    with opened(path) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(too_large(path, None, limit))
    return data


def too_large(path: str, line: int | None, limit: int) -> Problem:
    """The problem of a text that is longer than what is read."""
    size = f"{limit // 2**20} MiB" if limit >= 2**20 else f"{limit} bytes"
    return Problem(path, line, None, f"larger than {size}", "split it, or raise --max-size")


def lines(
    stream: BinaryIO, path: str, *, size: int | None = None, number: int = 1, limit: int = 2**25
) -> Iterator[tuple[int, bytes | Problem]]:
    """The lines of a stream with their numbers, up to ``size`` bytes; one longer than ``limit`` is a problem.

    A stream that ends before ``size`` is a problem too. A line of any length costs at most ``limit`` bytes.
    """
    left = size
    while left is None or left > 0:
        line = stream.readline(limit + 1)
        if not line:
            if left:
                yield number, Problem(path, number, None, "the file is shorter than it was at the beginning")
            return
        length = len(line)
        if length > limit and not line.endswith(b"\n"):
            length += _skip_line(stream)
            yield number, too_large(path, number, limit)
        else:
            yield number, line
        left = None if left is None else left - length
        number += 1


def _skip_line(stream: BinaryIO) -> int:
    length = 0
    while chunk := stream.readline(_CHUNK):
        length += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return length


def cut_at_lines(path: str, target: int) -> Iterator[tuple[int, int, int]]:
    """Where to cut a file of lines into ranges of about ``target`` bytes: start, end, and how many lines lie before.

    Ranges begin at the beginning of a line and cover the file. It is read once, from end to end.
    """
    start = position = before = passed = 0
    with opened(path) as stream:
        while chunk := stream.read(min(_CHUNK, target)):
            if position + len(chunk) - start >= target and (end := chunk.rfind(b"\n") + 1):
                passed += chunk.count(b"\n")
                yield start, position + end, before
                start, before = position + end, passed
            else:
                passed += chunk.count(b"\n")
            position += len(chunk)
    if start < position:
        yield start, position, before


def paths_in(stream: BinaryIO) -> Iterator[str]:
    """The paths in a list, which are parted by line ends, or by zero bytes where its beginning has any."""
    rest = stream.read(_CHUNK)
    separator = b"\0" if b"\0" in rest else b"\n"
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(separator)
        yield from filter(None, map(_path, whole))
    yield from filter(None, map(_path, rest.split(separator)))


def _path(written: bytes) -> str:
    return written.removesuffix(b"\r").decode("utf-8", "surrogateescape")


def stamp(path: str) -> tuple[int, str]:
    """The size of a file in bytes, and what changes when it is written: its time, or its tag in an object store."""
    if is_remote(path):
        files, name = _remote(path)
        with refusing(path):
            info = files.info(name)
        tag = next((str(info[key]) for key in ("etag", "ETag", "md5Hash", "mtime", "created") if info.get(key)), "")
        return int(info["size"]), tag
    with refusing(path):
        found = Path(path).stat()
        if not Path(path).is_file():
            raise InputError(Problem(path, None, None, "not a file"))
    return found.st_size, str(found.st_mtime_ns)


def remote_files(path: str, suffixes: tuple[str, ...], for_globs: tuple[str, ...]) -> Iterator[str]:
    """What a name in an object store stands for: itself, what fits its glob, or the files below it, by name.

    A folder gives files that end in one of ``suffixes``, a glob also those that end in one of ``for_globs``.
    """
    files, name = _remote(path)
    scheme = path.partition("://")[0]
    with refusing(path):
        if "*" in name:
            found = sorted(file for file in files.glob(name) if file.lower().endswith((*suffixes, *for_globs)))
        elif files.isdir(name):
            found = sorted(file for file in files.find(name) if file.lower().endswith(suffixes))
        else:
            found = [name]
    for file in found:
        yield file if is_remote(file) else f"{scheme}://{file.removeprefix(f'{scheme}://')}"


# fsspec describes its file systems loosely, and only this module talks to them.
def _remote(path: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise UsageError(f"{path}: reading it needs fsspec, which the `ray` extra brings") from None
    try:
        return url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from error


def _raw(path: str) -> BinaryIO:
    if is_remote(path):
        files, name = _remote(path)
        return cast("BinaryIO", files.open(name, "rb"))
    return Path(path).open("rb")


class _Zstd(io.RawIOBase):
    """The frames of a Zstandard file, one after the other; an ``EOFError`` where the last one is not whole."""

    def __init__(self, raw: BinaryIO) -> None:
        try:
            import zstandard
        except ImportError:
            raise UsageError("reading .zst needs zstandard: install the `zstd` extra") from None
        self._raw = raw
        self._make = zstandard.ZstdDecompressor().decompressobj
        self._broken = zstandard.ZstdError
        self._frame: ZstdDecompressionObj | None = None
        self._data = memoryview(b"")

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer; 0 at the end of the last frame."""
        while not self._data:
            chunk = self._frame.unused_data if self._frame and self._frame.eof else b""
            chunk = chunk or self._raw.read(_ZSTD_CHUNK)
            if not chunk:
                if self._frame and not self._frame.eof:
                    raise EOFError
                return 0
            self._data = self._decompressed(chunk)
        length = min(len(buffer), len(self._data))
        buffer[:length] = self._data[:length]
        self._data = self._data[length:]
        return length

    def _decompressed(self, chunk: bytes) -> memoryview:
        if self._frame is None or self._frame.eof:
            self._frame = self._make()
        try:
            return memoryview(self._frame.decompress(chunk))
        except self._broken as error:
            raise zlib.error(str(error)) from error
