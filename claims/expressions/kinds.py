"""The kinds of values that types are checked with when a rules file is loaded."""

from __future__ import annotations

from enum import StrEnum

from claims.model.dates import PartialDate
from claims.model.values import (
    NUMERIC_TYPES,
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Number,
    Range,
    Text,
    Value,
    ValueType,
    Version,
)


class Kind(StrEnum):
    """What an expression gives; ``ANY`` where only the facts will tell."""

    NUMBER = "a number"
    DATE = "a date"
    TEXT = "a text"
    BOOLEAN = "a condition"
    ENTITY = "an entity"
    LIST = "a list"
    VERSION = "a version"
    ANY = "anything"


_OF_TYPE = {
    **dict.fromkeys(NUMERIC_TYPES, Kind.NUMBER),
    ValueType.DATE: Kind.DATE,
    ValueType.VERSION: Kind.VERSION,
    ValueType.LIST: Kind.LIST,
    ValueType.BOOLEAN: Kind.BOOLEAN,
    ValueType.TEXT: Kind.TEXT,
}
_OF_VALUE: tuple[tuple[type, Kind], ...] = (
    (Number, Kind.NUMBER),
    (PartialDate, Kind.DATE),
    (EntityRef, Kind.ENTITY),
    (Text, Kind.TEXT),
    (Between, Kind.NUMBER),
    (Range, Kind.NUMBER),
    (Boolean, Kind.BOOLEAN),
    (ListOf, Kind.LIST),
    (DateSpan, Kind.DATE),
    (Version, Kind.VERSION),
)


def kind_of_type(type_: ValueType | None) -> Kind:
    """What an attribute of this type gives. Names and entities stand for each other, and may come as lists."""
    return Kind.ANY if type_ is None else _OF_TYPE.get(type_, Kind.ANY)


def kind_of_value(value: Value) -> Kind | None:
    """The kind of a value; ``None`` for one that says nothing of it (unknown, none)."""
    if isinstance(value, Not):
        return kind_of_value(value.value)
    return next((kind for type_, kind in _OF_VALUE if isinstance(value, type_)), None)
