"""Whom a value is said of.

In this order: what the frame itself names; the relative pronoun's antecedent; the nearest name or pronoun to
the left that the attribute can be said of, names governed by a preposition last; after a fronted participle,
the name to the right; then the entity in focus, the topic of the section, and what the document is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.model.verdict import Confidence
from claims.reading.binding.scope import Scope
from claims.reading.items import ItemKind
from claims.reading.phrases import phrase_at
from claims.reading.wording.search import FrameMatch


@dataclass(frozen=True, slots=True)
class Subject:
    """The entities a value may be said of (more than one: ambiguous), where they stand, and how that was found."""

    entities: tuple[str, ...]
    item: int
    how: str
    confidence: Confidence


def find_subject(scope: Scope, match: FrameMatch, attribute: str) -> Subject | None:
    """The subject of a frame match for one attribute, or ``None`` where nobody fits."""
    if match.entity >= 0:
        return _refer(scope, match.entity, attribute, "named in the frame")
    return _to_the_left(scope, match, attribute) or _to_the_right(scope, match, attribute) or _around(scope, attribute)


def _refer(scope: Scope, i: int, attribute: str, how: str) -> Subject | None:
    """What the item means, if it is a name, a pronoun or a noun that stands for an entity."""
    item = scope.items[i]
    if item.kind is ItemKind.NAME and item.mention is not None:
        return _named(scope, i, item.mention.entities, attribute, how)
    if item.kind is not ItemKind.WORD:
        return None
    kind = scope.lexicon.class_nouns.get(item.text)
    if kind is not None:
        return _described(scope, i, kind, attribute)
    return _pronoun(scope, i, attribute)


def _named(scope: Scope, i: int, entities: tuple[str, ...], attribute: str, how: str) -> Subject | None:
    admitted = scope.admissible(entities, attribute)
    if admitted:
        return Subject(admitted, i, how, Confidence.HIGH)
    related = tuple(child for entity in entities for child in scope.children.get(entity, ()) if child in scope.events)
    admitted = scope.admissible(related, attribute)
    return Subject(admitted, i, f"{how}, through what belongs to it", Confidence.HIGH) if admitted else None


def _described(scope: Scope, i: int, kind: str, attribute: str) -> Subject | None:
    """An entity of that type, in focus ("the bloc"), or the event the sentence describes ("cette réunion")."""

    def suits(entity: str) -> int:
        known = scope.facts.entities.get(entity)
        return scope.suits(entity, attribute) if known is not None and known.type in (kind, None) else 0

    events = tuple(event for event in scope.events if suits(event))
    if events:
        return Subject(events, i, "described by its noun, place, date or people", Confidence.HIGH)
    if not _definite(scope, i):
        return None
    entities, alone = scope.focus.recent(suits, far=True)
    if not entities:
        return None
    confidence = Confidence.HIGH if alone else Confidence.MEDIUM
    return Subject(entities, i, f"'{scope.items[i].text}' stands for it", confidence)


def _definite(scope: Scope, i: int) -> bool:
    before = scope.items[i - 1] if i > scope.sentence.first else None
    if before is None:
        return True
    lexicon = scope.lexicon
    return (
        before.kind is ItemKind.WORD and before.text in lexicon.articles | lexicon.demonstratives | lexicon.possessives
    )


def _pronoun(scope: Scope, i: int, attribute: str) -> Subject | None:
    entities, alone = scope.focus.recent(lambda entity: scope.suits(entity, attribute))
    if not entities:
        return None
    confidence = Confidence.HIGH if alone or len(entities) == 1 else Confidence.MEDIUM
    return Subject(entities, i, f"'{scope.items[i].text}' stands for it", confidence)


def _to_the_left(scope: Scope, match: FrameMatch, attribute: str) -> Subject | None:
    governed: Subject | None = None
    relative = _is_relative(scope, match.first - 1)
    crossed = 0
    for i in _leftward(scope, match.first):
        item = scope.items[i]
        crossed += item.kind is ItemKind.MARK and item.text in ",(:"
        subject = _candidate(scope, i, attribute, match)
        if subject is None:
            continue
        if not subject.entities:
            return None
        how = "subject of the clause" if not crossed else "subject, in an earlier part of the sentence"
        found = Subject(subject.entities, i, how if subject.how == "" else subject.how, subject.confidence)
        if relative or not is_governed(scope, i):
            return found
        governed = governed or found
    return governed


def _leftward(scope: Scope, start: int) -> Iterator[int]:
    for i in range(start - 1, scope.sentence.first - 1, -1):
        item = scope.items[i]
        if item.kind is ItemKind.MARK and item.text == ";":
            return
        yield i


def _candidate(scope: Scope, i: int, attribute: str, match: FrameMatch) -> Subject | None:
    item, lexicon = scope.items[i], scope.lexicon
    if item.kind is ItemKind.NAME:
        return _refer(scope, i, attribute, "")
    if item.kind is not ItemKind.WORD:
        return None
    if item.text in lexicon.class_nouns and _definite(scope, i):
        return _refer(scope, i, attribute, "")
    if item.text in lexicon.possessives:
        return _pronoun(scope, i, attribute) if i == match.first - 1 else None
    if phrase_at(lexicon.pronouns, scope.items, i, scope.sentence.last):
        return _pronoun(scope, i, attribute)
    return None


def _is_relative(scope: Scope, i: int) -> bool:
    while (
        i > scope.sentence.first and scope.items[i].text in scope.lexicon.small and scope.items[i].kind is ItemKind.WORD
    ):
        if scope.items[i].text in scope.lexicon.relatives:
            return True
        i -= 1
    return False


def is_governed(scope: Scope, i: int) -> bool:
    """Whether a name hangs on a preposition, and so is hardly the subject."""
    lexicon = scope.lexicon
    j = i - 1
    while j >= scope.sentence.first and scope.items[j].kind is ItemKind.WORD:
        text = scope.items[j].text
        if text in lexicon.prepositions:
            return True
        if text not in lexicon.articles | lexicon.demonstratives | lexicon.possessives:
            return False
        j -= 1
    return False


def _to_the_right(scope: Scope, match: FrameMatch, attribute: str) -> Subject | None:
    """A fronted phrase speaks of the subject that follows: "Founded in 1949, NATO..."."""
    for i in range(match.last, scope.sentence.last):
        item = scope.items[i]
        if item.kind is ItemKind.MARK and item.text in ";.:":
            return None
        subject = _candidate(scope, i, attribute, match)
        if subject is not None:
            return Subject(subject.entities, i, "the phrase stands before its subject", subject.confidence)
    return None


def _around(scope: Scope, attribute: str) -> Subject | None:
    def suits(entity: str) -> int:
        return scope.suits(entity, attribute)

    events = tuple(event for event in scope.events if suits(event))
    if events:
        return Subject(events, -1, "the event that the text describes", Confidence.HIGH)
    entities, alone = scope.focus.recent(suits)
    if entities:
        confidence = Confidence.MEDIUM if len(entities) == 1 and alone else Confidence.LOW
        return Subject(entities, -1, "spoken of just before", confidence)
    for topics, how in (
        (scope.focus.topics, "topic of the section"),
        (scope.document.about, "what the document is about"),
    ):
        entities = tuple(entity for entity in topics if suits(entity))
        if entities:
            return Subject(entities, -1, how, Confidence.MEDIUM)
    return None
