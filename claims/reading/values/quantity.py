"""A number with its unit, as it stands in a text."""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.languages.units import DURATIONS, MONEY, dimension
from claims.model.mention import MentionKind
from claims.model.values import Number
from claims.reading.values.numeral import Numeral


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit (``None``: a plain number) and the stretch of text that both take."""

    number: Numeral
    unit: str | None
    first: int
    last: int
    start: int
    end: int

    @property
    def value(self) -> Number:
        """What it says."""
        return Number(self.number.amount, self.unit, self.number.step)

    @property
    def kind(self) -> MentionKind:
        """What a mention of this is of."""
        if self.unit is None:
            return MentionKind.ORDINAL if self.number.ordinal else MentionKind.NUMBER
        measures = dimension(self.unit)
        if measures in ("percent", "points"):
            return MentionKind.PERCENT
        if measures == MONEY:
            return MentionKind.MONEY
        return MentionKind.DURATION if measures in DURATIONS else MentionKind.QUANTITY
