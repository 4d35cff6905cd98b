"""From one date to another: *May to July 2014*, *du 30 septembre au 2 octobre 2014*.

What the first date leaves out (month, year) it shares with the second.
"""

from __future__ import annotations

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate, Precision
from claims.model.mention import MentionKind
from claims.model.values import DateSpan
from claims.reading.values.days import DASHES, DateReader, days_of_month
from claims.reading.values.found import Found

_SPANNED = (Precision.DAY, Precision.MONTH)


def extended(tokens: Tokens, first: Found, language: Language, read_date: DateReader) -> Found:
    """``first``, or the span that it begins."""
    if days := days_of_month(tokens, first, language):
        return days
    if not isinstance(first.value, PartialDate) or first.value.precision not in _SPANNED:
        return first
    at = _after_link(tokens, first.first, first.last, language)
    second = read_date(tokens, at) if at else None
    if (
        second is None
        or not isinstance(second.value, PartialDate)
        or second.value.precision is not first.value.precision
    ):
        return first
    start = first.value
    if first.relative and not second.relative:
        start = _in_year(start, second.value)
    if start.start >= second.value.start:
        return first
    return _span(first.first, first.start, start, second)


def _after_link(tokens: Tokens, first: int, last: int, language: Language) -> int:
    """The token after what links two dates, articles left out; 0 where nothing does."""
    words, calendar = tokens.words, language.calendar
    if tokens.gaps[last] == "-" and words[last] in calendar.months:
        return last
    if words[last] not in DASHES:
        before = {words[first - 1], words[first - 2]} if first else set()
        if words[last] not in calendar.span_links or calendar.span_before.isdisjoint(before):
            return 0
    at = last + 1
    return at + 1 if words[at] in calendar.span_articles else at


def _in_year(date: PartialDate, other: PartialDate) -> PartialDate:
    """``date`` in the year of ``other``, or the year before where that lies after it."""
    for year in (other.year, other.year - 1):
        try:
            start = date.start.replace(year=year)
        except ValueError:
            continue
        if start < other.start:
            return replace(date, start=start)
    return date


def _span(index: int, start: int, first: PartialDate, second: Found) -> Found:
    if not isinstance(second.value, PartialDate):
        return second
    return Found(
        index,
        second.last,
        start,
        second.end,
        MentionKind.DATE,
        DateSpan(first, second.value),
        relative=second.relative,
    )
