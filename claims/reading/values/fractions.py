"""Halves, thirds and the rest: *three quarters*, *un tiers de million*, *two and a half*, *half a dozen*.

A fraction is said as finely as its shortest decimal, and never finer than a hundredth.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.languages.units import to_decimal
from claims.reading.values.numeral import Numeral, numeral, tidy
from claims.reading.values.spelled import SCALE, read_spelled

_FINEST = Decimal("0.01")


def fraction_of(tokens: Tokens, number: Numeral, language: Language) -> Numeral | None:
    """The fraction whose numerator is ``number``: *three* and then *quarters*."""
    if number.ordinal or number.amount != int(number.amount) or len(tokens.gaps[number.last]) > 2:
        return None
    if hyphened := _hyphened(tokens, number, language):
        return hyphened
    part, last = _denominator(tokens, number, language)
    if part is None:
        return None
    if mixed := _mixed(tokens, number, part, last, language):
        return mixed
    return _scaled(tokens, number.first, last, part * int(number.amount), language)


def _hyphened(tokens: Tokens, number: Numeral, language: Language) -> Numeral | None:
    """*One hundred thirty-fifths*: the hyphen gives the last word of the number to the denominator."""
    numerals, at = language.numerals, number.last
    ordinal = numerals.ordinals.get(tokens.words[at]) if tokens.gaps[at] == "-" else None
    tens = numerals.cardinals.get(tokens.words[at - 1])
    if ordinal is None or tens is None or ordinal.value not in tens.adds or number.amount <= tens.value:
        return None
    part = Fraction(int(number.amount) - tens.value, tens.value + ordinal.value)
    return _scaled(tokens, number.first, at + 1, part, language)


def _mixed(tokens: Tokens, number: Numeral, part: Fraction, last: int, language: Language) -> Numeral | None:
    """*Twenty and three fifths*: where what is joined last is a proper fraction, it is added to the rest."""
    numerals, words = language.numerals, tokens.words
    joint = next((at for at in range(number.last - 2, number.first, -1) if words[at] in numerals.joiners), None)
    added = read_spelled(tokens, joint + 1, numerals) if joint else None
    if joint is None or added is None or added.last != number.last or int(added.amount) * part >= 1:
        return None
    # "A billion and three quarters million" names its scale, "a million and two thirds" goes by the one before.
    after, before = _scale(words[last], language), _scale(words[joint - 1], language)
    scale = after or before or 1
    amount = number.amount - added.amount + to_decimal(part * int(added.amount) * scale)
    return numeral(tokens, number.first, last + (after > 0), amount, _step(part) * scale)


def _scale(word: str, language: Language) -> int:
    """The scale of a thousand or more that a word is, or 0."""
    cardinal = language.numerals.cardinals.get(word)
    return cardinal.value if cardinal and cardinal.value >= SCALE else 0


def lone_fraction(tokens: Tokens, index: int, language: Language, *, hedged: bool) -> Numeral | None:
    """The fraction that the word at ``index`` says by itself: *half*, *½*, *la moitié*."""
    numerals, words = language.numerals, tokens.words
    part = numerals.fractions[words[index]]
    first = index - 1 if index and words[index - 1] in numerals.articles else index
    found = _scaled(tokens, first, index + 1, part, language)
    before = words[first - 1] if first else ""
    if found.scaled or len(words[index]) == 1 or hedged or before in numerals.fraction_before:
        return found
    if before in numerals.ordinals or before in numerals.weak_before or words[index + 1] not in numerals.fraction_after:
        return None
    return found


def with_fraction(tokens: Tokens, number: Numeral, language: Language) -> Numeral:
    """``number`` with what follows it: *two* and then *and a half*, *3 millions* and then *et demi*."""
    numerals, words = language.numerals, tokens.words
    if number.ordinal or number.amount != int(number.amount):
        return number
    at = number.last + (words[number.last] in numerals.joiners)
    glyph = len(words[at]) == 1
    if at == number.last and not (glyph and words[at] in numerals.fractions):
        return _with_digits(tokens, number)
    part, last = said_fraction(tokens, at, language)
    if part is None:
        return number
    found = replace(number, last=last, end=tokens.ends[last - 1], plain=False, weak=False)
    if number.step < SCALE:
        found = replace(found, amount=number.amount + to_decimal(part), step=_step(part))
        return _multiplied(tokens, found, language)
    # "A million and a half" is half of a million more, "a billion and a half million" half of the scale it names.
    added = _multiplied(tokens, replace(found, amount=to_decimal(part), step=_step(part)), language)
    scale = Decimal(1) if added.last > last else number.step
    amount, step = number.amount + tidy(added.amount * scale), added.step * scale
    return replace(added, amount=amount, step=step, scaled=True)


def said_fraction(tokens: Tokens, index: int, language: Language) -> tuple[Fraction | None, int]:
    """The fraction at ``index``, with or without an article or a numerator."""
    numerals, words = language.numerals, tokens.words
    if (part := numerals.fractions.get(words[index])) is not None:
        return part, index + 1
    article = words[index] in numerals.articles
    first = numeral(tokens, index, index + 1, Decimal(1)) if article else read_spelled(tokens, index, numerals)
    if first is None or first.ordinal:
        return None, index
    part, last = _denominator(tokens, replace(first, weak=False), language)
    return (None, index) if part is None else (part * int(first.amount), last)


def _denominator(tokens: Tokens, number: Numeral, language: Language) -> tuple[Fraction | None, int]:
    numerals, words, at = language.numerals, tokens.words, number.last
    if (part := numerals.fractions.get(words[at])) is not None:
        return (part, at + 1) if len(words[at]) > 1 else (None, at)
    if words[at] in numerals.plural_ordinals:
        value = numerals.ordinals[words[at]].value
        return (Fraction(1, value), at + 1) if value > 2 else (None, at)
    if words[at] not in numerals.ordinals and words[at] not in numerals.cardinals:
        return None, at
    below = read_spelled(tokens, at, numerals, plural=True)
    if below is None or not below.ordinal or below.amount < 3:
        return None, at
    if number.amount != 1 and words[below.last - 1] not in numerals.plural_ordinals:
        return None, at
    if number.weak and words[at - 1] in numerals.articles and not _ends_noun(tokens, below.last, language):
        return None, at
    return Fraction(1, int(below.amount)), below.last


def _ends_noun(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether no noun follows that an ordinal could belong to (*un cinquième mandat*)."""
    return tokens.words[index] in language.numerals.fraction_after or not tokens.words[index][:1].isalpha()


def _scaled(tokens: Tokens, first: int, last: int, part: Fraction, language: Language) -> Numeral:
    found = numeral(tokens, first, last, to_decimal(part), _step(part))
    return _multiplied(tokens, found, language)


def _multiplied(tokens: Tokens, number: Numeral, language: Language) -> Numeral:
    """``number`` of a scale, a dozen or a unit that follows, with the words that link them."""
    numerals, words = language.numerals, tokens.words
    at = number.last
    while words[at] in numerals.fraction_links or (at > number.last and words[at] in ("'", *numerals.articles)):
        at += 1
    dozen = numerals.collectives.get(words[at])
    value = dozen.value if dozen and dozen.exact else _scale(words[at], language)
    if value:
        last = at + 1
        amount, step = number.amount * value, number.step * value
        return replace(number, last=last, end=tokens.ends[last - 1], amount=tidy(amount), step=step, scaled=True)
    if at > number.last and language.around.units.at(words, at):
        return replace(number, last=at, scaled=True)
    return number


def _with_digits(tokens: Tokens, number: Numeral) -> Numeral:
    """``2 1/4``: digits, a space, and a fraction in digits."""
    at, words = number.last, tokens.words
    if not number.plain or words[at + 1] != "/" or not (words[at].isdecimal() and words[at + 2].isdecimal()):
        return number
    if "" in (tokens.gaps[at], words[at]) or len(words[at]) > 3 or not 1 < int(words[at + 2][:4]) < 1000:
        return number
    part = Fraction(int(words[at]), int(words[at + 2]))
    if part >= 1:
        return number
    amount = number.amount + to_decimal(part)
    return replace(number, last=at + 3, end=tokens.ends[at + 2], amount=amount, step=_step(part), plain=False)


def _step(part: Fraction) -> Decimal:
    exact = to_decimal(part)
    exponent = exact.as_tuple().exponent
    return max(_FINEST, Decimal((0, (1,), min(0, int(exponent)))))
