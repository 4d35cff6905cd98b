"""The pages of `claims explain`."""

import pytest

from claims.auditing.checks import IDS
from claims.checker import Checker
from claims.cli.pages import pages
from claims.model.selectors import WORDS
from claims.model.verdict import Reason, Verdict

TOPICS = ("selectors", "suppressions", "baselines")
UNCHECKED = ("no_wording", "no_entity", "vetoed")


def test_every_word_of_a_report_has_a_page():
    """Verdicts, reasons, what is not checked and what lint finds can be explained, and nothing else stands there."""
    assert set(pages()) == {*WORDS, *UNCHECKED, *IDS, *TOPICS}


@pytest.mark.parametrize("name", [*WORDS, *UNCHECKED, *IDS, *TOPICS])
def test_page_says_what_and_what_to_do(name):
    """A page is a title, a paragraph and an advice, in lines that a terminal holds."""
    page = pages()[name]
    assert page.title.endswith(".")
    assert page.what.strip()
    assert page.do.strip()
    assert str(page).startswith(f"{name}: ")
    assert max(map(len, str(page).splitlines())) <= 100


def test_examples_name_what_they_show():
    """An example claims a verdict or a reason that exists."""
    for page in pages().values():
        if page.example:
            assert page.example.get("verdict") in {*Verdict, None}
            assert page.example.get("reason") in {*Reason, None}
            assert {"facts", "text"} <= set(page.example)


@pytest.mark.parametrize("name", [name for name, page in pages().items() if page.example])
def test_example_shows_what_its_page_says(name, tmp_path):
    """The example of a page, checked, comes to the verdict and the reason that the page is about."""
    example = pages()[name].example
    facts = tmp_path / "facts.yaml"
    lines = [
        "format: claims-facts/1",
        "entities:",
        "  acme:",
        "    names: Acme",
        "    facts:",
        f"      {example['facts']}",
    ]
    facts.write_text("\n".join(lines))
    report = Checker.load([facts]).check(example["text"], language="en", as_of=example.get("as_of"))
    (claim,) = report.claims
    assert name in {claim.verdict, claim.reason}
    assert {claim.verdict, claim.reason} >= {example[key] for key in ("verdict", "reason") if key in example}
