"""Looking for small phrases of a language in a row of items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from claims.reading.items import Item, ItemKind

PhraseTable: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases as rows of folded words, by their first word, the longest first."""


def phrase_at(table: PhraseTable, items: Sequence[Item], i: int, last: int) -> int:
    """The number of items of the longest phrase of ``table`` that begins at ``i``; 0 if none does."""
    if items[i].kind in (ItemKind.VALUE, ItemKind.NAME):
        return 0
    for phrase in table.get(items[i].text, ()):
        if i + len(phrase) <= last and all(
            items[i + k].kind in (ItemKind.WORD, ItemKind.MARK) and items[i + k].text == word
            for k, word in enumerate(phrase)
        ):
            return len(phrase)
    return 0


def phrase_before(table: PhraseTable, items: Sequence[Item], first: int, end: int, reach: int = 5) -> int:
    """The first item of a phrase of ``table`` that ends right before item ``end``; -1 if none does."""
    for i in range(max(first, end - reach), end):
        length = phrase_at(table, items, i, end)
        if length and i + length == end:
            return i
    return -1


def any_phrase(table: PhraseTable, items: Sequence[Item], first: int, last: int) -> int:
    """The first item from ``first`` on at which a phrase of ``table`` begins and ends before ``last``; else -1."""
    for i in range(first, last):
        if phrase_at(table, items, i, last):
            return i
    return -1


def phrase_table(phrases: Sequence[tuple[str, ...]]) -> PhraseTable:
    """Phrases by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase:
            table.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in table.items()}
