"""Structured claims: one of every kind, each with the verdict that its id says."""

from pathlib import Path

import pytest

from claims import Checker, Fact
from claims.loading import load_claims
from claims.reports.summary import summarise

ROOT = Path(__file__).parents[2]
CLAIMS = ROOT / "examples" / "claims.yaml"


@pytest.fixture(scope="module")
def checker():
    return Checker.load(facts=[ROOT / "facts"])


def test_every_example_claim_gets_the_verdict_of_its_id(checker):
    """Right, wrong, older, coarser, finer, unknown, wrong unit, bound, list, name."""
    report = checker.verify_claims(load_claims(CLAIMS, checker.facts))
    assert len(report.claims) == 20
    assert summarise(report).documents == 1, "claims of one file are one document"
    for claim in report.claims:
        assert claim.id.startswith(str(claim.verdict)), (claim.id, claim.verdict, claim.reason)
        if claim.verdict == "unverifiable":
            assert claim.reason is not None


def test_a_scope_that_is_missing_is_said_to_be_missing(checker):
    """Where values differ by a qualifier, a claim that names none cannot be judged."""
    priced = checker.with_facts(
        [
            Fact("coalition", "fee", "9 EUR", where={"region": "eu"}),
            Fact("coalition", "fee", "12 EUR", where={"region": "world"}),
        ]
    )
    open_claim = priced.verify(entity="coalition", attribute="fee", value="9 EUR")
    assert (open_claim.verdict, open_claim.reason) == ("unverifiable", "ambiguous_scope")
    scoped = priced.verify(entity="coalition", attribute="fee", value="9 EUR", where={"region": "eu"})
    assert scoped.verdict == "supported"
    wrong = priced.verify(entity="coalition", attribute="fee", value="9 EUR", where={"region": "world"})
    assert wrong.verdict == "contradicted"
    assert not checker.facts.of("coalition", "fee"), "the first checker is as it was"


def test_a_wrong_operator_is_an_error_that_says_so(checker):
    """Bad arguments raise, with what is wrong."""
    with pytest.raises(ValueError, match="operator"):
        checker.verify(entity="coalition", attribute="members", value=84, operator="around")
