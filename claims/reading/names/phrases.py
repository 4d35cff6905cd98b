"""Names where a name is expected: known or unknown, one or several joined by "and".

"présidée par le secrétaire d'État américain Antony Blinken" gives *Antony Blinken*: titles (language data)
and small words before a name are passed over, and an unknown name is a run of capitalised words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.dataclasses import dataclass
from claims.model.values import EntityRef, Text, Value
from claims.reading.items import Item, ItemKind
from claims.reading.phrases import PhraseTable, phrase_at

MAX_TITLE = 8
MAX_NAMES = 60
MAX_WORDS = 16
"""How many words and marks one unknown name may have."""


class NameSpan(NamedTuple):
    """Items ``first`` up to, not including, ``last``, which are one name, and what it means as a value."""

    first: int
    last: int
    value: Value


@dataclass(frozen=True, slots=True)
class NameReader:
    """Reads names at a place. The tables come from a language's grammar, ``offices`` are entities by id."""

    articles: frozenset[str]
    particles: frozenset[str]
    joiners: PhraseTable
    titles: PhraseTable
    offices: frozenset[str]
    small: frozenset[str]

    def one(self, items: Sequence[Item], start: int, last: int, text: str) -> NameSpan | None:
        """The name that begins at ``start``, titles and articles passed over; ``None`` if none does."""
        i = start
        while i < min(last, start + MAX_TITLE):
            item = items[i]
            if item.kind is ItemKind.NAME:
                if not self._is_title(items, i, last):
                    return self._known(items, i, text)
                i += 1
                continue
            length = phrase_at(self.titles, items, i, last) if item.text in self.titles else 0
            if length:
                i += length
            elif item.kind is ItemKind.WORD and item.text in self.articles and not self._is_name(items, i, last):
                i += 1
            elif item.kind is ItemKind.MARK and item.text == "." and i > start:
                i += 1
            elif self._is_name(items, i, last):
                return self._unknown(items, i, last, text)
            else:
                return None
        return None

    def several(
        self, items: Sequence[Item], start: int, last: int, text: str, known: dict[int, tuple[NameSpan, ...]]
    ) -> tuple[NameSpan, ...]:
        """The names joined by commas and "and" from ``start`` on, ``MAX_NAMES`` at most.

        ``known`` are the names found so far by where they begin, for one ``last``; it grows by these.
        """
        read: list[tuple[int, NameSpan]] = []
        i = start
        while i not in known and (name := self.one(items, i, last, text)) is not None:
            read.append((i, name))
            i = self._after_joint(items, name.last, last)
            if i == name.last:
                break
        found = known.get(i, ()) if not read or i != read[-1][1].last else ()
        for i, name in reversed(read):
            found = known[i] = known[name.first] = (name, *found)[:MAX_NAMES]
        return found

    def before(self, items: Sequence[Item], first: int, end: int, text: str) -> tuple[NameSpan, ...]:
        """The names joined together that end at item ``end`` (not included), not reaching before ``first``."""
        known: dict[int, tuple[NameSpan, ...]] = {}
        for start in range(max(first, end - MAX_NAMES), end):
            names = self.several(items, start, end, text, known)
            if names and names[-1].last == end:
                return names
        return ()

    def _is_title(self, items: Sequence[Item], i: int, last: int) -> bool:
        """Whether a known name is an office that stands before the name of who holds it."""
        mention = items[i].mention
        if mention is None or not mention.entities or not self.offices.issuperset(mention.entities):
            return False
        return i + 1 < last and (items[i + 1].kind is ItemKind.NAME or self._is_name(items, i + 1, last))

    def _known(self, items: Sequence[Item], i: int, text: str) -> NameSpan:
        mention = items[i].mention
        assert mention is not None  # noqa: S101 (names have a mention)
        one = len(mention.entities) == 1
        return NameSpan(i, i + 1, EntityRef(mention.entities[0]) if one else Text(text[mention.start : mention.end]))

    def _unknown(self, items: Sequence[Item], i: int, last: int, text: str) -> NameSpan:
        end = i + 1
        j = i + 1
        while j < min(last, i + MAX_WORDS):
            item = items[j]
            if item.kind is ItemKind.WORD and item.upper and item.text not in self.small:
                end = j = j + 1
            elif item.kind is ItemKind.MARK and item.text == "." and items[j - 1].end - items[j - 1].start <= 2:
                j += 1
            elif item.kind is ItemKind.WORD and item.text in self.particles and j - end < 2:
                j += 1
            else:
                break
        return NameSpan(i, end, Text(text[items[i].start : items[end - 1].end]))

    def _is_name(self, items: Sequence[Item], i: int, last: int) -> bool:
        item = items[i]
        capital = item.kind is ItemKind.WORD and item.upper and not item.text.isdigit()
        return capital and item.text not in self.small and i < last

    def _after_joint(self, items: Sequence[Item], i: int, last: int) -> int:
        start = i
        if i < last and items[i].text == "," and items[i].kind is ItemKind.MARK:
            i += 1
        if i < last:
            i += phrase_at(self.joiners, items, i, last)
        return i if i > start else start
