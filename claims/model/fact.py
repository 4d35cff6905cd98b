"""Facts: what is known, since when, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import IntEnum
from typing import TypeAlias

from claims.dataclasses import dataclass, field
from claims.model.dates import PartialDate, Period
from claims.model.place import Place
from claims.model.values import Boolean, Number, Value, Written

Where: TypeAlias = tuple[tuple[str, str], ...]
"""Qualifiers (``where:``) as sorted pairs."""


class Rank(IntEnum):
    """How much a fact counts against others for the same time."""

    DEPRECATED = 0
    NORMAL = 1
    PREFERRED = 2


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was taken from."""

    id: str
    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    rank: Rank = Rank.NORMAL
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Validity:
    """When a fact holds.

    ``period`` is what counts: half open, in days. The other fields keep what was written, for messages:
    ``since``/``until`` (``from``/``until``), ``as_of`` (known true then, serves later times), ``during`` (a
    figure for a period, serving no other).
    """

    period: Period = Period()
    since: PartialDate | None = None
    until: PartialDate | None = None
    as_of: PartialDate | None = None
    during: PartialDate | None = None


ALWAYS = Validity()


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a fact follows from others: the rule, and the facts it rests on."""

    rule: str
    expression: str
    premises: tuple[Fact, ...]
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, init=False)
class Fact:
    """An entity's value of an attribute, with validity, qualifiers, rank and source.

    Made by people as ``Fact("acme", "price", "9 EUR", where={"region": "eu"})``: a plain value is kept as
    :class:`~claims.model.values.Written` until it is read by the type of its attribute.
    """

    entity: str
    attribute: str
    value: Value
    where: Where
    validity: Validity
    rank: Rank
    source: Source | None
    quote: str | None
    recheck_by: PartialDate | None
    derivation: Derivation | None
    place: Place | None

    def __init__(
        self,
        entity: str,
        attribute: str,
        value: Value | str | int | Decimal | bool,
        *,
        where: Mapping[str, str] | Where = (),
        validity: Validity = ALWAYS,
        rank: Rank = Rank.NORMAL,
        source: Source | None = None,
        quote: str | None = None,
        recheck_by: PartialDate | None = None,
        derivation: Derivation | None = None,
        place: Place | None = None,
    ) -> None:
        put = object.__setattr__
        put(self, "entity", entity)
        put(self, "attribute", attribute)
        put(self, "value", _as_value(value))
        put(self, "where", where if isinstance(where, tuple) else tuple(sorted(where.items())))
        put(self, "validity", validity)
        put(self, "rank", rank)
        put(self, "source", source)
        put(self, "quote", quote)
        put(self, "recheck_by", recheck_by)
        put(self, "derivation", derivation)
        put(self, "place", place)


def _as_value(value: Value | str | int | Decimal | bool) -> Value:
    if isinstance(value, bool):
        return Boolean(value)
    if isinstance(value, int | Decimal):
        amount = Decimal(value)
        exponent = amount.as_tuple().exponent
        return Number(amount, step=Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1))
    return Written(value) if isinstance(value, str) else value
