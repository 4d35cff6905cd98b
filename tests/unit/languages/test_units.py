"""Units and their conversion."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.languages import available, load
from claims.languages.units import compounds, convert, currencies, dimension, units


@pytest.mark.parametrize(
    ("amount", "unit", "to", "result"),
    [
        ("5", "km", "m", "5000"),
        ("26.2", "mi", "km", "42.1648128"),
        ("1", "ft", "in", "12"),
        ("100", "°C", "°F", "212"),
        ("-40", "°F", "°C", "-40"),
        ("0", "°C", "K", "273.15"),
        ("36", "km/h", "m/s", "10"),
        ("2", "year", "month", "24"),
        ("90", "min", "h", "1.5"),
        ("50", "cent", "EUR", "0.5"),
        ("3", "EUR", "cent", "300"),
        ("1", "km2", "ha", "100"),
        ("1", "GWh", "MWh", "1000"),
        ("7", "xyz", "xyz", "7"),
    ],
)
def test_convert_is_exact(amount: str, unit: str, to: str, result: str) -> None:
    """Units of one dimension convert in exact decimals."""
    assert convert(Decimal(amount), unit, to) == Decimal(result)


@pytest.mark.parametrize(
    ("unit", "to"), [("km", "kg"), ("EUR", "USD"), ("year", "day"), ("%", "pp"), ("penny", "EUR"), ("km", "xyz")]
)
def test_convert_refuses_what_has_no_fixed_relation(unit: str, to: str) -> None:
    """Other dimensions, currencies, months in days and unknown units give nothing."""
    assert convert(Decimal(1), unit, to) is None


def test_every_unit_has_a_dimension() -> None:
    """Every unit, coin and currency is known with its dimension, and an unknown one has none."""
    assert {dimension(symbol) for symbol in units()} >= {"length", "money", "time", "percent"}
    assert "EUR" in currencies()
    assert "cent" not in currencies()
    assert dimension("parsec-second") is None


def test_compounds_are_of_one_dimension() -> None:
    """What is said after a bigger unit converts to it."""
    pairs = compounds().items()
    assert [pair for pair in pairs if convert(Decimal(1), pair[1], pair[0]) is None and pair[1] != "month"] == []


@pytest.mark.parametrize("code", available())
def test_every_unit_that_a_language_names_is_in_the_table(code: str) -> None:
    """A language names no unit that the table of units lacks."""
    around = load(code).around
    named = {*around.units.meanings.values(), *around.prefixes.meanings.values()}
    assert named - set(units()) == set()
