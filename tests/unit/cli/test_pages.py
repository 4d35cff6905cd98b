"""The pages of `claims explain`."""

import pytest

from claims.cli.pages import pages
from claims.model.verdict import Reason, Verdict
from claims.reports.selectors import WORDS

UNCHECKED = ("no_wording", "no_entity", "vetoed")


def test_every_word_of_a_report_has_a_page():
    """Verdicts, reasons and what a value is not checked for can all be explained, and nothing else stands there."""
    assert set(pages()) == {*WORDS, *UNCHECKED, "selectors"}


@pytest.mark.parametrize("name", [*WORDS, *UNCHECKED, "selectors"])
def test_page_says_what_and_what_to_do(name):
    """A page is a title, a paragraph and an advice, in lines that a terminal holds."""
    page = pages()[name]
    assert page.title.endswith(".")
    assert page.what.strip()
    assert page.do.strip()
    assert str(page).startswith(f"{name}: ")
    assert max(map(len, str(page).splitlines())) <= 88


def test_examples_name_what_they_show():
    """An example claims a verdict or a reason that exists."""
    for page in pages().values():
        if page.example:
            assert page.example.get("verdict") in {*Verdict, None}
            assert page.example.get("reason") in {*Reason, None}
            assert {"facts", "text"} <= set(page.example)
