"""Values as one word of a key: what was said and what is known stay values until the summary is worded.

The word is a JSON array: the kind, then what makes the value (``["number","84","EUR","1"]``). Equal values have equal
words.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from claims.corpus.summing.clean import clean
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
    Version,
    Written,
)

_Plain: TypeAlias = list[Any]


def word_of(value: Value) -> str:
    """The value as one word."""
    import msgspec

    return msgspec.json.encode(_plain(value)).decode()


def value_of(word: str) -> Value:
    """The value of a word. Raises ``ValueError`` for one that :func:`word_of` does not write."""
    import msgspec

    return _value(msgspec.json.decode(word))


def _plain(value: Value) -> _Plain:
    match value:
        case Number(amount, unit, step):
            return ["number", str(amount), unit, str(step)]
        case Between(low, high, unit):
            return ["between", str(low), str(high), unit]
        case Range(low, high, unit):
            return ["range", *(None if end is None else str(end) for end in (low, high)), unit]
        case ListOf(items, complete):
            return ["list", complete, *map(_plain, items)]
        case Not(inner):
            return ["not", _plain(inner)]
        case _:
            return [_KINDS[type(value)], *map(clean, _texts(value))]


_KINDS: dict[type[Value], str] = {
    PartialDate: "date",
    DateSpan: "dates",
    Version: "version",
    EntityRef: "entity",
    Text: "text",
    Written: "text",
    Boolean: "boolean",
    Unknown: "unknown",
    Nothing: "nothing",
}


def _texts(value: Value) -> Sequence[str]:
    match value:
        case PartialDate() | Version():
            return (str(value),)
        case DateSpan(first, last):
            return str(first), str(last)
        case EntityRef(text) | Text(text) | Written(text):
            return (text,)
        case Boolean(yes):
            return ("yes" if yes else "no",)
        case _:
            return ()


def _value(plain: _Plain) -> Value:
    match plain:
        case ["number", amount, unit, step]:
            return Number(Decimal(amount), unit, Decimal(step))
        case ["between", low, high, unit]:
            return Between(Decimal(low), Decimal(high), unit)
        case ["range", low, high, unit]:
            return Range(_end(low), _end(high), unit)
        case ["list", complete, *items]:
            return ListOf(tuple(map(_value, items)), complete=complete)
        case ["not", inner]:
            return Not(_value(inner))
        case ["dates", first, last]:
            return DateSpan(PartialDate.parse(first), PartialDate.parse(last))
        case _:
            return _single(plain)


def _single(plain: _Plain) -> Value:
    match plain:
        case ["date", text]:
            return PartialDate.parse(text)
        case ["version", text]:
            return Version(tuple(text.split(".")))
        case ["entity", text]:
            return EntityRef(text)
        case ["text", text]:
            return Text(text)
        case ["boolean", text]:
            return Boolean(text == "yes")
        case ["unknown"]:
            return Unknown()
        case ["nothing"]:
            return Nothing()
    raise ValueError(f"not a value: {plain!r}")


def _end(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
