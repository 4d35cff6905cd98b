"""Every combination of entities and facts that a program is to be evaluated with.

The loops bind variables; each attribute that is read adds its facts. Facts come together where their periods
share a day and no qualifier has two values, so that two timelines are split at the limits of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims.expressions.choosing import Slot
from claims.expressions.closures import Elements
from claims.expressions.frames import Frame, best_ranked, compatible
from claims.expressions.nodes import Everything
from claims.model.dates import Period
from claims.model.fact import Fact, Where
from claims.model.values import EntityRef, ListOf, Text, Value
from claims.reasoning.programs import Binder, Program

ALWAYS = Period()


class Row(NamedTuple):
    """Facts that hold together: one a slot (``None``: nothing was written), the time and the qualifiers they share."""

    facts: tuple[Fact | None, ...] = ()
    period: Period = ALWAYS
    where: Where = ()


_START = Row()


def rows(program: Program, frame: Frame, fixed: Mapping[str, str]) -> Iterator[Row]:
    """All combinations; ``frame.entities`` holds the variables of each while it is the current one.

    ``fixed`` restricts variables to one entity.
    """
    for row in _bind(program, 0, _START, frame, fixed):
        yield from _join(program.slots[len(row.facts) :], row, frame)


def _bind(program: Program, index: int, row: Row, frame: Frame, fixed: Mapping[str, str]) -> Iterator[Row]:
    if not program.binders:
        yield row
        return
    binder = program.binders[index]
    innermost = index + 1 == len(program.binders)
    for element, bound in _elements(binder, program, row, frame, fixed.get(binder.variable)):
        frame.budget.spend(1)
        frame.entities[binder.variable] = element
        if innermost:
            yield bound
        else:
            yield from _bind(program, index + 1, bound, frame, fixed)


def _elements(
    binder: Binder, program: Program, row: Row, frame: Frame, fixed: str | None
) -> Iterator[tuple[str | Text, Row]]:
    if binder.elements is not None:
        for element in _free_elements(binder, binder.elements, frame, fixed):
            yield element, row
        return
    # The slots of earlier binders and of the paths below this one come first.
    for joined in _join(program.slots[len(row.facts) : (binder.slot or 0) + 1], row, frame):
        fact = joined.facts[binder.slot or 0]
        for element in () if fact is None else _named(fact.value):
            if fixed is None or element == fixed:
                yield element, joined


def _free_elements(binder: Binder, elements: Elements, frame: Frame, fixed: str | None) -> Sequence[str | Text]:
    """What a binder without facts runs over; one entity of a type is found without a look at the others."""
    if fixed is not None and isinstance(binder.source, Everything) and binder.source.of is None:
        return (fixed,) if frame.world.is_of_type(fixed, binder.source.type) else ()
    found = elements(frame)
    if found is None or fixed is None:
        return () if found is None else found[0]
    return [element for element in found[0] if element == fixed]


def _named(value: Value) -> tuple[str | Text, ...]:
    match value:
        case EntityRef(name):
            return (name,)
        case Text():
            return (value,)
        case ListOf(items):
            return tuple(element for item in items for element in _named(item))
    return ()


def _join(slots: Sequence[Slot], row: Row, frame: Frame) -> list[Row]:
    joined = [row]
    for slot in slots:
        joined = _extend(joined[0], slot, frame) if len(joined) == 1 else _widened(joined, slot, frame)
    return joined


def _widened(joined: Sequence[Row], slot: Slot, frame: Frame) -> list[Row]:
    return [wider for narrower in joined for wider in _extend(narrower, slot, frame)]


def _extend(row: Row, slot: Slot, frame: Frame) -> list[Row]:
    frame.slots, frame.period, frame.where = row.facts, row.period, row.where
    entity = slot.base(frame)
    facts: Sequence[Fact] = frame.world.facts.of(entity, slot.attribute) if entity is not None else ()
    if slot.keep is not None:
        facts = [fact for fact in facts if slot.keep(frame, fact)]
    if not facts:
        return [Row((*row.facts, None), row.period, row.where)]
    frame.budget.spend(len(facts))
    if len(facts) == 1:
        only = _with(row, facts[0], slot)
        return [] if only is None else [only]
    return [wider for fact in best_ranked(facts) if (wider := _with(row, fact, slot)) is not None]


def _with(row: Row, fact: Fact, slot: Slot) -> Row | None:
    period, where = row.period, row.where
    if fact.where:
        added = open_qualifiers(fact, slot)
        if not compatible(where, added):
            return None
        where = merged(where, added)
    held = fact.validity.period
    if held.start is not None or held.end is not None:
        shared = held if period is ALWAYS else period.intersect(held)
        if shared is None:
            return None
        period = shared
    return Row((*row.facts, fact), period, where)


def open_qualifiers(fact: Fact, slot: Slot) -> Where:
    """The qualifiers of a fact that no filter chose."""
    if not slot.consumed:
        return fact.where
    return tuple(pair for pair in fact.where if pair[0] not in slot.consumed)


def merged(where: Where, other: Where) -> Where:
    """Both sets of qualifiers, which must be compatible."""
    if not where or where == other:
        return other or where
    return tuple(sorted({*where, *other}))
