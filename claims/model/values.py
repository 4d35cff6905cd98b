"""What a fact or a claim can say of an attribute.

Numbers are decimals, never floats. A unit is a symbol of ``languages/units.yaml`` (``km``, ``EUR``, ``%``,
``year``) or ``None`` for a plain number. A date is a value too: :class:`~claims.model.dates.PartialDate`.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from claims.dataclasses import dataclass
from claims.model.dates import PartialDate


class ValueType(StrEnum):
    """The types an attribute can have (``type:`` in a rules file)."""

    COUNT = "count"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"
    DURATION = "duration"
    ORDINAL = "ordinal"
    VERSION = "version"
    NAME = "name"
    ENTITY = "entity"
    LIST = "list"
    TEXT = "text"
    BOOLEAN = "boolean"


NUMERIC_TYPES = frozenset(
    {
        ValueType.COUNT,
        ValueType.NUMBER,
        ValueType.PERCENT,
        ValueType.MONEY,
        ValueType.QUANTITY,
        ValueType.DURATION,
        ValueType.ORDINAL,
    }
)
NAME_TYPES = frozenset({ValueType.NAME, ValueType.ENTITY, ValueType.TEXT})


@dataclass(frozen=True, slots=True)
class Number:
    """One number, with its unit.

    ``step`` is the place of the last digit that was written: 1 for ``84``, 0.01 for ``3.50``, 100000 for
    ``3.5 million``; it is how finely the writer spoke.
    """

    amount: Decimal
    unit: str | None = None
    step: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Between:
    """One number that is not known exactly: somewhere from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """A real range, from ``low`` to ``high``; ``None`` where it has no limit on that side."""

    low: Decimal | None
    high: Decimal | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """From one date to another, both included at their own precision ("2014-2019")."""

    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True)
class Version:
    """A version: ``3.9`` covers ``3.9.2`` and is not ``3.90``."""

    parts: tuple[str, ...]

    def __str__(self) -> str:
        return ".".join(self.parts)


@dataclass(frozen=True, slots=True)
class EntityRef:
    """Another entity, by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class Text:
    """A name or a word that is no known entity, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Boolean:
    """Yes or no."""

    value: bool


@dataclass(frozen=True, slots=True)
class ListOf:
    """Several values at once; a ``complete`` list has no others."""

    items: tuple[Value, ...]
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Known to be something else."""

    value: Value


@dataclass(frozen=True, slots=True)
class Unknown:
    """Known to be unknown: nobody has the value."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Known to have none."""


@dataclass(frozen=True, slots=True)
class Written:
    """As somebody wrote it, not yet read by the type of its attribute."""

    text: str


Value: TypeAlias = (
    Number
    | Between
    | Range
    | PartialDate
    | DateSpan
    | Version
    | EntityRef
    | Text
    | Boolean
    | ListOf
    | Not
    | Unknown
    | Nothing
    | Written
)
