"""The report of all parts: what was found in the shards, in their order, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claims.checker import Checker
from claims.corpus.folder import ERRORS, FINDINGS, OVERVIEW, PAGE, SUMMARY, TABLE, Folder
from claims.corpus.journal import Journal, refuse_damaged
from claims.corpus.parts import Part, part_path
from claims.corpus.rows import COLUMNS, decode_row
from claims.corpus.tally import summarise
from claims.corpus.working import Job
from claims.errors import InputError
from claims.files.columns import can_write, write_lines
from claims.files.logs import read_lines
from claims.files.replacing import replacing
from claims.files.writing import write_text
from claims.model.report import Report
from claims.reports.narrowing import narrow
from claims.reports.overview import as_overview_html, as_summary_json, as_summary_markdown


def finish(folder: Folder, journal: Journal, checker: Checker, job: Job) -> None:
    """Make the report of the parts, file by file, each wholly or not at all; a table only where pyarrow is there.

    Raises :class:`~claims.errors.UsageError` where a part is damaged, which the next run makes anew, and
    ``OSError`` where there is no room.
    """
    findings = folder.path / FINDINGS
    _join(findings, _parts(folder, journal), Part.findings)
    _join(folder.path / ERRORS, _parts(folder, journal), Part.errors)
    if can_write():
        with replacing(folder.path / TABLE) as file:
            write_lines(file, {column.name: column.type.value for column in COLUMNS}, read_lines(findings))
    about_facts = narrow(Report(requirements=checker.requirements), job.choice)
    summary = summarise(
        (part.tally for part in _parts(folder, journal)),
        checker.facts,
        requirements=about_facts.requirements,
        as_of="latest" if job.latest else str(job.as_of) if job.as_of else None,
    )
    write_text(folder.path / SUMMARY, as_summary_json(summary))
    write_text(folder.path / PAGE, as_summary_markdown(summary))
    write_text(folder.path / OVERVIEW, as_overview_html(summary, map(decode_row, read_lines(findings))))


def _join(path: Path, parts: Iterable[Part], stretch: Callable[[Part], Iterator[bytes]]) -> None:
    with replacing(path) as file:
        for part in parts:
            file.writelines(stretch(part))


def _parts(folder: Folder, journal: Journal) -> Iterator[Part]:
    """The parts in the order of their shards. Raises :class:`~claims.errors.UsageError` for one that is damaged."""
    for number in sorted(journal.done):
        try:
            yield Part(part_path(folder.parts, number), journal.done[number])
        except InputError:
            journal.lose(number)
            refuse_damaged(folder, number)
