"""Numbers as people write them into files: ``84``, ``-3.5``, ``9,99 €``, ``1 500 000``, ``40 %``, ``3.5 million``.

A point is a decimal mark; so is a single comma, but for ``1,500``, which could be either and is refused. Spaces,
apostrophes, and points or commas that come several times, group thousands. What is behind the digits is a unit.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal

from claims.loading.mistakes import MisreadError
from claims.loading.spelling import quoted
from claims.loading.units import known_units, split_scale, unit_of
from claims.model.values import Number

_GROUPING = "'’ \u00a0\u202f"
_FORM = re.compile(rf"([+\-\u2212]?)\s*(\d[\d.,{_GROUPING}]*)([eE][+-]?\d{{1,2}}(?!\d))?", re.ASCII)
_GROUPS = re.compile(rf"[{_GROUPING}]")
_TRAILING = re.compile(r"\D+$", re.ASCII)
_MOST_DIGITS = 200
_MOST_SIGN = 4
_EXACT = Context(prec=2 * _MOST_DIGITS)


class AmbiguousError(MisreadError):
    """Digits that can be read as two numbers, between which nobody may guess."""


def read_number(text: str) -> Number:
    """A number with the unit written at it. Raises :class:`~claims.loading.mistakes.MisreadError`."""
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        return Number(Decimal(text))
    sign = _leading_sign(text)
    match = _FORM.match(text, len(sign))
    if match is None:
        raise MisreadError(f"{quoted(text)} is no number", "write digits, such as 84 or 3.5")
    minus, digits, exponent = match.groups()
    digits = digits if exponent else _TRAILING.sub("", digits)
    if len(digits) > _MOST_DIGITS:
        raise MisreadError(f"{quoted(text)} has too many digits", f"at most {_MOST_DIGITS}")
    behind = text[match.end() if exponent else match.start(2) + len(digits) :].strip()
    factor, behind = split_scale(behind)
    amount = Decimal(("-" if minus in ("-", "\u2212") else "") + plain_digits(digits) + (exponent or ""))
    unit = _unit(sign, behind, text)
    step = Decimal((0, (1,), int(amount.as_tuple().exponent)))
    if factor == 1 and not exponent:
        return Number(amount, unit, step)
    return Number(_plain(_EXACT.multiply(amount, factor)), unit, _plain(step * factor))


def _plain(amount: Decimal) -> Decimal:
    """The same number without an exponent, and without a fraction that is zero."""
    whole = _EXACT.to_integral_value(amount)
    return _EXACT.quantize(whole, Decimal(1)) if whole == amount else amount


def looks_like_number(text: str) -> bool:
    """Whether the text begins as a number does, with a sign or currency mark at most before it."""
    return _FORM.match(text, len(_leading_sign(text))) is not None


def plain_digits(digits: str) -> str:
    """Digits without grouping, with a point as decimal mark. Raises ``MisreadError`` where that cannot be told."""
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return "".join(_check_groups(_GROUPS.split(digits), digits))
    if len(set(marks)) == 1 and len(marks) > 1:
        return "".join(_check_groups(digits.split(marks[0]), digits))
    decimal = marks[-1]
    whole, fraction = digits.rsplit(decimal, 1)
    if decimal == "," and len(fraction) == 3 and whole.isdigit() and 1 <= len(whole) <= 3 and whole[0] != "0":
        raise AmbiguousError(
            f"{quoted(digits)} could be {whole}{fraction} or {whole}.{fraction}", "write one of the two"
        )
    if not fraction.isdigit() or decimal in whole:
        raise MisreadError(f"{quoted(digits)} is no number", "write thousands without marks")
    groups = re.split(f"[.,{_GROUPING}]", whole)
    return "".join(_check_groups(groups, digits)) + "." + fraction


def _check_groups(groups: list[str], digits: str) -> list[str]:
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:])):
        raise MisreadError(f"{quoted(digits)} is no number", "thousands come in groups of three digits")
    return groups


def _leading_sign(text: str) -> str:
    """A currency mark before the digits, with the space behind it."""
    length = next(
        (index for index, char in enumerate(text[: _MOST_SIGN + 1]) if char.isdigit() or char in "+-\u2212"), 0
    )
    return text[:length]


def _unit(before: str, behind: str, text: str) -> str | None:
    if before.strip() and behind:
        raise MisreadError(f"{quoted(text)} is no number", "write the unit once, behind the digits")
    written = before.strip() or behind
    if not written:
        return None
    unit = unit_of(written)
    if unit is None and written.startswith("(") and written.endswith(")"):
        return None
    if unit is None:
        hint = "write a unit such as km, EUR or %, or the number alone"
        raise MisreadError(f"unknown unit {quoted(written)}", hint, word=written, known=known_units())
    return unit
