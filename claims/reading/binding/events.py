"""Events without a name: found by what they belong to, their date, place and people.

"the ministers of the Coalition met in Rome on 28 June" names no event, but only one event of that
organisation took place there and then. The text must give at least two signs, and no other event may fit as
well.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.dataclasses import dataclass
from claims.languages.words import key
from claims.model.dates import PartialDate, Precision
from claims.model.document import Document
from claims.model.factset import FactSet
from claims.model.mention import MentionKind
from claims.model.values import EntityRef, ListOf, Text, Value
from claims.reading.items import Item, ItemKind

NEAR_DAYS = 21
ENOUGH = 2
WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Happening:
    """An entity that belongs to another and has dates: what a text may describe instead of naming."""

    entity: str
    of: str
    dates: tuple[PartialDate, ...]
    names: frozenset[str]


def happenings(facts: FactSet) -> tuple[Happening, ...]:
    """The events of a fact set, in the order of their ids."""
    dates: dict[str, list[PartialDate]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for fact in facts.on_parts():
        if isinstance(fact.value, PartialDate):
            dates[fact.entity].append(fact.value)
        names[fact.entity].update(_names(fact.value, facts))
    return tuple(
        Happening(entity.id, entity.of, tuple(dates[entity.id]), frozenset(names[entity.id]))
        for entity in sorted(facts.parts(), key=lambda e: e.id)
        if entity.of is not None and dates[entity.id]
    )


def _names(value: Value, facts: FactSet) -> Iterable[str]:
    match value:
        case EntityRef(id):
            yield id
            entity = facts.entities.get(id)
            if entity is not None:
                yield from (key(name) for name in entity.all_names())
        case Text(text):
            yield key(text)
        case ListOf(items):
            for item in items:
                yield from _names(item, facts)


@dataclass(frozen=True, slots=True)
class Signs:
    """What some items say that can tell events apart: folded names and entity ids, and dates."""

    names: frozenset[str]
    dates: tuple[PartialDate, ...]


def signs(items: Sequence[Item], text: str) -> Signs:
    """Gather the signs of a sentence or a document."""
    names: set[str] = set()
    dates: list[PartialDate] = []
    for item in items:
        if item.mention is None:
            continue
        if item.kind is ItemKind.NAME:
            names.update(item.mention.entities)
            names.add(key(text[item.start : item.end]))
        elif item.mention.kind is MentionKind.DATE and isinstance(item.mention.value, PartialDate):
            dates.append(item.mention.value)
            dates += _weeks_around(item.mention.value) if item.mention.relative else ()
    return Signs(frozenset(names), tuple(dates))


def _weeks_around(date: PartialDate) -> tuple[PartialDate, ...]:
    """The same weekday a week earlier and later: which of them is meant, only the event can tell."""
    if date.precision is not Precision.DAY:
        return ()
    return tuple(PartialDate(date.start + week, Precision.DAY) for week in (-WEEK, WEEK))


def described(all_events: Sequence[Happening], here: Signs, everywhere: Signs, document: Document) -> tuple[str, ...]:
    """The event that a sentence with the signs ``here``, in a text with ``everywhere``, can only mean; or none."""
    scores: Mapping[str, int] = {
        event.entity: 3 * _score(event, here) + _score(event, everywhere) + 2 * _near(event, document.date)
        for event in all_events
        if event.of in everywhere.names or event.of in document.about
    }
    best = max(scores.values(), default=0)
    found = tuple(entity for entity, score in scores.items() if score == best)
    return found if best >= ENOUGH and len(found) == 1 else ()


def _score(event: Happening, signs: Signs) -> int:
    dated = any(date.precision is Precision.DAY and date == known for date in signs.dates for known in event.dates)
    return 2 * dated + len(event.names & signs.names)


def _near(event: Happening, date: PartialDate | None) -> int:
    """2 for an event within a few days of the document's date, 1 within weeks, else 0."""
    if date is None or date.precision is not Precision.DAY:
        return 0
    distance = min(abs((known.start - date.start).days) for known in event.dates)
    return 2 if distance <= NEAR_DAYS // 3 else 1 if distance <= NEAR_DAYS else 0
