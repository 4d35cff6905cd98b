"""The report folder: what is in it, and whose it is.

    findings.jsonl  findings.parquet  errors.jsonl  summary.json  summary.md  overview.html     the report
    journal/        manifest.json  plan.jsonl  done.jsonl  lock        what the run rests on, and what is done
    parts/          000000.part ...                                    what is done, until the report is made of it

A folder that holds something else is never written to.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.dataclasses import dataclass
from claims.errors import UsageError
from claims.files.folders import is_folder, is_there, names_in, remove
from claims.files.logs import locked
from claims.files.replacing import remove_halves

FINDINGS, TABLE, ERRORS = "findings.jsonl", "findings.parquet", "errors.jsonl"
SUMMARY, PAGE, OVERVIEW = "summary.json", "summary.md", "overview.html"
OUTPUTS = (FINDINGS, TABLE, ERRORS, SUMMARY, PAGE, OVERVIEW)


@dataclass(frozen=True, slots=True)
class Folder:
    """The paths of a report folder."""

    path: Path

    @property
    def parts(self) -> Path:
        """The folder of the parts."""
        return self.path / "parts"

    @property
    def journal(self) -> Path:
        """The folder of what the run rests on and of what is done."""
        return self.path / "journal"

    @property
    def manifest(self) -> Path:
        """What the run rests on."""
        return self.journal / "manifest.json"

    @property
    def plan(self) -> Path:
        """The shards, one a line."""
        return self.journal / "plan.jsonl"

    @property
    def done(self) -> Path:
        """The parts that are done, one a line."""
        return self.journal / "done.jsonl"

    def clear(self) -> None:
        """Remove the report and all that it was made of; nothing else."""
        for name in (*OUTPUTS, "journal/manifest.json", "journal/plan.jsonl", "journal/done.jsonl", "parts"):
            remove(self.path / name)

    def remove_parts(self) -> None:
        """Remove the parts, which the report was made of."""
        remove(self.parts)


@contextmanager
def taken(path: Path, *, restart: bool) -> Iterator[Folder]:
    """The report folder at a path, for this process alone.

    Raises :class:`~claims.errors.UsageError` for a folder that is somebody else's, or in use.
    """
    folder = Folder(path)
    if is_there(path) and not is_folder(path):
        raise UsageError(f"{path} is a file: name a folder for the report")
    if names_in(path) and not is_folder(folder.journal):
        raise UsageError(f"{path} is not empty and holds no report of `claims batch`: name another folder")
    try:
        with locked(folder.journal / "lock") as ours:
            if not ours:
                raise UsageError(f"another run is writing to {path}: wait for it, or name another folder")
            if restart:
                folder.clear()
            for place in (folder.path, folder.journal, folder.parts):
                remove_halves(place)
            yield folder
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error
