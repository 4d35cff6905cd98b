"""Claims that exclude each other, in one document or across many, even where no fact is known.

Claims are held against each other when they speak of one entity, attribute and scope on one occasion
(:mod:`claims.reasoning.occasions`). Each allows an interval: a number what rounds to it, a hedge what it leaves open,
a date its days. Two claims exclude each other where their intervals do not meet. Names exclude each other only where
the attribute has one value at a time; a name that is denied is excluded by the same name affirmed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from claims.dataclasses import dataclass
from claims.languages.units import in_base
from claims.languages.words import key
from claims.model.attribute import Attribute, Cardinality
from claims.model.claim import Claim
from claims.model.dates import PartialDate
from claims.model.values import Between, DateSpan, EntityRef, Not, Number, Text, Value, Written
from claims.model.verdict import Operator
from claims.reasoning.occasions import NO_DATES, Dates, joined, occasions

_NO_ATTRIBUTES: Mapping[str, Attribute] = MappingProxyType({})
_INFINITE = Decimal("Infinity")
_ROUGH = Decimal("0.1")

_End: TypeAlias = tuple[Decimal, int]
_Group: TypeAlias = list[tuple[int, Claim]]


@dataclass(frozen=True, slots=True)
class _Interval:
    """What a claim allows. An end is a number and how it is meant: itself (0), just below (-1), just above (1).

    Only intervals of the same ``scale`` (what a unit measures, or days) are held against each other.
    """

    low: _End
    high: _End
    scale: str


def inconsistencies(
    claims: Sequence[tuple[str, Claim]],
    attributes: Mapping[str, Attribute] = _NO_ATTRIBUTES,
    dates: Dates = NO_DATES,
) -> tuple[tuple[int, ...], ...]:
    """Groups of claims (by index; each with its document's id) of which every one is excluded by another.

    ``dates`` are those of the documents, by id. In the order of their first claims. The work grows with the claims,
    not with their pairs.
    """
    groups: dict[object, _Group] = {}
    for index, (document, claim) in enumerate(claims):
        if claim.reason is not None:
            continue
        attribute = attributes.get(claim.attribute)
        changes = attribute is not None and attribute.changes
        for occasion in occasions(document, claim, dates, changes=changes):
            groups.setdefault((claim.entity, claim.attribute, claim.where, occasion), []).append((index, claim))
    found = [part for group in groups.values() if len(group) > 1 for part in _clashes(group, attributes)]
    return tuple(joined(found))


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
    """The claims that begin after another ends, or end before another begins."""
    first_end = min(interval.high for _, interval in members)
    last_start = max(interval.low for _, interval in members)
    return tuple(index for index, own in members if own.low > first_end or own.high < last_start)


def _interval(operator: Operator, value: Value) -> _Interval | None:
    limits = _limits(value)
    if limits is None:
        return None
    low, high, scale = limits.low, limits.high, limits.scale
    match operator:
        case Operator.EQ:
            return _rounded(value, limits)
        case Operator.LT:
            return _Interval((-_INFINITE, 0), (low[0], -1), scale)
        case Operator.LE:
            return _Interval((-_INFINITE, 0), high, scale)
        case Operator.GT:
            return _Interval((high[0], high[1] + 1), (_INFINITE, 0), scale)
        case Operator.GE:
            return _Interval(low, (_INFINITE, 0), scale)
        case Operator.ABOUT | Operator.NEARLY:
            rough = max(abs(low[0]), abs(high[0])) * _ROUGH
            above = rough if operator is Operator.ABOUT else 0
            return _Interval((low[0] - rough, 0), (high[0] + above, 0), scale)
    return None


def _limits(value: Value) -> _Interval | None:
    """From the least to the greatest a value may be. A real range is one value, and meets no number."""
    match value:
        case Number(amount, unit):
            based, scale = in_base(amount, unit)
            return _Interval((based, 0), (based, 0), scale)
        case Between(low, high, unit):
            (least, scale), (most, _) = in_base(low, unit), in_base(high, unit)
            return _Interval((least, 0), (most, 0), scale)
        case PartialDate():
            return _days(value, value)
        case DateSpan(first, last):
            return _days(first, last)
    return None


def _rounded(value: Value, limits: _Interval) -> _Interval:
    """A number said plainly stands for all that rounds to it."""
    if not isinstance(value, Number) or not value.step:
        return limits
    half = value.step / 2
    low, high = (in_base(end, value.unit)[0] for end in (value.amount - half, value.amount + half))
    return _Interval((low, 1), (high, -1), limits.scale)


def _days(first: PartialDate, last: PartialDate) -> _Interval:
    return _Interval((Decimal(first.start.toordinal()), 0), (Decimal(last.end.toordinal()), -1), "days")


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
            return f"name {''.join(filter(str.isalnum, key(text))) or text}"
    return None
