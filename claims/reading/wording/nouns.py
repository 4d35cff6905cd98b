"""The nouns of all attributes, in singular and plural, as one tree of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Protocol

from claims.dataclasses import dataclass, field
from claims.languages.words import words
from claims.reading.items import Item, ItemKind

MAX_WORDS = 6


class Noun(Protocol):
    """What a node says, wherever it comes from."""

    @property
    def next(self) -> Mapping[str, Noun]:
        """The nodes by next word."""

    @property
    def attributes(self) -> Sequence[str]:
        """The attributes whose noun ends here."""


@dataclass(slots=True)
class NounNode:
    """A node: the nodes by next word, and the attributes whose noun ends here."""

    next: dict[str, Noun] = field(default_factory=dict)
    attributes: list[str] = field(default_factory=list)

    def made(self, word: str) -> NounNode:
        """The node after a word, made if there is none."""
        after = self.next.get(word)
        if not isinstance(after, NounNode):
            after = self.next[word] = NounNode()
        return after


def add_noun(root: NounNode, noun: str, attribute: str, plurals: Iterable[tuple[str, str]]) -> None:
    """Put a noun into the tree, each of its words in singular and plural."""
    parts = words(noun)[:MAX_WORDS]
    pairs = tuple(plurals)
    forms = [inflect(part, pairs) if i in (0, len(parts) - 1) else (part,) for i, part in enumerate(parts)]
    for variant in product(*forms):
        node = root
        for word in variant:
            node = node.made(word)
        if attribute not in node.attributes:
            node.attributes.append(attribute)


def inflect(word: str, plurals: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """A word and the plurals it may have."""
    forms = [word]
    for singular, plural in plurals:
        if word.endswith(singular):
            forms.append(word[: len(word) - len(singular)] + plural)
    return tuple(dict.fromkeys(forms))


def nouns_at(root: Noun, items: Sequence[Item], start: int, last: int) -> list[tuple[tuple[str, ...], int]]:
    """The nouns that begin at item ``start``: their attributes and the item after them, longest first."""
    found: list[tuple[tuple[str, ...], int]] = []
    node = root
    for i in range(start, last):
        if items[i].kind is not ItemKind.WORD:
            break
        step = node.next.get(items[i].text)
        if step is None:
            break
        node = step
        if node.attributes:
            found.append((tuple(node.attributes), i + 1))
    return found[::-1]
