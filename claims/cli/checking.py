"""The runs of the checker over texts and over structured claims."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.cli import inputs, kinds
from claims.cli.choices import CheckOptions, Unreadable
from claims.cli.concluding import Demands, Presentation, conclude
from claims.cli.progress import watched
from claims.cli.project import Project, find_project, read_as, start_of
from claims.cli.times import JudgingTime, judging_time
from claims.compiled.results import kept_results
from claims.dataclasses import dataclass, replace
from claims.errors import Problem
from claims.model.document import Document
from claims.model.report import Report
from claims.reports.narrowing import Choice, narrow

if TYPE_CHECKING:
    from claims.cli.known import Known


def check_as(paths: Sequence[str], asked: CheckOptions) -> int:
    """Check the texts at the paths, as the options ask; the exit status."""
    project = find_project(
        asked.facts or (),
        asked.rules or (),
        start=start_of(paths),
        config=asked.config,
        isolated=asked.isolated,
        no_cache=asked.no_cache,
    )
    reading = read_as(project, asked.language, asked.date, asked.about, asked.exclude, asked.stdin_filename)
    chosen = project.configuration
    return check_texts(
        paths,
        project,
        replace(
            reading,
            fields=tuple(asked.fields or ()),
            force_exclude=asked.force_exclude,
            among=project.among(asked.changed_since),
        ),
        time=judging_time(asked.as_of),
        choice=Choice.of(asked.select or chosen.select, asked.ignore or chosen.ignore),
        presentation=Presentation(
            asked.output_format.value, asked.output_file, asked.color.value, asked.verbose, asked.explain
        ),
        demands=Demands(
            project.fail_level(asked.fail_level),
            asked.exit_zero,
            asked.require_support,
            asked.min_checked,
            asked.unreadable is Unreadable.ERROR,
        ),
        known=project.known(asked.baseline),
        fixing=Fixing(asked.diff, asked.unsafe_fixes) if asked.fix or asked.diff else None,
        read_all=asked.read_all or asked.require_support,
    )


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
    _collect_from_here()
    texts = watched(inputs.read_files(files, reading, None if read_all else checker.prefilter))
    choice.refuse_unknown(checker.rules)
    demands = replace(demands, named=inputs.names(paths, reading))

    def check(texts: Iterable[Document | Problem]) -> Report:
        with kept_results(checker.key, checker.rules.policies, time.as_of, time.latest) as results:
            found = checker.check_documents(texts, as_of=time.as_of, latest=time.latest, results=results)
        report = narrow(found, choice)
        return known.hide(report) if known else report

    if fixing is None:
        return conclude(check(texts), presentation, demands)
    from claims.cli.fixing import fix_texts

    return fix_texts(texts, check, reading, fixing, presentation=presentation, demands=demands)


def _collect_from_here() -> None:
    """Look for garbage in what is made from now on; what has been loaded stays to the end."""
    gc.freeze()
    gc.enable()


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
