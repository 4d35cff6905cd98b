"""What the readers of numbers hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.languages.tokens import Tokens
from claims.model.verdict import Operator

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a text, without its unit.

    ``first`` to ``last`` are tokens, half open; ``start`` and ``end`` code points of the text. ``scaled``
    numbers end in a scale (*3 millions*), after which some languages link the unit (*de dollars*). ``plain``
    ones are a bare run of digits, which may be a day or a year. ``weak`` ones are a single word that is
    mostly something else (*one*, *un*).
    """

    first: int
    last: int
    start: int
    end: int
    amount: Decimal
    step: Decimal = ONE
    ordinal: bool = False
    operator: Operator = Operator.EQ
    digits: bool = False
    plain: bool = False
    scaled: bool = False
    weak: bool = False


def numeral(tokens: Tokens, first: int, last: int, amount: Decimal, step: Decimal = ONE, **marks: bool) -> Numeral:
    """A numeral of whole tokens."""
    return Numeral(first, last, tokens.starts[first], tokens.ends[last - 1], amount, step, **marks)
