"""Dates that are said against the date that the text named last: *two years later*, *the following day*, *la veille*.

They are as fine as the unit they are counted in, and none where the date that was named is coarser than that. What
counts many units asks for a date in the text; one unit on or back may be meant of the document's own day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claims.model.dates import PartialDate, Precision
from claims.reading.values import calendar
from claims.reading.values.meanings import Dated
from claims.reading.values.slots import Slots
from claims.reading.values.times import Times

_FINENESS = tuple(Precision)


def _anchor(named: PartialDate | None, unit: str) -> PartialDate:
    """The date that was named, if it is as fine as ``unit``. Raises ``ValueError`` otherwise."""
    if named is None or _FINENESS.index(named.precision) > _FINENESS.index(calendar.precision(unit)):
        raise ValueError("no date to go by")
    return named


def _counted(sign: int, times: Times, slots: Slots) -> Dated:
    return calendar.shifted(_anchor(times.named, slots.unit), sign * slots.n, slots.unit)


def _beside(count: int, times: Times, slots: Slots) -> Dated:
    known = times.named or (times.today if times.fresh else None)
    return calendar.period(_anchor(known, slots.unit), count, slots.unit)


def _in_year(years: int, times: Times, slots: Slots, day: int | None) -> Dated:
    """A month, or a day of it, in the year of the date that was named, or ``years`` years on."""
    return PartialDate.of(_anchor(times.named, "year").year + years, slots.month, day)


ANCHORED: Mapping[str, Callable[[Times, Slots], Dated]] = {
    "later": lambda times, slots: _counted(1, times, slots),
    "earlier": lambda times, slots: _counted(-1, times, slots),
    "unit-after": lambda times, slots: _beside(1, times, slots),
    "unit-before": lambda times, slots: _beside(-1, times, slots),
    "month-same": lambda times, slots: _in_year(0, times, slots, None),
    "month-after": lambda times, slots: _in_year(1, times, slots, None),
    "month-before": lambda times, slots: _in_year(-1, times, slots, None),
    "day-same": lambda times, slots: _in_year(0, times, slots, slots.n),
    "day-of-year-after": lambda times, slots: _in_year(1, times, slots, slots.n),
    "day-of-year-before": lambda times, slots: _in_year(-1, times, slots, slots.n),
    "unit-same": lambda times, slots: _beside(0, times, slots),
}
