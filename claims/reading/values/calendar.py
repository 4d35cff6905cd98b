"""Counting in days, weeks, months, quarters and years, at the precision that each has."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from claims.model.dates import PartialDate, Precision, last_day
from claims.model.values import DateSpan

_TEN_MONTHS = datetime.timedelta(days=305)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
UNITS = frozenset(_MONTHS) | frozenset(_DAYS)
_PRECISIONS = {unit: Precision(unit) for unit in _MONTHS}


def day(date: datetime.date) -> PartialDate:
    """A date at the precision of a day."""
    return PartialDate(date, Precision.DAY)


def precision(unit: str) -> Precision:
    """How fine a date is that was counted in ``unit``."""
    return _PRECISIONS.get(unit, Precision.DAY)


def shifted(date: PartialDate, count: int, unit: str) -> PartialDate:
    """``date`` moved by ``count`` units, as fine as the unit (weeks: a day).

    Raises ``ValueError`` or ``OverflowError`` outside the calendar.
    """
    to = moved(date, count, unit)
    return to.coarsen(precision(unit))


def moved(date: PartialDate, count: int, unit: str) -> PartialDate:
    """The day that lies ``count`` units from the first day of ``date``.

    Raises ``ValueError`` or ``OverflowError`` outside the calendar.
    """
    if unit in _DAYS:
        return day(date.start + datetime.timedelta(days=count * _DAYS[unit]))
    year, month = divmod(date.year * 12 + date.start.month - 1 + count * _MONTHS[unit], 12)
    return day(datetime.date(year, month + 1, min(date.start.day, last_day(year, month + 1))))


def meant(today: PartialDate, dates: Sequence[PartialDate]) -> PartialDate:
    """Which of the dates that differ in their year a text without a year means.

    Writers leave the year out when it is the current one; only near its ends is the date that lies closer meant.
    """
    for date in dates:
        if date.year == today.year and abs(date.start - today.start) <= _TEN_MONTHS:
            return date
    return min(dates, key=lambda date: abs(date.start - today.start))


def feast(year: int, name: str) -> PartialDate:
    """The day of a feast: ``12-25``, or days after Easter Sunday (``easter+39``) or after a weekday of a month.

    ``11:4:4`` is the fourth Thursday of November, ``11:4:4+1`` the day after it, ``05:1:-1`` the last Monday of May.
    """
    if name.startswith("easter"):
        return day(_easter(year) + datetime.timedelta(days=int(name.removeprefix("easter"))))
    if ":" in name:
        rule, _, later = name.partition("+")
        month, weekday, count = map(int, rule.split(":"))
        return day(_nth_weekday(year, month, weekday, count) + datetime.timedelta(days=int(later or 0)))
    return PartialDate.parse(f"{year:04}-{name}")


def _nth_weekday(year: int, month: int, weekday: int, count: int) -> datetime.date:
    if count < 0:
        end = datetime.date(year, month, last_day(year, month))
        return end - datetime.timedelta(days=(end.isoweekday() - weekday) % 7 + 7 * (-count - 1))
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def meant_feast(today: PartialDate, name: str) -> PartialDate:
    """The day of a feast that a text written ``today`` means."""
    return meant(today, [feast(today.year + years, name) for years in (-1, 0, 1)])


def _easter(year: int) -> datetime.date:
    """Easter Sunday in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - moved + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, days = divmod(moon + week - 7 * late + 114, 31)
    return datetime.date(year, month, days + 1)


def period(date: PartialDate, count: int, unit: str) -> PartialDate | DateSpan:
    """The whole unit that ``date`` lies in, or the one ``count`` units on; a week is its seven days from Monday."""
    if unit not in ("week", "fortnight"):
        return shifted(date, count, unit)
    monday = date.start + datetime.timedelta(days=7 * count + 1 - date.start.isoweekday())
    return DateSpan(day(monday), day(monday + datetime.timedelta(days=6)))
