"""Writing values in the form of the text they are put into.

``write_value(value, language, like)`` takes the words that the new value replaces as its model: digits with the
same grouping and decimal mark, words where it was words, capitals, sign or name of the unit, the order of a
date. Without a model the language's own form is used.
"""

from __future__ import annotations

import re
from decimal import Decimal

from claims.languages.dating import write_date
from claims.languages.language import Language
from claims.languages.spelling import HIGHEST, spell_cardinal, spell_ordinal
from claims.languages.tokens import Tokens, tokenise
from claims.languages.units import convert
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

_RUN = re.compile(r"[0-9](?:[0-9.,' \u00a0\u202f\u2009]*[0-9])?")
_MARKS = re.compile(r"[^0-9]")


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
            ends = [_plain(end, language) for end in (low, high) if end is not None]
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
    found = re.search(r"[0-9](\s*[-–—]\s*)[0-9]", like or "")
    return found[1] if found else "–"


def _write_number(value: Number, language: Language, like: str) -> str:
    tokens = tokenise(like)
    unit = _unit_of(tokens, language)
    amount: Decimal | None = value.amount
    if value.unit and unit and unit != value.unit:
        amount = convert(value.amount, value.unit, unit)
    if amount is None or not like or (value.unit and not unit):
        return _with_unit(_plain(value.amount, language), value.unit, language)
    run = _RUN.search(like)
    if run:
        return _in_digits(amount, language, like, run)
    return _in_words(amount, language, tokens) or _with_unit(_plain(amount, language), value.unit, language)


def _unit_of(tokens: Tokens, language: Language) -> str | None:
    around = language.around
    found = (around.units.at(tokens.words, index) for index in range(tokens.count))
    return next((unit for unit, _ in filter(None, found)), None)


def _with_unit(number: str, unit: str | None, language: Language) -> str:
    if unit is None:
        return number
    return language.spelling.percent.replace("{n}", number) if unit == "%" else f"{number}\u00a0{unit}"


def _in_digits(amount: Decimal, language: Language, like: str, run: re.Match[str]) -> str:
    before, after = like[: run.start()], like[run.end() :]
    tail = tokenise(after)
    if tail.count and tail.gaps[0] == "" and tail.words[0] in language.numerals.ordinal_marks:
        digits = _plain(amount, language)
        mark = next(mark.mark for mark in language.spelling.ordinal_marks if mark.fits(digits))
        return before + digits + mark + after[tail.ends[0] :]
    scale = _scale_of(tail, language)
    if scale and (scaled := amount / scale) == round(scaled, 3) and scaled >= 1:
        amount = scaled
    elif scale:
        after = after[tail.ends[0] :]
    if amount < 0 and before.rstrip().endswith(("-", "−")):
        amount = -amount
    return before + _like_digits(amount, language, run[0]) + after


def _scale_of(tail: Tokens, language: Language) -> int | None:
    word = tail.words[0]
    cardinal = language.numerals.cardinals.get(word)
    if cardinal and cardinal.value >= 1000:
        return cardinal.value
    return language.numerals.abbreviations.get(tail.raw(0, 1)) if tail.count and word.isalpha() else None


def _like_digits(amount: Decimal, language: Language, model: str) -> str:
    """``amount`` with the grouping and decimal mark of ``model``, or the language's where the model shows none."""
    marks = _MARKS.findall(model)
    decimal = language.numerals.decimal
    is_last_decimal = (
        bool(marks)
        and (len(model) - model.rfind(marks[-1]) - 1 != 3 or marks[-1] == decimal)
        and marks.count(marks[-1]) == 1
    )
    if is_last_decimal:
        decimal = marks.pop()
    whole = re.split(r"[.,]", model)[0] if is_last_decimal else model
    if marks:
        return _digits(amount, marks[0], decimal, least=1000)
    grouped = len(_MARKS.sub("", whole)) < 4
    return _digits(amount, language.spelling.grouping if grouped else "", decimal)


def _plain(amount: Decimal, language: Language) -> str:
    return _digits(amount, language.spelling.grouping, language.numerals.decimal)


def _digits(amount: Decimal, grouping: str, decimal: str, least: int = 10000) -> str:
    text = format(amount.normalize(), "f")
    whole, _, part = text.partition(".")
    if abs(amount) >= least and grouping:
        whole = f"{int(whole):,}".replace(",", grouping)
    return whole + decimal + part if part else whole


def _in_words(amount: Decimal, language: Language, tokens: Tokens) -> str | None:
    """``amount`` in words in place of the number words of a model; ``None`` where there are none, or none for it."""
    stretch = _number_words(tokens, language)
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


def _number_words(tokens: Tokens, language: Language) -> tuple[int, int] | None:
    """The tokens from the first to the last number word."""
    numerals = language.numerals
    known = (numerals.cardinals, numerals.ordinals, numerals.collectives)
    at = [index for index, word in enumerate(tokens.words) if any(word in table for table in known)]
    if not at:
        return None
    first = at[0]
    if first and tokens.words[first - 1] in numerals.articles:
        first -= 1
    return first, at[-1] + 1
