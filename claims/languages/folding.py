"""Folding: one form for what readers take as the same, code point by code point.

Case, accents, typographic apostrophes, hyphens and spaces are levelled. The folded text has exactly as many
code points as the text, so offsets in one are offsets in the other. Decomposed accents are composed first
(:func:`compose`), which does change lengths and therefore returns a map.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_APOSTROPHES = "\u2019\u2018\u02bc\u00b4\u0060\u2032\uff07"
_HYPHENS = "\u2010\u2011\u00ad\u2212\ufe63\uff0d"
_SPACES = (
    "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_MARK = re.compile("[\u0300-\u036f]")
_ACCENTED = ((0x00C0, 0x0250), (0x1E00, 0x1F00))


def fold(text: str) -> str:
    """The folded form, as long as ``text``."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_table())


def compose(text: str) -> tuple[str, tuple[int, ...] | None]:
    """``text`` with decomposed accents composed, and where each code point of it began (``None``: unchanged).

    The map has one entry more than the composed text: the length of ``text``.
    """
    if text.isascii() or _MARK.search(text) is None:
        return text, None
    composed: list[str] = []
    starts: list[int] = []
    for index, char in enumerate(text):
        joined = unicodedata.normalize("NFC", composed[-1] + char) if composed and unicodedata.combining(char) else ""
        if len(joined) == 1:
            composed[-1] = joined
        else:
            composed.append(char)
            starts.append(index)
    return "".join(composed), (*starts, len(text))


@cache
def _table() -> dict[int, str]:
    table = dict.fromkeys(map(ord, _APOSTROPHES), "'")
    table |= dict.fromkeys(map(ord, _HYPHENS), "-")
    table |= dict.fromkeys(map(ord, _SPACES), " ")
    for first, last in _ACCENTED:
        for code in range(first, last):
            base = unicodedata.normalize("NFD", chr(code))[0].lower()
            if base.isascii() and len(base) == 1:
                table[code] = base
    return table
