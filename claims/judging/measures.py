"""Units: a known number said in the unit of the claim.

Both in the same unit, or in one that converts into the other (miles into kilometres), compare. Where only one of
the two has a unit they compare as numbers, and the judgement is unsure of it. A share may be known as a fraction
(0.4) and said as a percentage (40 %): numbers of type ``number``, ``percent`` or none are tried both ways.
Units that do not convert have no reading: ``unit_mismatch``.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from claims.dataclasses import replace
from claims.judging.meeting import Standard
from claims.model.values import Between, Number, Range, ValueType

Numeric: TypeAlias = Number | Between | Range

_HUNDRED = Decimal(100)
_ZERO = Decimal(0)
_FARTHEST = 60
_PURE = frozenset({ValueType.COUNT, ValueType.ORDINAL})
"""Types that have no unit: 37 km is no count of countries."""
_SHARES = frozenset({ValueType.NUMBER, ValueType.PERCENT, None})


def unit_of(known: Numeric, standard: Standard) -> str | None:
    """The unit of a known number: its own, else that of its attribute."""
    if known.unit is not None or standard.unit is not None:
        return known.unit or standard.unit
    return "%" if standard.type is ValueType.PERCENT else None


def lacks_unit(said: Numeric, known: Numeric, standard: Standard) -> bool:
    """Whether only one of the two has a unit."""
    return (said.unit is None) != (unit_of(known, standard) is None)


def readings(known: Numeric, unit: str | None, standard: Standard) -> tuple[Numeric, ...]:
    """What a known number may be in ``unit``; nothing where the units have nothing to do with each other."""
    own = unit_of(known, standard)
    if own != unit and standard.type in _PURE:
        return ()
    if own == unit or own is None or unit is None:
        return (known, *_as_share(known, unit, standard))
    return _converted(known, own, unit)


def convert(amount: Decimal, unit: str, to: str) -> Decimal | None:
    """An amount in another unit; ``None`` where the two do not convert, or the amount is beyond all measure."""
    if unit == to:
        return amount
    from claims.languages import units

    return None if abs(amount.adjusted()) > _FARTHEST else units.convert(amount, unit, to)


def _as_share(known: Numeric, unit: str | None, standard: Standard) -> tuple[Numeric, ...]:
    """The other way to write a share, where only one of the two says ``%`` outright."""
    if standard.type not in _SHARES:
        return ()
    if unit == "%" and known.unit is None:
        return (_changed(known, lambda amount: amount * _HUNDRED, unit),)
    if unit is None and known.unit == "%":
        return (_changed(known, lambda amount: amount / _HUNDRED, unit),)
    return ()


def _converted(known: Numeric, own: str, unit: str) -> tuple[Numeric, ...]:
    zero = convert(_ZERO, own, unit)
    if zero is None:
        return ()
    return (_changed(known, lambda amount: convert(amount, own, unit) or _ZERO, unit, zero),)


def _changed(known: Numeric, change: Callable[[Decimal], Decimal], unit: str | None, zero: Decimal = _ZERO) -> Numeric:
    """``known`` with every amount changed; a step is a distance, so that it loses what zero becomes."""
    match known:
        case Number():
            return Number(change(known.amount), unit, change(known.step) - zero)
        case Between():
            return Between(change(known.low), change(known.high), unit)
        case Range():
            low = None if known.low is None else change(known.low)
            return replace(known, low=low, high=None if known.high is None else change(known.high), unit=unit)
