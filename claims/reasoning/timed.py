"""Derivations that depend on the time of judging: ages, anniversaries, "for ten years".

Their values change from day to day, so they are worked out when a claim asks for them, at the claim's time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from claims.dataclasses import dataclass, replace
from claims.expressions.world import World
from claims.model.dates import PartialDate, Period, Precision
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import Rules
from claims.model.values import DateSpan
from claims.reasoning.derivation import as_fact, budget_for
from claims.reasoning.evaluating import outcomes
from claims.reasoning.programs import CompiledDerivation
from claims.reasoning.rulebook import Rulebook, written
from claims.reasoning.standing import Standing
from claims.reasoning.strata import Types


@dataclass(frozen=True, slots=True)
class Timed:
    """The rules that depend on the time of judging, compiled once for many questions."""

    facts: FactSet
    _world: World
    _rules: Mapping[str, tuple[CompiledDerivation, ...]]
    types: Mapping[str, tuple[Types, ...]]
    """For each attribute that such rules set, the types of entities of each rule; ``None`` for all."""

    @classmethod
    def of(cls, facts: FactSet, rules: Rules, book: Rulebook | None = None) -> Timed:
        """Compile the rules over facts that :func:`~claims.reasoning.derivation.derive` has completed.

        Raises ``LoadError`` for mistakes in the rules.
        """
        book = (book or Rulebook.of(facts, rules)).checked()
        table: dict[str, tuple[CompiledDerivation, ...]] = {}
        for derivation in book.timed:
            table[derivation.attribute] = (*table.get(derivation.attribute, ()), derivation)
        world = book.world.over(facts)
        types = {name: tuple(written(rule, world)[1] for rule in group) for name, group in table.items()}
        return cls(facts, world, table, types)

    @property
    def attributes(self) -> frozenset[str]:
        """The attributes that such rules set."""
        return frozenset(self._rules)

    def can_derive(self, entity: str, attribute: str) -> bool:
        """Whether a rule sets the attribute for entities of this one's type."""
        found = self.facts.entities.get(entity)
        type_ = "" if found is None else found.type or ""
        return any(types is None or type_ in types for types in self.types.get(attribute, ()))

    def derive(self, entity: str, attribute: str, period: Period) -> tuple[Fact, ...]:
        """What the rules give for an entity at the days of ``period``, which must have both limits.

        Where the value changes within the period, the fact is one between (``Between``).
        """
        now = as_date(period)
        found: list[Fact] = []
        standing = Standing(self.facts)
        if now is None:
            return ()
        for derivation in self._rules.get(attribute, ()):
            fixed = {derivation.variable: entity}
            budget = budget_for(self.facts, 1)
            for frame, outcome in outcomes(derivation.program, self._world, budget, now=now, fixed=fixed):
                shared = outcome.period.intersect(period)
                if shared is not None:
                    fact = as_fact(derivation, frame, replace(outcome, period=shared))
                    found.extend(() if fact is None else standing.left_open(fact))
        return tuple(found)


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
