"""Globs over paths with ``/``: ``*`` and ``?`` stay inside one name, ``**`` crosses folders.

A pattern without ``/`` is about a name at any depth (``drafts``, ``*.tmp``), so it also takes everything inside
a folder of that name; one with ``/`` is about the whole path, and takes everything below what it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern takes a path, relative and with ``/`` as separator."""
    wanted = pattern.strip("/").split("/")
    if len(wanted) == 1:
        wanted.insert(0, "**")
    return fits(path.strip("/").split("/"), [*wanted, "**"])


def matches_any(path: str, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns takes a path."""
    return any(matches(path, pattern) for pattern in patterns)


def fits(names: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether names, one below the other, are what is wanted, in which ``**`` is any number of them."""
    # in time of one times the other: ``reached[i]`` is "the first i names are used up"
    reached = [True] + [False] * len(names)
    for want in wanted:
        if want == "**":
            first = reached.index(True) if True in reached else len(reached)
            reached = [index >= first for index in range(len(reached))]
        else:
            fits = [fnmatchcase(name, want) for name in names]
            reached = [False, *(before and fit for before, fit in zip(reached, fits, strict=False))]
    return reached[-1]
