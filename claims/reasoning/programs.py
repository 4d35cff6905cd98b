"""Rules in the form they run in: loops, the facts to join, the condition and the value as functions."""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.expressions.choosing import Slot
from claims.expressions.closures import Elements
from claims.expressions.expression import Expression
from claims.expressions.frames import Evaluate
from claims.expressions.nodes import Node
from claims.model.rule import DerivationRule, RequirementRule
from claims.reasoning.messages import Message


@dataclass(frozen=True, slots=True)
class Binder:
    """One variable of ``for:``. It runs over ``elements``, or over the values of the facts in ``slot``."""

    variable: str
    source: Node
    elements: Elements | None = None
    slot: int | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """What a rule evaluates for every combination.

    The first slots are those of the binders. ``look_ups`` says that facts are read beside the joined ones, so
    that the time may have to be split while evaluating. ``now`` says that it depends on the time of judging.
    """

    binders: tuple[Binder, ...]
    slots: tuple[Slot, ...]
    condition: Evaluate | None
    value: Evaluate
    expression: Expression
    parts: tuple[Node, ...]
    look_ups: bool
    now: bool


@dataclass(frozen=True, slots=True)
class CompiledDerivation:
    """A program whose value is set as an attribute of the entity that ``variable`` stands for."""

    rule: DerivationRule
    program: Program
    variable: str
    attribute: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class CompiledRequirement:
    """A program that must not come out false."""

    rule: RequirementRule
    program: Program
    message: Message | None
