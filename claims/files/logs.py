"""Files that only ever grow by whole lines, and the lock that keeps two programs from growing the same one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


class Log:
    """A file of lines. A line is on the disk before :meth:`add` returns; half a line of a killed program is cut off."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.truncate(path, _whole(path))
        self._file: BinaryIO = path.open("ab")

    def add(self, line: bytes) -> None:
        """Add a line, given without its line end. Raises ``OSError`` where there is no room for it."""
        self._file.write(line + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def read_lines(path: Path) -> Iterator[bytes]:
    """The whole lines of a file, without their ends; none where it is not there."""
    if not path.exists():
        return
    with path.open("rb") as file:
        yield from (line[:-1] for line in file if line.endswith(b"\n"))


def _whole(path: Path) -> int:
    """The length of what of a file is whole lines."""
    end = 0
    with path.open("rb") as file:
        for line in file:
            end += len(line) if line.endswith(b"\n") else 0
    return end


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold a lock that ends with this process, however it ends; false where another process holds it.

    Forked processes do not inherit it. Where the system knows no such locks, everybody gets it.
    """
    try:
        import fcntl
    except ImportError:
        yield True
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
