"""From ``dates.yaml`` to the words that say dates."""

from __future__ import annotations

from claims.languages.folding import fold
from claims.languages.language import Calendar
from claims.languages.loading.entries import Data, hedges, phrases, unit_names, words
from claims.languages.patterns import make_tree
from claims.languages.phrases import Phrases, make_phrases

_UNITS = frozenset({"day", "week", "month", "quarter", "year", "decade", "century"})


def build_calendar(data: Data, numbers: Data, units: Phrases[str]) -> Calendar:
    """How the language says dates, from its ``dates.yaml``; ``units`` are all names of units."""
    decade, quarter, span = data["decade"], data["quarter"], data["span"]
    months = {fold(name): number for number, names in data["months"].items() for name in names}
    weekdays = {fold(name): number for number, names in data["weekdays"].items() for name in names}
    relative = make_tree((phrase, meaning) for meaning, phrases in data["relative"].items() for phrase in phrases)
    following = {word for slot in ("{n}", "{ordinal}", "{day}") for word in relative.next[slot].next}
    return Calendar(
        months=months,
        doubtful_months=words(data["doubtful_months"]),
        full_names=frozenset(fold(names[0]) for kind in ("months", "weekdays") for names in data[kind].values()),
        month_alone_before=words(data["month_alone_before"]),
        capitals=data["capitals"] == "true",
        month_before=words(data["month_before"]),
        month_before_capital=words(data["month_before_capital"]),
        weekdays=weekdays,
        doubtful_weekdays=words(data["doubtful_weekdays"]),
        day_links=words(data["day_links"]),
        year_links=words(data["year_links"]),
        month_first=data["order"] == "mdy",
        year_before=words(data["year_before"]),
        year_before_weak=words(data["year_before_weak"]),
        year_articles=words(data["year_articles"]),
        year_not_after=words(data["year_not_after"]),
        circa=phrases(data["circa"], backwards=True),
        before_era=phrases(data["era"]["before"]),
        era=phrases(data["era"]["after"]),
        era_before_year=phrases(data["era"]["leading"], backwards=True),
        year_parts=_parts(data, "marks"),
        part_nouns=_parts(data, "nouns"),
        quarter_links=words(quarter["links"]),
        century_nouns=words(data["century"]["nouns"]),
        decade_suffixes=words(decade["suffixes"]),
        decade_before=words(decade["before"]),
        decade_articles=words(decade["articles"]),
        decade_words={fold(word): number for word, number in decade["words"].items()},
        numeric_before=words(data["numeric_before"]),
        span_before=words(span["before"]),
        span_articles=words(span["articles"]),
        span_links=words(span["links"]),
        month_names=tuple(data["months"][number][0] for number in range(1, 13)),
        written=data["written"],
        relative=relative,
        hedges=hedges(data["hedges"], backwards=True),
        holidays=make_phrases((name, date) for date, names in data["holidays"].items() for name in names),
        plural_weekday=data["plural_weekday"],
        genitives=words(data["genitives"]),
        periods={fold(name): unit for unit, name in unit_names(numbers["units"]) if unit in _UNITS - {"day"}},
        future=words(data["future"]),
        future_endings=tuple(data["future_endings"]),
        future_not=words(data["future_not"]),
        weekday_names=phrases(data["weekday_names"]),
        named=frozenset(months) | frozenset(weekdays),
        counted=frozenset(name for name, unit in units.meanings.items() if unit in _UNITS)
        | {name + ending for name in weekdays for ending in ("", data["plural_weekday"])}
        | {word for word in following if not word.startswith("{")}
        | (set(months) if "{month}" in following else set()),
    )


def _parts(data: Data, key: str) -> dict[str, int]:
    """The words of quarters and of halves, with how many make a year."""
    return {word: count for part, count in (("quarter", 4), ("half", 2)) for word in words(data[part][key])}
