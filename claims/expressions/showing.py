"""Values as the steps of an explanation show them."""

from __future__ import annotations

from decimal import Decimal

from claims.model.dates import PartialDate
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
)

_ITEMS = 10
_LETTERS = 200


def shown(value: Value) -> str:
    """A value in the notation of expressions."""
    if isinstance(value, Number):
        return f"{value.amount:f}" if value.unit is None else _with_unit(_digits(value.amount), value.unit)
    if isinstance(value, PartialDate):
        return str(value)
    match value:
        case Between(low, high, unit) | Range(low, high, unit):
            return _with_unit(f"{_digits(low)} to {_digits(high)}", unit)
        case Boolean(flag):
            return "true" if flag else "false"
        case ListOf(items):
            return f"[{', '.join(shown(item) for item in items[:_ITEMS])}{', ...' if len(items) > _ITEMS else ''}]"
    return _word(value)


def _word(value: Value) -> str:
    match value:
        case Text(text):
            return f'"{text}"' if len(text) <= _LETTERS else f'"{text[:_LETTERS]}..."'
        case EntityRef(name):
            return name
        case DateSpan(first, last):
            return f"{first} to {last}"
        case Not(denied):
            return f"not {shown(denied)}"
        case Unknown() | Nothing():
            return "unknown" if isinstance(value, Unknown) else "none"
    return str(value)


def _digits(amount: Decimal | None) -> str:
    return "..." if amount is None else f"{amount:f}"


def _with_unit(text: str, unit: str | None) -> str:
    return text if unit is None else f"{text}%" if unit == "%" else f"{text} {unit}"
