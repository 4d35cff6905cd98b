"""Finding files below folders: the same files in the same order on every machine.

Hidden files and folders and those of version control are left out, links to folders are not followed (so no
loop can be), and what a person names is always taken.
"""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claims.errors import InputError, Problem
from claims.files.asked import note
from claims.files.globs import matches_any

_SKIPPED = frozenset({"CVS", "_darcs", "__pycache__", "node_modules"})


def find(paths: Iterable[str | Path], suffixes: Sequence[str], exclude: Sequence[str] = ()) -> tuple[Path, ...]:
    """The files named, and those below the folders named whose name ends in one of ``suffixes``.

    In the order of ``paths``, each folder's files sorted by path, none twice. ``exclude`` are globs
    (:mod:`claims.files.globs`) over the path below its folder and over the path as a whole; they leave out
    nothing that was named itself. A path that is not there is returned as it is, for the reader to refuse.
    Raises :class:`~claims.errors.InputError` for a folder that may not be read.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        files = sorted(_below(path, tuple(suffixes), exclude)) if path.is_dir() else [path]
        if not exclude:
            _note_found(path, suffixes, files)
        found.update(dict.fromkeys(files))
    return tuple(found)


def _note_found(path: Path, suffixes: Sequence[str], files: Sequence[Path]) -> None:
    note("found", (str(path), *suffixes), lambda: tuple(map(str, files)))


def without(paths: Iterable[Path], others: Iterable[Path]) -> tuple[Path, ...]:
    """Those of the paths that are none of the other files, however the two are written."""
    left_out = {path.resolve() for path in others}
    return tuple(path for path in paths if path.resolve() not in left_out)


def is_excluded(path: Path, exclude: Sequence[str], base: Path | None = None) -> bool:
    """Whether one of the globs takes a path, or the part of it below ``base``."""
    below = path.relative_to(base).as_posix() if base is not None and path.is_relative_to(base) else None
    return matches_any(path.as_posix(), exclude) or (below is not None and matches_any(below, exclude))


def _below(root: Path, suffixes: tuple[str, ...], exclude: Sequence[str]) -> Iterator[Path]:
    waiting = [root]
    while waiting:
        for entry in _entries(waiting.pop()):
            path = Path(entry.path)
            if entry.name.startswith(".") or entry.name in _SKIPPED or is_excluded(path, exclude, root):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif entry.name.lower().endswith(suffixes) and entry.is_file():
                yield path


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        problem = Problem(str(folder), None, None, f"the folder cannot be read: {error.strerror or error}")
        raise InputError(problem) from error


def without_copies(paths: Iterable[Path], others: Iterable[Path]) -> list[Path]:
    """The paths, in their order, but those that hold what a file of the same name among ``others`` holds."""
    by_name = {other.name: other for other in others}
    return [
        path for path in paths if path.name not in by_name or not filecmp.cmp(path, by_name[path.name], shallow=False)
    ]
