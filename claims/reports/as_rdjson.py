"""``rdjson``: the Reviewdog Diagnostic Format, for review comments with suggestions on any code host.

    {"source": {"name": "claims"}, "severity": "ERROR",
     "diagnostics": [{"message": "coalition.members is contradicted. ...", "severity": "ERROR",
       "code": {"value": "contradicted"},
       "location": {"path": "docs/a.md", "range": {"start": {"line": 12, "column": 36}, "end": {...}}},
       "suggestions": [{"range": {...}, "text": "84"}]}]}

Columns count bytes of UTF-8 from 1, and an end is that of the first byte after. A note is ``INFO``. What has no
line in its file (a record of a table) is reported on the file. Nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.model.report import DocumentReport, Report
from claims.model.verdict import Severity
from claims.reports import findings
from claims.reports.json_text import json_text
from claims.reports.listing import Finding, listed, loudest_first
from claims.reports.options import PLAIN, RenderOptions
from claims.reports.paths import with_slashes
from claims.reports.positions import Position, in_bytes, shown_span
from claims.reports.values import Json

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}

_Positions = dict[str, dict[int, Position]]


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The findings as one ``DiagnosticResult``."""
    found = listed(report, options)
    places = {document.id: _places(document) for document in report.documents if findings.is_whole_file(document)}
    loudest = next((_SEVERITIES[finding.severity] for finding in loudest_first(found)), None)
    return json_text(
        {
            "source": {"name": "claims"},
            **({"severity": loudest} if loudest else {}),
            "diagnostics": [_diagnostic(finding, places) for finding in found],
        }
    )


def _places(document: DocumentReport) -> dict[int, Position]:
    return in_bytes(document.text, _offsets(document)) if document.text else {}


def _offsets(document: DocumentReport) -> Iterator[int]:
    for claim in document.claims:
        if document.text and findings.is_finding(claim):
            yield from shown_span(document.text, claim) or ()
            new = claim.suggestion
            yield from (offset for offset in ((new.start, new.end) if new else ()) if offset is not None)


def _diagnostic(finding: Finding, places: _Positions) -> Json:
    return {
        "message": finding.text,
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
        "location": {"path": with_slashes(finding.path or finding.title), **_range_of(finding, places)},
        **_suggestions(finding, places),
    }


def _range_of(finding: Finding, places: _Positions) -> dict[str, Json]:
    if finding.line is None:
        return {}
    document, claim = finding.document, finding.claim
    if document and claim and document.text and document.id in places:
        span = shown_span(document.text, claim)
        if span:
            return {"range": _range(*span, places[document.id])}
    return {"range": {"start": {"line": finding.line}}}


def _suggestions(finding: Finding, places: _Positions) -> dict[str, Json]:
    new = finding.claim.suggestion if finding.claim else None
    known = places.get(finding.document.id) if finding.document else None
    if new is None or not new.is_exact or new.start is None or new.end is None or not known:
        return {}
    return {"suggestions": [{"range": _range(new.start, new.end, known), "text": new.text}]}


def _range(start: int, end: int, known: dict[int, Position]) -> Json:
    return {edge: {"line": at.line, "column": at.column} for edge, at in (("start", known[start]), ("end", known[end]))}
