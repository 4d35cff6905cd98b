"""The runs of the checker over texts and over structured claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.cli import inputs, kinds
from claims.cli.concluding import Demands, Presentation, conclude
from claims.cli.project import Project
from claims.cli.times import JudgingTime
from claims.reports.narrowing import Choice


def check_texts(
    paths: Sequence[str],
    project: Project,
    reading: inputs.Reading,
    *,
    time: JudgingTime,
    choice: Choice,
    presentation: Presentation,
    demands: Demands,
) -> int:
    """Check the texts at the paths and write the report; the exit status."""
    texts = inputs.documents(paths, reading)
    checker = project.checker()
    choice.refuse_unknown(checker.rules)
    report = checker.check_documents(texts, as_of=time.as_of, latest=time.latest)
    return conclude(report, choice, presentation, replace(demands, named=inputs.names(paths, reading)))


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
    return conclude(report, choice, presentation, demands)
