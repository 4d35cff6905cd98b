"""What holds of every claim and every set of facts."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from claims.judging import judge, judge_all
from claims.judging.asking import Terms, question_of
from claims.judging.comparison import meet
from claims.judging.meeting import Outcome, Standard
from claims.judging.suggestion import corrected
from claims.model.attribute import Attribute, Cardinality
from claims.model.claim import Claim, ClaimTime
from claims.model.dates import PartialDate, Period, Precision
from claims.model.entity import Entity
from claims.model.fact import Fact, Rank, Validity
from claims.model.factset import FactSet
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    Range,
    Text,
    Unknown,
    Version,
)
from claims.model.verdict import Operator, Verdict

DAY = datetime.date(2014, 1, 1)
ENTITIES = {
    "a": Entity("a", "place", {"en": ("Aville",)}, part_of=("b",)),
    "b": Entity("b", "place", {"en": ("Beland",)}, part_of=("a",)),
    "c": Entity("c", "person", {"en": ("Cleo Dee",)}),
}

amounts = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=1) | st.integers(-99, 99).map(Decimal)
steps = st.sampled_from([Decimal("0.1"), Decimal(1), Decimal(10)])
units = st.sampled_from([None, "%", "EUR"])
numbers = st.builds(Number, amounts, units, steps)
plain_numbers = st.builds(lambda amount, step: Number(amount, None, step), amounts, steps)
intervals = st.tuples(amounts, amounts, units).map(lambda t: (min(t[:2]), max(t[:2]), t[2]))
dates = st.builds(
    lambda days, precision: PartialDate(DAY + datetime.timedelta(days), Precision.DAY).coarsen(precision),
    st.integers(0, 2000),
    st.sampled_from(list(Precision)),
)
spans = st.tuples(dates, dates).map(lambda two: DateSpan(*sorted(two, key=lambda date: date.start)))
names = st.sampled_from(["a", "b", "c"]).map(EntityRef) | st.sampled_from(["Aville", "Cleo", "Dee", ""]).map(Text)
singles = st.one_of(
    numbers,
    intervals.map(lambda t: Between(*t)),
    intervals.map(lambda t: Range(*t)),
    dates,
    spans,
    names,
    st.lists(st.sampled_from(["3", "9", "10"]), min_size=1, max_size=3).map(lambda parts: Version(tuple(parts))),
    st.booleans().map(Boolean),
    st.just(Nothing()),
    st.just(Unknown()),
)
lists = st.builds(lambda items, complete: ListOf(tuple(items), complete), st.lists(singles, max_size=3), st.booleans())
values = st.one_of(singles, singles.map(Not), lists)
operators = st.sampled_from(Operator)
periods = st.tuples(st.none() | st.integers(0, 2000), st.none() | st.integers(1, 500)).map(
    lambda t: Period(
        None if t[0] is None else DAY + datetime.timedelta(t[0]),
        None if t[1] is None else DAY + datetime.timedelta((t[0] or 0) + t[1]),
    )
)
wheres = st.sampled_from([(), (("region", "eu"),), (("region", "us"),), (("plan", "pro"), ("region", "eu"))])


@st.composite
def facts_on(draw, some=values):
    period = draw(periods)
    when = PartialDate(DAY, Precision.YEAR)
    validity = Validity(
        period, until=when if period.end else None, during=when if draw(st.integers(0, 4)) == 0 else None
    )
    return Fact("it", "thing", draw(some), validity=validity, rank=draw(st.sampled_from(Rank)), where=draw(wheres))


attributes = st.sampled_from([None, *Cardinality]).map(lambda cardinality: Attribute("thing", cardinality=cardinality))
claims = st.builds(
    lambda value, operator, where, period: Claim(
        "it", "thing", value, operator, where=where, time=period and ClaimTime(PartialDate(DAY, Precision.DAY), period)
    ),
    values,
    operators,
    wheres,
    st.none() | periods,
)


def fact_set(attribute, facts):
    return FactSet(ENTITIES, {"thing": attribute}, tuple(facts))


def essence(judgement):
    return (
        judgement.verdict,
        judgement.match,
        judgement.reason,
        judgement.note,
        frozenset(map(repr, judgement.evidence)),
        frozenset(map(repr, judgement.replaced)),
        judgement.blame,
        judgement.suggestion,
        tuple(item.verdict for item in judgement.items),
    )


@given(claims, attributes, st.lists(facts_on(), max_size=4), st.none() | periods, st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(claim, attribute, facts, at, random):
    """The same facts in another order give the same judgement."""
    shuffled = list(facts)
    random.shuffle(shuffled)
    one, other = (judge(claim, fact_set(attribute, some), at=at) for some in (facts, shuffled))
    assert essence(one) == essence(other)


def test_all_the_first_facts_are_evidence_that_it_is_too_early():
    """Two facts that begin on the same day are both shown, in either order, for a claim of a time before."""
    year = Validity(Period(DAY, DAY + datetime.timedelta(365)))
    facts = [Fact("it", "thing", EntityRef(name), validity=year) for name in ("a", "b")]
    before = ClaimTime(PartialDate(DAY, Precision.DAY), Period(None, DAY - datetime.timedelta(1)))
    claim = Claim("it", "thing", EntityRef("a"), Operator.EQ, time=before)
    for some in (facts, facts[::-1]):
        judged = judge(claim, fact_set(Attribute("thing"), some), at=None)
        assert set(map(repr, judged.evidence)) == set(map(repr, facts))


@given(claims, attributes, st.lists(facts_on(), max_size=3), facts_on(), st.none() | periods)
def test_an_unrelated_fact_changes_nothing(claim, attribute, facts, other, at):
    """What is known of another entity, or of another attribute, has no part in the judgement."""
    unrelated = [
        Fact("other", "thing", other.value, validity=other.validity),
        Fact("it", "other", other.value, validity=other.validity),
    ]
    known = fact_set(attribute, facts)
    assert judge(claim, known.with_facts(unrelated), at=at) == judge(claim, known, at=at)


same_kind = st.sampled_from([plain_numbers, numbers, dates, spans, names]).flatmap(
    lambda some: st.tuples(some, st.lists(facts_on(some), min_size=1, max_size=3))
)


@given(same_kind, operators, attributes, st.none() | periods)
def test_a_correction_makes_the_claim_supported(said_and_known, operator, attribute, at):
    """A claim said again with the value suggested for it is right."""
    said, facts = said_and_known
    claim = Claim("it", "thing", said, operator)
    terms = Terms(fact_set(attribute, facts), at)
    value = corrected(question_of(claim, terms))
    if value is not None:
        assert judge(replace(claim, value=value), terms.facts, at=at).verdict is Verdict.SUPPORTED


@given(plain_numbers, operators, plain_numbers)
def test_a_wrong_number_always_has_a_correction(said, operator, known):
    """Of a single known number every wrong one can be corrected, whatever the hedge but a denial."""
    assume(operator is not Operator.NE)
    terms = Terms(FactSet(facts=(Fact("it", "thing", known),)))
    claim = Claim("it", "thing", said, operator)
    assume(operator not in {Operator.GT, Operator.LT, Operator.NEARLY} or known.amount)
    if judge(claim, terms.facts, at=None).verdict is Verdict.CONTRADICTED:
        assert corrected(question_of(claim, terms)) is not None


@given(values, operators, values, st.booleans())
def test_every_value_can_be_held_against_every_other(said, operator, known, many):
    """No pair of values and no operator is beyond judging."""
    assert meet(said, operator, known, Standard(entities=ENTITIES), many=many).outcome in Outcome


@given(singles, values)
def test_a_denial_is_the_claim_turned_round(said, known):
    """What supports a claim excludes its denial, and the other way about."""
    plain = meet(said, Operator.EQ, known, Standard(entities=ENTITIES)).outcome
    denied = meet(said, Operator.NE, known, Standard(entities=ENTITIES)).outcome
    turned = {Outcome.SUPPORTED: Outcome.EXCLUDED, Outcome.EXCLUDED: Outcome.SUPPORTED}
    assert denied is turned.get(plain, plain)


@given(numbers, numbers | dates | spans)
def test_a_hedge_only_makes_a_claim_easier(said, known):
    """What is true of a number is true of about that number; more than it is at least it."""
    standard = Standard()
    for strict, loose in (
        (Operator.EQ, Operator.ABOUT),
        (Operator.GT, Operator.GE),
        (Operator.LT, Operator.LE),
    ):
        if meet(said, strict, known, standard).outcome is Outcome.SUPPORTED:
            assert meet(said, loose, known, standard).outcome is Outcome.SUPPORTED


@given(
    plain_numbers | dates,
    st.sampled_from([(Operator.GT, Operator.LE), (Operator.GE, Operator.LT)]),
    plain_numbers | dates,
)
def test_a_bound_is_its_opposite_turned_round(said, pair, known):
    """What is more than a value is not at most it, and where one cannot be told, neither can the other."""
    one, other = (meet(said, operator, known, Standard()).outcome for operator in pair)
    turned = {Outcome.SUPPORTED: Outcome.EXCLUDED, Outcome.EXCLUDED: Outcome.SUPPORTED}
    assert other is turned.get(one, one)


@given(singles)
def test_a_value_is_right_of_itself(value):
    """What is known, said as it is known, is supported."""
    assert meet(value, Operator.EQ, value, Standard(entities=ENTITIES)).outcome is Outcome.SUPPORTED


@given(st.lists(claims, max_size=4), attributes, st.lists(facts_on(), max_size=3))
def test_the_whole_text_changes_no_verdict(said, attribute, facts):
    """Claims judged together get the verdicts they get alone; only blame and causes are added."""
    known = fact_set(attribute, facts)
    together = judge_all(said, known, at=None)
    assert [one.verdict for one in together] == [judge(one, known, at=None).verdict for one in said]
