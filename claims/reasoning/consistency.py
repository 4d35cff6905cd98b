"""Claims that exclude each other, in one document or across many, even where no fact is known.

Claims are held against each other when they speak of one entity, attribute and scope, and name the same time or
none. Each allows an interval: a number what rounds to it, a hedge what it leaves open, a date its days. Two
claims exclude each other where their intervals do not meet. Names exclude each other only where the attribute
has one value at a time; a name that is denied is excluded by the same name affirmed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from claims.model.attribute import Attribute, Cardinality
from claims.model.claim import Claim
from claims.model.dates import PartialDate
from claims.model.values import Between, DateSpan, EntityRef, Not, Number, Range, Text, Value, Written
from claims.model.verdict import Operator

_NO_ATTRIBUTES: Mapping[str, Attribute] = MappingProxyType({})
_INFINITE = Decimal("Infinity")
_ROUGH = Decimal("0.1")

_Group: TypeAlias = list[tuple[int, Claim]]


@dataclass(frozen=True, slots=True)
class _Interval:
    """What a claim allows: from ``low`` to ``high``, a point where they are equal, else without the ends.

    Only intervals of the same ``scale`` (a unit, or days) are held against each other.
    """

    low: Decimal
    high: Decimal
    scale: str


def inconsistencies(
    claims: Sequence[tuple[str, Claim]], attributes: Mapping[str, Attribute] = _NO_ATTRIBUTES
) -> tuple[tuple[int, ...], ...]:
    """Groups of claims (by index; each with its document's id) of which every one is excluded by another.

    In the order of their first claims. The work grows with the claims, not with their pairs.
    """
    groups: dict[object, _Group] = {}
    for index, (_, claim) in enumerate(claims):
        if claim.reason is None:
            time = None if claim.time is None else claim.time.period
            groups.setdefault((claim.entity, claim.attribute, claim.where, time), []).append((index, claim))
    found = (part for group in groups.values() if len(group) > 1 for part in _clashes(group, attributes))
    return tuple(sorted(found))


def _clashes(group: _Group, attributes: Mapping[str, Attribute]) -> list[tuple[int, ...]]:
    attribute = attributes.get(group[0][1].attribute)
    single = attribute is not None and attribute.cardinality is Cardinality.ONE
    scales: dict[str, list[tuple[int, _Interval]]] = {}
    for index, claim in group:
        interval = _interval(claim.operator, claim.value)
        if interval is not None:
            scales.setdefault(interval.scale, []).append((index, interval))
    parts = [_apart(members) for members in scales.values()]
    return [part for part in (*parts, _names_apart(group, single=single)) if part]


def _apart(members: Sequence[tuple[int, _Interval]]) -> tuple[int, ...]:
    """The claims whose interval misses another's: it begins after the first end, or ends before the last beginning."""
    first_end = min((interval.high, interval.low != interval.high) for _, interval in members)
    last_start = max((interval.low, interval.low == interval.high) for _, interval in members)
    return tuple(index for index, own in members if _misses(own, first_end[0], last_start[0]))


def _misses(own: _Interval, first_end: Decimal, last_start: Decimal) -> bool:
    point = own.low == own.high
    after = own.low > first_end if point else own.low >= first_end and own.high > first_end
    before = own.high < last_start if point else own.high <= last_start and own.low < last_start
    return after or before


def _interval(operator: Operator, value: Value) -> _Interval | None:
    allowed = _allowed(value)
    if allowed is None:
        return None
    low, high = allowed.low, allowed.high
    match operator:
        case Operator.EQ:
            return allowed
        case Operator.LT | Operator.LE:
            return _Interval(-_INFINITE, high, allowed.scale)
        case Operator.GT | Operator.GE:
            return _Interval(low, _INFINITE, allowed.scale)
        case Operator.ABOUT | Operator.NEARLY:
            rough = max(abs(low), abs(high)) * _ROUGH
            return _Interval(low - rough, high + (rough if operator is Operator.ABOUT else 0), allowed.scale)
    return None


def _allowed(value: Value) -> _Interval | None:
    """What a value said plainly may stand for: a number half its last digit to each side."""
    match value:
        case Number(amount, unit, step):
            return _Interval(amount - step / 2, amount + step / 2, unit or "")
        case Between(low, high, unit):
            return _Interval(low, high, unit or "")
        case Range(low, high, unit) if low is not None and high is not None and low < high:
            # A range is one value: it is excluded by another range, never by a number.
            return None
        case PartialDate():
            return _days(value, value)
        case DateSpan(first, last):
            return _days(first, last)
    return None


def _days(first: PartialDate, last: PartialDate) -> _Interval:
    return _Interval(Decimal(first.start.toordinal()), Decimal(last.end.toordinal()), "days")


def _names_apart(group: _Group, *, single: bool) -> tuple[int, ...]:
    said: dict[str, list[int]] = {}
    denied: dict[str, list[int]] = {}
    for index, claim in group:
        value, negative = claim.value, claim.operator is Operator.NE
        if isinstance(value, Not):
            value, negative = value.value, not negative
        name = _name(value)
        if name is not None:
            (denied if negative else said).setdefault(name, []).append(index)
    apart = {index for name in said.keys() & denied.keys() for index in (*said[name], *denied[name])}
    if single and len(said) > 1:
        apart.update(index for indices in said.values() for index in indices)
    return tuple(sorted(apart))


def _name(value: Value) -> str | None:
    match value:
        case EntityRef(name):
            return f"id {name}"
        case Text(text) | Written(text):
            return f"name {unicodedata.normalize('NFC', text).casefold()}"
    return None
