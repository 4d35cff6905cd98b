"""Texts as values: by the type of the attribute where there is one, else by their look.

By its look a text is a number (with a known unit at most behind it), a date with a hyphen in it (``2014-09``,
``2024-Q4``), the name of an entity, or else a text (``3. Liga``, ``18L/36R``). An attribute whose name speaks of
a date or a year (``birthYear``, ``date_of_opening``) has dates. The readers of a type stand in one table,
:data:`_READERS`, and raise :class:`~claims.loading.mistakes.MisreadError` for a text that is no value of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from claims.dataclasses import dataclass, replace
from claims.loading.fields import DATE_FORMS
from claims.loading.mistakes import MisreadError
from claims.loading.names import EntityNames
from claims.loading.numbers import AmbiguousError, looks_like_number, read_number
from claims.loading.spelling import did_you_mean, quoted
from claims.model.attribute import Attribute
from claims.model.dates import PartialDate
from claims.model.values import (
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Number,
    Text,
    Value,
    ValueType,
    Version,
)

_ORDINAL_ENDING = re.compile(r"(?<=\d)\s?(?:st|nd|rd|th|er|ère|re|e|è|ème|eme|º|ª|\.)$", re.IGNORECASE)
_DATE_NAME = re.compile(r"(?:^|[^A-Za-z])(?:[Dd]ate|[Yy]ear)s?(?![a-z])|(?<=[a-z])(?:Date|Year)s?(?![a-z])")
_DATE_LOOK = re.compile(r"\d{4}-[\dQq]|\d{3}X|\d{2}XX")
_MOST_ITEMS = 10_000
_YES_NO: Mapping[str, bool] = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Context:
    """What a text is read against."""

    attribute: Attribute
    names: EntityNames


def read_text(text: str, context: Context) -> Value:
    """The value that a text is. Raises :class:`~claims.loading.mistakes.MisreadError`."""
    kind = context.attribute.type
    return by_look(text, context) if kind is None else _READERS[kind](text, context)


def by_look(text: str, context: Context) -> Value:
    """The value a text looks like."""
    if text[:1].isdigit() or looks_like_number(text):
        value = _number_or_date(text, context)
        if value is not None:
            return value
    return _name(text, context)


def has_date_name(attribute: str) -> bool:
    """Whether an attribute's own name says that its values are dates."""
    return _DATE_NAME.search(attribute) is not None


def _number_or_date(text: str, context: Context) -> Value | None:
    if _DATE_LOOK.match(text) or has_date_name(context.attribute.id):
        try:
            return _date(text, context)
        except MisreadError:
            pass
    try:
        return _with_unit(read_number(text), context)
    except AmbiguousError:
        raise
    except MisreadError:
        return None


def _with_unit(number: Number, context: Context) -> Number:
    unit = context.attribute.unit
    return replace(number, unit=unit) if number.unit is None and unit is not None else number


def _number(text: str, context: Context) -> Value:
    return _with_unit(read_number(text), context)


def _whole(text: str, what: str) -> Number:
    number = read_number(text)
    if number.unit is not None:
        raise MisreadError(f"{quoted(text)} is no {what}", "write the number without a unit")
    if number.amount != number.amount.to_integral_value() or number.amount < 0:
        raise MisreadError(f"{quoted(text)} is no {what}", "write a whole number, not below zero")
    return number


def _count(text: str, _: Context) -> Value:
    return _whole(text, "count")


def _ordinal(text: str, _: Context) -> Value:
    return _whole(_ORDINAL_ENDING.sub("", text), "ordinal")


def _percent(text: str, _: Context) -> Value:
    number = read_number(text)
    return replace(number, unit="%") if number.unit is None else number


def _date(text: str, _: Context) -> Value:
    first, slash, last = text.partition("/")
    try:
        if not slash:
            return PartialDate.parse(text)
        span = DateSpan(PartialDate.parse(first.strip()), PartialDate.parse(last.strip()))
    except ValueError as error:
        raise MisreadError(f"{quoted(text)} is no date", DATE_FORMS) from error
    if span.last.start < span.first.start:
        raise MisreadError(f"{quoted(text)} ends before it begins", "write the earlier date first")
    return span


def _version(text: str, _: Context) -> Value:
    bare = text[1:] if text[:1] in "vV" and text[1:2].isdigit() else text
    parts = tuple(bare.split("."))
    if not bare[:1].isdigit() or any(not part or part.split() != [part] for part in parts):
        raise MisreadError(f"{quoted(text)} is no version", "write parts with points between, such as 3.9 or 3.11.2")
    return Version(parts)


def _name(text: str, context: Context) -> Value:
    entity = context.names.find(text)
    return Text(text) if entity is None else EntityRef(entity)


def _entity(text: str, context: Context) -> Value:
    return EntityRef(context.names.require(text))


def _text(text: str, _: Context) -> Value:
    return Text(text)


def _list(text: str, context: Context) -> Value:
    items = [item.strip() for item in re.split("[,;]", text)]
    if len(items) > _MOST_ITEMS or not all(items):
        raise MisreadError(f"{quoted(text)} is no list", "write {list: [...]}")
    return ListOf(tuple(_list_item(item, context) for item in items))


def _list_item(text: str, context: Context) -> Value:
    return by_look(text, Context(replace(context.attribute, type=None), context.names))


def _boolean(text: str, _: Context) -> Value:
    if text.lower() not in _YES_NO:
        raise MisreadError(
            f"{quoted(text)} is neither true nor false", did_you_mean(text, _YES_NO) or "write true or false"
        )
    return Boolean(_YES_NO[text.lower()])


_READERS: Mapping[ValueType, Callable[[str, Context], Value]] = {
    ValueType.COUNT: _count,
    ValueType.NUMBER: _number,
    ValueType.PERCENT: _percent,
    ValueType.MONEY: _number,
    ValueType.QUANTITY: _number,
    ValueType.DURATION: _number,
    ValueType.DATE: _date,
    ValueType.ORDINAL: _ordinal,
    ValueType.VERSION: _version,
    ValueType.NAME: _name,
    ValueType.ENTITY: _entity,
    ValueType.LIST: _list,
    ValueType.TEXT: _text,
    ValueType.BOOLEAN: _boolean,
}
