"""How findings in facts are shown: as text for people, as JSON (``claims-lint/1``) for tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claims.auditing.finding import Audit, AuditFinding
from claims.model.place import Place
from claims.model.verdict import Severity
from claims.reports.json_text import json_text
from claims.reports.screen import Paint, harmless
from claims.reports.summary import plural
from claims.reports.values import Json

FORMAT = "claims-lint/1"
_SHOWN = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def audit_text(audit: Audit, *, color: bool = False) -> str:
    """A finding in two lines, what is so and what to do; the last line counts them."""
    paint = Paint(color)
    lines = [line for finding in audit.findings for line in _lines(finding, paint)]
    return "".join(f"{line}\n" for line in (*lines, _summary(audit)))


def audit_json(audit: Audit) -> str:
    """The findings as JSON text that ends with a line end."""
    counts = Counter(finding.severity for finding in audit.findings)
    return json_text(
        {
            "format": FORMAT,
            "summary": {
                "entities": audit.entities,
                "facts": audit.facts,
                **{severity.value: counts[severity] for severity in _SHOWN},
            },
            "findings": [_finding_json(finding) for finding in audit.findings],
        }
    )


def _lines(finding: AuditFinding, paint: Paint) -> Iterator[str]:
    place = f"{paint(place_text(finding.place), 'bold')}: " if finding.place else ""
    label = paint(finding.severity.value, finding.severity.value)
    yield f"{place}{label}: {harmless(finding.message)} [{finding.rule or finding.check}]"
    if finding.advice:
        yield f"   {sentence(finding.advice)}"


def sentence(words: str) -> str:
    """Words as a sentence, on one harmless line."""
    said = harmless(words[:1].upper() + words[1:])
    return said if said.endswith(("?", ".")) else f"{said}."


def _summary(audit: Audit) -> str:
    counts = Counter(finding.severity for finding in audit.findings)
    found = ", ".join(plural(counts[severity], severity.value) for severity in _SHOWN if counts[severity])
    if not (audit.entities or audit.facts) and found:
        return f"{found}; nothing else can be told of the facts before these are mended"
    looked_at = f"{plural(audit.entities, 'entity', 'entities')}, {plural(audit.facts, 'fact')}"
    return f"{looked_at}: {found or 'nothing to mend'}"


def place_text(place: Place) -> str:
    """``path:line:column``, as far as they are known."""
    return ":".join([place.path, *(str(part) for part in (place.line, place.column) if part)])


def _finding_json(finding: AuditFinding) -> Json:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "advice": finding.advice,
        "rule": finding.rule,
        "entity": finding.entity,
        "attribute": finding.attribute,
        **place_json(finding.place),
        "related": [place_json(place) for place in finding.related],
    }


def place_json(place: Place | None) -> dict[str, Json]:
    """A place as fields; those that are not known are null."""
    return {
        "path": place.path if place else None,
        "line": place.line or None if place else None,
        "column": place.column or None if place else None,
    }
