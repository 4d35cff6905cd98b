"""Numbers in words: an additive and multiplicative table, and nothing that knows a language.

Each word has a value, the numbers that may be added after it and the numbers that may multiply it from before.
*quatre-vingt-dix-sept* is 4 x 20, which takes 1 to 19, and 10, which takes 7 to 9. The parts of a number are
kept as a list in which every part leaves room for those after it, so the list stays short whatever is read.
"""

from __future__ import annotations

from decimal import Decimal

from claims.languages.language import Cardinal, Limits, Numerals
from claims.languages.tokens import Tokens
from claims.reading.values.numeral import Numeral, numeral

GAPS = frozenset({"", " ", "-"})
SCALE = 1000
_DASHES = frozenset({"–", "—"})
Part = tuple[int, Limits]


def read_spelled(tokens: Tokens, index: int, numerals: Numerals, *, plural: bool = False) -> Numeral | None:
    """The number in words that starts at token ``index``; ``plural`` lets an ordinal in the plural end it."""
    word = numerals.cardinals.get(tokens.words[index]) or numerals.ordinals.get(tokens.words[index])
    if word is None or (word.value > SCALE and tokens.words[index] in numerals.cardinals):
        return None
    parts: list[Part] = []
    last, ordinal, scale = read_parts(tokens, index, numerals, parts, plural=plural)
    if last == index:
        return None
    first = index
    if word.value >= 100 and tokens.words[index - 1] in numerals.articles and index:
        first = index - 1
    weak = last == index + 1 and tokens.words[index] in numerals.weak
    total = sum(value for value, _ in parts)
    return numeral(
        tokens, first, last, Decimal(total), Decimal(scale), ordinal=ordinal, weak=weak, scaled=scale > SCALE
    )


def read_parts(
    tokens: Tokens, index: int, numerals: Numerals, parts: list[Part], *, plural: bool = False
) -> tuple[int, bool, int]:
    """Add the words from ``index`` on to ``parts``: the index after them, whether an ordinal ended it, the scale.

    The scale is that of the last word where it is one of a thousand or more, else 1.
    """
    words, gaps = tokens.words, tokens.gaps
    scale, saved = 1, None
    while True:
        at = index
        if parts and (words[index] in numerals.joiners or _is_dash(tokens, index)):
            at = index + 1
        word = words[at]
        cardinal = numerals.cardinals.get(word)
        ordinal = None if cardinal else _ordinal(word, numerals, parts, plural=plural)
        entry = cardinal or ordinal
        if entry is None or (parts and len(gaps[at]) > 2) or not _extend(parts, entry, joined=at > index):
            break
        if at > index:
            saved = (index, parts[:-1], scale)
        scale = entry.value if entry.value >= SCALE else 1
        index = at + 1
        if ordinal:
            return index, True, 1
    if saved and entry and at == index and _could_multiply(parts, entry):
        index, parts[:], scale = saved
    return index, False, scale


def _is_dash(tokens: Tokens, index: int) -> bool:
    """Whether a dash stands there for a hyphen (*thirty—first*)."""
    return tokens.words[index] in _DASHES and tokens.gaps[index] == "" and tokens.gaps[index + 1] == ""


def _ordinal(word: str, numerals: Numerals, parts: list[Part], *, plural: bool) -> Cardinal | None:
    if parts and (word in numerals.lone_ordinals or (word in numerals.plural_ordinals and not plural)):
        return None
    return numerals.ordinals.get(word)


def _extend(parts: list[Part], word: Cardinal, *, joined: bool) -> bool:
    """Put ``word`` after ``parts``, multiplying or adding; false where neither is possible."""
    keep, factor = len(parts), 0
    while keep and 0 < parts[keep - 1][0] < word.value:
        keep -= 1
        factor += parts[keep][0]
    if factor and not joined and factor in word.times:
        value, room = factor * word.value, word.adds_multiplied
    elif not factor:
        value, room = word.value, word.adds
    else:
        return False
    if keep and value not in parts[keep - 1][1]:
        return False
    parts[keep:] = [(value, room)]
    return True


def _could_multiply(parts: list[Part], word: Cardinal) -> bool:
    return bool(parts) and parts[-1][0] in word.times
