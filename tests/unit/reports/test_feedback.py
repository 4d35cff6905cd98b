"""Feedback for writers."""

from decimal import Decimal

from claims.model.report import DocumentReport, Evidence, Replacement, Report, RequirementFailure
from claims.model.values import Number
from claims.model.verdict import Severity, Verdict
from claims.reports.feedback import feedback


def test_feedback_says_what_is_wrong_and_what_to_write(make_report_claim):
    """Each finding is a line with the quoted words, the facts and the fix; places and paths are left out."""
    fact = Evidence("acme", "members", Number(Decimal(84)), "Acme has 84 members.", path="facts.yaml", line=3)
    wrong = make_report_claim(
        quote="has 85 members", start=5, end=19, line=7, column=2, evidence=(fact,), suggestion=Replacement(9, 11, "84")
    )
    fine = make_report_claim(Verdict.SUPPORTED, Severity.NONE)
    report = Report(
        (DocumentReport("a.md", "a.md", claims=(fine, wrong)),),
        (RequirementFailure("quorum", Severity.ERROR, "too many came"),),
    )
    assert feedback(report) == (
        '- "has 85 members" is contradicted: so. Acme has 84 members. Fix: 85 → 84\n- too many came\n'
    )


def test_nothing_wrong_gives_no_feedback(make_report_claim):
    """Where nothing is wrong there is nothing to say."""
    assert feedback(Report((DocumentReport("a", claims=(make_report_claim(Verdict.SUPPORTED, Severity.NONE),)),))) == ""
