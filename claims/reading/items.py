"""A block of prose as a row of items: words, marks, values and names.

Everything after this works on items, never on characters, so that "84", "quatre-vingt-quatre" and "l'OTAN"
are each one thing. Offsets are code points in the block's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from claims.languages.words import PIECE, Folded
from claims.model.mention import Mention, MentionKind

_CLOSERS = "»”\"')]"
_NAMES = frozenset({MentionKind.ENTITY, MentionKind.NAME})


class ItemKind:
    """What an item is. Plain words and no enumeration, whose members cost ten times as much to look at."""

    WORD: Final = "word"
    MARK: Final = "mark"
    VALUE: Final = "value"
    NAME: Final = "name"


@dataclass(slots=True)
class Item:
    """One word, mark, value or name (``kind``). ``text`` is folded; ``upper`` says that it is written with a capital."""

    kind: str
    start: int
    end: int
    text: str
    upper: bool
    mention: Mention | None = None


def pieces(folded: Folded, text: str) -> Iterator[Item]:
    """The words and marks of a text, in order."""
    offsets = folded.offsets
    for match in PIECE.finditer(folded.text):
        start, end = match.span() if offsets is None else folded.origin(match.start(), match.end())
        piece = match.group()
        word = piece[0].isalnum()
        yield Item(ItemKind.WORD if word else ItemKind.MARK, start, end, piece, word and text[start].isupper())


def assemble(plain: Iterable[Item], mentions: Sequence[Mention]) -> tuple[Item, ...]:
    """Put mentions (sorted, not overlapping) in the place of the words they cover, hedges included."""
    items: list[Item] = []
    waiting = iter(mentions)
    mention = next(waiting, None)
    for item in plain:
        while mention is not None and _extent(mention)[1] <= item.start:
            mention = next(waiting, None)
        if mention is None or item.end <= _extent(mention)[0]:
            items.append(item)
        elif not items or items[-1].mention is not mention:
            kind = ItemKind.NAME if mention.kind in _NAMES else ItemKind.VALUE
            items.append(Item(kind, *_extent(mention), item.text, item.upper, mention))
    return tuple(items)


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
    for i, item in enumerate(items):
        if item.kind is ItemKind.MARK and _closes(items, i, text, abbreviations):
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
    return mark == ";" or (mark in ".!?…" and _ends(items, i, text, abbreviations))


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
        following is None or following.kind is not ItemKind.WORD or following.upper or text[item.end :].startswith("\n")
    )


def _glued(items: Sequence[Item], i: int) -> bool:
    """Whether a full stop with no space after it still ends a sentence: "in 1963.He was" but not "e.g.the"."""
    if not 0 < i < len(items) - 1:
        return False
    before, after = items[i - 1], items[i + 1]
    return before.end - before.start > 2 and after.upper and after.kind is ItemKind.WORD and after.end - after.start > 1
