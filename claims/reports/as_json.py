"""``json``: the report as a versioned contract, ``schemas/report.schema.json``.

Every key is always there, ``null`` where there is nothing to say. Offsets are code points in the decoded source
text, half open: ``text[start:end] == quote``.
"""

from __future__ import annotations

from collections.abc import Mapping

from claims.errors import Problem
from claims.model.fact import Where
from claims.model.report import (
    Because,
    DocumentReport,
    Evidence,
    Inconsistency,
    Report,
    ReportClaim,
    RequirementFailure,
    UncheckedValue,
)
from claims.model.verdict import Verdict
from claims.reports.json_text import json_text
from claims.reports.summary import Summary, summarise
from claims.reports.values import Json, to_json, unit_of

FORMAT = "claims-report/1"


def render(report: Report) -> str:
    """The report as JSON text that ends with a line end."""
    return json_text(report_to_json(report))


def report_to_json(report: Report) -> dict[str, Json]:
    """The report as plain JSON values."""
    return {
        "format": FORMAT,
        "tool": {"name": "claims", "version": report.version},
        "as_of": report.as_of,
        "summary": _summary(summarise(report)),
        "documents": [_document(document) for document in report.documents],
        "requirements": [_requirement(failure) for failure in report.requirements],
        "inconsistencies": [_inconsistency(clash) for clash in report.inconsistencies],
        "problems": [problem_to_json(problem) for problem in report.problems],
    }


def _summary(summary: Summary) -> Json:
    return {
        "documents": summary.documents,
        "unreadable": summary.unreadable,
        "values": summary.values,
        **{verdict.value: summary.count(verdict) for verdict in Verdict},
        "not_checked": summary.not_checked,
        "consequences": summary.consequences,
        "silenced": summary.silenced,
        "unverifiable_reasons": dict(summary.unverifiable_reasons),
        "unchecked_reasons": dict(summary.unchecked_reasons),
        "severities": {severity.value: number for severity, number in summary.severities},
        "failed_requirements": summary.failed_requirements,
        "inconsistencies": summary.inconsistencies,
        "problems": summary.problems,
        "skimmed": summary.skimmed,
    }


def _document(document: DocumentReport) -> Json:
    return {
        "id": document.id,
        "path": document.path,
        "language": document.language,
        "date": document.date,
        "claims": [_claim(claim) for claim in document.claims],
        "unchecked": [_unchecked(value) for value in document.unchecked],
        "error": problem_to_json(document.error),
        "problems": [problem_to_json(problem) for problem in document.problems],
        "skimmed": document.is_skimmed,
    }


def _claim(claim: ReportClaim) -> Json:
    return {
        "id": claim.id,
        "quote": claim.quote,
        **_places(claim),
        "entity": claim.entity,
        "attribute": claim.attribute,
        "where": where_to_json(claim.where),
        "operator": claim.operator.value,
        "value": to_json(claim.value),
        "unit": claim.unit,
        "at": claim.at,
        "speaker": claim.speaker,
        "quoted": claim.quoted,
        "verdict": claim.verdict.value,
        "match": claim.match,
        "reason": claim.reason,
        "note": claim.note,
        "confidence": claim.confidence.value,
        "severity": claim.severity.value,
        "silenced_by": claim.silenced_by,
        "rule": claim.rule,
        "message": claim.message,
        "caused_by": claim.caused_by,
        **_repair(claim),
        "items": [
            {"start": item.start, "end": item.end, "value": to_json(item.value), "verdict": item.verdict.value}
            for item in claim.items
        ],
        "evidence": [_evidence(fact) for fact in claim.evidence],
        "because": [_because(node) for node in claim.because],
        "related": [{"document": it.document, "start": it.start, "end": it.end} for it in claim.related],
        "fingerprint": claim.fingerprint,
    }


def _places(claim: ReportClaim) -> Mapping[str, Json]:
    return {
        "start": claim.start,
        "end": claim.end,
        "value_start": claim.value_start,
        "value_end": claim.value_end,
        "line": claim.line,
        "column": claim.column,
        "end_line": claim.end_line,
        "end_column": claim.end_column,
    }


def _repair(claim: ReportClaim) -> Mapping[str, Json]:
    blame, new = claim.blame, claim.suggestion
    return {
        "blame": {"role": blame.role, "start": blame.start, "end": blame.end} if blame else None,
        "suggestion": {"start": new.start, "end": new.end, "text": new.text} if new else None,
    }


def _evidence(fact: Evidence) -> Json:
    return {
        "entity": fact.entity,
        "attribute": fact.attribute,
        "where": where_to_json(fact.where),
        "value": to_json(fact.value),
        "unit": unit_of(fact.value),
        "statement": fact.statement,
        "from": fact.since,
        "until": fact.until,
        "as_of": fact.as_of,
        "during": fact.during,
        "source": {
            "id": fact.source,
            "title": fact.source_title,
            "publisher": fact.source_publisher,
            "published": fact.source_published,
            "url": fact.source_url,
        }
        if fact.source
        else None,
        "quote": fact.quote,
        "path": fact.path,
        "line": fact.line,
        "rule": fact.rule,
    }


def _because(node: Because) -> Json:
    return {"text": node.text, "children": [_because(child) for child in node.children]}


def _unchecked(value: UncheckedValue) -> Json:
    return {
        "start": value.start,
        "end": value.end,
        "line": value.line,
        "column": value.column,
        "kind": value.kind,
        "quote": value.quote,
        "value": to_json(value.value),
        "unit": unit_of(value.value),
        "reason": value.reason,
    }


def _requirement(failure: RequirementFailure) -> Json:
    return {
        "rule": failure.rule,
        "severity": failure.severity.value,
        "message": failure.message,
        "evidence": [_evidence(fact) for fact in failure.evidence],
        "because": [_because(node) for node in failure.because],
    }


def _inconsistency(clash: Inconsistency) -> Json:
    return {
        "claims": [{"document": place.document, "claim": place.claim} for place in clash.claims],
        "severity": clash.severity.value,
        "message": clash.message,
    }


def where_to_json(where: Where) -> Json:
    """Qualifiers as an object."""
    return dict(where)


def problem_to_json(problem: Problem | None) -> Json:
    """A problem as an object; ``null`` for none."""
    if problem is None:
        return None
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }
