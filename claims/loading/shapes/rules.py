"""The shape of a rules file (``claims-rules/1``)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from claims.loading.shapes.common import EntityHead, ExampleShape, Scalar, Shape, Texts
from claims.model.attribute import Cardinality
from claims.model.rule import Rounding
from claims.model.values import ValueType
from claims.model.verdict import Severity


class WordingShape(Shape):
    """How one language says an attribute."""

    nouns: Texts = None
    """Nouns that name the attribute, or the things counted."""
    frames: Texts = None
    """Phrases with slots: `{entity} (groups|has) [some] {value} {noun}`."""
    not_: Texts = Field(None, alias="not")
    """Words with which a phrase does not speak of the attribute."""


class AttributeShape(Shape):
    """An attribute: its type, and its wording by language."""

    like: str | None = None
    """An attribute that is this one under another name: what is not said here is as it is there."""
    type: ValueType | None = None
    unit: str | None = None
    cardinality: Cardinality | None = None
    changes: bool | None = None
    """Whether the value moves with time."""
    of: Texts = None
    """The types of entity that have it."""
    wording: dict[str, WordingShape] | None = None
    description: str | None = None


class DerivationShape(Shape):
    """What follows from facts."""

    id: str
    for_: dict[str, str] | None = Field(None, alias="for")
    """Variables and what they range over: `{e: event, o: e.of}`."""
    set: str
    """The attribute that is derived: `e.anniversary`."""
    to: Scalar
    """The expression that gives its value."""
    when: Scalar = None
    """A condition."""


class RequirementShape(Shape):
    """What must hold."""

    id: str
    for_: dict[str, str] | None = Field(None, alias="for")
    that: Scalar
    message: str | None = None
    severity: Severity | None = None
    when: Scalar = None


class HedgesShape(Shape):
    """How far the known value may lie from a hedged one."""

    about: Scalar = None
    nearly: Scalar = None
    above: Scalar = None
    """Above *more than* and *at least*."""
    below: Scalar = None
    """Below *fewer than* and *at most*."""


class PolicyShape(Shape):
    """How strict to be with some claims."""

    select: str
    """A selector, such as `coalition.members`."""
    path: Texts = None
    """Only for texts whose path fits one of these globs: `press/**`."""
    language: Texts = None
    """Only for texts in these languages."""
    tolerance: Scalar = None
    """A number, a share such as `5%`, or how many digits must be right: `3 digits`."""
    rounding: Rounding | None = None
    """How numbers may have been rounded: to the nearest, down, up, or either way."""
    hedges: HedgesShape | None = None
    expires: bool | None = None
    """Whether a fact past its `recheck_by` decides nothing."""
    severity: Severity | None = None


class RulesShape(Shape):
    """A rules file."""

    format: Literal["claims-rules/1"]
    attributes: dict[str, AttributeShape] | None = None
    entities: dict[str, EntityHead] | None = None
    """Further names for entities."""
    derive: list[DerivationShape] | None = None
    require: list[RequirementShape] | None = None
    judge: list[PolicyShape] | None = None
    examples: list[ExampleShape] | None = None
    """Texts with what must be read in them, for `claims test`."""
