"""Whether a number is a fair way to say a known one.

A known number is taken as it stands. Only where the claim speaks more finely than the fact (84.2, or more than 83.9,
against 84) is the fact's own rounding counted: a claim that cuts through it is ``finer_than_fact``, neither true nor
wrong. Counts and money known to the unit are exact and leave nothing open.

A number that is not exactly known (``{between: [60, 62]}``) supports what is true of all it may be. What is true
of some only:

=======================  =============  =======================================
claim                    60 to 62       why
=======================  =============  =======================================
61, about 61             supported      one of the values it may be
more than 60, up to 62   supported      the claim says the end that is known
more than 61             undecided      it cuts through what is known
more than 62, 63         excluded       true of none
not 61                   undecided      true of some
=======================  =============  =======================================

A real range (``{min: -20, max: 40}``) is matched as a whole; one number inside it is ``finer_than_fact``, a bound
is true when it is true of all of the range.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from claims.judging.intervals import Interval, allowed, point, rounding
from claims.judging.measures import lacks_unit, readings
from claims.judging.meeting import EXCLUDED, Meeting, Standard, best, supported, undecided
from claims.model.rule import Tolerance
from claims.model.values import Between, Number, Range, ValueType
from claims.model.verdict import Match, Operator, Reason

Numeric: TypeAlias = Number | Between | Range

_POINTS = frozenset({Operator.EQ, Operator.NE, Operator.ABOUT, Operator.NEARLY})
_FINER = undecided(Reason.FINER_THAN_FACT)


def meet_numbers(said: Numeric, operator: Operator, known: Numeric, standard: Standard) -> Meeting:
    """How a claim of a number meets a known one, in whatever units the two are written."""
    answers = [_meet(said, operator, reading, standard) for reading in readings(known, said.unit, standard)]
    if not answers:
        return undecided(Reason.UNIT_MISMATCH)
    answer = best(answers)
    unsure = lacks_unit(said, known, standard)
    return Meeting(answer.outcome, answer.match, answer.reason, unsure)


def is_exact(known: Number, standard: Standard) -> bool:
    """Whether a known number leaves nothing open: counts, ordinals and money to the unit or finer."""
    return known.step <= 1 and standard.type in {ValueType.COUNT, ValueType.ORDINAL, ValueType.MONEY}


def _meet(said: Numeric, operator: Operator, known: Numeric, standard: Standard) -> Meeting:
    match known:
        case Number():
            return _meet_one(said, operator, known, standard)
        case Between():
            return _meet_between(said, operator, known, standard)
        case Range():
            return _meet_range(said, operator, known, standard)


def _meet_one(said: Numeric, operator: Operator, known: Number, standard: Standard) -> Meeting:
    if isinstance(said, Number) and said.amount == known.amount and operator in _POINTS:
        return supported(Match.EXACT)
    claim = _allowed(said, operator, known.amount, standard)
    finer = isinstance(said, Number) and said.step < known.step and not is_exact(known, standard)
    fact = rounding(known.amount, known.step) if finer else point(known.amount)
    # A value is a fair way to say the known one; a bound has to be true of all that the known one may mean.
    if (point(known.amount) if operator in _POINTS else fact).within(claim):
        return supported(_match(said, operator))
    return _FINER if finer and fact.meets(claim) else EXCLUDED


def _meet_between(said: Numeric, operator: Operator, known: Between, standard: Standard) -> Meeting:
    claim, fact = _allowed(said, operator, known.high, standard), Interval(known.low, known.high)
    if fact.within(claim):
        same = isinstance(said, Between) and (said.low, said.high) == (known.low, known.high)
        return supported(Match.EXACT if same else _match(said, operator))
    if not fact.meets(claim):
        return EXCLUDED
    if isinstance(said, Number) and _says_some_of(said.amount, operator, known):
        return supported(Match.ROUNDED if operator in _POINTS else Match.BOUND)
    return _FINER


def _says_some_of(amount: Decimal, operator: Operator, known: Between) -> bool:
    """Whether the claim names a value the fact may have, or the very end of what is known."""
    match operator:
        case Operator.EQ | Operator.ABOUT:
            return known.low <= amount <= known.high
        case Operator.GT | Operator.GE:
            return amount == known.low
        case Operator.LT | Operator.LE:
            return amount == known.high
        case _:
            return False


def _meet_range(said: Numeric, operator: Operator, known: Range, standard: Standard) -> Meeting:
    end = known.high or known.low or Decimal(0)
    fact, claim = Interval(known.low, known.high), _allowed(said, operator, end, standard)
    if operator in _POINTS and not isinstance(said, Number):
        plain = Interval(said.low, said.high)
        if not (fact.within(claim) and plain.within(_allowed(known, operator, end, standard))):
            return EXCLUDED
        return supported(Match.EXACT if plain == fact else Match.ROUNDED)
    if fact.within(claim):
        return supported(_match(said, operator))
    return _FINER if operator in _POINTS and fact.meets(claim) else EXCLUDED


def _match(said: Numeric, operator: Operator) -> Match:
    return Match.ROUNDED if operator in _POINTS and isinstance(said, Number) else Match.BOUND


def _allowed(said: Numeric, operator: Operator, known: Decimal, standard: Standard) -> Interval:
    tolerance = _tolerance(standard, operator)
    slack = None if tolerance is None else tolerance.of(known)
    return allowed(said, operator, slack, standard.strictness.rounding)


def _tolerance(standard: Standard, operator: Operator) -> Tolerance | None:
    """What the policies allow a claim that is meant so; a bound is moved by nothing but its own word."""
    strictness = standard.strictness
    match operator:
        case Operator.GT | Operator.GE:
            return strictness.hedges.above
        case Operator.LT | Operator.LE:
            return strictness.hedges.below
        case Operator.ABOUT:
            return strictness.hedges.about or strictness.tolerance
        case Operator.NEARLY:
            return strictness.hedges.nearly or strictness.tolerance
        case _:
            return strictness.tolerance
