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
_DECIMALS = 10


def shown(value: Value) -> str:
    """A value in the notation of expressions."""
    if isinstance(value, Number):
        return _with_unit(_digits(value.amount), value.unit)
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
    """An amount in digits; of a fraction that goes on, as many as tell something."""
    if amount is None:
        return "..."
    text = f"{amount:f}"
    return text if len(text) < _DECIMALS or len(text.partition(".")[2]) <= _DECIMALS else _cut(text)


def _cut(text: str) -> str:
    whole, point, part = text.partition(".")
    return f"{whole}{point}{part[:_DECIMALS]}..."


def _with_unit(text: str, unit: str | None) -> str:
    return text if unit is None else f"{text}%" if unit == "%" else f"{text} {unit}"
