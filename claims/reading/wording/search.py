"""Finding frames in a row of items: one walk through the automaton from every item that may open a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.reading.items import Item, ItemKind
from claims.reading.lexicon import Lexicon
from claims.reading.names.phrases import NameSpan
from claims.reading.wording.automaton import FrameEnd
from claims.reading.wording.lookups import Lookups
from claims.reading.wording.places import Place

MAX_GAP = 4
MAX_ADJECTIVES = 2
MAX_STEPS = 3000
MAX_LEAD = 16
"""How many items before its value a frame may begin."""
_PLAIN = (ItemKind.WORD, ItemKind.MARK)


class Filled(NamedTuple):
    """What a walk has put into the slots so far.

    ``value`` is the item of a value mention, or -1 where ``names`` are the value; ``entity`` the item that
    filled {entity}, or -1; ``noun`` the first item of the noun, or -1; ``gaps`` counts the fillers passed
    over, ``adjectives`` how many words may still stand between a value and its noun; ``addend`` is the item of
    a number to be added to the value, or -1.
    """

    value: int = -1
    names: tuple[NameSpan, ...] = ()
    entity: int = -1
    noun: int = -1
    attributes: tuple[str, ...] = ()
    gaps: int = 0
    adjectives: int = 0
    qualifiers: tuple[tuple[str, NameSpan], ...] = ()
    addend: int = -1


_EMPTY = Filled()


class FrameMatch(NamedTuple):
    """A frame found: items ``first`` up to ``last``, what filled its slots, and for which attributes."""

    end: FrameEnd
    attributes: tuple[str, ...]
    first: int
    last: int
    filled: Filled

    @property
    def value(self) -> int:
        """The item of the value, or -1 where names are the value."""
        return self.filled.value

    @property
    def names(self) -> tuple[NameSpan, ...]:
        """The names that are the value, if it is no number or date."""
        return self.filled.names

    @property
    def entity(self) -> int:
        """The last item of what filled {entity}, or -1."""
        return self.filled.entity


class FrameSearch:
    """Searches one sentence. No way is gone twice, and their number is bounded, so that no input makes it run away."""

    __slots__ = ("_been", "_first", "_found", "_items", "_last", "_lexicon", "_lookups", "_root")

    def __init__(self, items: Sequence[Item], first: int, last: int, text: str, lexicon: Lexicon) -> None:
        self._items = items
        self._first = first
        self._last = last
        self._lexicon = lexicon
        self._lookups = Lookups(items, first, last, text, lexicon)
        self._root = lexicon.frames.root
        self._been: set[tuple[Place | int, ...]] = set()
        self._found: list[tuple[Place, int, Filled]] = []

    def matches(self) -> Iterator[FrameMatch]:
        """Every frame of the sentence, by where it begins."""
        for i in self._reach():
            self._start(self._items[i], i)
            if self._found:
                yield from self._ended(i)
                self._found.clear()
            self._been.clear()

    def _ended(self, first: int) -> Iterator[FrameMatch]:
        """The frames at whose ends the walk has been, each once for what fills it."""
        seen: set[tuple[int, ...]] = set()
        for place, last, filled in self._found:
            names = filled.names[-1].last if filled.names else 0
            for end in place.ends:
                attributes = _attributes(end, filled)
                said = (id(end), last, filled.value, names, filled.entity, filled.noun)
                if attributes and said not in seen:
                    seen.add(said)
                    yield FrameMatch(end, attributes, first, last, filled)

    def _reach(self) -> Sequence[int]:
        """The items at which a frame that holds one of the sentence's values may begin; none without a value."""
        values = [i for i in range(self._first, self._last) if self._may_be_value(i)]
        if not values:
            return ()
        return range(max(self._first, values[0] - MAX_LEAD), values[-1] + 1)

    def _may_be_value(self, i: int) -> bool:
        item = self._items[i]
        if item.kind in _PLAIN:
            return (item.upper and i > self._first) or item.text.isdecimal()
        return True

    def _start(self, item: Item, i: int) -> None:
        """Leave the root: most items open no frame, and are done with here."""
        root, plain, word = self._root, item.kind in _PLAIN, item.text
        if not plain or root.opens(word):
            after = self._literal(root, item, i)
            if after.states:
                self._walk(after, i + 1, _EMPTY)
        named = item.upper or not plain
        for slot, after in root.slots.items():
            if slot == "noun":
                may = plain and word in self._lexicon.nouns.next
            else:
                may = named or (slot == "entity" and word in self._lexicon.class_nouns)
            if may:
                for j, filled in self._fill(slot, item, i, _EMPTY):
                    self._walk(after, j, filled)

    def _walk(self, place: Place, i: int, filled: Filled) -> None:
        if place.ends:
            self._found.append((place, i, filled))
        if place.final or i >= self._last:
            return
        value, names, entity, noun, _, _, adjectives, _, _ = filled
        been = (place, i, value, entity, noun, names[-1].last if names else 0, adjectives)
        if been in self._been or len(self._been) > MAX_STEPS:
            return
        self._been.add(been)
        item = self._items[i]
        after = self._literal(place, item, i)
        if after.states:
            self._walk(after, i + 1, filled)
        fitting = self._fill_slots(place, item, i, filled) if place.slots else ()
        self._pass_over(place, item, i, filled, fitting)

    def _literal(self, place: Place, item: Item, i: int) -> Place:
        """Where an item leads as words of a frame; a name may be some too."""
        if item.kind in _PLAIN:
            return place.by_word(item.text)
        if item.kind is ItemKind.NAME and place.has_words:
            for word in self._lookups.spelled(item, i):
                place = place.by_word(word)
            return place
        return self._lexicon.frames.nowhere

    def _fill_slots(self, place: Place, item: Item, i: int, filled: Filled) -> Sequence[str]:
        """Go on through every slot that the item can fill; which these are."""
        fitting: list[str] = []
        for slot, after in place.slots.items():
            ways = self._fill(slot, item, i, filled)
            if ways:
                fitting.append(slot)
                for j, more in ways:
                    self._walk(after, j, more)
        return fitting

    def _fill(self, slot: str, item: Item, i: int, filled: Filled) -> Sequence[tuple[int, Filled]]:
        if slot == "value":
            return self._fill_value(item, i, filled)
        if slot == "noun":
            nouns = self._lookups.nouns(i)
            return [(j, filled._replace(noun=i, attributes=found, adjectives=0)) for found, j in nouns]
        if slot == "entity":
            j = self._lookups.reference_end(item, i)
            return [(j, filled._replace(entity=j - 1, adjectives=0))] if j else ()
        if slot == "addend":
            adds = item.kind is ItemKind.VALUE
            return [(i + 1, filled._replace(addend=i, adjectives=MAX_ADJECTIVES))] if adds else ()
        name = self._lookups.name(i)
        if name is None:
            return ()
        return [(name.last, filled._replace(qualifiers=(*filled.qualifiers, (slot, name)), adjectives=0))]

    def _fill_value(self, item: Item, i: int, filled: Filled) -> Sequence[tuple[int, Filled]]:
        if self._lookups.is_value(item):
            return [(i + 1, filled._replace(value=i, adjectives=MAX_ADJECTIVES))]
        names = self._lookups.names(item, i)
        found = [(names[-1].last, filled._replace(names=names, adjectives=0))] if names else []
        if len(names) > 1:
            found.append((names[0].last, filled._replace(names=names[:1], adjectives=0)))
        return found

    def _pass_over(self, place: Place, item: Item, i: int, filled: Filled, fitting: Sequence[str]) -> None:
        """Leave out a filler, or an adjective where the item is nothing else to the frame."""
        if filled.gaps < MAX_GAP:
            length = self._lookups.filler(item, i)
            if length:
                self._walk(place.onward, i + length, filled._replace(gaps=filled.gaps + 1))
        if filled.adjectives and item.kind is ItemKind.WORD and item.text not in self._lexicon.small:
            left = place.without(item.text, fitting)
            if left.states:
                self._walk(left, i + 1, filled._replace(adjectives=filled.adjectives - 1))


def _attributes(end: FrameEnd, filled: Filled) -> tuple[str, ...]:
    """The attributes that a frame, its slots filled so, speaks of; none without a value."""
    if filled.value < 0 and not filled.names:
        return ()
    if end.attribute is None:
        return filled.attributes
    if filled.noun >= 0 and end.attribute not in filled.attributes:
        return ()
    return (end.attribute,)
