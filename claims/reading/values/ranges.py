"""Two numbers that say one: *between 60 and 70*, *60-70*, *two or three*, *5 to 10%*."""

from __future__ import annotations

from decimal import Decimal

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.values import Between, Range, Value
from claims.reading.values.numbers import opens_number
from claims.reading.values.numeral import tidy
from claims.reading.values.quantities import read_quantity
from claims.reading.values.quantity import Quantity

_DASHES = frozenset({"-", "–", "—"})


def read_range(tokens: Tokens, low: Quantity, language: Language, least: int) -> tuple[Quantity, Value] | None:
    """The range that ``low`` begins, as the stretch it takes and its value."""
    if low.number.ordinal:
        return None
    at = _link(tokens, low, language, least)
    at += at > 0 and _opens_money(tokens, at)
    if not at or not opens_number(tokens, at, language):
        return None
    high = read_quantity(tokens, at, language, low.last, money=low.number.start > low.start)
    if high is None or high.number.ordinal or high.number.weak or high.number.first > at:
        return None
    bottom, top = _aligned(low, high), high.number.amount
    if bottom is None or not bottom < top:
        return None
    unit = high.unit or low.unit
    stretch = replace(high, first=low.first, start=low.start, unit=unit)
    real = language.around.real_ranges.before(tokens.words, low.first)
    return stretch, Range(bottom, top, unit) if real else Between(bottom, top, unit)


def before_change(tokens: Tokens, low: Quantity, language: Language, least: int) -> Quantity | None:
    """``low`` with the unit and scale of what it changed to: *from 5 to 10%*, *de 2 à 3 millions*."""
    words, around = tokens.words, language.around
    before = words[low.first - 1] if low.first > least else ""
    if (
        words[low.last] not in around.range_links
        or low.unit
        or low.number.ordinal
        or before not in around.range_changes
    ):
        return None
    high = (
        read_quantity(tokens, low.last + 1, language, low.last)
        if opens_number(tokens, low.last + 1, language)
        else None
    )
    amount = _aligned(low, high) if high and (high.unit or high.number.scaled) and high.first > low.last else None
    if high is None or amount is None:
        return None
    return replace(low, unit=high.unit, number=replace(low.number, amount=amount, plain=False))


def _opens_money(tokens: Tokens, index: int) -> bool:
    return tokens.words[index + 1].isdecimal() and not tokens.words[index].isalnum()


def _link(tokens: Tokens, low: Quantity, language: Language, least: int) -> int:
    """The token after what links the two numbers, or 0."""
    around, words, at = language.around, tokens.words, low.last
    before = words[low.first - 1] if low.first > least else ""
    if before == "'":
        before = words[low.first - 2]
    real = around.real_ranges.before(words, low.first) is not None
    if before in around.between:
        return at + 1 if words[at] in around.between_links else 0
    if words[at] in _DASHES and low.number.digits and (words[at + 1].isdecimal() or _opens_money(tokens, at + 1)):
        return at + 1 if _is_hyphen_range(tokens, at, before, language) else 0
    if words[at] in around.range_links:
        return at + 1 if real or before not in around.range_changes else 0
    return at + 1 if words[at] in around.alternatives else 0


def _is_hyphen_range(tokens: Tokens, at: int, before: str, language: Language) -> bool:
    """Whether ``60-70`` is a range: touching, and of something; else it is a score, a record or a code."""
    if tokens.gaps[at] or tokens.gaps[at + 1] or before in language.around.list_marks:
        return False
    last = at + 2 + _opens_money(tokens, at + 1)
    after, raw = tokens.words[last], tokens.raw(last, last + 1)
    if after.isdecimal() or raw.isupper() or after in language.around.range_scores:
        return False
    return not (before == "(" and after in (")", ","))


def _aligned(low: Quantity, high: Quantity) -> Decimal | None:
    """The amount of ``low`` in the unit and at the scale of ``high``."""
    amount = low.number.amount
    if low.unit and high.unit and low.unit != high.unit:
        return None
    if low.unit and not high.unit and high.number.digits != low.number.digits:
        return None
    grouped = high.number.digits and not high.number.plain and high.number.step == 1
    if grouped and low.number.plain and amount < 1000 <= high.number.amount and low.unit is None:
        # "15-20,000 people".
        return tidy(amount * 1000) if amount * 1000 < high.number.amount else amount
    if high.number.scaled and not low.number.scaled and amount < 1000:
        scale = _scale_of(high)
        return tidy(amount * scale) if amount * scale < high.number.amount else amount
    return amount


def _scale_of(high: Quantity) -> Decimal:
    scale = Decimal(1)
    while scale * 1000 <= high.number.amount:
        scale *= 1000
    return scale
