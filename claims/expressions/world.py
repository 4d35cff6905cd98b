"""What expressions look into: the facts, and entities by type and by what they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from claims.dataclasses import dataclass, replace
from claims.model.attribute import Attribute
from claims.model.entity import Entity
from claims.model.fact import Fact

ANY_TYPE = "entity"
"""The name that stands for every type in loops."""


class Known(Protocol):
    """What is known so far: a fact set, or one that derived facts are still being added to."""

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""

    @property
    def attributes(self) -> Mapping[str, Attribute]:
        """Attributes by id."""

    def of(self, entity: str, attribute: str) -> tuple[Fact, ...]:
        """The facts on one attribute of one entity."""


class _Index:
    """Entities by type, by type and owner, and the types of owners by type; filled once."""

    __slots__ = ("by_owner", "by_type", "owner_types")

    def __init__(self) -> None:
        self.by_type: dict[str, list[str]] = {}
        self.by_owner: dict[tuple[str, str], list[str]] = {}
        self.owner_types: dict[str, set[str]] = {}

    def add(self, entity: Entity, owner: Entity | None) -> None:
        type_ = entity.type or ""
        for key in (type_, ANY_TYPE) if type_ != ANY_TYPE else (type_,):
            self.by_type.setdefault(key, []).append(entity.id)
            if entity.of is not None:
                self.by_owner.setdefault((key, entity.of), []).append(entity.id)
        if owner is not None:
            self.owner_types.setdefault(type_, set()).add(owner.type or "")


@dataclass(frozen=True, slots=True)
class World:
    """Facts with entities indexed by type and owner, in the order they were written."""

    facts: Known
    _index: _Index

    @classmethod
    def of(cls, facts: Known) -> World:
        """Index the entities of a fact set."""
        index = _Index()
        for entity in facts.entities.values():
            owner = None if entity.of is None else facts.entities.get(entity.of)
            index.add(entity, owner)
        return cls(facts, index)

    def over(self, facts: Known) -> World:
        """The same entities with other facts."""
        return replace(self, facts=facts)

    def of_type(self, type_: str, owner: str | None = None) -> Sequence[str]:
        """The entities of a type, or those of them that belong to ``owner``; ``entity`` is any type."""
        return self._index.by_type.get(type_, ()) if owner is None else self._index.by_owner.get((type_, owner), ())

    def is_of_type(self, id_: str, type_: str) -> bool:
        """Whether an entity is among those of a type."""
        entity = self.entity(id_)
        return entity is not None and type_ in (entity.type, ANY_TYPE)

    def owner_types(self, types: frozenset[str] | None) -> frozenset[str] | None:
        """The types (``""``: none is given) of what entities of these types belong to; ``None`` is any."""
        if types is None:
            return None
        return frozenset(owner for type_ in types for owner in self._index.owner_types.get(type_, ()))

    def entity(self, id_: str) -> Entity | None:
        """An entity by its id."""
        return self.facts.entities.get(id_)
