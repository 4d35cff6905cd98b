"""Whom a value is said of.

In this order: what the frame itself names; the relative pronoun's antecedent; the subject of the clause; the
name that the phrase stands beside ("NATO, founded in 1949"); the subject of the sentence, names governed by a
preposition last; after a fronted phrase, the name to the right; then the entity in focus, the topic of the
section, and what the document is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.dataclasses import dataclass, replace
from claims.model.verdict import Confidence
from claims.reading.binding.references import candidate, is_definite, is_governed, refer
from claims.reading.binding.scope import Scope
from claims.reading.binding.subject import NOBODY, Subject
from claims.reading.items import Item, ItemKind
from claims.reading.wording.begins import CLASS_NOUN, POSSESSIVE, PRONOUN
from claims.reading.wording.search import FrameMatch

COMMAS = ",():—–"
_REFERRING = CLASS_NOUN | PRONOUN | POSSESSIVE
REACH = 60
"""How many items away from its frame a subject is looked for."""


def find_subject(scope: Scope, match: FrameMatch, attribute: str) -> Subject | None:
    """The subject of a frame match for one attribute, or ``None`` where nobody fits."""
    if match.entity >= 0:
        return refer(scope, match.entity, attribute, "named in the frame", through=True)
    found = _to_the_left(scope, match, attribute)
    if found is NOBODY:
        return None
    return found or _to_the_right(scope, match, attribute) or _around(scope, match, attribute)


@dataclass(frozen=True, slots=True)
class _Left:
    """A candidate to the left, item ``i``: how many commas lie between, and whether it hangs on a preposition."""

    subject: Subject
    i: int
    commas: int
    governed: bool


def _to_the_left(scope: Scope, match: FrameMatch, attribute: str) -> Subject | None:
    if _stranger_beside(scope, match.first):
        return NOBODY
    found: list[_Left] = []
    relative = _is_relative(scope, match.first - 1)
    for left in _candidates(scope, match, attribute):
        if not found and _tails_a_stranger(scope, left.i):
            return NOBODY
        if relative:
            return _found(left, "antecedent of the relative clause")
        if not left.commas and not left.governed:
            return NOBODY if _is_joint(scope, left.i, attribute) else _found(left, "subject of the clause")
        found.append(left)
    if not found:
        return NOBODY if _another_beside(scope, match.first) else None
    beside = (left for left in found if _beside(scope, left.i, match.first))
    subject = (left for left in reversed(found) if not left.governed)
    named = (left for left in found if not (left.governed and _is_owner(scope, left.i)))
    ways = ((beside, "the phrase stands beside it"), (subject, "subject of the sentence"))
    for choice, how in (*ways, (named, "named before in the sentence")):
        if (chosen := next(choice, None)) is not None:
            return _found(chosen, how)
    return None


def _found(left: _Left, how: str) -> Subject:
    subject = left.subject
    return subject if subject.how else Subject(subject.entities, subject.item, how, subject.confidence)


def _candidates(scope: Scope, match: FrameMatch, attribute: str) -> Iterator[_Left]:
    """Whom the attribute may be said of, nearest first."""
    commas = 0
    for i in range(match.first - 1, max(scope.sentence.first, match.first - REACH) - 1, -1):
        item = scope.items[i]
        commas += item.kind == ItemKind.MARK and item.text in COMMAS
        refers = item.kind == ItemKind.NAME or scope.begins[i - scope.sentence.first] & _REFERRING
        subject = candidate(scope, i, attribute, match) if refers else None
        if subject is not None:
            yield _Left(subject, i, commas, is_governed(scope, i))


def _is_owner(scope: Scope, i: int) -> bool:
    """Whether a name hangs on the noun before it: "le fils d'Ann Lee est né..." speaks of the son."""
    items, lexicon, j = scope.items, scope.lexicon, i - 1
    while j > scope.sentence.first and items[j].text in lexicon.articles and items[j].text not in lexicon.genitives:
        j -= 1
    while j - 1 > scope.sentence.first and items[j - 1].text in lexicon.genitives:
        j -= 1
    before = items[j - 1] if j > scope.sentence.first else None
    owned = before is not None and before.kind == ItemKind.WORD and before.text not in lexicon.small
    counted = j - 2 >= scope.sentence.first and items[j - 2].kind == ItemKind.VALUE
    if owned and before is not None and before.text in lexicon.noun_words and not counted:
        return False  # "the capital of Norland is old and..." still speaks of Norland, "three members of it are" do not
    return items[j].text in lexicon.genitives and owned


def _beside(scope: Scope, i: int, first: int) -> bool:
    """Whether nothing but a comma (and small words) parts a name from the phrase, and it is no list of names."""
    between, lexicon = scope.items[i + 1 : first], scope.lexicon
    if not between or between[0].text not in COMMAS or _listed(scope, i) or _in_an_aside(scope, i):
        return False
    return all(item.text in lexicon.small and item.text not in lexicon.joiners for item in between[1:])


def _in_an_aside(scope: Scope, i: int) -> bool:
    """Whether a name stands inside an aside, whose comma after it closes: "Norville, the capital of Norland, has"."""
    items, start = scope.items, max(scope.sentence.first, i - REACH)
    comma = next(
        (j for j in range(i - 1, start - 1, -1) if items[j].text in COMMAS and items[j].kind == ItemKind.MARK), -1
    )
    if comma < 0 or not any(item.kind == ItemKind.NAME for item in items[start:comma]):
        return False
    return any(item.kind == ItemKind.WORD and item.text not in scope.lexicon.small for item in items[comma + 1 : i])


def _listed(scope: Scope, i: int) -> bool:
    """Whether a name is the last of several: "Norland and Sudland"."""
    while i > scope.sentence.first and scope.items[i - 1].text in scope.lexicon.articles:
        i -= 1
    return i > scope.sentence.first and scope.items[i - 1].text in scope.lexicon.joiners


def _stranger_beside(scope: Scope, first: int) -> bool:
    """Whether the phrase stands beside a name that nobody knows: "the Other League (OL), which has..."."""
    items, lexicon, start = scope.items, scope.lexicon, scope.sentence.first
    i = first - 1
    while i > start and (items[i].text in COMMAS or items[i].text in lexicon.relatives):
        i -= 1
    if i <= start or i == first - 1 or not _is_strange(items[i]):
        return False
    relative = any(item.text in lexicon.relatives for item in items[i:first])
    while i > start and _is_strange(items[i - 1]):
        i -= 1
    if i > start and items[i - 1].kind is ItemKind.VALUE:
        return False  # "12 Etats" are no name
    return relative or not is_governed(scope, i)


def _tails_a_stranger(scope: Scope, i: int) -> bool:
    """Whether a name tells where somebody unknown is: Norland, in "Alder, Birch, Norland, has 300 inhabitants"."""
    items, start = scope.items, scope.sentence.first
    if i - 4 < start or i + 1 >= scope.sentence.last or items[i + 1].text != ",":
        return False
    chain = [items[j] for j in range(i - 4, i)]
    return [item.text for item in chain[1::2]] == [",", ","] and all(_is_strange(item) for item in chain[::2])


def _is_joint(scope: Scope, i: int, attribute: str) -> bool:
    """Whether a count is of several together: "Norland and Sudland have 23 members in common"."""
    if not scope.counts(attribute) or not _listed(scope, i):
        return False
    j = i - 1
    while j > scope.sentence.first and scope.items[j].text != "," and scope.joins(j):
        j -= 1
    return scope.items[j].kind == ItemKind.NAME


def _another_beside(scope: Scope, first: int) -> bool:
    """Whether the phrase follows, after a comma, a name or noun of which the attribute cannot be said."""
    items, start = scope.items, scope.sentence.first
    if first - 2 < start or items[first - 1].text != ",":
        return False
    before = items[first - 2]
    described = before.text in scope.lexicon.class_nouns and is_definite(scope, first - 2)
    return (
        (before.kind is ItemKind.NAME or described)
        and not _listed(scope, first - 2)
        and not is_governed(scope, first - 2)
    )


def _is_strange(item: Item) -> bool:
    return item.kind is ItemKind.WORD and item.upper


def _is_relative(scope: Scope, i: int) -> bool:
    items, lexicon = scope.items, scope.lexicon
    while i > scope.sentence.first and items[i].kind is ItemKind.WORD and items[i].text in lexicon.small:
        if items[i].text in lexicon.relatives:
            return True
        i -= 1
    return False


def _to_the_right(scope: Scope, match: FrameMatch, attribute: str) -> Subject | None:
    """A fronted phrase speaks of the subject that follows: "Founded in 1949, NATO..."."""
    for i in range(match.last, min(scope.sentence.last, match.last + REACH)):
        item = scope.items[i]
        if item.kind is ItemKind.MARK and item.text in ":.":
            return None
        subject = candidate(scope, i, attribute, match)
        if subject is not None:
            return replace(subject, how="the phrase stands before its subject")
    return None


def _around(scope: Scope, match: FrameMatch, attribute: str) -> Subject | None:
    def suits(entity: str) -> int:
        return scope.suits(entity, attribute)

    events = tuple(event for event in scope.events if suits(event))
    if events:
        return Subject(events, -1, "the event that the text describes", Confidence.HIGH)
    entities, alone = scope.focus.recent(suits)
    if entities:
        confidence = Confidence.MEDIUM if len(entities) == 1 and alone else Confidence.LOW
        definite = is_definite(scope, match.first)
        return Subject(entities, -1, "spoken of just before", confidence if definite else Confidence.LOW)
    known = ((scope.focus.topics, "topic of the section"), (scope.document.about, "what the document is about"))
    for topics, how in known:
        entities = tuple(entity for entity in topics if suits(entity))
        if entities:
            return Subject(entities, -1, how, Confidence.MEDIUM)
    return None
