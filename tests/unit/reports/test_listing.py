"""The flat list of findings that outputs for tools are made from."""

from decimal import Decimal

from claims.errors import Problem
from claims.model.report import ClaimPlace, DocumentReport, Evidence, Inconsistency, Report, RequirementFailure
from claims.model.values import Number
from claims.model.verdict import Severity
from claims.reports.listing import listed, loudest_first


def test_everything_that_somebody_has_to_see_is_listed(make_report_claim):
    """Claims, unreadable documents, requirements and inconsistencies, each once; what is silent is not."""
    claims = (make_report_claim(line=3, column=4), make_report_claim(id="a.md#2", severity=Severity.NONE))
    fact = Evidence("acme", "members", Number(Decimal(84)), "Acme has 84.", path="facts.yaml", line=7)
    report = Report(
        (
            DocumentReport("a.md", "a.md", claims=claims),
            DocumentReport("b.md", "b.md", error=Problem("b.md", 2, 1, "not UTF-8")),
        ),
        (RequirementFailure("quorum", Severity.WARNING, "no", (fact,)), RequirementFailure("x", Severity.NONE, "no")),
        (
            Inconsistency((ClaimPlace("a.md", "a.md#1"),), "85 and 84"),
            Inconsistency((ClaimPlace("gone", "gone#1"),), "odd"),
            Inconsistency((), "silent", Severity.NONE),
        ),
    )
    found = [(finding.code, finding.path, finding.line) for finding in listed(report)]
    assert found == [
        ("contradicted", "a.md", 3),
        ("unreadable", "b.md", 2),
        ("requirement", "facts.yaml", 7),
        ("inconsistency", "a.md", 3),
        ("inconsistency", None, None),
    ]


def test_lines_of_a_record_are_not_lines_of_its_file(make_report_claim):
    """A finding in a text out of a table or of JSON Lines names the file alone."""
    claim = make_report_claim(quote="85", line=1, column=1, end_line=1, end_column=3)
    (finding,) = listed(Report((DocumentReport("r1", "news.jsonl", claims=(claim,)),)))
    assert (finding.path, finding.line, finding.column) == ("news.jsonl", None, None)


def test_the_loudest_come_first_and_keep_their_order(make_report_claim):
    """A reader that cuts the list off loses the quietest."""
    claims = [
        make_report_claim(severity=severity, line=line)
        for line, severity in enumerate((Severity.NOTE, Severity.ERROR, Severity.WARNING, Severity.ERROR), start=1)
    ]
    found = loudest_first(listed(Report((DocumentReport("a.md", claims=tuple(claims)),))))
    assert [finding.line for finding in found] == [2, 4, 3, 1]
