"""A domain from tables to verdicts: an election counted by ward, and an article of which half is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claims.auditing.linting import audit
from claims.auditing.mutation import Outcome, mutate
from claims.checker import Checker
from claims.documents import read
from claims.model.verdict import Match, Verdict

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "benchmarks" / "election"
FACTS, RULES = (FOLDER / "facts",), ("core/1", FOLDER / "rules.yaml")
ARTICLE = (FOLDER / "article.en.md").read_text("utf-8")
WRONG = yaml.safe_load((ROOT / "tests" / "cases" / "election.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def checker():
    """A checker for the election."""
    return Checker.load(FACTS, RULES)


@pytest.fixture(scope="module")
def found(checker):
    """The claims of the article."""
    return checker.check(ARTICLE, path="article.en.md").claims


def _said(claim):
    return claim.line, ARTICLE[claim.value_start : claim.value_end]


def test_all_that_is_wrong_is_found_and_nothing_else(found):
    """Each wrong value is contradicted at its place, with the right one to write; all others are supported."""
    contradicted = [(*_said(claim), claim.suggestion.text) for claim in found if claim.verdict is Verdict.CONTRADICTED]
    assert contradicted == [(row["line"], row["said"], row["right"]) for row in WRONG]
    assert {claim.verdict for claim in found} == {Verdict.CONTRADICTED, Verdict.SUPPORTED}


def test_the_claims_are_many_and_most_are_computed(found):
    """The article makes some forty claims, and most rest on what rules derive from the tables."""
    assert len(found) >= 36
    computed = [claim for claim in found if any(fact.rule for fact in claim.evidence)]
    assert len(computed) >= 25
    assert any(claim.match is Match.DERIVED for claim in found)


def test_the_facts_and_rules_need_no_care():
    """Linting finds nothing at all: every value has a source, every list adds up."""
    assert audit(FACTS, RULES).findings == ()


def test_no_swap_goes_unnoticed(checker):
    """Whatever right value of the article is swapped for a wrong one, somebody would notice."""
    swapped = mutate(checker, [read(ARTICLE, path="article.en.md")], limit=500)
    assert [one.swap.text for one in swapped.tried if one.outcome is not Outcome.NOTICED] == []
    assert len(swapped.tried) >= 30
