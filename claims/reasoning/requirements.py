"""Requirements: what must hold of the facts, stated and derived.

A requirement fails where it is false; what is unknown fails nothing. A stated fact that disagrees with what a
rule derives for the same time and qualifiers is reported in the same way, under the rule's id.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.expressions.comparing import equal
from claims.expressions.frames import Budget, Frame, Overrun
from claims.expressions.showing import shown
from claims.expressions.truth import FALSE
from claims.expressions.world import World
from claims.model.fact import Fact, Rank
from claims.model.factset import FactSet
from claims.model.requirement import FailedRequirement
from claims.model.rule import DerivationRule, RequirementRule, Rules
from claims.reasoning.derivation import budget_for, derived
from claims.reasoning.evaluating import STEPS, Outcome, outcomes, too_much
from claims.reasoning.programs import CompiledDerivation, CompiledRequirement
from claims.reasoning.rulebook import UNITS, Rulebook


def failed_requirements(facts: FactSet, rules: Rules, book: Rulebook | None = None) -> tuple[FailedRequirement, ...]:
    """What the facts, completed by :func:`~claims.reasoning.derivation.derive`, do not meet, in the order of the rules.

    Raises ``LoadError`` for mistakes in the rules, and for rules that take too many steps.
    """
    book = (book or Rulebook.of(facts, rules)).checked()
    world, budget = book.world.over(facts), budget_for(facts, len(book.requirements) + len(book.ordered))
    failed = [failure for item in book.requirements for failure in _failures(item, world, budget)]
    stated = {(fact.entity, fact.attribute) for fact in facts.facts if fact.derivation is None}
    targets = {attribute for _, attribute in stated}
    for derivation in book.ordered:
        if derivation.attribute in targets:
            failed.extend(_disagreements(derivation, facts, world, budget))
    return tuple(failed)


def _failures(item: CompiledRequirement, world: World, budget: Budget) -> Iterator[FailedRequirement]:
    for frame, outcome in outcomes(item.program, world, budget):
        if outcome.value == FALSE:
            yield FailedRequirement(item.rule, outcome.premises, _message(item, frame, outcome), outcome.steps)


def _message(item: CompiledRequirement, frame: Frame, outcome: Outcome) -> str:
    if item.message is None:
        return f"{item.rule.that} does not hold{_named(item, frame)}"
    frame.period, frame.where = outcome.period, outcome.where
    return item.message.fill(frame)


def _named(item: CompiledRequirement, frame: Frame) -> str:
    """The entities that the variables stand for, in words."""
    named = []
    for binder in item.program.binders:
        element = frame.entities[binder.variable]
        entity = frame.world.entity(element) if isinstance(element, str) else None
        name = element if entity is None else entity.name("en")
        named.append(f"{binder.variable} is {name if isinstance(name, str) else name.text}")
    return f" ({', '.join(named)})" if named else ""


def _disagreements(
    derivation: CompiledDerivation, facts: FactSet, world: World, budget: Budget
) -> Iterator[FailedRequirement]:
    """Stated facts that exclude what the rule derives."""
    for fact in derived(derivation, world, budget):
        others = facts.of(fact.entity, fact.attribute)
        try:
            budget.spend(STEPS * len(others))
        except Overrun as overrun:
            raise too_much(derivation.program, overrun) from None
        excluded = (other for other in others if other.derivation is None and _exclude(fact, other))
        yield from (_disagreement(derivation.rule, fact, other) for other in excluded)


def _exclude(fact: Fact, other: Fact) -> bool:
    return (
        other.where == fact.where
        and other.rank is not Rank.DEPRECATED
        and other.validity.period.overlaps(fact.validity.period)
        and equal(fact.value, other.value, UNITS) == FALSE
    )


def _disagreement(rule: DerivationRule, fact: Fact, stated: Fact) -> FailedRequirement:
    demand = RequirementRule(
        rule.id,
        rule.loops,
        f"{rule.target} = {rule.expression}",
        condition=rule.condition,
        place=rule.place,
        expression_place=rule.expression_place,
    )
    message = (
        f"{stated.entity}.{stated.attribute} is given as {shown(stated.value)}, "
        f"but rule {rule.id} derives {shown(fact.value)}"
    )
    derivation = fact.derivation
    premises, steps = ((), ()) if derivation is None else (derivation.premises, derivation.steps)
    return FailedRequirement(demand, (stated, *premises), message, steps)
