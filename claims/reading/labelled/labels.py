"""What the label of a row, of a column or of a line says.

A label is a name ("Acme"), the words of an attribute ("Number of members", "Founded"), or a time ("2019"), with a unit
or a time in brackets ("Area (km²)", "Members (2019)"). The words are the nouns of an attribute, or the one word that in
its frames joins subject and value ("{entity} founded in {value}") or ends them ("{entity} has {value} employee*"). What
else stands there may only be small words and those that every label has ("number", "year"): the language lists them.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.dataclasses import dataclass
from claims.languages.words import fold
from claims.model.dates import PartialDate
from claims.model.mention import MentionKind
from claims.reading.items import Item, ItemKind, pieces
from claims.reading.lexicon import Lexicon
from claims.reading.wording.nouns import nouns_at

LONGEST = 12
"""How many words and marks a label has at the most."""
_BRACKETS = {"(": ")", "[": "]"}
_OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says; ``text`` is the label as it is written, ``unit`` what stands in brackets and is no time."""

    text: str
    entities: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    time: PartialDate | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """Reads labels with the words of one language (:mod:`claims.reading.labelled.words`)."""

    lexicon: Lexicon

    def read(self, items: Sequence[Item], text: str) -> Label | None:
        """What the items say as a label; ``None`` where that is not wholly clear."""
        items = [item for item in items if item.text != _OBJECT]
        if not items or len(items) > LONGEST:
            return None
        head, inner = _parted(items)
        written = " ".join(text[items[0].start : items[-1].end].split())
        time = _date(inner)
        measure = _without_light(inner, self.lexicon.light) if time is None else ()
        unit = text[measure[0].start : measure[-1].end] if measure else ""
        names = [item for item in head if item.kind == ItemKind.NAME and item.mention and item.mention.entities]
        dates = [item for item in head if item.kind == ItemKind.VALUE]
        rest = [item for item in head if item.kind == ItemKind.WORD and item.text not in self.lexicon.light]
        time = _date(dates) or time
        if (dates and time is None) or len(names) > 1 or (names and rest):
            return None
        if names:
            mention = names[0].mention
            return Label(written, mention.entities if mention else (), time=time, unit=unit)
        if not rest and dates:
            return Label(written, time=time)
        attributes = self._attributes(head, rest)
        return Label(written, (), attributes, time, unit) if attributes else None

    def is_label(self, text: str) -> bool:
        """Whether words are the label of an attribute: "Members" in the header of a table is nobody's name."""
        label = self.read(pieces(fold(text), text), text)
        return label is not None and bool(label.attributes)

    def _attributes(self, head: Sequence[Item], rest: Sequence[Item]) -> tuple[str, ...]:
        """The attributes that have the words for a noun; else those that the only word tells of."""
        for i, item in enumerate(head):
            for attributes, end in nouns_at(self.lexicon.nouns, head, i, len(head)):
                if all(self._is_light(after) for after in head[end:]):
                    return attributes
            if not self._is_light(item):
                break
        if len(rest) != 1:
            return ()
        word = rest[0].text
        stemmed = (name for stem, name in self.lexicon.telling_stems if word.startswith(stem))
        return tuple(dict.fromkeys((*self.lexicon.telling.get(word, ()), *stemmed)))

    def _is_light(self, item: Item) -> bool:
        return item.kind != ItemKind.NAME and (item.kind != ItemKind.WORD or item.text in self.lexicon.light)


def _parted(items: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """What stands before a bracket that ends the label, and what stands in it."""
    last = items[-1]
    for i, item in enumerate(items):
        if item.kind == ItemKind.MARK and item.text in _BRACKETS and last.text == _BRACKETS[item.text]:
            return items[:i], items[i + 1 : -1]
    return items, ()


def _without_light(items: Sequence[Item], light: frozenset[str]) -> Sequence[Item]:
    """What follows the small words: "millions" of "en millions"."""
    first = next((i for i, item in enumerate(items) if item.text not in light), len(items))
    return items[first:]


def _date(items: Sequence[Item]) -> PartialDate | None:
    """The one date that the items are."""
    mention = items[0].mention if len(items) == 1 else None
    value = mention.value if mention is not None and mention.kind is MentionKind.DATE else None
    return value if isinstance(value, PartialDate) else None
