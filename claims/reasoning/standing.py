"""Where stated facts leave room: a derived fact holds only at times at which none is stated."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Sequence

from claims.dataclasses import replace
from claims.model.dates import Period
from claims.model.fact import Fact, Rank, Where
from claims.model.factset import FactSet

_Days = tuple[int, int]
_FIRST, _LAST = 0, datetime.date.max.toordinal() + 1


class Standing:
    """The stated facts of a fact set, asked for the times that they leave open. Deprecated ones leave all."""

    def __init__(self, stated: FactSet) -> None:
        self._stated = stated
        self._taken: dict[tuple[str, str, Where], list[_Days]] = {}

    def left_open(self, fact: Fact) -> tuple[Fact, ...]:
        """A derived fact for the times at which none is stated: itself, parts of it, or nothing."""
        stated = self._stated.of(fact.entity, fact.attribute)
        if not stated:
            return (fact,)
        key = (fact.entity, fact.attribute, fact.where)
        if key not in self._taken:
            self._taken[key] = _merged([other for other in stated if other.where == fact.where])
        return tuple(_during(fact, period) for period in _without(fact.validity.period, self._taken[key]))


def _days(period: Period) -> _Days:
    start = _FIRST if period.start is None else period.start.toordinal()
    return start, _LAST if period.end is None else period.end.toordinal()


def _merged(facts: Sequence[Fact]) -> list[_Days]:
    """The times of facts as stretches that do not touch, in order."""
    merged: list[_Days] = []
    for start, end in sorted(_days(fact.validity.period) for fact in facts if fact.rank is not Rank.DEPRECATED):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _without(period: Period, taken: Sequence[_Days]) -> list[Period]:
    """The parts of a period that no stretch takes."""
    start, end = _days(period)
    at = max(bisect_right(taken, (start, _LAST)) - 1, 0)
    found: list[Period] = []
    while start < end and at < len(taken) and taken[at][0] < end:
        if start < taken[at][0]:
            found.append(_period(start, taken[at][0]))
        start = max(start, taken[at][1])
        at += 1
    return [*found, _period(start, end)] if start < end else found


def _period(start: int, end: int) -> Period:
    first = None if start == _FIRST else datetime.date.fromordinal(start)
    return Period(first, None if end == _LAST else datetime.date.fromordinal(end))


def _during(fact: Fact, period: Period) -> Fact:
    if period == fact.validity.period:
        return fact
    return Fact(
        fact.entity,
        fact.attribute,
        fact.value,
        where=fact.where,
        validity=replace(fact.validity, period=period),
        derivation=fact.derivation,
        place=fact.place,
    )
