"""Where something was written in a facts, rules or claims file."""

from __future__ import annotations

from claims.dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file: ``line`` and ``column`` are 1-based, columns in code points."""

    path: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"
