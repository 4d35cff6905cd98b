"""Dates with a month, weekday, quarter, decade or century in words."""

from __future__ import annotations

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate
from claims.model.mention import MentionKind
from claims.reading.values.days import DASHES
from claims.reading.values.found import Found
from claims.reading.values.outlook import is_to_come, stands_alone
from claims.reading.values.parts import DateParts, gather, resolve
from claims.reading.values.periods import read_period

_REACH = 7


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
    ahead = parts.weekday is not None and parts.month is None and is_to_come(tokens, index, parts.last, language)
    value, relative = resolve(parts, today, ahead=ahead) or (None, False)
    return Found(
        index, parts.last, tokens.starts[index], tokens.ends[parts.last - 1], MentionKind.DATE, value, relative=relative
    )


def _is_other_word(tokens: Tokens, index: int, parts: DateParts, language: Language) -> bool:
    """Whether a lone month or weekday is a word of another meaning (*may*, *mars*, *sat*)."""
    if parts.day is not None or parts.year is not None:
        return False
    calendar, word = language.calendar, tokens.words[index]
    capital = tokens.text[tokens.starts[index]].isupper()
    if (capital or not calendar.capitals or not parts.month) and stands_alone(tokens, index, parts.last, language):
        return False
    before = tokens.words[index - 1] if index else ""
    if parts.month is None:
        return word in calendar.doubtful_weekdays or _is_name(tokens, index, language)
    if before == "$" or word not in calendar.doubtful_months:
        return before == "$"
    if (capital or not calendar.capitals) and _leads_to_month(tokens, index, language):
        return False
    return before not in calendar.month_before and not (capital and before in calendar.month_before_capital)


def _is_name(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether a weekday is part of the name of another thing (*Bloody Sunday*)."""
    names = language.calendar.weekday_names
    return names.at(tokens.words, index) is not None or (index > 0 and names.at(tokens.words, index - 1) is not None)


def _leads_to_month(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether another month follows with which it makes a span (*May to July*, *mars-avril*)."""
    words, calendar, at = tokens.words, language.calendar, index + 1
    if words[at] in DASHES or words[at] in calendar.span_links:
        at += 1
    elif tokens.gaps[at] != "-":
        return False
    return words[at] in calendar.months
