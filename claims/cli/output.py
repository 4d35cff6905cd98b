"""Everything that is printed: reports to standard output or a file, complaints to standard error."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from claims.errors import Problem

_NARROWEST = 60


def write(text: str, path: str | None = None) -> None:
    """Write a report to a file, whole or not at all, or to standard output."""
    if path is None:
        _put(sys.stdout, text)
        return
    from claims.files.writing import write_text

    write_text(Path(path), text)


def complain(*lines: str) -> None:
    """Say something on standard error."""
    _put(sys.stderr, "".join(f"{line}\n" for line in lines))


def complain_of(problems: Iterable[Problem]) -> None:
    """Show mistakes in files, each at its place with the line it is about."""
    lines: list[str] = []
    for problem in problems:
        lines.append(str(problem))
        lines += [f"    {line}" for line in (problem.excerpt or "").splitlines()]
    count = sum(not line.startswith("    ") for line in lines)
    complain(*lines, f"claims: {count} mistake{'' if count == 1 else 's'}, nothing was checked")


def complain_of_ourselves() -> None:
    """Show the exception being handled and ask to report it."""
    complain(
        traceback.format_exc().rstrip(),
        "claims: this is a fault of claims, not of your files. Please report it with the lines above.",
    )


def wants_color(choice: str) -> bool:
    """Whether to colour: ``auto`` does on a terminal, unless NO_COLOR is set or the terminal is dumb."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """How wide to write: the terminal's width, and 100 elsewhere."""
    return max(shutil.get_terminal_size().columns, _NARROWEST) if sys.stdout.isatty() else 100


def _put(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        # whoever read has gone (claims check | head); the interpreter must not find the pipe again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
