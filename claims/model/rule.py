"""What rules files hold beside attributes: derivations, requirements, judging policies."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

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


class Measure(StrEnum):
    """What a tolerance is measured in."""

    AMOUNT = "amount"
    SHARE = "share"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a value may be off the known one.

    ``amount`` is in the fact's unit (days for a date), or a fraction of the known value (``SHARE``), or how many
    significant digits of it must be right (``DIGITS``).
    """

    amount: Decimal
    measure: Measure = Measure.AMOUNT

    def of(self, known: Decimal) -> Decimal:
        """The tolerance in the unit of ``known``."""
        match self.measure:
            case Measure.AMOUNT:
                return self.amount
            case Measure.SHARE:
                return abs(known) * self.amount
            case Measure.DIGITS:
                place = known.adjusted() - int(self.amount) + 1
                return Decimal(5).scaleb(place - 1) if known else Decimal(0)


class Rounding(StrEnum):
    """How a number that is written less finely than it is known may have been rounded."""

    NEAREST = "nearest"
    DOWN = "down"
    UP = "up"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Hedges:
    """How far the known value may lie from a hedged one: *about*, *nearly*, above *more than*, below *less than*.

    ``None`` leaves what is allowed by default (:mod:`claims.judging.intervals`).
    """

    about: Tolerance | None = None
    nearly: Tolerance | None = None
    above: Tolerance | None = None
    below: Tolerance | None = None

    def over(self, other: Hedges) -> Hedges:
        """What this gives, and the rest as ``other`` has it."""
        return Hedges(
            self.about or other.about, self.nearly or other.nearly, self.above or other.above, self.below or other.below
        )


@dataclass(frozen=True, slots=True)
class JudgingPolicy:
    """How strict to be with the claims that ``select`` names, in the texts that ``paths`` and ``languages`` name.

    No paths or languages means any. Of each other field the last policy that fits a claim and gives it counts.
    ``expires`` says whether a fact whose ``recheck_by`` has passed decides nothing.
    """

    select: str
    tolerance: Tolerance | None = None
    severity: Severity | None = None
    rounding: Rounding | None = None
    hedges: Hedges | None = None
    expires: bool | None = None
    paths: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)

    @property
    def judges(self) -> bool:
        """Whether it has a say in the verdict, and not only in how loudly that speaks."""
        return (self.tolerance, self.rounding, self.hedges, self.expires) != (None, None, None, None)


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
