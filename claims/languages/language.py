"""A language as data: the words for numbers, units and dates, and what stands around them.

Everything here is read from ``<code>/numbers.yaml`` and ``<code>/dates.yaml`` by :mod:`~claims.languages.loading`;
the code that uses it knows no language. Words are folded (:func:`~claims.languages.folding.fold`).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from claims.dataclasses import dataclass
from claims.languages.patterns import Node
from claims.languages.phrases import Phrases
from claims.model.verdict import Operator


@dataclass(frozen=True, slots=True)
class Limits:
    """Whole numbers from ``low`` to ``high``, both included; none where ``low`` is above ``high``."""

    low: int = 1
    high: int = 0

    def __contains__(self, number: int) -> bool:
        return self.low <= number <= self.high


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number word: its value, what may be added after it, and what may multiply it from before.

    ``adds_multiplied`` replaces ``adds`` once it was multiplied (*vingt* takes 1-9, *quatre-vingt* 1-19).
    ``words_only`` words multiply no digits (*3 cents* is money).
    """

    value: int
    adds: Limits = Limits()
    times: Limits = Limits()
    adds_multiplied: Limits = Limits()
    words_only: bool = False


@dataclass(frozen=True, slots=True)
class Collective:
    """A noun for a number of things; ``exact`` ones say it (*a dozen*), the others say about it (*trentaine*)."""

    value: int
    exact: bool = False
    needs_article: bool = False


@dataclass(frozen=True, slots=True)
class OrdinalMark:
    """The mark that makes digits an ordinal, for numbers that end in ``ends`` and not in ``excluded``."""

    mark: str
    ends: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    whole: bool = False

    def fits(self, digits: str) -> bool:
        """Whether this is the mark of ``digits``."""
        if not self.ends:
            return True
        if self.whole:
            return digits in self.ends
        return digits.endswith(self.ends) and not (self.excluded and digits.endswith(self.excluded))


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit name with two readings: ``unit`` where one of ``near`` stands a few words before."""

    unit: str
    near: frozenset[str]


@dataclass(frozen=True, slots=True)
class Numerals:
    """How numbers are written, in digits and in words."""

    decimal: str
    groupings: frozenset[str]
    cardinals: Mapping[str, Cardinal]
    ordinals: Mapping[str, Cardinal]
    plural_ordinals: frozenset[str]
    lone_ordinals: frozenset[str]
    articles: frozenset[str]
    weak: frozenset[str]
    weak_before: frozenset[str]
    weak_after: frozenset[str]
    joiners: frozenset[str]
    points: frozenset[str]
    minus: frozenset[str]
    prefixes: frozenset[str]
    ordinal_marks: frozenset[str]
    abbreviations: Mapping[str, int]
    money_abbreviations: Mapping[str, int]
    risky_abbreviations: frozenset[str]
    fractions: Mapping[str, Fraction]
    fraction_after: frozenset[str]
    fraction_before: frozenset[str]
    fraction_links: frozenset[str]
    collectives: Mapping[str, Collective]
    collective_adjectives: frozenset[str]
    vague_scales: Mapping[str, int]
    vague_alone: frozenset[str]
    vague_before: Phrases[bool]
    vague_links: frozenset[str]


@dataclass(frozen=True, slots=True)
class Multiples:
    """How *so many times as much* is said.

    ``words`` say it alone, those of ``before_comparison`` before a word of ``compared``, as do ``nouns`` behind a
    number; ``tied`` ones touch the number or hang on it by a hyphen.
    """

    words: Mapping[str, int]
    before_comparison: Mapping[str, int]
    nouns: frozenset[str]
    tied: frozenset[str]
    compared: frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a number: hedges, units, ranges, and the signs that it is no number at all."""

    hedges_before: Phrases[Operator]
    hedges_after: Phrases[Operator]
    hedges_tied: Mapping[str, Operator]
    units: Phrases[str]
    prefixes: Phrases[str]
    codes: frozenset[str]
    unit_links: frozenset[str]
    partial_units: Mapping[str, str]
    minor_units: Mapping[str, str]
    hundredth_units: frozenset[str]
    unit_adjectives: frozenset[str]
    multiples: Multiples
    unit_choices: Mapping[str, UnitChoice]
    alternatives: frozenset[str]
    ratios: Phrases[bool]
    between: frozenset[str]
    between_links: frozenset[str]
    range_links: frozenset[str]
    range_changes: frozenset[str]
    range_scores: frozenset[str]
    real_ranges: Phrases[bool]
    traps: Phrases[bool]
    traps_ending: Phrases[bool]
    adjectives: frozenset[str]
    clock_after: Phrases[bool]
    clock_before: frozenset[str]
    clock_units: frozenset[str]
    short_units: frozenset[str]
    list_marks: frozenset[str]
    streets_behind: frozenset[str]
    streets_after_name: frozenset[str]
    percent_before: Phrases[bool]
    plural_nouns: frozenset[str]
    no_plurals: frozenset[str]
    plural_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """How dates are said. Months are 1-12, weekdays 1 (Monday) to 7.

    ``year_parts`` and ``part_nouns`` are the marks and nouns of quarters and halves, with how many a year has.
    ``named`` are all names of months and weekdays; ``counted`` the words that may follow a number or an ordinal
    in a phrase of ``relative``.
    """

    months: Mapping[str, int]
    doubtful_months: frozenset[str]
    full_names: frozenset[str]
    month_alone_before: frozenset[str]
    capitals: bool
    month_before: frozenset[str]
    month_before_capital: frozenset[str]
    weekdays: Mapping[str, int]
    doubtful_weekdays: frozenset[str]
    day_links: frozenset[str]
    year_links: frozenset[str]
    month_first: bool
    year_before: frozenset[str]
    year_before_weak: frozenset[str]
    year_articles: frozenset[str]
    year_not_after: frozenset[str]
    circa: Phrases[bool]
    before_era: Phrases[bool]
    era: Phrases[bool]
    era_before_year: Phrases[bool]
    year_parts: Mapping[str, int]
    part_nouns: Mapping[str, int]
    quarter_links: frozenset[str]
    century_nouns: frozenset[str]
    decade_suffixes: frozenset[str]
    decade_before: frozenset[str]
    decade_articles: frozenset[str]
    decade_words: Mapping[str, int]
    numeric_before: frozenset[str]
    span_before: frozenset[str]
    span_links: frozenset[str]
    span_articles: frozenset[str]
    month_names: tuple[str, ...]
    written: Mapping[str, str]
    relative: Node
    holidays: Phrases[str]
    hedges: Phrases[Operator]
    plural_weekday: str
    genitives: frozenset[str]
    periods: Mapping[str, str]
    future: frozenset[str]
    future_endings: tuple[str, ...]
    future_not: frozenset[str]
    weekday_names: Phrases[bool]
    named: frozenset[str]
    counted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scale:
    """How a hundred, thousand, million... is written: alone, after a factor ``{n}``, and with nothing after it.

    ``binds`` scales stand to their factor as number words do, and it takes its bound form.
    """

    value: int
    one: str
    many: str
    exact: str
    binds: bool = False


@dataclass(frozen=True, slots=True)
class Spelling:
    """How numbers are written in words.

    ``ordinals`` maps a number word's value to its ordinal at the end of a longer number, ``first_ordinals``
    whole numbers to theirs. ``bound`` gives the forms that some endings take before another number word. ``units``
    are those that are written as words, for one and for many.
    """

    small: tuple[str, ...]
    hundred: Scale
    scales: tuple[Scale, ...]
    bound: Mapping[str, str]
    join: str
    small_join: str
    ordinals: Mapping[int, str]
    first_ordinals: Mapping[int, str]
    ordinal_marks: tuple[OrdinalMark, ...]
    grouping: str
    percent: str
    units: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Language:
    """One language. ``code`` is ISO 639-1, ``name`` its own name for itself.

    ``openers`` are the words with which a value may begin, beside digits. Where one only begins a phrase of the
    relative dates (*in two weeks*), ``followers`` are the words, beside digits, of which one must come next.
    Beside ``telling_before`` and ``telling_after``, digits and ``plain_words`` may be more than a plain number.
    """

    code: str
    name: str
    numerals: Numerals
    around: Surroundings
    calendar: Calendar
    spelling: Spelling
    openers: frozenset[str]
    followers: Mapping[str, frozenset[str]]
    plain_words: Mapping[str, int]
    telling_before: frozenset[str]
    telling_after: frozenset[str]
