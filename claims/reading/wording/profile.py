"""What kind of value an attribute takes: by its declared type, else by the values the facts give it."""

from __future__ import annotations

from collections.abc import Mapping

from claims.model.attribute import Attribute
from claims.model.dates import PartialDate
from claims.model.factset import FactSet
from claims.model.mention import MentionKind
from claims.model.values import (
    NAME_TYPES,
    Between,
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

_K = MentionKind
KINDS: Mapping[ValueType, frozenset[MentionKind]] = {
    ValueType.COUNT: frozenset({_K.NUMBER}),
    ValueType.NUMBER: frozenset({_K.NUMBER, _K.PERCENT, _K.QUANTITY}),
    ValueType.PERCENT: frozenset({_K.PERCENT}),
    ValueType.MONEY: frozenset({_K.MONEY, _K.NUMBER}),
    ValueType.QUANTITY: frozenset({_K.QUANTITY, _K.NUMBER, _K.DURATION}),
    ValueType.DURATION: frozenset({_K.DURATION, _K.QUANTITY}),
    ValueType.ORDINAL: frozenset({_K.ORDINAL}),
    ValueType.DATE: frozenset({_K.DATE, _K.NUMBER}),
    ValueType.VERSION: frozenset({_K.NUMBER}),
}
"""The kinds of mention that can be a value of a type; types of names take names."""

_GROUPS = {
    ValueType.QUANTITY: ("label", "numeric", "definite", "amount"),
    ValueType.MONEY: ("label", "numeric", "definite", "amount"),
    ValueType.ORDINAL: ("label", "ordinal"),
    ValueType.DATE: ("label", "date"),
    ValueType.LIST: ("label", "list"),
    ValueType.NAME: ("label", "name"),
    ValueType.ENTITY: ("label", "name"),
    ValueType.TEXT: ("label", "name"),
    ValueType.BOOLEAN: (),
}
_NUMERIC = ("label", "numeric", "definite")


def groups(types: frozenset[ValueType]) -> frozenset[str]:
    """The groups of generic frames (``numeric``, ``date``, ``name``...) that serve these types."""
    return frozenset(group for kind in types for group in _GROUPS.get(kind, _NUMERIC))


def taken(types: frozenset[ValueType]) -> frozenset[MentionKind]:
    """The kinds of mention that a value of one of these types can be said with; ``NAME`` stands for all names."""
    named = frozenset({MentionKind.NAME}) if types & (NAME_TYPES | {ValueType.LIST}) else frozenset()
    return named.union(*(KINDS.get(kind, frozenset()) for kind in types))


def value_types(attribute: Attribute, seen: Mapping[str, frozenset[ValueType]]) -> frozenset[ValueType]:
    """The types an attribute's values may have."""
    if attribute.type is not None:
        return frozenset({attribute.type})
    return seen.get(attribute.id, frozenset())


def types_in_facts(facts: FactSet) -> dict[str, frozenset[ValueType]]:
    """For every attribute, the types of the values that facts give it."""
    found: dict[str, set[ValueType]] = {}
    for fact in facts.facts:
        found.setdefault(fact.attribute, set()).update(_types_of(fact.value))
    return {attribute: frozenset(types) for attribute, types in found.items()}


def named_in_facts(facts: FactSet) -> dict[str, frozenset[str | None]]:
    """For every attribute, the types of the entities that facts name as its value."""
    found: dict[str, set[str | None]] = {}
    for fact in facts.facts:
        for value in fact.value.items if isinstance(fact.value, ListOf) else (fact.value,):
            entity = facts.entities.get(value.id) if isinstance(value, EntityRef) else None
            if entity is not None:
                found.setdefault(fact.attribute, set()).add(entity.type)
    return {attribute: frozenset(kinds) for attribute, kinds in found.items()}


def _types_of(value: Value) -> set[ValueType]:
    match value:
        case Number(unit=None) | Between(unit=None) | Range(unit=None):
            return {ValueType.NUMBER}
        case Number() | Between() | Range():
            return {ValueType.QUANTITY, ValueType.MONEY, ValueType.PERCENT}
        case PartialDate() | DateSpan():
            return {ValueType.DATE}
        case EntityRef() | Text():
            return {ValueType.NAME}
        case ListOf():
            return {ValueType.LIST}
        case Version():
            return {ValueType.VERSION}
        case Not(inner):
            return _types_of(inner)
        case _:
            return set()
