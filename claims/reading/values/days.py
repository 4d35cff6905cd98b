"""Days that share a month: *3 to 5 May 2014*, *les 5, 6 et 7 mai*, *May 5-7, 2014*.

Days in a row are one span; of others each is a date of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate, Precision
from claims.model.mention import MentionKind
from claims.model.values import DateSpan
from claims.reading.values.found import Found
from claims.reading.values.parts import FIRST_YEAR, LAST_YEAR

DateReader = Callable[[Tokens, int], Found | None]
DASHES = frozenset({"-", "–", "—"})
_MOST_DAYS = 7


def read_days(tokens: Tokens, index: int, language: Language, read_date: DateReader) -> Found | None:
    """The days from the digits at token ``index`` to a date whose month they share."""
    day = _day(tokens, index, language)
    if day is None:
        return None
    days, last, ranged = [day[0]], day[1], False
    while len(days) < _MOST_DAYS and not ranged:
        at, ranged = _after_joint(tokens, index, last, language)
        second = read_date(tokens, at) if at and tokens.words[at][:1].isdecimal() else None
        if second and second.value:
            # Where commas are all there is, the digits before may count something.
            joined = tokens.words[last] != "," or tokens.words[last + 1] in language.numerals.joiners
            return _shared(tokens, index, day[1], days, second, ranged=ranged) if joined else None
        following = _day(tokens, at, language) if at else None
        if following is None:
            return None
        days, last = [*days, following[0]], following[1]
    return None


def _shared(tokens: Tokens, index: int, last: int, days: list[int], second: Found, *, ranged: bool) -> Found | None:
    """The span of the days, or the first of them where they do not follow each other."""
    date = second.value
    if not isinstance(date, PartialDate) or date.precision is not Precision.DAY:
        return None
    steps = {after - before for before, after in zip(days, [*days[1:], date.start.day], strict=True)}
    if min(steps) < 1:
        return None
    first = PartialDate.of(date.year, date.start.month, days[0])
    start = tokens.starts[index]
    if ranged or steps == {1}:
        span = DateSpan(first, date)
        return Found(index, second.last, start, second.end, MentionKind.DATE, span, relative=second.relative)
    return Found(index, last, start, tokens.ends[last - 1], MentionKind.DATE, first, relative=second.relative)


def _after_joint(tokens: Tokens, first: int, last: int, language: Language) -> tuple[int, bool]:
    """The token after what joins two days, 0 where nothing does, and whether the joint makes a range."""
    words, calendar, joiners = tokens.words, language.calendar, language.numerals.joiners
    word, before = words[last], {words[first - 1], words[first - 2]} if first else set()
    ranged = word in DASHES or (
        word in calendar.span_links and (word not in joiners or bool(calendar.span_before & before))
    )
    if not ranged and word != "," and word not in joiners:
        return 0, False
    at = last + 1 + (word == "," and words[last + 1] in joiners)
    return at + (words[at] in calendar.span_articles), ranged


def _day(tokens: Tokens, index: int, language: Language) -> tuple[int, int] | None:
    """The day that the digits at ``index`` say, and the token after them and their mark."""
    word, last = tokens.words[index], index + 1
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    marked = tokens.words[last] in language.numerals.ordinal_marks and tokens.gaps[last] == ""
    return int(word), last + marked


def days_of_month(tokens: Tokens, first: Found, language: Language) -> Found | None:
    """The span whose month stands before its days: *May 5-7, 2014*, where ``first`` is *May 5*."""
    words, calendar = tokens.words, language.calendar
    at = first.last - 1 - (words[first.last - 1] in language.numerals.ordinal_marks)
    month, begin = calendar.months.get(words[at - 1]) if at else None, _day(tokens, at, language)
    if month is None or begin is None:
        return None
    joint, ranged = _after_joint(tokens, first.first, first.last, language)
    end = _day(tokens, joint, language) if joint else None
    if end is None or end[0] <= begin[0] or _counts(tokens, end[1], language):
        return None
    year, last = _year(tokens, end[1])
    if year is None:
        if not ranged or not isinstance(first.value, PartialDate):
            return None
        year = first.value.year
    return _span_of_days(tokens, first, last, (year, month, begin[0], end[0]), relative=last == end[1])


def _counts(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether the digits before token ``index`` count: a sign, a unit or more digits follow."""
    touching = tokens.gaps[index] == "" and tokens.words[index][:1].isalnum()
    return (
        touching or tokens.words[index] in ("%", *DASHES) or language.around.units.at(tokens.words, index) is not None
    )


def _year(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """The year that stands at ``index``, or behind a comma there, and the token after it."""
    at = index + (tokens.words[index] == ",")
    word = tokens.words[at]
    named = len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR
    return (int(word), at + 1) if named else (None, index)


def _span_of_days(
    tokens: Tokens, first: Found, last: int, days: tuple[int, int, int, int], *, relative: bool
) -> Found | None:
    year, month, begin, end = days
    try:
        span = DateSpan(PartialDate.of(year, month, begin), PartialDate.of(year, month, end))
    except ValueError:
        return None
    return Found(first.first, last, first.start, tokens.ends[last - 1], MentionKind.DATE, span, relative=relative)
