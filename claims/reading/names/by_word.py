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
MANY = 64
"""More names than these stand apart by the word beside the one they share."""
MORE = ""
"""A name that is none: it says that further names stand under the word and the one beside it."""
Listed: TypeAlias = "tuple[int, str, Alias]"
"""Where the word stands in a name, the name, and what it means."""
_Shape: TypeAlias = "tuple[int, int, Mapping[str, Alias]]"


def by_rarest_word(aliases: Mapping[str, Alias], many: int = MANY) -> list[tuple[str, list[Listed]]]:
    """The names by the word of each that the fewest of them have (of equals the first), sorted by these words.

    Where more than ``many`` have it, they stand under it and the word behind it (else the one before it), two
    words with a space between, and it has an entry called :data:`MORE`.
    """
    often = Counter(word for name in aliases for word in set(WORD.findall(name)))
    found: dict[str, list[Listed]] = {}
    for name, alias in aliases.items():
        rarest = min(WORD.finditer(name), key=lambda word: often[word.group()])
        found.setdefault(rarest.group(), []).append((rarest.start(), name, alias))
    for word in [word for word, names in found.items() if len(names) > many]:
        _set_apart(word, found)
    return sorted(found.items(), key=lambda item: item[0])


def _set_apart(word: str, found: dict[str, list[Listed]]) -> None:
    """Put the names that share a word under it and the word beside it; those of one word stay."""
    names = found[word]
    found[word] = [(0, MORE, names[0][2])]
    for offset, name, alias in names:
        found.setdefault(_pair(name, offset, offset + len(word)), []).append((offset, name, alias))


def _pair(name: str, start: int, end: int) -> str:
    """The word at ``start`` to ``end`` of a name with the one behind it, else with the one before it, else alone."""
    word, behind = name[start:end], WORD.search(name, end)
    if behind is not None:
        return f"{word} {behind.group()}"
    before = WORD.findall(name[:start])
    return f"{before[-1]} {word}" if before else word


class NamesByWord(NameIndex):
    """An index of names that ``look_up`` finds by their rarest words."""

    def __init__(self, look_up: Callable[[str], Sequence[Listed]]) -> None:
        self._look_up = look_up
        self._shapes = lru_cache(maxsize=MOST_WORDS)(self._by_shape)

    def alias(self, name: str) -> Alias | None:
        """What a folded name means."""
        return next((alias for first, last, alias in self._matches(name) if last - first == len(name)), None)

    def _by_shape(self, word: str) -> tuple[bool, tuple[_Shape, ...]]:
        """The names that have a word, by where it stands in them and how long they are; and whether there are more."""
        found: dict[tuple[int, int], dict[str, Alias]] = {}
        more = False
        for offset, name, alias in self._look_up(word):
            if name == MORE:
                more = True
            else:
                found.setdefault((offset, len(name)), {})[name] = alias
        return more, tuple((offset, length, names) for (offset, length), names in found.items())

    def _matches(self, haystack: str) -> Iterable[tuple[int, int, Alias]]:
        words = [(word.start(), word.group()) for word in WORD.finditer(haystack)]
        for i, (start, word) in enumerate(words):
            more, shapes = self._shapes(word)
            for offset, length, names in self._beside(words, i, shapes) if more else shapes:
                first = start - offset
                alias = names.get(haystack[first : first + length]) if first >= 0 else None
                if alias is not None:
                    yield first, first + length, alias

    def _beside(self, words: Sequence[tuple[int, str]], i: int, own: tuple[_Shape, ...]) -> tuple[_Shape, ...]:
        """The names that stand under a word, and under it and the one behind or before it."""
        word = words[i][1]
        behind = self._shapes(f"{word} {words[i + 1][1]}")[1] if i + 1 < len(words) else ()
        before = self._shapes(f"{words[i - 1][1]} {word}")[1] if i else ()
        return (*own, *behind, *before)
