"""``github``: annotations on a pull request, as workflow commands.

    ::error file=docs/a.md,line=12,endLine=12,col=35,endColumn=37,title=coalition.members is contradicted::...

GitHub shows the first ten errors, ten warnings and ten notices of a step and drops the rest in silence, so the
loudest come first, and a plain line says how many are only in the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claims.model.report import Report
from claims.model.verdict import Severity
from claims.reports.listing import Finding, listed, loudest_first
from claims.reports.options import PLAIN, RenderOptions
from claims.reports.summary import summarise, summary_line

SHOWN_PER_STEP = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """One line an annotation, then the summary as plain text."""
    found = loudest_first(listed(report, options))
    lines = [*map(_annotation, found), *_dropped(found), escape_data(summary_line(summarise(report)))]
    return "\n".join(lines) + "\n"


def escape_data(text: str) -> str:
    """The text of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The value of a property of a workflow command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _annotation(finding: Finding) -> str:
    # an end column on another line makes GitHub drop the annotation's place
    same_line = finding.end_line == finding.line
    properties = (
        ("file", finding.path),
        ("line", finding.line),
        ("endLine", finding.end_line),
        ("col", finding.column if same_line else None),
        ("endColumn", finding.end_column if same_line else None),
        ("title", finding.title),
    )
    given = ",".join(f"{name}={escape_property(str(it))}" for name, it in properties if it is not None)
    return f"::{_COMMANDS[finding.severity]} {given}::{escape_data(chr(10).join(finding.details))}"


def _dropped(found: list[Finding]) -> Iterator[str]:
    counts = Counter(finding.severity for finding in found)
    for severity, command in _COMMANDS.items():
        more = counts[severity] - SHOWN_PER_STEP
        if more > 0:
            yield f"GitHub shows the first {SHOWN_PER_STEP} {command}s of a step; {more} more only stand in this log."
