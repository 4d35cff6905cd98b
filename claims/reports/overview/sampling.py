"""Which findings a page shows where there are too many: the most serious, and of each fact some."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from claims.dataclasses import dataclass
from claims.model.row import Row
from claims.model.verdict import Severity

MOST_FINDINGS = 20_000

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2, Severity.NONE: 3}
_Ranked: TypeAlias = tuple[int, int, int, Row]


@dataclass(frozen=True, slots=True)
class Sample:
    """The findings to show, the most serious first, each severity in the order of the corpus; of ``total``."""

    total: int
    rows: tuple[Row, ...]


def sample(rows: Iterable[Row], most: int = MOST_FINDINGS) -> Sample:
    """At most ``most`` of the rows that are findings; the same for the same rows.

    Where not all fit, the more serious are preferred, and among those the first of every fact before the second of
    any. Rows are read once, and no more than ``most`` are kept.
    """
    counter = Counter[str]()
    chosen = heapq.nsmallest(most, _ranked(rows, counter), key=lambda it: it[:3])
    ordered = sorted(chosen, key=lambda it: (it[0], it[2]))
    return Sample(counter.total(), tuple(row for *_, row in ordered))


def _ranked(rows: Iterable[Row], seen: Counter[str]) -> Iterator[_Ranked]:
    """Each finding with its severity, how often its fact was seen before, and its place in the corpus."""
    for place, row in enumerate(rows):
        if row.severity is not Severity.NONE and row.caused_by is None:
            seen[row.fact] += 1
            yield _ORDER[row.severity], seen[row.fact], place, row
