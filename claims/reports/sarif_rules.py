"""What SARIF calls rules: each kind of finding, with what it means and what to do.

The severity of a result is its own; that of a rule is only what a viewer sorts by.
"""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.model.verdict import Severity, Verdict
from claims.reports.listing import INCONSISTENCY, REQUIREMENT, SUPPRESSION, UNREADABLE
from claims.reports.values import Json


@dataclass(frozen=True, slots=True)
class SarifRule:
    """A kind of finding: ``code`` as in :class:`~claims.reports.listing.Finding`, and its page in two parts."""

    code: str
    title: str
    help: str
    severity: Severity

    def to_json(self) -> Json:
        """The rule as a ``reportingDescriptor``."""
        level = self.severity.value
        problem = "recommendation" if self.severity is Severity.NOTE else level
        return {
            "id": self.code,
            "name": f"Fact{self.code.title()}",
            "shortDescription": {"text": self.title},
            "fullDescription": {"text": f"{self.title} {self.help}"},
            "help": {"text": self.help, "markdown": self.help},
            "defaultConfiguration": {"level": level},
            "properties": {
                "tags": ["facts"],
                "precision": "high",
                "problem.severity": problem,
            },
        }


RULES = (
    SarifRule(
        Verdict.CONTRADICTED,
        "The facts at the claim's time exclude it.",
        "Correct the text, or the fact where the text is right. More: `claims explain contradicted`.",
        Severity.ERROR,
    ),
    SarifRule(
        Verdict.OUTDATED,
        "The claim was true once, and the facts at its time exclude it.",
        "Bring the text up to date, or say when it was so. More: `claims explain outdated`.",
        Severity.WARNING,
    ),
    SarifRule(
        Verdict.CONFLICTING,
        "Facts of equal rank for the same time disagree with each other.",
        "Correct or date one of the facts, or rank their sources. More: `claims explain conflicting`.",
        Severity.WARNING,
    ),
    SarifRule(
        Verdict.UNVERIFIABLE,
        "No fact decides the claim.",
        "Add the fact, or leave it. More: `claims explain unverifiable`.",
        Severity.NOTE,
    ),
    SarifRule(
        REQUIREMENT,
        "The facts do not meet a requirement of the rules.",
        "Correct one of the facts that the message names. More: `claims explain` and the rule's id.",
        Severity.ERROR,
    ),
    SarifRule(
        INCONSISTENCY,
        "Claims exclude each other, and no fact decides between them.",
        "Make the texts agree, and add the fact.",
        Severity.ERROR,
    ),
    SarifRule(
        SUPPRESSION,
        "What a text or a baseline says to claims is not right, or not needed any more.",
        "Correct it, or take it out.",
        Severity.WARNING,
    ),
)
NOTIFICATIONS = (
    SarifRule(UNREADABLE, "A document cannot be read.", "Mend the file, or leave it out.", Severity.WARNING),
)
