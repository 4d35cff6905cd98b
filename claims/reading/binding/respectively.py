"""Sentences that say one thing of each of several: "Acme and Bolt have 30 and 40 members respectively".

Such a sentence is read once for each of them, as if only that one and its value stood there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.dataclasses import replace
from claims.reading.binding.scope import Scope
from claims.reading.items import ItemKind
from claims.reading.phrases import any_phrase, phrase_at
from claims.reading.wording.begins import RESPECTIVELY

MOST = 12
"""How many may stand in a row."""


def distributed(scope: Scope) -> tuple[Scope, ...]:
    """The sentence itself; or where it says "respectively", one for each of the names, with that one's value."""
    sentence, items = scope.sentence, scope.items
    if not scope.begun & RESPECTIVELY:
        return (scope,)
    table = scope.lexicon.respectively
    said = any_phrase(table, items, sentence.first, sentence.last)
    if said < 0:
        return (scope,)
    names, values = _rows(scope, ItemKind.NAME), _rows(scope, ItemKind.VALUE)
    pairs = [(name, value) for name in names for value in values if len(name) == len(value)]
    if len(pairs) != 1:
        return ()
    after = said + phrase_at(table, items, said, sentence.last)
    return tuple(_only(scope, (said, after), *each) for each in _members(*pairs[0]))


def _rows(scope: Scope, kind: str) -> list[list[int]]:
    """The items of a kind that stand in rows: joined by commas and "and"."""
    rows: list[list[int]] = []
    row: list[int] = []
    for i in range(scope.sentence.first, scope.sentence.last):
        if scope.items[i].kind == kind:
            row.append(i)
        elif not scope.joins(i):
            goes_on = bool(row) and row[-1] < i - 1 and scope.items[i - 1].text != ","
            rows += [row] if 1 < len(row) <= MOST and not goes_on else []
            row = []
    return [*rows, row] if 1 < len(row) <= MOST else rows


def _members(names: Sequence[int], values: Sequence[int]) -> Iterator[tuple[tuple[int, int, int], ...]]:
    """For each of two rows: where they begin and end, and which member stays."""
    for name, value in zip(names, values, strict=True):
        yield (names[0], names[-1], name), (values[0], values[-1], value)


def _only(scope: Scope, said: tuple[int, int], *rows: tuple[int, int, int]) -> Scope:
    """The sentence with one member of each row, and without the word that joins them."""
    dropped = {i for first, last, stays in rows for i in range(first, last + 1) if i != stays} | set(range(*said))
    first, last = scope.sentence.first, scope.sentence.last
    kept = [i for i in range(first, last) if i not in dropped]
    return replace(
        scope,
        items=tuple(scope.items[i] for i in kept),
        sentence=replace(scope.sentence, first=0, last=len(kept)),
        begins=[scope.begins[i - first] for i in kept],
        dates=tuple(at for at, i in enumerate(kept) if i in scope.dates),
    )
