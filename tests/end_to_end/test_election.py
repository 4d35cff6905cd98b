"""A domain from tables to verdicts: an election counted by ward, and articles of which half is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claims.auditing.examples import run_examples
from claims.auditing.linting import audit
from claims.auditing.mutation import Outcome, mutate
from claims.checker import Checker
from claims.documents import read
from claims.loading import load_all
from claims.model.verdict import Match, Verdict

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "benchmarks" / "election"
FACTS, RULES = (FOLDER / "facts",), ("core/1", FOLDER / "rules.yaml")
ARTICLES = {language: (FOLDER / f"article.{language}.md").read_text("utf-8") for language in ("en", "fr")}
WRONG = yaml.safe_load((ROOT / "tests" / "cases" / "election.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def checker():
    """A checker for the election."""
    return Checker.load(FACTS, RULES)


@pytest.fixture(scope="module", params=ARTICLES)
def found(checker, request):
    """The language of an article, and its claims."""
    language = request.param
    return language, checker.check(ARTICLES[language], path=f"article.{language}.md").claims


def test_all_that_is_wrong_is_found_and_nothing_else(found):
    """Each wrong value is contradicted at its place, with the right one to write; all others are supported."""
    language, claims = found
    contradicted = [
        {
            "line": claim.line,
            "said": ARTICLES[language][claim.value_start : claim.value_end],
            "right": claim.suggestion.text,
        }
        for claim in claims
        if claim.verdict is Verdict.CONTRADICTED
    ]
    assert contradicted == WRONG[language]
    assert {claim.verdict for claim in claims} == {Verdict.CONTRADICTED, Verdict.SUPPORTED}


def test_the_claims_are_many_and_most_are_computed(found):
    """An article makes some thirty claims, and most rest on what rules derive from the tables."""
    _, claims = found
    assert len(claims) >= 28
    computed = [claim for claim in claims if any(fact.rule for fact in claim.evidence)]
    assert len(computed) >= 18
    assert any(claim.match is Match.DERIVED for claim in claims)


def test_the_examples_of_the_rules_hold(checker):
    """What the rules file says that it reads is read."""
    run = run_examples(checker, load_all(FACTS, RULES).examples)
    assert run.examples >= 5
    assert run.failures == ()


def test_the_facts_and_rules_need_no_care():
    """Linting finds nothing at all: every value has a source, every list adds up."""
    assert audit(FACTS, RULES).findings == ()


@pytest.mark.parametrize("language", ARTICLES)
def test_no_swap_goes_unnoticed(checker, language):
    """Whatever right value of an article is swapped for a wrong one, somebody would notice."""
    swapped = mutate(checker, [read(ARTICLES[language], path="article.md")], limit=500)
    assert [one.swap.text for one in swapped.tried if one.outcome is not Outcome.NOTICED] == []
    assert len(swapped.tried) >= 20
