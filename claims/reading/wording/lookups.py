"""What begins at an item of a sentence, whatever frame asks for it: nouns, names, references, fillers.

All of it is looked up when first asked for and kept for the sentence; none of it depends on the frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.languages.words import words
from claims.model.mention import Mention, MentionKind
from claims.model.values import Number
from claims.reading.items import Item, ItemKind
from claims.reading.lexicon import Lexicon
from claims.reading.names.phrases import NameSpan
from claims.reading.phrases import phrase_at
from claims.reading.wording.begins import CLOSERS, QUOTES
from claims.reading.wording.nouns import nouns_at

MAX_ASIDE = 10
MAX_AGENT = 8
MAX_DIGITS = 18


class Lookups:
    """The items ``first`` up to ``last`` of a block, as frames look at them."""

    __slots__ = ("_fillers", "_first", "_items", "_last", "_lexicon", "_names", "_nouns", "_spelled", "_text")

    def __init__(self, items: Sequence[Item], first: int, last: int, text: str, lexicon: Lexicon) -> None:
        self._items = items
        self._first = first
        self._last = last
        self._text = text
        self._lexicon = lexicon
        self._fillers: dict[int, int] = {}
        self._nouns: dict[int, list[tuple[tuple[str, ...], int]]] = {}
        self._names: dict[int, tuple[NameSpan, ...]] = {}
        self._spelled: dict[int, tuple[str, ...]] = {}

    def spelled(self, item: Item, i: int) -> tuple[str, ...]:
        """The words of a name, for frames that name somebody ("selected by NASA")."""
        found = self._spelled.get(i)
        if found is None:
            found = self._spelled[i] = words(self._text[item.start : item.end])
        return found

    def is_value(self, item: Item) -> bool:
        """Whether the item is a value, or digits that are no quantity in prose (a catalogue number).

        Asked only where a value is expected; such digits are a value from then on.
        """
        if item.kind is ItemKind.VALUE:
            return True
        if item.kind is not ItemKind.WORD or not item.text.isdecimal() or len(item.text) > MAX_DIGITS:
            return False
        if item.mention is None:
            value = Number(Decimal(item.text))
            item.mention = Mention(MentionKind.NUMBER, item.start, item.end, value)
        return True

    def nouns(self, i: int) -> list[tuple[tuple[str, ...], int]]:
        """The attributes whose nouns begin at ``i``, with the item after each noun, longest first."""
        found = self._nouns.get(i)
        if found is None:
            found = self._nouns[i] = nouns_at(self._lexicon.nouns, self._items, i, self._last)
        return found

    def name(self, i: int) -> NameSpan | None:
        """The one name that begins at ``i``."""
        names = self.names(self._items[i], i)
        return names[0] if names else None

    def names(self, item: Item, i: int) -> tuple[NameSpan, ...]:
        """The names, joined by commas and "and", that begin at ``i``."""
        found = self._names.get(i)
        if found is None:
            reader = self._lexicon.names
            may = item.kind is ItemKind.NAME or item.upper or item.text in reader.titles or item.text in reader.articles
            found = reader.several(self._items, i, self._last, self._text, self._names) if may else ()
            self._names[i] = found
        return found

    def reference_end(self, item: Item, i: int) -> int:
        """The item after what can fill {entity} at ``i``: a name, a pronoun, "coalition"; 0 for nothing."""
        if item.kind is ItemKind.NAME:
            return i + 1 if item.mention is not None and item.mention.entities else 0
        if item.kind is not ItemKind.WORD:
            return 0
        if item.text in self._lexicon.class_nouns:
            return i + 1
        length = phrase_at(self._lexicon.pronouns, self._items, i, self._last)
        return i + length if length else 0

    def filler(self, item: Item, i: int) -> int:
        """How many items at ``i`` may stand inside a frame without being part of it; 0 for none."""
        length = self._fillers.get(i, -1)
        if length < 0:
            length = self._fillers[i] = self._filler(item, i)
        return length

    def _filler(self, item: Item, i: int) -> int:
        if item.kind is ItemKind.VALUE:
            mention = item.mention
            return 1 if mention is not None and mention.kind is MentionKind.DATE else 0
        if item.kind is ItemKind.MARK:
            return self._mark_filler(item, i)
        return self._adjunct(item.text, i) or self._small_words(item.text, i)

    def _adjunct(self, word: str, i: int) -> int:
        """How many items tell where, whence or by whom; 0 for none."""
        lexicon = self._lexicon
        if word in lexicon.origins:
            return self._origin(i)
        if word in lexicon.agents:
            return self._agent(i)
        if word in lexicon.locatives and i + 1 < self._last:
            places = self.names(self._items[i + 1], i + 1)
            return places[-1].last - i if places else 0
        return 0

    def _small_words(self, word: str, i: int) -> int:
        """How many items are small words, or tell when; 0 for none."""
        lexicon = self._lexicon
        if word not in lexicon.filler_openers:
            return 0
        length = phrase_at(lexicon.fillers, self._items, i, self._last)
        if length:
            return length
        for table in (lexicon.time_in, lexicon.time_as_of):
            length = phrase_at(table, self._items, i, self._last)
            after = i + length
            if length and after < self._last and self._items[after].kind is ItemKind.VALUE:
                dated = self._filler(self._items[after], after)
                return length + dated if dated else 0
        return 0

    def _origin(self, i: int) -> int:
        """How many items tell where a value came from ("from 2 million in 2022"), where the new one follows."""
        items, after = self._items, i + 2
        if after >= self._last or items[i + 1].kind is not ItemKind.VALUE:
            return 0
        length = phrase_at(self._lexicon.time_in, items, after, self._last)
        if length and after + length < self._last and items[after + length].kind is ItemKind.VALUE:
            after += length + 1
        return after - i

    def _agent(self, i: int) -> int:
        """How many items tell who did it ("by twelve countries"), where a place or a time follows."""
        lexicon, items = self._lexicon, self._items
        for j in range(i + 1, min(self._last - 1, i + MAX_AGENT)):
            item = items[j]
            if item.kind is ItemKind.MARK:
                return 0
            if j > i + 1 and (item.text in lexicon.locatives or item.text in lexicon.time_in):
                return j - i
        return 0

    def _mark_filler(self, item: Item, i: int) -> int:
        following = self._items[i + 1] if i + 1 < self._last else None
        if item.text in QUOTES and (i > self._first and self._items[i - 1].kind is ItemKind.NAME):
            return 1
        if item.text in QUOTES and following is not None and following.kind is ItemKind.NAME:
            return 1
        return self._aside(i, CLOSERS[item.text]) if item.text in CLOSERS else 0

    def _aside(self, i: int, closer: str) -> int:
        for j in range(i + 1, min(self._last, i + MAX_ASIDE)):
            if self._items[j].kind is ItemKind.MARK and self._items[j].text == closer:
                return j + 1 - i
        return 0
