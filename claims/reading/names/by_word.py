"""Names of which there are too many for an automaton: looked up by the rarest of their words.

A name begins and ends at the limits of words, so that each of its words (an unbroken row of letters and digits) is a
word of the text. So every word of a text is looked up among the rarest words of the names, and where one is found the
names that have it are held against the text around it. What is found is what the automaton finds; the time goes with
the text and hardly with the number of names, and memory only holds what texts have asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from claims.reading.names.index import Alias, NameIndex

WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 20_000
"""For how many words the names that have them are remembered."""
Listed: TypeAlias = "tuple[int, str, Alias]"
"""Where the word stands in a name, the name, and what it means."""


def by_rarest_word(aliases: Mapping[str, Alias]) -> list[tuple[str, list[Listed]]]:
    """The names by the word of each that the fewest of them have (of equals the first), sorted by these words."""
    often = Counter(word for name in aliases for word in set(WORD.findall(name)))
    found: dict[str, list[Listed]] = {}
    for name, alias in aliases.items():
        rarest = min(WORD.finditer(name), key=lambda word: often[word.group()])
        found.setdefault(rarest.group(), []).append((rarest.start(), name, alias))
    return sorted(found.items(), key=lambda item: item[0])


class NamesByWord(NameIndex):
    """An index of names that ``look_up`` finds by their rarest words."""

    def __init__(self, look_up: Callable[[str], Sequence[Listed]]) -> None:
        self._look_up = look_up
        self._shapes = lru_cache(maxsize=MOST_WORDS)(self._by_shape)

    def alias(self, name: str) -> Alias | None:
        """What a folded name means."""
        listed = (entry for word in WORD.findall(name) for entry in self._look_up(word))
        return next((alias for _, known, alias in listed if known == name), None)

    def _by_shape(self, word: str) -> tuple[tuple[int, int, Mapping[str, Alias]], ...]:
        """The names that have a word, by where it stands in them and how long they are: few for a thousand names."""
        found: dict[tuple[int, int], dict[str, Alias]] = {}
        for offset, name, alias in self._look_up(word):
            found.setdefault((offset, len(name)), {})[name] = alias
        return tuple((offset, length, names) for (offset, length), names in found.items())

    def _matches(self, haystack: str) -> Iterable[tuple[int, int, Alias]]:
        for word in WORD.finditer(haystack):
            for offset, length, names in self._shapes(word.group()):
                first = word.start() - offset
                alias = names.get(haystack[first : first + length]) if first >= 0 else None
                if alias is not None:
                    yield first, first + length, alias
