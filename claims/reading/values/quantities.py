"""Numbers with what they are of: a percentage, an amount of money, a quantity, a length of time.

The unit stands after the number (*84 km*, *45-acre*, *3 millions de dollars*) or, for money, before it
(*US$ 4.7 billion*). Two quantities that are said together are one (*5 ft 2 in*, *3 dollars 50 cents*).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.languages.units import DURATIONS, MONEY, compounds, convert, dimension, units
from claims.model.mention import MentionKind
from claims.reading.values.numbers import one_in, read_number
from claims.reading.values.numeral import Numeral

_WEAK_DIMENSIONS = DURATIONS | {MONEY, "percent"}
_NEAR = 8


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


def read_quantity(tokens: Tokens, index: int, language: Language, least: int = 0) -> Quantity | None:
    """The quantity whose number starts at token ``index``; ``least`` is the first token it may take."""
    prefix = _prefix(tokens, index, language, least)
    number = read_number(tokens, index, language, money=prefix is not None)
    if number is None or number.first < least:
        return None
    number = _signed(tokens, one_in(tokens, number, language) or number, least)
    if number.ordinal:
        return _bare(number)
    if prefix:
        return _with_prefix(tokens, number, prefix, language)
    found = _unit_after(tokens, number, language)
    if found is None:
        return _bare(number)
    return _compound(tokens, found, language)


def _signed(tokens: Tokens, number: Numeral, least: int) -> Numeral:
    """The number with the minus sign that touches it and nothing before."""
    at = number.first - 1
    if at < least or tokens.words[at] != "-" or tokens.gaps[number.first] or not number.digits or number.ordinal:
        return number
    if at and tokens.gaps[at] == "" and tokens.words[at - 1] not in ("(", "[", "=", ":"):
        return number
    return replace(number, first=at, start=tokens.starts[at], amount=-number.amount, plain=False)


def _bare(number: Numeral) -> Quantity:
    return Quantity(number, None, number.first, number.last, number.start, number.end)


def _prefix(tokens: Tokens, index: int, language: Language, least: int) -> tuple[str, int] | None:
    """The currency that stands before token ``index`` and where it starts; words only as codes in capitals."""
    found = language.around.prefixes.before(tokens.words, index)
    if found is None or found[1] < least:
        return None
    raw = tokens.raw(found[1], index)
    if raw.isalpha() and not raw.isupper() and tokens.words[index - 1] not in language.around.codes:
        return None
    return found


def _with_prefix(tokens: Tokens, number: Numeral, prefix: tuple[str, int], language: Language) -> Quantity:
    unit, first = prefix
    last, end = number.last, number.end
    after = _unit_after(tokens, number, language)
    if after and tokens.words[after.last].isdecimal():
        after = None
    if after and (after.unit == unit or (unit == "USD" and after.kind is MentionKind.MONEY and after.unit not in units()["cent"].of[:2])):
        number, last, end, unit = after.number, after.last, after.end, after.unit or unit
    return Quantity(number, unit, first, last, tokens.starts[first], end)


def _unit_after(tokens: Tokens, number: Numeral, language: Language) -> Quantity | None:
    around, words, at = language.around, tokens.words, number.last
    if number.scaled and words[at] in around.unit_links:
        at += 1 + (words[at + 1] == "'")
    if len(tokens.gaps[at]) > 2:
        return None
    bracketed = words[at] in ("(", "[", "<")
    found = around.units.at(words, at + bracketed) or _choice(tokens, at, number.first, language)
    if found is None or (bracketed and words[found[1]] not in (")", "]", ">")):
        return _scaled_code(tokens, number, language)
    unit, last = found[0], found[1] + bracketed
    if not _is_unit(tokens, at + bracketed, found[1], number, language):
        return None
    if number.weak and dimension(unit) not in _WEAK_DIMENSIONS and number.first and words[at - 1] in language.numerals.articles:
        return None
    if choice := _choice(tokens, at, number.first, language):
        unit = choice[0]
    scale = language.numerals.cardinals.get(words[last])
    if scale and scale.value >= 1000 and not number.scaled and dimension(unit) == MONEY:
        number = replace(number, amount=number.amount * scale.value, step=number.step * scale.value, scaled=True)
        last += 1
    return Quantity(replace(number, weak=False), unit, number.first, last, number.start, tokens.ends[last - 1])


def _is_unit(tokens: Tokens, first: int, last: int, number: Numeral, language: Language) -> bool:
    """Whether a unit's name stands there as one, and is no part of a longer word."""
    if tokens.words[last].isdecimal() and tokens.gaps[last] == "" and tokens.words[last - 1].isalpha():
        return False
    raw = tokens.raw(first, last)
    if len(raw) < 3 and raw.isalpha() and (len(raw) == 1 or raw.isupper()):
        # "5 m" is no "5 M", and "5-7 FT" are free throws.
        return raw in language.around.letters
    if tokens.words[first] in language.around.codes and last == first + 1:
        return raw.isupper() or number.digits
    return True


def _scaled_code(tokens: Tokens, number: Numeral, language: Language) -> Quantity | None:
    """``30 MUSD``, ``5 kEUR``: a scale and a code in one word."""
    raw = tokens.raw(number.last, number.last + 1)
    scale, code = language.numerals.abbreviations.get(raw[:1]), raw[1:]
    if scale is None or not code.isupper() or code.lower() not in language.around.codes:
        return None
    last = number.last + 1
    scaled = replace(number, amount=number.amount * scale, step=number.step * scale, scaled=True, plain=False)
    return Quantity(scaled, code, number.first, last, number.start, tokens.ends[last - 1])


def _choice(tokens: Tokens, index: int, first: int, language: Language) -> tuple[str, int] | None:
    """The other reading of a unit's name, where the words before the number call for it."""
    choice = language.around.unit_choices.get(tokens.words[index])
    if choice and choice.near.intersection(tokens.words[max(0, first - _NEAR) : first]):
        return choice.unit, index + 1
    return None


def _compound(tokens: Tokens, found: Quantity, language: Language) -> Quantity:
    """``found`` together with the smaller quantity that is said with it."""
    if found.unit is None or found.number.scaled:
        return found
    words, numerals = tokens.words, language.numerals
    joined = words[found.last] in numerals.joiners
    at = found.last + joined
    if not (words[at].isdecimal() or words[at] in numerals.cardinals) or len(tokens.gaps[at]) > 2:
        return found
    number = read_number(tokens, at, language)
    number = number and _counted(tokens, number, language)
    if number is None or number.first != at or number.ordinal or number.amount >= 100:
        return found
    small = _unit_after(tokens, number, language)
    around = language.around
    word = words[number.last]
    unit = small.unit if small else around.minor_units.get(word) or around.partial_units.get(word)
    last = small.last if small else number.last + 1
    if unit is None and number.amount != int(number.amount):
        return found
    if dimension(found.unit) == MONEY and unit is None and not words[number.last][:1].isalnum() and number.last - at == 1:
        unit, last = found.unit, number.last
        return _sum(tokens, found, number.amount / 100, last)
    if unit is None:
        return found
    if unit in units() and units()[unit].of:
        return _sum(tokens, found, number.amount / 100, last) if units()[found.unit].dimension == MONEY and not units()[found.unit].of else found
    if compounds().get(found.unit) != unit:
        return found
    extra = convert(number.amount, unit, found.unit)
    return found if extra is None else _sum(tokens, found, extra, last)


def _counted(tokens: Tokens, number: Numeral, language: Language) -> Numeral:
    """The number before a coin whose name multiplies elsewhere (*quarante-cinq cents*)."""
    last = number.last - 1
    if number.digits or last == number.first or not language.around.units.at(tokens.words, last):
        return number
    return replace(number, last=last, amount=number.amount / 100)


def _sum(tokens: Tokens, found: Quantity, extra: Decimal, last: int) -> Quantity:
    number = replace(found.number, amount=found.number.amount + extra, step=Decimal("0.01"), plain=False)
    return replace(found, number=number, last=last, end=tokens.ends[last - 1])
