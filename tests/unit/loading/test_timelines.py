"""When facts hold, and which values end which."""

from __future__ import annotations

import pytest

from claims.loading.timelines import cardinality_of, end_replaced, validity
from claims.model.attribute import Attribute, Cardinality
from claims.model.dates import PartialDate
from claims.model.fact import Fact, Rank
from claims.model.values import EntityRef, ListOf, Not, Number, Text, Unknown, ValueType


def _time(**dates: str):
    names = {"since": None, "until": None, "as_of": None, "during": None}
    return validity(**(names | {key: PartialDate.parse(text) for key, text in dates.items()}))


def _fact(value, rank: Rank = Rank.NORMAL, where=(), **dates: str) -> Fact:
    return Fact("acme", "members", value, validity=_time(**dates), rank=rank, where=where)


def _periods(*facts: Fact, attributes=()) -> list[str]:
    ended = end_replaced(facts, {attribute.id: attribute for attribute in attributes})
    assert [fact.value for fact in ended] == [fact.value for fact in facts]
    return [f"{fact.validity.period.start or ''}..{fact.validity.period.end or ''}" for fact in ended]


@pytest.mark.parametrize(
    ("dates", "period"),
    [
        ({}, ".."),
        ({"since": "2019"}, "2019-01-01.."),
        ({"until": "2019"}, "..2019-01-01"),
        ({"until": "2019-06"}, "..2019-06-01"),
        ({"since": "2018-09", "until": "2019-06-25"}, "2018-09-01..2019-06-25"),
        ({"as_of": "2024-10"}, "2024-10-01.."),
        ({"since": "2018", "as_of": "2024-10"}, "2018-01-01.."),
        ({"as_of": "2024", "until": "2025"}, "2024-01-01..2025-01-01"),
        ({"during": "2024-Q3"}, "2024-07-01..2024-10-01"),
    ],
)
def test_written_times_are_periods_of_days(dates, period):
    """`from` begins with all it may mean, `until` excludes all of it, `during` is the whole of it."""
    assert _periods(_fact(1, **dates)) == [period]


@pytest.mark.parametrize(
    "dates",
    [
        {"since": "2020", "until": "2019"},
        {"since": "2019-06", "until": "2019"},
        {"since": "2019", "until": "2019"},
        {"during": "2019", "since": "2019"},
    ],
)
def test_times_that_hold_on_no_day_are_refused(dates):
    """A value that ends before it begins, or has two kinds of time, is a mistake."""
    with pytest.raises(ValueError, match=r"ends before|no other time"):
        _time(**dates)


def test_the_next_value_ends_the_one_before():
    """Open-ended values end where the next begins, whatever their order in the file."""
    assert _periods(_fact(84, as_of="2024-10"), _fact(79, since="2018"), _fact(80, since="2019-06-25")) == [
        "2024-10-01..",
        "2018-01-01..2019-06-25",
        "2019-06-25..2024-10-01",
    ]


def test_an_undated_value_ends_where_a_dated_one_begins():
    """What holds always holds until something else is known."""
    assert _periods(_fact(79), _fact(84, as_of="2024")) == ["..2024-01-01", "2024-01-01.."]


def test_a_written_end_stays():
    """An `until` is what somebody knew, also where the next value comes earlier or later."""
    assert _periods(_fact(1, since="2018", until="2020"), _fact(2, since="2019"), _fact(3, since="2022")) == [
        "2018-01-01..2020-01-01",
        "2019-01-01..2022-01-01",
        "2022-01-01..",
    ]


def test_values_of_the_same_day_do_not_end_each_other():
    """They conflict, and the judge says so; what comes later ends both."""
    assert _periods(_fact(1, since="2018"), _fact(2, as_of="2018-01-01"), _fact(3, since="2019")) == [
        "2018-01-01..2019-01-01",
        "2018-01-01..2019-01-01",
        "2019-01-01..",
    ]


def test_a_lower_rank_ends_no_higher_one():
    """A deprecated or normal value does not end a preferred one; a preferred one ends all."""
    assert _periods(
        _fact(1, Rank.PREFERRED, since="2018"),
        _fact(2, Rank.NORMAL, since="2019"),
        _fact(3, Rank.DEPRECATED, since="2020"),
        _fact(4, Rank.PREFERRED, since="2021"),
    ) == ["2018-01-01..2021-01-01", "2019-01-01..2021-01-01", "2020-01-01..2021-01-01", "2021-01-01.."]


def test_qualifiers_and_periods_are_apart():
    """Values with other qualifiers, and figures for a period, end nothing and are not ended."""
    eu = (("region", "eu"),)
    assert _periods(
        _fact(1, since="2018"), _fact(2, where=eu, since="2019"), _fact(3, during="2020"), _fact(4, since="2021")
    ) == ["2018-01-01..2021-01-01", "2019-01-01..", "2020-01-01..2021-01-01", "2021-01-01.."]


def test_only_one_value_at_a_time_is_ended():
    """Names may be many, unless rules say one; open lists add up, complete ones replace each other."""
    hosts = (_fact(Text("Ann"), since="2018"), _fact(EntityRef("bo"), since="2019"))
    assert _periods(*hosts) == ["2018-01-01..", "2019-01-01.."]
    one = Attribute("members", cardinality=Cardinality.ONE)
    assert _periods(*hosts, attributes=[one]) == ["2018-01-01..2019-01-01", "2019-01-01.."]
    many = Attribute("members", cardinality=Cardinality.MANY)
    numbers = (_fact(1, since="2018"), _fact(2, since="2019"))
    assert _periods(*numbers, attributes=[many]) == ["2018-01-01..", "2019-01-01.."]
    for complete, end in ((True, "2019-01-01"), (False, "")):
        lists = (_fact(ListOf((), complete), since="2018"), _fact(ListOf((), complete), since="2019"))
        assert _periods(*lists) == [f"2018-01-01..{end}", "2019-01-01.."]


def test_a_not_takes_no_part_and_unknown_does():
    """That it is not 5 says nothing of what it was; that it is unknown ends what was known."""
    assert _periods(_fact(1, since="2018"), _fact(Not(Number(5)), since="2019")) == ["2018-01-01..", "2019-01-01.."]
    assert _periods(_fact(1, since="2018"), _fact(Unknown(), since="2019")) == [
        "2018-01-01..2019-01-01",
        "2019-01-01..",
    ]


@pytest.mark.parametrize(
    ("attribute", "value", "cardinality"),
    [
        (None, Number(1), Cardinality.ONE),
        (None, PartialDate.of(2014), Cardinality.ONE),
        (None, Text("x"), Cardinality.MANY),
        (None, EntityRef("x"), Cardinality.MANY),
        (Attribute("a", ValueType.NAME), Number(1), Cardinality.MANY),
        (Attribute("a", ValueType.DATE), Text("x"), Cardinality.ONE),
        (Attribute("a", ValueType.NAME, cardinality=Cardinality.ONE), Text("x"), Cardinality.ONE),
        (Attribute("a", ValueType.COUNT, cardinality=Cardinality.MANY), Number(1), Cardinality.MANY),
    ],
)
def test_cardinality_is_declared_or_follows_from_type_or_value(attribute, value, cardinality):
    """What rules say decides, then the type, then the value itself."""
    assert cardinality_of(attribute, value) is cardinality
