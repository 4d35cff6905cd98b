"""What can be said of an entity, and the words for saying it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from claims.dataclasses import dataclass, field
from claims.model.place import Place
from claims.model.values import ValueType


class Cardinality(StrEnum):
    """Whether an entity has one value of an attribute at a time, or may have many."""

    ONE = "one"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language says an attribute.

    ``nouns`` name the attribute or the things counted; ``frames`` are phrases in the closed grammar of
    DESIGN 2 (words, ``(a|b)``, ``[optional]``, ``stem*``, ``{entity} {value} {noun}``); a phrase with one of
    ``excluded`` (``not:`` in the file) does not speak of the attribute.
    """

    nouns: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


_NONE: Mapping[str, Wording] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute, with its type and wording.

    ``type`` is ``None`` where nobody gave one and the values decide. ``of`` are the entity types it belongs
    to; empty means any. ``changes`` says that the value moves with time. ``worded`` is false for an attribute
    that no rules file words: then its own name is its wording. ``like`` is the attribute whose type and wording
    it shares under another name.
    """

    id: str
    type: ValueType | None = None
    unit: str | None = None
    cardinality: Cardinality | None = None
    changes: bool = False
    of: tuple[str, ...] = ()
    wording: Mapping[str, Wording] = field(default_factory=lambda: _NONE)
    description: str | None = None
    like: str | None = None
    place: Place | None = field(default=None, compare=False)
