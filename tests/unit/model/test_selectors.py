"""Selectors."""

import pytest

from claims.errors import UsageError
from claims.model.selectors import Subject, check_rules, parse_selector
from claims.model.verdict import Reason, Verdict

OUTDATED = Subject("coalition", "members", Verdict.OUTDATED, rules=("anniversary",))
SILENT = Subject("1634: a novel", "author name", Verdict.UNVERIFIABLE, Reason.NO_FACT)


@pytest.mark.parametrize(
    ("text", "subject", "fits"),
    [
        ("outdated", OUTDATED, True),
        ("contradicted", OUTDATED, False),
        ("no_fact", SILENT, True),
        ("no_date", SILENT, False),
        ("coalition.members", OUTDATED, True),
        ("coalition.*", OUTDATED, True),
        ("*.members", OUTDATED, True),
        ("Coalition.members", OUTDATED, False),
        ("coalition.member", OUTDATED, False),
        ("coalition.members:outdated", OUTDATED, True),
        ("coalition.members : outdated", OUTDATED, True),
        ("coalition.members:contradicted", OUTDATED, False),
        ("contradicted, coalition.*", OUTDATED, True),
        ("contradicted,nato.*", OUTDATED, False),
        ("anniversary", OUTDATED, True),
        ("anniversary:outdated", OUTDATED, True),
        ("anni*", OUTDATED, True),
        ("membership", OUTDATED, False),
        ("1634: a novel.author name", SILENT, True),
        ("1634: a novel.*:unverifiable:no_fact", SILENT, True),
        ("1634: a novel.*:no_date", SILENT, False),
        ("inconsistency", Subject(inconsistent=True), True),
        ("inconsistency", OUTDATED, False),
        ("*.*", Subject(rules=("anniversary",)), False),
    ],
)
def test_selector_fits_what_it_names(text, subject, fits):
    """A selector fits a subject where one of its terms fits in every part."""
    assert parse_selector(text).selects(subject) is fits


@pytest.mark.parametrize("text", ["", " ", "outdated,", ",outdated", ":outdated"])
def test_empty_parts_are_refused(text):
    """A selector with nothing between its commas says what could stand there."""
    with pytest.raises(UsageError, match=r"entity\.attribute"):
        parse_selector(text)


def test_misspelt_word_is_named_with_the_near_one():
    """A word that is no verdict, reason or rule is refused with the one that was probably meant."""
    with pytest.raises(UsageError, match="did you mean outdated"):
        check_rules(parse_selector("outdatd"), {"anniversary"})
    check_rules(parse_selector("anni*,a.b,no_fact"), {"anniversary"})
