"""From a rule as written to the program it runs as; all mistakes of a rule at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from claims.dataclasses import replace
from claims.errors import LoadError, Problem
from claims.expressions import nodes
from claims.expressions.arithmetic import Arithmetic
from claims.expressions.checking import FIELDS, check, check_loop_source
from claims.expressions.compiling import Compiler
from claims.expressions.expression import Expression, parse_source
from claims.expressions.kinds import Kind
from claims.expressions.nodes import Node, walk
from claims.expressions.parser import KEYWORDS, parse_loop_source
from claims.expressions.source import Source
from claims.model.place import Place
from claims.model.rule import DerivationRule, Loop, RequirementRule
from claims.reasoning.messages import compile_message
from claims.reasoning.programs import Binder, CompiledDerivation, CompiledRequirement, Program
from claims.reasoning.surroundings import Surroundings

_T = TypeVar("_T")

MAX_LOOPS = 8


def compile_derivation(rule: DerivationRule, around: Surroundings, arithmetic: Arithmetic) -> CompiledDerivation:
    """Make a derivation rule ready to run. Raises ``LoadError`` with its mistakes."""
    reader = _Reader(rule, around, now=True)
    value = reader.expression(reader.source(rule.expression, rule.expression_place))
    condition = reader.condition()
    variable, attribute = reader.target(rule, value)
    program = reader.program(value, condition, arithmetic)
    known = around.facts.attributes.get(attribute)
    shown = replace(rule, expression=_in_one_line(rule.expression))
    return CompiledDerivation(shown, program, variable, attribute, None if known is None else known.unit)


def compile_requirement(rule: RequirementRule, around: Surroundings, arithmetic: Arithmetic) -> CompiledRequirement:
    """Make a requirement ready to run. Raises ``LoadError`` with its mistakes."""
    reader = _Reader(rule, around, now=False)
    value = reader.expression(reader.source(rule.that, rule.expression_place))
    reader.wants_condition(value)
    condition = reader.condition()
    text = None if rule.message is None else reader.source(rule.message, rule.message_place)
    message = None if text is None else reader.attempt(lambda: compile_message(text, reader.scope, arithmetic))
    shown = replace(rule, that=_in_one_line(rule.that))
    return CompiledRequirement(shown, reader.program(value, condition, arithmetic), message)


def _in_one_line(expression: str) -> str:
    return " ".join(expression.split())


class _Reader:
    """Reads the parts of one rule and keeps the mistakes until all are known."""

    def __init__(self, rule: DerivationRule | RequirementRule, around: Surroundings, *, now: bool) -> None:
        self._rule = rule
        self._around = around
        self._problems: list[Problem] = []
        self._loops = [self._loop(index, loop) for index, loop in enumerate(rule.loops[:MAX_LOOPS])]
        if len(rule.loops) > MAX_LOOPS:
            self._problem(self.source("for", None), f"{len(rule.loops)} variables; {MAX_LOOPS} are the limit")
        self.scope = around.scope(tuple(loop.variable for loop in rule.loops), now=now)

    def attempt(self, read: Callable[[], _T]) -> _T | None:
        """What ``read`` gives, or ``None`` where it finds mistakes, which are kept."""
        try:
            return read()
        except LoadError as error:
            self._problems.extend(error.problems)
            return None

    def source(self, text: str, place: Place | None) -> Source:
        """A text of the rule; without a place of its own it stands at that of the rule."""
        return Source(text, place or self._rule.place, exact=place is not None)

    def expression(self, source: Source) -> Expression | None:
        """An expression, checked."""
        return self.attempt(lambda: parse_source(source, self.scope))

    def condition(self) -> Expression | None:
        """The rule's condition, if it has one."""
        text = self._rule.condition
        found = None if text is None else self.expression(self.source(text, self._rule.condition_place))
        self.wants_condition(found)
        return found

    def wants_condition(self, expression: Expression | None) -> None:
        """An expression that must be true or false."""
        if expression is not None and expression.kind not in (Kind.BOOLEAN, Kind.ANY):
            self._misfit(expression, f"expected {Kind.BOOLEAN}, but this gives {expression.kind}")

    def target(self, rule: DerivationRule, value: Expression | None) -> tuple[str, str]:
        """The variable and the attribute that a derivation sets."""
        source = self.source(rule.target, rule.target_place)
        found = self.attempt(lambda: parse_source(source))
        if found is None:
            return "", ""
        node = found.root
        if not isinstance(node, nodes.Path) or not isinstance(node.base, nodes.Variable) or node.filters:
            self._problem(source, "`set` names an attribute of a variable", "as in `set: e.anniversary`")
            return "", ""
        self._problems.extend(check(node.base, self.scope, found.source)[1])
        if node.attribute in FIELDS:
            self._problem(source, f"`{node.attribute}` belongs to the entity itself and is not derived")
        wanted = self._around.kinds.get(node.attribute, Kind.ANY)
        if value is not None and Kind.ANY not in (value.kind, wanted) and value.kind is not wanted:
            self._misfit(value, f"`{node.attribute}` is {wanted}, but this gives {value.kind}")
        return node.base.name, node.attribute

    def program(self, value: Expression | None, condition: Expression | None, arithmetic: Arithmetic) -> Program:
        """The program. Raises ``LoadError`` with everything found so far, if anything was."""
        if self._problems or value is None:
            raise LoadError(tuple(self._problems))
        compiler = Compiler(arithmetic)
        loops = [(loop.variable, *found) for loop, found in zip(self._rule.loops, self._loops, strict=True) if found]
        binders = tuple(_binder(variable, node, source, compiler) for variable, node, source in loops)
        tested = None if condition is None else compiler.compile(condition.root, condition.source)
        run = compiler.compile(value.root, value.source)
        parts = (*(binder.source for binder in binders), *((condition.root,) if condition else ()), value.root)
        found = [node for part in parts for node in walk(part)]
        looks_up = any(isinstance(node, nodes.Aggregate) for node in found)
        now = any(isinstance(node, nodes.Now) for node in found)
        return Program(binders, tuple(compiler.slots), tested, run, value, parts, looks_up, now)

    def _loop(self, index: int, loop: Loop) -> tuple[Node, Source] | None:
        earlier = tuple(other.variable for other in self._rule.loops[:index])
        self._check_variable(loop.variable, earlier)
        source = self.source(loop.source, loop.place)
        node = self.attempt(lambda: parse_loop_source(source))
        if node is None:
            return None
        self._problems.extend(check_loop_source(node, self._around.scope(earlier, now=False), source))
        return node, source

    def _check_variable(self, variable: str, earlier: tuple[str, ...]) -> None:
        source, shown = self.source(variable, None), f"`{variable[:40]}`"
        if variable in KEYWORDS:
            self._problem(source, f"{shown} is a word of the language and cannot name a variable")
        elif not variable.isidentifier():
            self._problem(source, f"{shown} cannot name a variable", "a letter, then letters, digits and `_`")
        if variable in earlier:
            self._problem(source, f"{shown} is named twice")

    def _problem(self, source: Source, message: str, hint: str | None = None) -> None:
        self._problems.append(source.problem(0, len(source.text), message, hint))

    def _misfit(self, expression: Expression, message: str) -> None:
        root = expression.root
        self._problems.append(expression.source.problem(root.start, root.end, message))


def _binder(variable: str, node: Node, source: Source, compiler: Compiler) -> Binder:
    found = compiler.compile_loop(node, source)
    return Binder(variable, node, slot=found) if isinstance(found, int) else Binder(variable, node, elements=found)
