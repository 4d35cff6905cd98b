"""Findings as flat records."""

from __future__ import annotations

from collections.abc import Iterable

from claims.model.report import DocumentReport, Inconsistency, ReportClaim
from claims.model.verdict import Verdict
from claims.reports.json_text import json_line


def rows_of(
    report: DocumentReport, inconsistencies: Iterable[Inconsistency] = (), *, every: bool = False
) -> tuple[tuple[str, ReportClaim], ...]:
    """The rows of one document."""
    wanted = (claim for claim in report.claims if every or claim.verdict is not Verdict.SUPPORTED)
    return tuple((report.id, claim) for claim in wanted)


def encode_row(row: tuple[str, ReportClaim]) -> bytes:
    """The row as one line of JSON."""
    name, claim = row
    return json_line({"document": name, "id": claim.id, "quote": claim.quote, "verdict": claim.verdict.value}).encode()
