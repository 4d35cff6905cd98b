"""Dates that are said by their parts, in any order: *Monday, 30 September 2014*, *le 1er mars*, *Sep-23-2020*.

The parts are gathered as long as each is new and joined by what joins parts of a date; what they mean together
is decided afterwards. A missing year follows from the document's date.
"""

from __future__ import annotations

import datetime
from itertools import takewhile

from claims.dataclasses import dataclass, replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate, Precision
from claims.reading.values.calendar import meant
from claims.reading.values.spelled import read_spelled

_SIGNS = frozenset({",", "-", "/"})
FIRST_YEAR, LAST_YEAR = 1000, 2199
_PIVOT = 50
_REACH = 2


@dataclass(frozen=True, slots=True)
class DateParts:
    """The parts of a date and the tokens they take."""

    first: int
    last: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def is_weekday(self) -> bool:
        """Whether a weekday is all there is."""
        return self.weekday is not None and self.day is None and self.month is None and self.year is None


def gather(tokens: Tokens, index: int, language: Language) -> DateParts | None:
    """The parts that stand together from token ``index`` on; ``None`` where they are no date."""
    parts = DateParts(index, index)
    while (longer := _next_part(tokens, parts, language)) is not None:
        parts = longer
    if parts.month is None and (parts.weekday is None or parts.year is not None):
        return None
    return parts


def resolve(parts: DateParts, date: PartialDate | None, *, ahead: bool = False) -> tuple[PartialDate, bool] | None:
    """The date that the parts say, and whether the document's date was needed for it.

    ``ahead`` says that a weekday is one to come.
    """
    try:
        if parts.month and parts.year:
            return PartialDate.of(parts.year, parts.month, parts.day), False
    except ValueError:
        return None
    if date is None:
        return None
    found = _nearest(parts, date, ahead=ahead)
    return (found, True) if found else None


def _next_part(tokens: Tokens, parts: DateParts, language: Language) -> DateParts | None:
    at = parts.last
    if at > parts.first:
        at = _skip_joints(tokens, at, parts, language)
    longer = _weekday_or_month(tokens, at, parts, language) or _number(tokens, at, parts, language)
    if longer and longer.year == parts.year and _leads_to_year(tokens, at, parts, language):
        return None
    return longer


def _leads_to_year(tokens: Tokens, at: int, parts: DateParts, language: Language) -> bool:
    """Whether the word before token ``at`` joins a year alone (*March in 2014*, not *March, in the 12 months*)."""
    calendar, skipped = language.calendar, tokens.words[parts.last : at]
    return any(word in calendar.year_links and word not in calendar.day_links for word in skipped)


def _skip_joints(tokens: Tokens, at: int, parts: DateParts, language: Language) -> int:
    words, calendar = tokens.words, language.calendar
    if words[at] == "." and tokens.gaps[at] == "" and words[at - 1] not in calendar.full_names:
        at += 1
    elif words[at] in _SIGNS or (words[at] == "'" and tokens.gaps[at + 1] == "" and words[at + 1].isdecimal()):
        at += 1
    while words[at] in calendar.day_links or (parts.month and words[at] in calendar.year_links):
        at += 1 + (words[at + 1] == "'")
    return at


def _weekday_or_month(tokens: Tokens, at: int, parts: DateParts, language: Language) -> DateParts | None:
    word, calendar = tokens.words[at], language.calendar
    if parts.month is None and word in calendar.months:
        if parts.day is None and (
            word in language.numerals.cardinals or (parts.weekday and word in calendar.doubtful_months)
        ):
            return None
        return replace(parts, month=calendar.months[word], last=at + 1)
    if parts.weekday is None and word in calendar.weekdays:
        return replace(parts, weekday=calendar.weekdays[word], last=at + 1)
    return None


def _number(tokens: Tokens, at: int, parts: DateParts, language: Language) -> DateParts | None:
    word = tokens.words[at]
    if word.isdecimal():
        return _digits(tokens, at, parts, language)
    numerals = language.numerals
    if word not in numerals.cardinals and word not in numerals.ordinals:
        return None
    number = read_spelled(tokens, at, numerals)
    if number is None:
        return None
    value, last = int(number.amount), number.last
    month_near = parts.month or _month_follows(tokens, last, language)
    if parts.day is None and 1 <= value <= 31 and parts.year is None and month_near:
        return replace(parts, day=value, last=last)
    if parts.month is None or parts.year is not None or number.ordinal:
        return None
    if FIRST_YEAR <= value <= LAST_YEAR:
        return replace(parts, year=value, last=last)
    paired = paired_year(tokens, value, last, language)
    return replace(parts, year=paired[0], last=paired[1]) if paired else None


def _month_follows(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether a month stands at token ``index``, or behind a link or a sign there."""
    words, calendar = tokens.words, language.calendar
    joints = (word in calendar.day_links or word in _SIGNS or word == "." for word in words[index : index + _REACH])
    skipped = sum(1 for _ in takewhile(bool, joints))
    return words[index + skipped] in calendar.months


def paired_year(tokens: Tokens, value: int, last: int, language: Language) -> tuple[int, int] | None:
    """The year that a number and the next one say, and the token after them: *nineteen eighty-six*."""
    rest = read_spelled(tokens, last, language.numerals) if 10 < value < 21 else None
    if rest is None or rest.ordinal or not 9 < rest.amount < 100:
        return None
    return value * 100 + int(rest.amount), rest.last


def _digits(tokens: Tokens, at: int, parts: DateParts, language: Language) -> DateParts | None:
    word, last = tokens.words[at], at + 1
    if len(word) > 4 or _goes_on(tokens, last):
        return None
    value = int(word)
    if len(word) == 4 and parts.year is None and _may_have_year(tokens, at, parts):
        return replace(parts, year=value, last=last) if FIRST_YEAR <= value <= LAST_YEAR else None
    if len(word) > 2:
        return None
    if parts.month and parts.year is None and _is_short_year(tokens, at, parts, value, language):
        return replace(parts, year=value + (1900 if value > _PIVOT else 2000), last=last)
    return _day(tokens, at, parts, value, language)


def _may_have_year(tokens: Tokens, at: int, parts: DateParts) -> bool:
    """Whether a year may come next: behind a month, first of all, or tied to a day (``23-2020-September``)."""
    if parts.month:
        return True
    return not parts.weekday and (not parts.day or tokens.words[at - 1] == "-")


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the digits before token ``at`` are part of a longer number, a time or a percentage."""
    if tokens.words[at] == "%":
        return True
    touching = tokens.gaps[at] == "" and tokens.gaps[at + 1] == ""
    return touching and tokens.words[at] in (".", ",", ":") and tokens.words[at + 1].isdecimal()


def _day(tokens: Tokens, at: int, parts: DateParts, value: int, language: Language) -> DateParts | None:
    """The day that digits say, with its ordinal mark; letters that touch it otherwise make it something else."""
    if parts.day is not None or not 1 <= value <= 31:
        return None
    after, last = tokens.words[at + 1], at + 1
    marked = tokens.gaps[last] == "" and after in language.numerals.ordinal_marks
    if tokens.gaps[last] == "" and after[:1].isalpha() and not marked and after not in language.calendar.months:
        return None
    if not marked and not _may_be_day(tokens, at, parts, language):
        return None
    return replace(parts, day=value, last=last + marked)


def _may_be_day(tokens: Tokens, at: int, parts: DateParts, language: Language) -> bool:
    """Whether bare digits can be a day there, and do not count what follows.

    *Monday 21* is a day and *Monday, 12 countries* is none; nor is *in May 30 people* or *en mai 30 pays*.
    """
    words, calendar = tokens.words, language.calendar
    joint = words[parts.last] if at > parts.last > parts.first else ""
    if parts.month is None:
        return (
            parts.weekday is None
            or _month_follows(tokens, at + 1, language)
            or (joint != "," and not words[at + 1][:1].isalpha())
        )
    if joint in ("-", "/"):
        return True
    before = words[parts.first - 1] if parts.first else ""
    return calendar.month_first and joint != "," and before not in calendar.month_alone_before


def _is_short_year(tokens: Tokens, at: int, parts: DateParts, value: int, language: Language) -> bool:
    """Whether two digits behind a month are a year: *15 April of 87*, *May '14*, or *octobre 74* and then no noun."""
    before = tokens.words[at - 1]
    if before == "'" or (parts.day and before in language.calendar.year_links):
        return True
    if before in _SIGNS and not parts.day:
        return False
    return value > 31 and not tokens.words[at + 1][:1].isalnum() and tokens.words[at + 1] != "%"


def _nearest(parts: DateParts, date: PartialDate, *, ahead: bool) -> PartialDate | None:
    if parts.month is None:
        return _nearest_weekday(parts, date, ahead=ahead)
    if date.precision not in (Precision.DAY, Precision.MONTH):
        return _of(date.year, parts)
    years = range(date.year - 1, date.year + 2)
    if parts.month == 2 and parts.day == 29:
        years = range(date.year - 4, date.year + 5)
    found = [made for year in years if (made := _of(year, parts)) is not None]
    return meant(date, found) if found else None


def _nearest_weekday(parts: DateParts, date: PartialDate, *, ahead: bool) -> PartialDate | None:
    if date.precision is not Precision.DAY or parts.weekday is None:
        return None
    today = date.start
    if parts.day is None:
        back = (today.isoweekday() - parts.weekday) % 7
        return PartialDate(today + datetime.timedelta(days=7 * ahead - back), Precision.DAY)
    signs = (1,) if ahead else (-1, 1)
    days = (today + datetime.timedelta(days=sign * distance) for distance in range(400) for sign in signs)
    fits = (day for day in days if day.day == parts.day and day.isoweekday() == parts.weekday)
    return next((PartialDate(day, Precision.DAY) for day in fits), None)


def _of(year: int, parts: DateParts) -> PartialDate | None:
    try:
        made = PartialDate.of(year, parts.month, parts.day)
    except ValueError:
        return None
    return None if parts.weekday and parts.day and made.start.isoweekday() != parts.weekday else made
