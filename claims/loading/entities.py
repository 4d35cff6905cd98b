"""Entities from facts files and rules files: read as drafts, joined by id over all files, then settled.

A draft keeps what it says of other entities (``of``, ``part_of``) as written, since they may be in a file that
is read later; :func:`settle` finds them once all are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.dataclasses import dataclass, replace
from claims.loading.fields import Fields, items_of, text_of
from claims.loading.mistakes import MisreadError, Mistakes
from claims.loading.names import EntityNames
from claims.loading.spelling import SlipIndex, quoted
from claims.loading.yaml_tree import Node, ScalarNode
from claims.model.entity import Entity, Names
from claims.model.place import Place

ENTITY_KEYS = ("type", "names", "short", "demonyms", "of", "part_of")
_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Draft:
    """What one file says of an entity. ``of`` and ``part_of`` are still names, at their places."""

    entity: Entity
    mistakes: Mistakes
    key: ScalarNode
    of: Node | None = None
    part_of: tuple[Node, ...] = ()


def draft_entity(key: ScalarNode, fields: Fields) -> Draft:
    """Read the head of an entity. One without names is named by its id."""
    mistakes = fields.mistakes
    place = Place(mistakes.path, key.line, key.column)
    names = fields.by_language("names")
    entity = Entity(
        key.text, fields.text("type"), names, fields.by_language("short"), fields.by_language("demonyms"), place=place
    )
    return Draft(entity, mistakes, key, fields.node("of"), tuple(items_of(fields.node("part_of"))))


def join(drafts: Iterable[Draft]) -> dict[str, Entity]:
    """One entity an id, with the names that any file gives it. Two types are a mistake."""
    found: dict[str, Entity] = {}
    for draft in drafts:
        known = found.get(draft.entity.id)
        found[draft.entity.id] = draft.entity if known is None else _joined(known, draft)
    return found


def _joined(known: Entity, draft: Draft) -> Entity:
    new = draft.entity
    if known.type and new.type and known.type != new.type:
        message = f"{quoted(new.id)} has type {quoted(new.type)} here and {quoted(known.type)} in {known.place}"
        draft.mistakes.add(draft.key, message, "give it one type")
    return replace(
        known,
        type=known.type or new.type,
        names=_union(known.names, new.names),
        short=_union(known.short, new.short),
        demonyms=_union(known.demonyms, new.demonyms),
    )


def _union(one: Names, other: Names) -> Names:
    both = {language: (*one.get(language, ()), *other.get(language, ())) for language in (*one, *other)}
    return {language: tuple(dict.fromkeys(names)) for language, names in both.items()}


def name_by_id(entities: dict[str, Entity]) -> None:
    """Give every entity without a name its id for one, words parted."""
    for entity in entities.values():
        if not any(entity.names.values()):
            entities[entity.id] = replace(entity, names={"": (entity.id,)})


def settle(entities: dict[str, Entity], drafts: Iterable[Draft], names: EntityNames) -> None:
    """Find the entities that others are ``of`` and ``part_of``."""
    for draft in drafts:
        of = _find(draft.of, draft.mistakes, names, "`of`")
        parts = tuple(_find(node, draft.mistakes, names, "`part_of`") for node in draft.part_of)
        entity = entities[draft.entity.id]
        part_of = tuple(dict.fromkeys((*entity.part_of, *(part for part in parts if part))))
        if of or part_of != entity.part_of:
            entities[entity.id] = replace(entity, of=entity.of or of, part_of=part_of)


def _find(node: Node | None, mistakes: Mistakes, names: EntityNames, what: str) -> str | None:
    text = text_of(node, mistakes, what)
    if node is None or text is None:
        return None
    try:
        return names.require(text)
    except MisreadError as error:
        mistakes.add_misread(node, error)
        return None


def check_aliases(drafts: Iterable[Draft], facts: Mapping[str, Entity]) -> None:
    """Note rules that speak of an entity which no facts file has, but for one letter or so."""
    slips = SlipIndex(facts)
    for draft in drafts:
        meant = slips.find(draft.entity.id, _ALIKE) if draft.entity.id not in facts else None
        if meant is not None:
            draft.mistakes.add(draft.key, f"unknown entity {quoted(draft.entity.id)}", f"did you mean {quoted(meant)}?")
