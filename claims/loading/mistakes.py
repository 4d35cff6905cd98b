"""Collecting what is wrong with the files of a run, so that a person sees all of it at once.

One :class:`Mistakes` goes with one file; whoever finds something wrong adds it and reads on. Only a file with
more than :data:`MOST` mistakes is cut short, and the nearest word is looked for :data:`MOST_SEARCHES` times.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from claims.errors import LoadError, Problem, pointed
from claims.loading.spelling import did_you_mean, listing, quoted

MOST = 1000
MOST_SEARCHES = 100


class Located(Protocol):
    """Anything with a place in a file: 1-based, columns in code points."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class MisreadError(ValueError):
    """A value that cannot be read: what is wrong with it, and what to write instead.

    Where a ``word`` is none of those ``known``, the nearest of them is looked for when the message is made.
    """

    def __init__(self, message: str, hint: str | None = None, *, word: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.word = word
        self.known = known

    def __str__(self) -> str:
        hint = did_you_mean(self.word, self.known) or self.hint
        return f"{self.message} ({hint})" if hint else self.message


class Mistakes:
    """The mistakes of one file, in the order they were found."""

    def __init__(self, path: str, text: str = "") -> None:
        self.path = path
        self._text = text
        self._lines: list[str] | None = None
        self._problems: list[Problem] = []
        self._left_out = 0
        self._searches_left = MOST_SEARCHES

    def add(self, at: Located | None, message: str, hint: str | None = None) -> None:
        """Note a mistake at a place, or one of the whole file."""
        if len(self._problems) >= MOST:
            self._left_out += 1
        elif at is None:
            self._problems.append(Problem(self.path, None, None, message, hint))
        else:
            line = self.line(at.line)
            excerpt = pointed(line, at.column - 1, at.column) if line else None
            self._problems.append(Problem(self.path, at.line, at.column, message, hint, excerpt))

    def add_misread(self, at: Located, error: MisreadError) -> None:
        """Note a value that could not be read."""
        self.add(at, error.message, self._nearest(error.word, error.known) or error.hint)

    def add_unknown(
        self, at: Located, kind: str, word: str, known: Iterable[str], otherwise: str | None = None
    ) -> None:
        """Note a word that is none of those known, with the nearest of them, else what to do ``otherwise``."""
        self.add(at, f"unknown {kind} {quoted(word)}", self._nearest(word, known) or otherwise or listing(known))

    def _nearest(self, word: str, known: Iterable[str]) -> str | None:
        if not word or self._searches_left <= 0:
            return None
        self._searches_left -= 1
        return did_you_mean(word, known)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them by place, and a last one that counts those left out."""
        problems = sorted(self._problems, key=lambda problem: (problem.line or 0, problem.column or 0))
        if self._left_out:
            problems.append(Problem(self.path, None, None, f"and {self._left_out} more mistakes"))
        return tuple(problems)

    def is_quote(self, at: Located) -> bool:
        """Whether a quotation mark stands at a place."""
        line = self.line(at.line) or ""
        return line[at.column - 1 : at.column] in ("'", '"')

    def line(self, number: int) -> str | None:
        """A line of the file, without its end; ``None`` where there is none."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines[number - 1].rstrip("\r") if self._text and 1 <= number <= len(self._lines) else None


def raise_all(mistakes: Iterable[Mistakes]) -> None:
    """Raise :class:`~claims.errors.LoadError` with the mistakes of all files, if there is one."""
    problems = tuple(problem for each in mistakes for problem in each.problems)
    if problems:
        raise LoadError(problems)
