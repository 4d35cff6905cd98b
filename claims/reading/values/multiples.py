"""How many times as much: *twice as many*, *three times the size*, *tenfold*, *trois fois plus*.

A multiple is never a count of things; it has a unit of its own. *Three times* with nothing to compare is a plain
number of occasions.
"""

from __future__ import annotations

from decimal import Decimal

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.reading.values.numeral import Numeral, numeral
from claims.reading.values.quantity import Quantity

_TIMES = "×"
_TIES = ("", "-")


def read_multiple(tokens: Tokens, index: int, language: Language) -> Quantity | None:
    """The multiple that one word says: *tenfold*, or *twice* where a comparison follows."""
    multiples, words = language.around.multiples, tokens.words
    amount = multiples.words.get(words[index])
    if amount is None and words[index + 1] in multiples.compared:
        amount = multiples.before_comparison.get(words[index])
    if amount is None:
        return None
    return _times(numeral(tokens, index, index + 1, Decimal(amount)), index + 1, tokens)


def multiple_after(tokens: Tokens, number: Numeral, language: Language) -> Quantity | None:
    """``number`` with the word for *times* that follows it and begins a comparison (*three times as many*, ``10x``)."""
    multiples, words, at = language.around.multiples, tokens.words, number.last
    compared = words[at] in multiples.nouns and words[at + 1] in multiples.compared
    tied = words[at] in multiples.tied and tokens.gaps[at] in _TIES and not _goes_on(tokens, at + 1)
    return _times(number, at + 1, tokens) if compared or tied else None


def _goes_on(tokens: Tokens, index: int) -> bool:
    return tokens.gaps[index] == "" and tokens.words[index][:1].isalnum()


def _times(number: Numeral, last: int, tokens: Tokens) -> Quantity:
    return Quantity(number, _TIMES, number.first, last, number.start, tokens.ends[last - 1])
