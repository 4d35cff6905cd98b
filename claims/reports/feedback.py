"""What to hand back to a writer, or to a program that writes: what is wrong and what to put instead.

The text is stable: it holds no paths, lines or severities, and the same findings give the same words.
"""

from __future__ import annotations

from claims.model.report import Report, ReportClaim
from claims.reports import findings
from claims.reports.screen import harmless


def feedback(report: Report) -> str:
    """A line for each finding, in the order of the texts; empty where there is none."""
    claims = (claim for document in report.documents for claim in findings.shown(document.claims, 0))
    lines = [_line(claim) for claim in claims]
    lines += [f"- {harmless(failure.message)}" for failure in report.requirements]
    lines += [f"- {harmless(clash.message)}" for clash in report.inconsistencies]
    return "".join(f"{line}\n" for line in lines)


def _line(claim: ReportClaim) -> str:
    said = f'"{claim.quote}"' if claim.quote is not None else findings.headline(claim)
    verdict = f" {findings.HEADLINES[claim.verdict]}" if claim.quote is not None else ""
    parts = [f"{said}{verdict}: {claim.message}.", *(fact.statement for fact in claim.evidence)]
    if fix := findings.fix(claim):
        parts.append(f"Fix: {fix}")
    return f"- {harmless(' '.join(parts))}"
