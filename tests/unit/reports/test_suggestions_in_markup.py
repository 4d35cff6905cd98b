"""Suggestions for values that markup stands in: shown as they read, and offered to programs only where they fit."""

import json

import pytest

from claims.checker import Checker
from claims.documents import read
from claims.model.span import Span
from claims.reports import render

FACTS = """
format: claims-facts/1
entities:
  acme: {names: Acme, type: organization, facts: {members: 84, founded: 1998, employees: 1200}}
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory):
    """A checker for three facts."""
    file = tmp_path_factory.mktemp("facts") / "facts.yaml"
    file.write_text(FACTS)
    return Checker.load([file])


@pytest.mark.parametrize(
    ("source", "fix", "is_exact"),
    [
        ("Acme has 85 members.", "85 → 84", True),
        ("Acme has **85** members.", "85 → 84", True),
        ("Acme has 8*5* members.", "85 → 84", False),
        ("Acme was founded in **19**99.", "1999 → 1998", False),
        ("Acme has 1&nbsp;300 employees.", "1 300 → 1 200", False),
        ("Acme was founded in [19](a)[99](b).", "1999 → 1998", False),
    ],
)
def test_a_suggestion_reads_without_markup(checker, source, fix, is_exact):
    """What is written and what to write are shown as they read; programs get a fix only for one piece of prose."""
    document = read(source, path="a.md", language="en")
    report = checker.check_documents([document])
    (claim,) = report.claims
    assert claim.suggestion.is_exact == is_exact
    assert f"Fix: {fix}\n" in render(report, "text").replace("\u00a0", " ")
    (result,) = json.loads(render(report, "sarif"))["runs"][0]["results"]
    assert ("fixes" in result) == is_exact
    (diagnostic,) = json.loads(render(report, "rdjson"))["diagnostics"]
    assert ("suggestions" in diagnostic) == is_exact


def test_the_message_quotes_what_is_read(checker):
    """The words of the value in a message are those of the prose."""
    (claim,) = checker.check("Acme has 8*5* members.", language="en", path="a.md").claims
    assert claim.message == "85 is said, the facts have 84"


@pytest.mark.parametrize(
    ("source", "quote", "prose", "is_verbatim"),
    [
        ("a **84** b", "84", "84", True),
        ("a **84** b", "a **84", "a 84", False),
        ("a 1&nbsp;2 b", "1&nbsp;2", "1\u00a02", False),
        ("one\r\ntwo", "one\r\ntwo", "one\ntwo", False),
        ("# a\n\nb c", "b c", "b c", True),
        ("# a\n\nb c", "a\n\nb", "a\n\nb", False),
        ("a `84` b", "`84`", "\ufffc", False),
        ("```\n84\n```", "84", "84", False),
    ],
)
def test_from_the_source_back_to_prose(source, quote, prose, is_verbatim):
    """A stretch of the source is given as it reads, and as it is written where it is no prose of one block."""
    document = read(source, format="markdown", language="en")
    start = source.index(quote)
    span = Span(start, start + len(quote))
    assert document.prose(span) == prose
    assert document.is_verbatim(span) == is_verbatim
