"""Finding frames in a row of items: one walk through the automaton from every item that may open a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from claims.model.mention import MentionKind
from claims.reading.items import Item, ItemKind
from claims.reading.lexicon import Lexicon
from claims.reading.names.phrases import NameSpan
from claims.reading.wording.automaton import FrameEnd
from claims.reading.wording.begins import CLASS_NOUN, FILLER, FRAME, NAMED, NOUN, VALUE
from claims.reading.wording.lookups import Lookups
from claims.reading.wording.places import OPENING_BITS, Place

MAX_GAP = 4
MAX_ADJECTIVES = 2
_PASSED = (1, -1)
"""How many more may be passed over once some were; -1 for none."""
MAX_STEPS = 3000
MAX_LEAD = 16
"""How many items before its value a frame may begin."""
_PLAIN = (ItemKind.WORD, ItemKind.MARK)
_WORD, _MARK, _NAME = ItemKind.WORD, ItemKind.MARK, ItemKind.NAME
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


_EMPTY = Filled()


class FrameMatch(NamedTuple):
    """A frame found: items ``first`` up to ``last``, what filled its slots, and for which attributes.

    ``value``, ``names`` and ``entity`` are those of ``filled``, for they are asked for again and again.
    """

    end: FrameEnd
    attributes: tuple[str, ...]
    first: int
    last: int
    filled: Filled
    value: int
    names: tuple[NameSpan, ...]
    entity: int


class FrameSearch:
    """Searches one sentence. No way is gone twice, and their number is bounded, so that no input makes it run away."""

    __slots__ = (
        "_been",
        "_begins",
        "_first",
        "_found",
        "_items",
        "_last",
        "_lexicon",
        "_lookups",
        "_no_value",
        "_nowhere",
        "_root",
    )

    def __init__(
        self, items: Sequence[Item], first: int, last: int, text: str, lexicon: Lexicon, begins: Sequence[int]
    ) -> None:
        """Look at items ``first`` up to ``last`` of a block with this ``text``; ``begins`` is what each can begin."""
        self._items = items
        self._first = first
        self._last = last
        self._lexicon = lexicon
        self._lookups = Lookups(items, first, last, text, lexicon)
        self._root = lexicon.frames.root
        self._nowhere = lexicon.frames.nowhere
        self._begins = begins
        self._no_value = last
        self._been: set[tuple[Place, int, int, tuple[int, ...]]] = set()
        self._found: list[tuple[Place, int, Filled, int]] = []

    def matches(self) -> Iterator[FrameMatch]:
        """Every frame of the sentence, by where it begins."""
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
            value, names, entity, noun, *_ = filled
            kind = self._kind(value)
            for end in place.ends:
                attributes = _attributes(end, filled) if kind in end.kinds else ()
                said = (id(end), last, value, names[-1].last if names else 0, entity, noun)
                if attributes and said not in seen:
                    seen.add(said)
                    whole = filled._replace(gaps=gaps) if gaps else filled
                    yield FrameMatch(end, attributes, first, last, whole, value, names, entity)

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
        for slot, after in root.opened(begins & OPENING_BITS):
            self._fill(slot, after, i, _EMPTY, 0)

    def _walk(self, place: Place, i: int, filled: Filled, gaps: int, adjectives: int) -> None:
        """Go on from a place: by the item's word, by what it fills, and past it.

        ``gaps`` counts the fillers passed over, ``adjectives`` how many words may still stand between a value and
        its noun (-1: as many have been passed over as may be). The last of several ways is gone in the loop, the
        others are walks of their own; all is in one function, for this is where the time of reading goes.
        """
        value, names, entity, noun = filled[:4]
        valued = value >= 0 or bool(names)
        last = self._last if valued else self._no_value
        said = (value, entity, noun, names[-1].last if names else 0)
        while True:
            if valued and place.ends:
                self._found.append((place, i, filled, gaps))
            if place.final or i >= last:
                return
            item, begins = self._items[i], self._begins[i - self._first]
            after = self._literal(place, item, i, adjectives)
            length = self._lookups.filler(item, i) if begins & FILLER and gaps < MAX_GAP else 0
            if not (begins & place.wants or length or adjectives > 0):
                if not after.states:
                    return
                place, i = after, i + 1
                continue
            been = (place, i, adjectives, said)
            if been in self._been or len(self._been) > MAX_STEPS:
                return
            self._been.add(been)
            if after.states:
                self._walk(after, i + 1, filled, gaps, adjectives)
            fitting = self._fill_slots(place, i, filled, gaps) if begins & place.wants else ()
            if adjectives > 0 and item.kind == _WORD and item.text not in self._lexicon.small:
                if length:
                    self._walk(place.onward, i + length, filled, gaps + 1, adjectives)
                place, i, adjectives = place.without(item.text, fitting), i + 1, adjectives - 1 or -1
            elif length:
                place, i, gaps = place.onward, i + length, gaps + 1
            else:
                return

    def _literal(self, place: Place, item: Item, i: int, adjectives: int = 0) -> Place:
        """Where an item leads as words of a frame; a name may be some too."""
        after = place.by_word(item.text)
        if item.kind == _WORD or not after.states:
            return after
        if item.kind == _NAME:
            return reduce(Place.by_word, self._lookups.spelled(item, i)[1:], after)
        # In "32 big bases." what ends the phrase is not the number.
        return after if item.kind == _MARK and adjectives not in _PASSED else self._nowhere

    def _fill_slots(self, place: Place, i: int, filled: Filled, gaps: int) -> tuple[str, ...]:
        """Go on through every slot that the item can fill; which these are."""
        begins = self._begins[i - self._first]
        slots = [
            slot for slot, wants, after in place.slots if begins & wants and self._fill(slot, after, i, filled, gaps)
        ]
        return tuple(slots)

    def _fill(self, slot: str, after: Place, i: int, filled: Filled, gaps: int) -> bool:
        """Go on from a slot that the item may fill; whether it can."""
        # What is filled is made field by field, for _replace takes twice as long.
        if slot == "value":
            return self._fill_value(after, i, filled, gaps)
        item = self._items[i]
        if slot == "noun":
            nouns = self._lookups.nouns(i)
            for found, last in nouns:
                self._walk(
                    after, last, Filled(filled.value, filled.names, filled.entity, i, found, *filled[5:]), gaps, 0
                )
            return bool(nouns)
        if slot == "entity":
            last = self._lookups.reference_end(item, i)
            if last:
                self._walk(after, last, Filled(filled.value, filled.names, last - 1, *filled[3:]), gaps, 0)
            return bool(last)
        if slot == "addend":
            adds = item.kind == ItemKind.VALUE
            if adds:
                self._walk(after, i + 1, filled._replace(addend=i), gaps, MAX_ADJECTIVES)
            return adds
        return self._fill_qualifier(slot, after, i, filled, gaps)

    def _fill_value(self, after: Place, i: int, filled: Filled, gaps: int) -> bool:
        """Go on from a value, or from names, to the frames that take its kind."""
        item = self._items[i]
        if self._begins[i - self._first] & VALUE and self._lookups.is_value(item):
            after = after.taking(self._kind(i))
            if after.states:
                self._walk(after, i + 1, Filled(i, *filled[1:]), gaps, MAX_ADJECTIVES)
            return True
        names = self._lookups.names(item, i)
        after = after.taking(MentionKind.NAME)
        if names and after.states:
            self._walk(after, names[-1].last, filled._replace(names=names), gaps, 0)
            if len(names) > 1:
                self._walk(after, names[0].last, filled._replace(names=names[:1]), gaps, 0)
        return bool(names)

    def _fill_qualifier(self, slot: str, after: Place, i: int, filled: Filled, gaps: int) -> bool:
        name = self._lookups.name(i)
        if name is not None:
            self._walk(after, name.last, filled._replace(qualifiers=(*filled.qualifiers, (slot, name))), gaps, 0)
        return name is not None

    def _kind(self, value: int) -> MentionKind:
        mention = self._items[value].mention if value >= 0 else None
        return mention.kind if mention is not None else MentionKind.NAME


def _attributes(end: FrameEnd, filled: Filled) -> tuple[str, ...]:
    """The attributes that a frame, its slots filled so, speaks of; none without a value."""
    if filled.value < 0 and not filled.names:
        return ()
    if end.attribute is None:
        return filled.attributes
    if filled.noun >= 0 and end.attribute not in filled.attributes:
        return ()
    return (end.attribute,)
