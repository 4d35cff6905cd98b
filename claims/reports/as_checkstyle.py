"""``checkstyle``: the XML of Checkstyle, which Jenkins, reviewdog and many editors read.

    <checkstyle version="4.3">
    <file name="docs/a.md">
    <error line="12" column="35" severity="error" message="coalition.members is contradicted. ..."
           source="claims.contradicted"></error>
    </file>
    </checkstyle>

A note is an ``info``. What has no line (a record of a table, a whole file) stands at line 0, which readers take for
the file. Nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.model.report import Report
from claims.model.verdict import Severity
from claims.reports.listing import Finding, listed
from claims.reports.markup import Markup, element, lines
from claims.reports.options import PLAIN, RenderOptions

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The findings as one XML document, by file."""
    by_file: dict[str, list[Finding]] = {}
    for finding in listed(report, options):
        by_file.setdefault(finding.path or "", []).append(finding)
    files = lines(_file(name, found) for name, found in by_file.items())
    head = Markup('<?xml version="1.0" encoding="UTF-8"?>')
    return lines([head, element("checkstyle", Markup("\n"), files, version="4.3")])


def _file(name: str, found: Iterable[Finding]) -> Markup:
    return element("file", Markup("\n"), lines(map(_error, found)), name=name)


def _error(finding: Finding) -> Markup:
    return element(
        "error",
        line=finding.line or 0,
        column=finding.column,
        severity=_SEVERITIES[finding.severity],
        message=finding.text,
        source=f"claims.{finding.code}",
    )
