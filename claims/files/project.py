"""Where a project begins and ends, and where its configuration is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

MARKS = (".claims.yaml", "pyproject.toml", ".git")


def project_folder(file: Path) -> Path:
    """The nearest folder above a file that holds one of :data:`MARKS`; the file's own where none does."""
    own = file.resolve().parent
    return next((folder for folder in (own, *own.parents) if any(existing(folder, MARKS))), own)


def inside_project(file: Path, name: str) -> Path | None:
    """The file called ``name``, seen from ``file``; ``None`` where it lies outside the project, links followed."""
    if "\0" in name:
        return None
    target = (file.resolve().parent / name).resolve()
    return target if target.is_relative_to(project_folder(file)) else None


def upwards(start: Path) -> Iterator[Path]:
    """The folder that ``start`` is or lies in, and all above it, as absolute paths."""
    here = start.absolute()
    folder = here if here.is_dir() else here.parent
    yield from (folder, *folder.parents)


def existing(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    """Those of the names that are in a folder, in their order."""
    return (folder / name for name in names if (folder / name).exists())
