"""What is wrong with the expressions of rules as they are written, whatever they speak of.

Names and types are checked against facts, when rules are made ready to run. Where files hold mistakes it does not come
to that; so that all can be mended at once, what can be told of expressions without facts is told with the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from claims.errors import LoadError, Problem
from claims.expressions.parser import parse_expression, parse_loop_source
from claims.expressions.source import Source
from claims.model.place import Place
from claims.model.rule import DerivationRule, RequirementRule, Rules

_MOST = 100
_Written = tuple[str, Place | None, Callable[[Source], object]]


def misspelt(rules: Rules) -> tuple[Problem, ...]:
    """The mistakes in the spelling of expressions, by rule; at most the first hundred."""
    everything: tuple[DerivationRule | RequirementRule, ...] = (*rules.derivations, *rules.requirements)
    written = (part for rule in everything for part in _written(rule))
    found = (problem for part in written for problem in _problems(*part))
    return tuple(islice(found, _MOST))


def _written(rule: DerivationRule | RequirementRule) -> Iterator[_Written]:
    text = rule.expression if isinstance(rule, DerivationRule) else rule.that
    yield text, rule.expression_place, parse_expression
    if rule.condition:
        yield rule.condition, rule.condition_place, parse_expression
    yield from ((loop.source, loop.place, parse_loop_source) for loop in rule.loops)


def _problems(text: str, place: Place | None, parse: Callable[[Source], object]) -> tuple[Problem, ...]:
    try:
        parse(Source(text, place))
    except LoadError as error:
        return error.problems
    return ()
