"""The usual command lines of ``claims check``, read without typer, whose import costs more than a small check.

Only what is plainly right is read here: paths, and options as they are documented. Anything else (a misspelt option,
a value that is missing or none of those allowed, ``--help``) is left to typer, which has the words for it. A test
holds the options the same as those of :mod:`claims.cli.check`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from claims.cli.choices import CheckOptions, Color, Level, ReportFormat, Unreadable

MANY = ("facts", "rules", "about", "select", "ignore", "exclude", "fields")
FLAGS = (
    *("explain", "exit_zero", "require_support", "force_exclude", "fix", "diff", "unsafe_fixes"),
    *("isolated", "no_cache", "read_all"),
)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(text)
    return int(text)


ONE: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        **dict.fromkeys(("as_of", "language", "date", "output_file", "baseline"), str),
        **dict.fromkeys(("changed_since", "stdin_filename", "config"), str),
        "output_format": ReportFormat,
        "color": Color,
        "fail_level": Level,
        "unreadable": Unreadable,
        "min_checked": _count,
    }
)
"""How the one value of each of these is read; ``ValueError`` for what is none."""
_VERBOSE = MappingProxyType({"-v": 1, "-vv": 2, "--verbose": 1})
_NAMES = MappingProxyType({f"--{name.replace('_', '-')}": name for name in (*MANY, *FLAGS, *ONE)})


def read_quickly(arguments: Sequence[str]) -> tuple[list[str], CheckOptions] | None:
    """The paths and options of ``claims check ...``; ``None`` for what is to be left to typer."""
    if arguments[:1] != ["check"]:
        return None
    paths: list[str] = []
    given: dict[str, Any] = {}
    waiting = list(arguments[:0:-1])
    while waiting:
        word = waiting.pop()
        if word in _VERBOSE:
            given["verbose"] = given.get("verbose", 0) + _VERBOSE[word]
        elif not word.startswith("-") or word == "-":
            paths.append(word)
        elif not _read_option(word, waiting, given):
            return None
    return (paths, CheckOptions(**given)) if paths else None


def _read_option(word: str, waiting: list[str], given: dict[str, Any]) -> bool:
    """Read an option, with the word after it if that is its value; whether it could be read."""
    option, has_value, value = word.partition("=")
    name = _NAMES.get(option)
    if name is None:
        return False
    if name in FLAGS:
        given[name] = True
        return not has_value
    if not has_value:
        if not waiting or waiting[-1].startswith("-"):
            return False
        value = waiting.pop()
    if name in MANY:
        given[name] = [*given.get(name, ()), value]
        return True
    try:
        given[name] = ONE[name](value)
    except ValueError:
        return False
    return True
