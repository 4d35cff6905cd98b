"""From the tree to a function: every node becomes a closure that reads a frame.

A closure that is worth showing leaves its text and value in ``frame.steps``. Attributes are compiled to slots
outside of aggregates and ``at``, and to look-ups inside (see :mod:`claims.expressions.frames`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from claims.expressions import choosing, closures, nodes
from claims.expressions.aggregating import compile_aggregate, compile_elements
from claims.expressions.arithmetic import Arithmetic
from claims.expressions.checking import FIELDS
from claims.expressions.choosing import Find, Slot
from claims.expressions.closures import Base, Elements, Operation
from claims.expressions.frames import Evaluate, Frame, Keep
from claims.expressions.functions import FUNCTIONS, undecided
from claims.expressions.nodes import Node
from claims.expressions.source import Source
from claims.expressions.truth import UNKNOWN, known, opposite
from claims.expressions.units import symbol
from claims.model.values import EntityRef, ListOf, Number, Unknown, Value

_NOTHING: frozenset[str] = frozenset()


class Compiler:
    """Compiles the expressions of one rule, which share slots: a condition and a value are joined together."""

    def __init__(self, arithmetic: Arithmetic) -> None:
        self.slots: list[Slot] = []
        self.arithmetic = arithmetic
        self._source = Source("")
        self._looking_up = False
        self._operations: dict[str, Operation] = {
            "+": arithmetic.add,
            "-": arithmetic.subtract,
            "*": arithmetic.multiply,
            "/": arithmetic.divide,
        }

    # Whole expressions

    def compile(self, node: Node, source: Source, *, looking_up: bool = False) -> Evaluate:
        """The function of an expression; ``looking_up``: none of its attributes is joined."""
        self._source = source
        return self.look_up(node) if looking_up else self.part(node)

    def compile_loop(self, node: Node, source: Source) -> Elements | int:
        """The function that gives what a loop runs over, or the slot whose facts hold it."""
        self._source = source
        if not isinstance(node, nodes.Path):
            return compile_elements(node, self)
        return closures.field_elements(self._path(node)) if node.attribute in FIELDS else self._slot(node)

    # Parts

    def part(self, node: Node) -> Evaluate:
        """The function of a part, read as what stands around it."""
        match node:
            case nodes.Literal():
                return _literal(node)
            case nodes.Now():
                return lambda frame: frame.now
            case nodes.Variable(name):
                return closures.variable(name)
            case nodes.Items(items):
                return _items([self.part(item) for item in items])
            case nodes.Conditional(condition, then, otherwise):
                return closures.conditional(self.part(condition), self.part(then), self.part(otherwise))
            case nodes.Unary():
                return self._unary(node)
        return self._traced(node)

    def look_up(self, node: Node) -> Evaluate:
        """The function of a part whose attributes are looked up, not joined."""
        with self._in_look_ups():
            return self.part(node)

    def elements(self, source: Node) -> Elements:
        """The function that gives what an aggregate runs over."""
        with self._in_look_ups():
            return compile_elements(source, self)

    def base(self, node: Node) -> Base:
        """The function that gives the entity an attribute is read of."""
        if isinstance(node, nodes.Variable):
            return closures.base_variable(node.name)
        part = self.part(node)

        def base(frame: Frame) -> str | None:
            value = part(frame)
            return value.id if isinstance(value, EntityRef) else None

        return base

    def written(self, node: nodes.Path, keep: Keep | None = None) -> Find:
        """The function that gives all facts of a path, at any time."""
        return choosing.written(self.base(node.base), node.attribute, keep)

    def filters(self, node: nodes.Path) -> tuple[Keep | None, frozenset[str]]:
        """Whether a fact has the qualifiers that a path asks for, and which ones it asks about."""
        if not node.filters:
            return None, _NOTHING
        tests = [(item.key, item.operator, self.look_up(item.operand)) for item in node.filters]
        return choosing.accepting(tests, self.arithmetic.units), frozenset(item.key for item in node.filters)

    @contextmanager
    def _in_look_ups(self) -> Iterator[None]:
        before, self._looking_up = self._looking_up, True
        yield
        self._looking_up = before

    def _text(self, node: Node) -> str:
        return " ".join(self._source.text[node.start : node.end].split())

    def _traced(self, node: Node) -> Evaluate:
        """The function of a part whose value is a step of the explanation."""
        inner, label = self._composed(node), self._text(node)

        def traced(frame: Frame) -> Value:
            value = inner(frame)
            frame.steps.append((label, value))
            return value

        return traced

    def _composed(self, node: Node) -> Evaluate:
        match node:
            case nodes.Path():
                return self._path(node)
            case nodes.Binary():
                return self._binary(node)
            case nodes.Call():
                return self._call(node)
            case nodes.At():
                return choosing.value_of(self._find(node), self.arithmetic.units)
            case nodes.Test():
                return self._test(node)
            case nodes.Aggregate():
                return compile_aggregate(node, self)
        raise TypeError(f"{type(node).__name__} is no expression")

    def _unary(self, node: nodes.Unary) -> Evaluate:
        operand, negate = self.part(node.operand), self.arithmetic.negate
        if node.operator == "not":
            return lambda frame: opposite(operand(frame))
        return lambda frame: negate(operand(frame))

    def _binary(self, node: nodes.Binary) -> Evaluate:
        left, right, operator = self.part(node.left), self.part(node.right), node.operator
        if operator in ("and", "or"):
            return closures.both(left, right) if operator == "and" else closures.either(left, right)
        operation = self._operations.get(operator)
        if operation is not None:
            return closures.calculation(left, right, operation)
        return closures.comparison(operator, left, right, self.arithmetic.units)

    def _call(self, node: nodes.Call) -> Evaluate:
        function, arithmetic = FUNCTIONS[node.function], self.arithmetic
        parts, apply = tuple(self.part(part) for part in node.arguments), function.apply
        if function.name == "first_known":
            return lambda frame: apply(arithmetic, tuple(part(frame) for part in parts))
        if len(parts) == 1:
            return closures.call_one(parts[0], lambda value: apply(arithmetic, (value,)))

        def call(frame: Frame) -> Value:
            values = tuple(part(frame) for part in parts)
            return UNKNOWN if any(undecided(value) for value in values) else apply(arithmetic, values)

        return call

    # Facts

    def _path(self, node: nodes.Path) -> Evaluate:
        if node.attribute in FIELDS:
            return closures.field(self.base(node.base), node.attribute)
        if self._looking_up:
            return choosing.value_of(self._find(node), self.arithmetic.units)
        return choosing.joined_value(self._slot(node))

    def _slot(self, node: nodes.Path) -> int:
        text = self._text(node)
        for index, slot in enumerate(self.slots):
            if slot.text == text:
                return index
        base = self.base(node.base)
        self.slots.append(Slot(text, base, node.attribute, *self.filters(node)))
        return len(self.slots) - 1

    def _find(self, node: nodes.Path | nodes.At) -> Find:
        path = node.path if isinstance(node, nodes.At) else node
        if isinstance(node, nodes.Path) and not self._looking_up:
            return choosing.joined(self._slot(node))
        time = self.part(node.time) if isinstance(node, nodes.At) else None
        with self._in_look_ups():
            keep, consumed = self.filters(path)
            written = self.written(path, keep)
        return choosing.held(written, consumed) if time is None else choosing.held_at(written, time, consumed)

    def _test(self, node: nodes.Test) -> Evaluate:
        operand, state, negated = node.operand, node.state, node.negated
        if isinstance(operand, nodes.Path) and operand.attribute in FIELDS:
            field, missing = self.part(operand), state in ("absent", "unknown")
            return lambda frame: known((isinstance(field(frame), Unknown) is missing) is not negated)
        if not isinstance(operand, nodes.Path | nodes.At):
            raise TypeError("the parser lets nothing else through")
        return choosing.state_of(self._find(operand), state, negated=negated)


def _literal(node: nodes.Literal) -> Evaluate:
    value = node.value
    if isinstance(value, Number) and value.unit is not None:
        value = Number(value.amount, symbol(value.unit), value.step)
    return lambda _: value


def _items(parts: list[Callable[[Frame], Value]]) -> Evaluate:
    return lambda frame: ListOf(tuple(part(frame) for part in parts), complete=True)
