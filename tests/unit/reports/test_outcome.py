"""Figures, narrowing and whether a run passes."""

import pytest

from claims.errors import Problem
from claims.model.report import DocumentReport, Inconsistency, Report, RequirementFailure, UncheckedValue
from claims.model.rule import RequirementRule, Rules
from claims.model.values import Text
from claims.model.verdict import Reason, Severity, Verdict
from claims.reports.narrowing import Choice, narrow
from claims.reports.outcome import failures
from claims.reports.summary import summarise, summary_line


@pytest.fixture
def report(make_report_claim):
    """One claim of each verdict, a consequence and three unchecked values."""
    quiet = Severity.NONE
    claims = (
        make_report_claim(),
        make_report_claim(caused_by="a.md#1"),
        make_report_claim(Verdict.OUTDATED, Severity.WARNING),
        make_report_claim(Verdict.SUPPORTED, quiet),
        make_report_claim(Verdict.UNVERIFIABLE, quiet, reason=Reason.NO_DATE),
    )
    unchecked = tuple(
        UncheckedValue(0, 1, 1, 1, "number", Text("x"), "x", reason)
        for reason in ("no_entity", "no_wording", "no_entity")
    )
    return Report((DocumentReport("a.md", "a.md", claims=claims, unchecked=unchecked),))


def test_every_value_is_counted_once(report):
    """The parts of the summary add up to the values that were read."""
    summary = summarise(report)
    assert (summary.values, summary.decided, summary.not_checked, summary.consequences) == (8, 3, 3, 1)
    assert summary_line(summary) == (
        "1 document, 8 values: 1 supported, 1 contradicted, 1 outdated, 1 unverifiable (no date), "
        "1 wrong because of another, 3 not checked (2 no entity, 1 no wording)"
    )


def test_run_that_checked_nothing_says_so():
    """A report without a decided claim does not look like a clean one."""
    empty = Report((DocumentReport("a.md"), DocumentReport("b.md", error=Problem("b.md", None, None, "binary"))))
    line = "2 documents, 0 values; nothing was checked; 1 document could not be read"
    assert summary_line(summarise(empty)) == line


@pytest.mark.parametrize(
    ("demands", "phrases"),
    [
        ({}, ["1 finding at or above error"]),
        ({"fail_level": Severity.WARNING}, ["2 findings at or above warning"]),
        ({"require_support": True}, ["1 finding at or above error", "7 values without support (--require-support)"]),
        ({"min_checked": 3}, ["1 finding at or above error"]),
        ({"min_checked": 4}, ["1 finding at or above error", "3 claims decided, 4 asked for (--min-checked)"]),
    ],
)
def test_run_fails_for_stated_causes(report, demands, phrases):
    """A run fails on loud findings, on missing support where asked for, and where too little was checked."""
    assert list(failures(report, **demands)) == phrases


def test_consequence_alone_fails_nothing(make_report_claim):
    """What another claim caused is not counted again."""
    report = Report((DocumentReport("a.md", claims=(make_report_claim(caused_by="b.md#1"),)),))
    assert failures(report) == ()


def test_what_is_ignored_is_silenced_and_counted(report):
    """Ignored findings stay in the report without a severity, and the summary says how many."""
    quiet = narrow(report, Choice.of([], ["contradicted", "outdated"]))
    assert failures(quiet, fail_level=Severity.NOTE) == ()
    assert len(quiet.claims) == len(report.claims)
    assert summary_line(summarise(quiet)).endswith("; 2 of them silenced")


def test_selecting_silences_all_else(report):
    """With a selection only what it names speaks; ignoring wins over selecting."""
    assert failures(narrow(report, Choice.of(["outdated"], [])), fail_level=Severity.WARNING) == (
        "1 finding at or above warning",
    )
    assert failures(narrow(report, Choice.of(["outdated"], ["*.members"])), fail_level=Severity.NOTE) == ()
    assert narrow(report, Choice()) is report


def test_requirements_and_inconsistencies_can_be_chosen():
    """A failed requirement is chosen by its rule, an inconsistency by that word."""
    report = Report(
        requirements=(RequirementFailure("quorum", Severity.ERROR, "no"),),
        inconsistencies=(Inconsistency((), "no"),),
    )
    for ignored, left in (("quorum", "inconsistencies"), ("inconsistency", "requirements")):
        narrowed = narrow(report, Choice.of([], [ignored]))
        assert failures(narrowed) == ("1 finding at or above error",)
        assert getattr(narrowed, left) == getattr(report, left)


def test_selector_of_no_rule_is_refused():
    """A selector that names neither a word of the report nor a rule is a mistake."""
    rules = Rules(requirements=(RequirementRule("quorum", (), "true"),))
    Choice.of(["quorum"], ["no_fact"]).refuse_unknown(rules)
    with pytest.raises(Exception, match="did you mean quorum"):
        Choice.of([], ["quorom"]).refuse_unknown(rules)
