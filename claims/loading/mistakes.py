"""Collecting what is wrong with the files of a run, so that a person sees all of it at once.

One :class:`Mistakes` goes with one file; whoever finds something wrong adds it and reads on. Only a file with
more than :data:`MOST` mistakes is cut short.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Protocol

from claims.errors import LoadError, Problem

MOST = 1000
_LONGEST_WORD = 60
_MOST_WORDS = 5000
_LONGEST_EXCERPT = 160


class Located(Protocol):
    """Anything with a place in a file: 1-based, columns in code points."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class MisreadError(ValueError):
    """A value that cannot be read: what is wrong with it, and what to write instead."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(f"{message} ({hint})" if hint else message)
        self.message = message
        self.hint = hint


class Mistakes:
    """The mistakes of one file, in the order they were found."""

    def __init__(self, path: str, text: str = "") -> None:
        self.path = path
        self._text = text
        self._lines: list[str] | None = None
        self._problems: list[Problem] = []
        self._left_out = 0

    def add(self, at: Located | None, message: str, hint: str | None = None) -> None:
        """Note a mistake at a place, or one of the whole file."""
        if len(self._problems) >= MOST:
            self._left_out += 1
        elif at is None:
            self._problems.append(Problem(self.path, None, None, message, hint))
        else:
            excerpt = (self._line(at.line) or "")[:_LONGEST_EXCERPT] or None
            self._problems.append(Problem(self.path, at.line, at.column, message, hint, excerpt))

    def add_misread(self, at: Located, error: MisreadError) -> None:
        """Note a value that could not be read."""
        self.add(at, error.message, error.hint)

    def add_unknown(self, at: Located, kind: str, word: str, known: Iterable[str], hint: str | None = None) -> None:
        """Note a word that is none of those known, with the nearest of them."""
        self.add(at, f"unknown {kind} {quoted(word)}", hint or did_you_mean(word, known) or listing(known))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them by place, and a last one that counts those left out."""
        problems = sorted(self._problems, key=lambda problem: (problem.line or 0, problem.column or 0))
        if self._left_out:
            problems.append(Problem(self.path, None, None, f"and {self._left_out} more mistakes"))
        return tuple(problems)

    def is_quote(self, at: Located) -> bool:
        """Whether a quotation mark stands at a place."""
        line = self._line(at.line) or ""
        return line[at.column - 1 : at.column] in ("'", '"')

    def _line(self, number: int) -> str | None:
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines[number - 1].rstrip("\r") if self._text and 1 <= number <= len(self._lines) else None


def raise_all(mistakes: Iterable[Mistakes]) -> None:
    """Raise :class:`~claims.errors.LoadError` with the mistakes of all files, if there is one."""
    problems = tuple(problem for each in mistakes for problem in each.problems)
    if problems:
        raise LoadError(problems)


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """``did you mean `members`?`` for the nearest known word, or ``None`` where none is near.

    Only words of a sensible length and the first thousands of them are compared: the comparison is slow.
    """
    if not 0 < len(word) <= _LONGEST_WORD:
        return None
    names = [name for name in known if name and abs(len(name) - len(word)) <= len(word)]
    close = get_close_matches(word, names[:_MOST_WORDS], 3, cutoff)
    if not close:
        folded = {name.casefold(): name for name in names[:_MOST_WORDS]}
        close = [folded[near] for near in get_close_matches(word.casefold(), folded, 3, cutoff)]
    if not close:
        return None
    # Fingers slip less often on the first letter than inside.
    nearest = next((name for name in close if name[0].casefold() == word[0].casefold()), close[0])
    return f"did you mean {quoted(nearest)}?"


def listing(known: Iterable[str]) -> str | None:
    """``one of a, b, c`` where there are few enough to read."""
    words = [word for word in known if word]
    return f"one of {', '.join(words)}" if 0 < len(words) <= 20 else None


def quoted(word: str) -> str:
    """A word of the user's in a message, cut where it is long."""
    return f"`{word if len(word) <= _LONGEST_WORD else word[:_LONGEST_WORD] + '…'}`"
