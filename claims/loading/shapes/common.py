"""What the shapes of all formats share."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from claims.model.values import ValueType

_DATE = r"^(\d{4}(-(\d{2}(-\d{2})?|[Qq][1-4]))?|\d{3}X|\d{2}XX)$"
_YEAR = {"type": "integer", "minimum": 1000, "maximum": 9999}

# An editor's YAML parser may see a number or a truth value where the loader keeps what was written.
Scalar: TypeAlias = Annotated[Any, WithJsonSchema({"type": ["string", "number", "boolean"]})]
Date: TypeAlias = Annotated[Any, WithJsonSchema({"anyOf": [{"type": "string", "pattern": _DATE}, _YEAR]})]
Texts: TypeAlias = Scalar | list[Scalar]
Names: TypeAlias = Scalar | list[Scalar] | dict[str, Texts]
Where: TypeAlias = dict[str, Scalar]


class Shape(BaseModel):
    """A map in which every key is known."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, use_attribute_docstrings=True)


class Item(Shape):
    """One of several values: a plain one, or an entity by its id or name."""

    value: Scalar = None
    entity: str | None = None


class ValueShape(Shape):
    """A value in one of its forms."""

    value: Scalar | ValueShape = None
    """A number, a date, a name, a text; `unknown` or `none` where that is known."""
    min: Scalar = None
    """The lower end of a real range."""
    max: Scalar = None
    """The upper end of a real range."""
    between: Annotated[list[Scalar], Field(min_length=2, max_length=2)] | None = None
    """The limits of one number that is not exactly known."""
    about: Scalar = None
    """One number that is not exactly known."""
    within: Scalar = None
    """How far `about` may be off: `5%` or a number."""
    list_: list[Scalar | Item] | None = Field(None, alias="list")
    """Several values at once."""
    complete: bool | None = None
    """Whether `list` has no others."""
    entity: str | None = None
    """Another entity, by its id or name."""
    not_: Scalar | Item = Field(None, alias="not")
    """What the value is known not to be."""


TYPES = tuple(ValueType)


class EntityHead(Shape):
    """What an entity is and is called."""

    type: str | None = None
    """What kind of thing it is: organization, person, event, city..."""
    names: Names = None
    """Full names: one, a list, or by language (`en`, `fr`); the first is the one to show."""
    short: Names = None
    """Short names, which count once a full name was said in the document."""
    demonyms: Names = None
    """What a country's people and offices are called."""
    of: str | None = None
    """The entity that an event or a part belongs to."""
    part_of: Texts = None
    """The places it lies in."""


class ExampleShape(Shape):
    """A text and what must be read in it."""

    text: str
    language: str | None = None
    date: Date = None
    """When the text was published."""
    about: Texts = None
    """The entities it speaks of."""
    where: Where | None = None
    expect: str | dict[str, str] | list[str | dict[str, str]]
    """`coalition.members = 84`, `coalition.members: contradicted`, `coalition.members: none`, or `none`."""
