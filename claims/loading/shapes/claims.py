"""The shape of a claims file (``claims-claims/1``)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from claims.loading.shapes.common import Date, Scalar, Shape, Texts, ValueShape, Where

Operator: TypeAlias = Literal[
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "about",
    "nearly",
    "=",
    "==",
    "!=",
    "≠",
    "<",
    "<=",
    "≤",
    ">",
    ">=",
    "≥",
    "~",
    "≈",
]


class ClaimShape(ValueShape):
    """A claim: what it says of an entity, by id or any name."""

    entity: str
    attribute: str
    value: Scalar | ValueShape | list[Scalar] = None
    operator: Operator | None = None
    where: Where | None = None
    date: Date = None
    """The time it speaks of."""
    id: Scalar = None


class TextShape(Shape):
    """A text to be read for claims."""

    text: str
    language: str | None = None
    date: Date = None
    """When the text was published."""
    about: Texts = None
    """The entities it speaks of."""
    where: Where | None = None
    id: Scalar = None


class ClaimsShape(Shape):
    """A claims file."""

    format: Literal["claims-claims/1"]
    claims: list[ClaimShape | TextShape]
