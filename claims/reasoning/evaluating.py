"""Running a program over every combination: the values, how long each holds, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Overflow
from itertools import pairwise
from types import MappingProxyType

from claims.dataclasses import dataclass
from claims.errors import LoadError
from claims.expressions.frames import Budget, Frame, Overrun
from claims.expressions.showing import shown
from claims.expressions.truth import TRUE, UNKNOWN
from claims.expressions.world import World
from claims.model.dates import Period
from claims.model.fact import Fact, Where
from claims.model.values import Unknown, Value
from claims.reasoning.joining import ALWAYS, Row, merged, open_qualifiers, rows
from claims.reasoning.programs import Program

STEPS = 4
"""What the evaluation of one combination counts, compared with a look at one fact."""

_FREE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Outcome:
    """A value that is known, for a time and qualifiers, with the facts it rests on.

    ``held`` are the premises that must hold at that time; ``premises`` are those and the ones read at a time
    of their own.
    """

    value: Value
    period: Period
    where: Where
    held: tuple[Fact, ...]
    premises: tuple[Fact, ...]
    steps: tuple[str, ...]


def outcomes(
    program: Program, world: World, budget: Budget, *, now: Value = UNKNOWN, fixed: Mapping[str, str] = _FREE
) -> Iterator[tuple[Frame, Outcome]]:
    """All known values, with the frame as it is at that moment. Raises ``LoadError`` where a limit is passed."""
    frame = Frame(world, budget, now)
    try:
        for row in rows(program, frame, fixed):
            for outcome in _of_row(program, frame, row):
                yield frame, outcome
    except Overrun as overrun:
        raise too_much(program, overrun) from None
    except Overflow:
        raise _error(program, "this gives a number beyond 10^1000", "check the facts it rests on") from None


def too_much(program: Program, overrun: Overrun) -> LoadError:
    """The error for a program that goes beyond its budget."""
    return _error(program, f"this takes {overrun}", "narrow what the loops and aggregates run over")


def _error(program: Program, message: str, hint: str) -> LoadError:
    root = program.expression.root
    return program.expression.source.error(root.start, root.end, message, hint)


def _of_row(program: Program, frame: Frame, row: Row) -> Iterator[Outcome]:
    """The outcomes of one row: several where look-ups split its time."""
    pending = [row.period]
    while pending:
        period = pending.pop()
        value = _evaluate(program, frame, row, period)
        cuts = _cuts(frame.used, period) if program.look_ups else ()
        if cuts:
            pending.extend(reversed(_split(period, cuts)))
        elif not isinstance(value, Unknown):
            yield _outcome(program, frame, row, value, period)


def _evaluate(program: Program, frame: Frame, row: Row, period: Period) -> Value:
    frame.budget.spend(STEPS)
    frame.slots, frame.period, frame.where = row.facts, period, row.where
    frame.used, frame.beside, frame.steps = [], [], []
    for binder in program.binders:
        fact = None if binder.slot is None else row.facts[binder.slot]
        if fact is not None:
            frame.used.append(fact)
    if program.condition is not None and program.condition(frame) != TRUE:
        return UNKNOWN
    return program.value(frame)


def _cuts(facts: Sequence[Fact], period: Period) -> list[date]:
    """The days strictly inside a period on which one of the facts begins or ends to hold."""
    limits = {day for fact in facts for day in (fact.validity.period.start, fact.validity.period.end) if day}
    return sorted(day for day in limits if day != period.start and day in period)


def _split(period: Period, cuts: Sequence[date]) -> list[Period]:
    limits = [period.start, *cuts, period.end]
    return [Period(start, end) for start, end in pairwise(limits)]


def _outcome(program: Program, frame: Frame, row: Row, value: Value, period: Period) -> Outcome:
    held = _distinct(frame.used)
    premises = _distinct([*held, *frame.beside]) if frame.beside else held
    where = row.where
    if (program.look_ups or len(held) < len(row.facts)) and not _all_used(row.facts, held):
        # A branch that was not taken limits neither the time nor the qualifiers.
        where, period = _narrowed(program, row, held, period if program.look_ups else ALWAYS)
    steps = tuple(dict.fromkeys([f"{label} = {shown(result)}" for label, result in frame.steps]))
    return Outcome(value, period, where, held, premises, steps)


def _all_used(facts: Sequence[Fact | None], held: Sequence[Fact]) -> bool:
    return all(fact is None or any(fact is other for other in held) for fact in facts)


def _narrowed(program: Program, row: Row, held: Sequence[Fact], period: Period) -> tuple[Where, Period]:
    where: Where = ()
    for slot, fact in zip(program.slots, row.facts, strict=True):
        if fact is not None and any(fact is other for other in held):
            where = merged(where, open_qualifiers(fact, slot))
            period = period.intersect(fact.validity.period) or period
    return where, period


def _distinct(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Each fact once, by identity: comparing facts would compare all that they rest on."""
    if len(facts) < 2:
        return tuple(facts)
    found = {id(fact): fact for fact in facts}
    return tuple(facts if len(found) == len(facts) else found.values())
