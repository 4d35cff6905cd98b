"""Numbers of every form: digits, words, both mixed (*3.5 million*, *10k*), dozens, fractions, *hundreds of*."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.languages.units import MONEY, dimension, to_decimal
from claims.reading.values.collectives import collective, lone_collective, read_vague
from claims.reading.values.decimals import digits_after_point, with_decimals
from claims.reading.values.digits import read_digits
from claims.reading.values.fractions import fraction_of, lone_fraction, with_fraction
from claims.reading.values.numeral import Numeral, numeral, scaled
from claims.reading.values.spelled import SCALE, Part, read_parts, read_spelled

_FINEST = Decimal("0.01")
_YEAR_DIGITS = 4


def read_number(tokens: Tokens, index: int, language: Language, *, money: bool = False) -> Numeral | None:
    """The number that starts at token ``index``, or just before it, or ``None``.

    ``money`` says that a currency stands before it, which makes more abbreviations sure (*£5m*).
    """
    words, numerals = tokens.words, language.numerals
    word = words[index]
    if word.isdecimal():
        number = read_digits(tokens, index, numerals, led=money)
        return number and _after_digits(tokens, number, language, money=money)
    if word in numerals.minus:
        return _negative(tokens, index, language)
    if word in numerals.fractions:
        hedged = language.around.hedges_before.before(words, index) is not None
        return lone_fraction(tokens, index, language, hedged=hedged)
    if word in numerals.vague_scales and (vague := read_vague(tokens, index, language)):
        return vague
    if word in numerals.collectives:
        return lone_collective(tokens, index, language)
    number = read_spelled(tokens, index, numerals)
    return number and _after_words(tokens, number, language)


def one_in(tokens: Tokens, number: Numeral, language: Language) -> Numeral | None:
    """*Un sur trois*, *1 in 20*: the part that one in so many is. Larger counts stay two numbers."""
    words, numerals, first = tokens.words, language.numerals, number.first
    if (
        abs(number.amount) != 1
        or number.ordinal
        or (number.weak and first and words[first - 1] in numerals.weak_before)
    ):
        return None
    link = language.around.ratios.at(words, number.last)
    whole = read_number(tokens, link[1], language) if link and opens_number(tokens, link[1], language) else None
    if link is None or whole is None or whole.first != link[1] or not _is_whole(tokens, whole, language):
        return None
    part = to_decimal(Fraction(int(number.amount), int(whole.amount)))
    return replace(number, last=whole.last, end=whole.end, amount=part, step=_FINEST, weak=False, plain=False)


def _is_whole(tokens: Tokens, number: Numeral, language: Language) -> bool:
    """Whether one may be a part of so many: of no years, no lengths, and not in a year."""
    if number.ordinal or number.amount < 2 or number.amount != int(number.amount):
        return False
    year = number.plain and len(tokens.words[number.first]) == _YEAR_DIGITS
    return not year and language.around.units.at(tokens.words, number.last) is None


def opens_number(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether a number in digits or in words may start at token ``index``."""
    return tokens.words[index].isdecimal() or tokens.words[index] in language.numerals.cardinals


def _after_digits(tokens: Tokens, number: Numeral, language: Language, *, money: bool) -> Numeral | None:
    numerals, words, at = language.numerals, tokens.words, number.last
    if words[at] == "/" and number.plain:
        return _ratio(tokens, number)
    if not words[at] or len(tokens.gaps[at]) > 2:
        return number
    if words[at] in numerals.points:
        number = digits_after_point(tokens, number)
        at = number.last
    if scale := _abbreviated(tokens, number, language, money=money):
        return scaled(tokens, number, scale, at + 1)
    cardinal = numerals.cardinals.get(words[at])
    if cardinal and cardinal.value >= 100 and not cardinal.words_only:
        number = _mixed(tokens, number, language)
    elif words[at] in numerals.collectives:
        return collective(tokens, number, language)
    elif words[at] in numerals.ordinal_marks and tokens.gaps[at] == "" and number.step == 1:
        return replace(number, last=at + 1, end=tokens.ends[at], ordinal=True, plain=False)
    return with_fraction(tokens, fraction_of(tokens, number, language) or number, language)


def _abbreviated(tokens: Tokens, number: Numeral, language: Language, *, money: bool) -> int | None:
    """The scale whose abbreviation follows: touching (*10k*), of several letters (*3 bn*), or with a unit (*12 M€*)."""
    numerals, words, at = language.numerals, tokens.words, number.last
    table = numerals.money_abbreviations if money else numerals.abbreviations
    raw = tokens.raw(at, at + 1)
    if tokens.gaps[at] == "" and (words[at + 1] in language.around.plural_nouns or _is_money(words, at + 1, language)):
        table = numerals.money_abbreviations
    scale = table.get(raw) if raw.isalpha() else None
    if scale is None or money:
        return scale
    joins_unit = tokens.gaps[at + 1] == "" and language.around.units.at(words, at + 1) is not None
    if number.plain and raw in numerals.risky_abbreviations and not joins_unit:
        return None
    return scale if tokens.gaps[at] == "" or len(raw) > 1 or raw == "k" or joins_unit else None


def _is_money(words: Sequence[str], index: int, language: Language) -> bool:
    """Whether the name or sign of a currency stands at token ``index``."""
    found = language.around.units.at(words, index)
    return found is not None and dimension(found[0]) == MONEY


def _after_words(tokens: Tokens, number: Numeral, language: Language) -> Numeral | None:
    numerals, words = language.numerals, tokens.words
    if number.ordinal:
        return _part_of(tokens, number, language)
    if words[number.last] in numerals.collectives:
        return collective(tokens, number, language)
    if len(words[number.last]) > 1 and (scale := numerals.abbreviations.get(tokens.raw(number.last, number.last + 1))):
        return scaled(tokens, number, scale, number.last + 1)
    if words[number.last] in numerals.points:
        return with_decimals(tokens, number, numerals)
    return with_fraction(tokens, fraction_of(tokens, number, language) or number, language)


def _part_of(tokens: Tokens, number: Numeral, language: Language) -> Numeral:
    """*A third of*, *a millionth*: an ordinal behind an article that divides, by what follows or by its size."""
    numerals, words = language.numerals, tokens.words
    inside = words[number.first] in numerals.articles and number.last == number.first + 2
    first = number.first if inside else number.first - 1
    if first < 0 or words[first] not in numerals.articles or number.amount < 3:
        return number
    if number.amount < SCALE and (inside or not _divides(tokens, first, number.last, language)):
        return number
    return numeral(tokens, first, number.last, to_decimal(Fraction(1, int(number.amount))), _FINEST)


def _divides(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether *a third* is a part there: of something, or by how much (*rose by a third*, *about a third*)."""
    numerals, words = language.numerals, tokens.words
    if words[last] in numerals.fraction_links:
        return True
    before = words[first - 1] if first else ""
    return before in numerals.fraction_before or language.around.hedges_before.before(words, first) is not None


def _ratio(tokens: Tokens, number: Numeral) -> Numeral | None:
    """``3/4``, where the whole is a small number and nothing more is tied to it."""
    at, words = number.last, tokens.words
    below = words[at + 1]
    if not below.isdecimal() or tokens.gaps[at] or tokens.gaps[at + 1] or len(below) > 3 or below[0] == "0":
        return None
    if number.amount >= int(below) or (
        tokens.gaps[at + 2] == "" and words[at + 2][:1] in ("/", ".", "-") and words[at + 3].isalnum()
    ):
        return None
    part = Fraction(int(number.amount), int(below))
    return numeral(tokens, number.first, at + 2, to_decimal(part), _FINEST, digits=True)


def _mixed(tokens: Tokens, number: Numeral, language: Language) -> Numeral:
    """Digits and then words: *3.5 million*, *4 thousand 3 hundred and 21*."""
    numerals, words = language.numerals, tokens.words
    cardinal = numerals.cardinals[words[number.last]]
    if not number.plain or int(number.amount) not in cardinal.times:
        return scaled(tokens, number, cardinal.value, number.last + 1)
    parts: list[Part] = [(int(number.amount), cardinal.times)]
    last, scale = number.last, 1
    while True:
        start = last
        last, _, scale = read_parts(tokens, last, numerals, parts)
        if last == start:
            break
        at = last + (words[last] in numerals.joiners)
        more = int(words[at]) if words[at].isdecimal() and len(words[at]) < 4 else 0
        counted = numerals.cardinals.get(words[at + 1])
        if not more or more not in parts[-1][1] or (at == last) != (counted is not None):
            break
        parts.append((more, parts[-1][1]))
        last, scale = at + 1, 1
        if words[last] not in numerals.cardinals:
            break
    if last == number.last:
        return number
    total = Decimal(sum(value for value, _ in parts))
    return numeral(tokens, number.first, last, total, Decimal(scale), digits=True, scaled=scale > SCALE)


def _negative(tokens: Tokens, index: int, language: Language) -> Numeral | None:
    following = index + 1
    hedge = language.around.hedges_before.before(tokens.words, following)
    if hedge is not None or not opens_number(tokens, following, language):
        return None
    number = read_number(tokens, following, language)
    if number is None or number.ordinal or number.first != following:
        return None
    return replace(number, first=index, start=tokens.starts[index], amount=-number.amount, weak=False, plain=False)
