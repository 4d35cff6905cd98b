"""When facts hold: the validity a file gives, and the values that end one another.

* ``from`` is the first day of what was written, ``until`` excludes all of it (``until: 2019`` ends with 2018);
* ``as_of`` holds from its first day on; before it nothing is known;
* ``during`` holds for its period and has no part in the following;
* where an attribute has one value at a time, an open-ended value ends where the next one of the same entity,
  attribute and qualifiers begins, if that is of the same rank or a higher one.

Values that begin on the same day do not end each other: they conflict. A ``not`` neither ends nor is ended.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from claims.dataclasses import replace
from claims.model.attribute import Attribute, Cardinality
from claims.model.dates import PartialDate, Period
from claims.model.fact import ALWAYS, Fact, Rank, Validity, Where
from claims.model.values import EntityRef, ListOf, Not, Text, Value, ValueType

_MANY_TYPES = frozenset({ValueType.NAME, ValueType.ENTITY, ValueType.TEXT})
_Key = tuple[str, str, Where]


def validity(
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    as_of: PartialDate | None = None,
    during: PartialDate | None = None,
) -> Validity:
    """The validity that a file gives. Raises ``ValueError`` for one that holds on no day or contradicts itself."""
    if since is until is as_of is during is None:
        return ALWAYS
    if during is not None:
        if since or until or as_of:
            raise ValueError("`during` goes with no other time")
        return Validity(during.period, during=during)
    first = since or as_of
    period = Period(first.start if first else None, until.start if until else None)
    if period.start is not None and period.end is not None and period.start >= period.end:
        raise ValueError("it ends before it begins, or as it begins")
    return Validity(period, since=since, until=until, as_of=as_of)


def cardinality_of(attribute: Attribute | None, value: Value) -> Cardinality:
    """Whether an entity has one value of an attribute at a time: as declared, else by its type, else by the value.

    One for numbers, dates, versions and whole lists; many for entities, names and texts.
    """
    if attribute is not None and attribute.cardinality is not None:
        return attribute.cardinality
    if attribute is not None and attribute.type is not None:
        return Cardinality.MANY if attribute.type in _MANY_TYPES else Cardinality.ONE
    return Cardinality.MANY if isinstance(value, EntityRef | Text) else Cardinality.ONE


def end_replaced(facts: Sequence[Fact], attributes: Mapping[str, Attribute]) -> tuple[Fact, ...]:
    """The same facts in the same order, each open-ended one ended where its successor begins."""
    groups: dict[_Key, list[int]] = {}
    for index, fact in enumerate(facts):
        if takes_part(fact, attributes):
            groups.setdefault((fact.entity, fact.attribute, fact.where), []).append(index)
    ended = list(facts)
    for group in groups.values():
        if len(group) > 1:
            for index, end in _ends(facts, group):
                was = ended[index].validity
                ended[index] = replace(ended[index], validity=replace(was, period=Period(was.period.start, end)))
    return tuple(ended)


def takes_part(fact: Fact, attributes: Mapping[str, Attribute]) -> bool:
    """Whether a fact belongs to a timeline, of values of which each ends where the next one begins."""
    if fact.validity.during is not None or isinstance(fact.value, Not):
        return False
    attribute = attributes.get(fact.attribute)
    if isinstance(fact.value, ListOf) and (attribute is None or attribute.cardinality is None):
        return fact.value.complete
    return cardinality_of(attribute, fact.value) is Cardinality.ONE


def _ends(facts: Sequence[Fact], group: Iterable[int]) -> list[tuple[int, datetime.date]]:
    """The days on which facts of one timeline end, walking back from the latest."""
    first_day = datetime.date.min
    order = sorted(group, key=lambda index: facts[index].validity.period.start or first_day, reverse=True)
    next_starts: dict[Rank, list[datetime.date]] = {rank: [] for rank in Rank}
    found = []
    for index in order:
        start, fact = facts[index].validity.period.start, facts[index]
        end = _next_start(next_starts, fact)
        if end is not None and fact.validity.period.end is None:
            found.append((index, end))
        if start is not None:
            _note(next_starts, fact.rank, start)
    return found


def _note(next_starts: dict[Rank, list[datetime.date]], rank: Rank, start: datetime.date) -> None:
    """Remember a start for its rank and those below: the last of each list is the earliest day."""
    for below in Rank:
        if below <= rank and next_starts[below][-1:] != [start]:
            next_starts[below].append(start)


def _next_start(next_starts: Mapping[Rank, list[datetime.date]], fact: Fact) -> datetime.date | None:
    """The earliest start after this fact's own, of a fact that may end it."""
    own = fact.validity.period.start
    starts = next_starts[fact.rank]
    later = [day for day in starts[-2:] if own is None or day > own]
    return min(later, default=None)
