"""Finding frames in a row of items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.model.mention import MentionKind
from claims.reading.items import Item, ItemKind
from claims.reading.lexicon import Lexicon
from claims.reading.names.phrases import NameSpan
from claims.reading.phrases import phrase_at
from claims.reading.wording.automaton import FrameEnd, State
from claims.reading.wording.nouns import nouns_at

MAX_GAP = 4
MAX_ADJECTIVES = 2
MAX_ASIDE = 10
MAX_STEPS = 4000


@dataclass(frozen=True, slots=True)
class FrameMatch:
    """A frame found: items ``first`` up to ``last``, what filled its slots, and for which attributes.

    ``value`` is the item of a value mention, or -1 where ``names`` are the value; ``entity`` the item that
    filled {entity}, or -1; ``noun`` the first item of the noun, or -1; ``gaps`` counts the items passed over.
    """

    end: FrameEnd
    attributes: tuple[str, ...]
    first: int
    last: int
    value: int = -1
    names: tuple[NameSpan, ...] = ()
    entity: int = -1
    noun: int = -1
    gaps: int = 0
    qualifiers: tuple[tuple[str, NameSpan], ...] = ()


@dataclass(frozen=True, slots=True)
class _Walk:
    """How far a walk through the automaton has come."""

    value: int = -1
    names: tuple[NameSpan, ...] = ()
    entity: int = -1
    noun: int = -1
    attributes: tuple[str, ...] = ()
    gaps: int = 0
    adjectives: int = 0
    qualifiers: tuple[tuple[str, NameSpan], ...] = ()


class FrameSearch:
    """Searches one sentence. Steps are counted, so that no input makes it run away."""

    def __init__(self, items: Sequence[Item], first: int, last: int, text: str, lexicon: Lexicon) -> None:
        self._items = items
        self._first = first
        self._last = last
        self._text = text
        self._lexicon = lexicon
        self._steps = 0

    def matches(self) -> Iterator[FrameMatch]:
        """Every frame of the sentence, by where it begins."""
        for i in range(self._first, self._last):
            self._steps = 0
            for end, last, walk in self._walk(self._lexicon.frames, i, _Walk()):
                if walk.value < 0 and not walk.names:
                    continue
                attributes = (end.attribute,) if end.attribute is not None else walk.attributes
                if end.attribute is not None and walk.noun >= 0 and end.attribute not in walk.attributes:
                    continue
                yield FrameMatch(
                    end, attributes, i, last, walk.value, walk.names, walk.entity, walk.noun, walk.gaps, walk.qualifiers
                )

    def _walk(self, state: State, i: int, walk: _Walk) -> Iterator[tuple[FrameEnd, int, _Walk]]:
        self._steps += 1
        if self._steps > MAX_STEPS:
            return
        for end in state.ends:
            yield end, i, walk
        if i >= self._last:
            return
        item = self._items[i]
        if item.kind in (ItemKind.WORD, ItemKind.MARK):
            for after in state.by_word(item.text):
                yield from self._walk(after, i + 1, walk)
        for slot, states in state.slots.items():
            for j, filled in self._fill(slot, i, walk):
                for after in states:
                    yield from self._walk(after, j, filled)
        if state is not self._lexicon.frames:
            yield from self._pass_over(state, i, walk)

    def _fill(self, slot: str, i: int, walk: _Walk) -> Iterator[tuple[int, _Walk]]:
        if slot == "value":
            yield from self._fill_value(i, walk)
        elif slot == "entity":
            j = self._reference_end(i)
            if j:
                yield j, replace(walk, entity=j - 1, adjectives=0)
        elif slot == "noun":
            for attributes, j in nouns_at(self._lexicon.nouns, self._items, i, self._last):
                yield j, replace(walk, noun=i, attributes=attributes, adjectives=0)
        else:
            name = self._lexicon.names.one(self._items, i, self._last, self._text)
            if name is not None:
                yield name.last, replace(walk, qualifiers=(*walk.qualifiers, (slot, name)), adjectives=0)

    def _fill_value(self, i: int, walk: _Walk) -> Iterator[tuple[int, _Walk]]:
        item = self._items[i]
        if item.kind is ItemKind.VALUE:
            yield i + 1, replace(walk, value=i, adjectives=MAX_ADJECTIVES)
            return
        if (
            item.kind is ItemKind.NAME
            or item.upper
            or item.text in self._lexicon.names.titles
            or item.text in self._lexicon.articles
        ):
            names = self._lexicon.names.several(self._items, i, self._last, self._text)
            if names:
                yield names[-1].last, replace(walk, names=names, adjectives=0)
                if len(names) > 1:
                    yield names[0].last, replace(walk, names=names[:1], adjectives=0)

    def _reference_end(self, i: int) -> int:
        """The item after what can fill {entity} at ``i``: a name, a pronoun, "this coalition"; 0 for nothing."""
        item, lexicon = self._items[i], self._lexicon
        if item.kind is ItemKind.NAME:
            return i + 1 if item.mention is not None and item.mention.entities else 0
        if item.kind is not ItemKind.WORD:
            return 0
        if item.text in lexicon.class_nouns:
            return i + 1
        return i + phrase_at(lexicon.pronouns, self._items, i, self._last) if item.text in lexicon.pronouns else 0

    def _pass_over(self, state: State, i: int, walk: _Walk) -> Iterator[tuple[FrameEnd, int, _Walk]]:
        if walk.gaps < MAX_GAP:
            length = self._filler(i)
            if length:
                yield from self._walk(state, i + length, replace(walk, gaps=walk.gaps + 1))
        item = self._items[i]
        if walk.adjectives and item.kind in (ItemKind.WORD, ItemKind.NAME) and item.text not in self._lexicon.small:
            yield from self._walk(state, i + 1, replace(walk, adjectives=walk.adjectives - 1))

    def _filler(self, i: int) -> int:
        """How many items at ``i`` may stand inside a frame without being part of it; 0 for none."""
        item, lexicon = self._items[i], self._lexicon
        if item.kind is ItemKind.VALUE:
            mention = item.mention
            return 1 if mention is not None and mention.kind is MentionKind.DATE else 0
        if item.kind is ItemKind.MARK and item.text in "(–—,":
            return self._aside(i)
        length = phrase_at(lexicon.fillers, self._items, i, self._last)
        if length:
            return length
        length = phrase_at(lexicon.time_in, self._items, i, self._last) or phrase_at(
            lexicon.time_as_of, self._items, i, self._last
        )
        after = i + length
        if length and after < self._last and self._items[after].kind is ItemKind.VALUE:
            return length + self._filler(after)
        return 0

    def _aside(self, i: int) -> int:
        closer = {"(": ")", "–": "–", "—": "—", ",": ","}[self._items[i].text]
        for j in range(i + 1, min(self._last, i + MAX_ASIDE)):
            if self._items[j].kind is ItemKind.MARK and self._items[j].text == closer:
                return j + 1 - i
        return 0
