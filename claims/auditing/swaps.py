"""Which wrong values to try in the place of a right one.

Two kinds of slips that writers make: another number or date, and the value of another subject. What is put in is
wrong by the facts as far as can be told, and written as the text writes: the same digits, units and names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from claims.auditing.audited import exclude
from claims.dataclasses import dataclass
from claims.judging.dates import neighbour
from claims.judging.wording import Page
from claims.model.dates import PartialDate
from claims.model.factset import FactSet
from claims.model.report import ReportClaim
from claims.model.span import Span
from claims.model.values import EntityRef, ListOf, Number, Text, Value
from claims.model.verdict import Operator, Verdict

_FALLING = frozenset({Operator.LT, Operator.LE, Operator.NEARLY})
_RISING = frozenset({Operator.GT, Operator.GE})


class SwapKind(StrEnum):
    """What slip a swap stands for."""

    NUMBER = "another number"
    DATE = "another date"
    SUBJECT = "value of another subject"


@dataclass(frozen=True, slots=True)
class Swap:
    """A wrong value, as text, for a stretch of the source that says a right one."""

    claim: ReportClaim
    kind: SwapKind
    span: Span
    text: str

    def applied_to(self, source: str) -> str:
        """The source with the wrong value in it."""
        return source[: self.span.start] + self.text + source[self.span.end :]


class Values:
    """The values that subjects have, by attribute, in the order of their ids."""

    def __init__(self, facts: FactSet) -> None:
        found: dict[str, dict[tuple[str, str], tuple[str, Value]]] = {}
        for fact in sorted(facts.facts, key=lambda fact: fact.entity):
            for value in _single(fact.value):
                found.setdefault(fact.attribute, {}).setdefault((fact.entity, repr(value)), (fact.entity, value))
        self._by_attribute: Mapping[str, Iterable[tuple[str, Value]]] = {
            attribute: tuple(values.values()) for attribute, values in found.items()
        }

    def of_others(self, entity: str, attribute: str) -> Iterator[Value]:
        """The values of an attribute that are some other subject's."""
        return (value for owner, value in self._by_attribute.get(attribute, ()) if owner != entity)


def swaps(claim: ReportClaim, page: Page, values: Values) -> Iterator[Swap]:
    """The swaps for a supported claim; none for one without a place."""
    said = _said(claim)
    if said is None:
        return
    value, span = said
    changed = _changed(value, claim)
    if changed is not None:
        kind = SwapKind.DATE if isinstance(changed, PartialDate) else SwapKind.NUMBER
        yield from _swap(claim, kind, changed, value, span, page)
    others = (_as_fine(other, value) for other in values.of_others(claim.entity, claim.attribute))
    other = next((other for other in others if _differs(other, claim)), None)
    if other is not None and other != changed:
        yield from _swap(claim, SwapKind.SUBJECT, other, value, span, page)


def _said(claim: ReportClaim) -> tuple[Value, Span] | None:
    """The value to swap and where it stands: of a list its first item."""
    item = next((item for item in claim.items if item.verdict is Verdict.SUPPORTED), None)
    value, start, end = (
        (item.value, item.start, item.end) if item else (claim.value, claim.value_start, claim.value_end)
    )
    if start is None or end is None or isinstance(value, ListOf):
        return None
    return value, Span(start, end)


def _swap(claim: ReportClaim, kind: SwapKind, new: Value, old: Value, span: Span, page: Page) -> Iterator[Swap]:
    text, now = page.write(new, span, old), page.at(span)
    if text and now and text.casefold() != now.casefold():
        yield Swap(claim, kind, span, text)


def _changed(value: Value, claim: ReportClaim) -> Value | None:
    """The same number with another first digit, beyond what is known where it is a bound; the next day, month, year."""
    if isinstance(value, PartialDate):
        return neighbour(value, 1)
    if not isinstance(value, Number) or not value.amount.is_finite():
        return None
    first = Decimal(1).scaleb(value.amount.adjusted()) if value.amount else Decimal(1)
    known = [value.amount, *_known_amounts(claim, value.unit)]
    if claim.operator in _FALLING:
        amount = value.amount - first * ((value.amount - min(known)) // first + 1)
    elif claim.operator in _RISING:
        amount = value.amount + first * ((max(known) - value.amount) // first + 1)
    else:
        amount = value.amount + (first if value.amount < 9 * first else -first)
    return Number(amount, value.unit, value.step) if amount >= 0 else None


def _known_amounts(claim: ReportClaim, unit: str | None) -> Iterator[Decimal]:
    for fact in claim.evidence:
        if isinstance(fact.value, Number) and fact.value.unit == unit:
            yield fact.value.amount


def _as_fine(other: Value, said: Value) -> Value:
    """A date no finer than the one it is put in the place of."""
    if isinstance(other, PartialDate) and isinstance(said, PartialDate):
        return other.coarsen(said.precision)
    return other


def _differs(other: Value, claim: ReportClaim) -> bool:
    """Whether a value is of the claim's kind and another one; names count as other where they are not the same."""
    said = claim.value
    if isinstance(said, ListOf):
        return isinstance(other, EntityRef | Text) and other not in said.items
    if isinstance(other, EntityRef | Text):
        return isinstance(said, EntityRef | Text) and other != said
    return type(other) is type(said) and exclude(other, said)


def _single(value: Value) -> tuple[Value, ...]:
    return value.items if isinstance(value, ListOf) else (value,)
