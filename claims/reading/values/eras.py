"""Years with their era: *AD 79*, *79 apr. J.-C.*; years before the common era are passed over."""

from __future__ import annotations

from claims.languages.language import Language
from claims.languages.phrases import Phrases
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate
from claims.model.mention import MentionKind
from claims.reading.values.found import Found

_LAST_YEAR = 2199


def read_era(tokens: Tokens, index: int, language: Language) -> Found | None:
    """The year whose digits stand at token ``index``, with the era before or behind it."""
    calendar, words = language.calendar, tokens.words
    if era := calendar.before_era.at(words, index + 1):
        return _found(tokens, index, era[1], None) if _is_era(tokens, index + 1, era[1]) else None
    year = int(words[index]) if len(words[index]) < 5 else 0
    first, last = _bounds(tokens, index, calendar.era, calendar.era_before_year)
    if last - first == 1 or not 1 <= year <= _LAST_YEAR:
        return None
    return _found(tokens, first, last, PartialDate.of(year))


def _bounds(tokens: Tokens, index: int, behind: Phrases[bool], before: Phrases[bool]) -> tuple[int, int]:
    """The tokens of the year and its era; of the year alone where none stands there."""
    if (era := behind.at(tokens.words, index + 1)) and _is_era(tokens, index + 1, era[1]):
        return index, era[1]
    if (era := before.before(tokens.words, index)) and _is_era(tokens, era[1], index):
        return era[1], index + 1
    return index, index + 1


def _is_era(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an era is written as one: two letters alone are words, save in capitals (*AD*)."""
    raw = tokens.raw(first, last)
    return len(raw) > 3 or "." in raw or raw.isupper()


def _found(tokens: Tokens, first: int, last: int, value: PartialDate | None) -> Found:
    return Found(first, last, tokens.starts[first], tokens.ends[last - 1], MentionKind.DATE, value)
