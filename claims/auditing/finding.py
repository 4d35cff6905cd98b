"""What linting finds in facts and rules."""

from __future__ import annotations

from collections.abc import Iterable

from claims.dataclasses import dataclass, replace
from claims.model.place import Place
from claims.model.selectors import Subject, parse_selector
from claims.model.verdict import Severity
from claims.reports.narrowing import Choice


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """Something in the facts that needs a person, at a place.

    ``check`` is the check that found it (:data:`claims.auditing.checks.CHECKS`), ``message`` what is so and
    ``advice`` what to do. ``related`` are the other places it has to do with. ``rule`` is the rule that is broken,
    ``entity`` and ``attribute`` those of the fact or of the entity it is about, as far as it is about one.
    """

    check: str
    severity: Severity
    message: str
    advice: str | None = None
    place: Place | None = None
    related: tuple[Place, ...] = ()
    rule: str | None = None
    entity: str | None = None
    attribute: str | None = None

    @property
    def subject(self) -> Subject:
        """What selectors look at: the fact, the check, the rule."""
        return Subject(self.entity, self.attribute, rules=tuple(filter(None, (self.check, self.rule))))


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that linting found, by place, and how much it looked at. Facts with mistakes are not counted.

    ``rules`` are the ids of the rules that findings may name; none where the files hold mistakes.
    """

    findings: tuple[AuditFinding, ...]
    entities: int = 0
    facts: int = 0
    rules: frozenset[str] = frozenset()

    def narrowed(self, choice: Choice, severities: Iterable[tuple[str, Severity]]) -> Audit:
        """The findings that were chosen, at the severities that are set; the last selector that fits decides."""
        selectors = [(parse_selector(text), severity) for text, severity in severities]
        found = []
        for finding in self.findings:
            fitting = [severity for selector, severity in selectors if selector.selects(finding.subject)]
            severity = fitting[-1] if fitting else finding.severity
            if severity is not Severity.NONE and choice.takes(finding.subject):
                found.append(replace(finding, severity=severity))
        return replace(self, findings=tuple(found))

    def fails(self, level: Severity) -> bool:
        """Whether a finding is at ``level`` or above."""
        failing = list(Severity)[: list(Severity).index(level) + 1]
        return any(finding.severity in failing for finding in self.findings)
