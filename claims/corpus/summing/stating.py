"""What the facts say beside what was said: names, the values that hold now, and the facts that nobody states."""

from __future__ import annotations

from collections.abc import Iterable

from claims.corpus.summing.clean import clean
from claims.dataclasses import dataclass
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.summary import Top, UnstatedFact, Worded
from claims.model.values import Value
from claims.reports.values import with_unit
from claims.reports.wording import Voice

_MOST_VALUES = 3


@dataclass(frozen=True, slots=True)
class Known:
    """The values of a fact that hold now, at most three, and where the last of them is written."""

    values: tuple[Worded, ...] = ()
    path: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Stating:
    """A fact set as a summary speaks of it, to readers of ``language``."""

    facts: FactSet
    language: str

    def name(self, entity: str) -> str:
        """The entity's name; its id where nothing is known of it."""
        known = self.facts.entities.get(entity)
        return clean(known.name(self.language)) if known else entity

    def worded(self, value: Value) -> Worded:
        """The value as files write it, and in words."""
        return Worded(clean(with_unit(value)), clean(Voice.of(self.language, self.facts).value(value)))

    def known(self, entity: str, attribute: str) -> Known:
        """What holds now; of a fact that ended, its last value."""
        facts = self.facts.of(entity, attribute)
        current = [fact for fact in facts if fact.validity.period.end is None] or list(facts[-1:])
        if not current:
            return Known()
        values = tuple(dict.fromkeys(self.worded(fact.value) for fact in current))
        place = current[-1].place
        return Known(values[:_MOST_VALUES], *((clean(place.path), place.line) if place else ()))

    def unstated(self, stated: Iterable[tuple[str, str]], most: int) -> Top[UnstatedFact]:
        """The facts that no document states, by entity and attribute; what rules derive is not missed."""
        silent = sorted(key for key in set(self.facts.keys()).difference(stated) if self._is_given(*key))
        return Top(len(silent), tuple(self._unstated(*key) for key in silent[:most]))

    def _is_given(self, entity: str, attribute: str) -> bool:
        return any(_is_given(fact) for fact in self.facts.of(entity, attribute))

    def _unstated(self, entity: str, attribute: str) -> UnstatedFact:
        known = self.known(entity, attribute)
        return UnstatedFact(entity, attribute, self.name(entity), known.values, known.path, known.line)


def _is_given(fact: Fact) -> bool:
    return fact.derivation is None
