"""Aggregates: over the facts of one path, or over entities.

:mod:`claims.expressions.functions` tells what each gives. Nothing is counted that may be incomplete: an open
list, or a condition that is unknown of an element, leaves ``count`` and ``sum`` unknown, while ``any`` and
``all`` may still be decided by what is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from claims.expressions import nodes
from claims.expressions.arithmetic import Arithmetic
from claims.expressions.closures import Elements
from claims.expressions.comparing import less
from claims.expressions.frames import Evaluate, Frame, best_ranked, compatible, valid_in
from claims.expressions.functions import extreme, undecided
from claims.expressions.truth import FALSE, TRUE, UNKNOWN
from claims.expressions.world import Known
from claims.model.attribute import Cardinality
from claims.model.fact import Fact
from claims.model.values import Boolean, EntityRef, ListOf, Nothing, Number, Text, Unknown, Value

if TYPE_CHECKING:
    from claims.expressions.compiling import Compiler

Collected: TypeAlias = tuple[Sequence[Value], bool]
"""The values that an aggregate runs over, and whether there are surely no others."""

_Collect: TypeAlias = Callable[[Frame], Collected | None]
_Fold: TypeAlias = Callable[[Arithmetic, Sequence[Value]], Value]


def compile_aggregate(node: nodes.Aggregate, compiler: Compiler) -> Evaluate:
    """The function of an aggregate."""
    collect = _over_facts(node, compiler) if node.source is None else _over_entities(node, node.source, compiler)
    arithmetic = compiler.arithmetic
    if node.subject is not None:
        return _ranked(compiler.part(node.subject), collect, arithmetic)
    fold, open_fold = _FOLDS[node.function], _OPEN_FOLDS.get(node.function)

    def aggregate(frame: Frame) -> Value:
        found = _quietly(collect, frame)
        if found is None:
            return UNKNOWN
        values, closed = found
        frame.budget.spend(len(values))
        if not closed or any(undecided(value) for value in values):
            return UNKNOWN if open_fold is None else open_fold(values)
        return fold(arithmetic, values)

    return aggregate


def _quietly(collect: _Collect, frame: Frame) -> Collected | None:
    """Collect without steps: what happened to each of a thousand elements explains nothing."""
    steps = len(frame.steps)
    found = collect(frame)
    del frame.steps[steps:]
    return found


# What to run over


def _over_facts(node: nodes.Aggregate, compiler: Compiler) -> _Collect:
    path = node.item
    if not isinstance(path, nodes.Path):
        raise TypeError("the expression was not checked before it was compiled")
    written, (keep, _) = compiler.written(path), compiler.filters(path)

    def collect(frame: Frame) -> Collected | None:
        facts = valid_in((fact for fact in written(frame) if compatible(fact.where, frame.where)), frame.period)
        if not facts:
            return None
        kept = best_ranked([fact for fact in facts if keep is None or keep(frame, fact)])
        frame.used.extend(kept)
        return _values(kept, frame.world.facts)

    return collect


def _values(facts: Sequence[Fact], known: Known) -> Collected:
    """The values of the facts of one attribute, those of a list one by one."""
    if len(facts) == 1:
        match facts[0].value:
            case ListOf(items, complete):
                return items, complete
            case Nothing():
                return (), True
            case Unknown():
                return (), False
    values = [fact.value for fact in facts]
    return values, _is_closed(facts, known)


def _is_closed(facts: Sequence[Fact], known: Known) -> bool:
    if not facts:
        return True
    attribute = known.attributes.get(facts[0].attribute)
    if attribute is not None and attribute.cardinality is not None:
        return attribute.cardinality is Cardinality.ONE
    return not any(isinstance(fact.value, EntityRef | Text | ListOf) for fact in facts)


def _over_entities(node: nodes.Aggregate, source: nodes.Node, compiler: Compiler) -> _Collect:
    elements = compiler.elements(source)
    variable, item = node.variable or "", compiler.look_up(node.item)
    condition = None if node.condition is None else compiler.look_up(node.condition)

    def collect(frame: Frame) -> Collected | None:
        found = elements(frame)
        if found is None:
            return None
        values, closed = [], found[1]
        for _ in _bound(frame, variable, found[0]):
            chosen = TRUE if condition is None else condition(frame)
            if chosen == TRUE:
                values.append(item(frame))
            closed = closed and isinstance(chosen, Boolean)
        return values, closed

    return collect


def _bound(frame: Frame, variable: str, elements: Sequence[str | Text]) -> Iterator[None]:
    """Let a variable stand for each element in turn, and for what it stood for before at the end."""
    before = frame.entities.get(variable)
    for element in elements:
        frame.budget.spend(1)
        frame.entities[variable] = element
        yield
    if before is None:
        frame.entities.pop(variable, None)
    else:
        frame.entities[variable] = before


def compile_elements(source: nodes.Node, compiler: Compiler) -> Elements:
    """The function that gives what a loop runs over: entities by id, names that are no entities as texts."""
    if isinstance(source, nodes.Everything):
        type_, of = source.type, None if source.of is None else compiler.base(source.of)

        def everything(frame: Frame) -> tuple[Sequence[str | Text], bool]:
            owner = None if of is None else of(frame)
            return ((), True) if of is not None and owner is None else (frame.world.of_type(type_, owner), True)

        return everything
    aggregate = nodes.Aggregate("count", source, source.start, source.end)
    collect = _over_facts(aggregate, compiler)

    def listed(frame: Frame) -> tuple[Sequence[str | Text], bool] | None:
        found = collect(frame)
        if found is None:
            return None
        names = [value.id if isinstance(value, EntityRef) else value for value in found[0]]
        return [name for name in names if isinstance(name, str | Text)], found[1]

    return listed


# What to make of it


def _count(_: Arithmetic, values: Sequence[Value]) -> Value:
    return Number(Decimal(sum(1 for value in values if value != FALSE)))


def _sum(arithmetic: Arithmetic, values: Sequence[Value]) -> Value:
    if not values:
        return UNKNOWN
    total = values[0]
    for value in values[1:]:
        total = arithmetic.add(total, value)
    return total


def _average(arithmetic: Arithmetic, values: Sequence[Value]) -> Value:
    return arithmetic.divide(_sum(arithmetic, values), Number(Decimal(len(values)))) if values else UNKNOWN


def _list(_: Arithmetic, values: Sequence[Value]) -> Value:
    return ListOf(tuple(dict.fromkeys(values)), complete=True)


def _open_list(values: Sequence[Value]) -> Value:
    return ListOf(tuple(dict.fromkeys(value for value in values if not undecided(value))))


def _extreme(operator: str) -> _Fold:
    find = extreme(operator)
    return lambda arithmetic, values: find(arithmetic, tuple(values)) if values else UNKNOWN


def _any(_: Arithmetic, values: Sequence[Value]) -> Value:
    return TRUE if TRUE in values else FALSE


def _all(_: Arithmetic, values: Sequence[Value]) -> Value:
    return FALSE if FALSE in values else TRUE


_FOLDS = MappingProxyType(
    {
        "count": _count,
        "list": _list,
        "sum": _sum,
        "average": _average,
        "min": _extreme("<="),
        "max": _extreme(">="),
        "any": _any,
        "all": _all,
    }
)
_OPEN_FOLDS: MappingProxyType[str, Callable[[Sequence[Value]], Value]] = MappingProxyType(
    {
        "list": _open_list,
        "any": lambda values: TRUE if TRUE in values else UNKNOWN,
        "all": lambda values: FALSE if FALSE in values else UNKNOWN,
    }
)


def _ranked(subject: Evaluate, collect: _Collect, arithmetic: Arithmetic) -> Evaluate:
    """One more than the number of greater values, so that equals share a rank."""

    def rank(frame: Frame) -> Value:
        value, found = subject(frame), _quietly(collect, frame)
        if found is None or not found[1] or undecided(value):
            return UNKNOWN
        above = [less(value, other, arithmetic.units) for other in found[0]]
        return UNKNOWN if UNKNOWN in above else Number(Decimal(1 + above.count(TRUE)))

    return rank
