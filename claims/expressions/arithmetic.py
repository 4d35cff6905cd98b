"""Arithmetic on numbers with units, numbers not exactly known, ranges and dates.

Numbers are decimals of at most 50 digits and of a size below 10^1000. What has no answer (different units,
division by zero, ``none``, the sum of two ranges) is unknown. A number without unit takes the unit of its
partner in sums; a percentage scales what it multiplies.

==============================  ======================================================
date - date                     days; a ``Between`` where a date is less exact than that
date + days, weeks              a date, of dates known to the day
date + months, quarters, years  a date at the same precision, at most the month's last day
==============================  ======================================================
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import TypeAlias

from claims.expressions.comparing import days
from claims.expressions.truth import UNKNOWN
from claims.expressions.units import Units
from claims.model.dates import PartialDate, Precision
from claims.model.values import Between, DateSpan, Number, Range, Value

_Operation: TypeAlias = Callable[[Decimal, Decimal], Decimal]
_ONE = Decimal(1)
_DAY_UNITS = {"day": 1, "week": 7}
_MONTH_UNITS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Arithmetic:
    """The four operations under one set of limits. Raises ``decimal.Overflow`` beyond them."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.context = Context(prec=50, Emin=-999, Emax=999, traps=[Overflow, DivisionByZero, InvalidOperation])

    def add(self, left: Value, right: Value) -> Value:
        """``left + right``."""
        if isinstance(left, PartialDate):
            return _shift(left, right, 1)
        if isinstance(right, PartialDate):
            return _shift(right, left, 1)
        return self._sum(left, right, self.context.add)

    def subtract(self, left: Value, right: Value) -> Value:
        """``left - right``."""
        if isinstance(left, PartialDate | DateSpan):
            if isinstance(right, PartialDate | DateSpan):
                return days_apart(right, left)
            return _shift(left, right, -1) if isinstance(left, PartialDate) else UNKNOWN
        return self._sum(left, right, self.context.subtract)

    def multiply(self, left: Value, right: Value) -> Value:
        """``left * right``."""
        left, right = self._share(left, right), self._share(right, left)
        ours, theirs = unit_of(left), unit_of(right)
        unit = _product_unit(ours, theirs) if ours and theirs else ours or theirs
        if ours and theirs and unit is None:
            return UNKNOWN
        return self._spread(left, right, self.context.multiply, unit)

    def divide(self, left: Value, right: Value) -> Value:
        """``left / right``; unknown where ``right`` is or may be zero."""
        span = extent(right)
        if span is None or span[0] <= 0 <= span[1]:
            return UNKNOWN
        ours, theirs = unit_of(left), unit_of(right)
        if ours is None or theirs is None:
            return self._spread(left, right, self.context.divide, ours) if theirs is None else UNKNOWN
        same = self.convert(right, ours)
        if extent(same) is None:
            return self._spread(left, right, self.context.divide, f"{ours}/{theirs}")
        return self._spread(left, same, self.context.divide, None)

    def negate(self, value: Value) -> Value:
        """``-value``."""
        return self._spread(Number(Decimal(-1)), value, self.context.multiply, unit_of(value))

    def convert(self, value: Value, unit: str) -> Value:
        """The same amount in another unit; unknown where the units do not convert."""
        here, span = unit_of(value), extent(value)
        if span is None or here == unit:
            return UNKNOWN if span is None else value
        low, high = (amount if here is None else self.units.convert(amount, here, unit) for amount in span)
        if low is None or high is None:
            return UNKNOWN
        if isinstance(value, Range):
            return Range(low, high, unit)
        return exactly(low, unit) if low == high else Between(low, high, unit)

    def _sum(self, left: Value, right: Value, operation: _Operation) -> Value:
        ours, theirs = unit_of(left), unit_of(right)
        if ours != theirs and ours is not None and theirs is not None:
            right = self.convert(right, ours)
        if isinstance(left, Number) and isinstance(right, Number):
            amount = operation(left.amount, right.amount)
            return Number(amount, ours or theirs, left.step if left.step <= right.step else right.step)
        return self._spread(left, right, operation, ours or theirs)

    def _spread(self, left: Value, right: Value, operation: _Operation, unit: str | None) -> Value:
        """Apply ``operation`` to whatever the two may mean."""
        first, second = extent(left), extent(right)
        if first is None or second is None or (isinstance(left, Range) and not isinstance(right, Number)):
            return UNKNOWN
        if isinstance(right, Range) and not isinstance(left, Number):
            return UNKNOWN
        results = sorted(operation(a, b) for a in set(first) for b in set(second))
        if isinstance(left, Range) or isinstance(right, Range):
            return Range(results[0], results[-1], unit)
        return exactly(results[0], unit) if results[0] == results[-1] else Between(results[0], results[-1], unit)

    def _share(self, value: Value, partner: Value) -> Value:
        """A percentage as the factor it is, where it multiplies something else."""
        if isinstance(value, Number) and value.unit == "%" and unit_of(partner) != "%":
            return Number(self.context.multiply(value.amount, Decimal("0.01")))
        return value


def exactly(amount: Decimal, unit: str | None = None) -> Number:
    """A number that was worked out: as fine as its last digit."""
    exponent = amount.as_tuple().exponent
    return Number(amount, unit, _ONE.scaleb(min(exponent, 0)) if isinstance(exponent, int) else _ONE)


def unit_of(value: Value) -> str | None:
    """The unit of a number or range."""
    return value.unit if isinstance(value, Number | Between | Range) else None


def extent(value: Value) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest a number may be; ``None`` for anything else, and for a range without limit."""
    match value:
        case Number(amount):
            return amount, amount
        case Between(low, high):
            return low, high
        case Range(low, high) if low is not None and high is not None:
            return low, high
    return None


def days_apart(first: Value, second: Value) -> Value:
    """The days from one date to another, negative where the second is earlier."""
    start, end = days(first), days(second)
    if start is None or end is None:
        return UNKNOWN
    low, high = Decimal(end[0] - start[1]), Decimal(end[1] - start[0])
    return Number(low, "day") if low == high else Between(low, high, "day")


def _product_unit(left: str, right: str) -> str | None:
    """What is left where one unit cancels the other: ``km/hour`` times ``hour``."""
    for whole, part in ((left, right), (right, left)):
        over, _, below = whole.partition("/")
        if below == part:
            return over
    return None


def _shift(date: PartialDate, by: Value, sign: int) -> Value:
    if not isinstance(by, Number) or by.unit is None or by.amount != by.amount.to_integral_value():
        return UNKNOWN
    count = int(by.amount) * sign
    try:
        if by.unit in _DAY_UNITS:
            return _add_days(date, count * _DAY_UNITS[by.unit])
        return _add_months(date, count * _MONTH_UNITS[by.unit]) if by.unit in _MONTH_UNITS else UNKNOWN
    except (ValueError, OverflowError):
        return UNKNOWN


def _add_days(date: PartialDate, count: int) -> Value:
    if date.precision is not Precision.DAY:
        return UNKNOWN
    return PartialDate(date.start + datetime.timedelta(days=count), Precision.DAY)


def _add_months(date: PartialDate, count: int) -> Value:
    finer = {Precision.DAY: 1, Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}
    if count % finer.get(date.precision, 1200):
        return UNKNOWN
    months = date.start.year * 12 + date.start.month - 1 + count
    year, month = divmod(months, 12)
    day = min(date.start.day, calendar.monthrange(year, month + 1)[1])
    return PartialDate(datetime.date(year, month + 1, day), date.precision)
