"""What a text, or a claims file, asserts."""

from __future__ import annotations

from decimal import Decimal

from claims.dataclasses import dataclass, field
from claims.model.dates import PartialDate, Period
from claims.model.fact import Where
from claims.model.place import Place
from claims.model.span import Span
from claims.model.values import Value
from claims.model.verdict import Confidence, Operator, Reason


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """One member of a list that a text gives, at its span in the source."""

    value: Value
    span: Span


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """The time that a claim itself names ("in 2019", "since 2014", "until June").

    ``written`` is the date it was said with; ``period`` the days it speaks of, half open.
    """

    written: PartialDate
    period: Period


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words a claim is.

    ``span`` is where the text names them, ``None`` where it does not; ``literal``: the claim stands in quotation
    marks.
    """

    span: Span | None
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """An entity's value of an attribute, as said somewhere.

    Spans are in the source text and ``None`` for structured claims. ``quote`` takes in the words that bind
    the value, ``value_span`` is the asserted value alone. ``entity_span`` is where the entity is named, which
    may be far away. ``how`` tells, step by step, how the value was bound. ``reason`` is set by the reader
    where it found the claim but not enough to judge it (``ambiguous_entity``). ``factor`` is set where the unit
    stands in a label: what the bare number at ``value_span`` is to be multiplied by, such as a million. ``speaker``
    is set where somebody is quoted.
    """

    entity: str
    attribute: str
    value: Value
    operator: Operator = Operator.EQ
    where: Where = ()
    time: ClaimTime | None = None
    confidence: Confidence = Confidence.HIGH
    quote: Span | None = None
    value_span: Span | None = None
    entity_span: Span | None = None
    items: tuple[ClaimItem, ...] = ()
    how: tuple[str, ...] = ()
    reason: Reason | None = None
    candidates: tuple[str, ...] = ()
    factor: Decimal | None = None
    id: str | None = None
    speaker: Speaker | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A value that was read and bound to nothing; ``reason``: no_wording, no_entity, vetoed, no_fact..."""

    span: Span
    kind: str
    value: Value
    reason: str
