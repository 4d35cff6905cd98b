"""Which value to put in place of a wrong one, so that what the text says around it stays true.

The known value, said as finely as the text speaks and in its unit: 4,212,345 for a text of "3.5 million" is
4.2 million. Under a hedge the value is one of which the hedge is true: *about* and *at least* take the known one,
*more than 90* for a known 84 becomes more than 80, *after 2015* for 2014 becomes after 2013.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Decimal
from types import MappingProxyType

from claims.judging.dates import neighbour
from claims.judging.measures import Numeric, readings, unit_of
from claims.judging.meeting import Standard
from claims.judging.slips import unit_confused
from claims.model.dates import PartialDate, Precision
from claims.model.rule import Rounding
from claims.model.values import Between, Boolean, DateSpan, ListOf, Number, Range, Value, ValueType, Version
from claims.model.verdict import Operator

_MODES: Mapping[Rounding, str] = MappingProxyType({Rounding.DOWN: ROUND_DOWN, Rounding.UP: ROUND_UP})
_ABOVE = frozenset({Operator.LT, Operator.LE})
_BELOW = frozenset({Operator.GT, Operator.GE})


def replacement(said: Value, operator: Operator, known: Value, standard: Standard) -> Value | None:
    """The value to write for ``said``; ``None`` where the known one cannot be put in its place."""
    match said, known:
        case (Number(), ListOf(items)):
            return Number(Decimal(len(items)), said.unit)
        case (Number(), Number() | Between()):
            return _number(said, operator, known, standard)
        case (Number(), PartialDate()):
            return _date(PartialDate(known.start, Precision.YEAR), operator, known)
        case (PartialDate(), PartialDate()):
            return _date(said, operator, known)
        case (PartialDate(), DateSpan()):
            return known if operator is Operator.EQ else _date(said, operator, known.first)
        case (Boolean(), _):
            return None
        case (Version(), Version()):
            return Version(known.parts[: len(said.parts)])
        case _:
            return known


def unrounded(said: Value, known: Value, standard: Standard) -> Value | None:
    """The known number itself in the unit of the text, where a rounded one would not be true."""
    if not (isinstance(said, Number) and isinstance(known, Number)):
        return None
    return _reading(said, known, standard)


def _number(said: Number, operator: Operator, known: Number | Between, standard: Standard) -> Value | None:
    if unit_confused(said, known, standard) and said.unit != unit_of(known, standard):
        return known
    reading = _reading(said, known, standard)
    if isinstance(reading, Between):
        return _end_of(reading, said, operator)
    if not isinstance(reading, Number):
        return None
    step = _step(said, reading, known, standard)
    mode = ROUND_UP if operator is Operator.NEARLY else _MODES.get(standard.strictness.rounding, ROUND_HALF_UP)
    amount = _rounded(reading.amount, step, mode)
    if operator in {Operator.GT, Operator.LT} or (operator in _ABOVE | _BELOW and amount != reading.amount):
        amount = _beside(reading.amount, said, operator)
    return Number(amount, said.unit, step)


def _reading(said: Number, known: Numeric, standard: Standard) -> Numeric | None:
    """The known number in the unit of the text; of the two ways to write a share, the one nearer to what was said."""
    found = readings(known, said.unit, standard)
    return min(found, key=lambda reading: abs(_middle(reading) - said.amount), default=None)


def _middle(number: Numeric) -> Decimal:
    if isinstance(number, Number):
        return number.amount
    ends = [end for end in (number.low, number.high) if end is not None]
    return sum(ends, Decimal(0)) / max(len(ends), 1)


def _end_of(known: Between | Range, said: Number, operator: Operator) -> Value | None:
    if operator in {Operator.EQ, Operator.NE}:
        return known
    end = known.low if operator in _BELOW else known.high if operator in _ABOVE else _middle(known)
    return None if end is None else Number(end, said.unit, said.step)


def _step(said: Number, reading: Number, known: Numeric, standard: Standard) -> Decimal:
    """How finely to write: as the text, but no finer than what is known.

    A price to the unit is written in full, and so is what is too small for the text's scale word: 2 is not 0.0 million.
    """
    if standard.type is ValueType.MONEY and said.step <= 1 and said.unit == known.unit:
        return reading.step
    if said.step > 1 and abs(reading.amount) < _scale(said.step):
        return reading.step
    return said.step if said.unit != known.unit else max(said.step, reading.step)


def _scale(step: Decimal) -> Decimal:
    """The scale word with which a number of this step was said: 1,000,000 for a step of 100,000."""
    return Decimal(1000) ** (-(-step.adjusted() // 3))


def _rounded(amount: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (amount / step).to_integral_value(rounding) * step if step else amount


def _beside(amount: Decimal, said: Number, operator: Operator) -> Decimal:
    """The nearest number, as round as the one in the text, that ``amount`` is above or below."""
    step = _roundness(said, amount)
    rounding = ROUND_FLOOR if operator in _BELOW else ROUND_CEILING
    near = (amount / step).to_integral_value(rounding) * step
    if near != amount or operator in {Operator.GE, Operator.LE}:
        return near
    return near - step if operator is Operator.GT else near + step


def _roundness(said: Number, amount: Decimal) -> Decimal:
    step = said.step or Decimal(1)
    while step * 10 < abs(amount) and said.amount % (step * 10) == 0:
        step *= 10
    return step


def _date(said: PartialDate, operator: Operator, known: PartialDate) -> PartialDate:
    near = known.coarsen(said.precision)
    if operator is Operator.GT:
        return neighbour(near, -1)
    return neighbour(near, 1) if operator is Operator.LT else near
