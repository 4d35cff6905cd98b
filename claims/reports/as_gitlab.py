"""``gitlab``: a Code Quality report, which GitLab shows in a merge request.

    [{"description": "coalition.members is contradicted. ...", "check_name": "contradicted",
      "fingerprint": "9f0c...", "severity": "major",
      "location": {"path": "docs/a.md", "positions": {"begin": {"line": 12, "column": 35}, "end": {...}}}}]

An error is ``major``, a warning ``minor``, a note ``info``. GitLab compares fingerprints of two branches, and takes
two entries of one fingerprint for one; no two are the same here. It drops an entry without a line, so what has none
(a record of a table, a whole file) stands at line 1. Nothing is cut off.
"""

from __future__ import annotations

from collections import Counter

from claims.model.report import Report
from claims.model.verdict import Severity
from claims.reports.fingerprints import digest
from claims.reports.json_text import json_text
from claims.reports.listing import Finding, listed
from claims.reports.options import PLAIN, RenderOptions
from claims.reports.paths import with_slashes
from claims.reports.values import Json

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The findings as a JSON array, in the order of the documents."""
    seen: Counter[str] = Counter()
    entries: list[Json] = []
    for finding in listed(report, options):
        again = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        entries.append(_entry(finding, digest(finding.fingerprint, str(again)) if again else finding.fingerprint))
    return json_text(entries)


def _entry(finding: Finding, fingerprint: str) -> Json:
    return {
        "description": finding.text,
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": with_slashes(finding.path or finding.title), **_place(finding)},
    }


def _place(finding: Finding) -> dict[str, Json]:
    if finding.line is None or finding.column is None:
        return {"lines": {"begin": finding.line or 1}}
    end_line, end_column = finding.end_line or finding.line, finding.end_column or finding.column
    return {
        "positions": {
            "begin": {"line": finding.line, "column": finding.column},
            "end": {"line": end_line, "column": end_column},
        }
    }
