"""The text of an expression and where it stands in its file: everything that is needed to point into it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from claims.dataclasses import dataclass
from claims.errors import LoadError, Problem, pointed
from claims.model.place import Place

_SLIP = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Source:
    """An expression as written; ``place`` is that of its first character, ``None`` outside any file.

    Where that is not ``exact``, it is the place of what the expression belongs to, and stands for all of it.
    """

    text: str
    place: Place | None = None
    exact: bool = True

    def problem(self, start: int, end: int, message: str, hint: str | None = None) -> Problem:
        """A mistake at code points ``start`` to ``end``, with the line and a caret under it."""
        before = self.text[:start]
        line = before.count("\n")
        first = before.rfind("\n") + 1
        excerpt = pointed(self.text[first:].partition("\n")[0], start - first, max(end, start + 1) - first)
        if self.place is None:
            return Problem("<expression>", line + 1, start - first + 1, message, hint, excerpt)
        row, column = self.place.line, self.place.column
        if self.exact:
            row, column = row + line, column + start - first
        return Problem(self.place.path, row, column, message, hint, excerpt)

    def error(self, start: int, end: int, message: str, hint: str | None = None) -> LoadError:
        """The same, ready to be raised."""
        return LoadError((self.problem(start, end, message, hint),))


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The nearest known word as a question; letters of other scripts that look alike are pointed out."""
    from difflib import get_close_matches

    alike = sorted(other for other in known if _may_be_meant(word, other))
    close = get_close_matches(word, alike, n=1) if len(word) <= _LONGEST else []
    strange = next((c for c in word if not c.isascii()), None)
    note = f"{strange!r} is {unicodedata.name(strange, 'a character without a name')}" if strange else None
    question = f"did you mean `{close[0]}`?" if close else None
    return "; ".join(part for part in (question, note) if part) or None


def _may_be_meant(word: str, other: str) -> bool:
    """A slip leaves the first letter or the last, and about the length: ten thousand names are soon passed over."""
    return abs(len(other) - len(word)) <= _SLIP and (other[:1] == word[:1] or other[-1:] == word[-1:])
