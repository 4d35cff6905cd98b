"""The file of known findings: reading it for ``check``, and writing it for ``baseline``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from claims.cli import inputs, output
from claims.cli.progress import watched
from claims.cli.project import Project
from claims.cli.status import OK, TROUBLE
from claims.cli.times import JudgingTime
from claims.dataclasses import dataclass
from claims.editing.baselines import Baseline, baseline_of, baseline_text, hide, read_baseline
from claims.files.project import existing, relative_name
from claims.files.reading import read_text
from claims.model.report import Report
from claims.reports.findings import problem_words
from claims.reports.narrowing import Choice, narrow
from claims.reports.summary import plural

_USUAL = ".claims-baseline.json"


@dataclass(frozen=True, slots=True)
class Known:
    """A baseline, with the folder that its paths are seen from, and which of their files are there no more."""

    baseline: Baseline
    folder: Path
    gone: frozenset[str] = frozenset()

    def hide(self, report: Report) -> Report:
        """The report with what is known at severity ``none``, and what is known and found no more as problems."""
        return hide(report, self.baseline, partial(relative_name, folder=self.folder), self.gone)


def read_known(path: str) -> Known:
    """The known findings in a file. Raises ``InputError`` and ``LoadError``."""
    baseline = read_baseline(read_text(path), path)
    folder = Path(path).parent
    paths = {entry.path.partition("#")[0] for entry in baseline.entries if not entry.path.startswith("(")}
    there = {relative_name(str(file), folder) for file in existing(folder, sorted(paths))}
    return Known(baseline, folder, frozenset(paths - there))


def write_known(
    paths: Sequence[str], project: Project, reading: inputs.Reading, *, time: JudgingTime, path: str | None
) -> int:
    """Write down what is found in the texts at the paths; the exit status."""
    path = path or project.baseline or _USUAL
    texts = watched(inputs.documents(paths, reading))
    found = project.checker().check_documents(texts, as_of=time.as_of, latest=time.latest)
    report = narrow(found, Choice.of(project.configuration.select, project.configuration.ignore))
    baseline = baseline_of(report, partial(relative_name, folder=Path(path).parent))
    output.write(baseline_text(baseline), path)
    unread = [document.error for document in report.documents if document.error]
    output.complain(*(f"{problem.path}: cannot be read: {problem_words(problem)}" for problem in unread))
    files = len({entry.path for entry in baseline.entries})
    output.complain(f"claims: {plural(len(baseline.entries), 'finding')} in {plural(files, 'file')} written to {path}")
    if project.baseline is None:
        output.complain(f"From now on: claims check --baseline {path}, or `baseline: {path}` in .claims.yaml")
    return TROUBLE if unread else OK
