"""Every case of tests/cases/suppressions.yaml, and what a hostile text costs."""

from pathlib import Path

import pytest
import yaml

from claims.checker import Checker
from claims.documents import read
from claims.editing.suppressions import read_suppressions
from claims.model.verdict import Severity, Silence
from claims.reports.summary import summarise

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "suppressions.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def checker(tmp_path_factory):
    """A checker that knows Acme, and Globex by name only."""
    file = tmp_path_factory.mktemp("facts") / "facts.yaml"
    file.write_text(
        "format: claims-facts/1\nentities:\n"
        "  acme: {names: Acme, type: organization, facts: {members: 84, founded: 2014}}\n"
        "  globex: {names: Globex, type: organization}\n"
    )
    return Checker.load(facts=[file])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_comments_silence_what_they_say(checker, case):
    """The values that speak, the problems and the inconsistencies are those of the case."""
    report = checker.check(case["text"], language="en", path=f"a.{case.get('format', 'md')}")
    (document,) = report.documents
    wrong = [claim for claim in report.claims if claim.severity is not Severity.NONE]
    assert [case["text"][claim.value_start : claim.value_end] for claim in wrong] == case["speaks"]
    problems = case.get("problems", {})
    assert [problem.line for problem in document.problems] == list(problems)
    assert all(words in it.message for words, it in zip(problems.values(), document.problems, strict=True))
    assert [clash.severity for clash in report.inconsistencies] == case.get("inconsistencies", [])


def test_silenced_findings_are_counted(checker):
    """A silenced finding keeps its verdict, says what silenced it, and stands in the summary."""
    text = "<!-- claims-disable-file -->\n\nAcme has 85 members.\n"
    report = checker.check(text, language="en", path="a.md")
    assert report.claims[0].silenced_by is Silence.COMMENT
    assert (summarise(report).silenced, summarise(report).problems) == (1, 0)


def test_problems_are_warnings(checker):
    """A comment that silences nothing fails a run at the level of warnings."""
    report = checker.check("<!-- claims-disable-file -->\n\nAcme has 84 members.\n", language="en", path="a.md")
    assert summarise(report).problems == 1
    assert report.ok()
    assert not report.ok(fail_level="warning")


def test_many_ranges_one_after_the_other_are_no_matter(checker):
    """What was enabled again does not count as in force."""
    pair = "<!-- claims-disable -->\n\nAcme has 85 members.\n\n<!-- claims-enable -->\n\n"
    report = checker.check(pair * 150, language="en", path="a.md")
    assert report.documents[0].problems == ()
    assert all(claim.silenced_by is Silence.COMMENT for claim in report.claims)


@pytest.mark.parametrize("comment", ["<!-- claims-disable a.b{} -->", "<!-- claims-disable-next-line a.b{} -->"])
def test_many_comments_are_read_in_one_pass(comment, work):
    """A text of nothing but comments is no work for every pair, and all but the first hundred are problems."""

    def source(comments):
        return "\n\n".join(comment.format(number) for number in range(comments)) + "\n\nText.\n"

    found = work.at_most_doubles(source, lambda text: read_suppressions(read(text, path="a.md")), 5000)
    assert len(found.all) == 100
    assert len(found.problems) == 4900
