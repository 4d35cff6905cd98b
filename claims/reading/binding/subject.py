"""The subject of a claim, as the reader found it."""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.model.verdict import Confidence


@dataclass(frozen=True, slots=True)
class Subject:
    """The entities a value may be said of (more than one: ambiguous), where they stand, and how that was found.

    ``item`` is the item that names it, -1 where none in the sentence does.
    """

    entities: tuple[str, ...]
    item: int
    how: str
    confidence: Confidence


NOBODY = Subject((), -1, "a name that is not known", Confidence.LOW)
"""The subject is somebody of whom nothing is known."""
