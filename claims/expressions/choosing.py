"""Which facts an attribute means: joined ones, those of the time under judgement, those of another time.

Facts whose qualifiers go beyond the scope under judgement are left out, and those of a lower rank give way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeAlias

from claims.dataclasses import dataclass
from claims.expressions.closures import Base
from claims.expressions.comparing import compare
from claims.expressions.frames import Evaluate, Frame, Keep, best_ranked, in_scope, one_value, serving, valid_in
from claims.expressions.truth import TRUE, UNKNOWN, known
from claims.expressions.units import Units
from claims.model.dates import PartialDate, Period
from claims.model.fact import Fact
from claims.model.values import DateSpan, ListOf, Nothing, Number, Text, Unknown, Value

Find: TypeAlias = Callable[[Frame], Sequence[Fact]]
"""Gives the facts that an attribute means, and notes in the frame that the value rests on them."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An attribute whose facts are joined: of the entity that ``base`` gives, those that ``keep`` accepts.

    ``consumed`` are the qualifiers that a filter chose by: what follows no longer depends on them.
    """

    text: str
    base: Base
    attribute: str
    keep: Keep | None
    consumed: frozenset[str]


# Choosing


def written(base: Base, attribute: str, keep: Keep | None) -> Find:
    """All facts that were written, at any time; nothing is noted."""

    def find(frame: Frame) -> Sequence[Fact]:
        entity = base(frame)
        found = frame.world.facts.of(entity, attribute) if entity is not None else ()
        frame.budget.spend(len(found))
        return [fact for fact in found if keep(frame, fact)] if keep else found

    return find


def joined(index: int) -> Find:
    """The fact that the caller joined."""

    def find(frame: Frame) -> Sequence[Fact]:
        fact = frame.slots[index]
        if fact is None:
            return ()
        frame.used.append(fact)
        return (fact,)

    return find


def held(find: Find, consumed: frozenset[str]) -> Find:
    """Those that hold at the time under judgement."""

    def choose(frame: Frame) -> Sequence[Fact]:
        fitting = [fact for fact in find(frame) if in_scope(fact, frame.where, consumed)]
        facts = best_ranked(valid_in(fitting, frame.period))
        frame.used.extend(facts)
        return facts

    return choose


def held_at(find: Find, time: Evaluate, consumed: frozenset[str]) -> Find:
    """Those that hold at another time, or touch it where none does."""

    def choose(frame: Frame) -> Sequence[Fact]:
        period = period_of(time(frame))
        if period is None:
            return ()
        fitting = [fact for fact in find(frame) if in_scope(fact, frame.where, consumed)]
        facts = best_ranked(serving(fitting, period))
        frame.beside.extend(facts)
        return facts

    return choose


# Reading


def joined_value(index: int) -> Evaluate:
    """The value of the fact that the caller joined."""

    def read(frame: Frame) -> Value:
        fact = frame.slots[index]
        if fact is None:
            return UNKNOWN
        frame.used.append(fact)
        return fact.value

    return read


def value_of(find: Find, units: Units) -> Evaluate:
    """The value that the facts agree on."""
    return lambda frame: one_value(find(frame), units)


def state_of(find: Find, state: str, *, negated: bool) -> Evaluate:
    """``is known``, ``is unknown``, ``is none``, ``is absent``."""
    return lambda frame: known(_has_state(find(frame), state) is not negated)


def _has_state(facts: Sequence[Fact], state: str) -> bool:
    match state:
        case "absent":
            return not facts
        case "none":
            return any(isinstance(fact.value, Nothing) for fact in facts)
        case "known":
            return any(not isinstance(fact.value, Unknown) for fact in facts)
    return any(isinstance(fact.value, Unknown) for fact in facts)


# Qualifiers and times


def accepting(tests: Sequence[tuple[str, str, Evaluate]], units: Units) -> Keep:
    """Whether a fact has qualifiers that pass all tests: ``(key, operator, operand)``."""

    def keep(frame: Frame, fact: Fact) -> bool:
        have = dict(fact.where)
        return all(
            key in have and _passes(have[key], operator, operand(frame), units) for key, operator, operand in tests
        )

    return keep


def _passes(qualifier: str, operator: str, wanted: Value, units: Units) -> bool:
    return compare(operator, _read_as(wanted, qualifier), wanted, units) == TRUE


def _read_as(wanted: Value, text: str) -> Value:
    """A qualifier, read as what it is compared with."""
    match wanted:
        case ListOf((first, *_)):
            return _read_as(first, text)
        case PartialDate():
            return _date(text) or Text(text)
        case Number():
            digits = text.removeprefix("-")
            plain = digits.isascii() and digits.replace(".", "", 1).isdecimal() and len(digits) <= 50
            return Number(Decimal(text)) if plain else Text(text)
    return Text(text)


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def period_of(value: Value) -> Period | None:
    """The days that a time means; a plain number is a year."""
    match value:
        case Number(amount, None) if amount == amount.to_integral_value() and 1 <= amount <= 9999:
            return PartialDate.of(int(amount)).period
        case PartialDate():
            return value.period
        case DateSpan(first, last):
            return Period(first.start, last.end)
    return None
