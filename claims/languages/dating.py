"""Writing dates: in the language's own form, or in that of a date they replace."""

from __future__ import annotations

import re

from claims.languages.figures import ordinal_mark
from claims.languages.language import Language
from claims.languages.tokens import tokenise
from claims.model.dates import PartialDate, Precision

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_NUMERIC = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2,4}")
_ROMANS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def write_date(date: PartialDate, language: Language, like: str) -> str:
    """``date`` at its own precision, in the form of ``like`` (ISO, digits, month first) where that can say it."""
    exact = date.precision in (Precision.DAY, Precision.MONTH)
    if exact and _ISO.fullmatch(like):
        return str(date)
    numeric = _NUMERIC.fullmatch(like)
    if numeric and date.precision is Precision.DAY:
        return _in_digits(date, language, like, numeric[1])
    return _in_words(date, language, like)


def _in_digits(date: PartialDate, language: Language, like: str, mark: str) -> str:
    day, month = f"{date.start.day:02}", f"{date.start.month:02}"
    first, second, year = like.split(mark)
    month_first = int(second) > 12 or (language.calendar.month_first and mark == "/" and int(first) <= 12)
    written_year = f"{date.year:04}" if len(year) == 4 else f"{date.year % 100:02}"
    return mark.join([month, day, written_year] if month_first else [day, month, written_year])


def _in_words(date: PartialDate, language: Language, like: str) -> str:
    calendar = language.calendar
    key = date.precision.value
    if date.precision is Precision.DAY and date.start.day == 1 and "first_day" in calendar.written:
        key = "first_day"
    if key == "day" and _is_month_first(like, language):
        key = "day_month_first"
    century = date.year // 100 + 1
    return calendar.written.get(key, "{year}").format(
        day=date.start.day,
        month=calendar.month_names[date.start.month - 1],
        year=f"{date.year:04}" if date.precision is not Precision.DECADE else f"{date.year // 10 * 10:04}",
        quarter=(date.start.month + 2) // 3,
        roman=_roman(century),
        ordinal=f"{century}{ordinal_mark(str(century), language)}",
    )


def _is_month_first(like: str, language: Language) -> bool:
    if "day_month_first" not in language.calendar.written:
        return False
    tokens = tokenise(like)
    months = [index for index, word in enumerate(tokens.words) if word in language.calendar.months]
    return bool(months) and not any(word.isdecimal() for word in tokens.words[: months[0]])


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMANS:
        text += sign * (number // value)
        number %= value
    return text
