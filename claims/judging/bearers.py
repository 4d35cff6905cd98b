"""Who has a value: entities by the values of an attribute.

Numbers and dates stand in order, so that all that a claim may mean is one stretch; names are found by their words. What
is found may be of another scope or time, or miss by a hair: whoever asks judges it. An attribute is sorted when it is
first asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from claims.judging.dates import whole
from claims.judging.intervals import Interval, allowed, days
from claims.judging.measures import Numeric, convert
from claims.judging.names import Named, words
from claims.model.claim import Claim
from claims.model.dates import PartialDate
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import Between, DateSpan, EntityRef, ListOf, Number, Range, Text, Value, Written

MOST = 1000
"""More bearers than this say nothing of who is meant."""

MOST_KNOWN = 100_000
"""Of an attribute with more facts than this nobody looks for who is meant: sorting them takes longer than a check."""

_DAYS = "days"
_SHARES = MappingProxyType({("%", None): Decimal("0.01"), (None, "%"): Decimal(100)})
_NOBODY: frozenset[str] = frozenset()

_Amount: TypeAlias = tuple[str | None, Decimal]
"""A number on its scale: a unit, or days."""


class Bearers:
    """The entities of a fact set by what they have. It may be shared between texts and threads."""

    def __init__(self, facts: FactSet) -> None:
        by_attribute = cache(facts.by_attribute)
        self._column = cache(lambda attribute: _column(by_attribute().get(attribute, ()), _unit(facts, attribute)))

    def of(self, claim: Claim) -> frozenset[str] | None:
        """The entities that may have what a claim says; ``None`` where that cannot be told, or they are too many."""
        column: _Column | None = self._column(claim.attribute)
        if column is None:
            return None
        match claim.value:
            case Number() | Between() | Range() as said:
                return column.near(said, allowed(said, claim.operator))
            case PartialDate() | DateSpan() as said:
                return column.within(_DAYS, days(whole(said)))
            case EntityRef() | Text() | Written() as said:
                return column.called(said)
            case _:
                return None


class _Column:
    """The values of one attribute, with whom each is known of. ``unit`` is that of numbers that have none."""

    def __init__(self, facts: Sequence[Fact], unit: str | None) -> None:
        named: dict[object, set[str]] = {}
        ordered: dict[str | None, list[tuple[Decimal, str]]] = {}
        for fact in facts:
            for value in fact.value.items if isinstance(fact.value, ListOf) else (fact.value,):
                for scale, amount in _amounts(value, unit):
                    ordered.setdefault(scale, []).append((amount, fact.entity))
                if isinstance(value, EntityRef | Text | Written):
                    named.setdefault(_name(value), set()).add(fact.entity)
        self._named = {name: frozenset(entities) for name, entities in named.items()}
        self._ordered = {scale: sorted(pairs) for scale, pairs in ordered.items()}

    def called(self, said: Named) -> frozenset[str] | None:
        """Who has this very name."""
        return _few(self._named.get(_name(said), _NOBODY))

    def near(self, said: Numeric, interval: Interval) -> frozenset[str] | None:
        """Who has a number in an interval, whatever its unit."""
        scaled = (
            self.within(scale, converted)
            for scale in self._ordered
            if scale != _DAYS
            for converted in _on_scale(interval, said.unit, scale)
        )
        found = [some for some in scaled if some is None or some]
        return None if None in found else _few(_NOBODY.union(*(some for some in found if some)))

    def within(self, scale: str | None, interval: Interval) -> frozenset[str] | None:
        """Who has a number in an interval of a scale."""
        pairs = self._ordered.get(scale, [])
        begins = bisect_right if interval.low_open else bisect_left
        ends = bisect_left if interval.high_open else bisect_right
        first = 0 if interval.low is None else begins(pairs, interval.low, key=_number)
        last = len(pairs) if interval.high is None else ends(pairs, interval.high, key=_number)
        return _few(frozenset(entity for _, entity in pairs[first:last])) if last - first <= MOST else None


def _column(facts: Sequence[Fact], unit: str | None) -> _Column | None:
    return _Column(facts, unit) if len(facts) <= MOST_KNOWN else None


def _unit(facts: FactSet, attribute: str) -> str | None:
    known = facts.attributes.get(attribute)
    return None if known is None else known.unit


def _few(entities: frozenset[str]) -> frozenset[str] | None:
    return entities if len(entities) <= MOST else None


def _name(value: Named) -> object:
    return value.id if isinstance(value, EntityRef) else words(value.text)


def _number(pair: tuple[Decimal, str]) -> Decimal:
    return pair[0]


def _amounts(value: Value, unit: str | None) -> Iterator[_Amount]:
    match value:
        case Number(amount, own):
            yield own or unit, amount
        case Between(low, high, own):
            yield from ((own or unit, low), (own or unit, high))
        case PartialDate():
            yield _DAYS, Decimal(value.start.toordinal())


def _on_scale(interval: Interval, unit: str | None, scale: str | None) -> Iterator[Interval]:
    """An interval of one unit on the scale of another: as it is, converted, or as a share is written otherwise."""
    if unit == scale or unit is None or scale is None:
        yield interval
    else:
        yield from _converted(interval, lambda end: convert(end, unit, scale))
    factor = _SHARES.get((unit, scale))
    if factor is not None:
        yield from _converted(interval, lambda end: end * factor)


def _converted(interval: Interval, change: Callable[[Decimal], Decimal | None]) -> Iterator[Interval]:
    """An interval with both ends changed, where they can be."""
    ends = (interval.low, interval.high)
    low, high = (None if end is None else change(end) for end in ends)
    if (low, high).count(None) == ends.count(None):
        yield Interval(low, high)
