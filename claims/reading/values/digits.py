"""Numbers in digits: grouping, decimals, and the look-alikes that are none (versions, times, identifiers).

A digit run is met first; a local pattern then takes the whole written number. Which mark groups and which is
the decimal one follows the language, except where only the other reading is possible (``5,00`` in English).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal, localcontext

from claims.dataclasses import dataclass, replace
from claims.languages.language import Numerals
from claims.languages.tokens import Tokens
from claims.reading.values.numeral import Numeral, tidy

_WRITTEN = re.compile(
    r"(?:([0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3})(?![0-9])"  # Indian grouping
    r"|([0-9]{1,3})([ ,.'])([0-9]{3})((?:\3[0-9]{3})*)(?![0-9])"
    r"|([0-9]+))"
    r"(?:([.,])([0-9]+))?"
)
_EXPONENT = re.compile(r"(?:e\+?| ?[x×*] ?10\^?\+?)(-?[0-9]{1,2})(?![0-9a-z])")
_POWER = re.compile(r"\^\+?(-?[0-9]{1,2})(?![0-9a-z])")
_COUNTED = re.compile(r"[0-9]-[a-z]{2,4}-$")
_PREFIX = re.compile(r"(?<![a-z])([a-z]{2,5})-$")
_LONGEST_PREFIX = 7
_POWER_SIGNS = frozenset({"e", "x", "×", "*", "^", " "})
_LONGEST = 24
_JOINTS = ".,:/\\_-'"


@dataclass(frozen=True, slots=True)
class _Written:
    """The digits before and after the decimal mark, and where the number ends."""

    whole: str
    part: str
    end: int


def read_digits(tokens: Tokens, index: int, numerals: Numerals, *, led: bool = False) -> Numeral | None:
    """The number whose digits start at token ``index``, or ``None`` for what only looks like one.

    ``led`` says that a currency stands before it, so that letters may touch it (``USD3.14``).
    """
    folded, start = tokens.folded, tokens.starts[index]
    match = _WRITTEN.match(folded, start)
    if match is None:
        return None
    written = _read(match, tokens.text, numerals.decimal)
    whole, part, end = written.whole, written.part, written.end
    if len(whole) + len(part) > _LONGEST or not _stands_free(folded, start, end, numerals.prefixes, led=led):
        return None
    plain = end - start == len(whole)
    if plain and start and folded[start - 1] in ".,":
        # Nothing but space stands before the mark, else it would not stand free: ".77".
        whole, part, start, index, plain = "0", whole, start - 1, index - 1, False
    elif plain and len(whole) > 1 and whole[0] == "0":
        return None
    amount, step = Decimal(f"{whole}.{part}" if part else whole), Decimal((0, (1,), -len(part)))
    last = index + 1 if plain else tokens.index_at(end, index + 1)
    number = Numeral(index, last, start, end, amount, step, digits=True, plain=plain)
    return _with_power(tokens, number) if folded[end : end + 1] in _POWER_SIGNS else number


def _with_power(tokens: Tokens, number: Numeral) -> Numeral:
    """``number`` with the power that is written behind it: ``1.3e6``, ``6.2 x 10^-4``, ``10^6``."""
    if exponent := _EXPONENT.match(tokens.folded, number.end):
        power, end = int(exponent[1]), exponent.end()
        amount, step = number.amount.scaleb(power), number.step.scaleb(power)
    elif raised := _POWER.match(tokens.folded, number.end):
        amount, step, end = _raised(number.amount, int(raised[1])), number.step, raised.end()
    else:
        return number
    last = tokens.index_at(end, number.last)
    return replace(number, last=last, end=end, amount=tidy(amount), step=tidy(step), plain=False)


def _read(match: re.Match[str], text: str, decimal: str) -> _Written:
    indian, head, mark, group, more, run, point, part = match.groups()
    if indian:
        return _Written(indian.replace(",", ""), part or "", match.end())
    if run:
        if point and _is_decimal(run, point, part, decimal):
            return _Written(run, part, match.end())
        return _Written(run, "", match.end(6))
    if not more and not part and mark in ".," and (mark == decimal or head == "0"):
        return _Written(head, group, match.end(5))
    if mark == " " and "\n" in text[match.start() : match.end(5)]:
        return _Written(head, "", match.end(2))
    whole = head + group + more.replace(mark, "")
    return _Written(whole, part, match.end()) if part and point != mark else _Written(whole, "", match.end(5))


def _is_decimal(run: str, point: str, part: str, decimal: str) -> bool:
    return point == decimal or (len(run) < 4 and len(part) < 4) or (point == "." and len(part) != 3)


def _raised(amount: Decimal, power: int) -> Decimal:
    with localcontext() as context:
        context.prec = _LONGEST
        return amount**power if amount or power > 0 else amount


def _stands_free(folded: str, start: int, end: int, prefixes: Collection[str], *, led: bool) -> bool:
    """Whether no letter, digit or joint ties the digits to something bigger: ``A4``, ``3.11.2``, ``10:30``."""
    after = folded[end : end + 2]
    if len(after) == 2 and after[0] in ".:,_\\" and after[1].isdecimal():
        return False
    return (
        led
        or _starts_free(folded[max(start - 2, 0) : start])
        or _COUNTED.search(folded, max(start - 8, 0), start) is not None
        or _is_prefixed(folded, start, prefixes)
    )


def _is_prefixed(folded: str, start: int, prefixes: Collection[str]) -> bool:
    """Whether a hyphen ties nothing but a prefix to the digits (*mid-19th*)."""
    match = _PREFIX.search(folded, max(start - _LONGEST_PREFIX, 0), start)
    return match is not None and match[1] in prefixes


def _starts_free(before: str) -> bool:
    if not before:
        return True
    if before[-1].isalnum() or before[-1] in "_#\\@&=/":
        return False
    if len(before) == 2 and before[1] in _JOINTS and before[0].isalnum():
        # "60-70" and "l'84" are two things; "F-16", "2.5.1" and "x:3" are one.
        return before[1] == "'" or (before[1] == "-" and before[0].isdecimal())
    return True
