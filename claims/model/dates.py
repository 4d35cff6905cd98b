"""Dates at the precision they were given with, and periods of days.

The text form is ISO 8601 for days, months and years, EDTF (ISO 8601-2) for decades and centuries
(``199X``, ``19XX``) and ``2024-Q3`` for quarters. All arithmetic is on the proleptic Gregorian calendar.
"""

from __future__ import annotations

import calendar
import datetime
import re
from enum import StrEnum

from claims.dataclasses import dataclass

_FORM = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|[Qq]([1-4])))?|(\d{3})X|(\d{2})XX", re.ASCII)


class Precision(StrEnum):
    """How finely a date was given, finest first."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` up to, not including, ``end``; ``None`` where there is no limit on that side."""

    start: datetime.date | None = None
    end: datetime.date | None = None

    def __contains__(self, day: datetime.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def intersect(self, other: Period) -> Period | None:
        """The days in both, or ``None`` where there are none."""
        start = max((p for p in (self.start, other.start) if p is not None), default=None)
        end = min((p for p in (self.end, other.end) if p is not None), default=None)
        if start is not None and end is not None and start >= end:
            return None
        return Period(start, end)

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        start = self.start if other.start is None else max(self.start or other.start, other.start)
        end = self.end if other.end is None else min(self.end or other.end, other.end)
        return start is None or end is None or start < end

    def touches(self, other: Period) -> bool:
        """Whether the two share a day or one begins on the day on which the other ends."""
        return (self.start is None or other.end is None or self.start <= other.end) and (
            other.start is None or self.end is None or other.start <= self.end
        )

    def contains(self, other: Period) -> bool:
        """Whether every day of ``other`` is in this period."""
        return (self.start is None or (other.start is not None and self.start <= other.start)) and (
            self.end is None or (other.end is not None and other.end <= self.end)
        )

    def is_before(self, other: Period) -> bool:
        """Whether this period ends before ``other`` begins, or just as it begins."""
        return self.end is not None and other.start is not None and self.end <= other.start


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that is known to a certain precision; ``start`` is the first day it may mean."""

    start: datetime.date
    precision: Precision

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """A year, a month or a day. Raises ``ValueError`` for one that does not exist."""
        precision = Precision.YEAR if month is None else Precision.MONTH if day is None else Precision.DAY
        return cls(datetime.date(year, month or 1, day or 1), precision)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the text form. Raises ``ValueError`` for anything else, and for days that do not exist."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        year, month, day, quarter, decade, century = match.groups()
        if decade or century:
            first = int(decade) * 10 if decade else int(century) * 100
            return cls(datetime.date(max(first, 1), 1, 1), Precision.DECADE if decade else Precision.CENTURY)
        if quarter:
            return cls(datetime.date(int(year), int(quarter) * 3 - 2, 1), Precision.QUARTER)
        return cls.of(int(year), int(month) if month else None, int(day) if day else None)

    def __str__(self) -> str:
        iso = self.start.isoformat()
        match self.precision:
            case Precision.DAY:
                return iso
            case Precision.MONTH:
                return iso[:7]
            case Precision.QUARTER:
                return f"{iso[:4]}-Q{(self.start.month + 2) // 3}"
            case Precision.YEAR:
                return iso[:4]
            case Precision.DECADE:
                return f"{iso[:3]}X"
            case Precision.CENTURY:
                return f"{iso[:2]}XX"

    @property
    def year(self) -> int:
        """The calendar year of the first day."""
        return self.start.year

    @property
    def end(self) -> datetime.date:
        """The first day after everything this date may mean."""
        if self.precision is Precision.DAY:
            if self.start == datetime.date.max:
                return self.start
            return self.start + datetime.timedelta(days=1)
        months = self.start.year * 12 + self.start.month - 1 + _MONTHS[self.precision]
        if self.precision in (Precision.DECADE, Precision.CENTURY):
            span = _MONTHS[self.precision]
            months = self.start.year * 12 // span * span + span
        if months // 12 > datetime.MAXYEAR:
            return datetime.date.max
        return datetime.date(months // 12, months % 12 + 1, 1)

    @property
    def period(self) -> Period:
        """All the days it may mean."""
        return Period(self.start, self.end)

    def coarsen(self, precision: Precision) -> PartialDate:
        """The same date said less finely; itself where it is already as coarse."""
        order = list(Precision)
        if order.index(precision) <= order.index(self.precision):
            return self
        text = {
            Precision.MONTH: self.start.isoformat()[:7],
            Precision.QUARTER: f"{self.start.year:04}-Q{(self.start.month + 2) // 3}",
            Precision.YEAR: f"{self.start.year:04}",
            Precision.DECADE: f"{self.start.year // 10:03}X",
            Precision.CENTURY: f"{self.start.year // 100:02}XX",
        }[precision]
        return PartialDate.parse(text)


def last_day(year: int, month: int) -> int:
    """The number of the last day of a month."""
    return calendar.monthrange(year, month)[1]
