"""The pages of `claims explain`."""

from textwrap import indent

import pytest

from claims.auditing.checks import IDS
from claims.checker import Checker
from claims.cli.pages import pages
from claims.loading import load
from claims.model.selectors import WORDS
from claims.model.verdict import Reason, Verdict
from claims.reports.page_words import ENGLISH

TOPICS = ("selectors", "suppressions", "baselines")
UNCHECKED = (
    "no_wording",
    "no_entity",
    "part",
    "change",
    "negated",
    "question",
    "hypothetical",
    "excluded",
    "not a label",
)
UNSHOWN = {"not a label"}
BUILT_IN = sorted(load([], ["core/1"])[1].ids)


def test_every_word_of_a_report_has_a_page():
    """Verdicts, reasons, what is not checked and what lint finds can be explained, and nothing else stands there."""
    assert set(pages()) == {*WORDS, *UNCHECKED, *IDS, *TOPICS, *BUILT_IN}


@pytest.mark.parametrize("name", [*WORDS, *UNCHECKED, *IDS, *TOPICS, *BUILT_IN])
def test_page_says_what_and_what_to_do(name):
    """A page is a title, a paragraph and an advice, in lines that a terminal holds."""
    page = pages()[name]
    assert page.title.endswith(".")
    assert page.what.strip()
    assert page.do.strip()
    assert str(page).startswith(f"{name}: ")
    assert max(map(len, str(page).splitlines())) <= 100


def test_all_that_leaves_a_value_unchecked_has_a_page():
    """The words that a report has for it are those that can be explained."""
    assert set(ENGLISH.reasons) <= {*UNCHECKED}


EXAMPLES = [name for name, page in pages().items() if page.example]


def test_every_verdict_reason_and_rule_has_an_example():
    """What a report can say of a claim or of the facts is shown, not only described."""
    assert {*WORDS, *UNCHECKED, *BUILT_IN} - UNSHOWN <= set(EXAMPLES)


def test_examples_name_what_they_show():
    """An example comes to a verdict, a reason, or something else that can be seen in a report."""
    for name in EXAMPLES:
        example = pages()[name].example
        assert example.get("verdict") in {*Verdict, None}
        assert example.get("reason") in {*Reason, None}
        assert {"verdict", "reason", "unchecked", "inconsistency", "fails"} & set(example)
        assert pages()[name].given


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_shows_what_its_page_says(name, tmp_path):
    """The example of a page, checked, comes to what the page is about."""
    example = pages()[name].example
    given = example.get("entities") or f"acme:\n  names: Acme\n  facts:\n    {example['facts']}"
    facts = tmp_path / "facts.yaml"
    facts.write_text("format: claims-facts/1\nentities:\n" + indent(given, "  "))
    report = Checker.load([facts]).check(example.get("text", ""), language="en", as_of=example.get("as_of"))
    if example.get("fails"):
        assert [failure.rule for failure in report.requirements] == [name]
    elif example.get("unchecked"):
        assert [value.reason for value in report.documents[0].unchecked] == [name]
    elif example.get("inconsistency"):
        assert len(report.inconsistencies) == 1
    else:
        (claim,) = report.claims
        assert name in {claim.verdict, claim.reason, *(fact.rule for fact in claim.evidence)}
        assert {claim.verdict, claim.reason} >= {example[key] for key in ("verdict", "reason") if key in example}
