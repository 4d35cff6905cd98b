"""Which suggestions are written into a text, and when a fix is kept."""

from dataclasses import replace

import pytest

from claims.checker import Checker
from claims.documents import read
from claims.editing.diffs import unified_diff
from claims.editing.fixes import Edit, Why, apply, fix, plan_fixes
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.report import BlamedPart, DocumentReport, Replacement, ReportClaim
from claims.model.rule import Rules
from claims.model.span import Span
from claims.model.values import Text
from claims.model.verdict import Confidence, Operator, Severity, Verdict

ACME = Entity("acme", names={"": ("Acme",)})
CHECKER = Checker.of(FactSet({"acme": ACME}), Rules()).with_facts([Fact("acme", "staff", 84)])


def finding(start, end, text, **more):
    """A contradicted claim with a suggestion."""
    given = {"severity": Severity.ERROR, "suggestion": Replacement(start, end, text), **more}
    return ReportClaim("a#1", "acme", "x", Operator.EQ, Text("x"), Verdict.CONTRADICTED, message="", **given)


def plan(source, *claims, path="a.md", unsafe=False):
    """The plan for a text with these findings."""
    return plan_fixes(read(source, path=path), DocumentReport(path, path, claims=claims), unsafe=unsafe)


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (finding(4, 6, "84"), None),
        (finding(4, 6, "84", severity=Severity.WARNING), None),
        (finding(4, 6, "84", confidence=Confidence.MEDIUM), Why.UNSURE),
        (finding(4, 6, "84", quoted=True), Why.QUOTED),
        (finding(4, 6, "8*4"), Why.HOLDS_MARKUP),
        (finding(4, 12, "84"), Why.CROSSES_MARKUP),
        (finding(7, 9, "84"), Why.CROSSES_MARKUP),
        (finding(4, 6, "84", blame=BlamedPart("time", None, None)), Why.BLAMED_ELSEWHERE),
        (finding(4, 6, "84", blame=BlamedPart("unit", 4, 6)), None),
        (finding(4, 6, "84", blame=BlamedPart("value", 5, 6)), None),
    ],
)
def test_a_plan_says_of_each_suggestion_whether_and_why_not(claim, why):
    """Sure findings on plain stretches of the source are fixed, all others are left for a named reason."""
    found = plan("It: 85 **of** them\n", claim)
    assert [left.why for left in found.left] == ([why] if why else [])
    assert len(found.edits) == (why is None)


@pytest.mark.parametrize(
    "claim",
    [
        finding(4, 6, "84", severity=Severity.NOTE),
        finding(4, 6, "84", severity=Severity.NONE),
        finding(4, 6, "84", caused_by="a#2"),
        finding(None, None, "84"),
    ],
)
def test_what_does_not_speak_is_neither_fixed_nor_left(claim):
    """Notes, silenced findings, consequences and structured claims are no matter for fixes."""
    found = plan("It: 85 of them\n", claim)
    assert (found.edits, found.left) == ((), ())


def test_equal_edits_are_one_and_overlapping_ones_wait():
    """Two findings that want the same replacement get it once; of two that disagree the first is made."""
    first = finding(4, 6, "84")
    found = plan("It: 85 of them\n", first, first, finding(4, 9, "84 in"))
    assert found.edits == (Edit(Span(4, 6), "84"),)
    assert [left.why for left in found.left] == [Why.OVERLAPS]


@pytest.mark.parametrize(
    ("path", "words", "why"),
    [
        ("a.csv", "Lee, Ann", Why.HOLDS_MARKUP),
        ("a.json", "Lee, Ann", None),
        ("a.json", 'Ann "Al" Lee', Why.HOLDS_MARKUP),
        ("a.yaml", "Lee: Ann", Why.HOLDS_MARKUP),
        ("a.yaml", "Lee - Ann", None),
    ],
)
def test_marks_of_data_are_not_written_into_it(path, words, why):
    """A comma would part a cell in two; what stands there already, as prose, may stand there again."""
    source = {"a.csv": "x\nIt: Bo Berg\n", "a.json": '"It: Bo Berg"', "a.yaml": "x: It is Bo Berg\n"}[path]
    start = source.index("Bo")
    document = read(source, path=path, fields=("**",))
    found = plan_fixes(document, DocumentReport(path, path, claims=(finding(start, start + 7, words),)))
    assert [left.why for left in found.left] == ([why] if why else [])
    quoted = read('x\n"It: Berg, Bo"\n', path="a.csv", fields=("**",))
    again = plan_fixes(quoted, DocumentReport("a.csv", "a.csv", claims=(finding(7, 15, "Lee, Ann"),)))
    assert again.edits == (Edit(Span(7, 15), "Lee, Ann"),)


def test_quotes_are_not_written_into_front_matter():
    """A title in the front matter is YAML: words with a quotation mark could end it."""
    source = "---\ntitle: It has 85\n---\nText.\n"
    assert plan(source, finding(18, 20, "d'84")).left[0].why is Why.HOLDS_MARKUP


def look(source):
    """The document and its report after a change."""
    document = read(source, path="a.txt", language="en")
    return document, CHECKER.check_documents([document]).documents[0]


def test_a_fix_that_the_checker_agrees_with_is_kept():
    """The text is checked again, and fixing it a second time changes nothing."""
    document, report = look("Acme has 85 staff.")
    fixed = fix(document, report, look)
    assert (fixed.document.source, fixed.edits) == ("Acme has 84 staff.", 1)
    assert fix(*look(fixed.document.source), look).edits == 0


def test_a_text_that_does_not_come_to_rest_is_left_as_it_was():
    """Suggestions that go round in a circle are not written at all."""

    def circle(source):
        new = "84" if "85" in source else "85"
        return read(source, path="a.txt"), DocumentReport("a.txt", "a.txt", claims=(finding(9, 11, new),))

    document, report = circle("Acme has 85 staff.")
    fixed = fix(document, report, circle)
    assert fixed.document == document
    assert [left.why for left in fixed.left] == [Why.RESTLESS]


def test_a_fix_that_makes_nothing_better_is_undone():
    """A replacement after which as much is wrong as before is not kept."""
    document, report = look("Acme has 85 staff.")

    def still_wrong(source):
        again, found = look(source)
        return again, replace(found, claims=(finding(None, None, ""),))

    assert fix(document, report, still_wrong).document == document


@pytest.mark.parametrize(
    ("edits", "result"),
    [
        ((), "abcdef"),
        ((Edit(Span(0, 1), "xyz"), Edit(Span(5, 6), "")), "xyzbcde"),
        ((Edit(Span(1, 3), ""), Edit(Span(3, 4), "D")), "aDef"),
    ],
)
def test_edits_are_made_at_their_places(edits, result):
    """Stretches give way to their replacements, whatever the lengths."""
    assert apply("abcdef", edits) == result


def test_a_diff_marks_a_missing_line_end():
    """The mark that patch knows stands behind a last line without line end."""
    assert unified_diff("a", "b", "x.md").splitlines()[3:] == [
        "-a",
        "\\ No newline at end of file",
        "+b",
        "\\ No newline at end of file",
    ]
    assert unified_diff("a\n", "a\n", "x.md") == ""
