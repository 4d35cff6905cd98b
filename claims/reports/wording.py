"""Values, dates, entities and attributes in the words of a language, for sentences people read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from claims.dataclasses import dataclass
from claims.languages import load
from claims.languages.writing import write_value
from claims.model.dates import PartialDate, Precision
from claims.model.factset import FactSet
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    Range,
    Unknown,
    Value,
)
from claims.reports.messages import Messages, messages
from claims.reports.values import is_writable, plain

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Voice:
    """One language's way of saying what a fact set knows."""

    table: Messages
    facts: FactSet

    @classmethod
    def of(cls, language: str, facts: FactSet) -> Voice:
        """The voice of a language; the English one where it has no table."""
        return cls(messages(language), facts)

    def entity(self, entity: str) -> str:
        """The name to show, with its article where a short name tells that it takes one ("the Coalition")."""
        known = self.facts.entities.get(entity)
        if known is None:
            return entity
        name = known.name(self.table.language)
        for short in (*known.short.get(self.table.language, ()), *known.short.get("", ())):
            article = next((a for a in self.table.articles if short.lower().startswith(a)), None)
            if article and short[len(article) :] in name and not name.lower().startswith(self.table.articles):
                return short[: len(article)].lower() + name
        return name

    def noun(self, attribute: str) -> str:
        """The first noun of the attribute's wording, else its own name: ``runwayLength`` is "runway length"."""
        known = self.facts.attributes.get(attribute)
        wording = known.wording.get(self.table.language) if known else None
        if wording and wording.nouns:
            return wording.nouns[0]
        return _CAPITAL.sub(" ", attribute).replace("_", " ").replace("-", " ").lower()

    def date(self, date: PartialDate) -> str:
        """A date at its own precision: "September 2014", "30 September 2024"."""
        return write_value(date, load(self.table.language))

    def on(self, value: Value) -> str:
        """A date with the preposition it takes; any other value as it is."""
        if isinstance(value, PartialDate):
            return self.dated(self.table.on, value)
        return self.value(value)

    def dated(self, templates: Mapping[Precision, str], date: PartialDate | None) -> str:
        """A date in the words that its precision asks for ("le 1er mai", "en mai"); empty for no date."""
        return templates[date.precision].format(date=self.date(date)) if date else ""

    def value(self, value: Value) -> str:
        """Any value in words."""
        match value:
            case Number() if is_writable(value.amount):
                return write_value(value, load(self.table.language))
            case PartialDate() | DateSpan():
                return write_value(value, load(self.table.language))
            case Between() | Range():
                return self._ends(value)
            case EntityRef():
                return self.entity(value.id)
            case ListOf():
                return self.listing([self.value(item) for item in value.items])
            case _:
                return self._special(value)

    def listing(self, parts: list[str]) -> str:
        """Several as one phrase: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.table.conjunction} {parts[-1]}"

    def _ends(self, value: Between | Range) -> str:
        low, high = (None if end is None else self.value(Number(end)) for end in (value.low, value.high))
        template = self.table.up_to if low is None else self.table.from_on if high is None else self.table.between
        # the unit is written with the number beside it, as the language has it
        if high is not None:
            high = self.value(Number(value.high or Decimal(), value.unit))
        elif value.low is not None:
            low = self.value(Number(value.low, value.unit))
        return template.format(low=low, high=high)

    def _special(self, value: Value) -> str:
        match value:
            case Boolean():
                return self.table.yes if value.value else self.table.no
            case Not():
                return self.table.negated.format(value=self.value(value.value))
            case Unknown():
                return self.table.unknown
            case Nothing():
                return self.table.nothing
            case _:
                return plain(value)
