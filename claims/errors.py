"""The few ways in which a run can be told that something outside the program is wrong.

Each error says whose fault it is: a file with mistakes (:class:`LoadError`), a text that cannot be read
(:class:`InputError`), a command line that makes no sense (:class:`UsageError`). Anything else that is raised
is a fault of this project.
"""

from __future__ import annotations

from claims.dataclasses import dataclass

_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file that a person wrote, at its place.

    ``line`` and ``column`` are 1-based, columns in code points; ``None`` where the whole file is meant.
    ``hint`` says what to do about it, ``excerpt`` shows the line with a caret below.
    """

    path: str
    line: int | None
    column: int | None
    message: str
    hint: str | None = None
    excerpt: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.message}{hint}"


def pointed(line: str, start: int, end: int) -> str:
    """A line with carets under its code points ``start`` to ``end``; of a long one, the piece around them."""
    left = 0 if start < _WIDTH - 20 else start - _WIDTH // 2
    shown = line[left : left + _WIDTH].replace("\t", " ")
    carets = max(1, min(end, len(line), left + _WIDTH) - start)
    return f"{shown}\n{' ' * (start - left)}{'^' * carets}"


class ClaimsError(Exception):
    """Something outside the program is wrong, and the message says what to do."""


class LoadError(ClaimsError):
    """Facts, rules, claims or configuration hold mistakes; all of them are in ``problems``."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class InputError(ClaimsError):
    """A document cannot be read: missing, binary, wrongly encoded, too large."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class UsageError(ClaimsError):
    """The command or a call was used in a way that makes no sense."""
