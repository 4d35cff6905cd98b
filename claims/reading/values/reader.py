"""The order in which a place in the text is read: traps first, then dates, then numbers."""

from __future__ import annotations

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate
from claims.model.mention import MentionKind
from claims.reading.values.found import Found
from claims.reading.values.numeric import numeric_date
from claims.reading.values.parts import gather, resolve
from claims.reading.values.quantities import Quantity, read_quantity
from claims.reading.values.ranges import number_value, read_range
from claims.reading.values.years import read_year

_REACH = 7


def read_value(
    tokens: Tokens, index: int, language: Language, date: PartialDate | None, least: int
) -> tuple[Found, ...]:
    """What stands at token ``index``; nothing before token ``least`` may be taken."""
    words = tokens.words
    digits = words[index].isdecimal()
    if found := _date(tokens, index, language, date):
        return (found,)
    if digits and (found := _numeric(tokens, index, language) or read_year(tokens, index, language)):
        return (found,)
    quantity = read_quantity(tokens, index, language, least)
    if quantity is None:
        return (_nothing(tokens, index),) if digits else ()
    ranged = read_range(tokens, quantity, language, least)
    if ranged:
        return (_found(ranged[0], ranged[1]),)
    if _is_trap(tokens, quantity, language):
        return ()
    return (_found(quantity, number_value(quantity)),)


def _found(quantity: Quantity, value: object) -> Found:
    return Found(
        quantity.first, quantity.last, quantity.start, quantity.end, quantity.kind, value, quantity.number.operator
    )  # type: ignore[arg-type]


def _nothing(tokens: Tokens, index: int) -> Found:
    """The run of digits and joints at ``index``, which is an identifier, a version, a time or a number too long."""
    last = index + 1
    while tokens.gaps[last] == "" and (
        tokens.words[last].isalnum() or (tokens.words[last + 1].isalnum() and tokens.gaps[last + 1] == "")
    ):
        if not tokens.words[last]:
            break
        last += 1
    return Found(index, last, tokens.starts[index], tokens.ends[last - 1], MentionKind.NUMBER, None)


def _date(tokens: Tokens, index: int, language: Language, date: PartialDate | None) -> Found | None:
    calendar, words = language.calendar, tokens.words
    named = words[index] in calendar.months or words[index] in calendar.weekdays
    if not named and calendar.months.keys().isdisjoint(words[index + 1 : index + _REACH]):
        return None
    parts = gather(tokens, index, language)
    if parts is None or (
        parts.month is None and parts.last == index + 1 and words[index] in calendar.doubtful_weekdays
    ):
        return None
    if (
        parts.day is None
        and parts.year is None
        and words[index] in calendar.doubtful_months
        and words[index - 1] not in calendar.month_before
    ):
        return None
    resolved = resolve(parts, date)
    if resolved is None:
        return Found(index, parts.last, tokens.starts[index], tokens.ends[parts.last - 1], MentionKind.DATE, None)
    return Found(
        index,
        parts.last,
        tokens.starts[index],
        tokens.ends[parts.last - 1],
        MentionKind.DATE,
        resolved[0],
        relative=resolved[1],
    )


def _numeric(tokens: Tokens, index: int, language: Language) -> Found | None:
    start = tokens.starts[index]
    if (
        len(tokens.words[index]) not in (1, 2, 4, 8)
        or tokens.gaps[index] == ""
        and start
        and tokens.folded[start - 1].isalnum()
    ):
        return None
    found = numeric_date(tokens.folded, start, month_first=language.calendar.month_first)
    if found is None:
        return None
    return Found(index, tokens.index_at(found[1], index), start, found[1], MentionKind.DATE, found[0])


def _is_trap(tokens: Tokens, quantity: Quantity, language: Language) -> bool:
    number, words = quantity.number, tokens.words
    if quantity.unit is not None:
        return False
    before = words[quantity.first - 1] if quantity.first else ""
    after = words[quantity.last]
    if before in language.around.list_marks and not number.ordinal:
        return True
    if not number.weak:
        return False
    numerals = language.numerals
    if words[number.first] in numerals.articles:
        return after[:1].isalpha() and not language.around.hedges_before.before(words, number.first)
    return before in numerals.weak_before or after in numerals.weak_after
