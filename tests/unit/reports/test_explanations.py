"""Explanations."""

from decimal import Decimal

from claims.model.dates import PartialDate
from claims.model.fact import Derivation, Fact, Source, Validity
from claims.model.judgement import Judgement
from claims.model.place import Place
from claims.model.values import Number
from claims.model.verdict import Operator, Verdict
from claims.reports.explanations import because


def derived(name, *premises):
    return Fact("acme", name, 1, derivation=Derivation(f"rule-{name}", "x + y", premises, ("x = 1",)))


def count(nodes):
    return sum(1 + count(node.children) for node in nodes)


def depth(nodes):
    return max((1 + depth(node.children) for node in nodes), default=0)


def test_claim_leads_to_facts_rules_and_sources(make_claim):
    """The tree goes from the claim to the fact, the rule with its steps, the premises and their sources."""
    source = Source("mfa", publisher="Ministry", published=PartialDate.parse("2024-10"))
    premise = Fact(
        "acme",
        "founded",
        Number(Decimal(2014)),
        where={"site": "eu"},
        validity=Validity(as_of=PartialDate.parse("2024-10")),
        source=source,
        quote="since 2014",
        place=Place("facts.yaml", 3),
    )
    claim = make_claim(operator=Operator.GE, how=("noun: member",))
    read, known = because(Judgement(claim, Verdict.SUPPORTED, evidence=(derived("age", premise),)))
    assert read.text == "read as acme.members ≥ 85"
    assert [child.text for child in read.children] == ["noun: member"]
    (rule,) = known.children
    assert rule.text == "rule rule-age: x + y"
    step, fact = rule.children
    assert step.text == "x = 1"
    assert fact.text == "acme.founded[site: eu] = 2014 (as_of: 2024-10), facts.yaml:3"
    assert [child.text for child in fact.children] == ['source: Ministry, 2024-10: "since 2014"']


def test_shared_premises_are_explained_once(make_claim):
    """Rules that share premises give a tree that grows with the facts, not with the ways through them."""
    fact = derived("level-0")
    for level in range(1, 18):
        fact = derived(f"level-{level}", fact, fact, fact)
    tree = because(Judgement(make_claim(), Verdict.SUPPORTED, evidence=(fact,)))
    assert count(tree) < 200


def test_long_chains_end(make_claim):
    """A very long chain of rules is cut off with a word instead of going on for ever."""
    fact = derived("level-0")
    for level in range(1, 2000):
        fact = derived(f"level-{level}", fact)
    tree = because(Judgement(make_claim(), Verdict.SUPPORTED, evidence=(fact,)))
    assert depth(tree) < 60
