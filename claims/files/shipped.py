"""What comes with the package: the core vocabulary (``rules/``) and the JSON Schemas (``schemas/``).

A wheel holds them inside the package, at ``claims/shipped``; a checkout, and an install that points to one, at
the root of the repository. What HTML pages are made of stands beside the code that makes them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def rules_folder() -> Path:
    """The folder of the shipped rules files."""
    return _folder("rules")


def schemas_folder() -> Path:
    """The folder of the shipped JSON Schemas."""
    return _folder("schemas")


def language_data(*path: str) -> bytes:
    """The content of a data file of the languages. Raises ``OSError`` where there is none."""
    return _PACKAGE.joinpath("languages", *path).read_bytes()


def language_folders() -> tuple[str, ...]:
    """The codes of the languages that have data files, sorted."""
    folder = _PACKAGE / "languages"
    return tuple(sorted(entry.name for entry in folder.iterdir() if (entry / "numbers.yaml").is_file()))


@cache
def build() -> str:
    """What tells this program from another that may read the same files otherwise.

    A wheel is known by its version, which the caller has; a checkout changes without one, so every file of the
    package counts, by its size and its time.
    """
    if (_PACKAGE / "shipped").is_dir():
        return ""
    return ";".join(sorted(_sizes(str(_PACKAGE))))


def _sizes(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".yaml")):
                found = entry.stat()
                yield f"{entry.path}:{found.st_size}:{found.st_mtime_ns}"
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _sizes(entry.path)


def page_asset(name: str, page: str = "html") -> str:
    """The text of a file that an HTML page holds, its style or its script; ``page`` is its folder in ``reports``."""
    return (_PACKAGE / "reports" / page / name).read_text(encoding="utf-8")


def _folder(name: str) -> Path:
    shipped = _PACKAGE / "shipped" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
