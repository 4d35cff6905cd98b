"""Decimals in words: *two point zero five*, *trois virgule vingt-cinq millions*, *1 point 5*."""

from __future__ import annotations

from decimal import Decimal

from claims.dataclasses import replace
from claims.languages.language import Numerals
from claims.languages.tokens import Tokens
from claims.reading.values.numeral import Numeral, numeral, scaled
from claims.reading.values.spelled import SCALE, read_spelled

_MOST = 20
_TOGETHER = 100


def with_decimals(tokens: Tokens, number: Numeral, numerals: Numerals) -> Numeral:
    """``number`` with the decimals behind the point that follows it, and the scale behind them."""
    written, last, scale = _decimals(tokens, number.last + 1, numerals)
    if not written:
        return number
    amount = number.amount + Decimal(f"0.{written}")
    found = numeral(tokens, number.first, last, amount, Decimal((0, (1,), -len(written))))
    return scaled(tokens, found, scale, last) if scale else found


def digits_after_point(tokens: Tokens, number: Numeral) -> Numeral:
    """``number`` in digits with the decimals in digits behind the word for a point (*1 point 5*)."""
    at, word = number.last + 1, tokens.words[number.last + 1]
    tied = tokens.gaps[at + 1] == "" and tokens.words[at + 1][:1].isalnum()
    if not number.plain or not word.isdecimal() or len(word) > _MOST or tied:
        return number
    amount, step = Decimal(f"{number.amount}.{word}"), Decimal((0, (1,), -len(word)))
    return replace(number, last=at + 1, end=tokens.ends[at], amount=amount, step=step, plain=False)


def _decimals(tokens: Tokens, at: int, numerals: Numerals) -> tuple[str, int, int]:
    """The digits that words say one by one or together, the token after them, and the scale that ends them (or 0).

    Every leading zero is a digit, and so are single words that follow each other.
    """
    written = ""
    while (word := numerals.cardinals.get(tokens.words[at])) and len(written) < _MOST:
        if word.value >= SCALE and written:
            return written, at + 1, word.value
        following = read_spelled(tokens, at, numerals) if word.value < _TOGETHER else None
        if following is None or following.ordinal:
            break
        scale = int(following.step) if following.amount >= SCALE else 0
        said = following.amount / (scale or 1)
        if said >= SCALE or said != int(said):
            break
        written, at = written + str(int(said)), following.last
        if scale:
            return written, at, scale
    return written, at, 0
