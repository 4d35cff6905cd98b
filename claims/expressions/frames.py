"""The state of one evaluation, and how facts are chosen in it.

Facts are read in two ways. Where an attribute stands for itself (``o.members + 1``) its facts are joined by
the caller, one combination of facts at a time, and stand in ``slots``. Inside aggregates and ``at`` they are
looked up: those of the ``period`` under judgement whose qualifiers fit the ``where`` of the combination.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from claims.expressions.comparing import equal
from claims.expressions.truth import TRUE, UNKNOWN
from claims.expressions.units import Units
from claims.expressions.world import World
from claims.model.dates import Period
from claims.model.fact import Fact, Where
from claims.model.values import Between, Number, Text, Value


class Overrun(Exception):  # noqa: N818 - a limit, told to the user as an error at its place
    """An evaluation went beyond a limit; the message says which."""


class Budget:
    """The steps that an evaluation may still take."""

    __slots__ = ("_limit", "left")

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.left = limit

    def spend(self, steps: int) -> None:
        """Take steps. Raises ``Overrun`` when none are left."""
        self.left -= steps
        if self.left < 0:
            raise Overrun(f"more than {self._limit:,} steps")


class Frame:
    """What an expression is evaluated with.

    ``entities``: the entity (by id) or name that each variable stands for; ``slots``: the joined facts, ``None`` where
    nothing was written. An evaluation fills ``used`` with the facts that the value rests on while they hold,
    ``beside`` with those that were read at a time of their own (``at``), and ``steps`` with how it came about.
    """

    __slots__ = ("beside", "budget", "entities", "now", "period", "slots", "steps", "used", "where", "world")

    def __init__(self, world: World, budget: Budget, now: Value = UNKNOWN) -> None:
        self.world = world
        self.budget = budget
        self.now = now
        self.entities: dict[str, str | Text] = {}
        self.slots: Sequence[Fact | None] = ()
        self.period: Period | None = None
        self.where: Where = ()
        self.used: list[Fact] = []
        self.beside: list[Fact] = []
        self.steps: list[tuple[str, Value]] = []


Evaluate: TypeAlias = Callable[[Frame], Value]
Keep: TypeAlias = Callable[[Frame, Fact], bool]


def compatible(where: Where, other: Where) -> bool:
    """Whether two sets of qualifiers can hold of one thing: no key with two values."""
    if not where or not other or where == other:
        return True
    have = dict(where)
    return all(have.get(key, value) == value for key, value in other)


def in_scope(fact: Fact, where: Where, consumed: frozenset[str]) -> bool:
    """Whether a fact speaks of ``where`` or of something wider, not counting keys that a filter chose by."""
    return all(key in consumed or (key, value) in where for key, value in fact.where)


def best_ranked(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Those that no fact of a higher rank and the same qualifiers replaces at the same time."""
    if len(facts) < 2:
        return facts
    ranks = {fact.rank for fact in facts}
    if len(ranks) == 1:
        return facts
    top = max(ranks)
    replaced = _Taken(fact for fact in facts if fact.rank == top)
    return [fact for fact in facts if fact.rank == top or not replaced.at_some_time_of(fact)]


class _Taken:
    """The times of some facts, by qualifiers, each as its beginning and the latest end so far."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._times: dict[Where, list[tuple[date, date]]] = {}
        for fact in sorted(facts, key=lambda fact: fact.validity.period.start or date.min):
            times, period = self._times.setdefault(fact.where, []), fact.validity.period
            latest = max(period.end or date.max, times[-1][1] if times else date.min)
            times.append((period.start or date.min, latest))

    def at_some_time_of(self, fact: Fact) -> bool:
        """Whether one of them holds while ``fact`` does, with the same qualifiers."""
        times, period = self._times.get(fact.where, []), fact.validity.period
        before = bisect_left(times, period.end or date.max, key=lambda time: time[0])
        return before > 0 and times[before - 1][1] > (period.start or date.min)


def valid_in(facts: Iterable[Fact], period: Period | None) -> list[Fact]:
    """The facts that hold at some time of a period."""
    return [fact for fact in facts if period is None or fact.validity.period.overlaps(period)]


def serving(facts: Sequence[Fact], period: Period) -> list[Fact]:
    """The facts that hold at some time of a period; where there are none, those whose time touches it."""
    return valid_in(facts, period) or [fact for fact in facts if fact.validity.period.touches(period)]


def one_value(facts: Sequence[Fact], units: Units) -> Value:
    """The value that several facts agree on; where numbers differ, one between them; else unknown."""
    if not facts:
        return UNKNOWN
    first = facts[0].value
    if len(facts) == 1 or all(equal(first, fact.value, units) == TRUE for fact in facts[1:]):
        return first
    numbers = [fact.value for fact in facts if isinstance(fact.value, Number)]
    if len(numbers) < len(facts) or len({number.unit for number in numbers}) > 1:
        return UNKNOWN
    amounts = [number.amount for number in numbers]
    return Between(min(amounts), max(amounts), numbers[0].unit)
