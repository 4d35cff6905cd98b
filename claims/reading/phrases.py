"""Looking for small phrases of a language in a row of items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from claims.reading.items import Item, ItemKind

PhraseTable: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases as rows of folded words, by their first word, the longest first."""

_PLAIN = (ItemKind.WORD, ItemKind.MARK)


def phrase_at(table: PhraseTable, items: Sequence[Item], i: int, last: int) -> int:
    """The number of items of the longest phrase of ``table`` that begins at ``i``; 0 if none does."""
    phrases = table.get(items[i].text)
    if phrases is None or items[i].kind not in _PLAIN:
        return 0
    for phrase in phrases:
        end = i + len(phrase)
        if end <= last and (end == i + 1 or _stands(phrase, items, i)):
            return len(phrase)
    return 0


def _stands(phrase: tuple[str, ...], items: Sequence[Item], i: int) -> bool:
    """Whether the words of ``phrase`` stand at ``i``, of which the first is known to."""
    for k in range(1, len(phrase)):
        item = items[i + k]
        if item.text != phrase[k] or item.kind not in _PLAIN:
            return False
    return True


def phrase_before(table: PhraseTable, items: Sequence[Item], first: int, end: int, reach: int = 5) -> int:
    """The first item of a phrase of ``table`` that ends right before item ``end``; -1 if none does."""
    for i in range(max(first, end - reach), end):
        if items[i].text in table and i + phrase_at(table, items, i, end) == end:
            return i
    return -1


def any_phrase(table: PhraseTable, items: Sequence[Item], first: int, last: int) -> int:
    """The first item from ``first`` on at which a phrase of ``table`` begins and ends before ``last``; else -1."""
    for i in range(first, last):
        if items[i].text in table and phrase_at(table, items, i, last):
            return i
    return -1


def phrase_table(phrases: Sequence[tuple[str, ...]]) -> PhraseTable:
    """Phrases by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase:
            table.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in table.items()}
