"""What a word can begin in a sentence: a noun, a reference, a name, a frame, a negation...

Worked out once for every word. Most words of a text begin nothing, and the search is done with them after one
look; most sentences hold no word of a kind, and nobody looks for its phrases there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
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
POSSESSIVE: Final = 256
PART: Final = 512
CHANGE: Final = 1024
HYPOTHETICAL: Final = 2048
NEGATION: Final = 4096
THEN: Final = 8192
SAYING: Final = 16384
RESPECTIVELY: Final = 32768

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

    def row(self, items: Sequence[Item], first: int, last: int, salient: Iterable[int]) -> list[int]:
        """What the items ``first`` up to ``last`` can begin; all that are no plain small words are ``salient``."""
        begins = [self[item.text] for item in items[first:last]]
        for i in salient:
            begins[i - first] = self.of(items[i])
        return begins

    def of(self, item: Item) -> int:
        """What an item can begin."""
        if item.kind == ItemKind.VALUE:
            return _VALUE
        begins = self[item.text]
        if item.kind == ItemKind.NAME:
            return (begins & (FILLER | FRAME)) | NAME | NAMED
        return begins | NAME | NAMED if item.upper else begins
