"""Two quantities that are said together and are one: *5 ft 2 in*, *3 dollars 50 cents*, *1 hour and 30 minutes*."""

from __future__ import annotations

from decimal import Decimal

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.languages.units import MONEY, compounds, convert, dimension, to_decimal, units
from claims.reading.values.fractions import said_fraction
from claims.reading.values.numbers import opens_number, read_number
from claims.reading.values.numeral import Numeral
from claims.reading.values.quantity import Quantity
from claims.reading.values.unitnames import unit_after

_HUNDREDTH = Decimal("0.01")


def compounded(tokens: Tokens, quantity: Quantity, language: Language, *, named: bool = False) -> Quantity:
    """``quantity`` together with the smaller one that is said with it, in its own unit.

    ``named`` asks that coins are named (*$20 and 30* are two sums).
    """
    at = quantity.last + (tokens.words[quantity.last] in language.numerals.joiners)
    if quantity.unit is None or quantity.number.scaled or len(tokens.gaps[at]) > 2:
        return quantity
    if at > quantity.last and (halved := _with_part(tokens, quantity, at, language)):
        return halved
    number = read_number(tokens, at, language) if opens_number(tokens, at, language) else None
    if number is None or number.first != at or number.ordinal or number.amount != int(number.amount):
        return quantity
    if dimension(quantity.unit) == MONEY:
        return _with_coins(tokens, quantity, _before_coin(tokens, number, language), language, named=named)
    if quantity.unit in language.around.hundredth_units and _are_hundredths(tokens, number):
        return _sum(tokens, quantity, number.amount / 100, number.last)
    unit, last = _unit(tokens, number, language)
    if compounds().get(quantity.unit) != unit or unit is None:
        return quantity
    extra = convert(number.amount, unit, quantity.unit)
    return quantity if extra is None else _sum(tokens, quantity, extra, last)


def _with_part(tokens: Tokens, quantity: Quantity, at: int, language: Language) -> Quantity | None:
    """*One hour and a half*, *un an et demi*: a part of the unit that was said, and of nothing else."""
    part, last = said_fraction(tokens, at, language)
    if part is None or tokens.words[last] in language.numerals.fraction_links:
        return None
    return _sum(tokens, quantity, to_decimal(part), last)


def _are_hundredths(tokens: Tokens, number: Numeral) -> bool:
    """Whether a number is two digits that count nothing: *1 m 85*."""
    bare = number.plain and len(tokens.words[number.first]) == 2
    return bare and not tokens.words[number.last][:1].isalnum()


def _unit(tokens: Tokens, number: Numeral, language: Language) -> tuple[str | None, int]:
    found = unit_after(tokens, number, language)
    if found:
        return found.unit, found.last
    return language.around.partial_units.get(tokens.words[number.last]), number.last + 1


def _with_coins(tokens: Tokens, quantity: Quantity, number: Numeral, language: Language, *, named: bool) -> Quantity:
    """The sum with its coins: named (*20 dollars 43c*), or as digits with no noun behind (*15 dollars 50*)."""
    if number.amount >= 100 or quantity.unit is None or units()[quantity.unit].of:
        return quantity
    word = tokens.words[number.last]
    found = unit_after(tokens, number, language)
    coin = found.unit if found else language.around.minor_units.get(word)
    if coin is not None and coin in units() and units()[coin].of:
        last = found.last if found else number.last + 1
    elif coin is None and not named and number.last == number.first + 1 and not word[:1].isalnum():
        last = number.last
    else:
        return quantity
    return _sum(tokens, quantity, number.amount / 100, last)


def _before_coin(tokens: Tokens, number: Numeral, language: Language) -> Numeral:
    """The number before a coin whose name multiplies elsewhere (*quarante-cinq cents*)."""
    last = number.last - 1
    if number.digits or last == number.first or not language.around.units.at(tokens.words, last):
        return number
    return replace(number, last=last, amount=number.amount / 100)


def _sum(tokens: Tokens, quantity: Quantity, extra: Decimal, last: int) -> Quantity:
    number = replace(quantity.number, amount=quantity.number.amount + extra, step=_HUNDREDTH, plain=False)
    return replace(quantity, number=number, last=last, end=tokens.ends[last - 1])
