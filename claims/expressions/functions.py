"""The functions and aggregates of expressions.

An argument that is unknown, absent or ``none`` makes the result unknown, but for ``first_known``.

==========================  ==================================================================================
year month quarter day (d)  part of a date; unknown, or one of several, where the date is less exact than that
weekday (d)                 1 for Monday to 7 for Sunday
first_day last_day (d)      the limits of what a date or a period may mean
days_between (a, b)         days from a to b, negative where b is earlier; ``years_between`` and
                            ``months_between`` count whole ones, as ages are counted
abs floor ceil (n)          as ever; ``round(n, digits)`` rounds a half to the even digit, ``digits`` may be left out
low high (r)                the ends of a range, or of a number not exactly known
min max (a, b, ...)         the least and the greatest of several values
convert (n, "km")           the same amount in another unit
percent (part, whole)       part of whole as a percentage
first_known (a, b, ...)     the first that is known
text (a, b, ...)            one text of numbers, dates, versions and texts: ``text(t.wins, "-", t.losses)``
==========================  ==================================================================================

Aggregates run over the facts of one path (``sum(o.points where quarter <= 2)``) or over entities
(``sum(p.points for p in player where p.of = o)``):

=========  ======  ==============================================================================================
aggregate  empty   otherwise
=========  ======  ==============================================================================================
count      0       how many are known (a condition: true); of a list its length, unknown where the list is open
sum        absent  unknown where one of the values is
average    absent  the sum by the number of values
min max    absent  unknown where the precision of two dates, or the units, leave it open
rank       -       ``rank(t.points, u.points for u in team)``: 1 and the number of greater values; equals share a rank
list       []      the values, each once; open where others may be missing
any all    -       false and true; ``any`` is true as soon as one is, ``all`` false as soon as one is
=========  ======  ==============================================================================================

Of a path of which nothing was written an aggregate is absent, also ``count``: not written is not zero.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from types import MappingProxyType
from typing import TypeAlias

from claims.dataclasses import dataclass
from claims.expressions import dating
from claims.expressions.arithmetic import Arithmetic, exactly, extent, unit_of
from claims.expressions.comparing import compare
from claims.expressions.frames import Overrun
from claims.expressions.kinds import Kind
from claims.expressions.truth import TRUE, UNKNOWN
from claims.expressions.units import symbol
from claims.model.dates import PartialDate
from claims.model.values import Between, Nothing, Number, Range, Text, Unknown, Value, Version

Apply: TypeAlias = Callable[[Arithmetic, tuple[Value, ...]], Value]


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many arguments, of what kinds (the last kind serves all that follow), and what it gives."""

    name: str
    takes: tuple[Kind, ...]
    gives: Kind
    apply: Apply
    least: int
    most: int
    usage: str

    @property
    def arity(self) -> str:
        """How many arguments, in words."""
        if self.least == self.most:
            return f"{self.least} argument{'s' if self.least > 1 else ''}"
        return f"{self.least} to {self.most} arguments"


def _rounding(mode: str) -> Apply:
    def apply(arithmetic: Arithmetic, arguments: tuple[Value, ...]) -> Value:
        span = extent(arguments[0])
        digits = arguments[1] if len(arguments) > 1 else Number(Decimal(0))
        if span is None or not isinstance(digits, Number) or not 0 <= digits.amount <= 30:
            return UNKNOWN
        place = Decimal(1).scaleb(-int(digits.amount))
        low, high = (_rounded(amount, place, mode, arithmetic) for amount in span)
        unit = unit_of(arguments[0])
        if isinstance(arguments[0], Range):
            return Range(low, high, unit)
        return exactly(low, unit) if low == high else Between(low, high, unit)

    return apply


def _rounded(amount: Decimal, place: Decimal, mode: str, arithmetic: Arithmetic) -> Decimal:
    # A number too long for the context has no digits left to round away.
    if amount.adjusted() - int(place.adjusted()) >= arithmetic.context.prec:
        return amount
    return amount.quantize(place, mode, arithmetic.context)


def _abs(arithmetic: Arithmetic, arguments: tuple[Value, ...]) -> Value:
    value = arguments[0]
    if isinstance(value, Number):
        return value if value.amount >= 0 else Number(-value.amount, value.unit, value.step)
    span = extent(value)
    if span is None:
        return UNKNOWN
    if span[0] >= 0:
        return value
    low = Decimal(0) if span[1] >= 0 else -span[1]
    made = Range if isinstance(value, Range) else Between
    return made(low, arithmetic.context.abs(max(-span[0], span[1])), unit_of(value))


def _end(index: int) -> Apply:
    def apply(_: Arithmetic, arguments: tuple[Value, ...]) -> Value:
        value = arguments[0]
        if isinstance(value, Range):
            amount = (value.low, value.high)[index]
            return UNKNOWN if amount is None else exactly(amount, value.unit)
        span = extent(value)
        return UNKNOWN if span is None else exactly(span[index], unit_of(value))

    return apply


def extreme(operator: str) -> Apply:
    """The value that stands in ``operator`` (``<=`` or ``>=``) to all others; unknown where none surely does."""

    def apply(arithmetic: Arithmetic, arguments: tuple[Value, ...]) -> Value:
        best = arguments[0]
        for other in arguments[1:]:
            if compare(operator, best, other, arithmetic.units) != TRUE:
                best = other
        sure = all(compare(operator, best, other, arithmetic.units) == TRUE for other in arguments)
        return best if sure else UNKNOWN

    return apply


def _convert(arithmetic: Arithmetic, arguments: tuple[Value, ...]) -> Value:
    unit = arguments[1]
    return arithmetic.convert(arguments[0], symbol(unit.text)) if isinstance(unit, Text) else UNKNOWN


def _percent(arithmetic: Arithmetic, arguments: tuple[Value, ...]) -> Value:
    ratio = arithmetic.divide(*arguments)
    if unit_of(ratio) is not None:
        return UNKNOWN
    return arithmetic.convert(arithmetic.multiply(ratio, Number(Decimal(100))), "%")


def _first_known(_: Arithmetic, arguments: tuple[Value, ...]) -> Value:
    return next((value for value in arguments if not isinstance(value, Unknown)), UNKNOWN)


def _text(_: Arithmetic, arguments: tuple[Value, ...]) -> Value:
    """Only what every language writes alike goes into a text; a unit or a yes does not."""
    parts: list[str] = []
    for value in arguments:
        match value:
            case Number(amount, None):
                parts.append(f"{amount:f}")
            case Text(text):
                parts.append(text)
            case PartialDate() | Version():
                parts.append(str(value))
            case _:
                return UNKNOWN
    if sum(map(len, parts)) > MAX_TEXT:
        raise Overrun(f"a text of more than {MAX_TEXT:,} characters")
    return Text("".join(parts))


_MANY = 20
MAX_TEXT = 2_000
_FUNCTIONS = (
    Function("year", (Kind.DATE,), Kind.NUMBER, dating.year, 1, 1, "year(e.date)"),
    Function("month", (Kind.DATE,), Kind.NUMBER, dating.part(lambda day: day.month), 1, 1, "month(e.date)"),
    Function("quarter", (Kind.DATE,), Kind.NUMBER, dating.quarter, 1, 1, "quarter(e.date)"),
    Function("day", (Kind.DATE,), Kind.NUMBER, dating.part(lambda day: day.day), 1, 1, "day(e.date)"),
    Function("weekday", (Kind.DATE,), Kind.NUMBER, dating.part(datetime.date.isoweekday), 1, 1, "weekday(e.date)"),
    Function("first_day", (Kind.DATE,), Kind.DATE, dating.limit(0), 1, 1, "first_day(e.date)"),
    Function("last_day", (Kind.DATE,), Kind.DATE, dating.limit(1), 1, 1, "last_day(e.date)"),
    Function("days_between", (Kind.DATE,), Kind.NUMBER, dating.days_between, 2, 2, "days_between(p.start, p.end)"),
    Function(
        "months_between", (Kind.DATE,), Kind.NUMBER, dating.between(1, "month"), 2, 2, "months_between(p.start, p.end)"
    ),
    Function("years_between", (Kind.DATE,), Kind.NUMBER, dating.between(12, "year"), 2, 2, "years_between(p.born, at)"),
    Function("abs", (Kind.NUMBER,), Kind.NUMBER, _abs, 1, 1, "abs(o.balance)"),
    Function("round", (Kind.NUMBER,), Kind.NUMBER, _rounding(ROUND_HALF_EVEN), 1, 2, "round(o.share, 1)"),
    Function("floor", (Kind.NUMBER,), Kind.NUMBER, _rounding(ROUND_FLOOR), 1, 1, "floor(o.share)"),
    Function("ceil", (Kind.NUMBER,), Kind.NUMBER, _rounding(ROUND_CEILING), 1, 1, "ceil(o.share)"),
    Function("low", (Kind.NUMBER,), Kind.NUMBER, _end(0), 1, 1, "low(o.temperature)"),
    Function("high", (Kind.NUMBER,), Kind.NUMBER, _end(1), 1, 1, "high(o.temperature)"),
    Function("min", (Kind.ANY,), Kind.ANY, extreme("<="), 2, _MANY, "min(a.height, b.height)"),
    Function("max", (Kind.ANY,), Kind.ANY, extreme(">="), 2, _MANY, "max(a.height, b.height)"),
    Function("convert", (Kind.NUMBER, Kind.TEXT), Kind.NUMBER, _convert, 2, 2, 'convert(o.length, "km")'),
    Function("percent", (Kind.NUMBER,), Kind.NUMBER, _percent, 2, 2, "percent(o.women, o.employees)"),
    Function("first_known", (Kind.ANY,), Kind.ANY, _first_known, 1, _MANY, "first_known(o.short_name, o.title)"),
    Function("text", (Kind.ANY,), Kind.TEXT, _text, 1, _MANY, 'text(t.wins, "-", t.losses)'),
)
FUNCTIONS: Mapping[str, Function] = MappingProxyType({function.name: function for function in _FUNCTIONS})

AGGREGATES: Mapping[str, Kind] = MappingProxyType(
    {
        "count": Kind.NUMBER,
        "list": Kind.LIST,
        "sum": Kind.NUMBER,
        "average": Kind.NUMBER,
        "min": Kind.ANY,
        "max": Kind.ANY,
        "rank": Kind.NUMBER,
        "any": Kind.BOOLEAN,
        "all": Kind.BOOLEAN,
    }
)


def undecided(value: Value) -> bool:
    """Whether a value makes what rests on it unknown."""
    return isinstance(value, Unknown | Nothing)
