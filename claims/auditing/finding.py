"""What linting finds in facts and rules."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.place import Place
from claims.model.verdict import Severity


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """Something in the facts that needs a person, at a place.

    ``check`` is the check that found it (:data:`claims.auditing.checks.CHECKS`), ``message`` what is so and
    ``advice`` what to do. ``related`` are the other places it has to do with. ``rule`` is the rule that is broken.
    """

    check: str
    severity: Severity
    message: str
    advice: str | None = None
    place: Place | None = None
    related: tuple[Place, ...] = ()
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that linting found, by place, and how much it looked at. Facts with mistakes are not counted."""

    findings: tuple[AuditFinding, ...]
    entities: int = 0
    facts: int = 0

    def fails(self, level: Severity) -> bool:
        """Whether a finding is at ``level`` or above."""
        failing = list(Severity)[: list(Severity).index(level) + 1]
        return any(finding.severity in failing for finding in self.findings)
