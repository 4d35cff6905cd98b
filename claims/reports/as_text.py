"""``text``: for people at a terminal.

    communique.md:12:35: error: coalition.members is contradicted
       12 | The Coalition now counts 85 members, among them the European Union.
          |                          ^^ 84
       The Global Coalition Against Daesh has 84 members (as of October 2024).   facts/coalition.yaml:21
       Source: Ministry of Foreign Affairs, 2024-10: "84 members".   Fix: 85 → 84

    2 documents, 9 values: 6 supported, 1 contradicted, 1 outdated, 1 not checked (no entity)

A report on more than two documents ends with a table by fact and verdict. Text from documents and facts is shown
without control characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.errors import Problem
from claims.model.report import Because, DocumentReport, Evidence, Report, ReportClaim, UncheckedValue
from claims.reports import findings
from claims.reports.options import PLAIN, RenderOptions
from claims.reports.screen import Paint, excerpt, harmless
from claims.reports.summary import in_words, summarise, summary_line
from claims.reports.tables import fact_table

_MOST_EVIDENCE = 3
_GUTTER = 8
_INDENT = "   "


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The report as text that ends with a line end."""
    paint = Paint(options.color)
    blocks = [block for document in report.documents for block in _document(document, options, paint)]
    blocks += _requirements(report, options, paint)
    blocks += _inconsistencies(report, paint)
    blocks += (_problem(problem, paint) for problem in report.problems)
    blocks += _skimmed(report) if options.verbosity else ()
    if len(report.documents) > 2:
        blocks += filter(None, ["\n".join(fact_table(report))])
    return "\n\n".join([*blocks, _last_line(report, paint)]) + "\n"


def _skimmed(report: Report) -> Iterator[str]:
    names = [findings.document_name(document) for document in report.documents if document.is_skimmed]
    if names:
        yield "\n".join(
            [
                "Not read, since they name nothing that the facts know (--read-all reads them too):",
                *(f"{_INDENT}{harmless(name)}" for name in names),
            ]
        )


def _last_line(report: Report, paint: Paint) -> str:
    summary = summarise(report)
    loudest = next((severity for severity, number in summary.severities if number), None)
    style = loudest.value if loudest else "good" if summary.decided else "bold"
    return paint(summary_line(summary), style)


def _document(document: DocumentReport, options: RenderOptions, paint: Paint) -> Iterator[str]:
    if document.error:
        place = paint(harmless(findings.problem_place(document.error)), "bold")
        words = harmless(findings.problem_words(document.error))
        yield f"{place}: {paint('warning', 'warning')}: cannot be read: {words}"
    for claim in findings.shown(document.claims, options.verbosity):
        yield "\n".join(_claim(document, claim, options, paint))
    yield from (_problem(problem, paint) for problem in document.problems)
    if options.verbosity and document.unchecked:
        yield "\n".join(_unchecked(document, value, paint) for value in document.unchecked)


def _problem(problem: Problem, paint: Paint) -> str:
    place = paint(harmless(findings.problem_place(problem)), "bold")
    return f"{place}: {paint('warning', 'warning')}: {harmless(findings.problem_words(problem))}"


def _claim(document: DocumentReport, claim: ReportClaim, options: RenderOptions, paint: Paint) -> Iterator[str]:
    label = findings.label(claim)
    style = label if findings.is_finding(claim) else "dim"
    where = paint(harmless(findings.place(document, claim)), "bold")
    yield f"{where}: {paint(label, style)}: {harmless(findings.headline(claim))}"
    yield from _excerpt(claim, options, paint, style)
    for remark in findings.remarks(claim):
        yield f"{_INDENT}{harmless(remark)}"
    yield from _evidence(claim.evidence, paint)
    if last := _source_and_fix(claim, paint):
        yield last
    if options.explain:
        yield f"{_INDENT}Because:"
        yield from tree(claim.because, _INDENT * 2)


def _excerpt(claim: ReportClaim, options: RenderOptions, paint: Paint, style: str) -> Iterator[str]:
    if claim.excerpt is None or claim.line is None or claim.column is None:
        return
    start = claim.column - claim.excerpt_column
    same_line = claim.end_line == claim.line and claim.end_column is not None
    end = (claim.end_column or 0) - claim.excerpt_column if same_line else len(claim.excerpt)
    piece = excerpt(claim.excerpt, start, end, options.width - _GUTTER)
    yield f"{paint(f'{claim.line:>5} |', 'dim')} {piece.text}"
    hint = f" {harmless(claim.suggestion.text)}" if claim.suggestion and _is_underlined(claim) else ""
    yield f"{paint('      |', 'dim')} {' ' * piece.start}{paint('^' * piece.length, style)}{paint(hint, 'good')}"


def _is_underlined(claim: ReportClaim) -> bool:
    """Whether the suggestion replaces just what is underlined: the blamed part, else the value."""
    new, blamed = claim.suggestion, claim.blame
    if blamed and blamed.start is not None:
        return new is not None and (new.start, new.end) == (blamed.start, blamed.end)
    return new is not None and (new.start, new.end) == (claim.value_start, claim.value_end)


def _evidence(evidence: tuple[Evidence, ...], paint: Paint) -> Iterator[str]:
    for fact in evidence[:_MOST_EVIDENCE]:
        place = f"{_INDENT}{fact.path}:{fact.line}" if fact.path else ""
        yield f"{_INDENT}{harmless(fact.statement)}{paint(harmless(place), 'dim')}"
    if len(evidence) > _MOST_EVIDENCE:
        yield f"{_INDENT}and {len(evidence) - _MOST_EVIDENCE} more facts"


def _source_and_fix(claim: ReportClaim, paint: Paint) -> str:
    source = next(filter(None, map(findings.source, claim.evidence)), "")
    fix = findings.fix(claim)
    parts = [f"Source: {source}." if source else "", f"Fix: {fix}" if fix else ""]
    styled = [harmless(parts[0]), paint(harmless(parts[1]), "good")]
    return _INDENT + _INDENT.join(filter(None, styled)) if any(parts) else ""


def tree(nodes: Iterable[Because], indent: str) -> Iterator[str]:
    """The explanation, a node a line, each under what it supports."""
    for node in nodes:
        yield f"{indent}{harmless(node.text)}"
        yield from tree(node.children, indent + "  ")


def _unchecked(document: DocumentReport, value: UncheckedValue, paint: Paint) -> str:
    place = f"{findings.document_name(document)}:{value.line}:{value.column}"
    said = f"{value.kind} {value.quote!r} is not checked: {in_words(value.reason)}"
    return f"{paint(harmless(place), 'bold')}: {paint('unchecked', 'dim')}: {harmless(said)}"


def _requirements(report: Report, options: RenderOptions, paint: Paint) -> Iterator[str]:
    for failure in report.requirements:
        lines = [f"{paint(failure.severity, failure.severity)}: {failure.rule}: {harmless(failure.message)}"]
        lines += _evidence(failure.evidence, paint)
        if options.explain:
            lines += [f"{_INDENT}Because:", *tree(failure.because, _INDENT * 2)]
        yield "\n".join(lines)


def _inconsistencies(report: Report, paint: Paint) -> Iterator[str]:
    places = findings.places(report) if report.inconsistencies else {}
    for clash in report.inconsistencies:
        lines = [f"{paint(clash.severity, clash.severity)}: inconsistency: {harmless(clash.message)}"]
        known = (places.get((claim.document, claim.claim), claim.claim) for claim in clash.claims)
        yield "\n".join([*lines, *(f"{_INDENT}{harmless(place)}" for place in known)])
