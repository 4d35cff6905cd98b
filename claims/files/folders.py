"""Finding files below folders: the same files in the same order on every machine.

Hidden files and folders and those of version control are left out, links to folders are not followed (so no
loop can be), and what a person names is always taken.
"""

from __future__ import annotations

import filecmp
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
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
        files = list(walk(path, suffixes, exclude)) if path.is_dir() else [path]
        for file in files:
            if isinstance(file, Problem):
                raise InputError(file)
            found[file] = None
        if not exclude:
            _note_found(path, suffixes, files)
    return tuple(found)


def _note_found(path: Path, suffixes: Sequence[str], files: Sequence[Path | Problem]) -> None:
    note("found", (str(path), *suffixes), lambda: tuple(map(str, files)))


def is_folder(path: str | Path) -> bool:
    """Whether there is a folder of that name."""
    try:
        return Path(path).is_dir()
    except ValueError:
        return False


def is_there(path: str | Path) -> bool:
    """Whether there is anything of that name."""
    try:
        return Path(path).exists()
    except ValueError:
        return False


def names_in(folder: str | Path) -> list[str]:
    """The names of what is in a folder, sorted; none where there is no folder."""
    return sorted(path.name for path in Path(folder).iterdir()) if is_folder(folder) else []


def size_of(path: str | Path) -> int:
    """The size of a file in bytes; 0 where there is none."""
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it; nothing happens where there is none."""
    if path.is_dir() and not path.is_symlink():
        import shutil

        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def without(paths: Iterable[Path], others: Iterable[Path]) -> tuple[Path, ...]:
    """Those of the paths that are none of the other files, however the two are written."""
    left_out = {path.resolve() for path in others}
    return tuple(path for path in paths if path.resolve() not in left_out)


def is_excluded(path: Path, exclude: Sequence[str], base: Path | None = None) -> bool:
    """Whether one of the globs takes a path, or the part of it below ``base``."""
    below = path.relative_to(base).as_posix() if base is not None and path.is_relative_to(base) else None
    return matches_any(path.as_posix(), exclude) or (below is not None and matches_any(below, exclude))


def walk(
    root: Path, suffixes: Sequence[str], exclude: Sequence[str] = (), without: Collection[Path] = ()
) -> Iterator[Path | Problem]:
    """The files below a folder whose name ends in one of ``suffixes``, by path, as :func:`find` describes them.

    A folder that may not be read is a problem in its place. Only the folders on the way to the current file are
    held, so that a corpus of any size can be listed. Folders of ``without``, however they are written, are left out.
    """
    left_out = {folder.resolve() for folder in without}
    waiting = [(Path(root), True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
        elif not left_out or path.resolve() not in left_out:
            try:
                waiting += reversed(_taken(root, path, tuple(suffixes), exclude))
            except OSError as error:
                yield Problem(str(path), None, None, f"the folder cannot be read: {error.strerror or error}")


def _taken(root: Path, folder: Path, suffixes: tuple[str, ...], exclude: Sequence[str]) -> list[tuple[Path, bool]]:
    """What of a folder is a file to take or, with true, a folder to look into; by name."""
    taken = []
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name in _SKIPPED or is_excluded(path, exclude, root):
            continue
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder or (entry.name.lower().endswith(suffixes) and entry.is_file()):
            taken.append((path, is_folder))
    return taken


def without_copies(paths: Iterable[Path], others: Iterable[Path]) -> list[Path]:
    """The paths, in their order, but those that hold what a file of the same name among ``others`` holds."""
    by_name = {other.name: other for other in others}
    return [
        path for path in paths if path.name not in by_name or not filecmp.cmp(path, by_name[path.name], shallow=False)
    ]
