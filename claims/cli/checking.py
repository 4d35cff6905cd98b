"""The runs of the checker: over texts, over structured claims, and for a look at what is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.cli import inputs, kinds, output
from claims.cli.concluding import Demands, Presentation, conclude
from claims.cli.project import Project
from claims.cli.status import OK, TROUBLE
from claims.cli.times import JudgingTime
from claims.errors import UsageError
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
    files: Sequence[str], project: Project, *, choice: Choice, presentation: Presentation, demands: Demands
) -> int:
    """Check the claims in the files and write the report; the exit status."""
    from claims.loading import load_claims

    kinds.refuse_wrong_kind(files, kinds.VERIFY)
    checker = project.checker()
    choice.refuse_unknown(checker.rules)
    given = tuple(claim for file in files for claim in load_claims(file, checker.facts))
    return conclude(checker.verify_claims(given), choice, presentation, demands)


def inspect_texts(
    paths: Sequence[str],
    text: str | None,
    project: Project,
    reading: inputs.Reading,
    *,
    output_format: str,
    output_file: str | None,
) -> int:
    """Show what is read in the texts at the paths, or in ``text``; the exit status."""
    from claims.reports.inspection import inspection_json, inspection_text

    if bool(paths) == (text is not None):
        raise UsageError("inspect takes either paths or --text")
    texts = inputs.documents(paths, reading) if text is None else iter([inputs.document(text, reading)])
    inspection = project.checker().inspect(texts)
    show = inspection_json if output_format == "json" else inspection_text
    output.write(show(inspection), output_file)
    named = inputs.names(paths, reading)
    return TROUBLE if any(it.error and it.path in named for it in inspection.documents) else OK
