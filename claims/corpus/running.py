"""A whole run: plan, check what is not done yet, make the report.

It may be ended at any moment, by whatever means. The next run with the same grounds and sources goes on; the report
is the same to the byte as that of a run that nobody disturbed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from claims.checker import Checker
from claims.corpus.figures import Figures
from claims.corpus.finishing import finish
from claims.corpus.folder import FINDINGS, Folder, taken
from claims.corpus.journal import Journal, refuse, settle_grounds
from claims.corpus.parts import Done
from claims.corpus.planning import plan
from claims.corpus.plans import Extent, extent_of, first_change, read_plan, write_plan
from claims.corpus.pool import Pulse
from claims.corpus.shards import Shard
from claims.corpus.sources import Sources
from claims.corpus.working import Job
from claims.dataclasses import dataclass
from claims.errors import UsageError
from claims.files.folders import is_there, size_of

Engine = Callable[[Path, Iterable[Shard]], Iterator[Done | Pulse]]
"""Checks shards into parts in a folder, and says which are done."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The sources are being listed, for the plan or to see whether they have changed."""


@dataclass(frozen=True, slots=True)
class Planned:
    """The beginning: how much there is, and how much of it an earlier run has done."""

    extent: Extent
    done: Extent


@dataclass(frozen=True, slots=True)
class Joining:
    """All parts are done, and the report is being made of them."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The end: what all documents come to; ``was`` says that an earlier run had made the report already."""

    figures: Figures
    was: bool = False


Event = Listing | Planned | Done | Pulse | Joining | Finished


@dataclass(frozen=True, slots=True)
class Run:
    """What is to be done: which sources, by what, on which grounds, into which folder."""

    path: Path
    sources: Sources
    grounds: Mapping[str, str]
    checker: Checker
    job: Job

    def events(self, engine: Engine, *, restart: bool = False) -> Iterator[Event]:
        """Do it, and say how far it is.

        Raises :class:`~claims.errors.UsageError` for a folder that belongs to another run, and where an engine does.
        """
        with taken(self.path, restart=restart) as folder:
            yield Listing()
            self._settle(folder)
            with closing(Journal(folder)) as journal:
                yield self._planned(folder, journal)
                was = journal.finished is not None
                if not was:
                    yield from self._checked(folder, journal, engine)
                    yield Joining()
                    finish(folder, journal, self.checker, self.job)
                    journal.finish()
                folder.remove_parts()
                yield Finished(journal.figures, was)

    def _settle(self, folder: Folder) -> None:
        """Plan, or see that what was planned is still there."""
        goes_on = settle_grounds(folder, self.grounds)
        if goes_on and is_there(folder.plan):
            if change := first_change(folder.plan, self.sources):
                refuse(folder, change)
        else:
            texts = self.job.texts
            write_plan(folder.plan, plan(self.sources, texts.columns["text"], texts.maker.fields_of))
        if not size_of(folder.plan):
            folder.clear()
            folders = f"folders give {', '.join(self.sources.suffixes)}"
            raise UsageError(f"nothing to check: {folders}; records are named, or fit a glob in quotes")

    def _planned(self, folder: Folder, journal: Journal) -> Planned:
        if journal.finished is not None and not is_there(folder.path / FINDINGS):
            raise UsageError(f"the report in {folder.path} was complete, and parts of it are gone: use --restart")
        weight = sum(done.weight for done in journal.done.values())
        return Planned(extent_of(folder.plan), Extent(len(journal.done), journal.figures["documents"], weight))

    def _checked(self, folder: Folder, journal: Journal, engine: Engine) -> Iterator[Done | Pulse]:
        pending = read_plan(folder.plan, journal.done)
        for event in engine(folder.parts, pending):
            if isinstance(event, Done):
                journal.add(event)
            yield event
