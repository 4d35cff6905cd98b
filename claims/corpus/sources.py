"""What a corpus consists of: files, folders, globs, lists of them, and what lies in object stores."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claims.corpus.shards import RECORDS
from claims.dataclasses import dataclass
from claims.documents import SUFFIXES
from claims.errors import InputError, Problem
from claims.files.folders import is_folder, is_there, walk
from claims.files.globs import fits
from claims.files.streams import is_remote, remote_files

_MAGIC = frozenset("*?[")


def _nothing(_path: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Sources:
    """What was named, in its order, with what is left out: globs, folders, and what a function takes.

    ``suffixes`` are those of the files that folders give, and with ``RECORDS`` those that globs give.
    ``listed`` gives further paths, one after the other, each time it is called; they may be too many to be held.
    """

    named: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    without: tuple[Path, ...] = ()
    suffixes: tuple[str, ...] = SUFFIXES
    is_excluded: Callable[[str], bool] = _nothing
    listed: Callable[[], Iterable[str]] | None = None

    def __iter__(self) -> Iterator[str | Problem]:
        """The names of the files, each once, those of a folder by path; a folder that cannot be read is a problem."""
        found = (file for path in self._paths() for file in self._files(path))
        return iter(found) if len(self.named) == 1 and not self.listed else _once(found)

    def _paths(self) -> Iterator[str]:
        yield from self.named
        yield from self.listed() if self.listed else ()

    def _files(self, path: str) -> Iterator[str | Problem]:
        if is_remote(path):
            yield from _in_store(path, self.suffixes)
        elif is_folder(path):
            yield from self._below(Path(path), self.suffixes)
        elif _MAGIC.isdisjoint(path) or is_there(path):
            yield Path(path).as_posix()
        else:
            yield from self._fitting(path)

    def _below(self, folder: Path, suffixes: tuple[str, ...]) -> Iterator[str | Problem]:
        for file in walk(folder, suffixes, self.exclude, self.without):
            if isinstance(file, Problem):
                yield file
            elif not self.is_excluded(file.as_posix()):
                yield file.as_posix()

    def _fitting(self, pattern: str) -> Iterator[str | Problem]:
        """The files that a glob takes, records among them; a problem where there are none."""
        parts = Path(pattern).parts
        fixed = next(number for number, part in enumerate(parts) if not _MAGIC.isdisjoint(part))
        wanted = Path(pattern).as_posix().split("/")
        found = False
        for file in self._below(Path(*parts[:fixed]), (*self.suffixes, *RECORDS)):
            if isinstance(file, Problem) or fits(file.split("/"), wanted):
                found = True
                yield file
        if not found:
            yield Problem(pattern, None, None, "no file fits", "put the glob in quotes, and see where it begins")


def _in_store(path: str, suffixes: tuple[str, ...]) -> Iterator[str | Problem]:
    try:
        yield from remote_files(path, suffixes, RECORDS)
    except InputError as error:
        yield error.problem


def _once(found: Iterable[str | Problem]) -> Iterator[str | Problem]:
    """Each name once. Sixteen bytes are kept of each, whatever its length."""
    seen: set[bytes] = set()
    for name in found:
        if isinstance(name, str):
            mark = hashlib.blake2b(name.encode("utf-8", "surrogateescape"), digest_size=16).digest()
            if mark in seen:
                continue
            seen.add(mark)
        yield name
