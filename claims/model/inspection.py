"""What the reader saw in texts: the answer of ``claims inspect``.

Offsets are code points in the decoded source text, half open, as in the report.
"""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.errors import Problem
from claims.model.fact import Where
from claims.model.values import Value
from claims.model.verdict import Confidence, Operator, Reason


@dataclass(frozen=True, slots=True)
class InspectedMention:
    """A mention at its place in the source. ``value`` is ``None`` for one of no value (an entity, a wording)."""

    kind: str
    start: int
    end: int
    quote: str
    value: Value | None = None
    operator: Operator = Operator.EQ
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InspectedClaim:
    """A claim before it is judged; ``how`` tells, step by step, how its value was bound."""

    entity: str
    attribute: str
    operator: Operator
    value: Value
    start: int
    end: int
    value_start: int
    value_end: int
    quote: str
    where: Where = ()
    time: str | None = None
    confidence: Confidence = Confidence.HIGH
    how: tuple[str, ...] = ()
    reason: Reason | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InspectedValue:
    """A value that was read and bound to nothing, and why."""

    start: int
    end: int
    quote: str
    value: Value
    reason: str


@dataclass(frozen=True, slots=True)
class InspectedDocument:
    """What was seen in one document, in the order of the text. ``error`` is set where it could not be read."""

    id: str
    path: str | None = None
    language: str | None = None
    date: str | None = None
    mentions: tuple[InspectedMention, ...] = ()
    claims: tuple[InspectedClaim, ...] = ()
    error: Problem | None = None
    unchecked: tuple[InspectedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was seen in all documents, in the order they were given."""

    documents: tuple[InspectedDocument, ...] = ()
