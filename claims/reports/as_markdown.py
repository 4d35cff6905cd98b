"""``markdown``: a comment for a pull request, or the report on a corpus: the figures first, then the findings.

Quoted text stands in code spans, so that nothing in it is taken for markup or calls somebody by ``@name``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from claims.errors import Problem
from claims.model.report import DocumentReport, Report, ReportClaim
from claims.reports import findings
from claims.reports.options import PLAIN, RenderOptions
from claims.reports.screen import harmless
from claims.reports.summary import in_words, plural, summarise, summary_line
from claims.reports.tables import verdict_rows

_MARKUP = frozenset("\\`*_{}[]<>#|~@&!")


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The report as a Markdown document."""
    blocks = [*_top(report), *_overview(report), *_findings(report, options)]
    return "\n\n".join(blocks) + "\n"


def code(text: str) -> str:
    """The text as a code span on one line that may stand in a table."""
    flat = harmless(text).replace("|", "\N{BROKEN BAR}") or " "
    fence = "`"
    while fence in flat:
        fence += "`"
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def prose(text: str) -> str:
    """The text as prose on one line, with what could be markup escaped."""
    return "".join(f"\\{char}" if char in _MARKUP else char for char in harmless(text))


def _top(report: Report) -> Iterator[str]:
    summary = summarise(report)
    found = [plural(number, severity.value) for severity, number in summary.severities if number]
    yield f"## Facts: {', '.join(found) if found else 'no findings'}"
    yield prose(summary_line(summary))


def _overview(report: Report) -> Iterator[str]:
    header, rows = verdict_rows(report)
    if len(report.documents) > 1 and rows:
        yield table(header, [[code(row[0]), *row[1:]] for row in rows], right=range(1, len(header)))


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: Collection[int] = ()) -> str:
    """A table of cells that are Markdown already; ``right`` are the columns set to the right."""
    rule = ["---:" if column in right else "---" for column in range(len(header))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, rule, *rows))


def _findings(report: Report, options: RenderOptions) -> Iterator[str]:
    for document in report.documents:
        yield from _document(document, options)
    if report.requirements:
        yield "### Requirements"
        yield "\n".join(f"- **{it.severity}** {code(it.rule)}: {prose(it.message)}" for it in report.requirements)
    if report.problems:
        yield "### Problems"
        yield _problems(report.problems)
    if report.inconsistencies:
        yield "### Inconsistencies"
        yield "\n".join(f"- **{it.severity}** {prose(it.message)}" for it in report.inconsistencies)


def _document(document: DocumentReport, options: RenderOptions) -> Iterator[str]:
    claims = findings.shown(document.claims, options.verbosity)
    unchecked = document.unchecked if options.verbosity else ()
    if claims or unchecked or document.error or document.problems:
        yield f"### {code(findings.document_name(document))}"
    if document.error:
        place = code(findings.problem_place(document.error))
        yield f"**warning** {place} cannot be read: {prose(findings.problem_words(document.error))}"
    if claims:
        yield table(["line", "severity", "fact", "text", "facts", "fix"], [_row(claim) for claim in claims])
    if document.problems:
        yield _problems(document.problems)
    if unchecked:
        lines = (f"- line {it.line}: {code(it.quote)} is not checked: {in_words(it.reason)}" for it in unchecked)
        yield "\n".join(lines)
    if options.explain:
        yield from (_explanation(claim) for claim in claims if claim.because)


def _problems(problems: Iterable[Problem]) -> str:
    shown = ((code(findings.problem_place(it)), prose(findings.problem_words(it))) for it in problems)
    return "\n".join(f"- **warning** {place} {words}" for place, words in shown)


def _row(claim: ReportClaim) -> list[str]:
    evidence = " ".join(prose(fact.statement) for fact in claim.evidence[:3])
    remarks = " ".join(map(prose, findings.remarks(claim)))
    sources = next(filter(None, map(findings.source, claim.evidence)), "")
    fix = findings.fix(claim)
    return [
        "" if claim.line is None else str(claim.line),
        findings.label(claim),
        f"{code(findings.fact_name(claim.entity, claim.attribute, claim.where))} {findings.HEADLINES[claim.verdict]}",
        "" if claim.quote is None else code(claim.quote),
        " ".join(filter(None, (remarks, evidence, f"Source: {prose(sources)}." if sources else ""))),
        code(fix) if fix else "",
    ]


def _explanation(claim: ReportClaim) -> str:
    from claims.reports.as_text import tree

    lines = "\n".join(tree(claim.because, ""))
    return f"<details><summary>Why line {claim.line}</summary>\n\n{_fenced(lines)}\n\n</details>"


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text}\n{fence}"
