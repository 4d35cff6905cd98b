"""Severities."""

import pytest

from claims.model.rule import JudgingPolicy
from claims.model.verdict import Confidence, Severity, Verdict
from claims.reports.severities import is_at_least, severity_of


@pytest.mark.parametrize(
    ("verdict", "latest", "expected"),
    [
        (Verdict.SUPPORTED, False, Severity.NONE),
        (Verdict.CONTRADICTED, False, Severity.ERROR),
        (Verdict.OUTDATED, False, Severity.WARNING),
        (Verdict.OUTDATED, True, Severity.ERROR),
        (Verdict.CONFLICTING, False, Severity.WARNING),
        (Verdict.UNVERIFIABLE, True, Severity.NONE),
    ],
)
def test_verdict_has_its_severity(make_judgement, verdict, latest, expected):
    """Each verdict speaks as loudly as the glossary says, outdated louder in a text that must be true now."""
    assert severity_of(make_judgement(verdict), latest=latest) is expected


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [(Confidence.HIGH, Severity.ERROR), (Confidence.MEDIUM, Severity.WARNING), (Confidence.LOW, Severity.NOTE)],
)
def test_uncertain_reading_speaks_more_softly(make_judgement, make_claim, confidence, expected):
    """What was not read for sure is never louder than its confidence allows, whatever a policy says."""
    judgement = make_judgement(claim=make_claim(confidence=confidence))
    assert severity_of(judgement) is expected
    assert severity_of(judgement, [JudgingPolicy("acme.members", severity=Severity.ERROR)]) is expected


def test_last_policy_that_selects_decides(make_judgement):
    """Policies go from the general to the special: the last one that selects the claim and names a severity wins."""
    policies = [
        JudgingPolicy("*.*", severity=Severity.NOTE),
        JudgingPolicy("acme.members", severity=Severity.WARNING),
        JudgingPolicy("acme.members"),
        JudgingPolicy("other.members", severity=Severity.NONE),
    ]
    assert severity_of(make_judgement(), policies) is Severity.WARNING
    assert severity_of(make_judgement(Verdict.SUPPORTED), policies) is Severity.NONE


def test_policy_speaks_of_the_unverifiable_only_by_name(make_judgement):
    """A policy on a fact leaves its unverifiable claims quiet unless it names the verdict."""
    quiet = make_judgement(Verdict.UNVERIFIABLE)
    assert severity_of(quiet, [JudgingPolicy("acme.*", severity=Severity.ERROR)]) is Severity.NONE
    assert severity_of(quiet, [JudgingPolicy("acme.*:unverifiable", severity=Severity.ERROR)]) is Severity.ERROR


def test_none_reaches_no_level():
    """A silent finding fails no run, not even one at level none."""
    assert is_at_least(Severity.ERROR, Severity.WARNING)
    assert not is_at_least(Severity.NOTE, Severity.WARNING)
    assert not is_at_least(Severity.NONE, Severity.NONE)
