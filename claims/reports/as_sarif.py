"""``sarif``: the Static Analysis Results Interchange Format 2.1.0, for code scanning and editors.

A result is a finding; its ``ruleId`` is the verdict, ``requirement``, ``inconsistency`` or ``suppression``. It has
the place, the fix as a replacement, the facts it rests on as related locations, and a fingerprint that outlives moved
lines. Columns count code points. Paths are relative to ``%SRCROOT%``: run the check in the root of the repository. A
document that cannot be read is a notification of the run.

GitHub keeps the 5,000 loudest results of a run and refuses one of more than 25,000. The loudest stand first, those
beyond 25,000 are left out, and a notification says what is not shown or left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.model.document import Document
from claims.model.report import Evidence, Replacement, Report, ReportClaim
from claims.reports import findings
from claims.reports.json_text import json_text
from claims.reports.listing import UNREADABLE, Finding, listed, loudest_first
from claims.reports.options import PLAIN, RenderOptions
from claims.reports.paths import is_absolute, uri, with_slashes
from claims.reports.sarif_rules import NOTIFICATIONS, RULES
from claims.reports.values import Json

SHOWN_PER_RUN = 5_000
MOST_PER_RUN = 25_000
_INDEX = {rule.code: index for index, rule in enumerate(RULES)}
_ROOT = "%SRCROOT%"


def render(report: Report, options: RenderOptions = PLAIN) -> str:
    """The findings as a SARIF log of one run."""
    found = listed(report, options)
    results = loudest_first(finding for finding in found if finding.code != UNREADABLE)
    unread = [finding for finding in found if finding.code == UNREADABLE]
    run: dict[str, Json] = {
        "tool": {"driver": _driver(report.version)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which the check was run."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_notices(unread, results))}],
        "results": [_result(finding) for finding in results[:MOST_PER_RUN]],
    }
    return json_text({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _driver(version: str) -> Json:
    return {
        "name": "claims",
        **({"version": version} if version else {}),
        "rules": [rule.to_json() for rule in RULES],
        "notifications": [rule.to_json() for rule in NOTIFICATIONS],
    }


def _notices(unread: list[Finding], results: list[Finding]) -> Iterator[Json]:
    for finding in unread:
        yield {
            "level": "warning",
            "descriptor": {"id": UNREADABLE},
            "message": {"text": finding.text},
            "locations": [_location(finding)],
        }
    if (more := len(results) - SHOWN_PER_RUN) > 0:
        left_out = max(0, len(results) - MOST_PER_RUN)
        text = f"{len(results)} results: GitHub shows the {SHOWN_PER_RUN} loudest, not the other {more}."
        text += f" {left_out} are left out, because it refuses more than {MOST_PER_RUN}." if left_out else ""
        yield {"level": "warning", "message": {"text": text}}


def _result(finding: Finding) -> Json:
    result: dict[str, Json] = {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": finding.severity.value,
        "message": {"text": finding.text},
        "locations": [_location(finding)] if finding.path else [],
        "partialFingerprints": {"claims/v1": finding.fingerprint},
    }
    return {**result, **_about(finding, finding.claim)} if finding.claim else result


def _about(finding: Finding, claim: ReportClaim) -> dict[str, Json]:
    facts: list[Json] = [_related(fact, index) for index, fact in enumerate(claim.evidence) if fact.path]
    new = claim.suggestion if finding.line is not None and claim.quote is not None else None
    new = new if new and new.is_exact else None
    return {
        **({"relatedLocations": facts} if facts else {}),
        **({"fixes": [_fix(finding, new)]} if new else {}),
        "properties": {
            "entity": claim.entity,
            "attribute": claim.attribute,
            "confidence": claim.confidence.value,
            **({"reason": claim.reason.value} if claim.reason else {}),
            **({"rule": claim.rule} if claim.rule else {}),
        },
    }


def _location(finding: Finding) -> Json:
    place: dict[str, Json] = {"artifactLocation": _artifact(finding.path or "")}
    if finding.line is not None:
        edges = {"startLine": finding.line, "startColumn": finding.column}
        edges |= {"endLine": finding.end_line, "endColumn": finding.end_column}
        place["region"] = {edge: number for edge, number in edges.items() if number is not None}
    document = finding.document
    if document and finding.line is None and not findings.is_whole_file(document):
        return {"physicalLocation": place, "logicalLocations": [{"name": document.id, "kind": "element"}]}
    return {"physicalLocation": place}


def _artifact(path: str) -> Json:
    based = {} if is_absolute(with_slashes(path)) else {"uriBaseId": _ROOT}
    return {"uri": uri(path), **based}


def _related(fact: Evidence, index: int) -> Json:
    place: dict[str, Json] = {"artifactLocation": _artifact(fact.path or "")}
    if fact.line is not None:
        place["region"] = {"startLine": fact.line}
    return {"id": index, "physicalLocation": place, "message": {"text": fact.statement}}


def _fix(finding: Finding, new: Replacement) -> Json:
    text = finding.document.text if finding.document else None
    replacement: Json = {"deletedRegion": _deleted(new, text), "insertedContent": {"text": new.text}}
    change: Json = {"artifactLocation": _artifact(finding.path or ""), "replacements": [replacement]}
    fix = findings.fix(finding.claim) if finding.claim else new.text
    return {"description": {"text": fix}, "artifactChanges": [change]}


def _deleted(new: Replacement, text: Document | None) -> Json:
    start, end = new.start or 0, new.end or 0
    if text is None:
        return {"charOffset": start, "charLength": end - start}
    (line, column), (end_line, end_column) = text.line_column(start), text.line_column(end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
