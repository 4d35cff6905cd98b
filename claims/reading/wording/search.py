"""Finding frames in a row of items: one walk through the automaton from every item that may open a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from claims.model.mention import MentionKind
from claims.reading.items import Item, ItemKind
from claims.reading.lexicon import Lexicon
from claims.reading.names.phrases import NameSpan
from claims.reading.wording.automaton import FrameEnd
from claims.reading.wording.begins import CLASS_NOUN, FILLER, FRAME, NAMED, NOUN, VALUE
from claims.reading.wording.lookups import Lookups
from claims.reading.wording.places import Place

MAX_GAP = 4
MAX_ADJECTIVES = 2
MAX_STEPS = 3000
MAX_LEAD = 16
"""How many items before its value a frame may begin."""
_PLAIN = (ItemKind.WORD, ItemKind.MARK)
_NAME = ItemKind.NAME
_VALUE = VALUE | NAMED
_OPENING = FRAME | NOUN | CLASS_NOUN | NAMED


class Filled(NamedTuple):
    """What a walk has put into the slots so far.

    ``value`` is the item of a value mention, or -1 where ``names`` are the value; ``entity`` the item that
    filled {entity}, or -1; ``noun`` the first item of the noun, or -1; ``gaps`` counts the fillers passed over;
    ``addend`` is the item of a number to be added to the value, or -1.
    """

    value: int = -1
    names: tuple[NameSpan, ...] = ()
    entity: int = -1
    noun: int = -1
    attributes: tuple[str, ...] = ()
    gaps: int = 0
    qualifiers: tuple[tuple[str, NameSpan], ...] = ()
    addend: int = -1

    def key(self) -> tuple[int, int, int, int]:
        """What tells two ways apart that have led to the same place."""
        return self.value, self.names[-1].last if self.names else 0, self.entity, self.noun


_Way: TypeAlias = tuple[int, Filled, int]
"""A slot filled: the item after, what is filled now, and how many adjectives may follow."""
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

    __slots__ = ("_been", "_begins", "_first", "_found", "_items", "_last", "_lexicon", "_lookups", "_no_value", "_root")

    def __init__(self, items: Sequence[Item], first: int, last: int, text: str, lexicon: Lexicon) -> None:
        self._items = items
        self._first = first
        self._last = last
        self._lexicon = lexicon
        self._lookups = Lookups(items, first, last, text, lexicon)
        self._root = lexicon.frames.root
        self._begins: list[int] = []
        self._no_value = last
        self._been: set[tuple[Place | int, ...]] = set()
        self._found: list[tuple[Place, int, Filled, int]] = []

    def matches(self) -> Iterator[FrameMatch]:
        """Every frame of the sentence, by where it begins."""
        self._begins = list(map(self._lexicon.begins.of, self._items[self._first : self._last]))
        for i in self._reach():
            begins = self._begins[i - self._first]
            if begins & _OPENING:
                self._start(i, begins)
                if self._found:
                    yield from self._ended(i)
                    self._found.clear()
                self._been.clear()

    def _ended(self, first: int) -> Iterator[FrameMatch]:
        """The frames at whose ends the walk has been, each once for what fills it."""
        seen: set[tuple[int, ...]] = set()
        for place, last, filled, gaps in self._found:
            key = filled.key()
            kind = self._kind(filled)
            for end in place.ends:
                attributes = _attributes(end, filled) if kind in end.kinds else ()
                said = (id(end), last, *key)
                if attributes and said not in seen:
                    seen.add(said)
                    yield FrameMatch(end, attributes, first, last, filled._replace(gaps=gaps) if gaps else filled)

    def _reach(self) -> Sequence[int]:
        """The items at which a frame that holds one of the sentence's values may begin; none without a value."""
        values = [i for i, begins in enumerate(self._begins, self._first) if begins & _VALUE]
        if values and values[0] == self._first and self._is_only_capital(self._first):
            del values[0]
        if not values:
            return ()
        self._no_value = values[-1] + 1
        return range(max(self._first, values[0] - MAX_LEAD), values[-1] + 1)

    def _is_only_capital(self, i: int) -> bool:
        """Whether nothing but its capital makes a value of an item, as of the first word of every sentence."""
        item = self._items[i]
        return item.kind in _PLAIN and not item.text.isdecimal()

    def _start(self, i: int, begins: int) -> None:
        """Leave the root."""
        item, root = self._items[i], self._root
        if begins & FRAME:
            after = self._literal(root, item, i)
            if after.states:
                self._walk(after, i + 1, _EMPTY, 0, 0)
        for slot, wants, after in root.slots:
            # A pronoun or an article stands too often to open a frame, a noun or a name does not.
            if begins & wants and (begins & NAMED or slot == "noun" or (slot == "entity" and begins & CLASS_NOUN)):
                self._go_on(slot, after, self._fill(slot, item, i, _EMPTY), 0)

    def _walk(self, place: Place, i: int, filled: Filled, gaps: int, adjectives: int) -> None:
        """Go on from a place: by the item's word, by what it fills, and past it.

        ``gaps`` counts the fillers passed over, ``adjectives`` how many words may still stand between a value and
        its noun. What leads nowhere is found out first, for most ways end so.
        """
        if place.ends:
            self._found.append((place, i, filled, gaps))
        if place.final or i >= (self._last if filled.value >= 0 or filled.names else self._no_value):
            return
        item, begins = self._items[i], self._begins[i - self._first]
        fills = begins & place.wants
        passes = begins & FILLER and gaps < MAX_GAP
        if not (item.text in place.words or fills or passes or adjectives or place.stems or item.kind == _NAME):
            return
        been = (place, i, adjectives, *filled.key())
        if been in self._been or len(self._been) > MAX_STEPS:
            return
        self._been.add(been)
        after = self._literal(place, item, i)
        if after.states:
            self._walk(after, i + 1, filled, gaps, adjectives)
        fitting = self._fill_slots(place, i, filled, gaps) if fills else ()
        if passes:
            length = self._lookups.filler(item, i)
            if length:
                self._walk(place.onward, i + length, filled, gaps + 1, adjectives)
        if adjectives and item.kind == ItemKind.WORD and item.text not in self._lexicon.small:
            left = place.without(item.text, fitting)
            if left.states:
                self._walk(left, i + 1, filled, gaps, adjectives - 1)

    def _literal(self, place: Place, item: Item, i: int) -> Place:
        """Where an item leads as words of a frame; a name may be some too."""
        if item.kind in _PLAIN:
            return place.by_word(item.text)
        if item.kind == ItemKind.NAME and (place.words or place.stems):
            for word in self._lookups.spelled(item, i):
                place = place.by_word(word)
            return place
        return self._lexicon.frames.nowhere

    def _fill_slots(self, place: Place, i: int, filled: Filled, gaps: int) -> Sequence[str]:
        """Go on through every slot that the item can fill; which these are."""
        fitting: list[str] = []
        item, begins = self._items[i], self._begins[i - self._first]
        for slot, wants, after in place.slots:
            ways = self._fill(slot, item, i, filled) if begins & wants else ()
            if ways:
                fitting.append(slot)
                self._go_on(slot, after, ways, gaps)
        return fitting

    def _go_on(self, slot: str, place: Place, ways: Sequence[_Way], gaps: int) -> None:
        """Go on from a slot filled: with a value only where its kind can be the value of something."""
        for i, filled, adjectives in ways:
            after = place.taking(self._kind(filled)) if slot == "value" else place
            if after.states:
                self._walk(after, i, filled, gaps, adjectives)

    def _kind(self, filled: Filled) -> MentionKind:
        mention = self._items[filled.value].mention if filled.value >= 0 else None
        return mention.kind if mention is not None else MentionKind.NAME

    def _fill(self, slot: str, item: Item, i: int, filled: Filled) -> Sequence[_Way]:
        if slot == "value":
            return self._fill_value(item, i, filled)
        if slot == "noun":
            nouns = self._lookups.nouns(i)
            return [(j, filled._replace(noun=i, attributes=found), 0) for found, j in nouns]
        if slot == "entity":
            j = self._lookups.reference_end(item, i)
            return [(j, filled._replace(entity=j - 1), 0)] if j else ()
        if slot == "addend":
            return [(i + 1, filled._replace(addend=i), MAX_ADJECTIVES)] if item.kind == ItemKind.VALUE else ()
        name = self._lookups.name(i)
        return [(name.last, filled._replace(qualifiers=(*filled.qualifiers, (slot, name))), 0)] if name else ()

    def _fill_value(self, item: Item, i: int, filled: Filled) -> Sequence[_Way]:
        if self._lookups.is_value(item):
            return [(i + 1, filled._replace(value=i), MAX_ADJECTIVES)]
        names = self._lookups.names(item, i)
        found = [(names[-1].last, filled._replace(names=names), 0)] if names else []
        if len(names) > 1:
            found.append((names[0].last, filled._replace(names=names[:1]), 0))
        return found


def _attributes(end: FrameEnd, filled: Filled) -> tuple[str, ...]:
    """The attributes that a frame, its slots filled so, speaks of; none without a value."""
    if filled.value < 0 and not filled.names:
        return ()
    if end.attribute is None:
        return filled.attributes
    if filled.noun >= 0 and end.attribute not in filled.attributes:
        return ()
    return (end.attribute,)
