"""Values as words of the text: how a suggestion is written.

Numbers and dates are written by :mod:`claims.languages.writing` in the form of what they replace. Entities are
named in the text's language; where the text used an adjective or office of the old one (``demonyms``), the same
one of the new. In a language that is not there yet only names and bare numbers are written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claims.dataclasses import dataclass, field
from claims.judging.names import words
from claims.model.entity import Entity
from claims.model.span import Span
from claims.model.values import EntityRef, ListOf, Number, Text, Value, Written

Prose = Callable[[Span], str]
"""Gives the words that stand at a span."""

_AND = {"en": "and", "fr": "et"}


@dataclass(frozen=True, slots=True)
class Page:
    """The text that a suggestion is for: its language, its words if there is a text, and the entities by id."""

    language: str = "en"
    text: str | Prose | None = None
    entities: Mapping[str, Entity] = field(default_factory=dict)

    def at(self, span: Span | None) -> str | None:
        """What stands at a span."""
        if span is None or self.text is None:
            return None
        return self.text[span.start : span.end] if isinstance(self.text, str) else self.text(span)

    def write(self, value: Value, span: Span | None = None, old: Value | None = None) -> str | None:
        """``value`` in the form of what stands at ``span``, which says ``old``; ``None`` where nothing is fit."""
        match value:
            case EntityRef():
                return self._name(value, self.at(span), old)
            case Text() | Written():
                return value.text
            case ListOf():
                return self._enumerate(value)
            case _:
                return self._figure(value, None if _unit(old) != _unit(value) else self.at(span))

    def name_of(self, entity: str) -> str:
        """The name of an entity in the language of the text."""
        known = self.entities.get(entity)
        return entity if known is None else known.name(self.language)

    def _name(self, value: EntityRef, like: str | None, old: Value | None) -> str | None:
        place = self._demonym_place(old, like)
        if place is None:
            return self.name_of(value.id)
        entity = self.entities.get(value.id)
        forms = () if entity is None else entity.demonyms.get(self.language, ())
        return forms[place] if place < len(forms) else None

    def _demonym_place(self, old: Value | None, like: str | None) -> int | None:
        entity = self.entities.get(old.id) if isinstance(old, EntityRef) else None
        if entity is None or like is None:
            return None
        forms = [words(form) for form in entity.demonyms.get(self.language, ())]
        return forms.index(words(like)) if words(like) in forms else None

    def _enumerate(self, value: ListOf) -> str | None:
        names = [name for item in value.items if (name := self.write(item))]
        if len(names) != len(value.items) or not names or self.language not in _AND:
            return None
        last = f" {_AND[self.language]} {names[-1]}"
        return ", ".join(names[:-1]) + last if len(names) > 1 else names[0]

    def _figure(self, value: Value, like: str | None) -> str | None:
        from claims.languages import available, load
        from claims.languages.writing import write_value

        if self.language in available():
            return write_value(value, load(self.language), like) or None
        return f"{value.amount:f}" if isinstance(value, Number) and value.unit is None else None


def _unit(value: Value | None) -> str | None:
    return value.unit if isinstance(value, Number) else None
