"""The runs of the checker over texts and over structured claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.cli import inputs, kinds
from claims.cli.concluding import Demands, Presentation, conclude
from claims.cli.progress import watched
from claims.cli.project import Project
from claims.cli.times import JudgingTime
from claims.errors import Problem
from claims.model.document import Document
from claims.model.report import Report
from claims.reports.narrowing import Choice, narrow

if TYPE_CHECKING:
    from claims.cli.known import Known


@dataclass(frozen=True, slots=True)
class Fixing:
    """``diff`` shows what would change and changes nothing; ``unsafe`` takes medium confidence for enough."""

    diff: bool = False
    unsafe: bool = False


def check_texts(
    paths: Sequence[str],
    project: Project,
    reading: inputs.Reading,
    *,
    time: JudgingTime,
    choice: Choice,
    presentation: Presentation,
    demands: Demands,
    known: Known | None = None,
    fixing: Fixing | None = None,
    read_all: bool = False,
) -> int:
    """Check the texts at the paths, fix them if asked to, and write the report; the exit status.

    Texts that name nothing that the facts know are skimmed, unless ``read_all``.
    """
    files = inputs.find_files(paths, reading)
    checker = project.checker()
    texts = watched(inputs.read_files(files, reading, None if read_all else checker.prefilter))
    choice.refuse_unknown(checker.rules)
    demands = replace(demands, named=inputs.names(paths, reading))

    def check(texts: Iterable[Document | Problem]) -> Report:
        report = narrow(checker.check_documents(texts, as_of=time.as_of, latest=time.latest), choice)
        return known.hide(report) if known else report

    if fixing is None:
        return conclude(check(texts), presentation, demands)
    from claims.cli.fixing import fix_texts

    return fix_texts(texts, check, reading, fixing, presentation=presentation, demands=demands)


def verify_files(
    files: Sequence[str],
    project: Project,
    *,
    time: JudgingTime,
    choice: Choice,
    presentation: Presentation,
    demands: Demands,
) -> int:
    """Check the claims in the files and write the report; the exit status."""
    from claims.loading import load_claims

    kinds.refuse_wrong_kind(files, kinds.VERIFY)
    checker = project.checker()
    choice.refuse_unknown(checker.rules)
    given = tuple(claim for file in files for claim in load_claims(file, checker.facts))
    report = checker.verify_claims(given, as_of=time.as_of)
    return conclude(narrow(report, choice), presentation, demands)
