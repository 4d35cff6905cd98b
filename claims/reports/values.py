"""Values for machines: one plain text form, and the JSON form of the report.

The plain form is that of the files people write: ``84``, ``3.50``, ``2014-09``, ``60..62`` for a number that is not
known exactly, ``2014/2019`` for a span of dates. Units stand apart (:func:`unit_of`). Neither form depends on a
language; for people :mod:`claims.reports.wording` writes values.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from claims.model.dates import PartialDate, Period, Precision
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
    Value,
    Version,
    Written,
)

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

_EXACT_IN_JSON = 2**53
_LONGEST = 400


def decimal_text(amount: Decimal) -> str:
    """The digits of a number without an exponent; ``str`` where that would be absurdly long."""
    return format(amount, "f") if is_writable(amount) else str(amount)


def is_writable(amount: Decimal) -> bool:
    """Whether a number can be written out in a few hundred digits."""
    return amount.is_finite() and abs(amount.adjusted()) < _LONGEST


def plain(value: Value) -> str:  # noqa: PLR0911 - one branch for each kind of value
    """The value as language-neutral text, without its unit."""
    match value:
        case Number():
            return decimal_text(value.amount)
        case Between() | Range():
            low, high = (decimal_text(end) if end is not None else "" for end in (value.low, value.high))
            return f"{low}..{high}"
        case DateSpan():
            return f"{value.first}/{value.last}"
        case EntityRef():
            return value.id
        case Text() | Written():
            return value.text
        case Boolean():
            return "true" if value.value else "false"
        case ListOf():
            return ", ".join(map(plain, value.items))
        case Not():
            return f"not {plain(value.value)}"
        case Unknown():
            return "unknown"
        case Nothing():
            return "none"
        case PartialDate() | Version():
            return str(value)


def to_json(value: Value) -> Json:
    """The value as it stands in a JSON report.

    A whole number below 2**53 is a JSON number, any other its decimal text; dates, versions and names are text, an
    entity is its id, a range is ``{"min", "max"}``, a list an array; ``{"not": ...}``, ``{"unknown": true}`` and
    ``{"none": true}`` are what they say.
    """
    match value:
        case Number():
            return number_to_json(value.amount)
        case Between() | Range():
            low, high = (number_to_json(end) if end is not None else None for end in (value.low, value.high))
            return {"min": low, "max": high}
        case Boolean():
            return value.value
        case ListOf():
            return [to_json(item) for item in value.items]
        case Not():
            return {"not": to_json(value.value)}
        case Unknown():
            return {"unknown": True}
        case Nothing():
            return {"none": True}
        case _:
            return plain(value)


def number_to_json(amount: Decimal) -> int | str:
    """A JSON number where every reader gets exactly this number back, else its decimal text."""
    if amount.copy_abs() < _EXACT_IN_JSON and amount == amount.to_integral_value():
        return int(amount)
    return decimal_text(amount)


def unit_of(value: Value) -> str | None:
    """The unit symbol of a value; that of a list where all its items share one."""
    match value:
        case Number() | Between() | Range():
            return value.unit
        case Not():
            return unit_of(value.value)
        case ListOf():
            units = {unit_of(item) for item in value.items}
            return units.pop() if len(units) == 1 else None
        case _:
            return None


def with_unit(value: Value) -> str:
    """The value as language-neutral text, with its unit."""
    unit = unit_of(value)
    return f"{plain(value)} {unit}" if unit else plain(value)


@lru_cache(maxsize=256)
def period_text(period: Period | None) -> str | None:
    """A period as the date it is the whole of (``2024``, ``2024-10``), else ``first/last`` day; ``None`` for none."""
    if period is None or period == Period():
        return None
    start, end = period.start, period.end
    if start is None or end is None:
        return f"{start or '..'}/{end - datetime.timedelta(days=1) if end else '..'}"
    for precision in Precision:
        date = PartialDate(start, Precision.DAY).coarsen(precision)
        if date.period == period:
            return str(date)
    return f"{start}/{end - datetime.timedelta(days=1)}"
