"""Facts of which there are too many to be read at every start: looked up in a table, entity by entity.

:class:`StoredFacts` says what a :class:`~claims.model.factset.FactSet` says, of facts that stay in the table until
somebody asks for them. What a reader or a judge asks of a text is little; ``facts`` and ``keys``, which go through all
of them, are for those who really need all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claims.dataclasses import dataclass, replace
from claims.files.cache import from_json, to_json
from claims.judging.bearers import MOST_KNOWN
from claims.model.attribute import Attribute
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.reading.names.by_word import Listed, NamesByWord, by_rarest_word
from claims.reading.names.index import Alias, Case, NameIndex

if TYPE_CHECKING:
    from claims.compiled.codec import Plain
    from claims.files.tables import Table

MOST_REMEMBERED = 100_000
_ENTITY, _FACTS, _ATTRIBUTE, _NAME = "entity", "facts", "attribute", "name"


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of stored facts without looking: how many, the entities that are parts, languages of names."""

    entities: int
    facts: int
    parts: tuple[str, ...]
    languages: frozenset[str]


def outline(facts: FactSet) -> Outline:
    """The outline of a fact set."""
    parts = tuple(entity.id for entity in facts.parts())
    return Outline(len(facts.entities), len(facts.facts), parts, facts.languages())


def rows(facts: FactSet) -> Iterator[tuple[str, str, str]]:
    """The rows of the table for a fact set: kind, key and text."""
    from claims.compiled.codec import Packer

    for id_, entity in facts.entities.items():
        yield _ENTITY, id_, to_json(Packer().pack(entity)).decode()
    order = {id(fact): number for number, fact in enumerate(facts.facts)}
    columns: dict[str, list[Fact]] = {}
    for entity_id, attribute in sorted(facts.keys()):  # a table is filled several times as fast in its own order
        group = facts.of(entity_id, attribute)
        packer = Packer()
        packed = [[order[id(fact)], packer.pack(fact)] for fact in group]
        yield _FACTS, _key(entity_id, attribute), to_json([packer.table, packed]).decode()
        columns.setdefault(attribute, []).extend(group)
    for attribute, column in columns.items():
        few = len(column) <= MOST_KNOWN
        who = (
            list(dict.fromkeys(fact.entity for fact in sorted(column, key=lambda fact: order[id(fact)]))) if few else []
        )
        yield _ATTRIBUTE, attribute, to_json([len(column), who]).decode()


def _key(entity: str, attribute: str) -> str:
    return to_json([entity, attribute]).decode()


class StoredFacts(FactSet):
    """A fact set in a table. ``upto`` is the number of facts that count: the stated ones stand first."""

    __slots__ = ("_extra", "_known", "_outline", "_table", "_upto")

    _extra: tuple[Fact, ...]
    _known: dict[tuple[str, str], tuple[tuple[int, Fact], ...]]
    _outline: Outline
    _table: Table
    _upto: int

    def __init__(
        self, table: Table, attributes: Mapping[str, Attribute], said: Outline, upto: int, extra: tuple[Fact, ...] = ()
    ) -> None:
        put = object.__setattr__
        put(self, "entities", StoredEntities(table, said.entities))
        put(self, "attributes", attributes)
        put(self, "_by_key", MappingProxyType({}))
        put(self, "_table", table)
        put(self, "_outline", said)
        put(self, "_upto", upto)
        put(self, "_extra", extra)
        put(self, "_known", {})

    @property
    def size(self) -> int:
        """The number of facts and entities."""
        return self._upto + len(self._extra) + self._outline.entities

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts, in the order they were written: the whole table is read."""
        stored = (pair for _, text in self._table.items(_FACTS) for pair in self._unpacked(text))
        return (*(fact for _, fact in sorted(stored, key=_number)), *self._extra)

    def of(self, entity: str, attribute: str) -> tuple[Fact, ...]:
        """The facts on one attribute of one entity, in the order they were written."""
        stored = tuple(fact for _, fact in self._numbered(entity, attribute))
        if not self._extra:
            return stored
        return (*stored, *(fact for fact in self._extra if (fact.entity, fact.attribute) == (entity, attribute)))

    def _numbered(self, entity: str, attribute: str) -> tuple[tuple[int, Fact], ...]:
        key = (entity, attribute)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            text = self._table.get(_FACTS, _key(entity, attribute))
            found = self._known[key] = tuple(self._unpacked(text)) if text else ()
        return found

    def _unpacked(self, text: str) -> Iterator[tuple[int, Fact]]:
        from claims.compiled.codec import Unpacker

        table, packed = from_json(text)
        unpack = Unpacker(table).unpack
        return ((number, self._rested(unpack(data))) for number, data in packed if number < self._upto)

    def _rested(self, fact: Fact) -> Fact:
        """A fact whose premises, where it has any, are those of this set, and no copies."""
        if fact.derivation is None:
            return fact
        premises = tuple(self._own(premise) for premise in fact.derivation.premises)
        return replace(fact, derivation=replace(fact.derivation, premises=premises))

    def _own(self, premise: Fact) -> Fact:
        known = (fact for _, fact in self._numbered(premise.entity, premise.attribute))
        return next((fact for fact in known if fact == premise), premise)

    def has(self, entity: str, attribute: str) -> bool:
        """Whether anything is known of this attribute of this entity."""
        return bool(self.of(entity, attribute))

    def keys(self) -> Iterable[tuple[str, str]]:
        """Every (entity, attribute) of which something is known."""
        return dict.fromkeys((fact.entity, fact.attribute) for fact in self.facts)

    def parts(self) -> tuple[Entity, ...]:
        """The entities that belong to another, in their order."""
        return tuple(self.entities[id_] for id_ in self._outline.parts)

    def languages(self) -> frozenset[str]:
        """The languages in which entities have names."""
        return self._outline.languages

    def on_parts(self) -> Iterable[Fact]:
        """The facts on entities that belong to another, in the order they were written."""
        attributes = tuple(self._table.keys(_ATTRIBUTE)) if self._outline.parts else ()
        found = (pair for part in self._outline.parts for name in attributes for pair in self._numbered(part, name))
        return (fact for _, fact in sorted(found, key=_number))

    def by_attribute(self) -> Mapping[str, Sequence[Fact]]:
        """The facts on each attribute, looked up when they are asked for."""
        return {attribute: _Column(self, attribute, text) for attribute, text in self._table.items(_ATTRIBUTE)}

    def with_facts(self, facts: Iterable[Fact]) -> FactSet:
        """A fact set that knows these as well."""
        more = StoredFacts(self._table, self.attributes, self._outline, self._upto, (*self._extra, *facts))
        object.__setattr__(more, "entities", self.entities)
        object.__setattr__(more, "_known", self._known)
        return more


class StoredEntities(Mapping[str, Entity]):
    """Entities by id, read when they are asked for."""

    def __init__(self, table: Table, number: int) -> None:
        self._table = table
        self._number = number
        self._known: dict[str, Entity | None] = {}

    def __getitem__(self, id_: str) -> Entity:
        if id_ not in self._known:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            self._known[id_] = self._read(id_)
        found = self._known[id_]
        if found is None:
            raise KeyError(id_)
        return found

    def _read(self, id_: str) -> Entity | None:
        from claims.compiled.codec import Unpacker

        text = self._table.get(_ENTITY, id_)
        return Unpacker([]).unpack(from_json(text)) if text is not None else None

    def __iter__(self) -> Iterator[str]:
        return self._table.keys(_ENTITY)

    def __len__(self) -> int:
        return self._number


class _Column(Sequence[Fact]):
    """The facts on one attribute. Of one that too many have, only their number is known."""

    def __init__(self, facts: StoredFacts, attribute: str, text: str) -> None:
        self._facts = facts
        self._attribute = attribute
        self._number, self._who = from_json(text)

    def __len__(self) -> int:
        return int(self._number)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - one fact, or several
        return tuple(self)[index]

    def __iter__(self) -> Iterator[Fact]:
        return (fact for who in self._who for fact in self._facts.of(who, self._attribute))


def _number(pair: tuple[int, Fact]) -> int:
    return pair[0]


def open_large(name: str, data: Sequence[Plain]) -> tuple[FactSet, FactSet, tuple[Plain, ...]]:
    """The stated facts, all facts, and the rest, of an entry whose facts are in a table. ``LookupError`` without it."""
    from claims.compiled.codec import Unpacker
    from claims.files.tables import open_table

    mark, (entities, number, parts, languages), stated, attributes, *rest = data
    table = open_table(name, mark)
    if table is None:
        raise LookupError(name)
    said = Outline(entities, number, tuple(parts), frozenset(languages))
    known = Unpacker([]).unpack(attributes)
    facts = StoredFacts(table, known, said, number)
    first = facts if stated == number else StoredFacts(table, known, said, stated)
    return first, facts, tuple(rest)


def keep_large(name: str, facts: FactSet, stated: int) -> list[Plain] | None:
    """Keep facts in a table; what its entry says of them, ``None`` where there is no room for it."""
    from claims.compiled.codec import Packer
    from claims.files.tables import keep_table

    mark = keep_table(name, rows(facts))
    said = outline(facts)
    whole = [said.entities, said.facts, list(said.parts), sorted(said.languages)]
    return [mark, whole, stated, Packer().pack(facts.attributes)] if mark else None


def open_names(name: str, mark: str) -> NamesByWord:
    """The index of names in a table. ``LookupError`` without it."""
    from claims.files.tables import open_table

    table = open_table(name, mark)
    if table is None:
        raise LookupError(name)
    known: dict[str, list[Listed]] = {}

    def look_up(word: str) -> list[Listed]:
        found = known.get(word)
        if found is None:
            if len(known) > MOST_REMEMBERED:
                known.clear()
            text = table.get(_NAME, word)
            listed = from_json(text) if text else ()
            found = known[word] = [(offset, name, _alias(*alias)) for offset, name, *alias in listed]
        return found

    return NamesByWord(look_up)


def keep_names(name: str, index: NameIndex) -> str | None:
    """Keep an index of names in a table; its mark."""
    from claims.files.tables import keep_table

    return keep_table(name, ((_NAME, word, _listed(names)) for word, names in by_rarest_word(index.aliases)))


def _listed(names: list[Listed]) -> str:
    rows = [[offset, name, alias.case.value, alias.full, alias.short, alias.text] for offset, name, alias in names]
    return to_json(rows).decode()


def _alias(case: int, full: list[str], short: list[str], text: str | None) -> Alias:
    return Alias(Case(case), tuple(full), tuple(short), text)
