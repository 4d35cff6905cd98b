"""Dates that are said against the day the text was written on: *yesterday*, *three weeks ago*, *mardi prochain*.

The phrases are patterns in the language's data; each has a meaning, and each meaning a function here. A date
is as fine as the unit it was counted in, and about: *two years ago* is a year, not a day.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from claims.languages.language import Language
from claims.languages.patterns import Node
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate, Precision
from claims.model.mention import MentionKind
from claims.model.values import DateSpan
from claims.model.verdict import Operator
from claims.reading.values import calendar
from claims.reading.values.found import Found
from claims.reading.values.spelled import read_spelled

Dated = PartialDate | DateSpan | None
DateReader = Callable[[Tokens, int], Found | None]


@dataclass(frozen=True, slots=True)
class Slots:
    """What stood in the slots of a pattern."""

    n: int = 1
    unit: str = "day"
    weekday: int = 1
    month: int = 1
    date: PartialDate | None = None
    holiday: str = ""
    against: bool = False


_EMPTY = Slots()


class _Walk(NamedTuple):
    """A place in the text and in the tree, with what was met on the way."""

    at: int
    node: Node
    slots: Slots = _EMPTY


def read_relative(
    tokens: Tokens, index: int, language: Language, today: PartialDate | None, read_date: DateReader
) -> Found | None:
    """The longest phrase of the language's ``relative`` patterns that starts at token ``index``.

    Without the document's date, or with one coarser than a day, the phrase is passed over as no mention.
    """
    best: _Walk | None = None
    open_walks = [_Walk(index, language.calendar.relative)]
    while open_walks:
        walk = open_walks.pop()
        if walk.node.meaning and (best is None or walk.at > best.at):
            best = walk
        open_walks += _steps(tokens, walk, language, read_date)
    if best is None:
        return None
    return _resolve(tokens, index, best, today)


def _steps(tokens: Tokens, walk: _Walk, language: Language, read_date: DateReader) -> list[_Walk]:
    word, following = tokens.words[walk.at], walk.node.next
    steps = [_Walk(walk.at + 1, following[word], walk.slots)] if word in following else []
    for name in walk.node.slots:
        if name == "{date}":
            found = read_date(tokens, walk.at)
            if found is not None and isinstance(found.value, PartialDate):
                slots = replace(walk.slots, date=found.value, against=found.relative)
                steps.append(_Walk(found.last, following[name], slots))
        elif (met := _SLOTS[name](tokens, walk.at, language)) is not None:
            steps.append(_Walk(met[1], following[name], replace(walk.slots, **{_FIELDS[name]: met[0]})))
    return steps


def _resolve(tokens: Tokens, index: int, walk: _Walk, today: PartialDate | None) -> Found | None:
    fixed = walk.slots.date is not None and not walk.slots.against
    day = today if today is not None and today.precision is Precision.DAY else None
    value: Dated = None
    if day is not None or fixed:
        try:
            value = MEANINGS[walk.node.meaning](day or PartialDate.of(1), walk.slots)
        except (ValueError, OverflowError):
            value = None
    if value is None and fixed:
        return None
    about = walk.node.meaning in _COUNTED and walk.slots.unit != "day"
    return Found(
        index,
        walk.at,
        tokens.starts[index],
        tokens.ends[walk.at - 1],
        MentionKind.DATE,
        value,
        Operator.ABOUT if about else Operator.EQ,
        relative=not fixed,
    )


def _read_count(tokens: Tokens, index: int, language: Language) -> tuple[int, int] | None:
    word = tokens.words[index]
    if word.isdecimal():
        return (int(word), index + 1) if len(word) < 4 else None
    if word in language.numerals.articles:
        return 1, index + 1
    number = read_spelled(tokens, index, language.numerals) if word in language.numerals.cardinals else None
    return (int(number.amount), number.last) if number and number.amount < 1000 and not number.ordinal else None


def _read_ordinal(tokens: Tokens, index: int, language: Language) -> tuple[int, int] | None:
    word, numerals = tokens.words[index], language.numerals
    if word.isdecimal() and len(word) < 3 and tokens.words[index + 1] in numerals.ordinal_marks:
        return (int(word), index + 2) if tokens.gaps[index + 1] == "" else None
    number = read_spelled(tokens, index, numerals) if word in numerals.ordinals or word in numerals.cardinals else None
    return (int(number.amount), number.last) if number and number.ordinal and number.amount < 32 else None


def _read_day(tokens: Tokens, index: int, language: Language) -> tuple[int, int] | None:
    del language
    word = tokens.words[index]
    return (int(word), index + 1) if word.isdecimal() and len(word) < 3 and 0 < int(word) < 32 else None


def _read_unit(tokens: Tokens, index: int, language: Language) -> tuple[str, int] | None:
    found = language.around.units.at(tokens.words, index)
    return found if found and found[0] in calendar.UNITS else None


def _read_weekday(tokens: Tokens, index: int, language: Language) -> tuple[int, int] | None:
    weekdays, word = language.calendar.weekdays, tokens.words[index]
    weekday = weekdays.get(word) or weekdays.get(word.removesuffix(language.calendar.plural_weekday))
    return (weekday, index + 1) if weekday else None


def _read_month(tokens: Tokens, index: int, language: Language) -> tuple[int, int] | None:
    word, calendar_words = tokens.words[index], language.calendar
    month = calendar_words.months.get(word)
    if month is None or (calendar_words.capitals and word in calendar_words.doubtful_months and tokens.raw(index, index + 1).islower()):
        return None
    return month, index + 1


def _read_numeric(tokens: Tokens, index: int, language: Language) -> tuple[PartialDate, int] | None:
    """A day and month in digits; in a leap year, so that every day there is can be said."""
    words, at = tokens.words, index + 2
    if not (words[index].isdecimal() and words[at].isdecimal() and words[index + 1] in ("/", ".")) or len(words[index]) > 2 or len(words[at]) > 2:
        return None
    if tokens.gaps[index + 1] or tokens.gaps[at] or (tokens.gaps[at + 1] == "" and words[at + 1] == "/"):
        return None
    day, month = int(words[index]), int(words[at])
    if (language.calendar.month_first and day <= 12) or month > 12:
        day, month = month, day
    try:
        return PartialDate.of(_LEAP, month, day), at + 1
    except ValueError:
        return None


def _read_year(tokens: Tokens, index: int, language: Language) -> tuple[PartialDate, int] | None:
    del language
    word = tokens.words[index]
    return (PartialDate.of(int(word)), index + 1) if len(word) == 4 and word.isdecimal() and word > "1000" else None


_SLOTS: Mapping[str, Callable[[Tokens, int, Language], tuple[object, int] | None]] = {
    "{n}": _read_count,
    "{ordinal}": _read_ordinal,
    "{day}": _read_day,
    "{unit}": _read_unit,
    "{weekday}": _read_weekday,
    "{month}": _read_month,
    "{numeric}": _read_numeric,
    "{year}": _read_year,
    "{holiday}": lambda tokens, index, language: language.calendar.holidays.at(tokens.words, index),
}
_FIELDS = {"{numeric}": "date", "{year}": "date", "{holiday}": "holiday", "{n}": "n", "{ordinal}": "n", "{day}": "n", "{unit}": "unit", "{weekday}": "weekday", "{month}": "month"}
_LEAP = 2000
_COUNTED = frozenset({"back", "ahead"})


def _counted(sign: int, today: PartialDate, slots: Slots) -> Dated:
    """So many units from today, as fine as the unit; from a day that was named, to the day."""
    if slots.date is not None and slots.date.precision is Precision.DAY:
        return calendar.moved(slots.date, sign * slots.n, slots.unit)
    return calendar.shifted(slots.date or today, sign * slots.n, slots.unit)


def _weekday(weeks: int, today: PartialDate, slots: Slots) -> Dated:
    """The weekday of the week ``weeks`` weeks on."""
    monday = today.start - datetime.timedelta(days=today.start.isoweekday() - 1)
    return calendar.day(monday + datetime.timedelta(days=7 * weeks + slots.weekday - 1))


def _coming(weeks: int, today: PartialDate, slots: Slots) -> Dated:
    """The first such weekday after today, or ``weeks`` weeks later."""
    ahead = (slots.weekday - today.start.isoweekday() - 1) % 7 + 1
    return calendar.day(today.start + datetime.timedelta(days=ahead + 7 * weeks))


def _from_today(weeks: int, today: PartialDate, slots: Slots) -> Dated:
    """The first such weekday from today on, and ``weeks`` weeks later (*mardi en huit*)."""
    ahead = (slots.weekday - today.start.isoweekday()) % 7
    return calendar.day(today.start + datetime.timedelta(days=ahead + 7 * weeks))


def _on_weekday(today: PartialDate, slots: Slots) -> Dated:
    """A date that a weekday was said with."""
    date = slots.date
    if date is None or date.precision is not Precision.DAY:
        return None
    if date.year == _LEAP:
        return _this_year(today, date)
    # Where the year was a guess, the weekday knows better.
    return None if slots.against and date.start.isoweekday() != slots.weekday else date


def _this_year(today: PartialDate, date: PartialDate) -> PartialDate:
    return PartialDate.of(today.year, date.start.month, date.start.day)


def _next_numeric(today: PartialDate, slots: Slots) -> Dated:
    if slots.date is None:
        return None
    here = _this_year(today, slots.date)
    return here if here.start > today.start else PartialDate.of(today.year + 1, here.start.month, here.start.day)


def _holiday(today: PartialDate, slots: Slots) -> Dated:
    return calendar.feast(slots.date.year, slots.holiday) if slots.date else calendar.meant_feast(today, slots.holiday)


def _holiday_beside(sign: int, today: PartialDate, slots: Slots) -> Dated:
    """The last such feast before today, or the next after it."""
    days = [calendar.feast(today.year + years, slots.holiday) for years in (-1, 0, 1)]
    beside = [day for day in days if (day.start > today.start if sign > 0 else day.start < today.start)]
    return beside[0] if sign > 0 else beside[-1]


def _last_weekday(today: PartialDate, slots: Slots) -> Dated:
    back = (today.start.isoweekday() - slots.weekday - 1) % 7 + 1
    return calendar.day(today.start - datetime.timedelta(days=back))


def _month(years: int, today: PartialDate, slots: Slots) -> Dated:
    """That month: of this year, the one before today (-1), or the one after (1, 2)."""
    year = today.year
    if years < 0:
        year -= slots.month >= today.start.month
    elif years > 0:
        year += (slots.month <= today.start.month) + years - 1
    return PartialDate.of(year, slots.month)


def _in(slots: Slots) -> PartialDate:
    if slots.date is None or slots.date.precision is Precision.DAY:
        raise ValueError("a day has no days in it")
    return slots.date


def _nth_weekday(today: PartialDate, slots: Slots) -> Dated:
    del today
    start = _in(slots).start
    first = start + datetime.timedelta(days=(slots.weekday - start.isoweekday()) % 7 + 7 * (slots.n - 1))
    return calendar.day(first) if first < _in(slots).end else None


def _nth_day(today: PartialDate, slots: Slots) -> Dated:
    if slots.date is None:
        return PartialDate.of(today.year, today.start.month, slots.n)
    start = _in(slots).start
    if _in(slots).precision is not Precision.MONTH:
        return None
    return PartialDate.of(start.year, start.month, slots.n)


def _nth_last_day(today: PartialDate, slots: Slots) -> Dated:
    del today
    return calendar.day(_in(slots).end - datetime.timedelta(days=slots.n))


def _last_weekday_in(today: PartialDate, slots: Slots) -> Dated:
    del today
    last = _in(slots).end - datetime.timedelta(days=1)
    return calendar.day(last - datetime.timedelta(days=(last.isoweekday() - slots.weekday) % 7))


MEANINGS: Mapping[str, Callable[[PartialDate, Slots], Dated]] = {
    "day-2": lambda today, _: calendar.shifted(today, -2, "day"),
    "day-1": lambda today, _: calendar.shifted(today, -1, "day"),
    "day+0": lambda today, _: today,
    "day+1": lambda today, _: calendar.shifted(today, 1, "day"),
    "day+2": lambda today, _: calendar.shifted(today, 2, "day"),
    "day-after": lambda today, slots: calendar.shifted(slots.date or today, 1, "day"),
    "unit-1": lambda today, slots: calendar.period(today, -1, slots.unit),
    "unit+0": lambda today, slots: calendar.period(today, 0, slots.unit),
    "unit+1": lambda today, slots: calendar.period(today, 1, slots.unit),
    "back": lambda today, slots: _counted(-1, today, slots),
    "ahead": lambda today, slots: _counted(1, today, slots),
    "before": lambda today, slots: _counted(-1, today, slots),
    "after": lambda today, slots: _counted(1, today, slots),
    "weekday-last": _last_weekday,
    "weekday-before": lambda today, slots: _weekday(-1, today, slots),
    "weekday-now": lambda today, slots: _weekday(0, today, slots),
    "weekday-next": lambda today, slots: _weekday(1, today, slots),
    "weekday-after-next": lambda today, slots: _coming(1, today, slots),
    "weekday-this": lambda today, slots: _coming(0, today, slots),
    "weekday-week": lambda today, slots: _from_today(1, today, slots),
    "weekday-fortnight": lambda today, slots: _from_today(2, today, slots),
    "on-weekday": _on_weekday,
    "next-numeric": _next_numeric,
    "holiday": _holiday,
    "holiday-last": lambda today, slots: _holiday_beside(-1, today, slots),
    "holiday-next": lambda today, slots: _holiday_beside(1, today, slots),
    "month-year": lambda today, slots: PartialDate.of(today.year + slots.n, slots.month),
    "day-of-month": lambda today, slots: PartialDate.of(today.year, today.start.month, slots.n),
    "fortnight+": lambda today, _: calendar.shifted(today, 14, "day"),
    "day-before": lambda today, slots: calendar.shifted(slots.date or today, -1, "day"),
    "weekdays-ahead": lambda today, slots: _coming(slots.n - 1, today, slots),
    "month-last": lambda today, slots: _month(-1, today, slots),
    "month-this": lambda today, slots: _month(0, today, slots),
    "month-next": lambda today, slots: _month(1, today, slots),
    "month-after-next": lambda today, slots: _month(2, today, slots),
    "nth-weekday": _nth_weekday,
    "nth-day": _nth_day,
    "nth-last-day": _nth_last_day,
    "last-weekday": _last_weekday_in,
    "last-day": lambda today, slots: _nth_last_day(today, replace(slots, n=1)),
}
