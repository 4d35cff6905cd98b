"""Failed requirements and claims that exclude each other, as the report shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.report import Because, ClaimPlace, Inconsistency, ReportClaim, RequirementFailure
from claims.model.rule import RequirementRule
from claims.model.verdict import Operator, Severity
from claims.reports.explanations import explain_facts
from claims.reports.findings import fact_name
from claims.reports.severities import CAPS, ORDER
from claims.reports.statements import evidence
from claims.reports.values import plain
from claims.reports.wording import Voice

_HEDGES: Mapping[Operator, str] = MappingProxyType(
    {
        Operator.NE: "not",
        Operator.LT: "less than",
        Operator.LE: "at most",
        Operator.GT: "more than",
        Operator.GE: "at least",
        Operator.ABOUT: "about",
        Operator.NEARLY: "nearly",
    }
)


def report_requirement(
    rule: RequirementRule,
    broken_by: Sequence[Fact],
    message: str,
    facts: FactSet,
    *,
    steps: Sequence[str] = (),
    language: str = "en",
) -> RequirementFailure:
    """A requirement that the facts ``broken_by`` do not meet; ``steps`` show how its expression came out."""
    voice = Voice.of(language, facts)
    tried = Because(f"rule {rule.id}: {rule.that}", tuple(map(Because, steps)))
    return RequirementFailure(
        rule=rule.id,
        severity=rule.severity,
        message=message,
        evidence=tuple(evidence(fact, voice) for fact in broken_by),
        because=(tried, *explain_facts(broken_by)),
    )


def report_inconsistency(members: Sequence[tuple[str, ReportClaim]]) -> Inconsistency:
    """Claims that exclude each other, each with the id of its document; at least two.

    An error, and no louder than the least certain of them allows.
    """
    first = members[0][1]
    values = dict.fromkeys(_said(claim) for _, claim in members)
    name = fact_name(first.entity, first.attribute, first.where)
    caps = [CAPS[claim.confidence] for _, claim in members]
    return Inconsistency(
        claims=tuple(ClaimPlace(document, claim.id) for document, claim in members),
        message=f"{name} is said to be {' and '.join(values)}",
        severity=min((Severity.ERROR, *caps), key=ORDER.index),
    )


def _said(claim: ReportClaim) -> str:
    value = f"{plain(claim.value)}{f' {claim.unit}' if claim.unit else ''}"
    return f"{_HEDGES[claim.operator]} {value}" if claim.operator in _HEDGES else value
