"""The vocabularies that ship with the package, by pinned name: ``core/1`` is the first version of the core one.

A version is pinned so that a vocabulary can grow without changing what a project reports.
"""

from __future__ import annotations

import re
from pathlib import Path

from claims.errors import LoadError, Problem
from claims.files.folders import find
from claims.files.shipped import rules_folder

VOCABULARIES = ("core/1",)
_NAME = re.compile(r"[a-z]+/\d+")


def is_vocabulary(name: str | Path) -> bool:
    """Whether a name has the form of a pinned vocabulary; a folder of that form is written ``./core/1``."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def vocabulary_files(name: str) -> tuple[Path, ...]:
    """The files of a vocabulary. Raises :class:`~claims.errors.LoadError` for one that is not shipped."""
    if name not in VOCABULARIES:
        from claims.loading.spelling import did_you_mean, quoted

        hint = did_you_mean(name, VOCABULARIES) or f"there is {', '.join(VOCABULARIES)}"
        raise LoadError((Problem(name, None, None, f"unknown vocabulary {quoted(name)}", hint),))
    return find([rules_folder()], (".yaml",))
