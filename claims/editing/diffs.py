"""What a fix changes, as a unified diff that ``patch`` and ``git apply`` take."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

_NO_LINE_END = "\\ No newline at end of file\n"


def unified_diff(before: str, after: str, path: str) -> str:
    """The difference between two texts of a file, empty where there is none; line ends are those of the texts."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(_ended(lines))


def _lines(text: str) -> list[str]:
    r"""The lines with their ends; only ``\n`` ends one, as for ``patch``."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}"
