"""A block of prose as a row of items: words, marks, values and names.

Everything after this works on items, never on characters, so that "84", "quatre-vingt-quatre" and "l'OTAN"
are each one thing. Offsets are code points in the block's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, repeat
from operator import attrgetter
from typing import Final

from claims.dataclasses import dataclass
from claims.languages.words import MARKS, PIECE, Folded
from claims.model.mention import Mention, MentionKind

_CLOSERS = "»”\"')]"
_STOPS = frozenset(";.!?…")
_NAMES = frozenset({MentionKind.ENTITY, MentionKind.NAME})
_CUT = re.compile(f"({PIECE.pattern})")


class ItemKind:
    """What an item is. Plain words and no enumeration, whose members cost ten times as much to look at."""

    WORD: Final = "word"
    MARK: Final = "mark"
    VALUE: Final = "value"
    NAME: Final = "name"


_MARKS = dict.fromkeys(MARKS, ItemKind.MARK)


@dataclass(slots=True)
class Item:
    """One word, mark, value or name (``kind``). ``text`` is folded; ``upper``: it is written with a capital."""

    kind: str
    start: int
    end: int
    text: str
    upper: bool
    mention: Mention | None = None


def is_date(item: Item) -> bool:
    """Whether an item is a date."""
    mention = item.mention
    return item.kind == ItemKind.VALUE and mention is not None and mention.kind is MentionKind.DATE


def is_plain(item: Item) -> bool:
    """Whether an item is a word or a mark and no digits."""
    return item.mention is None and not item.text.isdecimal()


_start_of, _end_of = attrgetter("start"), attrgetter("end")


def pieces(folded: Folded, text: str) -> list[Item]:
    """The words and marks of a text, in order."""
    parts = _CUT.split(folded.text)
    ends = list(accumulate(map(len, parts)))
    texts, starts, stops = parts[1::2], ends[:-1:2], ends[1::2]
    if folded.offsets is not None:
        spans = list(map(folded.origin, starts, stops))
        starts, stops = [start for start, _ in spans], [end for _, end in spans]
    kinds = map(_MARKS.get, texts, repeat(ItemKind.WORD))
    capitals = map(str.isupper, map(text.__getitem__, starts))
    return list(map(Item, kinds, starts, stops, texts, capitals))


def assemble(plain: Sequence[Item], mentions: Sequence[Mention]) -> tuple[Item, ...]:
    """Put mentions (sorted, not overlapping) in the place of the words they cover, hedges included."""
    items: list[Item] = []
    at = 0
    for mention in mentions:
        start, end = _extent(mention)
        first = bisect_right(plain, start, at, key=_end_of)
        last = bisect_left(plain, end, first, key=_start_of)
        items += plain[at:first]
        if first < last:
            kind = ItemKind.NAME if mention.kind in _NAMES else ItemKind.VALUE
            items.append(Item(kind, start, end, plain[first].text, plain[first].upper, mention))
        at = last
    return (*items, *plain[at:])


def _extent(mention: Mention) -> tuple[int, int]:
    return (mention.outer.start, mention.outer.end) if mention.outer else (mention.start, mention.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Items ``first`` up to, not including, ``last`` of a block. ``question`` where it ends in a question mark."""

    first: int
    last: int
    question: bool = False


def sentences(items: Sequence[Item], text: str, abbreviations: frozenset[str]) -> tuple[Sentence, ...]:
    """Split a block into sentences: at ``;``, and at ``.!?…`` before a space and no small letter."""
    found: list[Sentence] = []
    first = 0
    for i in [i for i, item in enumerate(items) if item.text in _STOPS]:
        item = items[i]
        if item.kind == ItemKind.MARK and _closes(items, i, text, abbreviations):
            last = i + 1
            while last < len(items) and items[last].kind is ItemKind.MARK and items[last].text in _CLOSERS:
                if items[last].start > items[last - 1].end:
                    break
                last += 1
            if last > first:
                found.append(Sentence(first, last, item.text == "?"))
            first = last
    if first < len(items):
        found.append(Sentence(first, len(items)))
    return tuple(found)


def _closes(items: Sequence[Item], i: int, text: str, abbreviations: frozenset[str]) -> bool:
    mark = items[i].text
    return mark == ";" or _ends(items, i, text, abbreviations)


def _ends(items: Sequence[Item], i: int, text: str, abbreviations: frozenset[str]) -> bool:
    item = items[i]
    after = text[item.end : item.end + 1]
    if item.text == "." and i:
        before = items[i - 1]
        short = before.text in abbreviations or (len(before.text) == 1 and before.upper)
        if short and before.end == item.start and before.kind is ItemKind.WORD:
            return False
    if after and not after.isspace() and after not in _CLOSERS and not (item.text == "." and _glued(items, i)):
        return False
    following = items[i + 1] if i + 1 < len(items) else None
    return (
        following is None or following.kind is not ItemKind.WORD or following.upper or text.startswith("\n", item.end)
    )


def _glued(items: Sequence[Item], i: int) -> bool:
    """Whether a full stop with no space after it still ends a sentence: "in 1963.He was" but not "e.g.the"."""
    if not 0 < i < len(items) - 1:
        return False
    before, after = items[i - 1], items[i + 1]
    return before.end - before.start > 2 and after.upper and after.kind is ItemKind.WORD and after.end - after.start > 1
