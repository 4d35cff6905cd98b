"""What depends on the time of judging is derived when it is asked for."""

from __future__ import annotations

import pytest

from claims.errors import LoadError
from claims.model.dates import PartialDate, Period
from claims.reasoning import Timed, derive, failed_requirements

from .conftest import shown_fact

FACTS = """
    o: organization
    p: person of o
    e: event of o
    o.founded = 2014-09-10
    p.born = 1990-06-15
    e.date = 2024-09-30
"""
AGE = "o: organization | o.age = years_between(o.founded, at)"


@pytest.mark.parametrize(
    ("day", "age"),
    [
        ("2024-09-09", "9 year"),
        ("2024-09-10", "10 year"),
        ("2024-09", "9 to 10 year"),
        ("2024-10", "10 year"),
        ("2024", "9 to 10 year"),
        ("2014-09-10", "0 year"),
    ],
)
def test_an_age_depends_on_the_day(known, deriving, day, age):
    """The day, month or year of the text decides, and one in which the age changes leaves it open."""
    (fact,) = Timed.of(known(FACTS), deriving(AGE)).derive("o", "age", PartialDate.parse(day).period)
    period = PartialDate.parse(day).period
    assert shown_fact(fact) == f"o.age = {age} | from {period.start} until {period.end}"
    assert fact.derivation.steps == ("o.founded = 2014-09-10", f"years_between(o.founded, at) = {age}")


def test_a_period_of_any_days_is_a_time(known, deriving):
    """A span that is no month or year is read from its first day to its last."""
    days = Period(PartialDate.parse("2024-09-01").start, PartialDate.parse("2024-09-11").start)
    (fact,) = Timed.of(known(FACTS), deriving(AGE)).derive("o", "age", days)
    assert shown_fact(fact) == "o.age = 9 to 10 year | from 2024-09-01 until 2024-09-11"


@pytest.mark.parametrize("period", [Period(), Period(PartialDate.of(2024).start, None)])
def test_without_a_time_there_is_nothing(known, deriving, period):
    """A time without limits is no time of judging."""
    assert Timed.of(known(FACTS), deriving(AGE)).derive("o", "age", period) == ()


def test_derive_leaves_out_what_depends_on_the_time(known, deriving):
    """Such facts never stand among the others."""
    facts = known(FACTS)
    assert derive(facts, deriving(AGE)).facts == facts.facts


def test_what_can_be_derived_is_told_by_type(known, deriving):
    """An attribute is derivable for entities of the rule's type, whatever the day."""
    facts, rules = known(FACTS), deriving(AGE, "p: person | p.age = years_between(p.born, at)")
    timed = Timed.of(facts, rules)
    assert timed.can_derive("o", "age")
    assert timed.can_derive("p", "age")
    assert not timed.can_derive("e", "age")
    assert not timed.can_derive("nobody", "age")
    assert not timed.can_derive("o", "founded")
    assert timed.attributes == {"age"}


def test_several_loops_and_conditions_hold_here_too(known, deriving):
    """The entity asked for may stand for any variable of the rule."""
    rules = deriving("p: person, o: p.of | o.chief_age = years_between(p.born, at) given o.founded < at")
    facts = known(FACTS)
    (fact,) = Timed.of(facts, rules).derive("o", "chief_age", PartialDate.parse("2024-06-15").period)
    assert shown_fact(fact).startswith("o.chief_age = 34 year")
    assert Timed.of(facts, rules).derive("o", "chief_age", PartialDate.parse("2014-06-15").period) == ()
    assert Timed.of(facts, rules).derive("p", "chief_age", PartialDate.parse("2024-06-15").period) == ()


def test_a_stated_fact_stands_here_too(known, deriving):
    """Where the age is given, it is not worked out."""
    facts = known(FACTS + "o.age = 7 year")
    assert Timed.of(facts, deriving(AGE)).derive("o", "age", PartialDate.parse("2024").period) == ()


def test_no_rule_can_rest_on_what_depends_on_the_time(known, deriving):
    """The error says what to write instead."""
    rules = deriving(AGE, "o: organization | o.double = o.age * 2")
    with pytest.raises(LoadError, match=r"`age` depends on the time of judging.*write its expression in place"):
        derive(known(FACTS), rules)


def test_the_same_attribute_of_another_type_can_be_read(known, deriving):
    """A person's age that is given is not the organization's that is worked out."""
    rules = deriving(AGE, "p: person | p.double = p.age * 2")
    assert shown_fact(derive(known(FACTS + "p.age = 30"), rules).facts[-1]) == "p.double = 60"


def test_a_requirement_has_no_time_of_judging(known, requiring):
    """``at`` alone is an error there."""
    with pytest.raises(LoadError, match="there is no time of judging here"):
        failed_requirements(known(FACTS), requiring("o: organization | o.founded < at"))
