"""Everything that is printed: reports to standard output or a file, complaints to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from claims.errors import Problem, UsageError

_NARROWEST = 60


def write(text: str, path: str | None = None) -> None:
    """Write a report to a file, whole or not at all, or to standard output.

    Raises :class:`~claims.errors.UsageError` where the file cannot be written.
    """
    if path is None:
        _put(sys.stdout, text)
        return
    from claims.files.writing import write_text

    try:
        write_text(Path(path), text)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error


def tell(text: str) -> None:
    """Write to standard error without ending the line."""
    _put(sys.stderr, text)


def complain(*lines: str) -> None:
    """Say something on standard error."""
    _put(sys.stderr, "".join(f"{line}\n" for line in lines))


def complain_of(problems: Sequence[Problem]) -> None:
    """Show mistakes in files, each at its place with the line it is about."""
    from claims.reports.screen import harmless
    from claims.reports.summary import plural

    for problem in problems:
        complain(harmless(str(problem)), *(f"    {harmless(line)}" for line in (problem.excerpt or "").splitlines()))
    complain(f"claims: {plural(len(problems), 'mistake')}, nothing was checked")


def complain_of_ourselves() -> None:
    """Show the exception being handled and ask to report it."""
    import traceback

    complain(
        traceback.format_exc().rstrip(),
        "claims: this is a fault of claims, not of your files. Please report it with the lines above.",
    )


def wants_color(choice: str) -> bool:
    """Whether to colour: ``auto`` does on a terminal, unless NO_COLOR is set or the terminal is dumb."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def is_dialogue() -> bool:
    """Whether somebody can be asked: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def is_watched() -> bool:
    """Whether somebody sees standard error as it is written, on a terminal that can take a line back."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """How wide to write: the terminal's width, and 100 elsewhere."""
    if not sys.stdout.isatty():
        return 100
    import shutil

    return max(shutil.get_terminal_size().columns, _NARROWEST)


def _put(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        # whoever read has gone (claims check | head); the interpreter must not find the pipe again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
