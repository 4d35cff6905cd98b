"""``requirement``: what the rules say against the facts.

A requirement fails, or a value is given that a rule derives otherwise. The finding stands at the first fact that
the rule rests on, since facts are wrong more often than rules; the advice names the rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.auditing.audited import Audited, places
from claims.auditing.finding import AuditFinding
from claims.model.requirement import FailedRequirement
from claims.model.verdict import Severity


def failed_requirements(audited: Audited) -> Iterator[AuditFinding]:
    """Every failed requirement that has a severity."""
    for failed in audited.failed:
        if failed.rule.severity is not Severity.NONE:
            yield _finding(failed)


def _finding(failed: FailedRequirement) -> AuditFinding:
    rule = failed.rule
    facts = [fact for fact in failed.facts if fact.derivation is None] or [*failed.facts]
    stated = places(facts)
    where = f" ({rule.place})" if rule.place else ""
    return AuditFinding(
        "requirement",
        rule.severity,
        failed.message,
        f"mend one of the facts it rests on, or the rule {rule.id}{where}",
        stated[0] if stated else rule.place,
        stated[1:],
        rule.id,
        facts[0].entity if facts else None,
        facts[0].attribute if facts else None,
    )
