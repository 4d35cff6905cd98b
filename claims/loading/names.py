"""Finding entities by id or by any of their names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from claims.dataclasses import dataclass
from claims.loading.mistakes import MisreadError
from claims.loading.spelling import quoted
from claims.model.entity import Entity

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})


def fold(name: str) -> str:
    """A name without what writers differ in: case, accents, kinds of apostrophe, hyphen and space."""
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
        name = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(name.casefold().split())


@dataclass(frozen=True, slots=True)
class EntityNames:
    """Ids by id and by folded full name. A short name names nobody here: it needs a text around it."""

    ids: Mapping[str, None]
    by_name: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> EntityNames:
        """The names of some entities."""
        found: dict[str, dict[str, None]] = {}
        ids = []
        for entity in entities:
            ids.append(entity.id)
            for name in entity.all_names():
                found.setdefault(fold(name), {})[entity.id] = None
        return cls(dict.fromkeys(ids), {name: tuple(sorted(owners)) for name, owners in found.items()})

    def candidates(self, text: str) -> tuple[str, ...]:
        """The entity with this id, else those with this name."""
        return (text,) if text in self.ids else self.by_name.get(fold(text), ())

    def find(self, text: str) -> str | None:
        """The one entity that a text names, or ``None`` where it names none or several."""
        found = self.candidates(text)
        return found[0] if len(found) == 1 else None

    def _all(self) -> Iterator[str]:
        return chain(self.ids, self.by_name)

    def require(self, text: str) -> str:
        """The one entity that a text names. Raises :class:`~claims.loading.mistakes.MisreadError`."""
        found = self.candidates(text)
        if len(found) > 1:
            raise MisreadError(f"{quoted(text)} names several entities", f"write one of the ids {', '.join(found[:5])}")
        if not found:
            message = f"unknown entity {quoted(text)}"
            raise MisreadError(message, "give it an entry under `entities`", word=text, known=self._all())
        return found[0]
