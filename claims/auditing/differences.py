"""What changed between two versions of facts: entities, names, values, times, sources.

Facts are held against each other within one entity, attribute and qualifiers: first those that are the same, then
those of the same time (the value changed), then those of the same value (its time or its source changed). What is
left was added or taken out, or, where one is left on each side, has changed altogether. Where facts stand in their
files is no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from claims.auditing.audited import Timeline, name_of, timelines
from claims.dataclasses import dataclass, replace
from claims.loading import Loaded
from claims.model.entity import Entity
from claims.model.fact import Fact, Source
from claims.model.place import Place
from claims.reports.explanations import source_words, validity_notation
from claims.reports.values import with_unit


class Aspect(StrEnum):
    """What of the facts changed."""

    ENTITY = "entity"
    NAME = "name"
    TYPE = "type"
    OWNER = "of"
    FACT = "fact"
    VALUE = "value"
    TIME = "time"
    SOURCE = "source"
    RANK = "rank"
    RECHECK = "recheck_by"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed. ``old`` is ``None`` for what was added, ``new`` for what was taken out.

    ``subject`` is an entity, a fact (``acme.members``) or a source, as the files call it.
    """

    aspect: Aspect
    subject: str
    old: str | None
    new: str | None
    place: Place | None = None


def differences(old: Loaded, new: Loaded) -> tuple[Difference, ...]:
    """Everything that is stated otherwise in ``new`` than in ``old``: entities, facts, sources, each in order."""
    return (
        *_entities(old.facts.entities, new.facts.entities),
        *_facts(timelines(old.facts.facts), timelines(new.facts.facts)),
        *_sources(old.sources, new.sources),
    )


def _entities(old: Mapping[str, Entity], new: Mapping[str, Entity]) -> Iterator[Difference]:
    for id_ in sorted({*old, *new}):
        before, after = old.get(id_), new.get(id_)
        if before is None and after is not None:
            yield Difference(Aspect.ENTITY, id_, None, after.name("en"), after.place)
        elif before is not None and after is None:
            yield Difference(Aspect.ENTITY, id_, before.name("en"), None, before.place)
        elif before is not None and after is not None:
            yield from _entity(id_, before, after)


def _entity(id_: str, before: Entity, after: Entity) -> Iterator[Difference]:
    for aspect, was, now in ((Aspect.TYPE, before.type, after.type), (Aspect.OWNER, before.of, after.of)):
        if was != now:
            yield Difference(aspect, id_, was, now, after.place)
    was_called, called = _names(before), _names(after)
    for name in (*was_called, *called):
        if name not in called:
            yield Difference(Aspect.NAME, id_, name, None, before.place)
        elif name not in was_called:
            yield Difference(Aspect.NAME, id_, None, name, after.place)


def _names(entity: Entity) -> tuple[str, ...]:
    """All names with the language and the use that they are for."""
    uses = (("", entity.names), ("short", entity.short), ("demonym", entity.demonyms))
    found = (
        f"{name} ({', '.join(filter(None, (language, use)))})" if language or use else name
        for use, names in uses
        for language, given in names.items()
        for name in given
    )
    return tuple(dict.fromkeys(found))


def _facts(old: Mapping[Timeline, list[Fact]], new: Mapping[Timeline, list[Fact]]) -> Iterator[Difference]:
    for key in sorted({*old, *new}):
        before, after = old.get(key, []), new.get(key, [])
        for same in (_said, _written_time, lambda fact: fact.value):
            pairs, before, after = _paired(before, after, same)
            for was, now in pairs:
                yield from _changed(was, now)
        yield from _left(before, after)


def _left(before: list[Fact], after: list[Fact]) -> Iterator[Difference]:
    """What was taken out and what was added; one in place of one has changed altogether."""
    if len(before) == len(after) == 1:
        was, now = before[0], after[0]
        yield Difference(Aspect.FACT, name_of(now), _said_words(was), _said_words(now), now.place)
        return
    yield from (Difference(Aspect.FACT, name_of(fact), _said_words(fact), None, fact.place) for fact in before)
    yield from (Difference(Aspect.FACT, name_of(fact), None, _said_words(fact), fact.place) for fact in after)


def _paired(
    old: Iterable[Fact], new: Iterable[Fact], key: Callable[[Fact], object]
) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """Facts that have something in common, in pairs, and those of both sides that are left."""
    waiting: dict[object, list[Fact]] = {}
    for fact in old:
        waiting.setdefault(key(fact), []).append(fact)
    pairs, left = [], []
    for fact in new:
        found = waiting.get(key(fact))
        if found:
            pairs.append((found.pop(0), fact))
        else:
            left.append(fact)
    return pairs, [fact for group in waiting.values() for fact in group], left


def _said(fact: Fact) -> object:
    return fact.value, _written_time(fact), fact.rank, fact.recheck_by, fact.quote, _source_key(fact.source)


def _written_time(fact: Fact) -> object:
    """The time as it was written: that a later value ends a fact is no change of it."""
    validity = fact.validity
    return validity.since, validity.until, validity.as_of, validity.during


def _source_key(source: Source | None) -> object:
    return None if source is None else replace(source, place=None)


def _changed(was: Fact, now: Fact) -> Iterator[Difference]:
    pairs = (
        (Aspect.VALUE, with_unit(was.value), with_unit(now.value)),
        (Aspect.TIME, validity_notation(was.validity) or "always", validity_notation(now.validity) or "always"),
        (Aspect.SOURCE, _source_words(was), _source_words(now)),
        (Aspect.RANK, was.rank.name.lower(), now.rank.name.lower()),
        (Aspect.RECHECK, _date(was), _date(now)),
    )
    for aspect, before, after in pairs:
        if before != after:
            yield Difference(aspect, name_of(now), before, after, now.place)


def _source_words(fact: Fact) -> str | None:
    return source_words(fact.source, fact.quote) or None


def _date(fact: Fact) -> str | None:
    return str(fact.recheck_by) if fact.recheck_by else None


def _said_words(fact: Fact) -> str:
    time = validity_notation(fact.validity)
    return f"{with_unit(fact.value)} ({time})" if time else with_unit(fact.value)


def _sources(old: Iterable[Source], new: Iterable[Source]) -> Iterator[Difference]:
    before, after = ({source.id: source for source in sources} for sources in (old, new))
    for id_ in sorted({*before, *after}):
        was, now = before.get(id_), after.get(id_)
        if _source_key(was) != _source_key(now):
            known = now or was
            place = known.place if known else None
            yield Difference(Aspect.SOURCE, id_, _full_words(was), _full_words(now), place)


def _full_words(source: Source | None) -> str | None:
    if source is None:
        return None
    rank = "" if source.rank.name == "NORMAL" else source.rank.name.lower()
    parts = (source.title, source.publisher, source.published, source.url, rank)
    return ", ".join(str(part) for part in parts if part) or source.id
