"""Common nouns that name somebody: "the coalition", "the Alliance".

Two ways: where an entity is called by the noun itself, also without a capital; and where a document names just
one entity whose longer name holds the noun, with one ("the Union" in a text on the European Union).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

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


def name_nouns(
    items: tuple[Item, ...], text: str, nouns: Collection[str], definites: Collection[str], owners: Owners
) -> tuple[Item, ...]:
    """Make names of the nouns with "the" before them that have one owner."""
    named: list[Item] = []
    for i, item in enumerate(items):
        may = i and item.kind is ItemKind.WORD and item.text in nouns and items[i - 1].text in definites
        meant = owners(item) if may else ()
        named.append(_as_name(item, text, tuple(meant)) if len(meant) == 1 else item)
    return tuple(named)


def _as_name(item: Item, text: str, entities: tuple[str, ...]) -> Item:
    value = Text(text[item.start : item.end])
    mention = Mention(MentionKind.ENTITY, item.start, item.end, value, entities=entities)
    return Item(ItemKind.NAME, item.start, item.end, item.text, item.upper, mention)
