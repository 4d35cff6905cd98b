"""Languages as data: ``load("en")`` gives the words of English for numbers, units and dates.

Each language is a folder with ``numbers.yaml`` and ``dates.yaml``; a new language is a new folder, and no code.
The comments in ``en/`` say what each key is for. Words are written as readers know them; they are folded here.
"""

from __future__ import annotations

from functools import cache

from claims.errors import UsageError
from claims.files.shipped import language_folders
from claims.languages.data import read_data
from claims.languages.language import Language

__all__ = ["Language", "available", "load"]


@cache
def available() -> tuple[str, ...]:
    """The codes of the languages there are, sorted."""
    return language_folders()


@cache
def load(code: str) -> Language:
    """The language with an ISO 639-1 code. Raises :class:`~claims.errors.UsageError` for one that is not there."""
    if code not in available():
        raise UsageError(f"unknown language {code!r}; there are: {', '.join(available())}")
    from claims.languages.loading import build_language

    return build_language(code, read_data(code, "numbers.yaml"), read_data(code, "dates.yaml"))
