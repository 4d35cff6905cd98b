"""How a claim's value meets a fact's, whatever the two are.

Each kind of value has its own module (numbers, dates, versions, names, lists). Here the kinds are told apart, and
what a year, a number or a version is when it was read as one of the others. Values that cannot be compared leave
the claim undecided.

=============  ==================  =========================================================
fact           claim of a value    why
=============  ==================  =========================================================
``unknown``    undecided           nobody has the value
``none``       excluded            there is none; a claim of zero, or of fewer than n, is true
``not: v``     excluded for v      of any other value it says nothing
=============  ==================  =========================================================
"""

from __future__ import annotations

from decimal import Decimal

from claims.judging.dates import meet_dates
from claims.judging.lists import meet_count, meet_items
from claims.judging.meeting import EXCLUDED, Meeting, Outcome, Standard, supported, undecided
from claims.judging.names import meet_names
from claims.judging.numbers import meet_numbers
from claims.judging.versions import meet_versions
from claims.model.dates import PartialDate, Precision
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    Range,
    Text,
    Unknown,
    Value,
    ValueType,
    Version,
    Written,
)
from claims.model.verdict import Match, Operator, Reason

_NO_FACT = undecided(Reason.NO_FACT)


def meet(said: Value, operator: Operator, known: Value, standard: Standard, *, many: bool = False) -> Meeting:
    """How a claim of one value (not a list) meets one fact's value.

    ``many`` says that the attribute may have other values beside this one: then a different value excludes
    nothing (``open_list``), only ``none``, ``not`` and a complete list do.
    """
    if isinstance(said, Not):
        return meet(said.value, opposite(operator), known, standard, many=many)
    if operator is Operator.NE:
        return meet(said, Operator.EQ, known, standard, many=many).denied()
    answer = _meet_any(said, operator, known, standard)
    if many and answer.outcome is Outcome.EXCLUDED and not isinstance(known, Not | ListOf | Nothing):
        return undecided(Reason.OPEN_LIST)
    return answer


def _meet_any(said: Value, operator: Operator, known: Value, standard: Standard) -> Meeting:
    match known:
        case Unknown():
            return supported(Match.EXACT) if isinstance(said, Unknown) else _NO_FACT
        case Not():
            return _meet_not(said, operator, known.value, standard)
        case ListOf():
            return _meet_list(said, operator, known, standard)
        case _:
            return _meet_single(said, operator, known, standard)


def opposite(operator: Operator) -> Operator:
    """The operator of a claim's negation; a hedge that is denied is denied as a whole."""
    return {
        Operator.NE: Operator.EQ,
        Operator.GT: Operator.LE,
        Operator.GE: Operator.LT,
        Operator.LT: Operator.GE,
        Operator.LE: Operator.GT,
    }.get(operator, Operator.NE)


def _meet_not(said: Value, operator: Operator, denied: Value, standard: Standard) -> Meeting:
    answer = meet(said, operator, denied, standard)
    close = answer.outcome is Outcome.SUPPORTED and answer.match in {Match.EXACT, Match.ROUNDED}
    return EXCLUDED if close and operator is Operator.EQ else _NO_FACT


def _meet_list(said: Value, operator: Operator, known: ListOf, standard: Standard) -> Meeting:
    if isinstance(said, Number) and not any(isinstance(item, Number | Between) for item in known.items):
        return meet_count(said, operator, known)
    return meet_items([meet(said, operator, item, standard) for item in known.items], known)


def _meet_single(said: Value, operator: Operator, known: Value, standard: Standard) -> Meeting:
    match _alike(said, known, standard.type):
        case (Number() | Between() | Range() as one, Number() | Between() | Range() as other):
            return meet_numbers(one, operator, other, standard)
        case (PartialDate() | DateSpan() as one, PartialDate() | DateSpan() as other):
            return meet_dates(one, operator, other, standard)
        case (Version() as one, Version() as other):
            return meet_versions(one, operator, other)
        case (EntityRef() | Text() | Written() as one, EntityRef() | Text() | Written() as other):
            return meet_names(one, other, standard)
        case (Boolean() as one, Boolean() as other):
            return supported(Match.EXACT) if one == other else EXCLUDED
        case (Nothing(), Nothing()):
            return supported(Match.EXACT)
        case (Nothing(), _) | (_, Nothing()):
            return EXCLUDED
        case _:
            return _NO_FACT


def _alike(said: Value, known: Value, kind: ValueType | None) -> tuple[Value, Value]:
    """Both values, each as the kind of the other where it may be read so."""
    if type(said) is type(known):
        return said, known
    match said, known:
        case (Number(), Nothing()):
            return said, Number(Decimal(0), said.unit)
        case (Nothing(), Number()):
            return Number(Decimal(0), known.unit), known
        case (Number(), PartialDate() | DateSpan()):
            return _as_year(said), known
        case (PartialDate(), Number()) if kind is not ValueType.DATE:
            return _as_number(said), known
        case (Number(), Version()):
            return Version(tuple(f"{said.amount.quantize(said.step):f}".split("."))), known
        case (Text() | Written(), PartialDate() | DateSpan()):
            return _as_date(said), known
        case _:
            return said, known


def _as_year(said: Number) -> Value:
    amount = said.amount
    if said.unit is None and amount == amount.to_integral_value() and 1 <= amount <= 9999:
        return PartialDate.of(int(amount))
    return said


def _as_number(said: PartialDate) -> Value:
    return Number(Decimal(said.year)) if said.precision is Precision.YEAR else said


def _as_date(said: Text | Written) -> Value:
    try:
        return PartialDate.parse(said.text)
    except ValueError:
        return said
