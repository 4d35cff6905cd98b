"""Writing values in the form of the text they are put into.

``write_value(value, language, like)`` takes the words that the new value replaces as its model: digits with the
same grouping and decimal mark, words where it was words, capitals, sign or name of the unit, the order of a
date. Without a model the language's own form is used.
"""

from __future__ import annotations

import re
from decimal import Decimal

from claims.languages.dating import write_date
from claims.languages.figures import digit_run, plain_digits, write_digits
from claims.languages.language import Language
from claims.languages.spelling import HIGHEST, spell_cardinal, spell_ordinal
from claims.languages.tokens import Tokens, tokenise
from claims.languages.units import MONEY, convert, dimension
from claims.model.dates import PartialDate
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Number,
    Range,
    Text,
    Value,
    Version,
    Written,
)

_DASH = re.compile(r"[0-9](\s*[-–—]\s*)[0-9]")


def write_value(value: Value, language: Language, like: str | None = None) -> str:
    """``value`` in words of ``language``, in the form of ``like``, the text that it replaces."""
    match value:
        case Number():
            return _write_number(value, language, like or "")
        case PartialDate():
            return write_date(value, language, like or "")
        case DateSpan(first, last):
            return f"{write_date(first, language, '')}{_dash(like)}{write_date(last, language, '')}"
        case Between(low, high, unit) | Range(low, high, unit):
            ends = [plain_digits(end, language) for end in (low, high) if end is not None]
            return _with_unit(_dash(like).join(ends), unit, language)
        case ListOf(items):
            return ", ".join(write_value(item, language) for item in items)
        case Version() | EntityRef() | Text() | Written() | Boolean() | Not():
            return _write_other(value)
        case _:
            return ""


def _write_other(value: Version | EntityRef | Text | Written | Boolean | Not) -> str:
    match value:
        case EntityRef(text) | Text(text) | Written(text):
            return text
        case Boolean(truth):
            return "true" if truth else "false"
        case _:
            return str(value)


def _dash(like: str | None) -> str:
    found = _DASH.search(like or "")
    return found[1] if found else "–"


def _write_number(value: Number, language: Language, like: str) -> str:
    alone = _with_unit(plain_digits(value.amount, language), value.unit, language, one=value.amount == 1)
    if not like:
        return alone
    tokens = tokenise(like)
    unit, unit_at = _unit_of(tokens, language)
    amount: Decimal | None = value.amount
    if value.unit and unit and unit != value.unit:
        amount = convert(value.amount, value.unit, unit)
    if amount is None or (value.unit and not unit):
        return alone
    money = unit is not None and dimension(unit) == MONEY
    if run := digit_run(like):
        return write_digits(amount, language, like, run, money=money)
    # Only behind a sum or a measure is a word like "cents" a unit, else it is part of the number.
    if words := _in_words(amount, language, tokens, unit_at if value.unit else tokens.count):
        return words
    if run := digit_run(like, in_words=True):
        return write_digits(amount, language, like, run, money=money)
    return _with_unit(plain_digits(amount, language), value.unit, language, one=amount == 1)


def _unit_of(tokens: Tokens, language: Language) -> tuple[str | None, int]:
    """The unit that is named first, and the token where it is."""
    for index in range(tokens.count):
        if found := language.around.units.at(tokens.words, index):
            return found[0], index
    return None, tokens.count


def _with_unit(number: str, unit: str | None, language: Language, *, one: bool = False) -> str:
    if unit is None:
        return number
    if unit in language.spelling.units:
        return f"{number} {language.spelling.units[unit][not one]}"
    return language.spelling.percent.replace("{n}", number) if unit == "%" else f"{number}\u00a0{unit}"


def _in_words(amount: Decimal, language: Language, tokens: Tokens, limit: int) -> str | None:
    """``amount`` in words in place of the number words of a model; ``None`` where there are none, or none for it."""
    stretch = _number_words(tokens, language, limit)
    if stretch is None or amount != int(amount) or not 0 <= amount <= HIGHEST:
        return None
    first, last = stretch
    ordinal = tokens.words[last - 1] in language.numerals.ordinals
    if ordinal and amount < 1:
        return None
    words = (spell_ordinal if ordinal else spell_cardinal)(int(amount), language)
    if tokens.text[tokens.starts[first]].isupper():
        words = words[0].upper() + words[1:]
    return tokens.text[: tokens.starts[first]] + words + tokens.text[tokens.ends[last - 1] :]


def _number_words(tokens: Tokens, language: Language, limit: int) -> tuple[int, int] | None:
    """The tokens from the first to the last number word before ``limit``, with an article before them."""
    numerals = language.numerals
    known = (numerals.cardinals, numerals.ordinals, numerals.collectives, numerals.fractions)
    at = [index for index in range(limit) if any(tokens.words[index] in table for table in known)]
    if not at:
        return None
    first, last = at[0], at[-1] + 1
    if first and tokens.words[first - 1] in numerals.articles:
        first -= 1
    if last < tokens.count and tokens.raw(last, last + 1) in numerals.abbreviations:
        last += 1
    return first, last
