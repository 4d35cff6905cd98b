"""Whether a name is that of the one that is known.

Case, accents, punctuation and honorifics aside, a name is the one known when it is any of its names, or the
initials of one (``exact``), or a part of one: a surname, the head of a long title (``coarser``). A name that says
more than the known one is ``finer_than_fact``, but for people, whose middle names come and go. A place is true of
the places that lie in it (``coarser``). Anything else is another one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from claims.judging.meeting import EXCLUDED, Meeting, Standard, supported, undecided
from claims.model.entity import Entity
from claims.model.values import EntityRef, Text, Written
from claims.model.verdict import Match, Reason

Named: TypeAlias = EntityRef | Text | Written
_Words = tuple[str, ...]

_FINER = undecided(Reason.FINER_THAN_FACT)
_DEEPEST = 32

_ENGLISH = {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "rev", "hon"}
_FRENCH = {"m", "mm", "mme", "mmes", "mlle", "mlles", "me", "pr", "docteur", "professeur", "monsieur", "madame"}
_OTHER = {"herr", "frau", "senor", "senora", "sr", "sra", "don", "dona"}
HONORIFICS = frozenset(_ENGLISH | _FRENCH | _OTHER)
PARTICLES = frozenset(
    {"a", "an", "and", "at", "of", "on", "the"}
    | {"de", "des", "du", "et", "l", "la", "le", "les"}
    | {"der", "di", "el", "in", "und", "van", "von", "y"}
)


def meet_names(said: Named, known: Named, standard: Standard) -> Meeting:
    """How a claim of a name or entity meets a known one. Operators make no difference to names."""
    if isinstance(said, EntityRef) and isinstance(known, EntityRef):
        return _meet_entities(said.id, known.id, standard.entities)
    ours, theirs = _names(said, standard.entities), _names(known, standard.entities)
    if _share_a_name(ours, theirs):
        return supported(Match.EXACT)
    if _any_part(ours, theirs) or _is_place_of(ours, known, standard.entities):
        return supported(Match.COARSER)
    if _is_person(said, known, standard.entities):
        return _meet_person(ours, theirs)
    if _any_part(theirs, ours):
        return _FINER
    return _FINER if _is_place_of(theirs, said, standard.entities) else EXCLUDED


def _meet_person(ours: frozenset[_Words], theirs: frozenset[_Words]) -> Meeting:
    """Somebody said with more names than are known: a surname alone tells nobody apart who has a first name."""
    full = [name for name in theirs if len(name) > 1]
    if _any_part(full, ours):
        return supported(Match.EXACT)
    return _FINER if not full and _any_part(theirs, ours) else EXCLUDED


def words(name: str) -> _Words:
    """A name's words, folded: no case, accents, punctuation, honorifics or leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    found = "".join(c if c.isalnum() else " " for c in plain.replace("œ", "oe").replace("æ", "ae")).split()
    kept = [word for word in found if word not in HONORIFICS] or found or [plain.strip()]
    while len(kept) > 1 and kept[0] in PARTICLES:
        kept = kept[1:]
    return tuple(kept)


def lies_in(entity: str, place: str, entities: Mapping[str, Entity]) -> bool:
    """Whether a place is part of another, near or far."""
    return place in _places_of(entity, entities)


def _meet_entities(said: str, known: str, entities: Mapping[str, Entity]) -> Meeting:
    if said == known:
        return supported(Match.EXACT)
    if lies_in(known, said, entities):
        return supported(Match.COARSER)
    return _FINER if lies_in(said, known, entities) else EXCLUDED


def _names(value: Named, entities: Mapping[str, Entity]) -> frozenset[_Words]:
    if not isinstance(value, EntityRef):
        return frozenset({words(value.text)})
    entity = entities.get(value.id)
    return frozenset({words(value.id)}) if entity is None else frozenset(_names_of(entity))


def _names_of(entity: Entity) -> Iterator[_Words]:
    yield from (words(name) for name in entity.all_names() or (entity.id,))
    for names in (entity.short, entity.demonyms):
        yield from (words(name) for group in names.values() for name in group)


def _share_a_name(ours: frozenset[_Words], theirs: frozenset[_Words]) -> bool:
    return not ours.isdisjoint(theirs) or _any_initials(ours, theirs) or _any_initials(theirs, ours)


def _any_initials(ours: Iterable[_Words], theirs: Iterable[_Words]) -> bool:
    short = {name for words in ours if 1 < len(name := "".join(words)) <= 6}
    return any("".join(word[:1] for word in name if word not in PARTICLES) in short for name in theirs if len(name) > 1)


def _any_part(parts: Iterable[_Words], wholes: Iterable[_Words]) -> bool:
    return any(_is_part(part, whole) for part in parts for whole in wholes)


def _is_part(part: _Words, whole: _Words) -> bool:
    """Whether the words of ``part`` stand in ``whole`` in this order, initials for words allowed."""
    if not any(len(word) > 1 and word not in PARTICLES for word in part):
        return False
    rest = iter(whole)
    return all(any(word == other or (len(word) == 1 and other[0] == word) for other in rest) for word in part)


def _is_person(said: Named, known: Named, entities: Mapping[str, Entity]) -> bool:
    refs = (value.id for value in (said, known) if isinstance(value, EntityRef))
    return any(entity.type == "person" for ref in refs if (entity := entities.get(ref)))


def _is_place_of(names: frozenset[_Words], value: Named, entities: Mapping[str, Entity]) -> bool:
    """Whether one of the names is that of a place which ``value`` lies in."""
    if not isinstance(value, EntityRef):
        return False
    places = (entities[place] for place in _places_of(value.id, entities) if place in entities)
    return any(name in names for place in places for name in _names_of(place))


def _places_of(entity: str, entities: Mapping[str, Entity]) -> frozenset[str]:
    seen: set[str] = set()
    level = {entity}
    for _ in range(_DEEPEST):
        level = {p for e in level if e in entities for p in entities[e].part_of} - seen
        if not level:
            break
        seen |= level
    return frozenset(seen)
