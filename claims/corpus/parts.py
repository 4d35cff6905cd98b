"""A part: what was found in one shard, in one file that is there wholly or not at all.

Findings, one JSON object a line; errors, the same; the tally; and a foot of JSON that says how long each of the
three is and what the part comes to. The length of the foot and a mark stand at the very end::

    findings | errors | tally | foot | 4 bytes: length of the foot | b"CLMP"
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from claims.corpus.figures import Figures
from claims.dataclasses import dataclass, field
from claims.errors import InputError, Problem
from claims.files.replacing import replacing
from claims.files.streams import opened

_MARK = b"CLMP"
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Done:
    """A part that is there: its number, its size and checksum, and what it comes to."""

    number: int
    size: int
    checksum: int
    weight: int
    figures: Figures


@dataclass(slots=True)
class PartWriter:
    """What one shard comes to, while it is checked. Errors and figures are held, findings go to the file at once."""

    file: BinaryIO
    figures: Counter[str] = field(default_factory=Counter)
    errors: list[bytes] = field(default_factory=list)
    findings: int = 0
    size: int = 0
    checksum: int = 0

    def add_finding(self, line: bytes) -> None:
        """Add a line of findings, which ends with its line end."""
        self.findings += len(line)
        self._write(line)

    def add_error(self, line: bytes) -> None:
        """Add a line of errors, which ends with its line end."""
        self.errors.append(line)

    def end(self, tally: bytes) -> None:
        """Write all that follows the findings."""
        errors = b"".join(self.errors)
        lengths = {"findings": self.findings, "errors": len(errors), "tally": len(tally)}
        foot = json.dumps(lengths | {"figures": dict(sorted(self.figures.items()))}).encode()
        self._write(errors + tally + foot + len(foot).to_bytes(4, "big") + _MARK)

    def _write(self, data: bytes) -> None:
        self.file.write(data)
        self.size += len(data)
        self.checksum = zlib.crc32(data, self.checksum)


def part_path(folder: Path, number: int) -> Path:
    """Where the part of a shard stands."""
    return folder / f"{number:06}.part"


def write_part(path: Path, number: int, weight: int, fill: Callable[[PartWriter], bytes]) -> Done:
    """Write a part; ``fill`` adds what is in it and gives its tally. Raises ``OSError`` where there is no room."""
    with replacing(path) as file:
        writer = PartWriter(file)
        writer.end(fill(writer))
    return Done(number, writer.size, writer.checksum, weight, dict(sorted(writer.figures.items())))


class Part:
    """A part that is read. Raises ``InputError`` for one that is not what was written."""

    def __init__(self, path: Path, done: Done) -> None:
        self._path = str(path)
        self._verify(done)
        with opened(self._path, done.size - len(_MARK) - 4) as file:
            length = int.from_bytes(file.read(4), "big")
        with opened(self._path, done.size - len(_MARK) - 4 - length) as file:
            foot = json.loads(file.read(length))
        self._lengths = tuple(int(foot[name]) for name in ("findings", "errors", "tally"))

    def findings(self) -> Iterator[bytes]:
        """The lines of findings, in pieces of any length."""
        return self._stretch(0, self._lengths[0])

    def errors(self) -> Iterator[bytes]:
        """The lines of errors, in pieces of any length."""
        return self._stretch(self._lengths[0], self._lengths[1])

    @property
    def tally(self) -> bytes:
        """The tally."""
        return b"".join(self._stretch(self._lengths[0] + self._lengths[1], self._lengths[2]))

    def _stretch(self, start: int, length: int) -> Iterator[bytes]:
        with opened(self._path, start) as file:
            while length and (chunk := file.read(min(length, _CHUNK))):
                length -= len(chunk)
                yield chunk

    def _verify(self, done: Done) -> None:
        size = checksum = 0
        with opened(self._path) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                checksum = zlib.crc32(chunk, checksum)
        if (size, checksum) != (done.size, done.checksum):
            raise InputError(Problem(self._path, None, None, "the part is not as it was written: the disk lost some"))
