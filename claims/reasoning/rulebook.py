"""All rules of a run, compiled, checked against each other, and in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from claims.dataclasses import dataclass
from claims.errors import LoadError, Problem
from claims.expressions.arithmetic import Arithmetic
from claims.expressions.units import Units
from claims.expressions.world import World
from claims.languages.units import convert
from claims.model.bulk import uncollected
from claims.model.factset import FactSet
from claims.model.place import Place
from claims.model.rule import DerivationRule, RequirementRule, Rules
from claims.reasoning.compiling import compile_derivation, compile_requirement
from claims.reasoning.programs import CompiledDerivation, CompiledRequirement, Program
from claims.reasoning.strata import Strata, Use, reads, stratify, types_of_variables
from claims.reasoning.surroundings import Surroundings

UNITS = Units(convert)
MAX_PROBLEMS = 100
MAX_CHAIN = 100

_Rule = TypeVar("_Rule")
_Compiled = TypeVar("_Compiled")


@dataclass(frozen=True, slots=True)
class Rulebook:
    """``ordered``: derivations as they are to run; ``timed``: those that depend on the time of judging."""

    ordered: tuple[CompiledDerivation, ...]
    timed: tuple[CompiledDerivation, ...]
    requirements: tuple[CompiledRequirement, ...]
    problems: tuple[Problem, ...]
    world: World

    @classmethod
    def of(cls, facts: FactSet, rules: Rules) -> Rulebook:
        """Compile all rules. Mistakes are in ``problems``, at most the first hundred."""
        with uncollected():
            return cls._compiled(facts, rules)

    @classmethod
    def _compiled(cls, facts: FactSet, rules: Rules) -> Rulebook:
        around, arithmetic, world = Surroundings.of(facts, rules), Arithmetic(UNITS), World.of(facts)
        problems = list(_repeated_ids((*rules.derivations, *rules.requirements)))
        derivations = _compile(rules.derivations, compile_derivation, around, arithmetic, problems)
        requirements = _compile(rules.requirements, compile_requirement, around, arithmetic, problems)
        timed = [derivation for derivation in derivations if derivation.program.now]
        plain = [derivation for derivation in derivations if not derivation.program.now]
        strata = stratify([written(item, world) for item in plain], [_needed(item.program, world) for item in plain])
        problems += _order_problems(plain, strata)
        problems += _timing_problems(timed, (*derivations, *requirements), world)
        ordered = tuple(plain[index] for index in strata.order)
        return cls(ordered, tuple(timed), tuple(requirements), tuple(problems[:MAX_PROBLEMS]), world)

    def checked(self) -> Rulebook:
        """The same rules, if they have no mistakes. Raises ``LoadError`` with those they have."""
        if self.problems:
            raise LoadError(self.problems)
        return self


def check_rules(rules: Rules, facts: FactSet) -> tuple[Problem, ...]:
    """The mistakes of the rules: syntax, names, types, ids used twice, cycles; at most the first hundred."""
    return Rulebook.of(facts, rules).problems


def _compile(
    rules: Iterable[_Rule],
    compile_rule: Callable[[_Rule, Surroundings, Arithmetic], _Compiled],
    around: Surroundings,
    arithmetic: Arithmetic,
    problems: list[Problem],
) -> list[_Compiled]:
    """Compile rule by rule and keep the mistakes; after the first hundred nobody reads on."""
    compiled = []
    for rule in rules:
        try:
            compiled.append(compile_rule(rule, around, arithmetic))
        except LoadError as error:
            problems.extend(error.problems)
        if len(problems) >= MAX_PROBLEMS:
            break
    return compiled


def _repeated_ids(rules: Sequence[DerivationRule | RequirementRule]) -> Iterator[Problem]:
    first: dict[str, DerivationRule | RequirementRule] = {}
    for rule in rules:
        other = first.setdefault(rule.id, rule)
        if other is not rule:
            where = "" if other.place is None else f"; the other stands at {other.place}"
            yield _problem(rule.place, f"two rules have the id `{rule.id}`{where}", "give each rule an id of its own")


def written(derivation: CompiledDerivation, world: World) -> Use:
    """The attribute that a rule sets, and of entities of which types."""
    types = types_of_variables(derivation.program.binders, world)
    return derivation.attribute, types[derivation.variable]


def _needed(program: Program, world: World) -> tuple[Use, ...]:
    return reads(program.parts, types_of_variables(program.binders, world), world)


def _order_problems(derivations: Sequence[CompiledDerivation], strata: Strata) -> Iterator[Problem]:
    for cycle in strata.cycles:
        rules = [derivations[index].rule for index in cycle]
        shown = [f"{rule.target} (rule {rule.id})" for rule in rules[:10]]
        shown += ["..."] if len(rules) > len(shown) else []
        message = f"a cycle: {' needs '.join([*shown, rules[0].target])}"
        yield _problem(rules[0].expression_place or rules[0].place, message, "a value cannot rest on itself")
    for index, depth in strata.depth.items():
        if depth == MAX_CHAIN + 1:
            rule = derivations[index].rule
            message = f"`{rule.target}` rests on a chain of more than {MAX_CHAIN} derivations"
            yield _problem(rule.expression_place or rule.place, message, "shorten the chain")


def _timing_problems(
    timed: Sequence[CompiledDerivation], everything: Sequence[CompiledDerivation | CompiledRequirement], world: World
) -> Iterator[Problem]:
    """What depends on the time of judging is worked out when a text asks, so that no other rule can read it."""
    moving: dict[str, list[Use]] = {}
    for item in timed:
        moving.setdefault(item.attribute, []).append(written(item, world))
    for reader in everything if moving else ():
        for attribute, types in _needed(reader.program, world):
            if any(types is None or use[1] is None or types & use[1] for use in moving.get(attribute, ())):
                message = f"`{attribute}` depends on the time of judging, and no other rule can rest on it"
                root, source = reader.program.expression.root, reader.program.expression.source
                yield source.problem(root.start, root.end, message, f"write its expression in place of `{attribute}`")


def _problem(place: Place | None, message: str, hint: str) -> Problem:
    if place is None:
        return Problem("<rules>", None, None, message, hint)
    return Problem(place.path, place.line, place.column, message, hint)
