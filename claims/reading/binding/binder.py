"""From the frames found in a sentence to its claims: for every value the reading that explains most."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from claims.languages.words import key
from claims.model.claim import Claim, ClaimItem
from claims.model.dates import PartialDate, Precision
from claims.model.mention import Mention, MentionKind
from claims.model.span import Span
from claims.model.values import EntityRef, ListOf, Number, Value, ValueType
from claims.model.verdict import Confidence, Operator, Reason
from claims.reading.binding.references import is_definite
from claims.reading.binding.scope import Scope
from claims.reading.binding.subject import Subject
from claims.reading.binding.subjects import find_subject
from claims.reading.binding.times import claim_time
from claims.reading.binding.vetoes import EXCLUDED, veto
from claims.reading.wording.profile import KINDS
from claims.reading.wording.search import FrameMatch, FrameSearch

FAR = 160
WEEK = datetime.timedelta(days=7)
EARLIEST, LATEST = 1000, 2200
"""The years that a bare number is taken for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a value: as this attribute of this subject; ``vetoed`` says why it asserts nothing."""

    match: FrameMatch
    attribute: str
    subject: Subject | None
    vetoed: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """The claims of a sentence, and for the items of values that made none the reason."""

    claims: tuple[Claim, ...]
    reasons: dict[int, str]


def read_sentence(scope: Scope) -> SentenceReading:
    """Bind the values of one sentence."""
    sentence = scope.sentence
    search = FrameSearch(scope.items, sentence.first, sentence.last, scope.text, scope.lexicon)
    readings = list(_all_readings(scope, sorted(search.matches(), key=_explained, reverse=True)))
    chosen = _choose(scope, readings)
    taken = frozenset(reading.match.value for reading in chosen if reading.match.value >= 0)
    claims = tuple(_claim(scope, reading, taken) for reading in chosen)
    reasons = {
        reading.match.value: reading.vetoed or "no_entity"
        for reading in readings
        if reading.match.value >= 0 and reading.match.value not in taken
    }
    return SentenceReading(claims, reasons)


def _all_readings(scope: Scope, matches: Sequence[FrameMatch]) -> Iterator[Reading]:
    """What the matches, those that explain most words first, may mean.

    A value of which a reading is settled (something is known of it) needs none that explains less.
    """
    known: _Subjects = {}
    settled: dict[tuple[int, int], int] = {}
    for match in matches:
        items, weight = _value_items(match), _explained(match)
        if settled.get(items, -1) > weight:
            continue
        for reading in _readings(scope, match, known):
            yield reading
            if reading.vetoed != EXCLUDED and _is_known(scope, reading):
                settled.setdefault(items, weight)


def _explained(match: FrameMatch) -> int:
    """How many words a match explains; an attribute's own frame and a named subject count double."""
    return match.end.weight + 2 * (match.end.attribute is not None) + 2 * (match.entity >= 0)


def _is_known(scope: Scope, reading: Reading) -> bool:
    subject = reading.subject
    return subject is not None and any(scope.knows(entity, reading.attribute) for entity in subject.entities)


_Subjects: TypeAlias = "dict[tuple[int, int, int, str], Subject | None]"
"""Subjects found in a sentence, by where the frame stands, its {entity} and the attribute."""


def _readings(scope: Scope, match: FrameMatch, known: _Subjects) -> Iterator[Reading]:
    for attribute in match.attributes:
        if not _takes(scope, match, attribute):
            continue
        where = (match.first, match.last, match.entity, attribute)
        if where not in known:
            known[where] = find_subject(scope, match, attribute)
        subject = _weighed(scope, match, known[where])
        if subject is not None and _says_itself(match, subject):
            continue
        vetoed = veto(scope, match, attribute, subject.item if subject else -1)
        yield Reading(match, attribute, subject, vetoed)


def _weighed(scope: Scope, match: FrameMatch, subject: Subject | None) -> Subject | None:
    """Without "the" or "its" a count need not be of all: "12 members of NATO" are some, after a verb it is unsure."""
    if subject is None or match.end.group != "definite" or is_definite(scope, match.first):
        return subject
    if match.entity >= 0:
        return None
    clause = subject.item >= 0 and subject.how == "subject of the clause"
    return replace(subject, confidence=Confidence.MEDIUM if clause else Confidence.LOW)


def _says_itself(match: FrameMatch, subject: Subject) -> bool:
    return any(name.value == EntityRef(entity) for name in match.names for entity in subject.entities)


def _takes(scope: Scope, match: FrameMatch, attribute: str) -> bool:
    """Whether the value found is of a kind that the attribute takes."""
    types = scope.lexicon.types.get(attribute, frozenset())
    group = match.end.group
    if group and group not in scope.lexicon.groups.get(attribute, frozenset()):
        return False
    if match.value < 0:
        if ValueType.LIST not in types and not types & {ValueType.NAME, ValueType.ENTITY, ValueType.TEXT}:
            return False
        return ValueType.LIST not in types or len(match.names) > 1 or bool(match.end.attribute)
    mention = scope.items[match.value].mention
    if mention is None:
        return False
    if mention.kind is MentionKind.NUMBER and ValueType.DATE in types and len(types) == 1:
        return _year(mention) is not None
    return any(mention.kind in KINDS.get(kind, frozenset()) for kind in types)


def _choose(scope: Scope, readings: Sequence[Reading]) -> list[Reading]:
    """The best reading of every value, best first; a value, and a name, is said of one attribute only."""
    used: list[tuple[int, int]] = []
    chosen: list[Reading] = []
    for reading in sorted(readings, key=lambda r: _rank(scope, r), reverse=True):
        first, last = _value_items(reading.match)
        if any(first < end and start < last for start, end in used):
            continue
        if reading.subject is None or reading.vetoed == EXCLUDED:
            continue
        used.append((first, last))
        if reading.vetoed is None:
            chosen.append(reading)
    return sorted(chosen, key=lambda r: _value_items(r.match))


def _rank(scope: Scope, reading: Reading) -> tuple[int, ...]:
    match, subject = reading.match, reading.subject
    named = subject is not None and subject.item >= 0
    confident = 0 if subject is None else 2 - list(Confidence).index(subject.confidence)
    return (
        _is_known(scope, reading),
        _explained(match),
        len(match.names),
        named,
        confident,
        -match.filled.gaps,
        -(match.last - match.first),
        -match.first,
    )


def _value_items(match: FrameMatch) -> tuple[int, int]:
    if match.value >= 0:
        return match.value, match.value + 1
    return match.names[0].first, match.names[-1].last


def _claim(scope: Scope, reading: Reading, taken: frozenset[int]) -> Claim:
    match, subject = reading.match, reading.subject
    assert subject is not None  # noqa: S101 (chosen readings have one)
    value, operator, items = _value(scope, reading)
    start, end = _extent(scope, match)
    entity_span = None
    if subject.item >= 0:
        entity_span = Span(scope.items[subject.item].start, scope.items[subject.item].end)
    ambiguous = len(subject.entities) > 1
    where = (*scope.document.where, *_qualifiers(scope, reading, subject.entities[0]))
    return Claim(
        entity=subject.entities[0],
        attribute=reading.attribute,
        value=value,
        operator=operator,
        where=tuple(sorted(where)),
        time=claim_time(scope, match.first, match.last, taken),
        confidence=_confidence(scope, reading, value),
        quote=_quote(scope, match, entity_span, Span(start, end)),
        value_span=Span(start, end),
        entity_span=entity_span,
        items=items,
        how=(f"wording: {match.end.text}", f"entity: {subject.how}"),
        reason=Reason.AMBIGUOUS_ENTITY if ambiguous else None,
        candidates=subject.entities if ambiguous else (),
    )


def _confidence(scope: Scope, reading: Reading, value: Value) -> Confidence:
    """As sure as the subject; a month with no year, worked out from the document's date, is a guess."""
    assert reading.subject is not None  # noqa: S101 (chosen readings have one)
    mention = scope.items[reading.match.value].mention if reading.match.value >= 0 else None
    guessed = mention is not None and mention.relative and isinstance(value, PartialDate)
    if guessed and isinstance(value, PartialDate) and value.precision is Precision.MONTH:
        return Confidence.LOW
    return reading.subject.confidence


def _qualifiers(scope: Scope, reading: Reading, entity: str) -> Iterator[tuple[str, str]]:
    """The qualifiers that the frame names, in the words of the facts where these know the name."""
    for slot, name in reading.match.filled.qualifiers:
        written = scope.text[_span(scope, name.first, name.last)]
        names = {key(written)}
        if isinstance(name.value, EntityRef) and name.value.id in scope.facts.entities:
            known = scope.facts.entities[name.value.id]
            names |= {key(known.id), *(key(alias) for alias in known.all_names())}
        used = (value for fact in scope.facts.of(entity, reading.attribute) for at, value in fact.where if at == slot)
        yield slot, next((value for value in used if key(value) in names), written)


def _extent(scope: Scope, match: FrameMatch) -> tuple[int, int]:
    """Where the value itself stands in the block, without its hedge."""
    if match.value >= 0:
        mention = scope.items[match.value].mention
        assert mention is not None  # noqa: S101 (values have a mention)
        return mention.start, mention.end
    return scope.items[match.names[0].first].start, scope.items[match.names[-1].last - 1].end


def _span(scope: Scope, first: int, last: int) -> slice:
    return slice(scope.items[first].start, scope.items[last - 1].end)


def _quote(scope: Scope, match: FrameMatch, entity: Span | None, value: Span) -> Span:
    """The words of the claim: frame and value, and the subject where it stands near."""
    quote = Span(scope.items[match.first].start, scope.items[match.last - 1].end).cover(value)
    if entity is not None and abs(entity.start - quote.start) <= FAR:
        quote = quote.cover(entity)
    mention = scope.items[match.value].mention if match.value >= 0 else None
    return quote.cover(mention.outer) if mention is not None and mention.outer else quote


def _value(scope: Scope, reading: Reading) -> tuple[Value, Operator, tuple[ClaimItem, ...]]:
    types = scope.lexicon.types.get(reading.attribute, frozenset())
    if reading.match.value >= 0:
        mention = scope.items[reading.match.value].mention
        assert mention is not None and mention.value is not None  # noqa: S101, PT018 (values have both)
        return _this_or_next(scope, reading, mention, _typed(mention, types)), mention.operator, ()
    names = reading.match.names
    if len(names) == 1 and ValueType.LIST not in types:
        return names[0].value, Operator.EQ, ()
    items = tuple(
        ClaimItem(name.value, Span(scope.items[name.first].start, scope.items[name.last - 1].end)) for name in names
    )
    return ListOf(tuple(item.value for item in items)), Operator.EQ, items


def _this_or_next(scope: Scope, reading: Reading, mention: Mention, value: Value) -> Value:
    """A weekday alone may be the one before or the one after: the one that is known to be so is meant."""
    written = scope.document.date
    if not (mention.relative and isinstance(value, PartialDate) and value.precision is Precision.DAY and written):
        return value
    assert reading.subject is not None  # noqa: S101 (chosen readings have one)
    if abs(written.start - value.start) > WEEK:
        return value
    known = {fact.value for fact in scope.facts.of(reading.subject.entities[0], reading.attribute)}
    others = (PartialDate(value.start + week, Precision.DAY) for week in (-WEEK, WEEK))
    return next((other for other in others if other in known), value)


def _typed(mention: Mention, types: frozenset[ValueType]) -> Value:
    """A bare number where a date is expected is a year."""
    value = mention.value
    assert value is not None  # noqa: S101 (value mentions have one)
    year = _year(mention) if ValueType.DATE in types else None
    return PartialDate.of(year) if year is not None else value


def _year(mention: Mention) -> int | None:
    """The year that a bare number of four digits may be."""
    value = mention.value
    if mention.kind is not MentionKind.NUMBER or not isinstance(value, Number) or value.step != 1:
        return None
    year = int(value.amount)
    return year if value.amount == year and EARLIEST <= year <= LATEST else None
