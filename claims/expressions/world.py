"""What expressions look into: the facts, and entities by type and by what they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

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


@dataclass(frozen=True, slots=True)
class World:
    """Facts with entities indexed by type and owner, in the order they were written."""

    facts: Known
    _by_type: Mapping[str, Sequence[str]] = field(init=False, repr=False, compare=False)
    _by_owner: Mapping[tuple[str, str], Sequence[str]] = field(init=False, repr=False, compare=False)
    _owner_types: Mapping[str, set[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_type: dict[str, list[str]] = {}
        by_owner: dict[tuple[str, str], list[str]] = {}
        owner_types: dict[str, set[str]] = {}
        for entity in self.facts.entities.values():
            type_ = entity.type or ""
            for key in dict.fromkeys((type_, ANY_TYPE)):
                by_type.setdefault(key, []).append(entity.id)
                if entity.of is not None:
                    by_owner.setdefault((key, entity.of), []).append(entity.id)
            owner = None if entity.of is None else self.entity(entity.of)
            if owner is not None:
                owner_types.setdefault(type_, set()).add(owner.type or "")
        object.__setattr__(self, "_by_type", by_type)
        object.__setattr__(self, "_by_owner", by_owner)
        object.__setattr__(self, "_owner_types", owner_types)

    def of_type(self, type_: str, owner: str | None = None) -> Sequence[str]:
        """The entities of a type, or those of them that belong to ``owner``; ``entity`` is any type."""
        return self._by_type.get(type_, ()) if owner is None else self._by_owner.get((type_, owner), ())

    def is_of_type(self, id_: str, type_: str) -> bool:
        """Whether an entity is among those of a type."""
        entity = self.entity(id_)
        return entity is not None and type_ in (entity.type, ANY_TYPE)

    def owner_types(self, types: frozenset[str] | None) -> frozenset[str] | None:
        """The types (``""``: none is given) of what entities of these types belong to; ``None`` is any."""
        if types is None:
            return None
        return frozenset(owner for type_ in types for owner in self._owner_types.get(type_, ()))

    def entity(self, id_: str) -> Entity | None:
        """An entity by its id."""
        return self.facts.entities.get(id_)
