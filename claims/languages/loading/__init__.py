"""From the data files of a language to a :class:`~claims.languages.language.Language`."""

from __future__ import annotations

from collections.abc import Iterable

from claims.languages.language import Calendar, Language, Numerals, Surroundings
from claims.languages.loading.calendar import build_calendar
from claims.languages.loading.entries import Data
from claims.languages.loading.numerals import build_numerals, build_spelling
from claims.languages.loading.surroundings import build_surroundings
from claims.languages.loading.telling import plain_words, telling_after, telling_before
from claims.languages.units import DURATIONS, dimension


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
        _openers(numerals, around, calendar)
        | _relative_openers(calendar)
        | numerals.articles
        | calendar.year_parts.keys(),
        _followers(numerals, around, calendar),
        plain_words(numerals, around, calendar),
        telling_before(numerals, around, calendar),
        telling_after(numerals, around, calendar),
    )


def _openers(numerals: Numerals, around: Surroundings, calendar: Calendar) -> frozenset[str]:
    """The words with which a value may begin that is no phrase of the relative dates."""
    tables: tuple[Iterable[str], ...] = (
        numerals.cardinals,
        numerals.ordinals,
        numerals.fractions,
        numerals.collectives,
        numerals.vague_scales,
        numerals.minus,
        around.multiples.words,
        around.multiples.before_comparison,
        calendar.named,
        calendar.decade_words,
        calendar.decade_before,
        calendar.holidays.lengths,
        calendar.century_nouns,
        calendar.part_nouns,
        calendar.periods if "{period}" in calendar.relative.next else (),
    )
    return frozenset(word for table in tables for word in table)


def _relative_openers(calendar: Calendar) -> frozenset[str]:
    return frozenset(word for word in calendar.relative.next if not word.startswith("{"))


def _followers(numerals: Numerals, around: Surroundings, calendar: Calendar) -> dict[str, frozenset[str]]:
    slots = _slot_openers(numerals, around, calendar)
    found = {}
    for word in _relative_openers(calendar) - _openers(numerals, around, calendar):
        node = calendar.relative.next[word]
        if not node.meaning and slots.keys() >= set(node.slots):
            found[word] = frozenset(node.next).union(*(slots[slot] for slot in node.slots))
    times = frozenset(name for name, unit in around.units.meanings.items() if dimension(unit) in DURATIONS)
    found |= dict.fromkeys(calendar.year_parts.keys() - _openers(numerals, around, calendar), frozenset())
    return found | dict.fromkeys(numerals.articles - _openers(numerals, around, calendar), times)


def _slot_openers(numerals: Numerals, around: Surroundings, calendar: Calendar) -> dict[str, Iterable[str]]:
    """The words, beside digits, with which what fills a slot of a relative date may begin."""
    plurals = {weekday + calendar.plural_weekday for weekday in calendar.weekdays}
    return {
        "{n}": {*numerals.articles, *numerals.cardinals},
        "{ordinal}": {*numerals.ordinals, *numerals.cardinals},
        "{unit}": around.units.lengths,
        "{period}": calendar.periods,
        "{weekday}": {*calendar.weekdays, *plurals},
        "{month}": calendar.months,
        "{holiday}": calendar.holidays.lengths,
        "{day}": (),
        "{numeric}": (),
        "{year}": (),
    }
