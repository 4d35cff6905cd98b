"""What a shard contributes to the summary of a corpus."""

from __future__ import annotations

from collections.abc import Iterable

from claims.model.report import DocumentReport, Inconsistency


class Tally:
    """Counts of one shard."""

    def __init__(self) -> None:
        self._documents = 0

    def add(self, report: DocumentReport, inconsistencies: Iterable[Inconsistency] = ()) -> None:
        """Count one document."""
        self._documents += 1

    def packed(self) -> bytes:
        """The tally as bytes."""
        return str(self._documents).encode()
