"""Which words tell something of a number that they stand beside; between all others digits are a plain number."""

from __future__ import annotations

from collections.abc import Iterable

from claims.languages.language import Calendar, Numerals, Surroundings


def plain_words(numerals: Numerals, around: Surroundings, calendar: Calendar) -> dict[str, int]:
    """The number words from two to ninety-nine that are nothing else, as *sept*, which is also a month, is."""
    others = _union(
        numerals.ordinals,
        numerals.fractions,
        numerals.collectives,
        numerals.vague_scales,
        numerals.weak,
        around.adjectives,
        calendar.named,
        calendar.periods,
        calendar.holidays.lengths,
        calendar.relative.next,
    )
    return {
        word: number.value
        for word, number in numerals.cardinals.items()
        if 1 < number.value < 100 and word not in others
    }


def telling_before(numerals: Numerals, around: Surroundings, calendar: Calendar) -> frozenset[str]:
    """The words that alone make something else of what follows: *minus*, *page*, *années*.

    Hedges and currencies are phrases and are looked up as such; what needs a link or a unit behind the number as well
    (*between*, *from*) is told by that.
    """
    return _union(numerals.minus, numerals.prefixes, around.list_marks, calendar.decade_before)


def telling_after(numerals: Numerals, around: Surroundings, calendar: Calendar) -> frozenset[str]:
    """The words that may make something else of what stands before them: units, scales, months, links, hedges."""
    return _of_numbers(numerals) | _of_surroundings(around) | _of_dates(calendar)


def _of_numbers(numerals: Numerals) -> frozenset[str]:
    return _union(
        numerals.cardinals,
        numerals.ordinals,
        numerals.ordinal_marks,
        numerals.collectives,
        numerals.collective_adjectives,
        numerals.fractions,
        numerals.vague_scales,
        numerals.points,
        numerals.joiners,
        (name.lower() for name in numerals.money_abbreviations),
    )


def _of_surroundings(around: Surroundings) -> frozenset[str]:
    return _union(
        around.units.lengths,
        around.codes,
        around.minor_units,
        around.partial_units,
        around.unit_adjectives,
        around.unit_choices,
        around.multiples.nouns,
        around.multiples.tied,
        around.hedges_after.lengths,
        around.hedges_tied,
        around.ratios.lengths,
        around.alternatives,
        around.between_links,
        around.range_links,
        around.clock_after.lengths,
        around.clock_units,
        around.streets_behind,
    )


def _of_dates(calendar: Calendar) -> frozenset[str]:
    return _union(
        calendar.named,
        calendar.counted,
        calendar.periods,
        calendar.day_links,
        calendar.year_links,
        calendar.span_links,
        calendar.year_parts,
        calendar.part_nouns,
        calendar.century_nouns,
        calendar.decade_suffixes,
        calendar.decade_words,
        calendar.before_era.lengths,
        calendar.era.lengths,
        calendar.holidays.lengths,
    )


def _union(*tables: Iterable[str]) -> frozenset[str]:
    return frozenset(word for table in tables for word in table)
