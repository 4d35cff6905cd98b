"""Values as intervals: what a claim allows, and what a fact leaves open.

A claim allows every number that its words would be a fair way to say. What that is depends on the operator and
on how finely the writer spoke (``Number.step``, the place of the last digit written):

==========  ==========================================  =======================
operator    what it allows                              example
==========  ==========================================  =======================
``eq``      half a step either way                      3.5 million: [3.45, 3.55) million
``about``   5 % either way, at least half a step        about 80: [76, 84]
``nearly``  the last tenth below                        nearly 90: [81, 90]
``gt, ge``  everything above; ``ge`` with the bound     more than 80: (80, ...)
``lt, le``  everything below; ``le`` with the bound     up to 80: (..., 80]
==========  ==========================================  =======================

Half a step includes the end nearer to zero and not the other, which is how people round. An approximate noun
("une quarantaine") has a step of its base, so that half a step is what it allows: 35 to 45. Under a judging policy

- another convention may hold for rounding: ``down`` takes 3.5 million for [3.5, 3.6), ``up`` for (3.4, 3.5],
  ``either`` for both;
- a tolerance reaches that far either way for ``eq`` where rounding does not, and takes the place of the 5 % and of
  the tenth, unless the policy says of the hedge itself how far it reaches;
- what is above *more than* or below *less than* may be limited; a bound itself is never moved.

Dates are intervals too, of days counted as :meth:`datetime.date.toordinal` counts them, half open.
"""

from __future__ import annotations

from decimal import Decimal

from claims.dataclasses import dataclass
from claims.model.dates import Period
from claims.model.rule import Rounding
from claims.model.values import Between, Number, Range
from claims.model.verdict import Operator

_ABOUT = Decimal("0.05")
_NEARLY = Decimal("0.1")
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from ``low`` to ``high``, ends included unless ``*_open``; ``None`` has no limit on that side."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def within(self, other: Interval) -> bool:
        """Whether every number of this interval is in ``other``."""
        return self._starts_within(other) and self._ends_within(other)

    def meets(self, other: Interval) -> bool:
        """Whether the two share a number."""
        return not (self._is_below(other) or other._is_below(self))

    def hull(self, other: Interval) -> Interval:
        """The least interval that holds both."""
        first = other if self._starts_within(other) else self
        last = other if self._ends_within(other) else self
        return Interval(first.low, last.high, first.low_open, last.high_open)

    def _starts_within(self, other: Interval) -> bool:
        if other.low is None:
            return True
        if self.low is None or self.low < other.low:
            return False
        return self.low > other.low or self.low_open or not other.low_open

    def _ends_within(self, other: Interval) -> bool:
        if other.high is None:
            return True
        if self.high is None or self.high > other.high:
            return False
        return self.high < other.high or self.high_open or not other.high_open

    def _is_below(self, other: Interval) -> bool:
        if self.high is None or other.low is None or self.high > other.low:
            return False
        return self.high < other.low or self.high_open or other.low_open


def point(amount: Decimal) -> Interval:
    """The interval of one number."""
    return Interval(amount, amount)


def rounding(amount: Decimal, step: Decimal, how: Rounding = Rounding.NEAREST) -> Interval:
    """The numbers that are ``amount`` when rounded to ``step``; to the nearest, halves go away from zero."""
    inward, outward = _reach(step, how)
    if not amount:
        inward = outward
    near, far = abs(amount) - inward, abs(amount) + outward
    near_open = bool(inward) and (how is not Rounding.NEAREST or not amount)
    if amount < 0:
        return Interval(-far, -near, bool(outward), near_open)
    return Interval(near, far, near_open, bool(outward))


def _reach(step: Decimal, how: Rounding) -> tuple[Decimal, Decimal]:
    """How far a rounded number reaches towards zero and away from it."""
    match how:
        case Rounding.NEAREST:
            return step / 2, step / 2
        case Rounding.DOWN:
            return _ZERO, step
        case Rounding.UP:
            return step, _ZERO
        case Rounding.EITHER:
            return step, step


def allowed(
    said: Number | Between | Range,
    operator: Operator,
    slack: Decimal | None = None,
    how: Rounding = Rounding.NEAREST,
) -> Interval:
    """The numbers of which the claim would be true; ``slack`` is a policy's tolerance in the claim's unit.

    ``ne`` is read as ``eq``: who asks turns the answer round.
    """
    low, high, step = _ends(said)
    match operator:
        case Operator.GT:
            return Interval(low, _plus(low, slack), low_open=True)
        case Operator.GE:
            return Interval(low, _plus(low, slack))
        case Operator.LT:
            return Interval(_minus(high, slack), high, high_open=True)
        case Operator.LE:
            return Interval(_minus(high, slack), high)
        case Operator.ABOUT:
            return _about(low, high, step, slack)
        case Operator.NEARLY:
            return _nearly(low, high, slack)
        case _:
            reaching = _reaching(low, high, slack or _ZERO)
            return rounding(said.amount, step, how).hull(reaching) if isinstance(said, Number) else reaching


def days(period: Period) -> Interval:
    """A period as an interval of day numbers."""
    low = None if period.start is None else Decimal(period.start.toordinal())
    high = None if period.end is None else Decimal(period.end.toordinal())
    return Interval(low, high, high_open=True)


def _ends(said: Number | Between | Range) -> tuple[Decimal | None, Decimal | None, Decimal]:
    if isinstance(said, Number):
        return said.amount, said.amount, said.step
    return said.low, said.high, _ZERO


def _about(low: Decimal | None, high: Decimal | None, step: Decimal, slack: Decimal | None) -> Interval:
    ends = [abs(end) for end in (low, high) if end is not None]
    share = max(ends, default=_ZERO) * _ABOUT if slack is None else slack
    return _reaching(low, high, max(share, step / 2))


def _plus(end: Decimal | None, slack: Decimal | None) -> Decimal | None:
    return None if end is None or slack is None else end + slack


def _minus(end: Decimal | None, slack: Decimal | None) -> Decimal | None:
    return None if end is None or slack is None else end - slack


def _reaching(low: Decimal | None, high: Decimal | None, reach: Decimal) -> Interval:
    return Interval(None if low is None else low - reach, None if high is None else high + reach)


def _nearly(low: Decimal | None, high: Decimal | None, slack: Decimal | None) -> Interval:
    """Short of the value, so nearer to zero: below a positive number, above a negative one."""
    end = high if high is not None else low
    if end is None:
        return Interval(None, None)
    reach = abs(end) * _NEARLY if slack is None else slack
    return Interval(end, end + reach) if end < 0 else Interval(end - reach, end)
