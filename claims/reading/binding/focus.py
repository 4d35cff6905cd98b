"""Whom a document has spoken of, most recent last: what pronouns and "the bloc" can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from claims.dataclasses import dataclass, field

MOST = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """One naming of an entity: in which sentence of the document, and whether as its subject."""

    entity: str
    sentence: int
    subject: bool


@dataclass(slots=True)
class Focus:
    """The latest naming of every entity. ``reach`` is how many sentences back a pronoun looks."""

    sentence: int = 0
    seen: dict[str, Seen] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    reach: int = 3

    def add(self, entities: Iterable[str], *, subject: bool) -> None:
        """Note that entities were named in the current sentence."""
        for entity in entities:
            before = self.seen.pop(entity, None)
            again = before is not None and before.sentence == self.sentence and before.subject
            self.seen[entity] = Seen(entity, self.sentence, subject or again)

    def recent(self, suits: Callable[[str], int], *, far: bool = False) -> tuple[tuple[str, ...], bool]:
        """The entities of the latest sentence that names a suitable one: the best suited, subjects first.

        ``suits`` is 0 for an entity that cannot be meant, more for one that suits better. The second value
        says that nothing competed. ``far`` looks back over the whole document.
        """
        found: list[Seen] = []
        for seen in islice(reversed(self.seen.values()), MOST):
            if found and seen.sentence != found[0].sentence:
                break
            if not far and self.sentence - seen.sentence > self.reach:
                break
            if suits(seen.entity):
                found.append(seen)
        best = max((suits(seen.entity) for seen in found), default=0)
        found = [seen for seen in found if suits(seen.entity) == best]
        subjects = [seen.entity for seen in found if seen.subject]
        chosen = tuple(dict.fromkeys(subjects or [seen.entity for seen in found]))
        return chosen, len({seen.entity for seen in found}) <= 1

    def last(self, suits: Callable[[str], int]) -> tuple[tuple[str, ...], bool]:
        """The suitable entity that was named last of all: "the latter"."""
        for seen in islice(reversed(self.seen.values()), MOST):
            if suits(seen.entity):
                return (seen.entity,), True
        return (), True

    def mentioned(self) -> frozenset[str]:
        """Every entity named so far."""
        return frozenset(self.seen)
