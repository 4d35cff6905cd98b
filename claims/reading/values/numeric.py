"""Dates in digits alone: ``2014-09-30``, ``30/09/2014``, ``2014-09``, ``20140930``."""

from __future__ import annotations

import re

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate
from claims.model.mention import MentionKind
from claims.reading.values.found import Found

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})(?![0-9-])")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])")
_COMPACT_LENGTH = 8
_MARKS = frozenset({"-", "/", ".", " "})
_PIVOT = 50


def read_numeric(tokens: Tokens, index: int, language: Language) -> Found | None:
    """The date in digits that starts at token ``index``."""
    start, end, length = tokens.starts[index], tokens.ends[index], len(tokens.words[index])
    if length not in (1, 2, 4, 8) or (start and tokens.folded[start - 1].isalnum()):
        return None
    if length != _COMPACT_LENGTH and tokens.folded[end : end + 1] not in _MARKS:
        return None
    led = index > 0 and tokens.words[index - 1] in language.calendar.numeric_before
    found = numeric_date(tokens.folded, start, month_first=language.calendar.month_first, led=led)
    if found is None:
        return None
    date, end = found
    return Found(index, tokens.index_at(end, index), start, end, MentionKind.DATE, date)


def numeric_date(folded: str, start: int, *, month_first: bool, led: bool = False) -> tuple[PartialDate, int] | None:
    """The date in digits that starts at ``start`` of a folded text, and where it ends.

    ``led`` says that a word before it calls for a date, which allows more (*le 24 12 14*).
    """
    for pattern, read in ((_YEAR_FIRST, _year_first), (_YEAR_LAST, _year_last), (_MONTH, _month), (_COMPACT, _compact)):
        match = pattern.match(folded, start)
        if match is None:
            continue
        try:
            date = read(match, month_first, led)
        except ValueError:
            continue
        if date is not None:
            return date, match.end()
    return None


def _year_first(match: re.Match[str], month_first: bool, led: bool) -> PartialDate | None:
    del month_first, led
    year, mark, month, day = match.groups()
    if (mark == "." and not len(month) == len(day) == 2) or (mark == " " and len(month) + len(day) < 4):
        return None
    return PartialDate.of(int(year), int(month), int(day))


def _year_last(match: re.Match[str], month_first: bool, led: bool) -> PartialDate | None:
    first, mark, second, year = match.groups()
    spaced = mark == " " and not led
    if len(year) == 2 and (mark == "-" or spaced or (mark == "." and not len(first) == len(second) == 2)):
        return None
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) > _PIVOT else 2000)
    if not 1000 <= full <= 2199:
        return None
    day, month = int(first), int(second)
    if month > 12 or (month_first and day <= 12 and mark == "/"):
        day, month = month, day
    return PartialDate.of(full, month, day)


def _month(match: re.Match[str], month_first: bool, led: bool) -> PartialDate | None:
    del month_first, led
    year, month = int(match[1]), int(match[2])
    # "2008-09" says a season more often than a month, "2014-09" never does.
    return None if month == year % 100 + 1 or not 1000 <= year <= 2199 else PartialDate.of(year, month)


def _compact(match: re.Match[str], month_first: bool, led: bool) -> PartialDate:
    del month_first, led
    return PartialDate.of(int(match[1]), int(match[2]), int(match[3]))
