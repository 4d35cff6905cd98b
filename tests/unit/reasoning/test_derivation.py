"""What follows from facts, for how long, and for which qualifiers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.errors import LoadError
from claims.model.attribute import Attribute
from claims.reasoning import derive

from .conftest import shown_fact

BASE = """
    o: organization
    e: event of o
    f: event of o
    o.founded = 2014-09
    e.date = 2024-09-30
"""

# facts, rule, derived facts
CASES = {
    "over a join": ("", "e: event, o: e.of | e.anniversary = year(e.date) - year(o.founded)", ["e.anniversary = 10"]),
    "an entity without the fact derives nothing": ("", "e: event | e.month = month(e.date)", ["e.month = 9"]),
    "a timeline": (
        "o.members = 79 | from 2018-01 until 2019-01\no.members = 84 | from 2019-01",
        "o: organization | o.double = o.members * 2",
        ["o.double = 158 | from 2018-01-01 until 2019-01-01", "o.double = 168 | from 2019-01-01"],
    ),
    "two timelines are split at the limits of both": (
        """o.a = 1 | from 2010-01 until 2012-01
           o.a = 2 | from 2012-01
           o.b = 10 | from 2011-01 until 2013-01
           o.b = 20 | from 2013-01""",
        "o: organization | o.sum = o.a + o.b",
        [
            "o.sum = 11 | from 2011-01-01 until 2012-01-01",
            "o.sum = 12 | from 2012-01-01 until 2013-01-01",
            "o.sum = 22 | from 2013-01-01",
        ],
    ),
    "what never held together gives nothing": (
        "o.a = 1 | until 2012-01\no.b = 2 | from 2012-01",
        "o: organization | o.sum = o.a + o.b",
        [],
    ),
    "qualifiers intersect": (
        "o.a = 1 | region=eu\no.a = 2 | region=us\no.b = 10 | region=eu\no.b = 20 | quarter=3",
        "o: organization | o.sum = o.a + o.b",
        [
            "o.sum = 11 | region=eu",
            "o.sum = 21 | quarter=3 | region=eu",
            "o.sum = 22 | quarter=3 | region=us",
        ],
    ),
    "a qualifier that a filter chose is left behind": (
        "o.points = 10 | half=1\no.points = 15 | half=2",
        "o: organization | o.second = o.points where half = 2 - o.points where half = 1",
        ["o.second = 5"],
    ),
    "a filter leaves the other qualifiers": (
        "o.points = 10 | half=1 | season=a\no.points = 15 | half=1 | season=b",
        "o: organization | o.first = o.points where half = 1",
        ["o.first = 10 | season=a", "o.first = 15 | season=b"],
    ),
    "unknown derives nothing": ("o.a = unknown", "o: organization | o.b = o.a + 1", []),
    "none is no number": ("o.a = none", "o: organization | o.b = o.a + 1", []),
    "zero is a number": ("o.a = 0", "o: organization | o.b = o.a + 1", ["o.b = 1"]),
    "a number between": ("o.a = 60..62", "o: organization | o.b = o.a * 2", ["o.b = 120 to 124"]),
    "a complete list gives its count": ("o.l = [Mali, Niger]", "o: organization | o.n = count(o.l)", ["o.n = 2"]),
    "an open list does not": ("o.l = [Mali, ...]", "o: organization | o.n = count(o.l)", []),
    "none gives the count zero": ("o.l = none", "o: organization | o.n = count(o.l)", ["o.n = 0"]),
    "a filter that leaves nothing gives the count zero": (
        "o.k = 1",
        "o: organization | o.n = count(o.k where half = 1)",
        ["o.n = 0"],
    ),
    "what nobody wrote gives no count": ("e.l = [Mali]", "o: organization | o.n = count(o.l)", []),
    "a list gives its count while it holds": (
        "o.l = [Mali, Niger] | from 2020-01 until 2021-01\no.l = [Mali] | from 2021-01",
        "o: organization | o.n = count(o.l)",
        ["o.n = 2 | from 2020-01-01 until 2021-01-01", "o.n = 1 | from 2021-01-01"],
    ),
    "an aggregate is split where its parts change": (
        "e.cost = 5 | from 2020-01\nf.cost = 7 | from 2020-01 until 2022-01\nf.cost = 9 | from 2022-01",
        "o: organization | o.cost = sum(x.cost for x in event of o)",
        ["o.cost = 12 | from 2020-01-01 until 2022-01-01", "o.cost = 14 | from 2022-01-01"],
    ),
    "a sum over what is not all known is none": (
        "e.cost = 5",
        "o: organization | o.cost = sum(x.cost for x in event of o)",
        [],
    ),
    "a sum over what is known, if asked for": (
        "e.cost = 5",
        "o: organization | o.cost = sum(x.cost for x in event of o where x.cost is known)",
        ["o.cost = 5"],
    ),
    "the sum of a qualified fact": (
        "o.points = 10 | quarter=1\no.points = 15 | quarter=2\no.points = 3 | quarter=3",
        "o: organization | o.half = sum(o.points where quarter <= 2)",
        ["o.half = 25"],
    ),
    "equals share a rank": (
        "e.score = 3\nf.score = 3",
        "e: event | e.place = rank(e.score, x.score for x in event)",
        ["e.place = 1", "f.place = 1"],
    ),
    "the value at a time": (
        "o.members = 79 | from 2018-01 until 2024-01\no.members = 84 | as of 2024-10",
        "e: event, o: e.of | e.members_then = at(o.members, e.date)",
        ["e.members_then = 84"],
    ),
    "a value that holds is before one that only touches": (
        "o.members = 79 | from 2018-01 until 2024-10\no.members = 84 | as of 2024-10",
        "e: event, o: e.of | e.members_then = at(o.members, e.date)",
        ["e.members_then = 79"],
    ),
    "a time with two values gives one between": (
        "o.members = 79 | from 2018-01 until 2024-03\no.members = 84 | as of 2024-03",
        "o: organization | o.then = at(o.members, 2024)",
        ["o.then = 79 to 84"],
    ),
    "before the first fact there is no value": (
        "o.members = 84 | as of 2024-10",
        "o: organization | o.then = at(o.members, 2023)",
        [],
    ),
    "a branch not taken limits nothing": (
        "o.a = 1\no.b = 2 | from 2020-01 until 2021-01\no.b = 3 | from 2021-01",
        "o: organization | o.c = if o.a = 1 then o.a else o.b",
        ["o.c = 1"],
    ),
    "a condition": (
        "e.n = 5\nf.n = 50",
        "e: event | e.big = e.n given e.n > 10",
        ["f.big = 50"],
    ),
    "an unknown condition derives nothing": ("f.n = 5", "e: event | e.b = 1 given e.n > 3", ["f.b = 1"]),
    "over the entities of a list": (
        "o.hosts = [@e, @f]",
        "o: organization, h: o.hosts | h.hosted = o.founded",
        ["e.hosted = 2014-09", "f.hosted = 2014-09"],
    ),
    "a list binds while it holds": (
        "o.hosts = [@e] | from 2020-01 until 2021-01\no.hosts = [@f] | from 2021-01",
        "o: organization, h: o.hosts | h.hosted = o.founded",
        ["e.hosted = 2014-09 | from 2020-01-01 until 2021-01-01", "f.hosted = 2014-09 | from 2021-01-01"],
    ),
    "through an attribute that is an entity": (
        "e.guest = @o",
        "e: event | e.guest_founded = e.guest.founded",
        ["e.guest_founded = 2014-09"],
    ),
    "every pair once": ("", "o: organization, e: event of o | o.age = year(o.founded)", ["o.age = 2014"]),
    "the higher rank counts": (
        "o.a = 1\no.a = 2 | preferred\no.a = 3 | deprecated",
        "o: organization | o.b = o.a",
        ["o.b = 2"],
    ),
    "a conflict is derived as one": ("o.a = 1\no.a = 2", "o: organization | o.b = o.a", ["o.b = 1", "o.b = 2"]),
    "a stated fact stands": ("o.a = 1\no.b = 7", "o: organization | o.b = o.a", []),
    "a deprecated one does not": ("o.a = 1\no.b = 7 | deprecated", "o: organization | o.b = o.a", ["o.b = 1"]),
    "a stated fact stands for its time": (
        "o.a = 1\no.b = 7 | from 2020-01 until 2021-01",
        "o: organization | o.b = o.a",
        ["o.b = 1 | until 2020-01-01", "o.b = 1 | from 2021-01-01"],
    ),
    "a stated fact of other qualifiers takes nothing": (
        "o.a = 1\no.b = 7 | region=eu",
        "o: organization | o.b = o.a",
        ["o.b = 1"],
    ),
}


@pytest.mark.parametrize(("facts", "rule", "expected"), [pytest.param(*case, id=name) for name, case in CASES.items()])
def test_a_rule_derives_what_its_case_says(known, deriving, facts, rule, expected):
    """Every case holds, and the facts given are still there."""
    stated = known(BASE + facts)
    found = derive(stated, deriving(rule)).facts
    assert found[: len(stated.facts)] == stated.facts
    assert [shown_fact(fact) for fact in found[len(stated.facts) :]] == expected


def test_a_derived_fact_tells_its_rule_premises_and_steps(known, deriving):
    """The explanation is complete: rule, expression, the facts, and every intermediate value."""
    rules = deriving("e: event, o: e.of | e.anniversary = year(e.date) - year(o.founded)")
    fact = derive(known(BASE), rules).facts[-1]
    assert fact.derivation.rule == "r1"
    assert fact.derivation.expression == "year(e.date) - year(o.founded)"
    assert [shown_fact(premise) for premise in fact.derivation.premises] == [
        "e.date = 2024-09-30",
        "o.founded = 2014-09",
    ]
    assert fact.derivation.steps == (
        "e.date = 2024-09-30",
        "year(e.date) = 2024",
        "o.founded = 2014-09",
        "year(o.founded) = 2014",
        "year(e.date) - year(o.founded) = 10",
    )
    assert fact.place.line == 1


def test_the_time_of_a_derived_fact_is_said_as_its_premises_say_it(known, deriving):
    """``as_of``, ``from`` and ``until`` are kept for messages."""
    facts = known("o: organization\no.a = 1 | as of 2024-10\no.b = 2 | from 2018-09 until 2025-01")
    fact = derive(facts, deriving("o: organization | o.c = o.a + o.b")).facts[-1]
    assert (str(fact.validity.as_of), fact.validity.since, str(fact.validity.until)) == ("2024-10", None, "2025-01")


def test_rules_run_in_the_order_of_what_they_need(known, deriving):
    """A rule written first may rest on one written last, over an aggregate as well."""
    rules = deriving(
        "o: organization | o.c = o.b + 1",
        "o: organization | o.b = sum(e.a for e in event of o)",
        "e: event | e.a = month(e.date)",
    )
    found = derive(known("o: organization\ne: event of o\ne.date = 2024-09"), rules).facts
    assert [shown_fact(fact) for fact in found[1:]] == ["e.a = 9", "o.b = 9", "o.c = 10"]


def test_a_rule_of_any_type_runs_before_those_that_read_one(known, deriving):
    """What a list holds may be of any type, so that all readers of the attribute wait."""
    rules = deriving("e: event | e.later = e.hosted + 1 year", "o: organization, h: o.hosts | h.hosted = o.founded")
    found = derive(known(BASE + "o.hosts = [@e]"), rules).facts
    assert [shown_fact(fact) for fact in found[-2:]] == ["e.hosted = 2014-09", "e.later = 2015-09"]


def test_a_number_worked_out_is_as_fine_as_its_finest_part(known, deriving):
    """The last digit of a sum is that of the finer summand."""
    facts = known("o: organization\no.a = 84\no.b = 0.25")
    for expression in ("o.a + o.b", "o.b + o.a"):
        value = derive(facts, deriving(f"o: organization | o.c = {expression}")).facts[-1].value
        assert (str(value.amount), str(value.step)) == ("84.25", "0.01")


def test_one_attribute_may_rest_on_itself_for_another_type(known, deriving):
    """A team's points may be the sum of its players'."""
    facts = known("t: team\np: player of t\nq: player of t\np.points = 3\nq.points = 4")
    found = derive(facts, deriving("t: team | t.points = sum(p.points for p in player of t)")).facts
    assert shown_fact(found[-1]) == "t.points = 7"


def test_a_cycle_is_an_error_that_prints_it(known, deriving):
    """The error names every rule of the circle and stands at the first."""
    rules = deriving("o: organization | o.a = o.b", "o: organization | o.b = o.c", "o: organization | o.c = o.a")
    with pytest.raises(LoadError) as caught:
        derive(known("o: organization"), rules)
    (problem,) = caught.value.problems
    assert problem.message == "a cycle: o.a (rule r1) needs o.b (rule r2) needs o.c (rule r3) needs o.a"
    assert (problem.path, problem.line) == ("rules.yaml", 1)


@pytest.mark.parametrize(
    "rule",
    [
        "o: organization | o.a = o.a + 1",
        "p: person | p.generation = p.parent.generation + 1",
        "o: organization | o.a = count(x for x in entity where x.a > 1)",
        "e: event, o: e.of | o.a = o.a",
    ],
)
def test_a_rule_that_needs_itself_is_a_cycle(known, deriving, rule):
    """Also through other entities, and inside aggregates."""
    facts = known("o: organization\ne: event of o\np: person\nq: person\np.parent = @q")
    with pytest.raises(LoadError, match="a cycle: "):
        derive(facts, deriving(rule))


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("year(e.date) - year(o.founded)", "10 year"),
        ("120 months", "10 year"),
        ("e.span", "1 to 2 year"),
        ("5 km", "5 km"),
    ],
)
def test_what_is_derived_is_in_the_unit_of_its_attribute(known, deriving, expression, shown):
    """A plain number takes the unit, another unit is converted, and what does not convert stays as it is."""
    facts = replace(known(BASE + "e.span = 1..2"), attributes={"age": Attribute("age", unit="year")})
    rules = deriving(f"e: event, o: e.of | e.age = {expression}")
    assert shown_fact(derive(facts, rules).facts[-1]).endswith(f".age = {shown}")


def test_no_rules_change_nothing(known, deriving):
    """Without derivations the facts themselves come back."""
    facts = known(BASE)
    assert derive(facts, deriving()) is facts
