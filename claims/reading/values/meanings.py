"""What the phrases of relative dates mean, each as a function of the document's day and what stood in the slots."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from claims.dataclasses import replace
from claims.model.dates import PartialDate, Precision, last_day
from claims.model.values import DateSpan
from claims.reading.values import calendar
from claims.reading.values.slots import LEAP, Slots

Dated: TypeAlias = PartialDate | DateSpan | None


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


def _near_weekday(today: PartialDate, slots: Slots) -> Dated:
    """The such weekday that lies nearest, today included (*ce jeudi*)."""
    away = (slots.weekday - today.start.isoweekday() + 3) % 7 - 3
    return calendar.day(today.start + datetime.timedelta(days=away))


def _on_weekday(today: PartialDate, slots: Slots) -> Dated:
    """A date that a weekday was said with."""
    date = slots.date
    if date is None or date.precision is not Precision.DAY:
        return None
    if date.year == LEAP:
        return _this_year(today, date)
    # Where the year was a guess, the weekday knows better.
    return None if slots.against and date.start.isoweekday() != slots.weekday else date


def _this_year(today: PartialDate, date: PartialDate) -> PartialDate:
    years = [year for year in range(today.year - 1, today.year + 2) if date.start.day < 29 or _has(year, date)]
    return calendar.meant(today, [PartialDate.of(year, date.start.month, date.start.day) for year in years])


def _has(year: int, date: PartialDate) -> bool:
    return date.start.day <= last_day(year, date.start.month)


def _next_numeric(today: PartialDate, slots: Slots) -> Dated:
    if slots.date is None:
        return None
    month, day = slots.date.start.month, slots.date.start.day
    here = PartialDate.of(today.year, month, day)
    return here if here.start > today.start else PartialDate.of(today.year + 1, month, day)


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


def _day_beside(sign: int, today: PartialDate, slots: Slots) -> Dated:
    """That day of that month: the first one after today, or the last one before it."""
    days = [PartialDate.of(today.year + years, slots.month, slots.n) for years in (-1, 0, 1)]
    beside = [date for date in days if (date.start > today.start if sign > 0 else date.start < today.start)]
    return beside[0] if sign > 0 else beside[-1]


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
    "ahead-if-future": lambda today, slots: _counted(1, today, slots),
    "before": lambda today, slots: _counted(-1, today, slots),
    "after": lambda today, slots: _counted(1, today, slots),
    "weekday-last": _last_weekday,
    "weekday-before": lambda today, slots: _weekday(-1, today, slots),
    "weekday-now": lambda today, slots: _weekday(0, today, slots),
    "weekday-next": lambda today, slots: _weekday(1, today, slots),
    "weekday-after-next": lambda today, slots: _coming(1, today, slots),
    "weekday-near": _near_weekday,
    "weekday-this": lambda today, slots: _coming(0, today, slots),
    "weekday-week": lambda today, slots: _from_today(1, today, slots),
    "weekday-fortnight": lambda today, slots: _from_today(2, today, slots),
    "on-weekday": _on_weekday,
    "day-month": _on_weekday,
    "next-numeric": _next_numeric,
    "holiday": _holiday,
    "holiday-last": lambda today, slots: _holiday_beside(-1, today, slots),
    "holiday-next": lambda today, slots: _holiday_beside(1, today, slots),
    "month-year": lambda today, slots: PartialDate.of(today.year + slots.n, slots.month),
    "day-of-month": lambda today, slots: PartialDate.of(today.year, today.start.month, slots.n),
    "fortnight+": lambda today, _: calendar.shifted(today, 14, "day"),
    "day-before": lambda today, slots: calendar.shifted(slots.date or today, -1, "day"),
    "weekdays-ahead": lambda today, slots: _coming(slots.n - 1, today, slots),
    "month-next-year": lambda today, slots: PartialDate.of(today.year + 1, slots.month),
    "month-last-year": lambda today, slots: PartialDate.of(today.year - 1, slots.month),
    "day-next-year": lambda today, slots: PartialDate.of(today.year + 1, slots.month, slots.n),
    "day-last-year": lambda today, slots: PartialDate.of(today.year - 1, slots.month, slots.n),
    "day-next": partial(_day_beside, 1),
    "day-last": partial(_day_beside, -1),
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
