"""The unit that stands after a number: by its name, its symbol, or a scale and a code in one word (``30 MUSD``)."""

from __future__ import annotations

from claims.dataclasses import replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.languages.units import DURATIONS, MONEY, PERCENT, dimension
from claims.reading.values.numeral import Numeral, scaled
from claims.reading.values.quantity import Quantity
from claims.reading.values.spelled import SCALE

# An article counts before these ("un an", "une livre sterling"), before others it says no number ("un pied").
_COUNTED_BY_ARTICLES = DURATIONS | {MONEY, PERCENT}
_BRACKETS = {"(": ")", "[": "]", "<": ">"}
_NEAR = 8
_POWER = 2
_TIES = frozenset({"/", "'"})


def unit_after(tokens: Tokens, number: Numeral, language: Language) -> Quantity | None:
    """``number`` with the unit that follows it, or ``None`` where none does."""
    words, at = tokens.words, number.last
    if number.scaled and words[at] in language.around.unit_links:
        at += 1 + (words[at + 1] == "'")
    if len(tokens.gaps[at]) > 2:
        return None
    if language.around.percent_before.meanings.get(f"{words[at]} {words[at + 1]}"):
        return None
    at += _is_described(tokens, at, language)
    found = _named(tokens, at, number, language)
    if found is None:
        return _scaled_code(tokens, number, language)
    unit, last = found
    if number.weak and words[at - 1] in language.numerals.articles and dimension(unit) not in _COUNTED_BY_ARTICLES:
        return None
    scale = language.numerals.cardinals.get(words[last])
    if scale and scale.value >= SCALE and not number.scaled and dimension(unit) == MONEY:
        number, last = scaled(tokens, number, scale.value, last + 1), last + 1
    return Quantity(replace(number, weak=False), unit, number.first, last, number.start, tokens.ends[last - 1])


def _is_described(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether an adjective of a unit of time stands there, and then the unit (*three full years*)."""
    if tokens.words[index] not in language.around.unit_adjectives:
        return False
    found = language.around.units.at(tokens.words, index + 1)
    return found is not None and dimension(found[0]) in DURATIONS


def _named(tokens: Tokens, at: int, number: Numeral, language: Language) -> tuple[str, int] | None:
    """The unit whose name stands at token ``at``, in brackets or not, and the token after it."""
    words = tokens.words
    closing = _BRACKETS.get(words[at])
    first = at + 1 if closing else at
    found = _chosen(tokens, first, number.first, language) or language.around.units.at(words, first)
    if found and tokens.words[found[1] - 1].isdecimal() and tokens.gaps[found[1] - 1] and found[1] - first == _POWER:
        # "12 m 2 dm" are no square metres.
        shorter = language.around.units.meanings.get(words[first])
        found = (shorter, first + 1) if shorter else None
    if found is None or not _is_unit(tokens, first, found[1], number, language):
        return None
    if closing is None:
        return found
    return (found[0], found[1] + 1) if words[found[1]] == closing else None


def _is_unit(tokens: Tokens, first: int, last: int, number: Numeral, language: Language) -> bool:
    """Whether a unit's name stands there as one, and is no part of a longer word."""
    if tokens.words[last].isdecimal() and tokens.gaps[last] == "" and tokens.words[last - 1].isalpha():
        return False
    raw = tokens.raw(first, last)
    tied = tokens.words[last] in _TIES and tokens.gaps[last] == "" and tokens.gaps[last + 1] == ""
    if tied and len(raw) < 4 and raw.isalpha():
        # "0.02 km/h" has another unit, and "un tiers de l'eau" none.
        return False
    if len(raw) < 3 and raw.isalpha() and (len(raw) == 1 or raw.isupper()):
        # "5 m" is no "5 M", and "5-7 FT" are free throws.
        return raw in language.around.short_units
    if last == first + 1 and tokens.words[first] in language.around.codes:
        return raw.isupper() or number.digits
    return True


def _chosen(tokens: Tokens, index: int, first: int, language: Language) -> tuple[str, int] | None:
    """The other reading of a unit's name, where the words before the number call for it."""
    choice = language.around.unit_choices.get(tokens.words[index])
    if choice is None or choice.near.isdisjoint(tokens.words[max(0, first - _NEAR) : first]):
        return None
    return choice.unit, index + 1


def _scaled_code(tokens: Tokens, number: Numeral, language: Language) -> Quantity | None:
    raw = tokens.raw(number.last, number.last + 1)
    scale, code = language.numerals.abbreviations.get(raw[:1]), raw[1:]
    if scale is None or not code.isupper() or code.lower() not in language.around.codes:
        return None
    last = number.last + 1
    return Quantity(
        scaled(tokens, number, scale, number.last), code, number.first, last, number.start, tokens.ends[last - 1]
    )
