"""What would follow if a fact had another value: a few rules run anew, over facts of which some are exchanged.

A text that is wrong about the votes is wrong about the share as well, though only once. Whether the share follows from
the wrong votes is seen by deriving it from them: the facts between the two are derived again, each by its rule, for its
entity alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from claims.dataclasses import dataclass
from claims.errors import LoadError
from claims.expressions.frames import Budget
from claims.expressions.truth import UNKNOWN
from claims.expressions.world import Known, World
from claims.model.dates import Period
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import Rules
from claims.model.values import Value
from claims.reasoning.derivation import Layer, as_fact
from claims.reasoning.evaluating import outcomes
from claims.reasoning.programs import CompiledDerivation
from claims.reasoning.rulebook import Rulebook
from claims.reasoning.timed import as_date

Instead: TypeAlias = Sequence[tuple[Fact, Value]]
"""Facts with the values that they are supposed to have."""

_MOST_STEPS = 100_000
_MOST_FACTS = 1000


@dataclass(frozen=True, slots=True)
class Supposing:
    """Facts, with what rules derived from them, and the rules, which are compiled when something is first supposed."""

    facts: FactSet
    _compiled: Callable[[], tuple[World, Mapping[str, CompiledDerivation]]]

    @classmethod
    def of(cls, facts: FactSet, stated: FactSet, rules: Rules) -> Supposing:
        """``facts`` are complete; ``stated`` are those that the rules were compiled over before."""
        return cls(facts, cache(lambda: _compiled(stated, rules)))

    def derive(self, fact: Fact, instead: Instead, at: Period | None) -> tuple[Fact, ...]:
        """What stands in place of a derived fact when other facts have other values, judged at ``at``.

        Nothing where that is unknown, or takes too many steps to find out.
        """
        supposed = _Supposed(self.facts)
        for other, value in instead:
            supposed.exchange(other, (_with_value(other, value),))
        found: tuple[Fact, ...] = ()
        try:
            for resting in _resting_on(fact, {id(other) for other, _ in instead}):
                found = self._again(resting, supposed, at)
                supposed.exchange(resting, found)
        except LoadError:
            return ()
        return found

    def _again(self, fact: Fact, supposed: Known, at: Period | None) -> tuple[Fact, ...]:
        """A derived fact, derived again; it may hold for other times, or be several."""
        world, rules = self._compiled()
        rule = None if fact.derivation is None else rules.get(fact.derivation.rule)
        if rule is None:
            return ()
        now = as_date(at) if at is not None and rule.program.now else None
        fixed, budget = {rule.variable: fact.entity}, Budget(_MOST_STEPS)
        found = outcomes(rule.program, world.over(supposed), budget, now=now or UNKNOWN, fixed=fixed)
        facts = (as_fact(rule, frame, outcome) for frame, outcome in found)
        return tuple(again for again in facts if again is not None and again.where == fact.where)


class _Supposed(Layer):
    """A fact set of which some facts are exchanged for others."""

    def __init__(self, base: FactSet) -> None:
        super().__init__(base)
        self._other: dict[tuple[str, str], tuple[Fact, ...]] = {}

    def of(self, entity: str, attribute: str) -> tuple[Fact, ...]:
        """The facts on one attribute of one entity, as they are supposed to be."""
        other = self._other.get((entity, attribute))
        return self._base.of(entity, attribute) if other is None else other

    def exchange(self, fact: Fact, others: Sequence[Fact]) -> None:
        """Put other facts in place of one, and of those that the same rule gave beside it."""
        kept = (known for known in self.of(fact.entity, fact.attribute) if not _goes_with(known, fact))
        self._other[fact.entity, fact.attribute] = (*kept, *others)


def _goes_with(known: Fact, fact: Fact) -> bool:
    if known is fact or known.derivation is None or fact.derivation is None:
        return known is fact
    return known.derivation.rule == fact.derivation.rule and known.where == fact.where


def _with_value(fact: Fact, value: Value) -> Fact:
    return Fact(fact.entity, fact.attribute, value, where=fact.where, validity=fact.validity, rank=fact.rank)


def _compiled(stated: FactSet, rules: Rules) -> tuple[World, Mapping[str, CompiledDerivation]]:
    book = Rulebook.of(stated, rules)
    return book.world, {derivation.rule.id: derivation for derivation in (*book.ordered, *book.timed)}


def _resting_on(fact: Fact, changed: Collection[int]) -> list[Fact]:
    """The facts from ``fact`` down that rest on changed ones (by ``id``), each behind those that it rests on itself."""
    order: list[Fact] = []
    resting: dict[int, bool] = {}
    waiting = [(fact, False)]
    while waiting and len(resting) < _MOST_FACTS:
        one, seen_below = waiting.pop()
        if one.derivation is None or id(one) in changed:
            continue
        if seen_below:
            if any(id(premise) in changed or resting.get(id(premise)) for premise in one.derivation.premises):
                resting[id(one)] = True
                order.append(one)
        elif id(one) not in resting:
            resting[id(one)] = False
            waiting += [(one, True), *((premise, False) for premise in one.derivation.premises)]
    return [] if waiting else order
