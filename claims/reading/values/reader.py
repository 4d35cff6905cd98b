"""The order in which a place in the text is read: dates first, then numbers, then what neither is."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.values import Value
from claims.reading.values.compounds import compounded
from claims.reading.values.days import read_days
from claims.reading.values.eras import read_era
from claims.reading.values.found import Found
from claims.reading.values.named import read_named
from claims.reading.values.numeral import numeral
from claims.reading.values.numeric import read_numeric
from claims.reading.values.periods import after_ordinal, marked_part, read_period
from claims.reading.values.quantities import read_quantity
from claims.reading.values.quantity import Quantity
from claims.reading.values.ranges import before_change, read_range
from claims.reading.values.relative import read_relative
from claims.reading.values.spans import extended
from claims.reading.values.times import Times
from claims.reading.values.traps import after_identifier, chain_end, clock_end, is_listed, is_trap, mark_end, pass_over
from claims.reading.values.unitnames import unit_after
from claims.reading.values.years import read_year, read_year_in_words


def read_value(tokens: Tokens, index: int, language: Language, times: Times, least: int) -> Found | None:
    """What stands at token ``index``, or ``None``. Nothing before token ``least`` is taken.

    A find without a value is a stretch to pass over: an identifier, a version, a time, a date that needs the
    document's.
    """
    if tokens.words[index] in language.followers:
        relative = read_relative(tokens, index, language, times, partial(_inner, language=language, times=times))
        return relative or _of_article(tokens, index, language) or read_period(tokens, index, language)
    digits = tokens.words[index].isdecimal()
    if digits and (end := mark_end(tokens, index, language)):
        return pass_over(tokens, index, end)
    found = read_date(tokens, index, language, times)
    if found is not None and found.first >= least:
        return found
    if digits and tokens.words[index + 1] == "-" and (end := chain_end(tokens.folded, tokens.starts[index])):
        return pass_over(tokens, index, end)
    quantity = read_quantity(tokens, index, language, least)
    if quantity is None:
        return after_identifier(tokens, index) if digits else None
    return _judged(tokens, quantity, language, least)


def _of_article(tokens: Tokens, index: int, language: Language) -> Found | None:
    """A time that only its half makes a value: *a year and a half*, not *a year*."""
    if tokens.words[index] not in language.numerals.articles:
        return None
    one = numeral(tokens, index, index + 1, Decimal(1), weak=True)
    unit = unit_after(tokens, one, language)
    halved = unit and compounded(tokens, unit, language)
    return _found(halved, halved.value) if unit and halved and halved.last > unit.last else None


def _judged(tokens: Tokens, quantity: Quantity, language: Language, least: int) -> Found | None:
    """What a quantity is part of, or what it is itself; ``None`` where the words around show that it is none."""
    if quantity.number.ordinal and (found := after_ordinal(tokens, quantity, language)):
        return found
    if is_listed(tokens, quantity, language):
        return after_identifier(tokens, quantity.first)
    if ranged := read_range(tokens, quantity, language, least):
        return _found(*ranged)
    if changed := before_change(tokens, quantity, language, least):
        return _found(changed, changed.value)
    if end := clock_end(tokens, quantity, language):
        return pass_over(tokens, quantity.first, end)
    return None if is_trap(tokens, quantity, language) else _found(quantity, quantity.value)


def read_date(tokens: Tokens, index: int, language: Language, times: Times) -> Found | None:
    """The date at token ``index``: the longest of what it says by name, in digits, and against the document's date."""
    absolute = partial(_absolute, language=language, times=times)
    found = absolute(tokens, index)
    if found is not None:
        found = extended(tokens, found, language, absolute)
    elif tokens.words[index].isdecimal():
        found = read_days(tokens, index, language, absolute)
    if _may_be_relative(tokens, index, language):
        nested = partial(_inner, language=language, times=times)
        relative = read_relative(tokens, index, language, times, nested)
        if relative and (found is None or (relative.last >= found.last and relative.value is not None)):
            return relative
    return found


def _inner(tokens: Tokens, index: int, language: Language, times: Times) -> Found | None:
    """A date inside a relative one: *2 weeks before 13 May*, *first Monday of last month*."""
    found = _absolute(tokens, index, language, times)
    if found or not _may_be_relative(tokens, index, language):
        return found
    return read_relative(tokens, index, language, times, lambda *_: None)


def _absolute(tokens: Tokens, index: int, language: Language, times: Times) -> Found | None:
    if found := read_named(tokens, index, language, times.today):
        return found
    if not tokens.words[index].isdecimal():
        return read_year_in_words(tokens, index, language)
    if found := read_era(tokens, index, language) or marked_part(tokens, index, language):
        return found
    return read_numeric(tokens, index, language) or read_year(tokens, index, language)


def _may_be_relative(tokens: Tokens, index: int, language: Language) -> bool:
    """A cheap look: whether a phrase of the tree may start here at all."""
    calendar, words = language.calendar, tokens.words
    node = calendar.relative.next.get(words[index])
    if node is not None and (node.slots or node.meaning or words[index + 1] in node.next):
        return True
    if words[index] in calendar.named or words[index] in calendar.holidays.lengths or words[index + 1] == "/":
        return True
    # Behind digits and their mark stands what they count; a number in words may be longer.
    reach = 3 if words[index].isdecimal() else 4
    return not calendar.counted.isdisjoint(words[index : index + reach])


def _found(quantity: Quantity, value: Value) -> Found:
    return Found(
        quantity.first, quantity.last, quantity.start, quantity.end, quantity.kind, value, quantity.number.operator
    )
