"""Whom a document has spoken of, most recent last: what pronouns and "the bloc" can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seen:
    """One naming of an entity: in which sentence of the document, and whether as its subject."""

    entity: str
    sentence: int
    subject: bool


@dataclass(slots=True)
class Focus:
    """The namings so far. ``reach`` is how many sentences back a pronoun looks."""

    sentence: int = 0
    seen: list[Seen] = field(default_factory=list)
    topics: tuple[str, ...] = ()
    reach: int = 3

    def add(self, entities: Iterable[str], *, subject: bool) -> None:
        """Note that entities were named in the current sentence."""
        self.seen.extend(Seen(entity, self.sentence, subject) for entity in entities)

    def recent(self, admits: Callable[[str], bool], *, far: bool = False) -> tuple[tuple[str, ...], bool]:
        """The admitted entities of the latest sentence that names one, subjects first alone.

        The second value says that nothing competed. ``far`` looks back over the whole document.
        """
        best: list[Seen] = []
        for seen in reversed(self.seen):
            if best and seen.sentence != best[0].sentence:
                break
            if not far and self.sentence - seen.sentence > self.reach:
                break
            if admits(seen.entity):
                best.append(seen)
        subjects = [seen.entity for seen in best if seen.subject]
        chosen = tuple(dict.fromkeys(subjects or [seen.entity for seen in best]))
        return chosen, len({seen.entity for seen in best}) <= 1

    def mentioned(self) -> frozenset[str]:
        """Every entity named so far."""
        return frozenset(seen.entity for seen in self.seen)
