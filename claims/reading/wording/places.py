"""Walking the automaton with one step for many frames.

Frames with choices leave several states behind for one row of words: after "has {value}" there are as many as
there are frames that go on from there. A :class:`Place` is such a set of states, made when a text first leads to
it and kept, so that a walk goes one way where the states alone would ask for a dozen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.reading.wording.automaton import FrameEnd, State

MOST_PLACES = 20_000
"""How many places are kept; more than that are made anew each time."""
MOST_WORDS = 20_000
"""How many words a place with stems remembers before it begins anew."""


class Place:
    """A set of states: which frames end there, and where words and slots lead. No states: nowhere.

    ``slots`` is by the slot's name; ``final`` says that nothing leads on, ``onward`` are the states that something
    leads on from. It grows by what it remembers, and says the same at any time.
    """

    __slots__ = ("_after", "_leads", "_places", "_stems", "ends", "final", "has_words", "onward", "slots", "states")

    def __init__(self, states: Sequence[State], places: Places) -> None:
        self.states = tuple(states)
        self.ends: tuple[FrameEnd, ...] = tuple(end for state in states for end in state.ends)
        self._places = places
        self._after: dict[str, Place] = {}
        self._leads = frozenset(word for state in states for word in state.words)
        self._stems = any(state.stems for state in states)
        slots = dict.fromkeys(slot for state in states for slot in state.slots)
        self.slots = {slot: places.of(s for state in states for s in state.slots.get(slot, ())) for slot in slots}
        self.has_words = bool(self._leads or self._stems)
        self.final = not (self.has_words or slots)
        going = [state for state in states if not state.final]
        self.onward: Place = self if len(going) == len(states) else places.of(going)

    def by_word(self, word: str) -> Place:
        """Where a word leads."""
        after = self._after.get(word)
        if after is None:
            if not self._stems and word not in self._leads:
                return self._places.nowhere
            if len(self._after) > MOST_WORDS:
                self._after.clear()
            after = self._places.of(s for state in self.states for s in state.by_word(word))
            self._after[word] = after
        return after

    def opens(self, word: str) -> bool:
        """Whether a word may lead anywhere; quicker than to ask where."""
        return self._stems or word in self._leads

    def without(self, word: str, filled: Iterable[str]) -> Place:
        """Those of the states that something leads on from, but neither the word nor one of the slots."""
        slots = set(filled)
        going = self.onward.states
        left = [state for state in going if slots.isdisjoint(state.slots) and not state.by_word(word)]
        return self.onward if len(left) == len(going) else self._places.of(left)


class Places:
    """The places of one automaton; two ways to the same states lead to the same place."""

    __slots__ = ("_known", "nowhere", "root")

    def __init__(self, root: State) -> None:
        self._known: dict[frozenset[int], Place] = {}
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
