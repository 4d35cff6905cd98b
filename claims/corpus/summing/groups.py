"""Groups: what was said alike, counted, with the documents that say it most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from claims.corpus.summing.clean import clean
from claims.dataclasses import dataclass, field
from claims.model.summary import Spot, VerdictCounts
from claims.model.verdict import Verdict

Key: TypeAlias = tuple[str, ...]

MOST_SPOTS = 3
INDEX = {verdict: index for index, verdict in enumerate(Verdict)}


@dataclass(slots=True)
class Group:
    """How often something was said (``number``), with which verdicts, in how many documents.

    ``first`` and ``last`` are the earliest and the latest date of those documents, empty for none. ``spots`` are at
    most three documents, those with most findings first; as a document is in one shard only, they are exact. A group
    is an accumulator: :meth:`take` changes it.
    """

    number: int = 0
    findings: int = 0
    documents: int = 0
    verdicts: list[int] = field(default_factory=lambda: [0] * len(INDEX))
    first: str = ""
    last: str = ""
    spots: list[Spot] = field(default_factory=list)

    def take(self, other: Group) -> None:
        """Add another group, which comes later in the order of the corpus."""
        self.number += other.number
        self.findings += other.findings
        self.documents += other.documents
        for index, number in enumerate(other.verdicts):
            self.verdicts[index] += number
        if other.first and (not self.first or other.first < self.first):
            self.first = other.first
        self.last = max(self.last, other.last)
        if other.spots and (len(self.spots) < MOST_SPOTS or _order(other.spots[0]) < _order(self.spots[-1])):
            self.spots = loudest((*self.spots, *other.spots), MOST_SPOTS)

    @property
    def counts(self) -> VerdictCounts:
        """The counts by verdict."""
        supported, contradicted, outdated, conflicting, unverifiable = self.verdicts
        return VerdictCounts(supported, contradicted, outdated, conflicting, unverifiable, self.findings)

    @property
    def weight(self) -> tuple[int, int]:
        """What is to be shown first: most findings, then most said."""
        return self.findings, self.number

    def packed(self) -> list[Any]:
        """Plain values, for msgpack."""
        spots = [[it.document, it.number, it.findings, it.line, it.date, it.quote] for it in map(cleaned, self.spots)]
        return [self.number, self.findings, self.documents, self.verdicts, self.first, self.last, spots]

    @classmethod
    def unpacked(cls, packed: Sequence[Any]) -> Group:
        """A group from its plain values."""
        number, findings, documents, verdicts, first, last, spots = packed
        return cls(number, findings, documents, verdicts, first, last, [Spot(*spot) for spot in spots])


def loudest(spots: Iterable[Spot], most: int) -> list[Spot]:
    """The first ``most`` by findings, then by how often; of equals the earlier."""
    return sorted(spots, key=_order)[:most]


def _order(spot: Spot) -> tuple[int, int]:
    return -spot.findings, -spot.number


def cleaned(spot: Spot) -> Spot:
    """The spot as it can be written as UTF-8."""
    return Spot(clean(spot.document), spot.number, spot.findings, spot.line, spot.date, clean(spot.quote))
