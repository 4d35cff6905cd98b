"""How loudly a verdict speaks.

Contradicted is an error; outdated a warning, and an error in a text that must be true now (judged at ``latest``);
conflicting a warning; supported and unverifiable are counted and not shown. The last policy that selects the claim
and names a severity decides instead. What was read with medium confidence is at most a warning, with low confidence
a note to check by hand.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.model.judgement import Judgement
from claims.model.rule import JudgingPolicy
from claims.model.selectors import Subject, parse_selector
from claims.model.verdict import Confidence, Severity, Verdict

ORDER = (Severity.NONE, Severity.NOTE, Severity.WARNING, Severity.ERROR)

_DEFAULTS = {
    Verdict.CONTRADICTED: Severity.ERROR,
    Verdict.OUTDATED: Severity.WARNING,
    Verdict.CONFLICTING: Severity.WARNING,
}
CAPS = {Confidence.HIGH: Severity.ERROR, Confidence.MEDIUM: Severity.WARNING, Confidence.LOW: Severity.NOTE}


def is_at_least(severity: Severity, level: Severity) -> bool:
    """Whether ``severity`` is as loud as ``level``; ``none`` never is."""
    return severity is not Severity.NONE and ORDER.index(severity) >= ORDER.index(level)


def severity_of(judgement: Judgement, policies: Iterable[JudgingPolicy] = (), *, latest: bool = False) -> Severity:
    """The severity of a judgement."""
    chosen = _DEFAULTS.get(judgement.verdict, Severity.NONE)
    if latest and judgement.verdict is Verdict.OUTDATED:
        chosen = Severity.ERROR
    if judgement.verdict is Verdict.SUPPORTED:
        return chosen
    subject = subject_of(judgement)
    for policy in policies:
        if policy.severity is not None and _sets(policy.select, subject):
            chosen = policy.severity
    return min(chosen, CAPS[judgement.claim.confidence], key=ORDER.index)


def _sets(select: str, subject: Subject) -> bool:
    """A policy that names no verdict or reason speaks of what is wrong, not of what nobody can check."""
    selector = parse_selector(select)
    return selector.selects(subject) and (subject.verdict is not Verdict.UNVERIFIABLE or selector.names_verdicts)


def subject_of(judgement: Judgement) -> Subject:
    """What selectors see of a judgement."""
    claim = judgement.claim
    rules = tuple(fact.derivation.rule for fact in judgement.evidence if fact.derivation)
    return Subject(claim.entity, claim.attribute, judgement.verdict, judgement.reason, rules)
