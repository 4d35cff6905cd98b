"""The functions of dates. A date may mean several days: what they disagree on is one between, or unknown."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.expressions.arithmetic import Arithmetic, days_apart
from claims.expressions.comparing import days
from claims.expressions.truth import UNKNOWN
from claims.model.dates import PartialDate, Precision
from claims.model.values import Between, Number, Value

if TYPE_CHECKING:
    from claims.expressions.functions import Apply


def year(_: Arithmetic, arguments: tuple[Value, ...]) -> Value:
    """The year of a date."""
    date = arguments[0]
    if isinstance(date, PartialDate) and date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return Number(Decimal(date.start.year))
    span = days(date)
    if span is None:
        return UNKNOWN
    first, last = (Decimal(datetime.date.fromordinal(day).year) for day in span)
    return Number(first) if first == last else Between(first, last)


def part(read: Callable[[datetime.date], int]) -> Apply:
    """What ``read`` gives for the days of a date that is known to the month at least."""

    def apply(_: Arithmetic, arguments: tuple[Value, ...]) -> Value:
        span = days(arguments[0])
        if span is None or span[1] - span[0] > 31:
            return UNKNOWN
        values = {Decimal(read(datetime.date.fromordinal(day))) for day in range(span[0], span[1] + 1)}
        return Number(values.pop()) if len(values) == 1 else Between(min(values), max(values))

    return apply


def quarter(_: Arithmetic, arguments: tuple[Value, ...]) -> Value:
    """The quarter of a date that lies within one."""
    span = days(arguments[0])
    if span is None:
        return UNKNOWN
    first, last = (datetime.date.fromordinal(day) for day in span)
    quarters = [Decimal((day.month + 2) // 3) for day in (first, last)]
    return Number(quarters[0]) if first.year == last.year and quarters[0] == quarters[1] else UNKNOWN


def limit(index: int) -> Apply:
    """The first (0) or the last (1) day that a date may mean."""

    def apply(_: Arithmetic, arguments: tuple[Value, ...]) -> Value:
        span = days(arguments[0])
        return UNKNOWN if span is None else PartialDate(datetime.date.fromordinal(span[index]), Precision.DAY)

    return apply


def days_between(_: Arithmetic, arguments: tuple[Value, ...]) -> Value:
    """The days from one date to another."""
    return days_apart(*arguments)


def _whole_months(first: int, last: int) -> int:
    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    if end < start:
        return -_whole_months(last, first)
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def between(months: int, unit: str) -> Apply:
    """Whole units of ``months`` months from one date to another."""

    def apply(_: Arithmetic, arguments: tuple[Value, ...]) -> Value:
        first, last = days(arguments[0]), days(arguments[1])
        if first is None or last is None:
            return UNKNOWN
        ends = _whole_months(first[1], last[0]), _whole_months(first[0], last[1])
        low, high = (Decimal(count) // months for count in ends)
        return Number(low, unit) if low == high else Between(low, high, unit)

    return apply
