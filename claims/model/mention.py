"""What a reader's eye catches in a text before anything is understood."""

from __future__ import annotations

from enum import StrEnum

from claims.dataclasses import dataclass
from claims.model.span import Span
from claims.model.values import Value
from claims.model.verdict import Operator


class MentionKind(StrEnum):
    """What a mention is of."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"
    DURATION = "duration"
    ENTITY = "entity"
    NAME = "name"
    WORDING = "wording"


VALUE_KINDS = frozenset(
    {
        MentionKind.NUMBER,
        MentionKind.ORDINAL,
        MentionKind.PERCENT,
        MentionKind.MONEY,
        MentionKind.QUANTITY,
        MentionKind.DATE,
        MentionKind.DURATION,
    }
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a value, an entity or an attribute's wording. Offsets are in the block's text.

    ``start``/``end`` is the value itself with its unit; ``outer`` takes in the hedge ("more than 80").
    ``relative`` marks a date that was worked out against the document's date ("last Monday", "22 March").
    ``entities`` are the candidates for an entity mention; ``value`` is ``None`` for mentions of no value.
    """

    kind: MentionKind
    start: int
    end: int
    value: Value | None = None
    operator: Operator = Operator.EQ
    outer: Span | None = None
    relative: bool = False
    entities: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """``start`` and ``end`` as a span."""
        return Span(self.start, self.end)
