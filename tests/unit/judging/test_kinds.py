"""Values read as one kind and known as another, and what is known of attributes nobody declared."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.judging import judge
from claims.judging.asking import may_have_many
from claims.judging.comparison import meet, opposite
from claims.judging.meeting import Outcome, Standard
from claims.model.attribute import Attribute, Cardinality
from claims.model.claim import Claim
from claims.model.dates import PartialDate, Period
from claims.model.fact import Fact, Validity
from claims.model.factset import FactSet
from claims.model.values import Boolean, EntityRef, ListOf, Not, Number, Text, ValueType, Version, Written
from claims.model.verdict import Operator, Reason, Verdict

YEAR = PartialDate.parse("2014")
MONTH = PartialDate.parse("2014-09")


def number(text):
    amount = Decimal(text)
    return Number(amount, step=Decimal(1).scaleb(amount.as_tuple().exponent))


@pytest.mark.parametrize(
    ("said", "known", "kind", "outcome"),
    [
        (number("2014"), MONTH, ValueType.DATE, Outcome.SUPPORTED),
        (number("2015"), MONTH, ValueType.DATE, Outcome.EXCLUDED),
        (number("2014.5"), MONTH, ValueType.DATE, Outcome.UNDECIDED),
        (number("12014"), MONTH, ValueType.DATE, Outcome.UNDECIDED),
        (Number(Decimal(2014), "EUR"), MONTH, ValueType.DATE, Outcome.UNDECIDED),
        (YEAR, number("2014"), ValueType.NUMBER, Outcome.SUPPORTED),
        (YEAR, number("2015"), None, Outcome.EXCLUDED),
        (MONTH, number("2014"), ValueType.NUMBER, Outcome.UNDECIDED),
        (number("3.10"), Version(("3", "10", "2")), ValueType.VERSION, Outcome.SUPPORTED),
        (number("3.1"), Version(("3", "10")), ValueType.VERSION, Outcome.EXCLUDED),
        (Text("2014"), MONTH, ValueType.DATE, Outcome.SUPPORTED),
        (Text("spring"), MONTH, ValueType.DATE, Outcome.UNDECIDED),
        (Text("many"), number("84"), ValueType.COUNT, Outcome.UNDECIDED),
        (Boolean(value=True), number("1"), None, Outcome.UNDECIDED),
        (EntityRef("a"), EntityRef("b"), None, Outcome.EXCLUDED),
        (Written("Ann Lee"), Text("ann lee"), None, Outcome.SUPPORTED),
        (Text("—"), Text("…"), None, Outcome.EXCLUDED),
    ],
)
def test_a_value_is_read_as_the_kind_that_is_known(said, known, kind, outcome):
    """A bare year is a date, a decimal a version; what cannot be compared stays undecided."""
    assert meet(said, Operator.EQ, known, Standard(kind)).outcome is outcome


@pytest.mark.parametrize("operator", Operator)
def test_denying_twice_is_not_denying(operator):
    """The opposite of a bound's opposite is the bound; a hedge that is denied is simply denied."""
    twice = opposite(opposite(operator))
    assert twice is (Operator.EQ if operator in {Operator.ABOUT, Operator.NEARLY} else operator)


@pytest.mark.parametrize(
    ("attribute", "value", "many"),
    [
        (None, number("84"), False),
        (None, MONTH, False),
        (None, Text("Ann"), True),
        (None, EntityRef("ann"), True),
        (None, ListOf((number("1"),)), True),
        (None, Not(Text("Ann")), True),
        (None, Not(number("84")), False),
        (Attribute("thing"), Text("Ann"), True),
        (Attribute("thing", ValueType.COUNT), Text("Ann"), False),
        (Attribute("thing", ValueType.LIST), number("84"), True),
        (Attribute("thing", ValueType.NAME), number("84"), True),
        (Attribute("thing", ValueType.NAME, cardinality=Cardinality.ONE), Text("Ann"), False),
        (Attribute("thing", ValueType.COUNT, cardinality=Cardinality.MANY), number("84"), True),
    ],
)
def test_cardinality_is_declared_or_else_follows_from_type_or_values(attribute, value, many):
    """Numbers and dates have one value by default, names, entities and lists many."""
    assert may_have_many(attribute, (Fact("it", "thing", value),)) is many


def test_one_name_among_the_values_makes_them_many():
    """Of an undeclared attribute with a number and a name, a second number contradicts nothing."""
    facts = FactSet(facts=(Fact("it", "thing", number("84")), Fact("it", "thing", Text("some"))))
    assert judge(Claim("it", "thing", number("85")), facts, at=None).reason is Reason.OPEN_LIST


def test_nothing_is_known_of_what_has_no_facts():
    """An entity or attribute without facts is unverifiable for want of a fact."""
    judgement = judge(Claim("it", "thing", number("84")), FactSet(), at=None)
    assert (judgement.verdict, judgement.reason) == (Verdict.UNVERIFIABLE, Reason.NO_FACT)


def test_the_first_fact_to_come_is_shown():
    """A claim before all facts rests on the soonest of them, in whatever order they were written."""
    starts = [PartialDate.parse(year) for year in ("2022", "2020", "2021")]
    facts = tuple(
        Fact("it", "thing", number("84"), validity=Validity(Period(start.start), as_of=start)) for start in starts
    )
    judgement = judge(Claim("it", "thing", number("84")), FactSet(facts=facts), at=YEAR.period)
    assert judgement.reason is Reason.BEFORE_FIRST_FACT
    assert judgement.evidence == (facts[1],)


def test_the_last_time_it_was_true_comes_first():
    """Of several times at which an outdated claim was true, the most recent is named first."""
    days = [PartialDate.parse(day) for day in ("2018", "2019", "2020", "2021")]
    facts = tuple(
        Fact("it", "thing", number(value), validity=Validity(Period(start.start, start.end), start))
        for value, start in zip(("15", "16", "15", "17"), days, strict=True)
    )
    judgement = judge(Claim("it", "thing", number("15")), FactSet(facts=facts), at=days[3].period)
    assert judgement.replaced == (facts[2], facts[0])
