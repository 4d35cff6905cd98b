"""A thing facts are about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claims.dataclasses import dataclass, field
from claims.model.place import Place

Names = Mapping[str, tuple[str, ...]]
"""Names by language; the key ``""`` holds those that serve every language. The first is the one to show."""

_NONE: Names = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entity:
    """An organisation, person, place, event, product...

    ``short`` names count only once a full name was said in the document. ``of`` is the entity an event or a
    part belongs to, ``part_of`` the places (by id) a place lies in.
    """

    id: str
    type: str | None = None
    names: Names = field(default_factory=lambda: _NONE)
    short: Names = field(default_factory=lambda: _NONE)
    demonyms: Names = field(default_factory=lambda: _NONE)
    of: str | None = None
    part_of: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)

    def name(self, language: str) -> str:
        """The name to show a reader of ``language``; the id where there is none."""
        for key in (language, "", "en", *self.names):
            if self.names.get(key):
                return self.names[key][0]
        return self.id

    def all_names(self, language: str | None = None) -> tuple[str, ...]:
        """Full names in one language (with those for every language), or in all of them."""
        keys = tuple(self.names) if language is None else ("", language)
        return tuple(dict.fromkeys(name for key in keys for name in self.names.get(key, ())))
