"""One sentence with its surroundings, and who may be the subject of what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claims.dataclasses import dataclass
from claims.model.document import Block, Document
from claims.model.factset import FactSet
from claims.model.values import ValueType
from claims.reading.binding.focus import Focus
from claims.reading.items import Item, Sentence
from claims.reading.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence of a block, the language's lexicon, what is known, and what the document spoke of before.

    ``begins`` is what each item of the sentence can begin, ``begun`` all of it together, and ``dates`` are its items
    that are dates. ``derivable`` tells whether rules can work out an attribute of an entity for a given day;
    ``children`` are the entities whose ``of`` is a given one; ``events`` are the unnamed events the sentence speaks
    of, if any.
    """

    document: Document
    block: Block
    items: Sequence[Item]
    sentence: Sentence
    text: str
    begins: Sequence[int]
    begun: int
    dates: tuple[int, ...]
    lexicon: Lexicon
    facts: FactSet
    focus: Focus
    derivable: Callable[[str, str], bool]
    children: Mapping[str, tuple[str, ...]]
    events: tuple[str, ...] = ()

    def opens(self, i: int) -> bool:
        """Whether item ``i`` begins a line."""
        return i == 0 or "\n" in self.text[self.items[i - 1].end : self.items[i].start]

    def knows(self, entity: str, attribute: str) -> bool:
        """Whether a claim on this attribute of this entity can be decided."""
        if self.facts.has(entity, attribute):
            return True
        dated = self.document.date is not None or self.document.judge_at is not None
        return dated and self.derivable(entity, attribute)

    def fits(self, entity: str, attribute: str) -> bool:
        """Whether the entity is of a type the attribute belongs to."""
        declared = self.facts.attributes.get(attribute)
        known = self.facts.entities.get(entity)
        return bool(declared and declared.of and known and known.type in declared.of)

    def suits(self, entity: str, attribute: str) -> int:
        """2 where a claim on the attribute can be decided, 1 where it could be said at all, else 0."""
        return 2 if self.knows(entity, attribute) else int(self.fits(entity, attribute))

    def counts(self, attribute: str) -> bool:
        """Whether an attribute is declared to be a count."""
        declared = self.facts.attributes.get(attribute)
        return declared is not None and declared.type is ValueType.COUNT

    def joins(self, i: int) -> bool:
        """Whether item ``i`` may stand between names in a row: "and", a comma or an article."""
        text, lexicon = self.items[i].text, self.lexicon
        return text == "," or text in lexicon.joiners or text in lexicon.articles

    def admissible(self, entities: Sequence[str], attribute: str) -> tuple[str, ...]:
        """Those of several candidates of which the attribute is known; else those of a fitting type."""
        knowing = tuple(entity for entity in entities if self.knows(entity, attribute))
        return knowing or tuple(entity for entity in entities if self.fits(entity, attribute))
