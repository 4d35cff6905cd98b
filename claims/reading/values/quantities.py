"""Numbers with what they are of: a percentage, an amount of money, a quantity, a length of time.

The unit stands after the number (*84 km*, *45-acre*, *3 millions de dollars*) or, for money, before it
(*US$ 4.7 billion*).
"""

from __future__ import annotations

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.mention import MentionKind
from claims.reading.values.compounds import compounded
from claims.reading.values.multiples import multiple_after, read_multiple
from claims.reading.values.numbers import one_in, read_number
from claims.reading.values.numeral import Numeral
from claims.reading.values.quantity import Quantity
from claims.reading.values.unitnames import unit_after

_OPENING = frozenset({"(", "[", "=", ":"})
# What "$" alone is read as, until the unit after the number says which dollar it is.
_ANY_DOLLAR = "USD"
_PERCENT_SIGN = "%"


def read_quantity(
    tokens: Tokens, index: int, language: Language, least: int = 0, *, money: bool = False
) -> Quantity | None:
    """The quantity whose number starts at token ``index``; ``least`` is the first token it may take.

    ``money`` says that a currency stands before it, if not just before (the ``10m`` of ``€5-10m``).
    """
    prefix = _prefix(tokens, index, language, least)
    number = read_number(tokens, index, language, money=money or prefix is not None)
    if number is None and (multiple := read_multiple(tokens, index, language)):
        return multiple
    if number is None or number.first < least:
        return None
    number = _signed(tokens, one_in(tokens, number, language) or number, least)
    if number.ordinal:
        return _bare(number)
    if prefix:
        return compounded(tokens, _with_prefix(tokens, number, prefix, language), language, named=True)
    found = multiple_after(tokens, number, language) or unit_after(tokens, number, language)
    if found is None:
        return _with_name_before(tokens, number, language, least) or _share(tokens, number, language) or _bare(number)
    return compounded(tokens, found, language)


def _bare(number: Numeral) -> Quantity:
    return Quantity(number, None, number.first, number.last, number.start, number.end)


def _signed(tokens: Tokens, number: Numeral, least: int) -> Numeral:
    """The number with the minus sign that touches it and nothing before; alone in a text it may stand apart."""
    at = number.first - 1
    if at < least or tokens.words[at] != "-" or not number.digits or number.ordinal:
        return number
    if tokens.gaps[number.first] and (at or number.last < tokens.count):
        return number
    if at and tokens.gaps[at] == "" and tokens.words[at - 1] not in _OPENING:
        return number
    return replace(number, first=at, start=tokens.starts[at], amount=-number.amount, plain=False)


def _prefix(tokens: Tokens, index: int, language: Language, least: int) -> tuple[str, int] | None:
    """The currency that stands before token ``index`` and where it starts; words only as codes in capitals."""
    found = language.around.prefixes.before(tokens.words, index)
    if found is not None and _takes_a_word(tokens, found[1], index):
        sign = language.around.prefixes.meanings.get(tokens.words[index - 1])
        found = (sign, index - 1) if sign else None
    if found is None or found[1] < least:
        return None
    raw = tokens.raw(found[1], index)
    if raw.isalpha() and not raw.isupper() and tokens.words[index - 1] not in language.around.codes:
        return None
    return found


def _takes_a_word(tokens: Tokens, first: int, index: int) -> bool:
    """Whether a letter before a sign stands apart, as a word or the end of one (*a $5 bill*, *it's $5*)."""
    letter, sign = tokens.words[first], tokens.words[index - 1]
    apart = index == first + 2 and tokens.gaps[index - 1] != ""
    return apart and len(letter) == 1 and letter.isalpha() and not sign.isalnum()


def _with_name_before(tokens: Tokens, number: Numeral, language: Language, least: int) -> Quantity | None:
    """A sum whose currency's name stands before it (*dollar 22.5 million*); a bare number may be a year."""
    found = language.around.prefixes.before(tokens.words, number.first)
    if found is None or found[1] < least or number.plain or not number.digits:
        return None
    return replace(_bare(number), unit=found[0], first=found[1], start=tokens.starts[found[1]])


def _share(tokens: Tokens, number: Numeral, language: Language) -> Quantity | None:
    """*A percentage of 4.5*, with nothing behind that the number could count."""
    if language.around.percent_before.before(tokens.words, number.first) is None:
        return None
    return None if tokens.words[number.last][:1].isalpha() else replace(_bare(number), unit=_PERCENT_SIGN)


def _with_prefix(tokens: Tokens, number: Numeral, prefix: tuple[str, int], language: Language) -> Quantity:
    unit, first = prefix
    found = replace(_bare(number), unit=unit, first=first, start=tokens.starts[first])
    after = unit_after(tokens, number, language)
    if after is None or tokens.words[after.last].isdecimal():
        return found
    if after.unit != unit and not (unit == _ANY_DOLLAR and after.kind is MentionKind.MONEY):
        return found
    return replace(found, number=after.number, unit=after.unit, last=after.last, end=after.end)
