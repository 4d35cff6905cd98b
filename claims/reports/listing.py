"""Every finding of a report as one flat list, for the outputs that other tools read.

Such tools know a file, a place, a severity and a text. What cannot be read, failed requirements and inconsistencies
stand in the list like claims: a requirement at the first fact it rests on, an inconsistency at its first claim.
Lines are given where they are lines of the file: those of a record are counted in its text, so only the file is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.dataclasses import dataclass, replace
from claims.errors import Problem
from claims.model.report import DocumentReport, Inconsistency, Report, ReportClaim, RequirementFailure
from claims.model.verdict import Severity
from claims.reports import findings
from claims.reports.fingerprints import digest
from claims.reports.options import PLAIN, RenderOptions
from claims.reports.severities import ORDER

UNREADABLE = "unreadable"
REQUIREMENT = "requirement"
INCONSISTENCY = "inconsistency"
SUPPRESSION = "suppression"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: ``code`` is the verdict, or one of the words above this class.

    Lines and columns are those of :class:`~claims.model.report.ReportClaim`, ``None`` as far as they are not known.
    ``document`` and ``claim`` are set where the finding is about a claim.
    """

    code: str
    severity: Severity
    title: str
    details: tuple[str, ...]
    fingerprint: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    document: DocumentReport | None = None
    claim: ReportClaim | None = None

    @property
    def text(self) -> str:
        """The title and the details as one paragraph."""
        return " ".join((f"{self.title}.", *self.details))


def listed(report: Report, options: RenderOptions = PLAIN) -> list[Finding]:
    """The findings in the order of the documents, then the requirements and inconsistencies."""
    found: list[Finding] = []
    for document in report.documents:
        if document.error:
            found.append(_problem(document.error, UNREADABLE, "cannot be read"))
        found += (_claim(document, claim, options) for claim in document.claims if findings.is_finding(claim))
    found += (_problem(problem, SUPPRESSION, "claims") for problem in report.all_problems)
    found += (_requirement(failure) for failure in report.requirements if failure.severity is not Severity.NONE)
    found += _inconsistencies(report)
    return found


def loudest_first(found: Iterable[Finding]) -> list[Finding]:
    """The findings by severity, each in the order it had, for readers that cut a long list off."""
    return sorted(found, key=lambda finding: -ORDER.index(finding.severity))


def _problem(problem: Problem, code: str, title: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        title=title,
        details=(findings.problem_words(problem),),
        fingerprint=digest(code, problem.path, problem.message),
        path=problem.path,
        line=problem.line,
    )


def _claim(document: DocumentReport, claim: ReportClaim, options: RenderOptions) -> Finding:
    here = claim.quote is None or findings.is_whole_file(document)
    return Finding(
        code=claim.verdict.value,
        severity=claim.severity,
        title=findings.headline(claim),
        details=tuple(_details(claim, options)),
        fingerprint=claim.fingerprint,
        path=document.path or document.id,
        line=claim.line if here else None,
        column=claim.column if here else None,
        end_line=claim.end_line if here else None,
        end_column=claim.end_column if here else None,
        document=document,
        claim=claim,
    )


def _details(claim: ReportClaim, options: RenderOptions) -> Iterator[str]:
    yield from findings.remarks(claim)
    yield from (fact.statement for fact in claim.evidence)
    if source := next(filter(None, map(findings.source, claim.evidence)), ""):
        yield f"Source: {source}."
    if fix := findings.fix(claim):
        yield f"Fix: {fix}"
    if options.explain:
        yield from (node.text for node in claim.because)


def _requirement(failure: RequirementFailure) -> Finding:
    fact = next((fact for fact in failure.evidence if fact.path), None)
    return Finding(
        code=REQUIREMENT,
        severity=failure.severity,
        title=failure.rule,
        details=(failure.message,),
        fingerprint=digest(REQUIREMENT, failure.rule, failure.message, *(fact.statement for fact in failure.evidence)),
        path=fact.path if fact else None,
        line=fact.line if fact else None,
    )


def _inconsistencies(report: Report) -> Iterator[Finding]:
    known = {
        (document.id, claim.id): (document, claim)
        for document in (report.documents if report.inconsistencies else ())
        for claim in document.claims
    }
    for clash in report.inconsistencies:
        if clash.severity is not Severity.NONE:
            members = [(it.document, it.claim) for it in clash.claims]
            yield _inconsistency(clash, [known[member] for member in members if member in known])


def _inconsistency(clash: Inconsistency, members: list[tuple[DocumentReport, ReportClaim]]) -> Finding:
    places = [findings.place(document, claim) for document, claim in members]
    finding = Finding(
        code=INCONSISTENCY,
        severity=clash.severity,
        title=INCONSISTENCY,
        details=(f"{clash.message}.", f"Said in {', '.join(places)}.") if places else (f"{clash.message}.",),
        fingerprint=digest(INCONSISTENCY, clash.message, *(claim.fingerprint for _, claim in members)),
    )
    return _at(finding, *members[0]) if members else finding


def _at(finding: Finding, document: DocumentReport, claim: ReportClaim) -> Finding:
    stands = _claim(document, claim, PLAIN)
    return replace(
        finding,
        path=stands.path,
        line=stands.line,
        column=stands.column,
        end_line=stands.end_line,
        end_column=stands.end_column,
    )
