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
from typing import TypeAlias

from claims.reading.names.index import Alias, NameIndex

WORD = re.compile(r"[^\W_]+")
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

    def alias(self, name: str) -> Alias | None:
        """What a folded name means."""
        listed = (entry for word in WORD.findall(name) for entry in self._look_up(word))
        return next((alias for _, known, alias in listed if known == name), None)

    def _matches(self, haystack: str) -> Iterable[tuple[int, int, Alias]]:
        for word in WORD.finditer(haystack):
            for offset, name, alias in self._look_up(word.group()):
                first = word.start() - offset
                if first >= 0 and haystack.startswith(name, first):
                    yield first, first + len(name), alias
