"""The shape of a facts file (``claims-facts/1``)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from claims.loading.shapes.common import Date, EntityHead, ExampleShape, Scalar, Shape, ValueShape, Where
from claims.model.values import ValueType

Rank: TypeAlias = Literal["preferred", "normal", "deprecated"]


class FactShape(ValueShape):
    """A fact: a value with its time, qualifiers and source."""

    from_file: str | None = None
    """A file of the project that holds the value."""
    path: str | None = None
    """Where in that file: keys with points between."""
    type: ValueType | None = None
    """The type of the value, where no rules file gives the attribute one."""
    from_: Date = Field(None, alias="from")
    """The first day on which it holds."""
    until: Date = None
    """The first day on which it does not hold any more."""
    as_of: Date = None
    """When it was known true; it serves later times too."""
    during: Date = None
    """The period it is a figure for; it serves no other."""
    where: Where | None = None
    """Qualifiers, such as a region."""
    source: Scalar = None
    """One of the `sources`."""
    quote: Scalar = None
    """The source's own words."""
    rank: Rank | None = None
    """How much it counts against others for the same time."""
    recheck_by: Date = None
    """When it should be looked at again."""


class SourceShape(Shape):
    """Where facts were taken from."""

    title: Scalar = None
    publisher: Scalar = None
    published: Date = None
    url: str | None = None
    rank: Rank | None = None


class EntityShape(EntityHead):
    """An entity and its facts."""

    facts: dict[str, Scalar | FactShape | list[Scalar | FactShape]] | None = None
    """Values by attribute; a list is a timeline, or alternatives."""


class FactsShape(Shape):
    """A facts file."""

    format: Literal["claims-facts/1"]
    as_of: Date = None
    """When this file's undated values were known true."""
    sources: dict[str, SourceShape] | None = None
    entities: dict[str, EntityShape]
    examples: list[ExampleShape] | None = None
    """Texts with what must be read in them, for `claims test`."""
