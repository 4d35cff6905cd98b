"""Dates with a month, weekday, quarter, decade or century in words."""

from __future__ import annotations

import datetime

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate
from claims.model.mention import MentionKind
from claims.reading.values.found import Found
from claims.reading.values.parts import DateParts, gather, resolve
from claims.reading.values.periods import read_period

_REACH = 7
_NEAR = 10
_WEEK = datetime.timedelta(days=7)


def read_named(tokens: Tokens, index: int, language: Language, today: PartialDate | None) -> Found | None:
    """The date in words at token ``index``."""
    return _by_parts(tokens, index, language, today) or read_period(tokens, index, language)


def _by_parts(tokens: Tokens, index: int, language: Language, today: PartialDate | None) -> Found | None:
    calendar, words = language.calendar, tokens.words
    if words[index] not in calendar.named and calendar.named.isdisjoint(words[index + 1 : index + _REACH]):
        return None
    parts = gather(tokens, index, language)
    if parts is None or _is_other_word(tokens, index, parts, language):
        return None
    resolved = resolve(parts, today)
    value, relative = resolved or (None, False)
    if value is not None and parts.is_weekday and _is_to_come(tokens, index, language):
        value = replace(value, start=value.start + _WEEK)
    return Found(
        index, parts.last, tokens.starts[index], tokens.ends[parts.last - 1], MentionKind.DATE, value, relative=relative
    )


def _is_to_come(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether a weekday alone is the coming one: "they will meet on Wednesday"."""
    return not language.calendar.future.isdisjoint(tokens.words[max(0, index - _NEAR) : index])


def _is_other_word(tokens: Tokens, index: int, parts: DateParts, language: Language) -> bool:
    """Whether a lone month or weekday is a word of another meaning (*may*, *mars*, *sat*)."""
    if parts.day is not None or parts.year is not None:
        return False
    calendar, word = language.calendar, tokens.words[index]
    before = tokens.words[index - 1] if index else ""
    if parts.month is None:
        return word in calendar.doubtful_weekdays
    if before == "$" or word not in calendar.doubtful_months:
        return before == "$"
    capital = tokens.text[tokens.starts[index]].isupper()
    return before not in calendar.month_before and not (capital and before in calendar.month_before_capital)
