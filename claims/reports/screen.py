"""What a terminal shows: widths of characters, harmless text, excerpts with the place underlined, colours."""

from __future__ import annotations

import unicodedata

from claims.dataclasses import dataclass

_TAB = 4
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CODES = {"error": "1;31", "warning": "1;33", "note": "1;36", "good": "32", "dim": "2", "bold": "1"}


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours by the names of severities, ``good``, ``dim`` and ``bold``; none where ``on`` is false."""

    on: bool = False

    def __call__(self, text: str, style: str) -> str:
        """The text in a style."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.on and text else text


def harmless(text: str) -> str:
    """The text on one line without what would steer a terminal: control and direction characters are replaced."""
    flat = text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    if flat.isprintable():
        return flat
    return "".join("\N{REPLACEMENT CHARACTER}" if _steers(char) else char for char in flat)


def _steers(char: str) -> bool:
    return char in _BIDIRECTIONAL or unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"}


def width(text: str) -> int:
    """How many columns a terminal gives to a text without tabs."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a line for the screen, and the columns (from 0) of what is underlined in it."""

    text: str
    start: int
    length: int


def excerpt(line: str, start: int, end: int, columns: int) -> Excerpt:
    """Cut ``line`` around code points ``start`` to ``end`` so that it fits in ``columns``.

    Leading space goes, tabs become spaces, and what was cut is shown by an ellipsis. At least one column is
    underlined, and nothing beyond the end of the line.
    """
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    marked = _shown(line[start:end])
    room = max(columns - width(marked), 20)
    before, after = _shown(line[:start]).lstrip(), _shown(line[end:]).rstrip()
    spared = max(room // 2, room - width(after))
    before = _last(before, min(spared, room))
    after = _first(after, room - width(before))
    marked = _first(marked, max(columns, 20))
    return Excerpt(before + marked + after, width(before), max(1, width(marked)))


def _shown(text: str) -> str:
    return harmless(text.replace("\t", " " * _TAB))


def _last(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    used, start = 1, len(text)
    while start and used + _char_width(text[start - 1]) <= columns:
        start -= 1
        used += _char_width(text[start])
    return f"…{text[start:]}"


def _first(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    used, end = 1, 0
    while end < len(text) and used + _char_width(text[end]) <= columns:
        used += _char_width(text[end])
        end += 1
    return f"{text[:end]}…"
