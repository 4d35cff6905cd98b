"""Years, spans of years and decades: *in 2014*, *(2015)*, *2014-2019*, *the 1990s*, *années 90*.

A bare number of four digits is a year where what stands before it, or after it, says so; before plural nouns
(*2014 members*) it stays a number.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate, Precision
from claims.model.mention import MentionKind
from claims.model.values import DateSpan
from claims.model.verdict import Operator
from claims.reading.values.found import Found
from claims.reading.values.parts import FIRST_YEAR, LAST_YEAR, paired_year
from claims.reading.values.periods import part_of_year
from claims.reading.values.spelled import read_spelled

_RECENT = range(1800, 2100)
_DASHES = frozenset({"-", "–", "—", "/"})
_TIES = frozenset({".", ",", "/", "#", "$"})
_COUNTING = frozenset({Operator.GT, Operator.GE, Operator.LT})


def read_year(tokens: Tokens, index: int, language: Language) -> Found | None:
    """The year, span of years or decade at a token of digits; ``None`` where it is a number."""
    word = tokens.words[index]
    if decade := _decade(tokens, index, language):
        return decade
    if len(word) != 4 or not FIRST_YEAR <= int(word) <= LAST_YEAR:
        return None
    if part := _year_part(tokens, index, language):
        return part
    if not _stands_alone(tokens, index):
        return None
    if span := _span(tokens, index, language):
        return span
    if tokens.words[index + 1] in _DASHES and tokens.gaps[index + 2] == "" and tokens.words[index + 2].isdecimal():
        return None
    if not _is_year(tokens, index, int(word), language):
        return None
    return _found(tokens, index, index + 1, PartialDate.of(int(word)))


def read_year_in_words(tokens: Tokens, index: int, language: Language) -> Found | None:
    """A year in words behind a preposition: *in nineteen ninety-eight*, *en deux mille quatre*."""
    if not index or tokens.words[index - 1] not in language.calendar.year_before:
        return None
    number = (
        read_spelled(tokens, index, language.numerals) if tokens.words[index] in language.numerals.cardinals else None
    )
    if number is None or number.ordinal:
        return None
    year, last = int(number.amount), number.last
    if paired := paired_year(tokens, year, last, language):
        year, last = paired
    if year not in _RECENT or _is_plural(tokens.words[last], language):
        return None
    return _found(tokens, index, last, PartialDate.of(year))


def _found(tokens: Tokens, first: int, last: int, value: PartialDate | DateSpan | None) -> Found:
    return Found(first, last, tokens.starts[first], tokens.ends[last - 1], MentionKind.DATE, value)


def _stands_alone(tokens: Tokens, index: int) -> bool:
    words, gaps = tokens.words, tokens.gaps
    before, after = words[index - 1] if index else "", words[index + 1]
    if index and gaps[index] == "" and (before[-1:].isalnum() or before in _TIES):
        return False
    if before == "-" and gaps[index] == "" and not (gaps[index - 1] == "" and words[index - 2].isalnum()):
        # A minus sign: "(-1900)".
        return False
    if gaps[index + 1]:
        return True
    tied = after in (".", ",", ":") and gaps[index + 2] == "" and words[index + 2].isdecimal()
    return not (tied or after[:1].isalnum() or after == "%")


def _is_year(tokens: Tokens, index: int, year: int, language: Language) -> bool:
    calendar, around = language.calendar, language.around
    words = tokens.words
    at = index - 1 if index and words[index - 1] in _DASHES else index
    before, after = words[at - 1] if at else "", words[index + 1]
    plural = _is_plural(after, language)
    if around.units.at(words, index + 1) or _is_counted(words, index, language) or _is_money(tokens, index, language):
        return False
    if calendar.circa.before(words, at):
        return not plural
    if before in calendar.year_before or before in calendar.months:
        return year in _RECENT or not plural
    if before in calendar.year_before_weak:
        return not plural
    if before in calendar.year_articles and after[:1].isalpha():
        return year in _RECENT
    if before == "(" and after == ")":
        return True
    if _continues(tokens, at, language):
        return year in _RECENT and not plural
    return year in _RECENT and not plural


def _is_counted(words: Sequence[str], index: int, language: Language) -> bool:
    """Whether a hedge says that it is so many (*more than 2000*), or a noun does (*a total of 2000*)."""
    hedge = language.around.hedges_before.before(words, index)
    if hedge is not None and hedge[0] in _COUNTING:
        return True
    linked = index > 1 and words[index - 1] in language.calendar.genitives
    return linked and words[index - 2] in language.calendar.year_not_after


def _is_money(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether a sign or a code of a currency stands before it (*€ 1972*); a name may be another thing (*Euro 2024*)."""
    prefix = language.around.prefixes.before(tokens.words, index)
    raw = tokens.raw(prefix[1], index) if prefix else ""
    return prefix is not None and (not raw.isalpha() or (raw.isupper() and len(raw) == 3))


def _continues(tokens: Tokens, at: int, language: Language) -> bool:
    """Whether another year was named just before (*2021, 2022 and 2023*)."""
    before, other = tokens.words[at - 1], tokens.words[at - 2]
    if at < 2 or (before != "," and before not in language.numerals.joiners):
        return False
    return len(other) == 4 and other.isdecimal() and int(other) in _RECENT


def _is_plural(word: str, language: Language) -> bool:
    around = language.around
    if word in around.no_plurals:
        return False
    return word in around.plural_nouns or (len(word) > 3 and word.endswith(around.plural_endings) and word[-2:] != "ss")


def _span(tokens: Tokens, index: int, language: Language) -> Found | None:
    """``2014-2019``, ``2014–19``, *2014 to 2019*."""
    words, year = tokens.words, int(tokens.words[index])
    dash = words[index + 1] in _DASHES
    tied = not (tokens.gaps[index + 1] or tokens.gaps[index + 2])
    link, calendar = words[index + 1], language.calendar
    linked = link in calendar.span_links and (
        link not in language.numerals.joiners or words[index - 1] in calendar.span_before
    )
    other = words[index + 2]
    if not (dash or linked) or not other.isdecimal() or len(other) not in (2, 4):
        return None
    if tokens.gaps[index + 3] == "" and (words[index + 3][:1].isalnum() or words[index + 3] in _DASHES):
        return None
    if words[index - 1] in _DASHES and tokens.gaps[index] == "":
        return None
    last = int(other) if len(other) == 4 else year // 100 * 100 + int(other)
    if (len(other) == 2 and not (dash and tied)) or not year < last <= LAST_YEAR:
        return None
    return _found(tokens, index, index + 3, DateSpan(PartialDate.of(year), PartialDate.of(last)))


def _year_part(tokens: Tokens, index: int, language: Language) -> Found | None:
    """``2024-Q3``, ``2024 Q3``, ``2024H1``."""
    count, number = language.calendar.year_parts.get(tokens.words[index + 1]), tokens.words[index + 2]
    if count is None or len(number) != 1 or not number.isdecimal() or tokens.gaps[index + 2]:
        return None
    part = part_of_year(int(tokens.words[index]), int(number), count)
    return _found(tokens, index, index + 3, part) if part else None


def _decade(tokens: Tokens, index: int, language: Language) -> Found | None:
    calendar, word = language.calendar, tokens.words[index]
    last = index + 1
    if tokens.words[last] == "'" and tokens.gaps[last] == "" and tokens.words[last + 1] in calendar.decade_suffixes:
        last += 1
    suffixed = tokens.words[last] in calendar.decade_suffixes and tokens.gaps[last] == ""
    before = tokens.words[index - 1] if index else ""
    named = before in calendar.decade_before
    if not (suffixed or named) or len(word) not in (2, 4) or int(word) % 10:
        return None
    if len(word) == 2 and suffixed and before not in calendar.decade_articles and before != "'":
        return _age(tokens, index, last + 1, before, language)
    year = int(word) if len(word) == 4 else 1900 + int(word) if int(word) >= 20 else 2000 + int(word)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    # "The 1700s" are a century, "the 2000s" the first ten years of it.
    precision = Precision.CENTURY if year % 100 == 0 and year < 1900 and suffixed else Precision.DECADE
    return _found(tokens, index - named, last + suffixed, PartialDate(datetime.date(year, 1, 1), precision))


def _age(tokens: Tokens, index: int, last: int, before: str, language: Language) -> Found | None:
    """*In her 30s*: somebody's age, which is no value here."""
    return _found(tokens, index, last, None) if before in language.calendar.year_articles else None
