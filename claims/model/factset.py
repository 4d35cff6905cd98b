"""All that is known: entities, attributes and facts, with the look-ups the other parts need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from claims.dataclasses import dataclass, field
from claims.model.attribute import Attribute
from claims.model.entity import Entity
from claims.model.fact import Fact

_Index = Mapping[tuple[str, str], tuple[Fact, ...]]


def _index(facts: Iterable[Fact]) -> _Index:
    table: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        table.setdefault((fact.entity, fact.attribute), []).append(fact)
    return MappingProxyType({key: tuple(group) for key, group in table.items()})


@dataclass(frozen=True, slots=True)
class FactSet:
    """Entities and attributes by id, and facts in the order they were written. Immutable; adding makes another.

    The validity of every fact is final here: where a later value ends an earlier one, its period says so
    (:mod:`claims.loading.timelines`).
    """

    entities: Mapping[str, Entity] = field(default_factory=dict)
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    _by_key: _Index | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self._by_key is None:
            object.__setattr__(self, "_by_key", _index(self.facts))

    @property
    def _index(self) -> _Index:
        assert self._by_key is not None  # noqa: S101 (set right after construction)
        return self._by_key

    @property
    def size(self) -> int:
        """The number of facts and entities."""
        return len(self.facts) + len(self.entities)

    def of(self, entity: str, attribute: str) -> tuple[Fact, ...]:
        """The facts on one attribute of one entity, in the order they were written."""
        return self._index.get((entity, attribute), ())

    def has(self, entity: str, attribute: str) -> bool:
        """Whether anything is known of this attribute of this entity."""
        return (entity, attribute) in self._index

    def by_attribute(self) -> Mapping[str, Sequence[Fact]]:
        """The facts on each attribute, in the order they were written."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.attribute, []).append(fact)
        return found

    def on_parts(self) -> Iterable[Fact]:
        """The facts on entities that belong to another, in the order they were written."""
        parts = {entity.id for entity in self.parts()}
        return (fact for fact in self.facts if fact.entity in parts) if parts else ()

    def parts(self) -> tuple[Entity, ...]:
        """The entities that belong to another, in their order."""
        return tuple(entity for entity in self.entities.values() if entity.of is not None)

    def languages(self) -> frozenset[str]:
        """The languages in which entities have names."""
        return frozenset(language for entity in self.entities.values() for language in entity.names)

    def keys(self) -> Iterable[tuple[str, str]]:
        """Every (entity, attribute) of which something is known."""
        return self._index.keys()

    def with_facts(self, facts: Iterable[Fact]) -> FactSet:
        """A fact set that knows these as well."""
        new = tuple(facts)
        index = dict(self._index)
        for fact in new:
            index[fact.entity, fact.attribute] = (*index.get((fact.entity, fact.attribute), ()), fact)
        return FactSet(self.entities, self.attributes, (*self.facts, *new), MappingProxyType(index))
