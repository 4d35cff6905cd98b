"""Counting in days, weeks, months, quarters and years, at the precision that each has."""

from __future__ import annotations

import datetime

from claims.model.dates import PartialDate, Precision, last_day
from claims.model.values import DateSpan

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7}
UNITS = frozenset(_MONTHS) | frozenset(_DAYS)
_PRECISIONS = {unit: Precision(unit) for unit in _MONTHS}


def day(date: datetime.date) -> PartialDate:
    """A date at the precision of a day."""
    return PartialDate(date, Precision.DAY)


def shifted(date: PartialDate, count: int, unit: str) -> PartialDate:
    """``date`` moved by ``count`` units, as fine as the unit (weeks: a day).

    Raises ``ValueError`` or ``OverflowError`` outside the calendar.
    """
    if unit in _DAYS:
        return day(date.start + datetime.timedelta(days=count * _DAYS[unit]))
    months = date.year * 12 + date.start.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    moved = datetime.date(year, month + 1, min(date.start.day, last_day(year, month + 1)))
    return day(moved).coarsen(_PRECISIONS[unit])


def period(date: PartialDate, count: int, unit: str) -> PartialDate | DateSpan:
    """The whole unit that ``date`` lies in, or the one ``count`` units on; a week is its seven days from Monday."""
    if unit != "week":
        return shifted(date, count, unit)
    monday = date.start + datetime.timedelta(days=7 * count + 1 - date.start.isoweekday())
    return DateSpan(day(monday), day(monday + datetime.timedelta(days=6)))
