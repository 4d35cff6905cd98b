"""A domain from tables to verdicts: an election counted by ward, and articles of which half is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claims.auditing.examples import run_examples
from claims.auditing.linting import audit
from claims.auditing.mutation import Outcome, mutate
from claims.checker import Checker
from claims.cli import run
from claims.documents import read
from claims.loading import load_all
from claims.model.verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "election"
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


@pytest.mark.parametrize(("language", "computed", "wrong"), [("en", 30, 15), ("fr", 23, 9)])
def test_most_claims_are_computed_and_about_half_of_those_are_wrong(checker, language, computed, wrong):
    """An article is about what no table says: its claims rest on what rules derive from the tables."""
    claims = checker.check(ARTICLES[language], path=f"article.{language}.md").claims
    resting = [claim for claim in claims if any(fact.rule for fact in claim.evidence)]
    assert len(resting) == computed
    assert sum(claim.verdict is Verdict.CONTRADICTED for claim in resting) == wrong


def test_the_folder_is_a_project_of_its_own(monkeypatch, capsys):
    """The examples are checked without the election, which brings its own facts and rules where it is named."""
    monkeypatch.chdir(ROOT)
    run(["check", "examples"])
    assert "examples/election" not in capsys.readouterr().out
    run(["check", "examples/election"])
    assert "examples/election/article.en.md:8:46: error: northbank-2024.ward_count" in capsys.readouterr().out


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
