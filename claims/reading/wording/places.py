"""Walking the automaton with one step for many frames.

Frames with choices leave several states behind for one row of words: after "has {value}" there are as many as
there are frames that go on from there. A :class:`Place` is such a set of states, made when a text first leads to
it and kept, so that a walk goes one way where the states alone would ask for a dozen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Protocol

from claims.model.mention import MentionKind
from claims.reading.wording.automaton import FrameEnd
from claims.reading.wording.begins import CLASS_NOUN, NAME, NAMED, NOUN, PRONOUN, VALUE, wanted

MOST_PLACES = 20_000
"""How many places are kept; more than that are made anew each time."""
MOST_WORDS = 20_000
"""How many words a place with stems remembers before it begins anew."""
OPENING_BITS = NOUN | CLASS_NOUN | PRONOUN | NAME | VALUE | NAMED
"""Of what an item can begin, that which slots ask for."""


class State(Protocol):
    """What the states of an automaton say, wherever they come from."""

    @property
    def words(self) -> Mapping[str, object]:
        """The words that lead on."""

    @property
    def stems(self) -> Mapping[str, object]:
        """The beginnings of words that do."""

    @property
    def slots(self) -> Mapping[str, object]:
        """The slots that do."""

    @property
    def ends(self) -> Sequence[FrameEnd]:
        """The frames that end here."""

    @property
    def final(self) -> bool:
        """Whether nothing leads on."""

    def kinds(self) -> frozenset[MentionKind]:
        """The kinds of value of the frames that end here or further on."""

    def by_word(self, word: str) -> Sequence[State]:
        """The states that a word leads to."""

    def by_slot(self, slot: str) -> Sequence[State]:
        """The states that a slot leads to."""


class Place:
    """A set of states: which frames end there, and where words and slots lead. No states: nowhere.

    ``words`` are those that lead on, but for those that ``stems`` do; ``slots`` are the slots, what an item must
    begin to fill each (``wants``: any of them) and where it leads; ``final`` says that nothing leads on, ``onward``
    are the states that something leads on from. It grows by what it remembers, and says the same at any time.
    """

    __slots__ = (
        "_after",
        "_opened",
        "_places",
        "_taking",
        "_without",
        "ends",
        "final",
        "onward",
        "slots",
        "states",
        "stems",
        "wants",
        "words",
    )

    def __init__(self, states: Sequence[State], places: Places) -> None:
        self.states = tuple(states)
        self.ends: tuple[FrameEnd, ...] = tuple(end for state in states for end in state.ends)
        self._places = places
        self._after: dict[str, Place] = {}
        self._opened: dict[int, tuple[tuple[str, Place], ...]] = {}
        self._taking: dict[MentionKind, Place] = {}
        self._without: dict[tuple[str, tuple[str, ...]], Place] = {}
        self.words = frozenset(word for state in states for word in state.words)
        self.stems = any(state.stems for state in states)
        self.slots = tuple((slot, wanted(slot), self._by_slot(slot)) for slot in self._slots())
        self.wants = reduce(or_, (wants for _, wants, _ in self.slots), 0)
        going = [state for state in states if not state.final]
        self.final = not going
        self.onward: Place = self if len(going) == len(states) else places.of(going)

    def _slots(self) -> Iterable[str]:
        return dict.fromkeys(slot for state in self.states for slot in state.slots)

    def _by_slot(self, slot: str) -> Place:
        return self._places.of(after for state in self.states for after in state.by_slot(slot))

    def opened(self, begins: int) -> tuple[tuple[str, Place], ...]:
        """The slots with which a frame may open at an item that begins this much, and where each leads.

        A pronoun or an article stands too often to open a frame, a noun or a name does not. ``begins`` has none but
        the ``OPENING_BITS``.
        """
        found = self._opened.get(begins)
        if found is None:
            opens = {"noun": NOUN, "entity": CLASS_NOUN}
            found = self._opened[begins] = tuple(
                (slot, after)
                for slot, wants, after in self.slots
                if begins & wants and begins & (NAMED | opens.get(slot, 0))
            )
        return found

    def by_word(self, word: str) -> Place:
        """Where a word leads."""
        after = self._after.get(word)
        if after is None:
            if not self.stems and word not in self.words:
                return self._places.nowhere
            if len(self._after) > MOST_WORDS:
                self._after.clear()
            after = self._places.of(s for state in self.states for s in state.by_word(word))
            self._after[word] = after
        return after

    def taking(self, kind: MentionKind) -> Place:
        """Those of the states from which a frame can be reached that takes such a value."""
        found = self._taking.get(kind)
        if found is None:
            found = self._taking[kind] = self._places.of(state for state in self.states if kind in state.kinds())
        return found

    def without(self, word: str, filled: tuple[str, ...]) -> Place:
        """Those of the states that something leads on from, but neither the word nor one of the slots."""
        going = self.onward
        if not (filled or going.stems or word in going.words):
            return going
        asked = (word, filled)
        found = self._without.get(asked)
        if found is None:
            if len(self._without) > MOST_WORDS:
                self._without.clear()
            left = (state for state in going.states if not state.by_word(word))
            found = self._places.of(state for state in left if state.slots.keys().isdisjoint(filled))
            self._without[asked] = found
        return found


class Places:
    """The places of one automaton; two ways to the same states lead to the same place."""

    __slots__ = ("_known", "first", "nowhere", "root")

    def __init__(self, root: State) -> None:
        self._known: dict[frozenset[int], Place] = {}
        self.first = root
        self.nowhere = Place((), self)
        self.root = Place((root,), self)

    def of(self, states: Iterable[State]) -> Place:
        """The place of some states, in the order in which they were first met."""
        met = {id(state): state for state in states}
        if not met:
            return self.nowhere
        key = frozenset(met)
        place = self._known.get(key)
        if place is None:
            place = Place(tuple(met.values()), self)
            if len(self._known) < MOST_PLACES:
                self._known[key] = place
        return place
