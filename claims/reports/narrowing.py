"""``--select`` and ``--ignore``: which findings of a report speak.

Nothing is dropped: what is not chosen stays in the report with severity ``none``, and the summary counts it as
silenced, so that a narrowed run does not look like a clean one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.dataclasses import dataclass, replace
from claims.model.report import Report, ReportClaim
from claims.model.rule import Rules
from claims.model.selectors import Selector, Subject, check_rules, parse_selector
from claims.model.verdict import Severity, Silence


@dataclass(frozen=True, slots=True)
class Choice:
    """What was selected (nothing given: everything) and what is ignored; ignoring wins."""

    select: tuple[Selector, ...] = ()
    ignore: tuple[Selector, ...] = ()

    def takes(self, subject: Subject) -> bool:
        """Whether a finding on this speaks."""
        chosen = not self.select or any(selector.selects(subject) for selector in self.select)
        return chosen and not any(selector.selects(subject) for selector in self.ignore)

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str]) -> Choice:
        """Read selectors. Raises :class:`~claims.errors.UsageError` for one that is malformed."""
        return cls(tuple(map(parse_selector, select)), tuple(map(parse_selector, ignore)))

    def refuse_unknown(self, rules: Rules) -> None:
        """Raise :class:`~claims.errors.UsageError` for a selector that names a rule which does not exist."""
        for selector in (*self.select, *self.ignore):
            check_rules(selector, rules.ids)


def narrow(report: Report, choice: Choice) -> Report:
    """The report with what is not chosen at severity ``none``; failed requirements and inconsistencies too."""
    if not choice.select and not choice.ignore:
        return report
    return replace(
        report,
        documents=tuple(replace(document, claims=_silence(document.claims, choice)) for document in report.documents),
        requirements=tuple(
            failure if choice.takes(Subject(rules=(failure.rule,))) else replace(failure, severity=Severity.NONE)
            for failure in report.requirements
        ),
        inconsistencies=tuple(
            clash if choice.takes(Subject(inconsistent=True)) else replace(clash, severity=Severity.NONE)
            for clash in report.inconsistencies
        ),
    )


def _silence(claims: Sequence[ReportClaim], choice: Choice) -> tuple[ReportClaim, ...]:
    return tuple(
        claim
        if claim.severity is Severity.NONE or choice.takes(subject_of(claim))
        else replace(claim, severity=Severity.NONE, silenced_by=Silence.SELECTION)
        for claim in claims
    )


def subject_of(claim: ReportClaim) -> Subject:
    """What selectors see of a claim."""
    rules = (claim.rule,) if claim.rule else ()
    return Subject(claim.entity, claim.attribute, claim.verdict, claim.reason, rules)
