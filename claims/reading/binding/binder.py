"""From the frames found in a sentence to its claims: for every value the reading that explains most."""

from __future__ import annotations

from collections.abc import Iterator

from claims.dataclasses import dataclass, replace
from claims.languages.words import key
from claims.model.claim import Claim, ClaimItem, Speaker
from claims.model.dates import PartialDate, Precision
from claims.model.span import Span
from claims.model.values import EntityRef, Value
from claims.model.verdict import Confidence, Reason
from claims.reading.binding.asserted import extent, value_of
from claims.reading.binding.readings import Reading, all_readings, choose
from claims.reading.binding.respectively import distributed
from claims.reading.binding.scope import Scope
from claims.reading.binding.speakers import speaker_of
from claims.reading.binding.times import claim_time
from claims.reading.items import ItemKind
from claims.reading.wording.search import FrameMatch, FrameSearch

FAR = 160


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """The claims of a sentence, their spans in the source, and for the items of values that made none the reason."""

    claims: tuple[Claim, ...]
    reasons: dict[int, str]


def read_sentence(scope: Scope) -> SentenceReading:
    """Bind the values of one sentence."""
    parts = distributed(scope)
    if len(parts) == 1:
        return _read(parts[0])
    readings = [(part, _read(part)) for part in parts]
    places = {id(item): i for i, item in enumerate(scope.items)}
    return SentenceReading(
        tuple(claim for _, reading in readings for claim in reading.claims),
        {places[id(part.items[i])]: why for part, reading in readings for i, why in reading.reasons.items()},
    )


def _read(scope: Scope) -> SentenceReading:
    sentence = scope.sentence
    search = FrameSearch(scope.items, sentence.first, sentence.last, scope.text, scope.lexicon, scope.begins)
    readings = list(all_readings(scope, tuple(search.matches())))
    chosen = choose(scope, readings)
    taken = frozenset(reading.match.value for reading in chosen if reading.match.value >= 0)
    claims = tuple(_claim(scope, reading, taken) for reading in chosen)
    reasons = {
        reading.match.value: reading.vetoed or "no_entity"
        for reading in readings
        if reading.match.value >= 0 and reading.match.value not in taken
    }
    return SentenceReading(claims, reasons)


def _claim(scope: Scope, reading: Reading, taken: frozenset[int]) -> Claim:
    match, subject = reading.match, reading.subject
    assert subject is not None  # noqa: S101 (chosen readings have one)
    value, operator, items = value_of(scope, reading)
    start, end = extent(scope, match)
    entity_span = None
    if subject.item >= 0:
        entity_span = Span(scope.items[subject.item].start, scope.items[subject.item].end)
    quote, there = _quote(scope, match, entity_span, Span(start, end)), scope.block.to_source
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
        quote=there(quote),
        value_span=there(Span(start, end)),
        entity_span=there(entity_span) if entity_span is not None else None,
        items=tuple(ClaimItem(item.value, there(item.span)) for item in items),
        how=(f"wording: {match.end.text}", f"entity: {subject.how}"),
        reason=Reason.AMBIGUOUS_ENTITY if ambiguous else None,
        candidates=subject.entities if ambiguous else (),
        speaker=_speaker(scope, match),
    )


def _speaker(scope: Scope, match: FrameMatch) -> Speaker | None:
    speaker = speaker_of(scope, match.first, match.last)
    if speaker is None or speaker.span is None:
        return speaker
    return replace(speaker, span=scope.block.to_source(speaker.span))


def _confidence(scope: Scope, reading: Reading, value: Value) -> Confidence:
    """As sure as the subject; a month with no year, worked out from the document's date, is a guess."""
    assert reading.subject is not None  # noqa: S101 (chosen readings have one)
    mention = scope.items[reading.match.value].mention if reading.match.value >= 0 else None
    guessed = mention is not None and mention.relative and isinstance(value, PartialDate)
    if guessed and isinstance(value, PartialDate) and value.precision is Precision.MONTH:
        return Confidence.LOW
    if reading.subject.confidence is Confidence.HIGH and _is_qualified(scope, reading):
        return Confidence.MEDIUM
    return reading.subject.confidence


def _is_qualified(scope: Scope, reading: Reading) -> bool:
    """Whether a count may be of some only, for a name tells which: "three Baltic countries"."""
    match = reading.match
    if match.value < 0 or not scope.counts(reading.attribute):
        return False
    between = scope.items[match.value + 1 : match.last - 1]
    return any(item.upper and item.kind is ItemKind.WORD for item in between) and match.entity < match.value


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


def _span(scope: Scope, first: int, last: int) -> slice:
    return slice(scope.items[first].start, scope.items[last - 1].end)


def _quote(scope: Scope, match: FrameMatch, entity: Span | None, value: Span) -> Span:
    """The words of the claim: frame and value, and the subject where it stands near."""
    quote = Span(scope.items[match.first].start, scope.items[match.last - 1].end).cover(value)
    if entity is not None and abs(entity.start - quote.start) <= FAR:
        quote = quote.cover(entity)
    mention = scope.items[match.value].mention if match.value >= 0 else None
    return quote.cover(mention.outer) if mention is not None and mention.outer else quote
