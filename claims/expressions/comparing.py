"""Comparisons that know how exactly a value is given.

Every number and date is an interval of what it may mean. A comparison is true or false where it comes out the
same for everything the two may mean, and unknown otherwise: 2014-09 is before 2015, is not 2013, and may or
may not be before 2014-09-15. Two dates written alike are equal. A plain number against a date is a year:
2014-09 = 2014. A version covers its parts (3.9 = 3.9.2). Texts are equal whatever their case.
"""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Decimal
from typing import TypeAlias

from claims.expressions.truth import FALSE, TRUE, UNKNOWN, Truth, known, opposite
from claims.expressions.units import Units
from claims.model.dates import PartialDate
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    Range,
    Text,
    Unknown,
    Value,
    Version,
    Written,
)

_Bounds: TypeAlias = tuple[Decimal, Decimal]
_INFINITE = Decimal("Infinity")


def compare(operator: str, left: Value, right: Value, units: Units) -> Truth:
    """``left operator right`` for ``= != < <= > >= in``."""
    match operator:
        case "=":
            return equal(left, right, units)
        case "!=":
            return opposite(equal(left, right, units))
        case "<":
            return less(left, right, units)
        case ">":
            return less(right, left, units)
        case "<=":
            return _at_most(left, right, units)
        case ">=":
            return _at_most(right, left, units)
    return within(left, right, units)


def equal(left: Value, right: Value, units: Units) -> Truth:
    """Whether the two are the same."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return UNKNOWN
    if isinstance(left, Not) or isinstance(right, Not):
        return _equal_to_denied(left, right, units)
    pair = bounds(left, right, units)
    if pair is not None:
        (low, high), (other_low, other_high) = pair
        if high < other_low or other_high < low:
            return FALSE
        same = low == other_low and high == other_high and (low == high or isinstance(left, PartialDate | Range))
        return TRUE if same else UNKNOWN
    return _equal_names(left, right, units)


def less(left: Value, right: Value, units: Units) -> Truth:
    """Whether ``left`` is before or below ``right``."""
    pair = bounds(left, right, units)
    if pair is None:
        return _less_versions(left, right)
    (low, high), (other_low, other_high) = pair
    return TRUE if high < other_low else FALSE if low >= other_high else UNKNOWN


def within(item: Value, whole: Value, units: Units) -> Truth:
    """Whether ``item`` is one of a list, a number of a range, or a date of a period."""
    if isinstance(whole, ListOf):
        found = [equal(item, member, units) for member in whole.items]
        if TRUE in found:
            return TRUE
        return UNKNOWN if UNKNOWN in found or not whole.complete else FALSE
    if isinstance(whole, Nothing):
        return FALSE
    pair = bounds(item, whole, units)
    if pair is None:
        return equal(item, whole, units)
    (low, high), (first, last) = pair
    return TRUE if first <= low and high <= last else FALSE if high < first or last < low else UNKNOWN


def bounds(left: Value, right: Value, units: Units) -> tuple[_Bounds, _Bounds] | None:
    """What the two may mean, both ends included, on one scale: numbers, days or years. ``None`` without one."""
    ours, theirs = _numbers(left), _numbers(right)
    if ours and theirs:
        return _on_one_unit(ours, theirs, units)
    if ours:
        years = _years(right)
        return (ours[0], years) if years and ours[1] is None else None
    if theirs:
        years = _years(left)
        return (years, theirs[0]) if years and theirs[1] is None else None
    first, second = days(left), days(right)
    return (_decimals(first), _decimals(second)) if first and second else None


def days(value: Value) -> tuple[int, int] | None:
    """The first and the last day a date may mean, as ordinals."""
    match value:
        case PartialDate():
            return value.start.toordinal(), _last(value)
        case DateSpan(first, last):
            return first.start.toordinal(), _last(last)
    return None


def _last(date: PartialDate) -> int:
    end = date.end.toordinal()
    return end if end == date.start.toordinal() else end - 1


def _years(value: Value) -> _Bounds | None:
    found = days(value)
    if found is None:
        return None
    return _decimals((datetime.date.fromordinal(found[0]).year, datetime.date.fromordinal(found[1]).year))


def _decimals(pair: tuple[int, int]) -> _Bounds:
    return Decimal(pair[0]), Decimal(pair[1])


def _numbers(value: Value) -> tuple[_Bounds, str | None] | None:
    match value:
        case Number(amount, unit):
            return (amount, amount), unit
        case Between(low, high, unit):
            return (low, high), unit
        case Range(low, high, unit):
            return (-_INFINITE if low is None else low, _INFINITE if high is None else high), unit
    return None


def _on_one_unit(
    left: tuple[_Bounds, str | None], right: tuple[_Bounds, str | None], units: Units
) -> tuple[_Bounds, _Bounds] | None:
    if left[1] == right[1] or left[1] is None or right[1] is None:
        return left[0], right[0]
    low, high = (units.convert(amount, right[1], left[1]) for amount in right[0])
    return None if low is None or high is None else (left[0], (low, high))


def _at_most(left: Value, right: Value, units: Units) -> Truth:
    if equal(left, right, units) == TRUE:
        return TRUE
    return opposite(less(right, left, units))


def _equal_to_denied(left: Value, right: Value, units: Units) -> Truth:
    denied, other = (left, right) if isinstance(left, Not) else (right, left)
    if isinstance(denied, Not) and not isinstance(other, Not) and equal(denied.value, other, units) == TRUE:
        return FALSE
    return UNKNOWN


def _equal_names(left: Value, right: Value, units: Units) -> Truth:
    if isinstance(left, Nothing) or isinstance(right, Nothing):
        return known(left == right)
    if isinstance(left, ListOf) and isinstance(right, ListOf):
        return _equal_lists(left, right, units)
    words = _words(left), _words(right)
    if words[0] is not None and words[1] is not None:
        # A name may well be another name of the same entity.
        mixed = isinstance(left, EntityRef) != isinstance(right, EntityRef)
        return TRUE if words[0] == words[1] else UNKNOWN if mixed else FALSE
    versions = _versions(left, right)
    if versions is not None:
        shared = min(map(len, versions))
        return known(versions[0][:shared] == versions[1][:shared])
    return known(left == right) if isinstance(left, Boolean) and isinstance(right, Boolean) else UNKNOWN


def _words(value: Value) -> str | None:
    match value:
        case Text(text) | Written(text):
            return unicodedata.normalize("NFC", text).casefold()
        case EntityRef(name):
            return name.casefold()
    return None


def _equal_lists(left: ListOf, right: ListOf, units: Units) -> Truth:
    inside = {within(item, right, units) for item in left.items} | {within(item, left, units) for item in right.items}
    if FALSE in inside:
        return FALSE
    return TRUE if inside <= {TRUE} else UNKNOWN


def _less_versions(left: Value, right: Value) -> Truth:
    pair = _versions(left, right)
    if pair is None:
        return UNKNOWN
    for ours, theirs in zip(*pair, strict=False):
        if ours != theirs:
            both = ours.isdecimal() and theirs.isdecimal()
            return known(int(ours) < int(theirs) if both else ours < theirs)
    return FALSE if pair[0] == pair[1] else UNKNOWN


def _versions(left: Value, right: Value) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The parts of two versions, of which one may be written as a text or a number."""
    if not (isinstance(left, Version) or isinstance(right, Version)):
        return None
    ours, theirs = _version_parts(left), _version_parts(right)
    return (ours, theirs) if ours and theirs else None


def _version_parts(value: Value) -> tuple[str, ...] | None:
    match value:
        case Version(parts):
            return parts
        case Text(text):
            return tuple(text.split("."))
        case Number(amount, None):
            return tuple(f"{amount:f}".split("."))
    return None
