"""Quarters, halves, decades in words and centuries: *Q3 2024*, *first half of 2024*, *XXIe siècle*, *the nineties*."""

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
_QUARTERS = 4
_REACH = 5


def read_period(tokens: Tokens, index: int, language: Language) -> Found | None:
    """The quarter, half, decade or century in words at token ``index``."""
    word, calendar = tokens.words[index], language.calendar
    if word in calendar.year_parts:
        return _marked_part(tokens, index, language)
    if word in calendar.century_nouns or word in calendar.part_nouns:
        return _roman_period(tokens, index, language)
    if index and tokens.words[index - 1] in calendar.decade_before:
        return _spelled_decade(tokens, index, language)
    if word in calendar.decade_words and index and tokens.words[index - 1] in calendar.decade_articles:
        return _decade(tokens, index, language)
    return None


def after_ordinal(tokens: Tokens, ordinal: Quantity, language: Language) -> Found | None:
    """The quarter, half or century that an ordinal begins: *third quarter of 2024*, *19e siècle*."""
    calendar, noun, number = language.calendar, tokens.words[ordinal.last], int(ordinal.number.amount)
    if noun in calendar.century_nouns:
        return _century(tokens, ordinal.first, ordinal.last + 1, number, language)
    if noun in calendar.part_nouns:
        return _part(tokens, ordinal.first, ordinal.last + 1, number, calendar.part_nouns[noun], language)
    return _century_in_row(tokens, ordinal, number, language)


def _century_in_row(tokens: Tokens, ordinal: Quantity, number: int, language: Language) -> Found | None:
    """*The 18th and 19th centuries*: the first of two takes its noun from the other."""
    at = ordinal.last
    if tokens.words[at] not in language.numerals.joiners:
        return None
    ahead = tokens.words[at + 1 : at + 1 + _REACH]
    noun = next((place for place, word in enumerate(ahead) if word in language.calendar.century_nouns), 0)
    if not noun or not _is_century_number(tokens, at + 1, noun, language):
        return None
    return _century(tokens, ordinal.first, at, number, language)


def _is_century_number(tokens: Tokens, index: int, length: int, language: Language) -> bool:
    """Whether the tokens from ``index`` on, but for an article, are one ordinal."""
    articles, marks, ordinals = (
        language.calendar.span_articles,
        language.numerals.ordinal_marks,
        language.numerals.ordinals,
    )
    words = [word for word in tokens.words[index : index + length] if word not in articles]
    return bool(words) and (words[-1] in ordinals or words[-1] in marks)


def _found(tokens: Tokens, first: int, last: int, value: PartialDate | DateSpan | None) -> Found:
    return Found(first, last, tokens.starts[first], tokens.ends[last - 1], MentionKind.DATE, value)


def marked_part(tokens: Tokens, index: int, language: Language) -> Found | None:
    """*3Q 2024*, *3T24*: the number before the mark."""
    number, count = tokens.words[index], language.calendar.year_parts.get(tokens.words[index + 1])
    if count is None or len(number) > 1 or tokens.gaps[index + 1]:
        return None
    return _part(tokens, index, index + 2, int(number), count, language)


def _marked_part(tokens: Tokens, index: int, language: Language) -> Found | None:
    number = tokens.words[index + 1]
    if not number.isdecimal() or tokens.gaps[index + 1] or len(number) > 1:
        return None
    return _part(tokens, index, index + 2, int(number), language.calendar.year_parts[tokens.words[index]], language)


def _part(tokens: Tokens, first: int, last: int, number: int, count: int, language: Language) -> Found | None:
    """The ``number``-th of the ``count`` parts of the year that follows: a quarter, or the months of a half."""
    words, at = tokens.words, last
    while words[at] in language.calendar.quarter_links and at < last + 4:
        at += 1
    year = _year(tokens, at, tied=at == last)
    part = part_of_year(year, number, count) if year is not None else None
    return _found(tokens, first, at + 1, part) if part else None


def part_of_year(year: int, number: int, count: int) -> PartialDate | DateSpan | None:
    """The ``number``-th of the ``count`` parts of a year: a quarter, or the months of a half."""
    if not 1 <= number <= count:
        return None
    months = 12 // count
    start = datetime.date(year, (number - 1) * months + 1, 1)
    if count == _QUARTERS:
        return PartialDate(start, Precision.QUARTER)
    return DateSpan(PartialDate(start, Precision.MONTH), PartialDate.of(year, number * months))


def _year(tokens: Tokens, index: int, *, tied: bool) -> int | None:
    """The year in four digits at token ``index``, or in two that touch what stands before them (``3Q24``, ``FY24``)."""
    word = tokens.words[index]
    if len(word) == 2 and word.isdecimal() and tokens.gaps[index] == "" and (tied or tokens.words[index - 1].isalpha()):
        return 2000 + int(word)
    return int(word) if len(word) == 4 and word.isdecimal() and "1000" <= word < "2200" else None


def _century(tokens: Tokens, first: int, last: int, number: int, language: Language) -> Found | None:
    if not 1 <= number <= _HIGHEST_CENTURY:
        return None
    era = language.calendar.before_era.at(tokens.words, last)
    if era:
        return _found(tokens, first, era[1], None)
    start = max((number - 1) * 100, 1)
    return _found(tokens, first, last, PartialDate(datetime.date(start, 1, 1), Precision.CENTURY))


def _roman_period(tokens: Tokens, index: int, language: Language) -> Found | None:
    """``XXIe siècle``, ``IIIe trimestre 2024``: the Roman number and its mark are one word."""
    number = _roman(tokens.words[index - 1], language) if index else 0
    if not number:
        return None
    count = language.calendar.part_nouns.get(tokens.words[index])
    if count:
        return _part(tokens, index - 1, index + 1, number, count, language)
    return _century(tokens, index - 1, index + 1, number, language)


def _roman(word: str, language: Language) -> int:
    """The number that a word of Roman digits and an ordinal mark says, or 0."""
    match = _ROMAN.match(word)
    if (
        not match
        or not match[0]
        or (match.end() < len(word) and word[match.end() :] not in language.numerals.ordinal_marks)
    ):
        return 0
    tens, ones = match.groups()
    return len(tens) * 10 + {"": 0, "iv": 4, "ix": 9}.get(ones, sum(_ROMANS[sign] for sign in ones))


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
