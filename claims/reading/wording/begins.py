"""What a word can begin in a sentence: a noun, a reference, a name, a frame...

Worked out once for every word. Most words of a text begin nothing, and the search is done with them after one
look.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from claims.reading.items import Item, ItemKind
from claims.reading.wording.automaton import MAX_STEM, beginnings

NOUN: Final = 1
CLASS_NOUN: Final = 2
PRONOUN: Final = 4
NAME: Final = 8
VALUE: Final = 16
FILLER: Final = 32
FRAME: Final = 64
NAMED: Final = 128
"""Written with a capital, or no plain word or mark."""

CLOSERS = {"(": ")", "–": "–", "—": "—", ",": ",", '"': '"', "“": "”", "«": "»"}
"""Marks that open an aside, and what closes it."""
MOST_WORDS = 100_000
"""How many words are remembered; what others begin is worked out each time."""
QUOTES = frozenset('"“”«»')
_WANTED = {"value": VALUE | NAME, "noun": NOUN, "addend": VALUE, "entity": CLASS_NOUN | PRONOUN | NAMED}
_VALUE = VALUE | FILLER | NAMED


def wanted(slot: str) -> int:
    """What an item must begin to fill a slot."""
    return _WANTED.get(slot, NAME)


class Beginnings(dict[str, int]):
    """What each word can begin, as the sum of the above; it works out each word once.

    ``words`` gives the words for each of these, ``stems`` the beginnings of words with which a frame may open.
    """

    def __init__(self, words: Mapping[int, Iterable[str]], stems: Collection[str]) -> None:
        super().__init__(dict.fromkeys((*CLOSERS, *QUOTES), FILLER))
        self.stems = frozenset(stems)
        for what, group in words.items():
            for word in group:
                self[word] = self.get(word, self._unlisted(word)) | what

    @classmethod
    def of_known(cls, known: Mapping[str, int], stems: Collection[str]) -> Beginnings:
        """What another has worked out, and goes on from."""
        begins = cls({}, stems)
        begins.update(known)
        return begins

    def __missing__(self, word: str) -> int:
        begins = self._unlisted(word)
        if len(self) < MOST_WORDS and len(word) <= MAX_STEM:
            self[word] = begins
        return begins

    def _unlisted(self, word: str) -> int:
        if word.isdecimal():
            return VALUE
        return FRAME if self.stems and any(beginning in self.stems for beginning in beginnings(word)) else 0

    def of(self, item: Item) -> int:
        """What an item can begin."""
        if item.kind == ItemKind.VALUE:
            return _VALUE
        begins = self[item.text]
        if item.kind == ItemKind.NAME:
            return (begins & (FILLER | FRAME)) | NAME | NAMED
        return begins | NAME | NAMED if item.upper else begins
