"""What the readers of numbers hand to each other."""

from __future__ import annotations

from decimal import Decimal

from claims.dataclasses import dataclass, replace
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


def numeral(
    tokens: Tokens,
    first: int,
    last: int,
    amount: Decimal,
    step: Decimal = ONE,
    *,
    ordinal: bool = False,
    digits: bool = False,
    scaled: bool = False,
    weak: bool = False,
) -> Numeral:
    """A numeral of the whole tokens from ``first`` up to, not including, ``last``."""
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Numeral(first, last, start, end, amount, step, ordinal=ordinal, digits=digits, scaled=scaled, weak=weak)


def scaled(tokens: Tokens, number: Numeral, scale: int, last: int) -> Numeral:
    """``number`` times a scale whose last token is the one before ``last``."""
    return replace(
        number,
        last=last,
        end=tokens.ends[last - 1],
        amount=tidy(number.amount * scale),
        step=tidy(number.step * scale),
        scaled=True,
        plain=False,
    )


def tidy(amount: Decimal) -> Decimal:
    """The amount without zeros behind the point, and without an exponent."""
    return Decimal(int(amount)) if amount == amount.to_integral_value() else amount.normalize()
