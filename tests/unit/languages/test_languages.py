"""Loading languages."""

from __future__ import annotations

import pytest

from claims.errors import UsageError
from claims.languages import available, load
from claims.languages.language import Cardinal, Limits


def test_available_names_the_languages_there_are() -> None:
    """English and French come with the program."""
    assert {"en", "fr"} <= set(available())


def test_load_is_cached() -> None:
    """A language is read once."""
    assert load("en") is load("en")


def test_unknown_language_names_those_there_are() -> None:
    """The error for an unknown code says which codes there are."""
    with pytest.raises(UsageError, match=r"unknown language 'xx'; there are: .*en, fr"):
        load("xx")


def test_cardinals_hold_what_adds_and_multiplies() -> None:
    """A number word knows its addends, its factors, and its addends once multiplied."""
    assert load("fr").numerals.cardinals["vingt"] == Cardinal(20, Limits(1, 9), Limits(4, 4), Limits(1, 19))
    assert load("en").numerals.cardinals["seven"] == Cardinal(7)


@pytest.mark.parametrize("code", available())
def test_every_ordinal_has_its_cardinal(code: str) -> None:
    """Every number word that can end a number has an ordinal, so that every number can be written as one."""
    language = load(code)
    values = {cardinal.value for cardinal in language.numerals.ordinals.values()}
    assert values >= {*range(1, 100), 100, 1000, 1_000_000}
    assert set(language.spelling.ordinals) >= {*range(1, 10), 20, 30, 40, 50, 60, 100, 1000, 1_000_000}


@pytest.mark.parametrize("code", available())
def test_names_up_to_ninety_nine_are_complete(code: str) -> None:
    """The language lists a name for each number below a hundred, and a month for each month."""
    language = load(code)
    assert len(set(language.spelling.small)) == 100
    assert len(set(language.calendar.month_names)) == 12
