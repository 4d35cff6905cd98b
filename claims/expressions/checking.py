"""Types, checked when a rules file is loaded: every mistake of an expression at once, each at its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from claims.dataclasses import dataclass, field
from claims.errors import Problem
from claims.expressions import nodes
from claims.expressions.functions import AGGREGATES, FUNCTIONS
from claims.expressions.kinds import Kind, kind_of_value
from claims.expressions.nodes import Node
from claims.expressions.source import Source, did_you_mean
from claims.expressions.units import symbol
from claims.expressions.world import ANY_TYPE
from claims.model.values import EntityRef, Number

FIELDS: Mapping[str, Kind] = MappingProxyType(
    {"of": Kind.ENTITY, "type": Kind.TEXT, "name": Kind.TEXT, "part_of": Kind.LIST}
)
"""What every entity has beside its attributes."""

_ORDERED = frozenset({Kind.NUMBER, Kind.DATE, Kind.VERSION, Kind.ANY})
_NAMES = frozenset({Kind.TEXT, Kind.ENTITY})
_VERSIONS = ({Kind.VERSION, Kind.TEXT}, {Kind.VERSION, Kind.NUMBER})
_SUMS = frozenset({(Kind.NUMBER, Kind.NUMBER), (Kind.DATE, Kind.NUMBER), (Kind.NUMBER, Kind.DATE)})


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression may name.

    ``attributes`` with what they give; ``variables`` of the loops; ``entities``, ``types`` and ``qualifiers``
    that are known; ``has_unit`` whether a unit is. ``now`` says whether there is a time of judging (``at`` alone).
    """

    attributes: Mapping[str, Kind] = field(default_factory=dict)
    variables: tuple[str, ...] = ()
    entities: Collection[str] = ()
    types: Collection[str] = ()
    qualifiers: Collection[str] = ()
    now: bool = True
    has_unit: Callable[[str], bool] = lambda _: True


def check(node: Node, scope: Scope, source: Source) -> tuple[Kind, tuple[Problem, ...]]:
    """What the expression gives, and its mistakes."""
    checker = _Checker(scope, source)
    kind = checker.kind(node)
    return kind, tuple(checker.problems)


def check_loop_source(node: Node, scope: Scope, source: Source) -> tuple[Problem, ...]:
    """The mistakes of what a loop runs over."""
    checker = _Checker(scope, source)
    checker.loop_source(node)
    return tuple(checker.problems)


class _Checker:
    def __init__(self, scope: Scope, source: Source) -> None:
        self.problems: list[Problem] = []
        self._scope = scope
        self._source = source
        self._variables = list(scope.variables)

    def kind(self, node: Node) -> Kind:  # noqa: PLR0911 - one answer for each kind
        match node:
            case nodes.Literal():
                return self._literal(node)
            case nodes.Variable():
                return self._variable(node)
            case nodes.Now():
                return self._now(node)
            case nodes.Path():
                return self._path(node)
            case nodes.At():
                self._want(node.time, Kind.DATE, Kind.NUMBER)
                return self.kind(node.path)
            case nodes.Unary("not", operand):
                return self._all(Kind.BOOLEAN, operand)
            case nodes.Unary(_, operand):
                return self._all(Kind.NUMBER, operand)
            case nodes.Binary():
                return self._binary(node)
            case nodes.Test():
                self.kind(node.operand)
                return Kind.BOOLEAN
        return self._compound(node)

    def _compound(self, node: Node) -> Kind:
        match node:
            case nodes.Conditional():
                return self._conditional(node)
            case nodes.Items(items):
                for item in items:
                    self.kind(item)
            case nodes.Call():
                return self._call(node)
            case nodes.Everything():
                self.loop_source(node)
            case nodes.Aggregate():
                return self._aggregate(node)
        return Kind.LIST

    def loop_source(self, node: Node) -> None:
        """Check what a loop runs over."""
        if not isinstance(node, nodes.Everything):
            self._want(node, Kind.ENTITY, Kind.LIST, Kind.TEXT)
            return
        if node.of is not None:
            self.kind(node.of)
        if node.type in self._scope.types or node.type == ANY_TYPE:
            return
        # A type that nobody has is no mistake: a shipped rule may be about things this project knows none of.
        hint = did_you_mean(node.type, (*self._scope.types, ANY_TYPE))
        if hint:
            self._problem(node, f"there is no entity of type `{node.type}`", hint)

    def _problem(self, node: Node, message: str, hint: str | None = None) -> None:
        self.problems.append(self._source.problem(node.start, node.end, message, hint))

    def _want(self, node: Node, *kinds: Kind) -> Kind:
        kind = self.kind(node)
        if kind is not Kind.ANY and kind not in kinds:
            self._problem(node, f"expected {' or '.join(kinds)}, but this is {kind}")
        return kind

    def _all(self, kind: Kind, *operands: Node) -> Kind:
        for operand in operands:
            self._want(operand, kind)
        return kind

    def _literal(self, node: nodes.Literal) -> Kind:
        value = node.value
        if isinstance(value, EntityRef) and value.id not in self._scope.entities:
            self._problem(node, f"there is no entity `{value.id}`", did_you_mean(value.id, self._scope.entities))
        if isinstance(value, Number) and value.unit is not None and not self._scope.has_unit(symbol(value.unit)):
            self._problem(node, f"there is no unit `{value.unit}`", "units are written as symbols: km, EUR, day")
        return kind_of_value(value) or Kind.ANY

    def _variable(self, node: nodes.Variable) -> Kind:
        if node.name not in self._variables:
            owned = node.name in self._scope.attributes and self._variables
            hint = f"did you mean `{self._variables[0]}.{node.name}`?" if owned else None
            hint = hint or did_you_mean(node.name, self._variables)
            self._problem(node, f"there is no variable `{node.name}`", hint or "texts stand in double quotes")
        return Kind.ENTITY

    def _now(self, node: Node) -> Kind:
        if not self._scope.now:
            self._problem(node, "there is no time of judging here", "`at(o.members, e.date)` reads the value at a time")
        return Kind.DATE

    def _path(self, node: nodes.Path) -> Kind:
        base = self.kind(node.base)
        if base not in (Kind.ENTITY, Kind.TEXT, Kind.ANY):
            self._problem(node.base, f"this is {base}, which has no attributes")
        for item in node.filters:
            self._filter(item)
        kind = self._scope.attributes.get(node.attribute) or FIELDS.get(node.attribute)
        if kind is None:
            known = (*self._scope.attributes, *FIELDS)
            at = nodes.Variable("", node.start if node.filters else node.end - len(node.attribute), node.end)
            self._problem(at, f"there is no attribute `{node.attribute}`", did_you_mean(node.attribute, known))
        return kind or Kind.ANY

    def _filter(self, item: nodes.Filter) -> None:
        self.kind(item.operand)
        if item.key in self._scope.qualifiers:
            return
        hint = did_you_mean(item.key, self._scope.qualifiers)
        if hint:
            message = f"no fact has a qualifier `{item.key}`"
            self.problems.append(self._source.problem(item.start, item.end, message, hint))

    def _binary(self, node: nodes.Binary) -> Kind:
        if node.operator in ("and", "or"):
            return self._all(Kind.BOOLEAN, node.left, node.right)
        left, right = self.kind(node.left), self.kind(node.right)
        if node.operator in ("+", "-", "*", "/"):
            return self._arithmetic(node, left, right)
        if Kind.ANY not in (left, right) and not _comparable(node.operator, left, right):
            self._problem(node, f"`{node.operator}` does not compare {left} with {right}")
        return Kind.BOOLEAN

    def _arithmetic(self, node: nodes.Binary, left: Kind, right: Kind) -> Kind:
        possible = _results(node.operator, left, right)
        if not possible:
            self._problem(node, f"`{node.operator}` does not work on {left} and {right}")
        return possible.pop() if len(possible) == 1 else Kind.ANY

    def _conditional(self, node: nodes.Conditional) -> Kind:
        self._want(node.condition, Kind.BOOLEAN)
        then, otherwise = self.kind(node.then), self.kind(node.otherwise)
        if Kind.ANY in (then, otherwise):
            return then if otherwise is Kind.ANY else otherwise
        if then is not otherwise:
            self._problem(node, f"`then` gives {then} and `else` {otherwise}")
        return then

    def _call(self, node: nodes.Call) -> Kind:
        function = FUNCTIONS[node.function]
        for index, argument in enumerate(node.arguments):
            wanted = function.takes[min(index, len(function.takes) - 1)]
            if wanted is Kind.ANY:
                self.kind(argument)
            else:
                self._want(argument, wanted)
        return function.gives

    def _aggregate(self, node: nodes.Aggregate) -> Kind:
        if node.subject is not None:
            self.kind(node.subject)
        if node.source is not None and node.variable is not None:
            self.loop_source(node.source)
            self._variables.append(node.variable)
        elif not isinstance(node.item, nodes.Path):
            self._problem(node.item, f"`{node.function}` runs over an attribute, or `for` a variable")
        item = self._item(node)
        if node.condition is not None:
            self._want(node.condition, Kind.BOOLEAN)
        if node.variable is not None and node.source is not None:
            self._variables.pop()
        gives = AGGREGATES[node.function]
        return item if gives is Kind.ANY else gives

    def _item(self, node: nodes.Aggregate) -> Kind:
        match node.function:
            case "sum" | "average":
                return self._want(node.item, Kind.NUMBER)
            case "any" | "all":
                return self._want(node.item, Kind.BOOLEAN)
            case "count" | "list":
                return self.kind(node.item)
        return self._want(node.item, Kind.NUMBER, Kind.DATE, Kind.VERSION)


def _comparable(operator: str, left: Kind, right: Kind) -> bool:
    if operator == "in":
        return (
            right is Kind.LIST or left is right or {left, right} <= {Kind.NUMBER, Kind.DATE} or {left, right} <= _NAMES
        )
    if {left, right} <= {Kind.NUMBER, Kind.DATE} or {left, right} in _VERSIONS:
        return True
    if operator in ("=", "!="):
        return left is right or {left, right} <= _NAMES
    return left is right and left in _ORDERED


def _results(operator: str, left: Kind, right: Kind) -> set[Kind]:
    """What an operation may give, ``ANY`` standing for a number and a date; empty where it cannot work."""
    numbers_and_dates = (Kind.NUMBER, Kind.DATE)
    lefts = numbers_and_dates if left is Kind.ANY else (left,)
    rights = numbers_and_dates if right is Kind.ANY else (right,)
    return {kind for a in lefts for b in rights if (kind := _result(operator, a, b)) is not None}


def _result(operator: str, left: Kind, right: Kind) -> Kind | None:
    if left is right is Kind.NUMBER:
        return Kind.NUMBER
    if operator == "-" and left is Kind.DATE:
        return Kind.NUMBER if right is Kind.DATE else Kind.DATE if right is Kind.NUMBER else None
    if operator == "+" and (left, right) in _SUMS:
        return Kind.DATE
    return None
