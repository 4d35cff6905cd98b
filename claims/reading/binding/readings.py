"""The ways to read a sentence's values, and the one that explains most for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TypeAlias

from claims.dataclasses import dataclass, replace
from claims.model.attribute import Cardinality
from claims.model.mention import MentionKind
from claims.model.values import NAME_TYPES, EntityRef, ValueType
from claims.model.verdict import Confidence
from claims.reading.binding.references import is_definite, is_owner
from claims.reading.binding.scope import Scope
from claims.reading.binding.subject import Subject
from claims.reading.binding.subjects import find_subject
from claims.reading.binding.vetoes import EXCLUDED, veto
from claims.reading.binding.years import year_of
from claims.reading.wording.search import FrameMatch


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a value: as this attribute of this subject; ``vetoed`` says why it asserts nothing.

    ``known``: a claim on it can be decided.
    """

    match: FrameMatch
    attribute: str
    subject: Subject | None
    vetoed: str | None
    known: bool


def all_readings(scope: Scope, matches: Sequence[FrameMatch]) -> Iterator[Reading]:
    """What the matches may mean, those that explain most words first.

    A value of which a reading is settled (something is known of it) needs none that explains less.
    """
    known: _Subjects = {}
    settled: dict[tuple[int, int], int] = {}
    weighed = [(_explained(match), match) for match in matches]
    for weight, match in sorted(weighed, key=itemgetter(0), reverse=True):
        items = value_items(match)
        if settled.get(items, -1) > weight:
            continue
        for reading in _readings(scope, match, known):
            yield reading
            if reading.known and reading.vetoed != EXCLUDED:
                settled.setdefault(items, weight)


def _explained(match: FrameMatch) -> int:
    """How many words a match explains; an attribute's own frame and a named subject count double."""
    return match.end.weight + 2 * (match.end.attribute is not None) + 2 * (match.entity >= 0)


_Subjects: TypeAlias = "dict[tuple[int, int, int, str], Subject | None]"
"""Subjects found in a sentence, by where the frame stands, its {entity} and the attribute."""


def _readings(scope: Scope, match: FrameMatch, known: _Subjects) -> Iterator[Reading]:
    if match.end.subject and match.filled.gaps and _is_noun(scope, match.first):
        return
    for attribute in match.attributes:
        if not _takes(scope, match, attribute):
            continue
        where = (match.first, match.last, match.entity, attribute)
        if where not in known:
            known[where] = find_subject(scope, match, attribute)
        subject = _weighed(scope, match, known[where])
        if subject is not None and _says_itself(scope, match, attribute, subject):
            continue
        vetoed = veto(scope, match, attribute, subject.item if subject else -1)
        known_of = subject is not None and any(scope.knows(entity, attribute) for entity in subject.entities)
        yield Reading(match, attribute, subject, vetoed, known_of)


def _is_noun(scope: Scope, i: int) -> bool:
    """Whether what looks like a verb follows "a" or "un", and so may be none: "un groupe de 12 pays"."""
    return i > scope.sentence.first and scope.items[i - 1].text in scope.lexicon.indefinites


def _weighed(scope: Scope, match: FrameMatch, subject: Subject | None) -> Subject | None:
    """Without "the" or "its" a count need not be of all: "12 members of NATO" are some, after a verb it is unsure."""
    if subject is None or match.end.group != "definite" or is_definite(scope, match.first):
        return subject
    if match.entity >= 0 or subject.item >= match.last:
        return None
    clause = subject.item >= 0 and subject.how == "subject of the clause"
    return replace(subject, confidence=Confidence.MEDIUM if clause else Confidence.LOW)


def _says_itself(scope: Scope, match: FrameMatch, attribute: str, subject: Subject) -> bool:
    """Whether the name is the subject's own, or its parent's: a meeting of the League does not sit in the League."""
    return bool(match.names) and any(
        name.value in (EntityRef(entity), parent)
        for entity in subject.entities
        for parent in (_parent(scope, entity, attribute),)
        for name in match.names
    )


def _parent(scope: Scope, entity: str, attribute: str) -> EntityRef | None:
    """What an entity is ``of``, unless the facts have it as a value of the attribute."""
    known = scope.facts.entities.get(entity)
    parent = EntityRef(known.of) if known is not None and known.of is not None else None
    return None if any(fact.value == parent for fact in scope.facts.of(entity, attribute)) else parent


def _takes(scope: Scope, match: FrameMatch, attribute: str) -> bool:
    """Whether the value found is of a kind that the attribute takes."""
    types = scope.lexicon.types.get(attribute, frozenset())
    group = match.end.group
    if group and group not in scope.lexicon.groups.get(attribute, frozenset()):
        return False
    if match.value < 0:
        if match.names[-1].last == match.last and is_owner(scope, match.last):
            return False
        if ValueType.LIST not in types and not types & NAME_TYPES:
            return False
        return ValueType.LIST not in types or len(match.names) > 1 or bool(match.end.attribute)
    mention = scope.items[match.value].mention
    if mention is None:
        return False
    if mention.kind is MentionKind.NUMBER and ValueType.DATE in types and len(types) == 1:
        return year_of(mention) is not None
    return mention.kind in scope.lexicon.kinds.get(attribute, frozenset())


def choose(scope: Scope, readings: Sequence[Reading]) -> list[Reading]:
    """The best reading of every value, best first; a value, and a name, is said of one attribute only."""
    used: list[tuple[int, int]] = []
    chosen: list[Reading] = []
    ranked = sorted(readings, key=lambda r: _rank(scope, r), reverse=True) if len(readings) > 1 else readings
    for reading in ranked:
        first, last = value_items(reading.match)
        if any(first < end and start < last for start, end in used):
            continue
        if reading.subject is None or reading.vetoed == EXCLUDED or _is_said(reading, chosen):
            continue
        used.append((first, last))
        if reading.vetoed is None:
            chosen.append(reading)
    return sorted(chosen, key=lambda r: value_items(r.match))


def _is_said(reading: Reading, chosen: Sequence[Reading]) -> bool:
    """Whether the same words already gave the attribute a value: "born in Manchester, in the UK" is one claim."""
    start, attribute = reading.match.first, reading.attribute
    return any(other.match.first == start and other.attribute == attribute for other in chosen)


def _names_wanted(scope: Scope, reading: Reading) -> int:
    """How well the number of names fits: many, but "A and B" are not one value where "A, B" (a place) is."""
    declared, names = scope.facts.attributes.get(reading.attribute), reading.match.names
    one = declared is not None and declared.cardinality is Cardinality.ONE and declared.type is not ValueType.LIST
    if not one or len(names) < 2:
        return len(names)
    joined = scope.items[names[-1].first - 1].text in scope.lexicon.joiners
    return 2 - len(names) if joined else len(names)


def _fits_names(scope: Scope, reading: Reading) -> bool:
    """Whether names are of the kind that facts have there: in "Rome hosted the talks" Rome is the place, no host."""
    if not reading.match.names:
        return True
    kinds = scope.lexicon.named.get(reading.attribute, frozenset())
    known = (
        scope.facts.entities.get(name.value.id) for name in reading.match.names if isinstance(name.value, EntityRef)
    )
    return all(entity is None or entity.type in kinds for entity in known)


def _rank(scope: Scope, reading: Reading) -> tuple[int, ...]:
    match, subject = reading.match, reading.subject
    named = subject is not None and subject.item >= 0
    confident = _CONFIDENT[subject.confidence] if subject is not None else 0
    return (
        reading.known,
        _explained(match),
        _names_wanted(scope, reading),
        _fits_names(scope, reading),
        named,
        confident,
        -match.filled.gaps,
        -(match.last - match.first),
        -match.first,
    )


_CONFIDENT = {Confidence.HIGH: 2, Confidence.MEDIUM: 1, Confidence.LOW: 0}


def value_items(match: FrameMatch) -> tuple[int, int]:
    """The items of the value: from the first up to, not including, the last."""
    if match.value >= 0:
        return match.value, match.value + 1
    return match.names[0].first, match.names[-1].last
