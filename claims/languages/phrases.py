"""Tables of phrases, looked up by the tokens of a text: the longest that stands there wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from claims.dataclasses import dataclass
from claims.languages.tokens import words_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases and what each means. ``lengths`` gives, for a first (or last) word, the longest phrase with it."""

    meanings: Mapping[str, T]
    lengths: Mapping[str, int]

    def at(self, words: Sequence[str], index: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that starts at ``index``, and the index after it."""
        length = self.lengths.get(words[index], 0)
        if length == 1:
            return self.meanings[words[index]], index + 1
        while length:
            meaning = self.meanings.get(" ".join(words[index : index + length]))
            if meaning is not None:
                return meaning, index + length
            length -= 1
        return None

    def before(self, words: Sequence[str], index: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that ends just before ``index``, and where it starts.

        Only for a table that was made with ``backwards``.
        """
        length = self.lengths.get(words[index - 1], 0) if index else 0
        length = min(length, index) if length else 0
        while length:
            meaning = self.meanings.get(" ".join(words[index - length : index]))
            if meaning is not None:
                return meaning, index - length
            length -= 1
        return None


def make_phrases(entries: Iterable[tuple[str, T]], *, backwards: bool = False) -> Phrases[T]:
    """A table of phrases in the order given: the first meaning of a phrase stands."""
    meanings: dict[str, T] = {}
    lengths: dict[str, int] = {}
    for phrase, meaning in entries:
        words = words_of(phrase)
        meanings.setdefault(" ".join(words), meaning)
        end = words[-1] if backwards else words[0]
        lengths[end] = max(lengths.get(end, 0), len(words))
    return Phrases(meanings, lengths)
