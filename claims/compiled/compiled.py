"""What follows from facts and rules before any text is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from claims.dataclasses import dataclass, field
from claims.judging.background import Background
from claims.judging.bearers import Bearers
from claims.model.dates import Period
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.report import RequirementFailure
from claims.model.rule import Rules

if TYPE_CHECKING:
    from claims.model.values import Value
    from claims.reasoning.supposing import Supposing
    from claims.reasoning.timed import Timed

Types = Mapping[str, tuple[frozenset[str] | None, ...]]
"""For an attribute that rules set by the day, the types of entities of each rule; ``None`` for all."""


class Daily:
    """The rules whose outcome depends on the day (ages, anniversaries), compiled when a claim first asks.

    ``types`` says what they set, which every sentence wants to know; the rest few texts need.
    """

    def __init__(self, stated: FactSet, facts: FactSet, rules: Rules, types: Types) -> None:
        self._stated = stated
        self._facts = facts
        self._rules = rules
        self.types = types
        self.attributes = frozenset(types)

    def can_derive(self, entity: str, attribute: str) -> bool:
        """Whether a rule sets the attribute for entities of this one's type."""
        types = self.types.get(attribute)
        if types is None:
            return False
        found = self._facts.entities.get(entity)
        type_ = "" if found is None else found.type or ""
        return any(group is None or type_ in group for group in types)

    def derive(self, entity: str, attribute: str, period: Period) -> tuple[Fact, ...]:
        """What the rules give for an entity at the days of ``period``, which must have both limits."""
        return self._timed.derive(entity, attribute, period)

    @cached_property
    def _timed(self) -> Timed:
        from claims.reasoning.rulebook import Rulebook
        from claims.reasoning.timed import Timed

        return Timed.of(self._facts, self._rules, Rulebook.of(self._stated, self._rules))


class _Supposing:
    """What would follow if facts had other values; the rules are imported and compiled when that is first asked."""

    def __init__(self, made: Compiled) -> None:
        self._made = made

    def derive(self, fact: Fact, instead: Sequence[tuple[Fact, Value]], at: Period | None) -> tuple[Fact, ...]:
        """What stands in place of a derived fact; see :meth:`claims.reasoning.supposing.Supposing.derive`."""
        return self._supposing.derive(fact, instead, at)

    @cached_property
    def _supposing(self) -> Supposing:
        from claims.reasoning.supposing import Supposing

        return Supposing.of(self._made.facts, self._made.stated, self._made.rules)


@dataclass(frozen=True, slots=True)
class Compiled:
    """``stated`` are the facts as given, ``facts`` has what follows from them by the rules as well.

    ``key`` is the name under which what belongs to these facts is kept; ``None`` where nothing is.
    """

    stated: FactSet
    rules: Rules
    facts: FactSet
    daily: Daily
    requirements: tuple[RequirementFailure, ...]
    key: str | None = field(default=None, compare=False)

    @property
    def background(self) -> Background:
        """What judging looks up to tell which part of a wrong claim to mend."""
        return Background(Bearers(self.facts), _Supposing(self).derive)


def compile_facts(stated: FactSet, rules: Rules) -> Compiled:
    """Derive what follows, and hold the requirements against it. Raises :class:`~claims.errors.LoadError`."""
    from claims.reasoning.derivation import derive
    from claims.reasoning.requirements import failed_requirements
    from claims.reasoning.rulebook import Rulebook
    from claims.reasoning.timed import Timed
    from claims.reports.consistency import report_requirement

    book = Rulebook.of(stated, rules).checked()
    facts = derive(stated, rules, book)
    failed = tuple(
        report_requirement(failure.rule, failure.facts, failure.message, facts, steps=failure.steps)
        for failure in failed_requirements(facts, rules, book)
    )
    return Compiled(stated, rules, facts, Daily(stated, facts, rules, Timed.of(facts, rules, book).types), failed)
