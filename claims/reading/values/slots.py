"""What may stand in the slots of a relative date's pattern: ``{n}``, ``{unit}``, ``{weekday}``, ``{holiday}``..."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from claims.dataclasses import dataclass, replace
from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate
from claims.reading.values.calendar import UNITS
from claims.reading.values.spelled import read_spelled

# A day and month alone are kept in a leap year, so that every day there is can be said.
LEAP = 2000


@dataclass(frozen=True, slots=True)
class Slots:
    """What stood in the slots of a pattern; ``against`` says that ``date`` itself needed the document's day."""

    n: int = 1
    unit: str = "day"
    weekday: int = 1
    month: int = 1
    date: PartialDate | None = None
    holiday: str = ""
    against: bool = False


Filled: TypeAlias = tuple[Slots, int] | None


def fill(slot: str, slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    """``slots`` with what stands for ``slot`` at token ``index``, and the token after it; ``None`` for nothing."""
    return SLOTS[slot](slots, tokens, index, language)


def _count(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    word, numerals = tokens.words[index], language.numerals
    if word.isdecimal():
        return (replace(slots, n=int(word)), index + 1) if len(word) < 4 else None
    if word in numerals.articles:
        return replace(slots, n=1), index + 1
    number = read_spelled(tokens, index, numerals) if word in numerals.cardinals else None
    if number is None or number.ordinal or number.amount >= 1000:
        return None
    return replace(slots, n=int(number.amount)), number.last


def _ordinal(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    word, numerals, last = tokens.words[index], language.numerals, index + 1
    if word.isdecimal():
        marked = tokens.words[last] in numerals.ordinal_marks and tokens.gaps[last] == ""
        return (replace(slots, n=int(word)), last + 1) if marked and len(word) < 3 else None
    number = read_spelled(tokens, index, numerals) if word in numerals.ordinals or word in numerals.cardinals else None
    if number is None or not number.ordinal or number.amount > 31:
        return None
    return replace(slots, n=int(number.amount)), number.last


def _day(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    del language
    word = tokens.words[index]
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    return replace(slots, n=int(word)), index + 1


def _unit(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    found = language.around.units.at(tokens.words, index)
    return (replace(slots, unit=found[0]), found[1]) if found and found[0] in UNITS else None


def _period(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    unit = language.calendar.periods.get(tokens.words[index])
    return (replace(slots, unit=unit), index + 1) if unit else None


def _weekday(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    calendar, word = language.calendar, tokens.words[index]
    weekday = calendar.weekdays.get(word) or calendar.weekdays.get(word.removesuffix(calendar.plural_weekday))
    return (replace(slots, weekday=weekday), index + 1) if weekday else None


def _month(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    calendar, word = language.calendar, tokens.words[index]
    if word not in calendar.months:
        return None
    if calendar.capitals and word in calendar.doubtful_months and tokens.raw(index, index + 1).islower():
        return None
    return replace(slots, month=calendar.months[word]), index + 1


def _numeric(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    """A day and a month in digits, ``5/12``, or ``7.6`` where the day comes first or a weekday leads, and no more."""
    first, mark, second = tokens.words[index : index + 3]
    calendar, before = language.calendar, tokens.words[index - 1] if index else ""
    marks = ("/",) if calendar.month_first and before not in calendar.weekdays else ("/", ".")
    if mark not in marks or not (first.isdecimal() and second.isdecimal()) or len(first + second) > 4:
        return None
    if (
        tokens.gaps[index + 1]
        or tokens.gaps[index + 2]
        or (tokens.words[index + 3] == "/" and not tokens.gaps[index + 3])
    ):
        return None
    day, month = int(first), int(second)
    if (language.calendar.month_first and day <= 12) or month > 12:
        day, month = month, day
    try:
        return replace(slots, date=PartialDate.of(LEAP, month, day), against=True), index + 3
    except ValueError:
        return None


def _year(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    del language
    word = tokens.words[index]
    if len(word) != 4 or not word.isdecimal() or word < "1000":
        return None
    return replace(slots, date=PartialDate.of(int(word))), index + 1


def _holiday(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    found = language.calendar.holidays.at(tokens.words, index)
    return (replace(slots, holiday=found[0]), found[1]) if found else None


def _end(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    """Nothing, where no word follows."""
    del language
    return None if tokens.words[index][:1].isalnum() else (slots, index)


def _whole(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    """Nothing, where it is not said of what: *le lendemain*, but not *le lendemain du vote*."""
    return None if tokens.words[index] in language.calendar.genitives else (slots, index)


def _tied(slots: Slots, tokens: Tokens, index: int, language: Language) -> Filled:
    """Nothing, where a hyphen follows (*cette année-là*)."""
    del language
    return (slots, index) if tokens.gaps[index] == "-" else None


SLOTS: Mapping[str, Callable[[Slots, Tokens, int, Language], Filled]] = {
    "{n}": _count,
    "{ordinal}": _ordinal,
    "{day}": _day,
    "{unit}": _unit,
    "{period}": _period,
    "{weekday}": _weekday,
    "{month}": _month,
    "{numeric}": _numeric,
    "{year}": _year,
    "{holiday}": _holiday,
    "{end}": _end,
    "{whole}": _whole,
    "{tied}": _tied,
}
