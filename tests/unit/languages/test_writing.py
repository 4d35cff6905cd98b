"""Writing values in the form of what they replace."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.languages import load
from claims.languages.spelling import HIGHEST, spell_cardinal, spell_ordinal
from claims.languages.writing import write_value
from claims.model.dates import PartialDate
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Number,
    Range,
    Text,
    Unknown,
    Value,
    Version,
)


def _number(text: str, unit: str | None = None) -> Number:
    return Number(Decimal(text), unit)


@pytest.mark.parametrize(
    ("code", "value", "like", "written"),
    [
        ("fr", _number("84"), "quatre-vingt-cinq", "quatre-vingt-quatre"),
        ("en", _number("84"), "Eighty-five", "Eighty-four"),
        ("en", _number("12"), "a dozen", "twelve"),
        ("en", _number("84"), "85", "84"),
        ("fr", _number("10"), "neuvième", "dixième"),
        ("fr", _number("21"), "neuvième", "vingt et unième"),
        ("en", _number("10"), "9th", "10th"),
        ("en", _number("111"), "9th", "111th"),
        ("en", _number("22"), "9th", "22nd"),
        ("fr", _number("1"), "2e", "1er"),
        ("fr", _number("85"), "84e", "85e"),
        ("fr", _number("1234567"), "1 234 000", "1 234 567"),
        ("fr", _number("1234567"), "1.234.000", "1.234.567"),
        ("en", _number("1234567"), "1,234", "1,234,567"),
        ("en", _number("12345"), "99999", "12345"),
        ("en", _number("3600000"), "3.5 million", "3.6 million"),
        ("en", _number("3600001"), "3.5 million", "3,600,001"),
        ("fr", _number("1500000"), "1,4 million", "1,5 million"),
        ("fr", _number("12.5", "%"), "13 %", "12,5 %"),
        ("en", _number("12.5", "%"), "13%", "12.5%"),
        ("en", _number("9", "EUR"), "€8", "€9"),
        ("en", _number("9.50", "EUR"), "€8.25", "€9.50"),
        ("en", _number("9.5", "EUR"), "€8", "€9.50"),
        ("en", _number("9", "EUR"), "€8.25", "€9.00"),
        ("en", _number("1234.5", "EUR"), "€1,200.25", "€1,234.50"),
        ("en", _number("9.125", "EUR"), "€8.25", "€9.125"),
        ("fr", _number("9.5", "EUR"), "8,25 €", "9,50 €"),
        ("fr", _number("9", "EUR"), "8,25 €", "9,00 €"),
        ("en", _number("4200000", "EUR"), "€3.5 million", "€4.2 million"),
        ("en", _number("9", "EUR"), "eight euros", "nine euros"),
        ("en", _number("10", "km"), "9,000 m", "10,000 m"),
        ("en", _number("10", "kg"), "9 km", "10 kg"),
        ("en", _number("-3"), "-2", "-3"),
        ("en", _number("3"), "-2", "3"),
        ("en", _number("2000000000"), "1e9", "2,000,000,000"),
        ("fr", _number("20000"), "10,000.00", "20 000"),
        ("en", _number("36"), "2 dozen", "3 dozen"),
        ("en", _number("37"), "2 dozen", "37"),
        ("en", _number("0.5"), ".25", "0.5"),
        ("fr", _number("80", "%"), "vingt pour-cent", "quatre-vingts pour-cent"),
        ("fr", _number("22", "km2"), "vingt et un km2", "vingt-deux km2"),
        ("fr", _number("15000000019"), "15 milliards dix-huit", "15 000 000 019"),
        ("en", _number("4", "USD"), "USD3.14", "USD4.00"),
        ("en", _number("1600000", "GBP"), "£1.5m", "£1.6m"),
        ("en", _number("1600000"), "10^99", "1,600,000"),
        ("fr", _number("300"), "deux cents", "trois cents"),
    ],
)
def test_numbers_are_written_like_what_they_replace(code: str, value: Value, like: str, written: str) -> None:
    """Grouping, marks, words, capitals, scale and unit are those of the model."""
    assert write_value(value, load(code), like).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("code", "value", "like", "written"),
    [
        ("fr", "2014-09", "août 2014", "septembre 2014"),
        ("en", "2024-09-30", None, "30 September 2024"),
        ("en", "2024-09-30", "September 3, 2014", "September 30, 2024"),
        ("fr", "2020-02-01", "3 mars 2019", "1er février 2020"),
        ("fr", "2014-09-30", "30/09/2015", "30/09/2014"),
        ("en", "2014-09-30", "9/30/15", "09/30/14"),
        ("en", "2014-09-30", "2013-01-01", "2014-09-30"),
        ("en", "2014", "2013", "2014"),
        ("en", "2014-Q3", None, "Q3 2014"),
        ("fr", "2014-Q3", None, "T3 2014"),
        ("en", "199X", None, "1990s"),
        ("fr", "20XX", None, "XXIe siècle"),
        ("en", "20XX", None, "21st century"),
    ],
)
def test_dates_are_written_at_their_precision(code: str, value: str, like: str | None, written: str) -> None:
    """A date keeps its own precision, and takes order and digits from the model."""
    assert write_value(PartialDate.parse(value), load(code), like) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (_number("1234567.5"), "1,234,567.5"),
        (_number("84", "km"), "84 km"),
        (_number("84", "%"), "84%"),
        (Between(Decimal(60), Decimal(70), None), "60–70"),
        (Range(Decimal(-20), Decimal(40), "°C"), "-20–40 °C"),
        (DateSpan(PartialDate.of(2014), PartialDate.of(2019)), "2014–2019"),
        (ListOf((_number("1"), Text("Mali"))), "1, Mali"),
        (EntityRef("mali"), "mali"),
        (Version(("3", "9")), "3.9"),
        (Boolean(value=True), "true"),
        (Unknown(), ""),
    ],
)
def test_values_without_a_model_take_the_language_s_form(value: Value, written: str) -> None:
    """Without a model, the language's own form is written."""
    assert write_value(value, load("en")).replace("\u00a0", " ") == written


def test_french_plurals_follow_what_comes_after() -> None:
    """*Vingts* and *cents* lose their s before another number word, not before a noun."""
    french = load("fr")
    words = {number: spell_cardinal(number, french) for number in (80, 81, 200, 201, 80_000, 200_000_000, 71, 1000)}
    assert words == {
        80: "quatre-vingts",
        81: "quatre-vingt-un",
        200: "deux cents",
        201: "deux cent un",
        80_000: "quatre-vingt mille",
        200_000_000: "deux cents millions",
        71: "soixante et onze",
        1000: "mille",
    }
    assert spell_ordinal(280, french) == "deux cent quatre-vingtième"


def test_what_has_no_words_is_refused() -> None:
    """Negative numbers, numbers beyond the scales and the ordinal of zero have no words."""
    english = load("en")
    for number in (-1, HIGHEST + 1):
        with pytest.raises(ValueError, match="no words"):
            spell_cardinal(number, english)
    with pytest.raises(ValueError, match="no ordinal"):
        spell_ordinal(0, english)
