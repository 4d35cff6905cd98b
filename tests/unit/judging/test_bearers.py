"""Who has a value, by number, date and name."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.judging import Bearers
from claims.judging.bearers import MOST
from claims.model.attribute import Attribute
from claims.model.claim import Claim
from claims.model.dates import PartialDate
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import Between, Boolean, DateSpan, EntityRef, ListOf, Number, Text
from claims.model.verdict import Operator


def number(text, unit=None):
    amount = Decimal(text)
    return Number(amount, unit, Decimal(1).scaleb(amount.as_tuple().exponent))


FACTS = FactSet(
    attributes={"height": Attribute("height", unit="m"), "size": Attribute("size")},
    facts=(
        Fact("a", "size", 84),
        Fact("b", "size", 85),
        Fact("c", "size", number("3512000")),
        Fact("d", "size", Between(Decimal(60), Decimal(62))),
        Fact("e", "share", number("0.4")),
        Fact("f", "share", number("40", "%")),
        Fact("g", "length", number("100", "km")),
        Fact("h", "length", number("100")),
        Fact("i", "height", number("1500")),
        Fact("a", "founded", PartialDate.parse("2014-09")),
        Fact("b", "founded", PartialDate.parse("2014-09-10")),
        Fact("c", "founded", PartialDate.parse("2015")),
        Fact("a", "seat", EntityRef("paris")),
        Fact("b", "seat", Text("The Hague")),
        Fact("c", "seat", ListOf((EntityRef("paris"), Text("Rome")))),
        Fact("a", "open", Boolean(True)),
    ),
)


@pytest.mark.parametrize(
    ("attribute", "value", "operator", "whose"),
    [
        ("size", number("84"), Operator.EQ, "a"),
        ("size", number("80"), Operator.ABOUT, "a"),
        ("size", number("3.5e6"), Operator.EQ, "c"),
        ("size", number("62"), Operator.EQ, "d"),
        ("size", number("99"), Operator.EQ, ""),
        ("size", number("84"), Operator.GE, "a b c"),
        ("size", number("62"), Operator.LE, "d"),
        ("share", number("40", "%"), Operator.EQ, "e f"),
        ("share", number("0.4"), Operator.EQ, "e f"),
        ("length", number("100", "km"), Operator.EQ, "g h"),
        ("length", number("62", "mi"), Operator.EQ, "g"),
        ("length", number("100"), Operator.EQ, "g h"),
        ("length", number("100", "kg"), Operator.EQ, "h"),
        ("height", number("1.5", "km"), Operator.EQ, "i"),
        ("founded", PartialDate.parse("2014-09"), Operator.EQ, "a b"),
        ("founded", PartialDate.parse("2014"), Operator.EQ, "a b"),
        ("founded", DateSpan(PartialDate.parse("2014"), PartialDate.parse("2015")), Operator.EQ, "a b c"),
        ("seat", EntityRef("paris"), Operator.EQ, "a c"),
        ("seat", Text("the hague"), Operator.EQ, "b"),
        ("seat", Text("Oslo"), Operator.EQ, ""),
        ("nothing", number("1"), Operator.EQ, ""),
    ],
)
def test_bearers_are_found_by_value(attribute, value, operator, whose):
    """All that may have the value are found, in whatever unit it is known, and nobody else."""
    assert Bearers(FACTS).of(Claim("x", attribute, value, operator)) == frozenset(whose.split())


def test_what_cannot_be_looked_up_is_nobody_in_particular():
    """A yes, and a value that more than so many have, give no answer instead of a wrong one."""
    assert Bearers(FACTS).of(Claim("x", "open", Boolean(True))) is None
    common = FactSet(facts=tuple(Fact(f"e{count}", "size", 7) for count in range(MOST + 1)))
    assert Bearers(common).of(Claim("x", "size", number("7"))) is None
    assert Bearers(common).of(Claim("x", "size", number("8"))) == frozenset()
