"""From the tree to a function: every node becomes a closure that reads a frame.

A closure that is worth showing leaves its text and value in ``frame.steps``. Attributes are compiled to slots
outside of aggregates and ``at``, and to look-ups inside (see :mod:`claims.expressions.frames`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal, Overflow
from typing import TypeAlias

from claims.expressions import nodes
from claims.expressions.aggregating import Elements, compile_aggregate, compile_elements
from claims.expressions.arithmetic import Arithmetic
from claims.expressions.checking import FIELDS
from claims.expressions.comparing import compare
from claims.expressions.frames import (
    Evaluate,
    Frame,
    Keep,
    Overrun,
    best_ranked,
    in_scope,
    one_value,
    serving,
    valid_in,
)
from claims.expressions.functions import FUNCTIONS, undecided
from claims.expressions.nodes import Node
from claims.expressions.source import Source
from claims.expressions.truth import FALSE, TRUE, UNKNOWN, known, opposite, truth
from claims.expressions.units import symbol
from claims.model.dates import PartialDate, Period
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.values import Boolean, DateSpan, EntityRef, ListOf, Nothing, Number, Text, Unknown, Value

Base: TypeAlias = Callable[[Frame], str | None]
_Operation: TypeAlias = Callable[[Value, Value], Value]
_NOTHING: frozenset[str] = frozenset()


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


class Compiler:
    """Compiles the expressions of one rule, which share slots: a condition and a value are joined together."""

    def __init__(self, arithmetic: Arithmetic) -> None:
        self.slots: list[Slot] = []
        self._arithmetic = arithmetic
        self._source = Source("")
        self._looking_up = False
        self._operations: dict[str, _Operation] = {
            "+": arithmetic.add,
            "-": arithmetic.subtract,
            "*": arithmetic.multiply,
            "/": arithmetic.divide,
        }

    def compile(self, node: Node, source: Source) -> Evaluate:
        """The function of a whole expression."""
        self._source = source
        return self._node(node)

    def loop(self, node: Node, source: Source) -> Elements:
        """The function that gives what a loop over a type runs over."""
        self._source = source
        return compile_elements(node, self)

    def field_elements(self, node: nodes.Path, source: Source) -> Elements:
        """The function that gives what a loop over a field of an entity (``e.of``) runs over."""
        self._source = source
        return _field_elements(self._path(node))

    def slot(self, node: nodes.Path, source: Source) -> int:
        """The slot whose facts a loop over an attribute runs over."""
        self._source = source
        return self._slot(node)

    def looking_up(self, node: Node, source: Source) -> Evaluate:
        """The function of a whole expression whose attributes are all looked up."""
        self._source = source
        return self.look_up(node)

    def here(self, node: Node) -> Evaluate:
        """The function of a part, read as what stands around it."""
        return self._node(node)

    def look_up(self, node: Node) -> Evaluate:
        """The function of a part whose attributes are looked up, not joined."""
        with self._in_look_ups():
            return self._node(node)

    @contextmanager
    def _in_look_ups(self) -> Iterator[None]:
        before, self._looking_up = self._looking_up, True
        yield
        self._looking_up = before

    def _text(self, node: Node) -> str:
        return " ".join(self._source.text[node.start : node.end].split())

    def _traced(self, node: Node, inner: Evaluate) -> Evaluate:
        label = self._text(node)

        def traced(frame: Frame) -> Value:
            value = inner(frame)
            frame.steps.append((label, value))
            return value

        return traced

    def _node(self, node: Node) -> Evaluate:
        match node:
            case nodes.Literal():
                return self._literal(node)
            case nodes.Now():
                return lambda frame: frame.now
            case nodes.Variable(name):
                return _variable(name)
            case nodes.Items(items):
                return self._items(items)
            case nodes.Path():
                return self._path(node)
            case nodes.Conditional():
                return self._conditional(node)
            case nodes.Unary():
                return self._unary(node)
        return self._traced(node, self._composed(node))

    def _composed(self, node: Node) -> Evaluate:
        match node:
            case nodes.Binary():
                return self._binary(node)
            case nodes.Call():
                return self._call(node)
            case nodes.At():
                return self._at(node)
            case nodes.Test():
                return self._test(node)
            case nodes.Aggregate():
                return compile_aggregate(node, self, self._arithmetic)
        raise AssertionError(f"{type(node).__name__} is no expression")

    # Values

    def _literal(self, node: nodes.Literal) -> Evaluate:
        value = node.value
        if isinstance(value, Number) and value.unit is not None:
            value = Number(value.amount, symbol(value.unit), value.step)
        return lambda _: value

    def _items(self, items: tuple[Node, ...]) -> Evaluate:
        parts = [self._node(item) for item in items]
        return lambda frame: ListOf(tuple(part(frame) for part in parts), complete=True)

    def _conditional(self, node: nodes.Conditional) -> Evaluate:
        condition, then, otherwise = (self._node(part) for part in (node.condition, node.then, node.otherwise))

        def conditional(frame: Frame) -> Value:
            decided = condition(frame)
            if not isinstance(decided, Boolean):
                return UNKNOWN
            return then(frame) if decided.value else otherwise(frame)

        return conditional

    def _unary(self, node: nodes.Unary) -> Evaluate:
        operand, negate = self._node(node.operand), self._arithmetic.negate
        if node.operator == "not":
            return lambda frame: opposite(operand(frame))
        return lambda frame: negate(operand(frame))

    def _binary(self, node: nodes.Binary) -> Evaluate:
        left, right, operator = self._node(node.left), self._node(node.right), node.operator
        if operator in ("and", "or"):
            return _both(left, right) if operator == "and" else _either(left, right)
        operation = self._operations.get(operator)
        if operation is not None:
            return _calculation(left, right, operation)
        units = self._arithmetic.units
        return lambda frame: compare(operator, left(frame), right(frame), units)

    def _call(self, node: nodes.Call) -> Evaluate:
        function, arithmetic = FUNCTIONS[node.function], self._arithmetic
        parts, apply = tuple(self._node(part) for part in node.arguments), FUNCTIONS[node.function].apply
        if function.name == "first_known":
            return lambda frame: apply(arithmetic, tuple(part(frame) for part in parts))
        if len(parts) == 1:
            return _call_one(parts[0], lambda value: apply(arithmetic, (value,)))

        def call(frame: Frame) -> Value:
            values = tuple(part(frame) for part in parts)
            return UNKNOWN if any(undecided(value) for value in values) else apply(arithmetic, values)

        return call

    # Facts

    def base(self, node: Node) -> Base:
        """The function that gives the entity an attribute is read of."""
        if isinstance(node, nodes.Variable):
            return _base_variable(node.name)
        part = self._node(node)

        def base(frame: Frame) -> str | None:
            value = part(frame)
            return value.id if isinstance(value, EntityRef) else None

        return base

    def _path(self, node: nodes.Path) -> Evaluate:
        if node.attribute in FIELDS:
            return _field(self.base(node.base), node.attribute)
        if self._looking_up:
            return self._look_up_path(node)
        index = self._slot(node)

        def read(frame: Frame) -> Value:
            fact = frame.slots[index]
            if fact is None:
                return UNKNOWN
            frame.used.append(fact)
            return fact.value

        return self._traced(node, read)

    def _slot(self, node: nodes.Path) -> int:
        text = self._text(node)
        for index, slot in enumerate(self.slots):
            if slot.text == text:
                return index
        base = self.base(node.base)
        self.slots.append(Slot(text, base, node.attribute, *self.filters(node)))
        return len(self.slots) - 1

    def filters(self, node: nodes.Path) -> tuple[Keep | None, frozenset[str]]:
        """Whether a fact has the qualifiers that a path asks for, and which ones it asks about."""
        if not node.filters:
            return None, _NOTHING
        units = self._arithmetic.units
        tests = [(item.key, item.operator, self.look_up(item.operand)) for item in node.filters]

        def keep(frame: Frame, fact: Fact) -> bool:
            have = dict(fact.where)
            return all(
                key in have
                and compare(operator, _qualifier(have[key], wanted := operand(frame)), wanted, units) == TRUE
                for key, operator, operand in tests
            )

        return keep, frozenset(item.key for item in node.filters)

    def candidates(self, node: nodes.Path) -> Callable[[Frame], tuple[Fact, ...]]:
        """The function that gives all facts of a path, at any time."""
        base, attribute = self.base(node.base), node.attribute
        keep, _ = self.filters(node)

        def find(frame: Frame) -> tuple[Fact, ...]:
            entity = base(frame)
            found = frame.world.facts.of(entity, attribute) if entity is not None else ()
            frame.budget.spend(len(found))
            return tuple(fact for fact in found if keep(frame, fact)) if keep else found

        return find

    def elements(self, source: Node) -> Elements:
        """The function that gives what a loop runs over."""
        with self._in_look_ups():
            return compile_elements(source, self)

    def _look_up_path(self, node: nodes.Path) -> Evaluate:
        find, consumed, units = self.candidates(node), self.filters(node)[1], self._arithmetic.units

        def look_up(frame: Frame) -> Value:
            fitting = [fact for fact in find(frame) if in_scope(fact, frame.where, consumed)]
            facts = best_ranked(valid_in(fitting, frame.period))
            frame.used.extend(facts)
            return one_value(facts, units)

        return look_up

    def _at(self, node: nodes.At) -> Evaluate:
        time = self._node(node.time)
        with self._in_look_ups():
            find, consumed = self.candidates(node.path), self.filters(node.path)[1]
        units = self._arithmetic.units

        def at(frame: Frame) -> Value:
            period = _period(time(frame))
            if period is None:
                return UNKNOWN
            fitting = [fact for fact in find(frame) if in_scope(fact, frame.where, consumed)]
            facts = best_ranked(serving(fitting, period))
            frame.beside.extend(facts)
            return one_value(facts, units)

        return at

    def _test(self, node: nodes.Test) -> Evaluate:
        if isinstance(node.operand, nodes.Path) and node.operand.attribute not in FIELDS and not self._looking_up:
            index = self._slot(node.operand)
            return _test_slot(index, node.state, node.negated)
        operand, state, negated = self._node(node.operand), node.state, node.negated
        return lambda frame: known(_has_state(operand(frame), state) is not negated)


def _variable(name: str) -> Evaluate:
    def variable(frame: Frame) -> Value:
        found = frame.entities[name]
        return EntityRef(found) if isinstance(found, str) else found

    return variable


def _base_variable(name: str) -> Base:
    def base(frame: Frame) -> str | None:
        found = frame.entities[name]
        return found if isinstance(found, str) else None

    return base


def _field(base: Base, field: str) -> Evaluate:
    def read(frame: Frame) -> Value:
        id_ = base(frame)
        entity = frame.world.entity(id_) if id_ is not None else None
        return UNKNOWN if entity is None else _field_value(entity, field)

    return read


def _field_elements(field: Evaluate) -> Elements:
    def elements(frame: Frame) -> tuple[Sequence[str | Text], bool]:
        value = field(frame)
        found = value.items if isinstance(value, ListOf) else (value,)
        return [item.id for item in found if isinstance(item, EntityRef)], True

    return elements


def _field_value(entity: Entity, field: str) -> Value:
    match field:
        case "of":
            return UNKNOWN if entity.of is None else EntityRef(entity.of)
        case "type":
            return UNKNOWN if entity.type is None else Text(entity.type)
        case "name":
            return Text(entity.name(""))
    return ListOf(tuple(EntityRef(place) for place in entity.part_of))


def _calculation(left: Evaluate, right: Evaluate, operation: _Operation) -> Evaluate:
    def calculate(frame: Frame) -> Value:
        try:
            return operation(left(frame), right(frame))
        except Overflow:
            raise Overrun("a number beyond 10^1000") from None

    return calculate


def _both(left: Evaluate, right: Evaluate) -> Evaluate:
    def both(frame: Frame) -> Value:
        first = truth(left(frame))
        if first == FALSE:
            return FALSE
        second = truth(right(frame))
        return second if second == FALSE or first == TRUE else UNKNOWN

    return both


def _either(left: Evaluate, right: Evaluate) -> Evaluate:
    def either(frame: Frame) -> Value:
        first = truth(left(frame))
        if first == TRUE:
            return TRUE
        second = truth(right(frame))
        return second if second == TRUE or first == FALSE else UNKNOWN

    return either


def _call_one(part: Evaluate, apply: Callable[[Value], Value]) -> Evaluate:
    def call(frame: Frame) -> Value:
        value = part(frame)
        return UNKNOWN if undecided(value) else apply(value)

    return call


def _test_slot(index: int, state: str, negated: bool) -> Evaluate:
    def test(frame: Frame) -> Value:
        fact = frame.slots[index]
        if fact is None:
            return known((state == "absent") is not negated)
        frame.used.append(fact)
        return known((state != "absent" and _has_state(fact.value, state)) is not negated)

    return test


def _has_state(value: Value, state: str) -> bool:
    match state:
        case "none":
            return isinstance(value, Nothing)
        case "known":
            return not isinstance(value, Unknown)
    return isinstance(value, Unknown)


def _qualifier(text: str, against: Value) -> Value:
    """A qualifier's value, read as what it is compared with."""
    if isinstance(against, ListOf) and against.items:
        return _qualifier(text, against.items[0])
    if isinstance(against, PartialDate):
        return _date(text) or Text(text)
    digits = text.removeprefix("-")
    numeric = digits.isascii() and digits.replace(".", "", 1).isdecimal() and len(digits) <= 50
    return Number(Decimal(text)) if isinstance(against, Number) and numeric else Text(text)


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _period(value: Value) -> Period | None:
    """The days that a time means; a plain number is a year."""
    if isinstance(value, Number):
        whole = value.unit is None and value.amount == value.amount.to_integral_value()
        return PartialDate.of(int(value.amount)).period if whole and 1 <= value.amount <= 9999 else None
    match value:
        case PartialDate():
            return value.period
        case DateSpan(first, last):
            return Period(first.start, last.end)
    return None
