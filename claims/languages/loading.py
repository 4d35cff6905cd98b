"""From the data files of a language to a :class:`~claims.languages.language.Language`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from claims.languages.folding import fold
from claims.languages.language import (
    Calendar,
    Cardinal,
    Collective,
    Language,
    Limits,
    Numerals,
    OrdinalMark,
    Scale,
    Spelling,
    Surroundings,
    UnitChoice,
)
from claims.languages.patterns import make_tree
from claims.languages.phrases import Phrases, make_phrases
from claims.languages.tokens import words_of
from claims.languages.units import currencies
from claims.model.verdict import Operator

Data = Mapping[str, Any]

_CALENDAR_UNITS = frozenset({"day", "week", "month", "quarter", "year", "decade", "century"})

_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5"} | {
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅐": "1/7", "⅑": "1/9"
}  # fmt: skip


def build_language(code: str, numbers: Data, dates: Data) -> Language:
    """The language that the two files describe."""
    numerals = _numerals(numbers)
    around = _surroundings(numbers, dates)
    calendar = _calendar(dates, numbers, around.units)
    return Language(code, numbers["name"], numerals, around, calendar, _spelling(numbers, numerals), _openers(numerals, calendar, around))


def _numerals(data: Data) -> Numerals:
    cardinals = {word: _cardinal(text) for key, text in data["cardinals"].items() for word in _spellings(key)}
    endings = ("", *data["plural"])
    ordinals = {
        word + ending: cardinals[fold(cardinal)]
        for key, cardinal in data["ordinals"].items()
        for word in _spellings(key)
        for ending in endings
    }
    return Numerals(
        decimal=data["decimal"],
        groupings=frozenset((data["grouping"], *data["other_grouping"])),
        cardinals=cardinals,
        ordinals=ordinals,
        plural_ordinals=frozenset(
            word + ending for key in data["ordinals"] for word in _spellings(key) for ending in data["plural"]
        ),
        lone_ordinals=_words(data.get("lone_ordinals", ())),
        articles=_words(data["articles"]),
        weak=_words(data["weak"]),
        weak_before=_words(data["weak_before"]),
        weak_after=_words(data["weak_after"]),
        joiners=_words(data["joiners"]),
        points=_words(data["points"]),
        minus=_words(data["minus"]),
        ordinal_marks=_words(data["ordinal_marks"]),
        abbreviations=data["abbreviations"],
        money_abbreviations=data["abbreviations"] | data["money_abbreviations"],
        fractions={word: Fraction(text) for word, text in _VULGAR.items()}
        | {word: Fraction(text) for key, text in data["fractions"].items() for word in _spellings(key)},
        fraction_after=_words(data["fraction_after"]),
        fraction_links=_words(data["fraction_links"]),
        collectives={
            word: _collective(str(text)) for key, text in data["collectives"].items() for word in _spellings(key)
        },
        vague_plurals={fold(word): number for word, number in data["vague_plurals"].items()},
        vague_before=_phrases(data["vague_before"], backwards=True),
        vague_links=_words(data["vague_links"]),
    )


def _surroundings(data: Data, dates: Data) -> Surroundings:
    names = [*_unit_names(data["percent"]), *_unit_names(data["money"]), *_unit_names(data["units"])]
    plural = tuple(data["plural"])
    codes = [code for code in currencies() if code not in data["money_codes_ignored"]]
    return Surroundings(
        hedges_before=_hedges(data["hedges"]["before"], backwards=True),
        hedges_after=_hedges(data["hedges"]["after"]),
        date_hedges=_hedges(data["dated"], backwards=True),
        units=make_phrases(
            [(form, unit) for unit, name in names for form in _plural_forms(name, plural)]
            + [(code, code) for code in codes]
        ),
        prefixes=make_phrases(
            [(form, unit) for unit, name in _unit_names(data["money"]) for form in _plural_forms(name, plural)]
            + [(code, code) for code in codes],
            backwards=True,
        ),
        codes=frozenset(fold(code) for code in codes),
        unit_links=_words(data["unit_links"]),
        partial_units={fold(word): unit for word, unit in data["partial_units"].items()},
        minor_units={fold(word): unit for word, unit in data["minor_words"].items()},
        unit_choices={
            form: UnitChoice(choice["unit"], _words(choice["near"]))
            for name, choice in data["unit_choices"].items()
            for form in _plural_forms(fold(name), plural)
        },
        alternatives=_words(data["alternatives"]),
        ratios=_phrases(data["ratios"]),
        between=_words(data["between"]["before"]),
        between_links=_words(data["between"]["link"]),
        range_links=_words(data["ranges"]["link"]),
        range_changes=_words(data["ranges"]["change"]),
        real_ranges=_phrases(data["real_ranges"], backwards=True),
        traps=_phrases(data["traps"]),
        traps_ending=_phrases(data["traps_ending"], backwards=True),
        adjectives=_words(data["adjectives"]),
        clock_after=_phrases(data["clock"]["after"]),
        clock_before=_words(data["clock"]["before"]),
        clock_units=_words(data["clock"]["units"]),
        letters=frozenset(name for _, name in names if len(name) < 3),
        list_marks=_words(data["list_marks"]),
        plural_nouns=_words(data["plural_nouns"]),
        no_plurals=_words(data["no_plurals"]),
        plural_endings=plural,
    )


def _calendar(data: Data, numbers: Data, units: Phrases[str]) -> Calendar:
    decade, quarter, span = data["decade"], data["quarter"], data["span"]
    months = {fold(name): number for number, names in data["months"].items() for name in names}
    weekdays = {fold(name): number for number, names in data["weekdays"].items() for name in names}
    relative = make_tree((phrase, meaning) for meaning, phrases in data["relative"].items() for phrase in phrases)
    following = {word for slot in ("{n}", "{ordinal}", "{day}") for word in relative.next[slot].next}
    return Calendar(
        months=months,
        doubtful_months=_words(data["doubtful_months"]),
        capitals=data["capitals"] == "yes",
        month_before=_words(data["month_before"]),
        month_before_capital=_words(data["month_before_capital"]),
        weekdays=weekdays,
        doubtful_weekdays=_words(data["doubtful_weekdays"]),
        day_links=_words(data["day_links"]),
        year_links=_words(data["year_links"]),
        month_first=data["order"] == "mdy",
        year_before=_words(data["year_before"]),
        year_before_weak=_words(data["year_before_weak"]),
        year_articles=_words(data["year_articles"]),
        before_era=_phrases(data["era"]["before"]),
        quarter_marks=_words(quarter["marks"]),
        quarter_nouns=_words(quarter["nouns"]),
        quarter_links=_words(quarter["links"]),
        century_nouns=_words(data["century"]["nouns"]),
        decade_suffixes=_words(decade["suffixes"]),
        decade_before=_words(decade["before"]),
        decade_articles=_words(decade["articles"]),
        decade_words={fold(word): number for word, number in decade["words"].items()},
        span_before=_words(span["before"]),
        span_articles=_words(span["articles"]),
        span_links=_words(span["links"]),
        month_names=tuple(data["months"][number][0] for number in range(1, 13)),
        written=data["written"],
        relative=relative,
        holidays=make_phrases((name, date) for date, names in data["holidays"].items() for name in names),
        plural_weekday=data["plural_weekday"],
        periods={fold(name): unit for unit, name in _unit_names(numbers["units"]) if unit in _CALENDAR_UNITS},
        future=_words(data["future"]),
        named=frozenset(months) | frozenset(weekdays),
        counted=frozenset(name for name, unit in units.meanings.items() if unit in _CALENDAR_UNITS)
        | {name + ending for name in weekdays for ending in ("", data["plural_weekday"])}
        | {word for word in following if not word.startswith("{")},
    )


def _spelling(data: Data, numerals: Numerals) -> Spelling:
    written = data["spelling"]
    lone = frozenset(fold(word) for word in data.get("lone_ordinals", ()))
    named = [(key.split("|")[0], numerals.cardinals[fold(cardinal)].value) for key, cardinal in data["ordinals"].items()]
    return Spelling(
        small=tuple(name for row in written["small"] for name in row),
        hundred=_scale(written["hundred"]),
        scales=tuple(_scale(entry) for entry in written["scales"]),
        bound=written["bound"],
        join=written["join"],
        small_join=written["small_join"],
        ordinals={value: word for word, value in reversed(named) if fold(word) not in lone},
        first_ordinals={value: word for word, value in reversed(named)},
        ordinal_marks=tuple(_ordinal_mark(entry) for entry in data["ordinal_writing"]),
        grouping=data["grouping_written"],
        percent=data["percent_written"],
    )


def _scale(entry: Data) -> Scale:
    return Scale(
        entry["value"], entry["one"], entry["many"], entry.get("exact", entry["many"]), entry.get("binds", False)
    )


def _openers(numerals: Numerals, calendar: Calendar, around: Surroundings) -> frozenset[str]:
    known = (numerals.cardinals, numerals.ordinals, numerals.fractions, numerals.collectives, numerals.vague_plurals)
    said = [word for word in calendar.relative.next if not word.startswith("{")]
    if "{period}" in calendar.relative.next:
        said += calendar.periods
    dated = (calendar.months, calendar.weekdays, calendar.decade_words, calendar.decade_before)
    dated += (calendar.holidays.lengths, calendar.quarter_marks, calendar.century_nouns, said)
    return frozenset(word for table in (*known, *dated) for word in table) | numerals.minus


def _cardinal(text: str | int) -> Cardinal:
    """Read ``VALUE [+ADDS] [xTIMES [+ADDS ONCE MULTIPLIED]] [words]``."""
    value, *parts = str(text).split()
    adds = times = multiplied = Limits()
    for part in parts:
        if part.startswith("x"):
            times, multiplied = _limits(part[1:]), adds
        elif part.startswith("+") and times.high:
            multiplied = _limits(part[1:])
        elif part.startswith("+"):
            adds = _limits(part[1:])
    return Cardinal(int(value), adds, times, multiplied, "words" in parts)


def _limits(text: str) -> Limits:
    low, _, high = text.partition("..")
    return Limits(int(low), int(high or low))


def _collective(text: str) -> Collective:
    value, *flags = text.split()
    return Collective(int(value), "exact" in flags, "article" in flags)


def _ordinal_mark(entry: Data) -> OrdinalMark:
    return OrdinalMark(
        entry["mark"], tuple(entry.get("ends", ())), tuple(entry.get("not", ())), entry.get("whole", False)
    )


def _spellings(key: str) -> list[str]:
    return [fold(word) for word in key.split("|")]


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in words for word in words_of(phrase)[-1:])


def _phrases(phrases: Iterable[str], *, backwards: bool = False) -> Phrases[bool]:
    return make_phrases(((phrase, True) for phrase in phrases), backwards=backwards)


def _hedges(data: Mapping[str, Iterable[str]], *, backwards: bool = False) -> Phrases[Operator]:
    entries = ((phrase, Operator(name)) for name, phrases in data.items() for phrase in phrases)
    return make_phrases(entries, backwards=backwards)


def _unit_names(data: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    return ((unit, name) for unit, names in data.items() for name in names)


def _plural_forms(name: str, endings: tuple[str, ...]) -> list[str]:
    """The name, and for each plural ending the name with that ending on its last word, its first, and on all."""
    first, *middle, last = ("", *name.split(" "))
    forms = [name]
    for ending in endings if len(last) > 2 and last.isalpha() else ():
        plural = [*middle, last + ending]
        forms += [" ".join(plural), " ".join([*(word + ending for word in middle), last + ending])]
        forms += [" ".join([word + ending for word in middle[:1]] + middle[1:] + [last])]
    return [form.removeprefix(first) for form in dict.fromkeys(forms)]
