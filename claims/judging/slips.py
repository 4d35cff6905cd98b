"""How a wrong number may have come about: two digits swapped, another unit, another scale."""

from __future__ import annotations

from decimal import Decimal

from claims.judging.measures import convert, unit_of
from claims.judging.meeting import Standard
from claims.model.values import Number, Value

SWAPPED = "digits swapped"

_SCALES = frozenset(Decimal(10) ** power for power in (-9, -6, -3, 3, 6, 9))
_LONGEST = 40


def digits_swapped(said: Value, known: Value) -> bool:
    """Whether exchanging two neighbouring digits of the one number gives the other (84, 48)."""
    if not (isinstance(said, Number) and isinstance(known, Number)) or said.amount == known.amount:
        return False
    ours, theirs = _digits(said), _digits(known)
    if len(ours) != len(theirs) or not 2 <= len(ours) <= _LONGEST:
        return False
    wrong = [index for index, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other]
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    first, second = wrong
    return ours[first] == theirs[second] and ours[second] == theirs[first]


def unit_confused(said: Value, known: Value, standard: Standard) -> bool:
    """Whether the number is right in another unit of the same kind, or at a thousand times more or less."""
    if not (isinstance(said, Number) and isinstance(known, Number)) or not said.amount or not known.amount:
        return False
    own = unit_of(known, standard)
    if said.unit is not None and own is not None and said.unit != own:
        return said.amount == known.amount and convert(said.amount, said.unit, own) is not None
    ratio = known.amount / said.amount
    near = min(_SCALES, key=lambda scale: abs(scale - ratio))
    if _significant(said) < 2:
        return said.amount * near == known.amount
    return abs(said.amount * near - known.amount) * 2 <= max(said.step * near, known.step)


def _significant(number: Number) -> int:
    """How many digits were meant, zeros at the end aside."""
    return len(number.amount.normalize().as_tuple().digits)


def _digits(number: Number) -> str:
    return f"{number.amount:f}" if abs(number.amount.adjusted()) < _LONGEST else ""
