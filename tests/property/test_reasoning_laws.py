"""Laws that derivation keeps for any timelines, rules and claims."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.model.claim import Claim
from claims.model.dates import Period
from claims.model.entity import Entity
from claims.model.fact import Fact, Validity
from claims.model.factset import FactSet
from claims.model.rule import DerivationRule, Loop, Rules
from claims.model.values import Number
from claims.model.verdict import Operator
from claims.reasoning import check_rules, derive, inconsistencies

FIRST = datetime.date(2020, 1, 1)
LOOP = (Loop("o", "organization"),)


def day(number):
    return FIRST + datetime.timedelta(days=number)


@st.composite
def timelines(draw, attribute):
    """Facts of one attribute that follow each other, with gaps, over forty days."""
    limits = sorted(draw(st.sets(st.integers(0, 40), max_size=8)))
    return [
        Fact("o", attribute, draw(st.integers(0, 5)), validity=Validity(Period(day(start), day(end))))
        for start, end in pairwise(limits)
        if draw(st.booleans())
    ]


def value_on(facts, attribute, moment):
    found = [fact.value.amount for fact in facts if fact.attribute == attribute and moment in fact.validity.period]
    assert len(found) <= 1
    return found[0] if found else None


def derived(facts, *rules):
    made = tuple(DerivationRule(f"r{i}", LOOP, target, text) for i, (target, text) in enumerate(rules))
    return derive(FactSet({"o": Entity("o", "organization")}, {}, tuple(facts)), Rules(made)).facts


@given(timelines("a"), timelines("b"))
def test_a_sum_holds_exactly_while_both_parts_do(first, second):
    """On every day the derived value is the sum of the values of that day."""
    known = [*first, *second, Fact("x", "a", 0), Fact("x", "b", 0)]
    found = derived(known, ("o.c", "o.a + o.b"))
    for number in range(-1, 42):
        moment = day(number)
        parts = [value_on([fact for fact in found if fact.entity == "o"], name, moment) for name in "ab"]
        assert value_on(found, "c", moment) == (None if None in parts else sum(parts))


@given(timelines("a"), timelines("b"))
def test_an_aggregate_follows_the_days_too(first, second):
    """Facts looked up split the time as joined ones do."""
    known = [*first, *second, Fact("x", "a", 0), Fact("x", "b", 0)]
    joined = derived(known, ("o.c", "o.a + o.b"))
    looked_up = derived(known, ("o.c", "sum(o.a) + sum(o.b)"))
    for number in range(-1, 42):
        assert value_on(joined, "c", day(number)) == value_on(looked_up, "c", day(number))


@given(timelines("a"), timelines("b"))
def test_a_stated_fact_is_never_contradicted_by_a_derived_one(stated, other):
    """On each day there is at most one value, and the stated one where there is one."""
    known = [*stated, *other, Fact("x", "a", 0), Fact("x", "b", 0)]
    found = [fact for fact in derived(known, ("o.a", "o.b + 10")) if fact.entity == "o"]
    for number in range(-1, 42):
        given_value, from_rule = value_on(stated, "a", day(number)), value_on(other, "b", day(number))
        expected = given_value if given_value is not None else None if from_rule is None else from_rule + 10
        assert value_on(found, "a", day(number)) == expected


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8))
def test_rules_run_in_order_or_are_a_cycle(edges):
    """Whatever the order of writing: a rule sees all that it rests on, or the circle is named."""
    rules = tuple(
        DerivationRule(f"r{i}", LOOP, f"o.x{left}", f"o.x{right} + 1") for i, (left, right) in enumerate(edges)
    )
    stated = [Fact("x", f"x{i}", i) for i in range(7)] + [Fact("o", f"x{i}", i) for i in range(0, 7, 2)]
    facts = FactSet({"o": Entity("o", "organization")}, {}, tuple(stated))
    problems = check_rules(Rules(rules), facts)
    assert bool(problems) == has_cycle(set(edges))
    assert all(problem.message.startswith("a cycle: ") for problem in problems)
    if not problems:
        known = derive(facts, Rules(rules))
        for left, right in edges:
            assert not known.of("o", f"x{right}") or known.of("o", f"x{left}")


def has_cycle(edges):
    while edges:
        leaves = {right for _, right in edges} - {left for left, _ in edges}
        fewer = {(left, right) for left, right in edges if right not in leaves}
        if fewer == edges:
            return True
        edges = fewer
    return False


@given(
    st.lists(
        st.tuples(
            st.integers(0, 12), st.sampled_from([Operator.EQ, Operator.LE, Operator.GE, Operator.LT, Operator.GT])
        ),
        max_size=12,
    )
)
def test_claims_are_inconsistent_as_their_pairs_are(made):
    """The linear search names exactly the claims that some other excludes."""
    claims = [("d", Claim("o", "a", Number(Decimal(amount)), operator)) for amount, operator in made]
    paired = {
        index
        for index, claim in enumerate(claims)
        for other in claims
        if other is not claim and inconsistencies([claim, other])
    }
    assert inconsistencies(claims) == ((tuple(sorted(paired)),) if paired else ())
