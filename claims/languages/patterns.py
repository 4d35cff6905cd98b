"""Phrases with slots, as data: ``{n} {unit} (ago|back)``, ``[the] day before yesterday``.

A pattern is expanded into every sequence of tokens it stands for, and all of them are put into one tree of
tokens and slots. Walking the tree over a text is bounded by the longest pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from claims.dataclasses import dataclass
from claims.languages.tokens import words_of

_PIECE = re.compile(r"\{[a-z]+\}|\([^()]*\)|\[(?:[^\[\]()]|\([^()]*\))*\]|[^\s()\[\]{}]+")


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the tree: what may follow, and what the phrase that ends here means (``""``: nothing yet).

    ``slots`` are those of the keys of ``next`` that are slots.
    """

    next: Mapping[str, Node]
    meaning: str = ""
    slots: tuple[str, ...] = ()


_Draft: TypeAlias = dict[str, "_Draft | str"]


def make_tree(phrases: Iterable[tuple[str, str]]) -> Node:
    """The tree of ``(pattern, meaning)`` pairs; the first meaning of a phrase stands."""
    root: _Draft = {}
    for pattern, meaning in phrases:
        for words in expand(pattern):
            place = root
            for word in words:
                place = place.setdefault(word, {})  # type: ignore[assignment]
            place.setdefault("", meaning)
    return _node(root)


def expand(pattern: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of tokens and slots that a pattern stands for."""
    yield from dict.fromkeys(_expand(_PIECE.findall(pattern)))


def _expand(pieces: list[str]) -> Iterator[tuple[str, ...]]:
    if not pieces:
        yield ()
        return
    for head in _choices(pieces[0]):
        for rest in _expand(pieces[1:]):
            yield (*head, *rest)


def _choices(piece: str) -> Iterator[tuple[str, ...]]:
    if piece.startswith("{"):
        yield (piece,)
    elif piece.startswith("("):
        for choice in piece[1:-1].split("|"):
            yield from _expand(_PIECE.findall(choice))
    elif piece.startswith("["):
        yield ()
        yield from _expand(_PIECE.findall(piece[1:-1]))
    else:
        yield words_of(piece)


def _node(draft: _Draft) -> Node:
    meaning = draft.get("", "")
    following = {word: _node(place) for word, place in draft.items() if isinstance(place, dict)}
    slots = tuple(word for word in following if word.startswith("{"))
    return Node(following, meaning if isinstance(meaning, str) else "", slots)
