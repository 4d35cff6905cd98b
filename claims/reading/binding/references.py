"""What an item refers to: a name, a pronoun, or a noun that stands for an entity ("the bloc")."""

from __future__ import annotations

from claims.model.verdict import Confidence
from claims.reading.binding.scope import Scope
from claims.reading.binding.subject import Subject
from claims.reading.items import ItemKind
from claims.reading.phrases import phrase_at
from claims.reading.wording.search import FrameMatch

MAX_ADJECTIVES = 3
"""How many words may stand between the article and a noun that opens a sentence."""
REACH = 12
"""How many items the name that a noun presents may stand away from it."""


def refer(scope: Scope, i: int, attribute: str, how: str, *, through: bool = False) -> Subject | None:
    """What item ``i`` means as the subject of an attribute; ``None`` where that cannot be.

    With ``through``, an entity may stand for the event in focus that belongs to it: "the tenth anniversary of
    the Coalition".
    """
    item = scope.items[i]
    if item.kind is ItemKind.NAME and item.mention is not None:
        return _named(scope, i, attribute, how, through=through)
    if item.kind is not ItemKind.WORD:
        return None
    kind = scope.lexicon.class_nouns.get(item.text)
    return _described(scope, i, kind, attribute) if kind is not None else _pronoun(scope, i, attribute)


def candidate(scope: Scope, i: int, attribute: str, match: FrameMatch) -> Subject | None:
    """What item ``i`` of the sentence means as a subject; how it was found is left open where it is a name."""
    item, lexicon = scope.items[i], scope.lexicon
    if item.kind is ItemKind.NAME:
        return None if _owns_another(scope, i, match) else refer(scope, i, attribute, "")
    if item.kind is not ItemKind.WORD:
        return None
    if item.text in lexicon.class_nouns:
        return refer(scope, i, attribute, "") if is_definite(scope, i) else None
    if item.text in lexicon.possessives:
        return _pronoun(scope, i, attribute) if i == match.first - 1 else None
    if phrase_at(lexicon.pronouns, scope.items, i, scope.sentence.last):
        return _pronoun(scope, i, attribute)
    return None


def is_owner(scope: Scope, after: int) -> bool:
    """Whether a name that ends before item ``after`` owns what follows: "Norland's"."""
    items = scope.items
    if not scope.sentence.first < after < scope.sentence.last - 1:
        return False
    touches = items[after].start - items[after - 1].end <= 1
    return touches and items[after].text in scope.lexicon.genitive_endings


def _owns_another(scope: Scope, i: int, match: FrameMatch) -> bool:
    """Whether a name only owns what the clause speaks of: "Ann Lee's son was born in 1999"."""
    if i + 2 >= match.first or not is_owner(scope, i + 1):
        return False
    owned, lexicon = scope.items[i + 2], scope.lexicon
    return owned.kind is ItemKind.WORD and owned.text not in lexicon.nouns.next and owned.text not in lexicon.small


def is_definite(scope: Scope, i: int) -> bool:
    """Whether "the", "this" or "its" stands before item ``i``."""
    if i <= scope.sentence.first:
        return False
    before, lexicon = scope.items[i - 1], scope.lexicon
    return before.kind is ItemKind.WORD and before.text in lexicon.definites


def is_governed(scope: Scope, i: int) -> bool:
    """Whether item ``i`` hangs on a preposition, and so is hardly the subject."""
    lexicon = scope.lexicon
    for j in range(i - 1, scope.sentence.first - 1, -1):
        item = scope.items[j]
        if item.kind is not ItemKind.WORD:
            return False
        if item.text in lexicon.prepositions:
            return True
        if item.text not in lexicon.determiners:
            return False
    return False


def _named(scope: Scope, i: int, attribute: str, how: str, *, through: bool) -> Subject | None:
    mention = scope.items[i].mention
    entities = mention.entities if mention is not None else ()
    admitted = scope.admissible(entities, attribute)
    if admitted or not through:
        return Subject(admitted, i, how, Confidence.HIGH) if admitted else None
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
    if _is_named(scope, i + 1):
        return _named(scope, i + 1, attribute, "named after its noun", through=False)
    if not is_definite(scope, i):
        return _predicated(scope, i, attribute) or _presented(scope, i, attribute)
    entities, alone = scope.focus.recent(suits, far=True)
    return _stands_for(scope, i, entities, sure=alone)


def _predicated(scope: Scope, i: int, attribute: str) -> Subject | None:
    """Of whom a noun is said: NATO, in "NATO is described as a group of..." and "NATO, an old alliance of..."."""
    items, first = scope.items, max(scope.sentence.first, i - 12)
    copula = False
    for j in range(i - 1, first - 1, -1):
        item = items[j]
        if item.kind is ItemKind.MARK:
            apposed = item.text == "," and not copula and j > first and items[j - 1].kind is ItemKind.NAME
            if not apposed or is_governed(scope, j - 1):
                return None
            return _named(scope, j - 1, attribute, "said of it beside its name", through=False)
        if item.text in scope.lexicon.prepositions:
            return None
        copula = copula or item.text in scope.lexicon.copulas
        if item.kind is ItemKind.NAME and not is_governed(scope, j):
            return _named(scope, j, attribute, "said of it with 'is a'", through=False) if copula else None
    return None


def _presented(scope: Scope, i: int, attribute: str) -> Subject | None:
    """Whom a noun that opens the sentence presents: NATO, in "An alliance of 32 countries, NATO was founded..."."""
    items, sentence, small = scope.items, scope.sentence, scope.lexicon.small
    if any(item.text not in small for item in items[sentence.first : max(sentence.first, i - MAX_ADJECTIVES)]):
        return None
    for j in range(i + 1, min(sentence.last - 1, i + REACH)):
        item = items[j]
        if item.kind is ItemKind.NAME or item.text in scope.lexicon.copulas:
            return None
        if item.kind is ItemKind.MARK:
            named = j + 1 + (items[j + 1].text in scope.lexicon.articles)
            apposed = item.text == "," and _is_named(scope, named)
            return _named(scope, named, attribute, "said of the name that follows", through=False) if apposed else None
    return None


def _is_named(scope: Scope, i: int) -> bool:
    """Whether item ``i`` of the sentence is a name of something known."""
    return i < scope.sentence.last and scope.items[i].kind is ItemKind.NAME


def _pronoun(scope: Scope, i: int, attribute: str) -> Subject | None:
    def suits(entity: str) -> int:
        return scope.suits(entity, attribute)

    latter = phrase_at(scope.lexicon.latter, scope.items, i, scope.sentence.last)
    entities, alone = scope.focus.last(suits) if latter else scope.focus.recent(suits)
    return _stands_for(scope, i, entities, sure=alone or len(entities) == 1)


def _stands_for(scope: Scope, i: int, entities: tuple[str, ...], *, sure: bool) -> Subject | None:
    if not entities:
        return None
    how = f"'{scope.items[i].text}' stands for it"
    return Subject(entities, i, how, Confidence.HIGH if sure else Confidence.MEDIUM)
