"""Units: their dimensions, and conversion between those of one dimension in exact decimals.

The table (``units.yaml``) holds the units that occur in prose, each with its size in the base unit of its
dimension as an exact decimal or fraction. A units library was weighed and left out: it costs 0.3 s of start-up,
counts in floats unless told otherwise, and knows no currencies, while what a linter needs is this one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Any

from claims.dataclasses import dataclass
from claims.languages.data import read_data

MONEY = "money"
PERCENT = "percent"
DURATIONS = frozenset({"time", "calendar"})
_NO_DIMENSIONS = frozenset({"offsets", "coins", "currencies", "compounds"})
_DIGITS = 28


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit. ``factor`` and ``offset`` lead to the base unit: ``base = amount * factor + offset``.

    ``of`` are the currencies a coin is a hundredth of.
    """

    symbol: str
    dimension: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    of: tuple[str, ...] = ()


@cache
def units() -> Mapping[str, Unit]:
    """All units by symbol."""
    data = _table()
    offsets = {symbol: Fraction(str(text)) for symbol, text in data["offsets"].items()}
    table = {
        symbol: Unit(symbol, dimension, Fraction(str(factor)), offsets.get(symbol, Fraction(0)))
        for dimension, entries in data.items()
        if dimension not in _NO_DIMENSIONS
        for symbol, factor in entries.items()
    }
    table |= {code: Unit(code, MONEY) for code in data["currencies"]}
    table |= {coin: Unit(coin, MONEY, Fraction(1, 100), of=tuple(of)) for coin, of in data["coins"].items()}
    return table


@cache
def currencies() -> tuple[str, ...]:
    """The codes of all currencies."""
    return tuple(symbol for symbol, unit in units().items() if unit.dimension == MONEY and not unit.of)


@cache
def compounds() -> Mapping[str, str]:
    """Which unit may be said after a bigger one, as part of the same quantity."""
    pairs: dict[str, str] = _table()["compounds"]
    return pairs


def dimension(unit: str) -> str | None:
    """What ``unit`` measures (``length``, ``money``, ``percent``...), or ``None`` for one that is not in the table."""
    found = units().get(unit)
    return found.dimension if found else None


def convert(amount: Decimal, unit: str, to: str) -> Decimal | None:
    """``amount`` of ``unit`` in ``to``; ``None`` where there is no fixed relation between the two.

    Exact where the result is a decimal of at most 28 digits, else rounded to 28 digits.
    """
    if unit == to:
        return amount
    here, there = units().get(unit), units().get(to)
    if here is None or there is None or here.dimension != there.dimension:
        return None
    if here.dimension == MONEY and to not in here.of and unit not in there.of:
        return None
    return to_decimal((Fraction(amount) * here.factor + here.offset - there.offset) / there.factor)


def in_base(amount: Decimal, unit: str | None) -> tuple[Decimal, str]:
    """An amount in the base unit of what its unit measures, and what that is; money and unknown units stay."""
    found = None if unit is None else units().get(unit)
    if found is None or found.dimension == MONEY:
        return amount, unit or ""
    return to_decimal(Fraction(amount) * found.factor + found.offset), found.dimension


def to_decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal, to 28 digits, without trailing zeros behind the point."""
    with localcontext() as context:
        context.prec = _DIGITS
        result = Decimal(value.numerator) / Decimal(value.denominator)
        if result != result.to_integral_value():
            return result.normalize()
        return result.quantize(Decimal(1)) if abs(result) < Decimal(10) ** _DIGITS else result


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = read_data("units.yaml")
    return table
