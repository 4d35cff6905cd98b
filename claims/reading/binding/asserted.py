"""The value that a reading asserts: typed by its attribute, with what belongs to it, and where it stands."""

from __future__ import annotations

import datetime

from claims.dataclasses import replace
from claims.model.claim import ClaimItem
from claims.model.dates import PartialDate, Precision
from claims.model.mention import Mention
from claims.model.span import Span
from claims.model.values import ListOf, Number, Value, ValueType
from claims.model.verdict import Operator
from claims.reading.binding.readings import Reading, value_items
from claims.reading.binding.scope import Scope
from claims.reading.binding.years import year_of
from claims.reading.phrases import any_phrase
from claims.reading.wording.search import FrameMatch

WEEK = datetime.timedelta(days=7)


def value_of(scope: Scope, reading: Reading) -> tuple[Value, Operator, tuple[ClaimItem, ...]]:
    """The value that a reading asserts, how it is meant, and the members of a list with their spans in the block."""
    types = scope.lexicon.types.get(reading.attribute, frozenset())
    if reading.match.value >= 0:
        mention = scope.items[reading.match.value].mention
        assert mention is not None and mention.value is not None  # noqa: S101, PT018 (values have both)
        value = _this_or_next(scope, reading, mention, _typed(mention, types))
        return _with_addend(scope, reading, value), mention.operator, ()
    names = reading.match.names
    if len(names) == 1 and ValueType.LIST not in types:
        return names[0].value, Operator.EQ, ()
    items = tuple(
        ClaimItem(name.value, Span(scope.items[name.first].start, scope.items[name.last - 1].end)) for name in names
    )
    first = value_items(reading.match)[0]
    alone = any_phrase(scope.lexicon.only, scope.items, max(scope.sentence.first, reading.match.first - 1), first) >= 0
    return ListOf(tuple(item.value for item in items), complete=alone), Operator.EQ, items


def _with_addend(scope: Scope, reading: Reading, value: Value) -> Value:
    """The sum, where the frame adds a second number: "59 countries and three organisations"."""
    i = reading.match.filled.addend
    mention = scope.items[i].mention if i >= 0 else None
    if mention is None or not isinstance(value, Number) or not isinstance(mention.value, Number):
        return value
    return replace(value, amount=value.amount + mention.value.amount)


def _this_or_next(scope: Scope, reading: Reading, mention: Mention, value: Value) -> Value:
    """A weekday alone may be the one before or the one after: the one that is known to be so is meant."""
    written = scope.document.date
    if not (mention.relative and isinstance(value, PartialDate) and value.precision is Precision.DAY and written):
        return value
    assert reading.subject is not None  # noqa: S101 (chosen readings have one)
    if abs(written.start - value.start) > WEEK:
        return value
    known = {fact.value for fact in scope.facts.of(reading.subject.entities[0], reading.attribute)}
    others = (PartialDate(value.start + week, Precision.DAY) for week in (-WEEK, WEEK))
    return next((other for other in others if other in known), value)


def _typed(mention: Mention, types: frozenset[ValueType]) -> Value:
    """A bare number where a date is expected is a year."""
    value = mention.value
    assert value is not None  # noqa: S101 (value mentions have one)
    year = year_of(mention) if ValueType.DATE in types else None
    return PartialDate.of(year) if year is not None else value


def extent(scope: Scope, match: FrameMatch) -> tuple[int, int]:
    """Where the value itself stands in the block, without its hedge."""
    if match.value >= 0:
        mention = scope.items[match.value].mention
        assert mention is not None  # noqa: S101 (values have a mention)
        addend = match.filled.addend
        return mention.start, scope.items[addend].end if addend >= 0 else mention.end
    return scope.items[match.names[0].first].start, scope.items[match.names[-1].last - 1].end
