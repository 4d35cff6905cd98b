"""Writing numbers in digits, in the form of the digits they replace: grouping, decimal mark, scale, ordinal mark."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.languages.language import Language
from claims.languages.tokens import Tokens, tokenise

_RUN = re.compile(r"(?:(?<![0-9A-Za-z])[.,])?[0-9](?:[0-9.,' \u00a0\u202f\u2009]*[0-9])?(?:e[+-]?[0-9]+|\^-?[0-9]+)?")
_IN_A_WORD = re.compile(r"[^\W\d_][0-9]")
_MARKS = re.compile(r"[^0-9]")
_FINEST = 3


def digit_run(text: str, *, in_words: bool = False) -> tuple[int, int] | None:
    """Where the digits of a number stand in ``text``; those that end a word (``km2``, ``USD3``) ``in_words`` only."""
    runs = ((match.start(), match.end()) for match in _RUN.finditer(text))
    return next((run for run in runs if in_words or not _IN_A_WORD.match(text, max(run[0] - 1, 0))), None)


def write_digits(amount: Decimal, language: Language, like: str, run: tuple[int, int], *, money: bool = False) -> str:
    """``like`` with ``amount`` in place of the digits at ``run``, and of the scale where it cannot be kept.

    ``money`` says that it is a sum, where more abbreviations are scales (``£1.5m``).
    """
    before, after = like[: run[0]], like[run[1] :]
    if before.endswith(("-", "−")):
        before, amount = (before, -amount) if amount < 0 else (before[:-1], amount)
    tail = tokenise(after)
    if tail.gaps[0] == "" and tail.words[0] in language.numerals.ordinal_marks:
        digits = plain_digits(amount, language)
        return before + digits + ordinal_mark(digits, language) + after[tail.ends[0] :]
    scale = _scale(tail, language, money=money)
    last = _after_number_words(tail, language) if scale else 0
    model = like[run[0] : run[1]]
    if money and not scale:
        return before + _with_cents(_like(amount, language, model), amount, language, model) + after
    scaled = amount / scale if scale and last == 1 else amount
    if not scale or (last == 1 and _is_short(scaled) and abs(scaled) >= 1):
        return before + _like(scaled, language, model) + after
    return before + _like(amount, language, model) + after[tail.ends[last - 1] :]


def plain_digits(amount: Decimal, language: Language) -> str:
    """``amount`` in the language's own form."""
    return _digits(amount, language.spelling.grouping, language.numerals.decimal)


def ordinal_mark(digits: str, language: Language) -> str:
    """The mark that makes ``digits`` an ordinal."""
    return next(mark.mark for mark in language.spelling.ordinal_marks if mark.fits(digits))


def _is_short(amount: Decimal) -> bool:
    """Whether the amount has at most three decimals."""
    return int(amount.normalize().as_tuple().exponent) >= -_FINEST


def _scale(tail: Tokens, language: Language, *, money: bool) -> int:
    """The scale, or dozen, that the words behind the digits begin with; 0 for none."""
    numerals, word = language.numerals, tail.words[0]
    cardinal, collective = numerals.cardinals.get(word), numerals.collectives.get(word)
    if cardinal or collective:
        return cardinal.value if cardinal else collective.value if collective else 0
    if not word.isalpha():
        return 0
    return (numerals.money_abbreviations if money else numerals.abbreviations).get(tail.raw(0, 1), 0)


def _after_number_words(tail: Tokens, language: Language) -> int:
    """The token after the number words behind the digits."""
    numerals = language.numerals
    known = numerals.cardinals.keys() | numerals.ordinals.keys() | numerals.joiners
    return next((index for index in range(1, tail.count + 1) if tail.words[index] not in known), tail.count)


def _like(amount: Decimal, language: Language, model: str) -> str:
    """``amount`` with the grouping and decimal mark of ``model``, or the language's where the model shows none."""
    marks = _MARKS.findall(model)
    decimal, grouping = language.numerals.decimal, language.spelling.grouping
    if _is_decimal(marks, model, decimal):
        decimal = marks.pop()
    if "e" in marks or "^" in marks or not marks:
        few = len(re.split(r"[.,e^]", model)[0]) < 4
        return _digits(amount, grouping if few else "", decimal)
    # Without decimals, a group behind the language's decimal mark would be read as decimals.
    clear = marks[0] != language.numerals.decimal or amount != amount.to_integral_value()
    return _digits(amount, marks[0] if clear else grouping, decimal, least=1000)


def _is_decimal(marks: list[str], model: str, decimal: str) -> bool:
    """Whether the last mark of ``model`` is a decimal one."""
    if not marks or marks[-1] not in ".," or marks.count(marks[-1]) > 1:
        return False
    return marks[-1] == decimal or len(model) - model.rfind(marks[-1]) - 1 != 3


def _with_cents(digits: str, amount: Decimal, language: Language, model: str) -> str:
    """A sum with both digits of its cents, where it has any or the model shows them: 9.50, and 9.00 for 8.25."""
    marks = _MARKS.findall(model)
    shown = _is_decimal(marks, model, language.numerals.decimal) and len(model) - model.rfind(marks[-1]) == 3
    decimal = marks[-1] if shown else language.numerals.decimal
    places = -int(amount.normalize().as_tuple().exponent)
    if places == 1:
        return f"{digits}0"
    return f"{digits}{decimal}00" if shown and places <= 0 else digits


def _digits(amount: Decimal, grouping: str, decimal: str, least: int = 10000) -> str:
    text = format(amount.normalize(), "f")
    whole, _, part = text.partition(".")
    if abs(amount) >= least and grouping:
        whole = f"{int(whole):,}".replace(",", grouping)
    return whole + decimal + part if part else whole
