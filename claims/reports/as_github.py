"""``github``: annotations on a pull request, as workflow commands.

    ::error file=docs/a.md,line=12,endLine=12,col=35,endColumn=37,title=coalition.members is contradicted::...

GitHub shows the first ten errors, ten warnings and ten notices of a step and drops the rest in silence, so the
loudest come first, and a plain line says how many are only in the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from claims.errors import Problem
from claims.model.report import DocumentReport, Report, ReportClaim
from claims.model.verdict import Severity
from claims.reports import findings
from claims.reports.options import PLAIN, RenderOptions
from claims.reports.severities import ORDER
from claims.reports.summary import summarise, summary_line

SHOWN_PER_STEP = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


@dataclass(frozen=True, slots=True)
class _Annotation:
    severity: Severity
    properties: tuple[tuple[str, str | int | None], ...]
    text: str

    def __str__(self) -> str:
        given = ",".join(f"{name}={escape_property(str(it))}" for name, it in self.properties if it is not None)
        return f"::{_COMMANDS[self.severity]} {given}::{escape_data(self.text)}"


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """One line an annotation, then the summary as plain text."""
    annotations = sorted(_annotations(report, options), key=lambda it: -ORDER.index(it.severity))
    lines = [*map(str, annotations), *_dropped(annotations), escape_data(summary_line(summarise(report)))]
    return "\n".join(lines) + "\n"


def escape_data(text: str) -> str:
    """The text of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The value of a property of a workflow command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _annotations(report: Report, options: RenderOptions) -> Iterator[_Annotation]:
    for document in report.documents:
        if document.error:
            yield _warning(document.error, "cannot be read")
        yield from (_claim(document, claim, options) for claim in document.claims if findings.is_finding(claim))
    yield from (_warning(problem, "claims") for problem in report.all_problems)
    for failure in report.requirements:
        if failure.severity is not Severity.NONE:
            fact = next((fact for fact in failure.evidence if fact.path), None)
            place = (("file", fact.path), ("line", fact.line)) if fact else ()
            yield _Annotation(failure.severity, (*place, ("title", failure.rule)), failure.message)
    for clash in report.inconsistencies:
        if clash.severity is not Severity.NONE:
            yield _Annotation(clash.severity, (("title", "inconsistency"),), clash.message)


def _warning(problem: Problem, title: str) -> _Annotation:
    properties = (("file", problem.path), ("line", problem.line), ("title", title))
    return _Annotation(Severity.WARNING, properties, findings.problem_words(problem))


def _claim(document: DocumentReport, claim: ReportClaim, options: RenderOptions) -> _Annotation:
    here = claim.quote is None or findings.is_whole_file(document)
    # an end column on another line makes GitHub drop the annotation's place
    same_line = here and claim.end_line == claim.line
    properties = (
        ("file", document.path or document.id),
        ("line", claim.line if here else None),
        ("endLine", claim.end_line if here else None),
        ("col", claim.column if same_line else None),
        ("endColumn", claim.end_column if same_line else None),
        ("title", findings.headline(claim)),
    )
    return _Annotation(claim.severity, properties, "\n".join(_text(claim, options)))


def _text(claim: ReportClaim, options: RenderOptions) -> Iterator[str]:
    yield from findings.remarks(claim)
    yield from (fact.statement for fact in claim.evidence)
    if source := next(filter(None, map(findings.source, claim.evidence)), ""):
        yield f"Source: {source}."
    if fix := findings.fix(claim):
        yield f"Fix: {fix}"
    if options.explain:
        yield from (node.text for node in claim.because)


def _dropped(annotations: list[_Annotation]) -> Iterator[str]:
    counts = Counter(annotation.severity for annotation in annotations)
    for severity, command in _COMMANDS.items():
        more = counts[severity] - SHOWN_PER_STEP
        if more > 0:
            yield f"GitHub shows the first {SHOWN_PER_STEP} {command}s of a step; {more} more only stand in this log."
