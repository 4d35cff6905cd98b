"""Facts and values given from Python."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.errors import LoadError
from claims.loading import read_value, type_facts
from claims.loading.timelines import validity
from claims.model.attribute import Attribute
from claims.model.dates import PartialDate
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import EntityRef, ListOf, Not, Number, Text, ValueType, Written

FACTS = FactSet(
    {"mali": Entity("mali", names={"fr": ("Le Mali",)})},
    {"founded": Attribute("founded", ValueType.DATE), "size": Attribute("size", ValueType.NUMBER, unit="km")},
)


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("2014", "founded", PartialDate.of(2014)),
        ("2014", "members", Number(Decimal(2014))),
        (" 9 EUR ", "price", Number(Decimal(9), "EUR")),
        ("3", "size", Number(Decimal(3), "km")),
        ("le mali", "owner", EntityRef("mali")),
    ],
)
def test_a_value_is_read_by_its_attribute(text, attribute, value):
    """The type and unit of the attribute decide, then the look."""
    assert read_value(text, attribute, FACTS) == value


def test_a_value_that_is_none_says_what_to_write():
    """The error is a ValueError for people."""
    with pytest.raises(ValueError, match=r"`soon` is no date \(write 2024"):
        read_value("soon", "founded", FACTS)


def test_written_values_of_facts_get_their_type():
    """Also inside lists and negations; what has a type already is left alone."""
    facts = type_facts(
        [
            Fact("acme", "founded", "2014-09"),
            Fact("acme", "parts", ListOf((Written("Le Mali"), Text("x")))),
            Fact("acme", "owner", Not(Written("Le Mali"))),
            Fact("acme", "members", 84),
        ],
        FACTS,
    )
    assert [fact.value for fact in facts] == [
        PartialDate.of(2014, 9),
        ListOf((EntityRef("mali"), Text("x"))),
        Not(EntityRef("mali")),
        Number(Decimal(84)),
    ]


def test_the_facts_given_end_each_other():
    """As in a file, the next value ends the one before."""
    facts = type_facts([Fact("a", "size", n, validity=validity(since=PartialDate.of(n))) for n in (2018, 2019)], FACTS)
    assert facts[0].validity.period.end == facts[1].validity.period.start


def test_all_wrong_values_are_told_at_once():
    """Each is named by the fact it stands in."""
    with pytest.raises(LoadError) as caught:
        type_facts([Fact("acme", "founded", "soon"), Fact("acme", "size", "big")], FACTS)
    assert [problem.path for problem in caught.value.problems] == ["Fact('acme', 'founded')", "Fact('acme', 'size')"]
