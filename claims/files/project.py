"""Where a project begins and ends, and where its configuration is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.files.asked import note

MARKS = (".claims.yaml", "pyproject.toml", ".git")


def project_folder(file: Path) -> Path:
    """The nearest folder above a file that holds one of :data:`MARKS`; the file's own where none does."""
    own = file.resolve().parent
    return next((folder for folder in (own, *own.parents) if any(existing(folder, MARKS))), own)


def repository_folder(file: Path) -> Path:
    """The nearest folder above a file that is a checkout, which may hold several projects; else its project."""
    folders = file.resolve().parents
    return next((folder for folder in folders if any(existing(folder, (".git",)))), project_folder(file))


def inside_project(file: Path, name: str) -> Path | None:
    """The file called ``name``, seen from ``file``; ``None`` where it lies outside the project, links followed."""
    target = _inside(project_folder(file), file, name)
    note("inside", (str(file), name), lambda: str(target))
    return target


def inside_repository(file: Path, name: str) -> Path | None:
    """As :func:`inside_project`, with all projects of the same checkout inside."""
    target = _inside(repository_folder(file), file, name)
    note("inside-repository", (str(file), name), lambda: str(target))
    return target


def _inside(folder: Path, file: Path, name: str) -> Path | None:
    if "\0" in name:
        return None
    target = (file.resolve().parent / name).resolve()
    return target if target.is_relative_to(folder) else None


def relative_name(path: str, folder: Path) -> str:
    """A path as it is seen from a folder, with slashes; both may be relative to the current folder."""
    return Path(os.path.relpath(path, folder)).as_posix()


def upwards(start: Path) -> Iterator[Path]:
    """The folder that ``start`` is or lies in, and all above it, as absolute paths."""
    here = start.absolute()
    folder = here if here.is_dir() else here.parent
    yield from (folder, *folder.parents)


def existing(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    """Those of the names that are in a folder, in their order."""
    asked = tuple(names)
    found = [folder / name for name in asked if (folder / name).exists()]
    note("there", (str(folder), *asked), lambda: tuple(path.name for path in found))
    return iter(found)


def here() -> str:
    """The current folder, from which relative paths are seen."""
    return str(Path().absolute())
