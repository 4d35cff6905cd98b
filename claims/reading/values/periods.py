"""Quarters, decades in words and centuries: *Q3 2024*, *troisième trimestre 2024*, *XXIe siècle*, *the nineties*."""

from __future__ import annotations

import datetime
import re

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate, Precision
from claims.model.mention import MentionKind
from claims.model.values import DateSpan
from claims.reading.values.found import Found
from claims.reading.values.quantity import Quantity
from claims.reading.values.spelled import read_spelled

_ROMAN = re.compile(r"(x{0,2})(ix|iv|v?i{0,3})")
_ROMANS = {"x": 10, "v": 5, "i": 1}
_HIGHEST_CENTURY = 22


def read_period(tokens: Tokens, index: int, language: Language) -> Found | None:
    """The quarter, decade or century in words at token ``index``."""
    word, calendar = tokens.words[index], language.calendar
    if word in calendar.quarter_marks:
        return _marked_quarter(tokens, index, language)
    if word in calendar.century_nouns:
        return _roman_century(tokens, index, language)
    if index and tokens.words[index - 1] in calendar.decade_before:
        return _spelled_decade(tokens, index, language)
    if word in calendar.decade_words and index and tokens.words[index - 1] in calendar.decade_articles:
        return _decade(tokens, index, language)
    return None


def after_ordinal(tokens: Tokens, ordinal: Quantity, language: Language) -> Found | None:
    """The quarter or century that an ordinal begins: *third quarter of 2024*, *19e siècle*."""
    noun, number = tokens.words[ordinal.last], int(ordinal.number.amount)
    if noun in language.calendar.century_nouns:
        return _century(tokens, ordinal.first, ordinal.last + 1, number, language)
    if noun in language.calendar.quarter_nouns:
        return _quarter(tokens, ordinal.first, ordinal.last + 1, number, language)
    return None


def _found(tokens: Tokens, first: int, last: int, value: PartialDate | DateSpan | None) -> Found:
    return Found(first, last, tokens.starts[first], tokens.ends[last - 1], MentionKind.DATE, value)


def _marked_quarter(tokens: Tokens, index: int, language: Language) -> Found | None:
    number = tokens.words[index + 1]
    if not number.isdecimal() or tokens.gaps[index + 1] or len(number) > 1:
        return None
    return _quarter(tokens, index, index + 2, int(number), language)


def _quarter(tokens: Tokens, first: int, last: int, number: int, language: Language) -> Found | None:
    words, at = tokens.words, last
    while words[at] in language.calendar.quarter_links and at < last + 4:
        at += 1
    year = words[at]
    if not 1 <= number <= 4 or len(year) != 4 or not year.isdecimal() or not "1000" <= year < "2200":
        return None
    return _found(tokens, first, at + 1, PartialDate(datetime.date(int(year), number * 3 - 2, 1), Precision.QUARTER))


def _century(tokens: Tokens, first: int, last: int, number: int, language: Language) -> Found | None:
    if not 1 <= number <= _HIGHEST_CENTURY:
        return None
    era = language.calendar.before_era.at(tokens.words, last)
    if era:
        return _found(tokens, first, era[1], None)
    start = max((number - 1) * 100, 1)
    return _found(tokens, first, last, PartialDate(datetime.date(start, 1, 1), Precision.CENTURY))


def _roman_century(tokens: Tokens, index: int, language: Language) -> Found | None:
    """``XXIe siècle``: the Roman number and its mark are one word."""
    word = tokens.words[index - 1] if index else ""
    match = _ROMAN.match(word)
    if (
        not match
        or not match[0]
        or (word[match.end() :] not in language.numerals.ordinal_marks and match.end() < len(word))
    ):
        return None
    tens, ones = match.groups()
    number = len(tens) * 10 + {"": 0, "iv": 4, "ix": 9}.get(ones, sum(_ROMANS[sign] for sign in ones))
    return _century(tokens, index - 1, index + 1, number, language)


def _decade(tokens: Tokens, index: int, language: Language) -> Found | None:
    """*The nineties*: of the twentieth century."""
    number = language.calendar.decade_words[tokens.words[index]]
    return _found(tokens, index, index + 1, PartialDate(datetime.date(1900 + number, 1, 1), Precision.DECADE))


def _spelled_decade(tokens: Tokens, index: int, language: Language) -> Found | None:
    """*Années quatre-vingt-dix*: of the twentieth century."""
    number = read_spelled(tokens, index, language.numerals)
    if number is None or number.ordinal or number.amount not in range(10, 100, 10):
        return None
    start = datetime.date(1900 + int(number.amount), 1, 1)
    return _found(tokens, index - 1, number.last, PartialDate(start, Precision.DECADE))
