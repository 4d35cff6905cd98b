"""What a piece of work asked of the disk, and whether it would hear the same again.

Within :func:`noting`, every door of :mod:`claims.files` that work goes through writes down what was asked and what
the answer was: the content of a file, the files of a folder, which of some names are there, where a name leads.
:func:`holds` asks everything once more. So whoever keeps a result needs no list of what it rests on, and none that
could be forgotten: a file that is new in a folder, or one that a value was taken from, is an answer like another.

Content is compared by its digest. Only of a large file is that taken for unchanged whose size and times are what
they were; a file written within the last seconds does not count, as it may change again within the same tick, and
on Windows, where no time tells of every change, none does.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

Answer: TypeAlias = "str | tuple[str, ...] | None"
Question: TypeAlias = "tuple[str, tuple[str, ...], Answer]"
"""What was asked (``content``, ``found``, ``there``, ``inside``, ``inside-repository``), of what, and the answer."""

_LARGE = 2**20
_SETTLED_AFTER_NS = 2 * 10**9
_notes: ContextVar[list[Question] | None] = ContextVar("notes", default=None)


@contextmanager
def noting() -> Iterator[list[Question]]:
    """Collect what is asked within, in its order."""
    notes: list[Question] = []
    token = _notes.set(notes)
    try:
        yield notes
    finally:
        _notes.reset(token)


def note(kind: str, asked: Iterable[str], answer: Callable[[], Answer]) -> None:
    """Write down an answer, if somebody collects them."""
    notes = _notes.get()
    if notes is not None:
        notes.append((kind, tuple(asked), answer()))


def content(path: str | Path, data: bytes) -> tuple[str, str]:
    """What is noted of a file: the digest of its content, and its size and times where they can be relied on."""
    return (digest(data), _settled(path) if len(data) > _LARGE else "")


def digest(data: bytes) -> str:
    """The digest of a content."""
    return blake2b(data, digest_size=16).hexdigest()


def holds(questions: Iterable[Sequence[object]]) -> bool:
    """Whether every question has the answer that it had. Malformed ones have not."""
    return all(len(question) == 3 and _holds(*question) for question in questions)


def _holds(kind: object, asked: object, answer: object) -> bool:
    if not isinstance(asked, list | tuple) or not all(isinstance(part, str) for part in asked):
        return False
    before = tuple(answer) if isinstance(answer, list | tuple) else answer
    try:
        if kind == "content":
            return isinstance(before, tuple) and _is_same(asked[0], *before)
        return _ask(str(kind), *asked) == before
    except (IndexError, OSError, TypeError, ValueError):
        return False


def _is_same(path: str, known: str, settled: str) -> bool:
    return bool(settled and _settled(path) == settled) or digest(Path(path).read_bytes()) == known


def _ask(kind: str, *asked: str) -> Answer:
    from claims.files import folders, project

    first, *more = asked
    match kind:
        case "found":
            return tuple(map(str, folders.find([first], more)))
        case "there":
            return tuple(path.name for path in project.existing(Path(first), more))
        case "inside":
            return str(project.inside_project(Path(first), more[0]))
        case "inside-repository":
            return str(project.inside_repository(Path(first), more[0]))
    raise ValueError(kind)


def _settled(path: str | Path) -> str:
    """Size and times of a file that has been left alone for a moment; else nothing."""
    if sys.platform == "win32":
        return ""
    try:
        found = os.stat(path)  # noqa: PTH116 - asked of every large file at every start
    except (OSError, ValueError):
        return ""
    if time.time_ns() - max(found.st_ctime_ns, found.st_mtime_ns) < _SETTLED_AFTER_NS:
        return ""
    return f"{found.st_ino}:{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}"
