"""Derived facts: forward chaining in strata.

Every rule runs once, after all rules that set what it reads (:mod:`claims.reasoning.strata`). A derived fact
holds while its premises hold, for the qualifiers they share. Of what is unknown nothing is derived.

A stated fact stands: where one has the same entity, attribute and qualifiers, a derivation adds only the time
that it leaves open. Where the two disagree, :func:`claims.reasoning.requirements.failed_requirements` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.expressions import nodes
from claims.expressions.arithmetic import Arithmetic, unit_of
from claims.expressions.frames import Budget, Frame
from claims.expressions.nodes import walk
from claims.expressions.world import World
from claims.model.attribute import Attribute
from claims.model.bulk import uncollected
from claims.model.dates import Period
from claims.model.entity import Entity
from claims.model.fact import ALWAYS, Derivation, Fact, Validity
from claims.model.factset import FactSet
from claims.model.rule import Rules
from claims.model.values import Number, Unknown, Value
from claims.reasoning.evaluating import Outcome, outcomes
from claims.reasoning.programs import CompiledDerivation
from claims.reasoning.rulebook import UNITS, Rulebook
from claims.reasoning.standing import Standing

_FREE_STEPS = 200_000
_STEPS_PER_FACT = 20


def derive(facts: FactSet, rules: Rules, book: Rulebook | None = None) -> FactSet:
    """The facts and everything that the rules derive from them, but for what depends on the time of judging.

    ``book`` are the same rules compiled over the same facts, if that is done already.
    Raises ``LoadError`` for mistakes in the rules, for a cycle, and for rules that take too many steps.
    """
    if not rules.derivations:
        return facts
    book = (book or Rulebook.of(facts, rules)).checked()
    known, standing = Growing(facts), Standing(facts)
    world, budget = book.world.over(known), budget_for(facts, len(book.ordered))
    with uncollected():
        for derivation in book.ordered:
            known.add([fact for found in derived(derivation, world, budget) for fact in standing.left_open(found)])
        return facts.with_facts(known.added)


def budget_for(facts: FactSet, rules: int) -> Budget:
    """The steps that so many rules together may take: in proportion to the facts, and some for all."""
    return Budget(_FREE_STEPS + _STEPS_PER_FACT * rules * (len(facts.facts) + len(facts.entities)))


class Layer:
    """A fact set with something over it: the same entities and attributes, other facts."""

    def __init__(self, base: FactSet) -> None:
        self._base = base

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return self._base.entities

    @property
    def attributes(self) -> Mapping[str, Attribute]:
        """Attributes by id."""
        return self._base.attributes


class Growing(Layer):
    """A fact set that derived facts are being added to."""

    def __init__(self, base: FactSet) -> None:
        super().__init__(base)
        self.added: list[Fact] = []
        self._more: dict[tuple[str, str], tuple[Fact, ...]] = {}

    def of(self, entity: str, attribute: str) -> tuple[Fact, ...]:
        """The facts on one attribute of one entity, stated ones first."""
        more = self._more.get((entity, attribute))
        stated = self._base.of(entity, attribute)
        return stated if more is None else (*stated, *more)

    def add(self, facts: Sequence[Fact]) -> None:
        """Make facts known."""
        self.added.extend(facts)
        gathered: dict[tuple[str, str], list[Fact]] = {}
        for fact in facts:
            gathered.setdefault((fact.entity, fact.attribute), []).append(fact)
        for key, group in gathered.items():
            self._more[key] = (*self._more.get(key, ()), *group)


def derived(derivation: CompiledDerivation, world: World, budget: Budget) -> Iterator[Fact]:
    """What one rule derives, also where a fact is stated."""
    found = (
        (as_fact(derivation, frame, outcome), outcome) for frame, outcome in outcomes(derivation.program, world, budget)
    )
    if not may_repeat(derivation):
        yield from (fact for fact, _ in found if fact is not None)
        return
    seen: set[tuple[object, ...]] = set()
    for fact, outcome in found:
        if fact is None:
            continue
        # Branches not taken, and loops that the value does not depend on, give the same fact again. Premises are
        # told apart by identity: to compare them would be to compare all that they rest on.
        key = (fact.entity, fact.value, outcome.period, fact.where, *map(id, outcome.premises))
        if key not in seen:
            seen.add(key)
            yield fact


def may_repeat(derivation: CompiledDerivation) -> bool:
    """Whether a rule can give the same fact twice: for loops beside that of its variable, and for branches."""
    program = derivation.program
    branches = any(
        isinstance(node, nodes.Conditional) or (isinstance(node, nodes.Binary) and node.operator in ("and", "or"))
        for part in program.parts
        for node in walk(part)
    )
    return branches or any(
        binder.variable != derivation.variable and not _is_owner(binder.source) for binder in program.binders
    )


def _is_owner(source: nodes.Node) -> bool:
    return isinstance(source, nodes.Path) and source.attribute == "of"


def as_fact(derivation: CompiledDerivation, frame: Frame, outcome: Outcome) -> Fact | None:
    """The fact that an outcome is; ``None`` where the variable stands for a name that is no entity."""
    entity = frame.entities[derivation.variable]
    if not isinstance(entity, str):
        return None
    rule = derivation.rule
    return Fact(
        entity,
        derivation.attribute,
        _in_unit(outcome.value, derivation.unit),
        where=outcome.where,
        validity=_validity(outcome.period, outcome.held),
        derivation=Derivation(rule.id, rule.expression, outcome.premises, outcome.steps),
        place=rule.place,
    )


def _in_unit(value: Value, unit: str | None) -> Value:
    """The value in the unit of the attribute it is derived for, where it converts; a plain number takes it."""
    if unit is None or unit_of(value) == unit:
        return value
    if isinstance(value, Number) and value.unit is None:
        return Number(value.amount, unit, value.step)
    converted = Arithmetic(UNITS).convert(value, unit)
    return value if isinstance(converted, Unknown) else converted


def _validity(period: Period, held: Sequence[Fact]) -> Validity:
    """The time of a derived fact, said as its premises say it."""
    if period.start is None and period.end is None:
        return ALWAYS
    began = [fact.validity for fact in held if fact.validity.period.start == period.start is not None]
    ended = [fact.validity for fact in held if fact.validity.period.end == period.end is not None]
    return Validity(
        period,
        since=next((validity.since for validity in began if validity.since), None),
        until=next((validity.until for validity in ended if validity.until), None),
        as_of=next((validity.as_of for validity in began if validity.as_of), None),
        during=next((validity.during for validity in began if validity.during and validity.period == period), None),
    )
