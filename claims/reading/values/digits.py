"""Numbers in digits: grouping, decimals, and the look-alikes that are none (versions, times, identifiers).

A digit run is met first; a local pattern then takes the whole written number. Which mark groups and which is
the decimal one follows the language, except where only the other reading is possible (``5,00`` in English).
"""

from __future__ import annotations

import re
from decimal import Decimal

from claims.languages.language import Numerals
from claims.languages.tokens import Tokens
from claims.reading.values.numeral import Numeral

_WRITTEN = re.compile(
    r"(?:([0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3})(?![0-9])"  # Indian grouping
    r"|([0-9]{1,3})([ ,.'])([0-9]{3})((?:\3[0-9]{3})*)(?![0-9])"
    r"|([0-9]+))"
    r"(?:([.,])([0-9]+))?"
)
_LONGEST = 24
_JOINTS = ".,:/\\_-'"


def read_digits(tokens: Tokens, index: int, numerals: Numerals) -> Numeral | None:
    """The number whose digits start at token ``index``, or ``None`` for what only looks like one."""
    start = tokens.starts[index]
    match = _WRITTEN.match(tokens.folded, start)
    if match is None:
        return None
    whole, part, end = _read(match, tokens.text, numerals.decimal)
    if len(whole) + len(part) > _LONGEST or not _stands_free(tokens.folded, start, end):
        return None
    plain = end - start == len(whole)
    if plain and len(whole) > 1 and whole[0] == "0":
        return None
    if start and tokens.folded[start - 1] == "." and plain:
        part, whole, start, index, plain = whole, "0", start - 1, index - 1, False
    last = index + 1 if plain else tokens.index_at(end, index + 1)
    amount = Decimal(f"{whole}.{part}") if part else Decimal(whole)
    return Numeral(index, last, start, end, amount, Decimal((0, (1,), -len(part))), digits=True, plain=plain)


def _read(match: re.Match[str], text: str, decimal: str) -> tuple[str, str, int]:
    """The digits before and after the decimal mark, and where the number ends."""
    indian, head, mark, group, more, run, point, part = match.groups()
    if indian:
        return indian.replace(",", ""), part or "", match.end()
    if head is None:
        if point and _is_decimal(run, point, part, decimal):
            return run, part, match.end()
        return run, "", match.end(6)
    if not more and not part and (mark == decimal or head == "0") and mark in ".,":
        return head, group, match.end(5)
    if mark == " " and "\n" in text[match.start() : match.end(5)]:
        return head, "", match.end(2)
    end = match.end() if part and point != mark else match.end(5)
    return head + group + more.replace(mark, ""), part if part and point != mark else "", end


def _is_decimal(run: str, point: str, part: str, decimal: str) -> bool:
    return point == decimal or (len(run) < 4 and len(part) < 4) or (point == "." and len(part) != 3)


def _stands_free(folded: str, start: int, end: int) -> bool:
    """Whether no letter, digit or joint ties the digits to something bigger: ``A4``, ``3.11.2``, ``10:30``."""
    before, after = folded[max(start - 2, 0) : start], folded[end : end + 2]
    if before and (before[-1].isalnum() or before[-1] in "_#\\@&="):
        return False
    if len(before) == 2 and before[1] in _JOINTS and before[0].isalnum():
        return before[1] in "-'" and not before[0].isalpha() or before[1] == "," or before == "l'"
    if before and before[-1] == "/":
        return False
    return not (len(after) == 2 and after[0] in ".:,/_\\" and after[1].isdigit())
