"""What holds of the whole way from files to verdicts: order, repetition and what is beside the point change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.checker import Checker
from claims.loading import load
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import Rules
from claims.model.verdict import Verdict
from claims.reasoning import derive

FOLDER = Path(__file__).parents[2] / "examples" / "election"
FILES = sorted((FOLDER / "facts").glob("*.yaml"))
RULES = ("core/1", FOLDER / "rules.yaml")
ARTICLES = {language: (FOLDER / f"article.{language}.md").read_text("utf-8") for language in ("en", "fr")}
STATED, RULEBOOK = load(FILES, RULES)
FEW = settings(max_examples=6)


def verdicts(checker, language="en"):
    """Everything that a report says of the claims of an article, but where the facts stand among each other."""
    return [
        (claim.value_start, claim.verdict, claim.match, claim.reason, claim.suggestion, claim.blame, claim.caused_by)
        for claim in checker.check(ARTICLES[language], path="article.md").claims
    ]


EXPECTED = verdicts(Checker.of(STATED, RULEBOOK))


def shuffled(random, things):
    mixed = list(things)
    random.shuffle(mixed)
    return mixed


@FEW
@given(st.randoms(use_true_random=False))
def test_the_order_of_facts_and_rules_changes_no_verdict(random):
    """Entities, facts and rules may be written in any order."""
    facts = FactSet(
        dict(shuffled(random, STATED.entities.items())),
        dict(shuffled(random, STATED.attributes.items())),
        tuple(shuffled(random, STATED.facts)),
    )
    rules = Rules(
        tuple(shuffled(random, RULEBOOK.derivations)), tuple(shuffled(random, RULEBOOK.requirements)), RULEBOOK.policies
    )
    assert verdicts(Checker.of(facts, rules)) == EXPECTED


@FEW
@given(st.permutations(FILES))
def test_the_order_of_files_changes_no_verdict(files):
    """Files may be given in any order."""
    assert verdicts(Checker.load(files, RULES)) == EXPECTED
    assert verdicts(Checker.load(files, RULES[::-1])) == EXPECTED


@FEW
@given(st.lists(st.tuples(st.sampled_from(sorted({fact.attribute for fact in STATED.facts})), st.integers(0, 10**6))))
def test_facts_of_something_else_change_no_verdict(told):
    """What is known of another place, even in the same attributes, has no part in the verdicts."""
    elsewhere = Entity("elsewhere", "parish", {"en": ("Farway",)})
    facts = FactSet(
        {**STATED.entities, "elsewhere": elsewhere},
        STATED.attributes,
        (*(Fact("elsewhere", attribute, value) for attribute, value in told), *STATED.facts),
    )
    assert verdicts(Checker.of(facts, RULEBOOK)) == EXPECTED


def test_deriving_twice_is_deriving_once():
    """What follows from everything that follows is there already."""
    once = derive(STATED, RULEBOOK)
    assert len(once.facts) > len(STATED.facts)
    assert derive(once, RULEBOOK).facts == once.facts


@pytest.mark.parametrize("language", ARTICLES)
def test_a_suggestion_that_is_taken_makes_the_claim_supported(language):
    """Each suggestion by itself, written into the text: what is read there then is right."""
    checker, text = Checker.of(STATED, RULEBOOK), ARTICLES[language]
    wrong = [claim for claim in checker.check(text, path="article.md").claims if claim.suggestion]
    assert len(wrong) >= 9
    for claim in wrong:
        suggestion = claim.suggestion
        mended = text[: suggestion.start] + suggestion.text + text[suggestion.end :]
        again = {one.value_start: one.verdict for one in checker.check(mended, path="article.md").claims}
        assert again[claim.value_start] is Verdict.SUPPORTED, text[claim.start : claim.end]
