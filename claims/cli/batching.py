"""The run of a batch: from options to a report folder, with a line that says how far it is."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claims.cli import inputs, kinds, output
from claims.cli.concluding import Demands
from claims.cli.grounds import grounds_of
from claims.cli.meter import Meter
from claims.cli.project import Project
from claims.cli.status import FINDINGS, INTERRUPTED, OK, TROUBLE
from claims.cli.times import JudgingTime
from claims.corpus.entries import FIELDS, Texts
from claims.corpus.figures import Figures, summary_of
from claims.corpus.folder import ERRORS, OVERVIEW
from claims.corpus.pool import Pool, Workshop
from claims.corpus.running import Engine, Finished, Run
from claims.corpus.sources import Sources
from claims.corpus.working import Job
from claims.dataclasses import dataclass, replace
from claims.errors import UsageError
from claims.files.logs import read_lines
from claims.files.machine import processors
from claims.files.streams import opened, paths_in
from claims.model.report import Report
from claims.reports.narrowing import Choice, narrow
from claims.reports.severities import is_at_least
from claims.reports.summary import plural, summary_line

if TYPE_CHECKING:
    from claims.corpus.parts import Done
    from claims.corpus.pool import Pulse
    from claims.corpus.shards import Shard

_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the work: ``pool`` or ``ray``, with how many workers, and how long a text may take (seconds)."""

    engine: str
    workers: int | None
    patience: float | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Records:
    """How texts are read: ``OURS=THEIRS`` for the fields of records, the size of the largest (MiB), and whether all."""

    renamed: Sequence[str]
    max_size: int
    read_all: bool = False

    def texts(self, reading: inputs.Reading) -> Texts:
        """How documents are made. Raises :class:`~claims.errors.UsageError` for a field that is none."""
        return Texts(reading, tuple(map(_renamed, self.renamed)), self.max_size * _MIB)


def _renamed(written: str) -> tuple[str, str]:
    ours, equals, theirs = written.partition("=")
    if not equals or not theirs or ours not in FIELDS:
        raise UsageError(f"--rename {written}: write OURS=THEIRS, with one of {', '.join(FIELDS)} as OURS")
    return ours, theirs


def check_corpus(
    paths: Sequence[str],
    files_from: str | None,
    project: Project,
    reading: inputs.Reading,
    *,
    report: str,
    time: JudgingTime,
    selection: tuple[Sequence[str], Sequence[str]],
    records: Records,
    crew: Crew,
    restart: bool,
    demands: Demands,
) -> int:
    """Check what is named into the report folder; the exit status."""
    checker = project.checker()
    choice = Choice.of(*selection)
    choice.refuse_unknown(checker.rules)
    job = Job(records.texts(reading), time.as_of, time.latest, choice, records.read_all)
    sources = _sources(paths, files_from, reading, Path(report))
    run = Run(Path(report), sources, grounds_of(project, checker, reading, job, selection), checker, job)
    figures = _run(run, _engine(crew, project, job, run), restart=restart)
    if figures is None:
        return INTERRUPTED
    about_facts = narrow(Report(requirements=checker.requirements), choice)
    return _conclude(Path(report), figures, about_facts, replace(demands, named=inputs.names(paths, reading)))


def _run(run: Run, engine: Engine, *, restart: bool) -> Figures | None:
    """What all documents come to; ``None`` where somebody ended the run."""
    meter = Meter()
    figures: Figures = {}
    try:
        with _ended_by_term():
            for event in run.events(engine, restart=restart):
                meter.see(event)
                if isinstance(event, Finished):
                    figures = event.figures
                    if event.was:
                        output.complain(f"claims: the report in {run.path} is complete; --restart checks all again")
    except KeyboardInterrupt:
        meter.end()
        done = f"{meter.parts} of {plural(meter.planned, 'part')} are done" if meter.planned else "nothing is done yet"
        output.complain(f"claims: interrupted: {done}; the same command goes on")
        return None
    finally:
        meter.end()
    return figures


@contextmanager
def _ended_by_term() -> Iterator[None]:
    """A polite end by a build server is taken as Ctrl-C."""

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _engine(crew: Crew, project: Project, job: Job, run: Run) -> Engine:
    def pool(folder: Path, shards: Iterable[Shard]) -> Iterator[Done | Pulse]:
        shop = Workshop(project.checker, job, folder, crew.patience)
        with Pool(shop, crew.workers or processors(), run.checker) as hands:
            yield from hands.run(shards)

    def ray(folder: Path, shards: Iterable[Shard]) -> Iterator[Done | Pulse]:
        from claims.corpus.on_ray import Cluster

        shop = Workshop(project.checker, job, folder, crew.patience)
        return Cluster(crew.address, crew.workers).run(shop, shards)

    return ray if crew.engine == "ray" else pool


def _sources(paths: Sequence[str], files_from: str | None, reading: inputs.Reading, report: Path) -> Sources:
    lists = [*(path for path in paths if path == inputs.STDIN), *([files_from] if files_from else [])]
    named = tuple(path for path in paths if path != inputs.STDIN)
    if not named and not lists:
        raise UsageError("nothing to check: name texts, folders, globs or records, or give a list with `-`")
    kinds.refuse_wrong_kind((path for path in named if not reading.fields_of(path)), kinds.BATCH)
    return Sources(
        named,
        exclude=reading.exclude,
        without=(report,),
        suffixes=reading.suffixes,
        is_excluded=partial(inputs.is_left_out, reading=reading),
        listed=partial(_listed, lists) if lists else None,
    )


def _listed(lists: Sequence[str]) -> Iterator[str]:
    """The paths in lists, one after the other."""
    for name in lists:
        if name == inputs.STDIN:
            yield from paths_in(sys.stdin.buffer)
        else:
            with opened(name) as file:
                yield from paths_in(file)


def _conclude(report: Path, figures: Figures, about_facts: Report, demands: Demands) -> int:
    """Say what it comes to, and where to look; the exit status."""
    summary = summary_of(figures, about_facts)
    output.write(f"{summary_line(summary)}\n")
    output.complain(f"claims: the report is in {report}: begin with {OVERVIEW}")
    if summary.unreadable:
        output.complain(f"claims: {plural(summary.unreadable, 'text')} could not be checked: {report / ERRORS}")
    if summary.unreadable and (demands.unreadable or _is_missing(report, demands.named)):
        return TROUBLE
    loud = sum(number for severity, number in summary.severities if is_at_least(severity, demands.fail_level))
    return FINDINGS if loud and not demands.exit_zero else OK


def _is_missing(report: Path, named: Sequence[str]) -> bool:
    """Whether one of the files that were named could not be read at all."""
    errors = map(json.loads, read_lines(report / ERRORS))
    return any(error["line"] is None and error["path"] in named for error in errors)
