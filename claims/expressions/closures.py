"""The functions that the parts of an expression become: connectives, calls, variables and fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from claims.expressions.comparing import compare
from claims.expressions.frames import Evaluate, Frame
from claims.expressions.functions import undecided
from claims.expressions.truth import FALSE, TRUE, UNKNOWN, truth
from claims.expressions.units import Units
from claims.model.entity import Entity
from claims.model.values import Boolean, EntityRef, ListOf, Text, Value

Base: TypeAlias = Callable[[Frame], str | None]
"""Gives the entity (by id) that an attribute is read of."""

Elements: TypeAlias = Callable[[Frame], tuple[Sequence[str | Text], bool] | None]
"""Gives what a loop runs over, entities by id, and whether there are surely no others; ``None``: nobody wrote it."""

Operation: TypeAlias = Callable[[Value, Value], Value]


def calculation(left: Evaluate, right: Evaluate, operation: Operation) -> Evaluate:
    """The four operations."""
    return lambda frame: operation(left(frame), right(frame))


def conditional(condition: Evaluate, then: Evaluate, otherwise: Evaluate) -> Evaluate:
    """``if``; unknown where the condition is."""

    def choose(frame: Frame) -> Value:
        decided = condition(frame)
        if not isinstance(decided, Boolean):
            return UNKNOWN
        return then(frame) if decided.value else otherwise(frame)

    return choose


def both(left: Evaluate, right: Evaluate) -> Evaluate:
    """``and``: false as soon as one side is, unknown where the other leaves it open."""

    def both(frame: Frame) -> Value:
        first = truth(left(frame))
        if first == FALSE:
            return FALSE
        second = truth(right(frame))
        return second if second == FALSE or first == TRUE else UNKNOWN

    return both


def either(left: Evaluate, right: Evaluate) -> Evaluate:
    """``or``: true as soon as one side is, unknown where the other leaves it open."""

    def either(frame: Frame) -> Value:
        first = truth(left(frame))
        if first == TRUE:
            return TRUE
        second = truth(right(frame))
        return second if second == TRUE or first == FALSE else UNKNOWN

    return either


def comparison(operator: str, left: Evaluate, right: Evaluate, units: Units) -> Evaluate:
    """``= != < <= > >= in``. A text that is one of an entity's names means the entity."""

    def decide(frame: Frame) -> Value:
        first, second = left(frame), right(frame)
        if isinstance(first, EntityRef) and isinstance(second, Text):
            second = _meant(second, first, frame)
        elif isinstance(first, Text) and isinstance(second, EntityRef):
            first = _meant(first, second, frame)
        frame.budget.spend(_size(first) * _size(second))
        return compare(operator, first, second, units)

    return decide


def _size(value: Value) -> int:
    return len(value.items) if isinstance(value, ListOf) else 1


def _meant(text: Text, reference: EntityRef, frame: Frame) -> Value:
    entity = frame.world.entity(reference.id)
    names = () if entity is None else entity.all_names()
    return reference if text.text.casefold() in map(str.casefold, names) else text


def call_one(part: Evaluate, apply: Callable[[Value], Value]) -> Evaluate:
    """A function of one argument; unknown where that is."""

    def call(frame: Frame) -> Value:
        value = part(frame)
        return UNKNOWN if undecided(value) else apply(value)

    return call


def variable(name: str) -> Evaluate:
    """What a variable stands for."""

    def variable(frame: Frame) -> Value:
        found = frame.entities[name]
        return EntityRef(found) if isinstance(found, str) else found

    return variable


def base_variable(name: str) -> Base:
    """The entity that a variable stands for."""

    def base(frame: Frame) -> str | None:
        found = frame.entities[name]
        return found if isinstance(found, str) else None

    return base


def field(base: Base, field: str) -> Evaluate:
    """A field of an entity: ``of``, ``type``, ``name``, ``part_of``."""

    def read(frame: Frame) -> Value:
        id_ = base(frame)
        entity = frame.world.entity(id_) if id_ is not None else None
        return UNKNOWN if entity is None else _field_value(entity, field)

    return read


def field_elements(field: Evaluate) -> Elements:
    """A loop over the entities in a field."""

    def elements(frame: Frame) -> tuple[Sequence[str | Text], bool]:
        value = field(frame)
        found = value.items if isinstance(value, ListOf) else (value,)
        return [item.id for item in found if isinstance(item, EntityRef)], True

    return elements


def _field_value(entity: Entity, field: str) -> Value:
    match field:
        case "of":
            return UNKNOWN if entity.of is None else EntityRef(entity.of)
        case "type":
            return UNKNOWN if entity.type is None else Text(entity.type)
        case "name":
            return Text(entity.name(""))
    return ListOf(tuple(EntityRef(place) for place in entity.part_of))
