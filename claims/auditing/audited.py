"""What the checks of facts look at, gathered once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claims.dataclasses import dataclass, field
from claims.expressions.comparing import equal
from claims.expressions.truth import FALSE
from claims.model.dates import PartialDate
from claims.model.fact import Fact, Source, Where
from claims.model.factset import FactSet
from claims.model.place import Place
from claims.model.requirement import FailedRequirement
from claims.model.rule import Rules
from claims.model.values import Value
from claims.reasoning.rulebook import UNITS
from claims.reports.findings import fact_name

Timeline = tuple[str, str, Where]
"""What one timeline is about: entity, attribute, qualifiers."""


@dataclass(frozen=True, slots=True)
class Audited:
    """Facts as they are stated, the sources that were declared, the rules, and what they say against the facts.

    ``as_of`` is the day to judge ages of facts at; without one none is too old.
    """

    facts: FactSet
    sources: tuple[Source, ...] = ()
    failed: tuple[FailedRequirement, ...] = ()
    rules: Rules = field(default_factory=Rules)
    as_of: PartialDate | None = None


def timelines(facts: Iterable[Fact]) -> Mapping[Timeline, list[Fact]]:
    """The facts by what they are about, in the order they were written."""
    found: dict[Timeline, list[Fact]] = {}
    for fact in facts:
        found.setdefault((fact.entity, fact.attribute, fact.where), []).append(fact)
    return found


def exclude(one: Value, other: Value) -> bool:
    """Whether two values cannot both be true."""
    return equal(one, other, UNITS) == FALSE


def name_of(fact: Fact) -> str:
    """What a finding calls a fact: ``acme.price[region: eu]``."""
    return fact_name(fact.entity, fact.attribute, fact.where)


def places(facts: Sequence[Fact]) -> tuple[Place, ...]:
    """Where facts stand, as far as they stand in files."""
    return tuple(fact.place for fact in facts if fact.place is not None)
