"""Nouns for a number of things, and numbers that are only so large: *two dozen*, *une trentaine*, *hundreds of*.

A vague number is at least one of its scale: *several thousand* is 1,000 or more.
"""

from __future__ import annotations

from decimal import Decimal

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.verdict import Operator
from claims.reading.values.numeral import Numeral, numeral, scaled
from claims.reading.values.spelled import SCALE

_MOST_SCALES = 2


def lone_collective(tokens: Tokens, index: int, language: Language) -> Numeral | None:
    """The collective at ``index`` with its article: *a dozen*, *une bonne centaine*."""
    words, numerals = tokens.words, language.numerals
    first = index - 1
    if index > 1 and words[first] in numerals.collective_adjectives:
        first -= 1
    if index == 0 or words[first] not in numerals.articles:
        return None
    one = numeral(tokens, first, index, Decimal(1), weak=True)
    found = collective(tokens, one, language)
    return replace(found, operator=Operator.ABOUT) if found and first < index - 1 else found


def collective(tokens: Tokens, number: Numeral, language: Language) -> Numeral | None:
    """*Two dozen*, *une trentaine de millions*; *a couple* only with its article."""
    numerals, words = language.numerals, tokens.words
    noun = numerals.collectives[words[number.last]]
    if noun.needs_article and not number.weak:
        return None
    about = not noun.exact or number.weak
    step = 10 ** (len(str(noun.value)) - 1) if about else 1
    found = scaled(tokens, number, noun.value, number.last + 1)
    operator = Operator.ABOUT if about else Operator.EQ
    found = replace(found, step=Decimal(step), operator=operator, weak=False)
    at = found.last + (words[found.last] in numerals.vague_links)
    scale = _scale(words[at], language)
    return scaled(tokens, found, scale, at + 1) if scale else found


def _scale(word: str, language: Language) -> int:
    """The scale that a collective may count: a hundred with a pair, else a thousand or more; 0 for none."""
    cardinal, noun = language.numerals.cardinals.get(word), language.numerals.collectives.get(word)
    value = cardinal.value if cardinal else noun.value if noun else 0
    return value if value >= SCALE or (cardinal and value == SCALE // 10) else 0


def read_vague(tokens: Tokens, index: int, language: Language) -> Numeral | None:
    """*Hundreds of*, *several thousand*, *des dizaines de milliers*: at least one of them."""
    numerals, words = language.numerals, tokens.words
    led = numerals.vague_before.before(words, index) is not None
    if not led and words[index] not in numerals.vague_alone:
        return None
    amount, last = _chained(tokens, index, language)
    tied = words[last] in numerals.vague_links or language.around.units.at(words, last)
    if not (led or tied or last > index + 1):
        return None
    found = numeral(tokens, index, last, Decimal(amount), Decimal(amount), scaled=True)
    return replace(found, operator=Operator.GE)


def _chained(tokens: Tokens, index: int, language: Language) -> tuple[int, int]:
    """The scale at ``index`` times those that follow (*tens of thousands*, *hundred million*), and the token after."""
    numerals, words = language.numerals, tokens.words
    amount, last = numerals.vague_scales[words[index]], index + 1
    for _ in range(_MOST_SCALES):
        at = last + (words[last] in numerals.vague_links)
        at += at > last and words[at] == "'"
        scale = numerals.vague_scales.get(words[at], 0)
        if not scale or (at == last and scale < SCALE):
            break
        amount, last = amount * scale, at + 1
    return amount, last
