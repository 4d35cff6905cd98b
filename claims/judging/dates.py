"""Dates at their own precision.

A claim allows the days its words speak of; a fact leaves open the days it may mean. A year is true of a month in
it (``coarser``); a day is finer than a month that is known, neither true nor false. *After* a date begins when it
has ended, *before* it ends when it begins; *since* and *until* take it in. *About* reaches as far again as the
date was written: 2014 takes in 2013 and 2015, a month its neighbours, a day its week on either side.
"""

from __future__ import annotations

import datetime
from typing import TypeAlias

from claims.judging.intervals import Interval, days
from claims.judging.meeting import EXCLUDED, Meeting, Standard, supported, undecided, worst
from claims.model.dates import PartialDate, Period, Precision
from claims.model.rule import Measure
from claims.model.values import DateSpan
from claims.model.verdict import Match, Operator, Reason

Dated: TypeAlias = PartialDate | DateSpan

_WEEK = datetime.timedelta(days=7)
_BOUNDS = frozenset({Operator.GT, Operator.GE, Operator.LT, Operator.LE})
_APPROXIMATE = frozenset({Operator.ABOUT, Operator.NEARLY})


def meet_dates(said: Dated, operator: Operator, known: Dated, standard: Standard) -> Meeting:
    """How a claim of a date, or of a span of dates, meets a known one."""
    if isinstance(said, DateSpan) and isinstance(known, DateSpan) and operator in {Operator.EQ, *_APPROXIMATE}:
        ends = ((said.first, known.first), (said.last, known.last))
        return worst(meet_dates(one, operator, other, standard) for one, other in ends)
    claim, fact = _widened(_allowed(said, operator), operator, standard), days(whole(known))
    if fact.within(claim):
        return supported(_match(said, operator, known))
    return undecided(Reason.FINER_THAN_FACT) if fact.meets(claim) else EXCLUDED


def whole(date: Dated) -> Period:
    """All the days that a date or a span of dates may mean."""
    return date.period if isinstance(date, PartialDate) else Period(date.first.start, date.last.end)


def neighbour(date: PartialDate, step: int) -> PartialDate:
    """The date of the same precision just before (``-1``) or after (``1``); itself at the end of the calendar."""
    if step > 0:
        return date if date.end == datetime.date.max else PartialDate(date.end, date.precision)
    if date.start == datetime.date.min:
        return date
    before = PartialDate(date.start - datetime.timedelta(days=1), Precision.DAY)
    return before.coarsen(date.precision)


def _allowed(said: Dated, operator: Operator) -> Interval:
    period = whole(said)
    match operator:
        case Operator.GT:
            return days(Period(period.end, None))
        case Operator.GE:
            return days(Period(period.start, None))
        case Operator.LT:
            return days(Period(None, period.start))
        case Operator.LE:
            return days(Period(None, period.end))
        case Operator.ABOUT | Operator.NEARLY:
            return days(_around(said))
        case _:
            return days(period)


def _widened(claim: Interval, operator: Operator, standard: Standard) -> Interval:
    """With a policy's tolerance in days; a share or a digit of a date means nothing, and a bound stays what it is."""
    tolerance = standard.strictness.tolerance
    if tolerance is None or tolerance.measure is not Measure.AMOUNT or operator in _BOUNDS:
        return claim
    if claim.low is None or claim.high is None:
        return claim
    return Interval(claim.low - tolerance.amount, claim.high + tolerance.amount, high_open=True)


def _around(said: Dated) -> Period:
    first, last = (said, said) if isinstance(said, PartialDate) else (said.first, said.last)
    return Period(_reach_back(first), _reach_on(last))


def _reach_back(date: PartialDate) -> datetime.date:
    if date.precision is not Precision.DAY:
        return neighbour(date, -1).start
    return date.start - min(_WEEK, date.start - datetime.date.min)


def _reach_on(date: PartialDate) -> datetime.date:
    if date.precision is not Precision.DAY:
        return neighbour(date, 1).end
    return date.end + min(_WEEK, datetime.date.max - date.end)


def _match(said: Dated, operator: Operator, known: Dated) -> Match:
    if operator in _BOUNDS:
        return Match.BOUND
    if whole(said) == whole(known):
        return Match.EXACT
    return Match.COARSER if whole(said).contains(whole(known)) else Match.ROUNDED
