"""What rules files hold beside attributes: derivations, requirements, judging policies."""

from __future__ import annotations

from decimal import Decimal

from claims.dataclasses import dataclass, field
from claims.model.place import Place
from claims.model.verdict import Severity


@dataclass(frozen=True, slots=True)
class Loop:
    """One variable of ``for:``; ``place`` is that of its source.

    ``{e: event, o: e.of}`` is ``Loop("e", "event")`` and ``Loop("o", "e.of")``.
    """

    variable: str
    source: str
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class DerivationRule:
    """``set`` an attribute of an entity ``to`` the value of an expression, for every combination of ``loops``."""

    id: str
    loops: tuple[Loop, ...]
    target: str
    expression: str
    condition: str | None = None
    place: Place | None = field(default=None, compare=False)
    expression_place: Place | None = field(default=None, compare=False)
    condition_place: Place | None = field(default=None, compare=False)
    target_place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class RequirementRule:
    """An expression that must hold for every combination of ``loops``."""

    id: str
    loops: tuple[Loop, ...]
    that: str
    message: str | None = None
    severity: Severity = Severity.ERROR
    condition: str | None = None
    place: Place | None = field(default=None, compare=False)
    expression_place: Place | None = field(default=None, compare=False)
    condition_place: Place | None = field(default=None, compare=False)
    message_place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class JudgingPolicy:
    """How strict to be with the claims that ``select`` names."""

    select: str
    tolerance: Decimal | None = None
    relative: bool = False
    severity: Severity | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of a run but the attributes, which the fact set holds."""

    derivations: tuple[DerivationRule, ...] = ()
    requirements: tuple[RequirementRule, ...] = ()
    policies: tuple[JudgingPolicy, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the rules that a selector may name."""
        return frozenset((*(rule.id for rule in self.derivations), *(rule.id for rule in self.requirements)))
