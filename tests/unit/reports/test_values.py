"""Values for machines."""

import datetime
import json
from decimal import Decimal

import pytest

from claims.model.dates import PartialDate, Period
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
    Written,
)
from claims.reports.values import period_text, plain, to_json, unit_of


def number(text, unit=None):
    return Number(Decimal(text), unit)


def date(text):
    return PartialDate.parse(text)


CASES = [
    (number("84"), "84", 84),
    (number("-0"), "-0", 0),
    (number("3.50"), "3.50", "3.50"),
    (number("3.5E+6"), "3500000", 3500000),
    (number("1E+1000000"), "1E+1000000", "1E+1000000"),
    (number("9007199254740991"), "9007199254740991", 9007199254740991),
    (number("9007199254740992"), "9007199254740992", "9007199254740992"),
    (Between(Decimal(60), Decimal(62)), "60..62", {"min": 60, "max": 62}),
    (Range(Decimal("-2.5"), None), "-2.5..", {"min": "-2.5", "max": None}),
    (date("2014-09"), "2014-09", "2014-09"),
    (date("199X"), "199X", "199X"),
    (DateSpan(date("2014"), date("2019")), "2014/2019", "2014/2019"),
    (Version(("3", "9")), "3.9", "3.9"),
    (EntityRef("acme"), "acme", "acme"),
    (Text("no"), "no", "no"),
    (Written("1.10"), "1.10", "1.10"),
    (Boolean(True), "true", True),
    (ListOf((number("1"), Text("a"))), "1, a", [1, "a"]),
    (Not(number("7")), "not 7", {"not": 7}),
    (Unknown(), "unknown", {"unknown": True}),
    (Nothing(), "none", {"none": True}),
]


@pytest.mark.parametrize(("value", "text", "data"), CASES, ids=[text for _, text, _ in CASES])
def test_value_has_a_text_and_a_json_form(value, text, data):
    """Every kind of value has one plain text and one JSON form, exact for numbers."""
    assert plain(value) == text
    assert to_json(value) == data
    assert json.loads(json.dumps(to_json(value))) == data


def test_unit_stands_apart_from_the_value():
    """The unit of a number, and the one that all items of a list share, is told beside the value."""
    euro = number("9", "EUR")
    assert unit_of(euro) == unit_of(Not(euro)) == unit_of(ListOf((euro, euro))) == "EUR"
    assert unit_of(ListOf((euro, number("9")))) is None
    assert unit_of(Text("EUR")) is None


@pytest.mark.parametrize("text", ["2024-10-01", "2024-10", "2024-Q4", "2024", "202X"])
def test_whole_period_is_told_as_its_date(text):
    """A period that is the whole of a day, month, quarter, year or decade is written as that date."""
    assert period_text(date(text).period) == text


def test_other_periods_are_told_by_their_days():
    """A period that is no date is written by its first and last day, the open side as two dots."""
    start, end = datetime.date(2024, 1, 2), datetime.date(2024, 3, 1)
    assert period_text(Period(start, end)) == "2024-01-02/2024-02-29"
    assert period_text(Period(start)) == "2024-01-02/.."
    assert period_text(Period(None, end)) == "../2024-02-29"
    assert period_text(None) is period_text(Period()) is None
