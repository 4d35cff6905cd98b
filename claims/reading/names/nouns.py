"""Common nouns that name somebody: "the coalition", "the Alliance".

Two ways: where an entity is called by the noun itself, also without a capital; and where a document names just
one entity whose longer name holds the noun, with one ("the Union" in a text on the European Union).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from claims.languages.words import words
from claims.model.factset import FactSet
from claims.model.mention import Mention, MentionKind
from claims.model.values import Text
from claims.reading.items import Item, ItemKind

Owners = Callable[[Item], Collection[str]]
"""The entities that a noun with "the" before it may name."""


def nouns_in_names(facts: FactSet, nouns: Collection[str], language: str) -> Mapping[str, frozenset[str]]:
    """For each of the nouns, the entities one of whose names of several words holds it."""
    found: dict[str, set[str]] = {}
    for entity in facts.entities.values():
        for name in entity.all_names(language):
            parts = words(name)
            for word in parts if len(parts) > 1 else ():
                if word in nouns:
                    found.setdefault(word, set()).add(entity.id)
    return {noun: frozenset(owners) for noun, owners in found.items()}


def definite_nouns(items: Sequence[Item], nouns: Collection[str], definites: Collection[str]) -> list[int]:
    """The places of those of the nouns that have "the" before them."""
    return [i for i, item in enumerate(items) if item.text in nouns and i and items[i - 1].text in definites]


def name_nouns(items: tuple[Item, ...], places: Iterable[int], text: str, owners: Owners) -> tuple[Item, ...]:
    """Make names of the nouns at some places that have one owner; the same items where none has."""
    meant = {i: tuple(owners(items[i])) for i in places if items[i].kind == ItemKind.WORD}
    named = {i: _as_name(items[i], text, entities) for i, entities in meant.items() if len(entities) == 1}
    return tuple(named.get(i, item) for i, item in enumerate(items)) if named else items


def _as_name(item: Item, text: str, entities: tuple[str, ...]) -> Item:
    value = Text(text[item.start : item.end])
    mention = Mention(MentionKind.ENTITY, item.start, item.end, value, entities=entities)
    return Item(ItemKind.NAME, item.start, item.end, item.text, item.upper, mention)
