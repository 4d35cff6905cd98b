"""Derivations that depend on the time of judging: ages, anniversaries, "for ten years".

Their values change from day to day, so they are worked out when a claim asks for them, at the claim's time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from claims.errors import LoadError
from claims.expressions.units import TIME, Units
from claims.expressions.world import World
from claims.model.dates import PartialDate, Period, Precision
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import Rules
from claims.model.values import DateSpan
from claims.reasoning.derivation import as_fact, budget_for, left_open
from claims.reasoning.evaluating import outcomes
from claims.reasoning.programs import CompiledDerivation
from claims.reasoning.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Timed:
    """The rules that depend on the time of judging, compiled once for many questions."""

    facts: FactSet
    _world: World
    _rules: Mapping[str, tuple[CompiledDerivation, ...]]

    @classmethod
    def of(cls, facts: FactSet, rules: Rules, units: Units = TIME) -> Timed:
        """Compile the rules over facts that :func:`~claims.reasoning.derivation.derive` has completed.

        Raises ``LoadError`` for mistakes in the rules.
        """
        book = Rulebook.of(facts, rules, units)
        if book.problems:
            raise LoadError(book.problems)
        table: dict[str, tuple[CompiledDerivation, ...]] = {}
        for derivation in book.timed:
            table[derivation.attribute] = (*table.get(derivation.attribute, ()), derivation)
        return cls(facts, World(facts), table)

    @property
    def attributes(self) -> frozenset[str]:
        """The attributes that such rules set."""
        return frozenset(self._rules)

    def derive(self, entity: str, attribute: str, period: Period) -> tuple[Fact, ...]:
        """What the rules give for an entity at the days of ``period``, which must have both limits.

        Where the value changes within the period, the fact is one between (``Between``).
        """
        now = as_date(period)
        found: list[Fact] = []
        for derivation in self._rules.get(attribute, ()) if now is not None else ():
            fixed = {derivation.variable: entity}
            budget = budget_for(self.facts)
            for frame, outcome in outcomes(derivation.program, self._world, budget, now=now, fixed=fixed):
                shared = outcome.period.intersect(period)
                if shared is not None:
                    fact = as_fact(derivation, frame, replace(outcome, period=shared))
                    found.extend(() if fact is None else left_open(fact, self.facts))
        return tuple(found)


def derive_at(
    facts: FactSet, rules: Rules, entity: str, attribute: str, period: Period, units: Units = TIME
) -> tuple[Fact, ...]:
    """Derive one attribute of one entity at a time. For many questions, keep a :class:`Timed`."""
    return Timed.of(facts, rules, units).derive(entity, attribute, period)


def as_date(period: Period) -> PartialDate | DateSpan | None:
    """A period as the date it is; ``None`` without limits."""
    if period.start is None or period.end is None:
        return None
    for precision in Precision:
        found = PartialDate(period.start, Precision.DAY).coarsen(precision)
        if found.period == period:
            return found
    last = PartialDate(period.end - timedelta(days=1), Precision.DAY)
    return DateSpan(PartialDate(period.start, Precision.DAY), last)
