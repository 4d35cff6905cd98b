"""From the data files of a language to a :class:`~claims.languages.language.Language`."""

from __future__ import annotations

from collections.abc import Iterable

from claims.languages.language import Calendar, Language, Numerals
from claims.languages.loading.calendar import build_calendar
from claims.languages.loading.entries import Data
from claims.languages.loading.numerals import build_numerals, build_spelling
from claims.languages.loading.surroundings import build_surroundings


def build_language(code: str, numbers: Data, dates: Data) -> Language:
    """The language that the two files describe."""
    numerals = build_numerals(numbers)
    around = build_surroundings(numbers)
    calendar = build_calendar(dates, numbers, around.units)
    return Language(
        code,
        numbers["name"],
        numerals,
        around,
        calendar,
        build_spelling(numbers, numerals),
        _openers(numerals, calendar),
    )


def _openers(numerals: Numerals, calendar: Calendar) -> frozenset[str]:
    relative = calendar.relative.next
    tables: tuple[Iterable[str], ...] = (
        numerals.cardinals,
        numerals.ordinals,
        numerals.fractions,
        numerals.collectives,
        numerals.vague_plurals,
        numerals.minus,
        calendar.named,
        calendar.decade_words,
        calendar.decade_before,
        calendar.holidays.lengths,
        calendar.quarter_marks,
        calendar.century_nouns,
        calendar.periods if "{period}" in relative else (),
        (word for word in relative if not word.startswith("{")),
    )
    return frozenset(word for table in tables for word in table)
