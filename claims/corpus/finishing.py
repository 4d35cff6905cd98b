"""The report of all parts: what was found in the shards, in their order, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claims.checker import Checker
from claims.corpus.folder import ERRORS, FINDINGS, Folder
from claims.corpus.journal import Journal, refuse_damaged
from claims.corpus.parts import Done, Part, part_path
from claims.corpus.working import Job
from claims.errors import InputError
from claims.files.replacing import replacing


def finish(folder: Folder, journal: Journal, checker: Checker, job: Job) -> None:  # noqa: ARG001
    """Make the report of the parts, file by file, each wholly or not at all.

    Raises :class:`~claims.errors.UsageError` where a part is damaged, which is then made anew by the next run, and
    ``OSError`` where there is no room.
    """
    done = [journal.done[number] for number in sorted(journal.done)]
    _join(folder.path / FINDINGS, _parts(folder, journal, done), Part.findings)
    _join(folder.path / ERRORS, _parts(folder, journal, done), Part.errors)


def _join(path: Path, parts: Iterable[Part], stretch: Callable[[Part], Iterator[bytes]]) -> None:
    with replacing(path) as file:
        for part in parts:
            file.writelines(stretch(part))


def _parts(folder: Folder, journal: Journal, done: Iterable[Done]) -> Iterator[Part]:
    for each in done:
        try:
            part = Part(part_path(folder.parts, each.number), each)
        except InputError:
            journal.lose(each.number)
            refuse_damaged(folder, each.number)
        yield part
