"""The shape of a mapping file (``claims-mapping/1``)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, WithJsonSchema

from claims.loading.mapping_file import ENCODINGS
from claims.loading.shapes.common import Scalar, Shape, Texts
from claims.loading.shapes.facts import SourceShape
from claims.model.values import ValueType

Encoding: TypeAlias = Annotated[Any, WithJsonSchema({"enum": list(ENCODINGS)})]


class ColumnShape(Shape):
    """A column by its name."""

    column: str


Cell: TypeAlias = Scalar | ColumnShape


class TimesShape(Shape):
    """When facts hold: the same for all rows, or in a column."""

    from_: Cell = Field(None, alias="from")
    until: Cell = None
    as_of: Cell = None
    during: Cell = None


class MappedColumnShape(TimesShape):
    """A column that holds values of an attribute."""

    column: str
    unit: str | None = None
    """The unit of all its values."""
    type: ValueType | None = None
    where: dict[str, Cell] | None = None
    """Qualifiers, beside those of the whole table."""


class MappedEntityShape(Shape):
    """What each row is about."""

    column: str
    """The column that names it."""
    id: str | None = None
    """Its id, with columns in braces: `ward-{Code}`. Without it the name is the id."""
    type: str | None = None
    of: Cell = None
    """The entity it belongs to, by id or name."""
    names: Texts = None
    """The columns that hold its names."""


class MappingShape(TimesShape):
    """How the columns of a table are facts."""

    format: Literal["claims-mapping/1"]
    file: str | None = None
    """The table, seen from the mapping's folder."""
    encoding: Encoding = None
    delimiter: str | None = None
    """What stands between cells: `,`, `;`, `tab`."""
    decimal_mark: Literal[",", "."] | None = None
    missing: Texts = None
    """What stands in a cell that has no value."""
    entity: str | MappedEntityShape
    attributes: dict[str, str | MappedColumnShape | list[str | MappedColumnShape]]
    """Attributes, and the columns that hold their values."""
    where: dict[str, Cell] | None = None
    source: str | SourceShape | None = None
